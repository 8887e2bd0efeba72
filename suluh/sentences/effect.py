"""What comparison may conclude: between departments, and about the programme's effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from suluh.comparison import Verdict, compare
from suluh.effect import Effect
from suluh.figures import CITY
from suluh.impact import DIFFERENCE, SEASON
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import absence, amount, during, newest_year
from suluh.sentences.sentence import Sentence, paragraph, say
from suluh.text import say as say_text


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
    """Did satisfaction change, and more so where training was added; what that proves."""
    first, last = compared_years(published)
    season = city_effect(published, SEASON, last, str(first))
    if first == last or season is None:
        return say(
            "Belum ada angka dari dua tahun penuh, jadi dampak pembinaan belum dapat dilihat."
        )
    if season.verdict is Verdict.UNKNOWN:
        return _NOT_COMPARABLE
    moved = say(
        "Dari {first} ke {last} kepuasan warga {effect}.",
        first=str(first),
        last=str(last),
        effect=season,
    )
    groups = city_effect(published, DIFFERENCE, last, str(first))
    if groups is None or groups.verdict is Verdict.UNKNOWN:
        return paragraph(moved, _TOO_FEW)
    compared = say("OPD yang lebih banyak menambah pelatihan {effect}.", effect=groups)
    return paragraph(moved, compared, _CONCLUSIONS[groups.verdict])


def city_effect(published: Published, indikator: str, year: Period, rincian: str) -> Effect | None:
    """The city's effect of a year; None where there is no such comparison."""
    figure = published.city.get(indikator, str(year), rincian)
    return Effect(figure) if figure else None


_NOT_COMPARABLE = say(
    "Kepuasan warga pada triwulan yang sama belum dapat dibandingkan, jadi dampak pembinaan "
    "belum dapat dilihat."
)
_TOO_FEW = say(
    "OPD yang angkanya lengkap terlalu sedikit untuk membandingkan yang lebih dan yang kurang "
    "dilatih, jadi belum dapat dikatakan apakah pelatihan ikut berperan."
)
_CONCLUSIONS = {
    Verdict.UP: say(
        "Ini sejalan dengan janji program, tetapi belum membuktikan bahwa pelatihan "
        "penyebabnya: banyak hal lain ikut berubah."
    ),
    Verdict.DOWN: say(
        "Ini berlawanan dengan janji program, tetapi belum membuktikan bahwa pelatihan "
        "tidak berguna: banyak hal lain ikut berubah."
    ),
    Verdict.UNCLEAR: say(
        "Jadi belum ada bukti bahwa tambahan pelatihan membuat warga lebih puas, "
        "dan belum ada bukti bahwa tidak."
    ),
}


def compared_years(published: Published) -> tuple[Period, Period]:
    """The first and the newest full year with a satisfaction index; the same one if alone."""
    over = [
        Period.parse(figure.periode)
        for figure in published.city.years("ikm")
        if figure.has_value and Period.parse(figure.periode).end <= published.as_of
    ]
    return (over[0], over[-1]) if over else (published.years[0], published.years[0])


def _of_departments(published: Published, indikator: str, period: Period) -> Iterator[Figure]:
    for department in published.departments:
        if department.kode_opd == CITY or not department.valid_in(period):
            continue
        figure = published.figure(department.kode_opd, indikator, str(period))
        if figure is not None and figure.has_value:
            yield figure
