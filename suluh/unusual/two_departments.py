"""A person recorded in two departments at once: a move has a day, and one day has one department.

Evaluated in both for periods that overlap, in trainings of both on the same day, or evaluated in
one for a quarter in which the other sent the person to a training. The evaluation of a whole year
beside a training is no sign: staff move within a year.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.intake.problems import Place
from suluh.intake.typed import looked_up
from suluh.periods import Period
from suluh.records import Records
from suluh.unusual.finding import Finding, Key

_COLUMNS = ["id_pegawai", "kode_opd", "first", "last", "table", "row", "periode"]
_TRAINING_DAYS = ("tanggal_mulai", "tanggal_selesai")


def in_two_departments(records: Records) -> Iterator[Finding]:
    """Yield a finding for each person and period; `kode_opd` is the first of the departments."""
    people = _of_several_departments(records)
    spells = pd.concat([_evaluated(records, people), _trained(records, people)])
    pairs = _overlaps(spells)
    for key, found in pairs.groupby(["kode_opd", "periode", "id_pegawai"], sort=True):
        kode_opd, periode, person = map(str, key)
        latest = found.sort_values(["kode_opd_y", "table_y", "row_y"]).iloc[0]
        table = records.contract.tables[latest["table_y"]]
        line = records.lines_of(table.name, pd.Index([latest["row_y"]]))[0]
        others = ", ".join(sorted(found["kode_opd_y"].unique()))
        yield Finding(
            Key("person-in-two-departments", kode_opd, periode, person),
            Place(table.path, line, "id_pegawai"),
            {"person": person, "others": others},
        )


def _of_several_departments(records: Records) -> pd.Series:
    """The few people who were ever in more than one department."""
    tables = (records.tables.get(name) for name in ("evaluasi", "peserta"))
    known = [frame[["id_pegawai", "kode_opd"]] for frame in tables if frame is not None]
    places = pd.concat([pd.DataFrame(columns=_COLUMNS[:2]), *known]).drop_duplicates()
    return places["id_pegawai"][places["id_pegawai"].duplicated()]


def _evaluated(records: Records, people: pd.Series) -> pd.DataFrame:
    """The days that each evaluation of these people is of."""
    if "evaluasi" not in records.tables:
        return pd.DataFrame(columns=_COLUMNS)
    own = _of(people, records.tables["evaluasi"])
    periods = {text: Period.parse(text) for text in own["periode"].unique()}
    return _spells(
        own,
        "evaluasi",
        own["periode"].map({text: period.start for text, period in periods.items()}),
        own["periode"].map({text: period.end for text, period in periods.items()}),
        own["periode"],
    )


def _trained(records: Records, people: pd.Series) -> pd.DataFrame:
    """The days of each training that these people took part in."""
    if not {"peserta", "pelatihan"} <= records.tables.keys():
        return pd.DataFrame(columns=_COLUMNS)
    held = records.tables["pelatihan"].set_index("id_pelatihan")
    own = _of(people, records.tables["peserta"])
    first, last = (looked_up(own["id_pelatihan"], held[day]) for day in _TRAINING_DAYS)
    return _spells(own, "peserta", first, last, "")


def _of(people: pd.Series, frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["id_pegawai"].isin(people)]


def _spells(
    own: pd.DataFrame, table: str, first: pd.Series, last: pd.Series, periode: pd.Series | str
) -> pd.DataFrame:
    """Rows of a table as days in a department; typed, also where there are none."""
    return own[["id_pegawai", "kode_opd"]].assign(
        first=pd.to_datetime(first),
        last=pd.to_datetime(last),
        table=table,
        row=own.index,
        periode=periode,
    )


def _overlaps(spells: pd.DataFrame) -> pd.DataFrame:
    """Pairs of spells of one person in two departments that share a day, with their period."""
    spells = spells.astype({"first": "datetime64[s]", "last": "datetime64[s]"})
    pairs = spells.merge(spells, on="id_pegawai", suffixes=("", "_y"))
    pairs = pairs[pairs["kode_opd"] < pairs["kode_opd_y"]]
    pairs = pairs[(pairs["first"] <= pairs["last_y"]) & (pairs["first_y"] <= pairs["last"])]
    a_year = (pairs["periode"].str.len() == len("2026")) | (
        pairs["periode_y"].str.len() == len("2026")
    )
    pairs = pairs[~(a_year & (pairs["table"] != pairs["table_y"]))]
    starts = pairs[["first", "first_y"]].max(axis=1)
    return pairs.assign(periode=[str(Period.quarter_of(day)) for day in starts])
