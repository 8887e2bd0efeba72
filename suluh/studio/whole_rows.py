"""What Vega need not find out, as the rows it draws are whole and known before it runs.

Vega-Lite guards every place and text against values that are missing, and has Vega look for the
lowest and the highest value of each scale, field by field: a sixth of a drawing's time.
`test_charts_drawing` holds what is left against Vega-Lite's own drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, object]
Rows: TypeAlias = Sequence[Row]

Rule: TypeAlias = dict[str, Any]
"""Where a channel's value comes from; the first in a list whose test holds."""

_GUARD = "!isValid("
_TEXT = re.compile(r'isValid\(datum\["(\w+)"\]\) \? datum\["\1"\] : ""\+datum\["\1"\]$')


def unguarded(vega: Mapping[str, Any]) -> dict[str, Any]:
    """A compiled drawing that takes every value as it is."""
    drawing = deepcopy(dict(vega))
    for mark in _marks(drawing):
        encoding = mark["encode"]["update"]
        mark["encode"]["update"] = {name: _plain(value) for name, value in encoding.items()}
    return drawing


def bounded(vega: Mapping[str, Any], data: Mapping[str, Rows]) -> list[dict[str, Any]]:
    """The scales of a compiled drawing with the lowest and the highest value of these rows.

    What is filtered out of a data set counts as well: it is drawn by another mark.
    """
    derived = {e["name"]: data[e["source"]] for e in vega["data"] if "source" in e}
    return [_bounded(scale, {**data, **derived}) for scale in vega["scales"]]


def _marks(group: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for mark in group.get("marks", ()):
        yield mark
        yield from _marks(mark)


def _plain(value: Rule | list[Rule]) -> Rule | list[Rule]:
    if isinstance(value, list):
        rest = [rule for rule in value if not rule.get("test", "").startswith(_GUARD)]
        return rest[0] if len(rest) == 1 else rest
    text = _TEXT.match(value.get("signal", ""))
    return {"field": text[1]} if text else value


def _bounded(scale: dict[str, Any], data: Mapping[str, Rows]) -> dict[str, Any]:
    if isinstance(scale["domain"], list):
        return scale
    values = list(_values(scale["domain"], data))
    return {**scale, "domain": [min(values), max(values)]} if values else scale


def _values(domain: Mapping[str, Any], data: Mapping[str, Rows]) -> Iterator[Any]:
    for source in domain.get("fields", [domain]):
        if isinstance(source, list):
            yield from source
        else:
            named = {**domain, "field": source} if isinstance(source, str) else source
            yield from (row[named["field"]] for row in data[named["data"]])
