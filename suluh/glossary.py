"""The words a reader may not know: what each means, plainly, with an everyday example.

The glossary itself is `glossary.toml`. The page of all terms and the explanations where a term
stands on a page are both drawn from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suluh.text import message_of


@dataclass(frozen=True)
class Term:
    """One term; `id` is its anchor, `tanda` the mark that stands for it in tables."""

    id: str
    nama: str
    arti: str
    contoh: str
    kepanjangan: str = ""
    tanda: str = ""
    lihat: tuple[str, ...] = ()
    metodologi: str = ""  # a section of the methodology page
    umum: bool = False  # no template explains it at the point of use


_TEXTS = ("nama", "kepanjangan", "arti", "contoh")
"""What a reader sees of a term; the messages of `glossary.toml`."""


@cache
def glossary() -> Mapping[str, Term]:
    """Every term by its anchor, in the order of the page."""
    text = Path(__file__).with_name("glossary.toml").read_text(encoding="utf-8")
    return {id_: _term(id_, fields) for id_, fields in tomllib.loads(text).items()}


def _term(id_: str, fields: Mapping[str, Any]) -> Term:
    told = {k: message_of(v) if k in _TEXTS else v for k, v in fields.items()}
    return Term(id_, **told | {"lihat": tuple(fields.get("lihat", ()))})
