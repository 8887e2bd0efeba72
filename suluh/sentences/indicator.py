"""What an indicator says of the city now: the sentence its own page opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from suluh.catalogue import Protection, indicators
from suluh.comparison import ESTIMATED_UNITS, Verdict
from suluh.effect import Effect
from suluh.figures import CITY, Status
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import amount, change_clause, during, latest_complete, name
from suluh.sentences.sentence import Sentence, enumeration, paragraph
from suluh.wording import category_text, state_text

MOST_LISTED = 5
"""Categories named one by one; of longer lists only the highest and the lowest."""


def indicator_lead(published: Published, indikator: str) -> Sentence:
    """The newest figure of the city, or of each category where there is no total."""
    if indikator == "predikat_opd":
        return _organisation_ratings(published)
    definition, city = indicators()[indikator], published.city
    if definition.total:
        series = city.quarters(indikator) if definition.triwulan else city.years(indikator)
        return _total(published, indikator, series)
    return _categories(published, indikator)


def _total(published: Published, indikator: str, series: Sequence[Figure]) -> Sentence:
    figure, called = latest_complete(published, series), indicators()[indikator].nama
    if figure is None:
        why = state_text(series[-1]) if series else "belum ada"
        return (f"{called} untuk {name(published, CITY)}: {why}.",)
    start = f"{called} di {name(published, CITY)} {during(published, figure.periode)}: "
    return (start, *amount(figure), *change_clause(published, figure), ".")


def _categories(published: Published, indikator: str) -> Sentence:
    called = indicators()[indikator].nama
    full_last = sorted(published.periods, key=lambda p: (p.end <= published.as_of, p))
    for period in reversed(full_last):
        found = _in_order(published, indikator, str(period))
        if found and indikator == "target":
            return _targets(published, found, period)
        if found:
            start = f"{called} di {name(published, CITY)} {during(published, period)}: "
            return (start, *_listed(found), ".")
    return (f"{called} untuk {name(published, CITY)}: belum ada angka yang terbit.",)


def _in_order(published: Published, indikator: str, period: str) -> list[Figure]:
    order = {rincian: i for i, rincian in enumerate(indicators()[indikator].rincian)}
    found = [f for f in published.city.categories(indikator, period) if f.has_value]
    return sorted(found, key=lambda f: (order.get(f.rincian, len(order)), f.rincian))


def _listed(figures: Sequence[Figure]) -> Sentence:
    if len(figures) <= MOST_LISTED:
        return enumeration((f"{category_text(f)} (", *_told(f), ")") for f in figures)
    lowest, *_, highest = sorted(figures, key=lambda f: (f.nilai or 0.0, f.rincian))
    counted = highest.satuan not in ESTIMATED_UNITS
    most, least = ("terbanyak", "tersedikit") if counted else ("tertinggi", "terendah")
    top = (f"{most} {category_text(highest)} (", *amount(highest), ")")
    return (*top, f", {least} {category_text(lowest)} (", *amount(lowest), ")")


def _told(figure: Figure) -> Sentence:
    """The value; of a figure that is a change, also whether it is more than chance."""
    if indicators()[figure.indikator].perlindungan is not Protection.DERIVED:
        return amount(figure)
    effect = Effect(figure)
    clear = effect.verdict in (Verdict.UP, Verdict.DOWN)
    return (effect,) if clear else (*amount(figure), "; ", effect)


def _targets(published: Published, targets: Sequence[Figure], period: Period) -> Sentence:
    """How many targets there are, then each in a sentence of its own."""
    many, when = number_text(len(targets)), during(published, period)
    return paragraph(
        (f"{name(published, CITY)} menetapkan {many} target {when}.",),
        *((f"{category_text(f)}: ", *amount(f), ".") for f in targets),
    )


def _organisation_ratings(published: Published) -> Sentence:
    for year in reversed(published.years):
        found = (
            published.figure(d.kode_opd, "predikat_opd", str(year)) for d in published.departments
        )
        ratings = Counter(f.kategori for f in found if f and f.status is Status.PUBLISHED)
        if ratings:
            counted = ((f"{number_text(ratings[r])} OPD {r}",) for r in _RATINGS if ratings[r])
            said = enumeration(counted)
            return (f"Predikat kinerja organisasi {during(published, year)}: ", *said, ".")
    return ("Predikat kinerja organisasi belum dilaporkan.",)


_RATINGS = ("istimewa", "baik", "butuh perbaikan", "kurang", "sangat kurang")
