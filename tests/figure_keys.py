"""Which figure an element of a page shows: it says so itself, or the row of the table it is in."""

from __future__ import annotations

from typing import TypeAlias

from lxml.html import HtmlElement

FigureKey: TypeAlias = tuple[str, str, str, str]
"""indikator, kode_opd, periode, rincian"""

_NAMES = ("data-indikator", "data-opd", "data-periode", "data-rincian")


def figure_key(element: HtmlElement) -> FigureKey:
    """Indikator, kode_opd, periode and rincian; four empty texts where nothing names them."""
    rows = element.iterancestors("tr")
    named = element if _NAMES[0] in element.attrib else next(rows, element)
    indikator, opd, periode, rincian = (named.get(name, "") for name in _NAMES)
    return indikator, opd, periode, rincian
