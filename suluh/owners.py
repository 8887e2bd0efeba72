"""Who answers for an indicator; the list is `owners.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from suluh.text import pair


@dataclass(frozen=True)
class Owner:
    """`ditetapkan`: the city has confirmed it; without that it is a proposal."""

    id: str
    nama: str
    nama_en: str
    ditetapkan: bool


@cache
def owners() -> Mapping[str, Owner]:
    """Every owner by id."""
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return {id_: _owner(id_, fields) for id_, fields in tomllib.load(file).items()}


def _owner(id_: str, fields: dict[str, Any]) -> Owner:
    return Owner(id=id_, nama=pair(fields.pop("nama"), fields["nama_en"]), **fields)
