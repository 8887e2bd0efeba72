"""The messages of our TOML files, for `make words`; Babel knows no TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, TypeAlias

Found: TypeAlias = tuple[int, None, str, list[str]]


def extract(
    file: BinaryIO, _keywords: object, _tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Found]:
    """Every text under one of the `keys` in any of the file's tables, as Babel wants them."""
    keys = options["keys"].split()
    for name, table in tomllib.load(file).items():
        yield from ((0, None, table[key], [name]) for key in keys if table.get(key))
