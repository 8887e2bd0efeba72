"""Every cell against its column's contract, and every row against the primary key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import pandas as pd

from suluh.contract import Column
from suluh.intake.constraints import BLANK, REPEATED_KEY, Failure, keeps_all
from suluh.intake.limits import MOST_PROBLEMS
from suluh.intake.names import masked_name, reads_like_a_name
from suluh.intake.nearest import nearest
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable
from suluh.intake.values import read_date, why_unread


def cell_problems(typed: TypedTable) -> Iterator[Problem]:
    """Yield every problem of a cell or key that one table shows by itself."""
    yield from _unread_cells(typed)
    if keeps_all(typed.table, typed.frame):
        return
    from suluh.intake.schema import failures  # noqa: PLC0415 pandera loads slowly

    found = list(islice(failures(typed.table, typed.frame), MOST_PROBLEMS + 1))
    for column in typed.table.columns:
        refused = [f for f in found if f.column == column.name]
        if refused and typed.sheet.has(column.name):
            yield from _refused_cells(typed, column, refused)
    yield from _repeated_keys(typed, {f.line for f in found if f.rule == REPEATED_KEY})


def _unread_cells(typed: TypedTable) -> Iterator[Problem]:
    for column in typed.table.columns:
        details = _expectations(column)
        spoilt = typed.sheet.spoilt.get(column.name, {})
        for line, text in typed.unread_texts(column.name):
            code = spoilt.get(line) or why_unread(column, text)
            yield typed.sheet.problem(code, line, column.name, details)


def _refused_cells(
    typed: TypedTable, column: Column, refused: Sequence[Failure]
) -> Iterator[Problem]:
    unread = set(typed.unread.get(column.name, ()))
    values = typed.frame.loc[[f.line for f in refused], column.name].to_dict()
    suggestions = nearest(
        (values[f.line] for f in refused if f.rule == "not-in-list"), column.enum
    )
    details = _expectations(column)
    for failure in refused:
        line = failure.line
        if failure.rule == "not-in-list":
            named = {**details, "nearest": suggestions.get(values[line], "")}
            yield typed.sheet.problem(failure.rule, line, column.name, named)
        elif failure.rule in ("pattern", "out-of-range"):
            yield typed.sheet.problem(failure.rule, line, column.name, details)
        elif failure.rule == BLANK and line not in unread:
            yield typed.sheet.problem("blank", line, column.name, details)


def _expectations(column: Column) -> Mapping[str, str]:
    """What the contract expects of a column, in the words of the messages."""
    return {
        "example": column.example,
        "example_local": _local_date(column),
        "expected": ", ".join(column.enum),
        **_limits(column),
    }


def _local_date(column: Column) -> str:
    day = read_date(column.example) if column.type == "date" else None
    return f"{day:%d/%m/%Y}" if day else ""


def _limits(column: Column) -> Mapping[str, str]:
    """The column's range in both languages; nothing for a column without one."""
    lowest, highest = column.minimum, column.maximum
    if lowest is not None and highest is not None:
        both = f"{lowest:g}", f"{highest:g}"
        return {"limits": " sampai ".join(both), "limits_en": " to ".join(both)}
    if lowest is not None:
        return {"limits": f"{lowest:g} atau lebih", "limits_en": f"{lowest:g} or more"}
    if highest is not None:
        return {"limits": f"{highest:g} atau kurang", "limits_en": f"{highest:g} or less"}
    return {}


def _repeated_keys(typed: TypedTable, lines: set[int]) -> Iterator[Problem]:
    if not lines:
        return
    key = list(typed.table.primary_key)
    keys = typed.frame.loc[typed.frame.index.difference(_lines_without_key(typed)), key]
    keys = keys[keys.duplicated(keep=False)]
    firsts = _first_lines(keys)
    told = sorted(lines & set(keys.index))
    texts = keys.loc[told].astype("str").fillna("–")
    shown = _without_names(texts, typed).agg(" · ".join, axis=1)
    for line in told:
        details = {"first": firsts[line], "key": shown[line], "key_columns": ", ".join(key)}
        yield typed.sheet.problem("duplicate-key", line, key[0], details)


def _without_names(keys: pd.DataFrame, typed: TypedTable) -> pd.DataFrame:
    """A name in place of a pseudonym is not repeated in the message of another cell."""
    names = [str(name) for name in keys if typed.table.column(str(name)).pseudonym]
    return keys.assign(**{name: keys[name].map(_initials) for name in names})


def _initials(code: str) -> str:
    return masked_name(code) if reads_like_a_name(code) else code


def _first_lines(keys: pd.DataFrame) -> pd.Series:
    """The line in which each line's key stands first."""
    groups = keys.assign(_line=keys.index).groupby(list(keys), sort=False, dropna=False)
    return groups["_line"].transform("first")


def _lines_without_key(typed: TypedTable) -> pd.Index:
    """Lines whose key has a cell that is unread, or blank though required."""
    lines = typed.frame.index[:0]
    for name in typed.table.primary_key:
        lines = lines.union(typed.unread.get(name, lines[:0]))
        if typed.table.column(name).required:
            lines = lines.union(typed.frame.index[typed.frame[name].isna()])
    return lines
