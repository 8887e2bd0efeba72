"""The charts of the whole city that a page shows: drawing takes time, so only those."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.charts import Chart, city_charts
from suluh.published import Published


def chosen_charts(published: Published, *names: str) -> Mapping[str, Chart]:
    """The city's charts of these ids; one without data is left out."""
    every = city_charts(published)
    return {name: every[name] for name in names if name in every}
