"""A record belongs to a department that existed when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from suluh.intake.folder import Folder
from suluh.intake.problems import Problem
from suluh.intake.typed import TypedTable, looked_up
from suluh.periods import PERIOD_PATTERN, Period

DATED_BY = {
    "skm": "tanggal",
    "pengaduan": "tanggal_masuk",
    "forum": "tanggal",
    "komitmen": "tanggal",
    "kisah": "tanggal",
}
"""The date on which the department of a record must exist; others go by year or period."""


def departments_are_valid(folder: Folder) -> Iterator[Problem]:
    """Check that a department was valid on the day, or on some day of the year or period."""
    if "opd" not in folder.tables:
        return
    departments = folder.tables["opd"].frame.dropna(subset="kode_opd")
    departments = departments.drop_duplicates("kode_opd").set_index("kode_opd")
    for typed in folder.tables.values():
        if "kode_opd" in typed.frame and typed.table.name != "opd":
            yield from _outside(typed, _when(typed, folder), departments)


def _outside(
    typed: TypedTable, when: pd.DataFrame, departments: pd.DataFrame
) -> Iterator[Problem]:
    """Compare [first, last] of each record with its department's validity."""
    codes = typed.frame["kode_opd"]
    valid = looked_up(codes, departments[["berlaku_mulai", "berlaku_sampai"]])
    starts, ends = valid["berlaku_mulai"], valid["berlaku_sampai"]
    outside = (when["last"] < starts) | (when["first"] > ends)
    said = _said(when["said"][outside])
    for line in said.index:
        details = {
            "when": said[line],
            "valid": _span(starts[line], ends[line]),
            "nearest": _successor(departments, codes[line], when["first"][line]),
        }
        yield typed.sheet.problem("department-not-valid", line, "kode_opd", details)


def _said(when: pd.Series) -> pd.Series:
    """Days as text; periods are."""
    return when.dt.strftime("%Y-%m-%d") if when.dtype.kind == "M" else when


def _when(typed: TypedTable, folder: Folder) -> pd.DataFrame:
    """First and last day of each record, and what to say of it: a day or a period."""
    name, frame = typed.table.name, typed.frame
    if name in DATED_BY:
        day = frame[DATED_BY[name]]
        return pd.DataFrame({"first": day, "last": day, "said": day})
    if name == "peserta":
        return _training_days(frame["id_pelatihan"], folder)
    return _period_days(frame["periode" if "periode" in frame else "tahun"])


def _training_days(trainings: pd.Series, folder: Folder) -> pd.DataFrame:
    names = {"tanggal_mulai": "first", "tanggal_selesai": "last"}
    if "pelatihan" in folder.tables:
        known = folder.tables["pelatihan"].frame.dropna(subset="id_pelatihan")
        known = known.drop_duplicates("id_pelatihan").set_index("id_pelatihan")
    else:
        known = pd.DataFrame(columns=list(names), dtype="datetime64[s]")
    days = looked_up(trainings, known[list(names)].rename(columns=names))
    return days.assign(said=days["last"])


def _period_days(periods: pd.Series) -> pd.DataFrame:
    texts = periods.astype("str")
    known = {text: Period.parse(text) for text in texts.dropna().unique() if _is_period(text)}
    ends = [(period.start, period.end) for period in known.values()]
    days = pd.DataFrame(ends, list(known), ["first", "last"], dtype="datetime64[s]")
    return looked_up(texts, days).assign(said=texts)


def _is_period(text: str) -> bool:
    """Whether it can be a period; the contract's pattern or range reports what cannot."""
    return re.fullmatch(PERIOD_PATTERN, text) is not None


def _span(start: pd.Timestamp, end: pd.Timestamp) -> str:
    return " – ".join("…" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (start, end))


def _successor(departments: pd.DataFrame, code: str, day: pd.Timestamp) -> str:
    """Return the department that had taken over by that day, if one is recorded."""
    department = departments.loc[code]
    ended = department["berlaku_sampai"] < day
    return str(department["penerus"]) if ended and pd.notna(department["penerus"]) else ""
