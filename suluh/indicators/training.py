"""Training: hours (JP), reach, completion, and Kirkpatrick's levels 1 to 3.

A participation belongs to the quarter in which its training ended and to its own department.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
from suluh.indicators.derivation import Derivation, Draw, Input, Need
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, by_category, count, figure, mean, ratio, share

JP_MINIMUM = 20
"""JP a year that a PNS has a right to, PP 11/2017 art. 203(4); PPPK have no such minimum."""

ANSWERS = {"kepuasan": "pelatihan_kepuasan", "penerapan": "pelatihan_penerapan"}
SCORES = (1, 2, 3, 4)
APPLIED = (3, 4)
"""Answers to `penerapan` that say it is applied at work: the upper half of the scale."""

TESTS = ("awal", "akhir", "selisih")

COMPLETED = Need("tidak_selesai", ("selesai",))


def entries(known: Known) -> Mapping[str, Entries]:
    """Participations by quarter, by person and year, and by theme and year."""
    rows = _participations(known)
    by_person: Columns = {
        "id_pegawai": rows["id_pegawai"],
        "kode_opd": rows["kode_opd"],
        "periode": period_codes.years(rows["periode"]),
    }
    permanent = rows["jenis_asn"] == "PNS"
    done = {"selesai": rows["selesai"]}
    people = {**done, "pns": rows["selesai"] & permanent, "jp_pns": rows["jp"] * permanent}
    by_theme = {k: by_person[k] for k in ("kode_opd", "periode")} | {"tema": rows["tema"]}
    every = known.tables["peserta"].index
    return {
        name: Entries(
            "peserta",
            rows.index,
            keys,
            sums,
            {"pelatihan_belum_selesai": every.difference(rows.index)},
            {"pelatihan": rows["baris_pelatihan"]},
        )
        for name, keys, sums in (
            ("peserta", {k: rows[k] for k in ("kode_opd", "periode")}, _sums(rows)),
            ("peserta_orang", by_person, people),
            ("peserta_tema", by_theme, done),
        )
    }


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """Sums of participations, of people and of the headcount at every place, and by theme."""
    return {
        "peserta": grid.lay(with_city(with_years(counts["peserta"]))),
        "peserta_orang": grid.lay(_people(counts["peserta_orang"])),
        "peserta_tema": with_city(counts["peserta_tema"]),
        **staff.totals(counts, grid),
    }


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Every indicator drawn from training."""
    laid = totals(counts, grid)
    done = laid["peserta"]
    yield from _hours_and_reach(laid, grid)
    yield share(grid, "pelatihan_kelulusan", done["selesai"], done["ikut"])
    yield from _themes(laid, grid)
    yield from _tests(done, grid)
    for answer, indikator in ANSWERS.items():
        numbers = done[[f"{answer}/{score}" for score in SCORES]].set_axis(SCORES, axis=1)
        for score in SCORES:
            yield count(grid, indikator, numbers[score], numbers.sum(axis=1), rincian=str(score))
    yield share(grid, "pelatihan_diterapkan", done["diterapkan"], done["dijawab"])


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
            "baris_pelatihan": trainings.index,
        }
    )
    by_id = trainings.set_index("id_pelatihan")
    rows = known.tables["peserta"].join(by_id, on="id_pelatihan", how="inner")
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
    applied = rows["penerapan"]
    return sums | {"dijawab": applied.notna(), "diterapkan": applied.isin(APPLIED)}


def _hours_and_reach(laid: Mapping[str, pd.DataFrame], grid: Grid) -> Iterator[Rows]:
    """Figures whose denominator is the headcount of the year."""
    done, people, head = (laid[name] for name in ("peserta", "peserta_orang", "pegawai"))
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


def _themes(laid: Mapping[str, pd.DataFrame], grid: Grid) -> Iterator[Rows]:
    """Completed participations, in all and by theme."""
    yield count(grid, "pelatihan_peserta", laid["peserta"]["selesai"])
    by_theme = laid["peserta_tema"]["selesai"]
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


def derivation(indikator: str, rincian: str) -> Derivation:
    match indikator:
        case "jp_rata" | "jp_triwulan":
            hours = {"jp": Input("peserta", "jp", SCALE), "pegawai": Input("pegawai", "pegawai")}
            return Derivation("laju", (Draw("peserta", (COMPLETED,)), staff.STAFF), hours)
        case "jp_terpenuhi" | "pelatihan_cakupan":
            return _of_people(indikator)
        case "pelatihan_kelulusan":
            shares = {"k": Input("peserta", "selesai"), "n": Input("peserta", "ikut")}
            return Derivation("bagian", (Draw("peserta", counted="selesai"),), shares)
        case "pelatihan_peserta":
            return _of_completed(rincian)
        case "pelatihan_nilai" | "pelatihan_peningkatan":
            return _of_tests(rincian or "selisih")
        case _:
            return _of_answers(indikator.removeprefix("pelatihan_"), rincian)


def _of_people(indikator: str) -> Derivation:
    if indikator == "pelatihan_cakupan":
        draw = Draw("peserta_orang", (COMPLETED,))
        shares = {"k": Input("peserta_orang", "orang"), "n": Input("pegawai", "pegawai")}
        return Derivation("bagian", (draw, staff.STAFF), shares)
    draw = Draw("peserta_orang", (COMPLETED, Need("bukan_pns", ("pns",))))
    shares = {"k": Input("peserta_orang", "terpenuhi"), "n": Input("pegawai", "pns")}
    return Derivation("bagian", (draw, staff.PERMANENT_STAFF), shares)


def _of_completed(theme: str) -> Derivation:
    if not theme:
        done = {"k": Input("peserta", "selesai")}
        return Derivation("cacah", (Draw("peserta", (COMPLETED,)),), done)
    draw = Draw("peserta_tema", (COMPLETED,), category={"tema": theme})
    return Derivation("cacah", (draw,), {"k": Input("peserta_tema", "selesai", category=(theme,))})


def _of_tests(test: str) -> Derivation:
    tested = Need("tanpa_dua_nilai", ("teruji",))
    sums = {
        "n": Input("peserta", "teruji"),
        "jumlah": Input("peserta", test, SCALE),
        "kuadrat": Input("peserta", f"{test}_kuadrat", SCALE**2),
    }
    return Derivation("rata", (Draw("peserta", (COMPLETED, tested)),), sums)


def _of_application() -> Derivation:
    draw = Draw("peserta", (Need("tanpa_jawaban", ("dijawab",)),), counted="diterapkan")
    shares = {"k": Input("peserta", "diterapkan"), "n": Input("peserta", "dijawab")}
    return Derivation("bagian", (draw,), shares)


def _of_answers(question: str, score: str) -> Derivation:
    if question == "diterapkan":
        return _of_application()
    answers = tuple(f"{question}/{s}" for s in SCORES)
    needs = (Need("tanpa_jawaban", answers), Need("nilai_lain", (f"{question}/{score}",)))
    given = {"k": Input("peserta", f"{question}/{score}")}
    return Derivation("cacah", (Draw("peserta", needs),), given)
