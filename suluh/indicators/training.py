"""Training: hours (JP), reach, completion, and Kirkpatrick's levels 1 to 3.

A participation belongs to the quarter in which its training ended and to its own department.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from suluh.figures import CITY
from suluh.indicators import period_codes, staff
from suluh.indicators.counts import (
    SCALE,
    Columns,
    Counts,
    fixed,
    moved,
    tally,
    with_city,
    with_years,
)
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, by_category, count, figure, mean, ratio, share

JP_MINIMUM = 20
"""JP a year that a PNS has a right to, PP 11/2017 art. 203(4); PPPK have no such minimum."""

ANSWERS = {"kepuasan": "pelatihan_kepuasan", "penerapan": "pelatihan_penerapan"}
SCORES = (1, 2, 3, 4)
TESTS = ("awal", "akhir", "selisih")


def reduce(known: Known) -> Counts:
    """Participations by quarter, by person and year, and by theme and year."""
    rows = _participations(known)
    by_person: Columns = {
        "id_pegawai": rows["id_pegawai"],
        "kode_opd": rows["kode_opd"],
        "periode": period_codes.years(rows["periode"]),
    }
    permanent = rows["jenis_asn"] == "PNS"
    by_theme = {k: by_person[k] for k in ("kode_opd", "periode")}
    return {
        "peserta": tally({k: rows[k] for k in ("kode_opd", "periode")}, _sums(rows)),
        "peserta_orang": tally(
            by_person, {"selesai": rows["selesai"], "jp_pns": rows["jp"] * permanent}
        ),
        "peserta_tema": tally(by_theme | {"tema": rows["tema"]}, {"selesai": rows["selesai"]}),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from training."""
    done = grid.lay(with_city(with_years(counts["peserta"])))
    yield from _hours_and_reach(done, counts, grid)
    yield share(grid, "pelatihan_kelulusan", done["selesai"], done["ikut"])
    yield from _themes(done, counts, grid)
    yield from _tests(done, grid)
    for answer, indikator in ANSWERS.items():
        numbers = done[[f"{answer}/{score}" for score in SCORES]].set_axis(SCORES, axis=1)
        for score in SCORES:
            yield count(grid, indikator, numbers[score], numbers.sum(axis=1), rincian=str(score))


def _participations(known: Known) -> pd.DataFrame:
    """Participations in trainings that ended by `as_of`, with what the indicators need.

    `jp` and the tests are in `SCALE`-ths; only a completed participation has any.
    """
    trainings = known.tables["pelatihan"]
    trainings = pd.DataFrame(
        {
            "id_pelatihan": trainings["id_pelatihan"],
            "tema": trainings["tema"],
            "periode": period_codes.quarters(trainings["tanggal_selesai"]),
            "jp": fixed(trainings["jp"]),
        }
    )
    rows = known.tables["peserta"].merge(trainings, on="id_pelatihan")
    completed = rows["status"] == "selesai"
    tested = completed & rows["nilai_awal"].notna() & rows["nilai_akhir"].notna()
    before, after = fixed(rows["nilai_awal"]) * tested, fixed(rows["nilai_akhir"]) * tested
    return rows.assign(
        selesai=completed,
        jp=rows["jp"] * completed,
        teruji=tested,
        awal=before,
        akhir=after,
        selisih=after - before,
    )


def _sums(rows: pd.DataFrame) -> Columns:
    sums: dict[str, pd.Series] = {"ikut": pd.Series(1, rows.index)}
    sums |= {name: rows[name] for name in ("selesai", "jp", "teruji", *TESTS)}
    sums |= {f"{test}_kuadrat": rows[test] ** 2 for test in TESTS}
    for answer in ANSWERS:
        sums |= {f"{answer}/{s}": rows[answer].eq(s).fillna(value=False) for s in SCORES}
    return sums


def _hours_and_reach(done: pd.DataFrame, counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Figures whose denominator is the headcount of the year."""
    head = staff.headcount(counts, grid)
    people = grid.lay(_people(counts["peserta_orang"]))
    reported, permanent_reported = head["laporan"] > 0, head["laporan_pns"] > 0
    for indikator in ("jp_rata", "jp_triwulan"):
        hours = ratio(done["jp"], head["pegawai"] * SCALE)
        yield figure(grid, indikator, hours, head["pegawai"], reported=reported)
    yield share(
        grid, "jp_terpenuhi", people["terpenuhi"], head["pns"], reported=permanent_reported
    )
    yield share(grid, "pelatihan_cakupan", people["orang"], head["pegawai"], reported=reported)


def _people(by_person: pd.DataFrame) -> pd.DataFrame:
    """People who completed a training, and PNS who reached the minimum, in a year.

    For the city a person's JP are summed over all departments.
    """
    sums = pd.concat([by_person, moved(by_person, "kode_opd", CITY)])
    return tally(
        {k: sums.index.get_level_values(k) for k in ("kode_opd", "periode")},
        {"orang": sums["selesai"] > 0, "terpenuhi": sums["jp_pns"] >= JP_MINIMUM * SCALE},
    )


def _themes(done: pd.DataFrame, counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Completed participations, in all and by theme."""
    yield count(grid, "pelatihan_peserta", done["selesai"])
    by_theme = with_city(counts["peserta_tema"])["selesai"]
    by_theme = by_theme[by_theme > 0]
    everyone = by_theme.groupby(level=["kode_opd", "periode"]).transform("sum")
    yield by_category(grid, "pelatihan_peserta", by_theme, everyone)


def _tests(done: pd.DataFrame, grid: Grid) -> Iterator[Rows]:
    """Scores before and after, and the gain, of those who completed and took both tests."""
    n = done["teruji"]
    for test, indikator, rincian in (
        ("awal", "pelatihan_nilai", "awal"),
        ("akhir", "pelatihan_nilai", "akhir"),
        ("selisih", "pelatihan_peningkatan", ""),
    ):
        yield mean(grid, indikator, n, done[test], done[f"{test}_kuadrat"], rincian=rincian)
