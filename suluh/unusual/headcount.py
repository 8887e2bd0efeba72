"""A department's headcount that jumps from one year to the next."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.intake.problems import Place
from suluh.records import Records
from suluh.unusual.finding import Finding, Key

LEAST_SHARE, LEAST_PEOPLE = 0.25, 10
"""A jump is both: this share of last year's staff, and this many people, or more."""


def headcount_jumps(records: Records) -> Iterator[Finding]:
    """Yield a finding for each year whose headcount jumped."""
    if "pegawai" not in records.tables:
        return
    staff = records.tables["pegawai"]
    counted = staff.groupby(["kode_opd", "tahun"])["jumlah"].sum()
    by_year = dict(zip(counted.index.tolist(), counted.tolist(), strict=True))
    for (kode_opd, tahun), people in by_year.items():
        before = by_year.get((kode_opd, tahun - 1))
        if before is not None and is_jump(before, people):
            rows = staff.index[(staff["kode_opd"] == kode_opd) & (staff["tahun"] == tahun)]
            yield Finding(
                Key("headcount-jump", kode_opd, str(tahun)),
                Place("pegawai.csv", records.lines_of("pegawai", rows)[0], "jumlah"),
                {"before": before, "after": people, "year_before": tahun - 1},
            )


def is_jump(before: int, after: int) -> bool:
    """Whether the step between two years' headcounts is a jump."""
    step = abs(after - before)
    return step >= LEAST_PEOPLE and step >= LEAST_SHARE * before
