"""Which figure an indicator's example is of: a department's, of the newest period that is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from suluh.catalogue import Indicator, Protection, indicators
from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.worked import complaints, effects, evaluation, promises, survey, training
from suluh.worked.example import Example
from suluh.worked.method import Method

METHODS: Mapping[str, Method] = {
    **survey.METHODS,
    **training.METHODS,
    **evaluation.METHODS,
    **complaints.METHODS,
    **promises.METHODS,
    **effects.METHODS,
}


_OF_PEOPLE = (Protection.COUNT, Protection.SHARE, Protection.SPLIT)


def worked_example(published: Published, indikator: str) -> Example | None:
    """The first that can be worked out from what is published; one of 0 or 100 % only at need."""
    method, plain = METHODS[indikator], None
    for figure in _candidates(published, indicators()[indikator]):
        example = method(published, figure)
        if example and _names_few(published, example):
            continue
        if example and figure.nilai not in (0.0, 100.0):
            return example
        plain = plain or example
    return plain


def _names_few(published: Published, example: Example) -> bool:
    """Whether it would print a count of people as small as those that are hidden.

    The published share and its n give it away as well, but an example need not spell it out.
    """
    if indicators()[example.figure.indikator].perlindungan not in _OF_PEOPLE:
        return False
    least = published.contract.policy.smallest_count
    return any(0 < g.value < least for g in example.givens if g.figure is None)


def _candidates(published: Published, indicator: Indicator) -> Iterator[Figure]:
    """Departments by code, newest period first, years before quarters; the city last."""
    codes = () if indicator.hanya_kota else sorted(d.kode_opd for d in published.departments)
    for period in _periods(published, indicator):
        for kode_opd in (*codes, CITY):
            for rincian in _categories(published, indicator, kode_opd, str(period)):
                figure = published.figure(kode_opd, indicator.id, str(period), rincian)
                if figure and (figure.has_value or figure.kategori):
                    yield figure


def _periods(published: Published, indicator: Indicator) -> list[Period]:
    """Those over before those under way; the newest of each first."""
    kinds = [p for p in published.periods if p.is_year == indicator.tahun]
    return sorted(kinds, key=lambda p: (p.end <= published.as_of, p), reverse=True)


def _categories(
    published: Published, indicator: Indicator, kode_opd: str, period: str
) -> tuple[str, ...]:
    if indicator.total:
        return ("",)
    if not indicator.open_ended:
        return indicator.rincian
    return tuple(f.rincian for f in published.of(kode_opd).categories(indicator.id, period))
