"""How open the city is: what can be downloaded, who reported, what was corrected."""

from __future__ import annotations

from suluh.catalogue import indicators
from suluh.figures import CITY, Status
from suluh.localisation import date_text, number_text, period_text
from suluh.periods import Period
from suluh.published import Correction, Department, Published
from suluh.sentences.phrases import during, name, newest_quarter, opening
from suluh.sentences.sentence import Sentence, enumeration, paragraph

REPORTED = (
    ("skm_responden", "survei kepuasan"),
    ("pengaduan_masuk", "pengaduan"),
    ("pelatihan_kelulusan", "pelatihan"),
    ("evaluasi_baik", "evaluasi kinerja"),
)
"""What the law or the programme asks of every department, by the figure that shows it."""


def departments_lead(published: Published) -> Sentence:
    """How many departments there are, and how many have a survey result."""
    now = [d for d in published.departments if _exists(d, published)]
    quarter = newest_quarter(published, "ikm")
    states = [_state(published, d, "ikm", quarter) for d in now]
    shown = sum(s in (Status.PUBLISHED, Status.SMALL_SAMPLE) for s in states)
    left_out = (
        (states.count(Status.HIDDEN), "disembunyikan untuk melindungi orang"),
        (states.count(Status.NOT_REPORTED), "tidak melaporkan"),
    )
    rest = "".join(f"; {number_text(count)} {why}" for count, why in left_out if count)
    start = f"{opening(published, quarter)}, hasil survei kepuasan {number_text(shown)} "
    return paragraph(
        (f"{name(published, CITY)} memiliki {number_text(len(now))} perangkat daerah (OPD).",),
        (f"{start}di antaranya diterbitkan{rest}.",),
        ("Daftar ini menurut abjad, bukan peringkat.",),
    )


def data_lead(published: Published) -> Sentence:
    """How much there is to download, and from when."""
    rows, count = number_text(len(published.figures)), number_text(len(published.departments))
    first, last = published.periods[0], published.periods[-1]
    many, day = number_text(len(indicators())), date_text(published.as_of)
    return paragraph(
        ("Semua angka di situs ini dapat diunduh dan diperiksa.",),
        (f"Ada {rows} baris dari {many} indikator tentang {count} OPD dan seluruh kota.",),
        (f"Masanya {period_text(first)} sampai {period_text(last)}, menurut data per {day}.",),
    )


def indicators_lead(published: Published) -> Sentence:
    """How many indicators there are, and what is said of each."""
    many = number_text(len(indicators()))
    told = "definisi, rumus, batas pemakaian, sumber, dan angka terbarunya"
    return (f"{name(published, CITY)} memakai {many} indikator, masing-masing dengan {told}.",)


def completeness_lead(published: Published) -> Sentence:
    """How many departments reported what in the newest year."""
    year = published.years[-1]
    valid = [d for d in published.departments if d.valid_in(year)]
    counted = [(_reporting(published, valid, id_, year), what) for id_, what in REPORTED]
    listed = enumeration((f"{number_text(n)} melaporkan {what}",) for n, what in counted)
    start = f"Dari {number_text(len(valid))} OPD {during(published, year)}, "
    rule: Sentence = ("Yang tidak dilaporkan tidak dihitung nol.",)
    return paragraph((start, *listed, "."), rule)


def corrections_lead(published: Published) -> Sentence:
    """How many corrections there are, and the newest."""
    if not published.corrections:
        return ("Belum ada angka terbit yang dikoreksi.",)
    newest = max(published.corrections, key=lambda c: c.tanggal)
    many = number_text(len(published.corrections))
    return (
        f"Sudah {many} kali angka yang terbit dikoreksi; yang terbaru pada ",
        f"{date_text(newest.tanggal)}, untuk {_subject(published, newest)}.",
    )


def _exists(department: Department, published: Published) -> bool:
    day, ends = published.as_of, department.berlaku_sampai
    return department.berlaku_mulai <= day and (ends is None or ends >= day)


def _state(published: Published, department: Department, indikator: str, when: Period) -> Status:
    figure = published.figure(department.kode_opd, indikator, str(when))
    return figure.status if figure else Status.NOT_REPORTED


def _reporting(
    published: Published, departments: list[Department], indikator: str, when: Period
) -> int:
    states = (_state(published, d, indikator, when) for d in departments)
    return sum(state is not Status.NOT_REPORTED for state in states)


def _subject(published: Published, correction: Correction) -> str:
    known = indicators().get(correction.indikator)
    what = known.nama if known else correction.indikator
    who = name(published, correction.kode_opd or CITY)
    return f"{what} {who} {period_text(correction.periode)}"


def search_lead() -> Sentence:
    """What can be found, and how."""
    return paragraph(
        ("Ketik apa yang Anda perlukan, misalnya KTP hilang.",),
        ("Yang dapat dicari: perangkat daerah, layanan, indikator, istilah, dan janji.",),
        ("Salah ketik satu huruf tidak apa-apa.",),
    )
