"""Which year is still under way."""

from __future__ import annotations

from suluh.periods import Period
from suluh.published import Published


def running_year(published: Published) -> Period | None:
    """The year under way on the day of the data; None on its last day."""
    newest = published.years[-1]
    return newest if newest.is_under_way(published.as_of) else None
