"""How open the city is: what can be downloaded, who reported, what was corrected."""

from __future__ import annotations

from suluh.catalogue import indicators
from suluh.figures import CITY, Status
from suluh.localisation import date_text, number_text, period_text
from suluh.periods import Period
from suluh.published import Correction, Department, Published
from suluh.sentences.phrases import during, name, newest_quarter, opening
from suluh.sentences.sentence import Sentence, enumeration, paragraph, say, say_many
from suluh.sources import SOURCES, Report, report
from suluh.text import Text, joined, many_
from suluh.text import say as say_text
from suluh.text import say_many as text_many

REPORTED = {
    "skm": many_("{count} melaporkan survei kepuasan"),
    "pengaduan": many_("{count} melaporkan pengaduan"),
    "peserta": many_("{count} melaporkan pelatihan"),
    "evaluasi": many_("{count} melaporkan evaluasi kinerja"),
}
"""What the law or the programme asks of every department, by the table it comes from."""


def departments_lead(published: Published) -> Sentence:
    """How many departments there are, and how many have a survey result."""
    now = [d for d in published.departments if _exists(d, published)]
    quarter = newest_quarter(published, "ikm")
    states = [_state(published, d, "ikm", quarter) for d in now]
    shown = sum(s in (Status.PUBLISHED, Status.SMALL_SAMPLE) for s in states)
    left_out = (
        (Status.HIDDEN, many_("; {count} disembunyikan untuk melindungi orang")),
        (Status.NOT_REPORTED, many_("; {count} tidak melaporkan")),
    )
    rest = (
        text_many(words, count, count=number_text(count))
        for status, words in left_out
        if (count := states.count(status))
    )
    return paragraph(
        say_many(
            "{city} memiliki {count} perangkat daerah (OPD).",
            len(now),
            city=name(published, CITY),
            count=number_text(len(now)),
        ),
        say_many(
            "{when}, hasil survei kepuasan {count} di antaranya diterbitkan{rest}.",
            shown,
            when=opening(published, quarter),
            count=number_text(shown),
            rest=joined("", rest),
        ),
        say("Daftar ini menurut abjad, bukan peringkat."),
    )


def data_lead(published: Published) -> Sentence:
    """How much there is to download, and from when."""
    rows, count = number_text(len(published.figures)), number_text(len(published.departments))
    first, last = published.periods[0], published.periods[-1]
    many, day = number_text(len(indicators())), date_text(published.as_of)
    return paragraph(
        say("Semua angka di situs ini dapat diunduh dan diperiksa."),
        say(
            "Ada {rows} baris dari {many} indikator tentang {count} OPD dan seluruh kota.",
            rows=rows,
            many=many,
            count=count,
        ),
        say(
            "Masanya {first} sampai {last}, menurut data per {day}.",
            first=period_text(first),
            last=period_text(last),
            day=day,
        ),
    )


def api_lead(published: Published) -> Sentence:
    """How many figures a program can read, and what it needs for that."""
    return paragraph(
        say(
            "Program dapat membaca semua {rows} baris angka di situs ini sebagai JSON, tanpa "
            "kunci dan tanpa mendaftar.",
            rows=number_text(len(published.figures)),
        ),
        say(
            "Nilai, n, dan keadaannya sama dengan yang di halaman, menurut data per {day}.",
            day=date_text(published.as_of),
        ),
    )


def indicators_lead(published: Published) -> Sentence:
    """How many indicators there are, and what is said of each."""
    return say(
        "{city} memakai {many} indikator, masing-masing dengan definisi, rumus, batas pemakaian, "
        "sumber, dan angka terbarunya.",
        city=name(published, CITY),
        many=number_text(len(indicators())),
    )


def completeness_lead(published: Published) -> Sentence:
    """How many departments reported what in the newest year."""
    year = published.years[-1]
    valid = [d for d in published.departments if d.valid_in(year)]
    counted = [
        (_reporting(published, valid, table, year), what) for table, what in REPORTED.items()
    ]
    return paragraph(
        say_many(
            "Dari {count} OPD {when}, {list}.",
            len(valid),
            count=number_text(len(valid)),
            when=during(published, year),
            list=enumeration(say_many(what, n, count=number_text(n)) for n, what in counted),
        ),
        say("Yang tidak dilaporkan tidak dihitung nol."),
    )


def corrections_lead(published: Published) -> Sentence:
    """How many corrections there are, and the newest."""
    if not published.corrections:
        return say("Belum ada angka terbit yang dikoreksi.")
    newest = max(published.corrections, key=lambda c: c.tanggal)
    many = number_text(len(published.corrections))
    return say_many(
        "Sudah {many} kali angka yang terbit dikoreksi; yang terbaru pada {day}, untuk {subject}.",
        len(published.corrections),
        many=many,
        day=date_text(newest.tanggal),
        subject=_subject(published, newest),
    )


def _exists(department: Department, published: Published) -> bool:
    day, ends = published.as_of, department.berlaku_sampai
    return department.berlaku_mulai <= day and (ends is None or ends >= day)


def _state(published: Published, department: Department, indikator: str, when: Period) -> Status:
    figure = published.figure(department.kode_opd, indikator, str(when))
    return figure.status if figure else Status.NOT_REPORTED


def _reporting(
    published: Published, departments: list[Department], table: str, year: Period
) -> int:
    """How many have records of a table that the figures show."""
    source = next(s for s in SOURCES if s.tabel == table)
    reports = (report(published, d.kode_opd, source, year) for d in departments)
    return sum(found is Report.RECORDS for found in reports)


def _subject(published: Published, correction: Correction) -> Text:
    known = indicators().get(correction.indikator)
    what = known.nama if known else correction.indikator
    who = name(published, correction.kode_opd or CITY)
    return say_text(
        "{what} {who} {when}", what=what, who=who, when=period_text(correction.periode)
    )


def search_lead() -> Sentence:
    """What can be found, and how."""
    return paragraph(
        say("Ketik apa yang Anda perlukan, misalnya KTP hilang."),
        say("Yang dapat dicari: perangkat daerah, layanan, indikator, istilah, dan janji."),
        say("Salah ketik satu huruf tidak apa-apa."),
    )
