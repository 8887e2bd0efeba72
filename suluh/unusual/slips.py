"""Numbers that one digit too many makes: more hours than days hold, ten times the users."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.intake.problems import Place
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.records import Records
from suluh.unusual.finding import Finding, Key

MOST_JP_A_DAY = 16
"""Twelve hours of lessons: a JP lasts 45 minutes. No training teaches longer day after day."""

TIMES, LEAST_USERS = 8, 100
"""Users are asked about where they are this many times, or this small a part of, those of the
year before, and where the larger of both years has at least this many."""


def hours_beyond_days(records: Records) -> Iterator[Finding]:
    """Yield a finding for each training with more JP than its days can hold."""
    if "pelatihan" not in records.tables:
        return
    held = records.tables["pelatihan"]
    days = (held["tanggal_selesai"] - held["tanggal_mulai"]).dt.days + 1
    for row in held.index[held["jp"] > MOST_JP_A_DAY * days]:
        (line,) = records.lines_of("pelatihan", pd.Index([row]))
        last = Period(pd.Timestamp(held["tanggal_selesai"][row]).year)
        yield Finding(
            Key("training-hours", "", str(last), str(held["id_pelatihan"][row])),
            Place("pelatihan.csv", line, "jp"),
            {**_numbers(hours=held["jp"][row], days=days[row]), "most": MOST_JP_A_DAY},
        )


def users_jumps(records: Records) -> Iterator[Finding]:
    """Yield a finding for each year in which the users of a service jumped."""
    if "layanan" not in records.tables:
        return
    services = records.tables["layanan"].dropna(subset="jumlah_pengguna")
    keys = zip(services["kode_opd"], services["layanan"], services["tahun"], strict=True)
    lines = records.lines_of("layanan", services.index)
    counted = dict(zip(keys, zip(services["jumlah_pengguna"], lines, strict=True), strict=True))
    for (kode_opd, layanan, tahun), (after, line) in counted.items():
        before, _ = counted.get((kode_opd, layanan, tahun - 1), (None, 0))
        over = not Period(tahun).is_under_way(records.as_of)
        if before is not None and is_jump(before, after, over=over):
            yield Finding(
                Key("users-jump", kode_opd, str(tahun), layanan),
                Place("layanan.csv", line, "jumlah_pengguna"),
                {**_numbers(before=before, after=after), "year_before": tahun - 1},
            )


def is_jump(before: int, after: int, *, over: bool) -> bool:
    """Whether the users of two years differ that much; few say little of a year not `over`."""
    larger, smaller = max(before, after), min(before, after)
    if larger < LEAST_USERS or larger < TIMES * smaller:
        return False
    return over or after > before


def _numbers(**values: float) -> dict[str, str]:
    """Numbers as a message names them, in both languages."""
    return {
        f"{name}{suffix}": number_text(value, 0 if value == int(value) else 1, lang)
        for name, value in values.items()
        for lang, suffix in (("id", ""), ("en", "_en"))
    }
