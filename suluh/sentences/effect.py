"""What comparison may conclude: between departments, and about the programme's effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from suluh.comparison import Verdict, compare
from suluh.figures import CITY
from suluh.localisation import number_text, period_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import absence, amount, during, newest_year
from suluh.sentences.sentence import NOTHING, Sentence, paragraph, say
from suluh.text import say as say_text

STEPS = (
    ("jp_rata", say_text("Jam pelatihan setiap pegawai")),
    ("evaluasi_baik", say_text("Pegawai berpredikat baik atau sangat baik")),
    ("ikm", say_text("Kepuasan warga (IKM)")),
)
"""Training, conduct, service: the chain the programme claims."""


def comparison_lead(published: Published) -> Sentence:
    """How many departments differ clearly from the city; never which is best."""
    year = newest_year(published, "ikm")
    city = published.city.get("ikm", str(year))
    if city is None or not city.has_value:
        nothing = say(
            "Tidak ada jawaban survei yang dapat dihitung {when}.", when=during(published, year)
        )
        return absence(published, city, say_text("survei kepuasan"), nothing)
    verdicts = Counter(compare(f, city).verdict for f in _of_departments(published, "ikm", year))
    above, below, unclear = (
        number_text(verdicts[v]) for v in (Verdict.UP, Verdict.DOWN, Verdict.UNCLEAR)
    )
    return paragraph(
        say(
            "IKM kota {when} adalah {index}: {above} OPD jelas di atasnya, {below} jelas di "
            "bawahnya, {unclear} tidak berbeda jelas.",
            when=during(published, year),
            index=amount(city),
            above=above,
            below=below,
            unclear=unclear,
        ),
        say(
            "Beda kecil sering hanya kebetulan dan setiap OPD melayani hal yang berbeda, "
            "karena itu OPD tidak diperingkat."
        ),
    )


def impact_lead(published: Published) -> Sentence:
    """How each step moved between the first and the newest full year, and what that proves."""
    moved = [_movement(published, id_, words) for id_, words in STEPS]
    if not any(moved):
        return say(
            "Belum ada angka dari dua tahun penuh, jadi dampak pembinaan belum dapat dilihat."
        )
    return paragraph(
        *moved,
        say(
            "Angka yang bergerak bersama belum membuktikan bahwa pembinaan penyebabnya: banyak "
            "hal lain ikut berubah, dan predikat pegawai ikut ditentukan oleh predikat "
            "organisasinya."
        ),
    )


def compared_years(published: Published) -> tuple[Period, Period]:
    """The first and the newest full year with a satisfaction index; the same one if alone."""
    over = [
        Period.parse(figure.periode)
        for figure in published.city.years("ikm")
        if figure.has_value and Period.parse(figure.periode).end <= published.as_of
    ]
    return (over[0], over[-1]) if over else (published.years[0], published.years[0])


def _movement(published: Published, indikator: str, words: str) -> Sentence:
    first, last = compared_years(published)
    old, new = (published.city.get(indikator, str(year)) for year in (first, last))
    if first == last or old is None or new is None:
        return NOTHING
    change = compare(new, old)
    if change.verdict is Verdict.UNKNOWN:
        return NOTHING
    return say(
        "{words} {period}: {value}; {change}.",
        words=words,
        period=period_text(last),
        value=amount(new),
        change=change,
    )


def _of_departments(published: Published, indikator: str, period: Period) -> Iterator[Figure]:
    for department in published.departments:
        if department.kode_opd == CITY or not department.valid_in(period):
            continue
        figure = published.figure(department.kode_opd, indikator, str(period))
        if figure is not None and figure.has_value:
            yield figure
