"""What is asked of those who answer the survey, under the titles the contract gives it."""

from __future__ import annotations

from collections.abc import Mapping

from suluh.published import Published
from suluh.text import pair


def trait_titles(published: Published) -> Mapping[str, str]:
    """The title of each column of the survey."""
    table = published.contract.tables.get("skm")
    columns = table.columns if table else ()
    return {c.name: pair(c.titles["id"], c.titles["en"]) for c in columns}
