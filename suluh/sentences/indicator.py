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
from suluh.record_words import record_word
from suluh.sentences.phrases import amount, change_clause, during, latest_complete, name
from suluh.sentences.sentence import Sentence, Value, enumeration, paragraph, say, say_many
from suluh.text import say as say_text
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
        why = state_text(series[-1]) if series else say_text("belum ada")
        city = name(published, CITY)
        return say("{indicator} untuk {city}: {why}.", indicator=called, city=city, why=why)
    return say(
        "{indicator} di {city} {when}: {value}{change}.",
        value=amount(figure),
        change=change_clause(published, figure),
        **_of_the_city(published, indikator, figure.periode),
    )


def _of_the_city(published: Published, indikator: str, periode: str) -> dict[str, Value]:
    """What a sentence about a figure of the city begins with."""
    return {
        "indicator": indicators()[indikator].nama,
        "city": name(published, CITY),
        "when": during(published, periode),
    }


def _categories(published: Published, indikator: str) -> Sentence:
    called = indicators()[indikator].nama
    full_last = sorted(published.periods, key=lambda p: (p.end <= published.as_of, p))
    for period in reversed(full_last):
        found = _in_order(published, indikator, str(period))
        if found and indikator == "target":
            return _targets(published, found, period)
        if found:
            told = _of_the_city(published, indikator, str(period))
            return say("{indicator} di {city} {when}: {list}.", list=_listed(found), **told)
    return say(
        "{indicator} untuk {city}: belum ada angka yang terbit.",
        indicator=called,
        city=name(published, CITY),
    )


def _in_order(published: Published, indikator: str, period: str) -> list[Figure]:
    order = {rincian: i for i, rincian in enumerate(indicators()[indikator].rincian)}
    found = [f for f in published.city.categories(indikator, period) if f.has_value]
    return sorted(found, key=lambda f: (order.get(f.rincian, len(order)), f.rincian))


def _listed(figures: Sequence[Figure]) -> Sentence:
    if len(figures) <= MOST_LISTED:
        return enumeration(map(_with_amount, figures))
    lowest, *_, highest = sorted(figures, key=lambda f: (f.nilai or 0.0, f.rincian))
    counted = highest.satuan not in ESTIMATED_UNITS
    ends: dict[str, Value] = {"top": _with_amount(highest), "bottom": _with_amount(lowest)}
    if counted:
        return say("terbanyak {top}, tersedikit {bottom}", **ends)
    return say("tertinggi {top}, terendah {bottom}", **ends)


def _with_amount(figure: Figure) -> Sentence:
    return say("{name} ({amount})", name=category_text(figure), amount=_told(figure))


def _told(figure: Figure) -> Sentence:
    """The value; of a figure that is a change, also whether it is more than chance."""
    if indicators()[figure.indikator].perlindungan is not Protection.DERIVED:
        return amount(figure)
    effect = Effect(figure)
    clear = effect.verdict in (Verdict.UP, Verdict.DOWN)
    if clear:
        return say("{effect}", effect=effect)
    return say("{amount}; {effect}", amount=amount(figure), effect=effect)


def _targets(published: Published, targets: Sequence[Figure], period: Period) -> Sentence:
    """How many targets there are, then each in a sentence of its own."""
    many, when = number_text(len(targets)), during(published, period)
    return paragraph(
        say_many(
            "{city} menetapkan {many} target {when}.",
            len(targets),
            city=name(published, CITY),
            many=many,
            when=when,
        ),
        *(say("{name}: {amount}.", name=category_text(f), amount=amount(f)) for f in targets),
    )


def _organisation_ratings(published: Published) -> Sentence:
    for year in reversed(published.years):
        found = (
            published.figure(d.kode_opd, "predikat_opd", str(year)) for d in published.departments
        )
        ratings = Counter(f.kategori for f in found if f and f.status is Status.PUBLISHED)
        if ratings:
            said = enumeration(
                _rated(rating, ratings[rating]) for rating in _RATINGS if ratings[rating]
            )
            when = during(published, year)
            return say("Predikat kinerja organisasi {when}: {list}.", when=when, list=said)
    return say("Predikat kinerja organisasi belum dilaporkan.")


def _rated(rating: str, departments: int) -> Sentence:
    return say_many(
        "{count} OPD {rating}",
        departments,
        count=number_text(departments),
        rating=record_word(rating),
    )


_RATINGS = ("istimewa", "baik", "butuh perbaikan", "kurang", "sangat kurang")
