"""Which year a page reports on: the newest full one the city has a figure for."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Published
from suluh.sentences.phrases import latest_complete


def year_of(published: Published, indikator: str, rincian: str = "") -> Period:
    """The newest full year with a city value; failing that one under way, or none at all."""
    figure = latest_complete(published, published.city.years(indikator, rincian))
    return Period.parse(figure.periode) if figure else _newest_full(published)


def running_year(published: Published) -> Period | None:
    """The year under way on the day of the data; None on its last day."""
    newest = published.years[-1]
    return newest if newest.end > published.as_of else None


def _newest_full(published: Published) -> Period:
    over = [year for year in published.years if year.end <= published.as_of]
    return over[-1] if over else published.years[-1]
