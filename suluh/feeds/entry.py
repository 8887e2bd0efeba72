"""An entry of a feed: one thing that happened, on a day that the records name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from suluh.figures import CITY
from suluh.published import Published

Kind: TypeAlias = Literal["angka", "komitmen", "koreksi", "forum"]


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is its name for ever, below the site's; `path` leads to where the site shows it."""

    key: tuple[str, ...]
    kode_opd: str
    day: date
    kind: Kind
    title: str
    summary: str
    path: str


def short_name(published: Published, kode_opd: str) -> str:
    """`Disdukcapil`: what a department is called where room is short."""
    if kode_opd == CITY:
        return published.contract.city
    return published.department(kode_opd).short_name


def page_of(kode_opd: str) -> str:
    """The path of a department's page, or of the home page for `kota`."""
    return "" if kode_opd == CITY else f"opd/{kode_opd}/"
