"""Dates that can be true but look mistyped: far ahead of all others, or a training of years.

There is no clock: the newest date is the date of the data, so one wrong year moves the whole
site (docs/adr/0006). That is why a date is compared with all the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from suluh.intake.problems import Place
from suluh.periods import Period
from suluh.records import Records
from suluh.unusual.finding import Finding, Key

FAR_DAYS = 366
"""Records are never this long without any event: what comes later than that is far ahead."""

HANDFUL = 10
"""More dates than these at the far end are no slip, but a city that went on recording."""

LONG_TRAINING_DAYS = 2 * 366


def dates_far_ahead(records: Records) -> Iterator[Finding]:
    """Yield a finding for each date more than `FAR_DAYS` after all records but the last few."""
    events = _events(records)
    newest = _newest_of_most(events["day"])
    if newest is None:
        return
    far = events[events["day"] > newest]
    for row in far.sort_values(["table", "line", "column"]).itertuples():
        table = records.contract.tables[str(row.table)]
        day = pd.Timestamp(str(row.day)).date()
        yield Finding(
            Key("date-far-ahead", str(row.kode_opd), str(Period.quarter_of(day)), table.name),
            Place(table.path, int(str(row.line)), str(row.column)),
            {"day": day, "newest": newest.date()},
        )


def _events(records: Records) -> pd.DataFrame:
    """Every date that can be the date of the data, and where it is."""
    found = [
        pd.DataFrame(
            {
                "day": frame[column.name],
                "kode_opd": frame["kode_opd"].fillna("") if "kode_opd" in frame else "",
                "table": name,
                "column": column.name,
                "line": records.lines_of(name, frame.index),
            }
        )
        for name, frame in records.tables.items()
        for column in records.contract.tables[name].columns
        if column.event
    ]
    columns = ["day", "kode_opd", "table", "column", "line"]
    return pd.concat(found).dropna(subset="day") if found else pd.DataFrame(columns=columns)


def _newest_of_most(days: pd.Series) -> pd.Timestamp | None:
    """The last day before a gap that only a handful of dates, and the fewer, lie behind."""
    behind = min(HANDFUL, (len(days) - 1) // 2)
    if behind < 1:
        return None
    ordered = days.nlargest(behind + 1).sort_values().reset_index(drop=True)
    gaps = ordered.diff() > timedelta(FAR_DAYS)
    return ordered[int(gaps.to_numpy().argmax()) - 1] if gaps.any() else None


def long_trainings(records: Records) -> Iterator[Finding]:
    """Yield a finding for each training of more than two years."""
    if "pelatihan" not in records.tables:
        return
    held = records.tables["pelatihan"]
    days = (held["tanggal_selesai"] - held["tanggal_mulai"]).dt.days
    for row in held.index[days > LONG_TRAINING_DAYS]:
        first, last = (_day(held, row, name) for name in ("tanggal_mulai", "tanggal_selesai"))
        (line,) = records.lines_of("pelatihan", pd.Index([row]))
        yield Finding(
            Key("training-long", "", str(last.year), str(held["id_pelatihan"][row])),
            Place("pelatihan.csv", line, "tanggal_selesai"),
            {"first": first, "last": last},
        )


def _day(frame: pd.DataFrame, row: int, column: str) -> date:
    return pd.Timestamp(frame[column][row]).date()
