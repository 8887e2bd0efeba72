"""Targets: what a department, or every one, set out to reach in a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from suluh.indicators.counts import SCALE, Counts, fixed
from suluh.indicators.derivation import Derivation, Draw, Input
from suluh.indicators.entries import Entries, tallied
from suluh.indicators.grid import Grid
from suluh.indicators.known import Known
from suluh.indicators.rows import Rows, by_category

EVERYONE = ""
"""`kode_opd` of a target for every department and the city."""


def entries(known: Known) -> Mapping[str, Entries]:
    rows = known.tables["target"]
    keys = {
        "kode_opd": rows["kode_opd"].fillna(EVERYONE),
        "periode": rows["tahun"] * 10,
        "indikator": rows["indikator"],
    }
    return {"target": Entries("target", rows.index, keys, {"nilai": fixed(rows["nilai"])})}


def reduce(known: Known) -> Counts:
    return tallied(entries(known))


def totals(counts: Counts, grid: Grid) -> Mapping[str, pd.DataFrame]:
    """A department's own target, else the one for everyone; no row where there is neither."""
    targets = counts["target"]["nilai"]
    general = targets.index.get_level_values("kode_opd") == EVERYONE
    places = grid.places.to_frame(index=False)
    common = targets[general].reset_index(["periode", "indikator"])
    spread = places.merge(common, on="periode").set_index(["kode_opd", "periode", "indikator"])
    own = targets[~general]
    by_place = pd.concat([own, spread["nilai"].drop(own.index, errors="ignore")])
    return {"target": by_place.to_frame()}


def figures(counts: Counts, grid: Grid) -> Iterator[Rows]:
    """Targets by the indicator they are for."""
    yield by_category(grid, "target", totals(counts, grid)["target"]["nilai"] / SCALE)


def derivation(_indikator: str, rincian: str) -> Derivation:
    draw = Draw("target", category={"indikator": rincian}, own_or_common=True)
    return Derivation("cacah", (draw,), {"k": Input("target", "nilai", SCALE, (rincian,))})
