"""The change between two published figures, and whether it is more than chance.

Only published values and limits are used, so that a citizen can redo it from `angka.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from suluh.catalogue import indicators
from suluh.periods import Period
from suluh.published import Figure, Published

ESTIMATED_UNITS = frozenset({"indeks", "skor", "persen", "poin", "nilai"})
"""Units of means and shares: without limits nothing is said of their change."""

SMALLEST_SHARE = 10
"""People or cases that a share must rest on to be called changed, or above or below its target.

With fewer, Newcombe's interval claims too much: 0 of 1 and 3 of 3 would differ clearly, which
Fisher's exact test gives a chance of 1 in 4.
"""

GROWING = frozenset(
    {
        "skm_responden",
        "skm_profil",
        "jp_rata",
        "jp_triwulan",
        "jp_terpenuhi",
        "pelatihan_cakupan",
        "pelatihan_peserta",
        "pelatihan_kepuasan",
        "pelatihan_penerapan",
        "evaluasi_cakupan",
        "predikat",
        "pengaduan_masuk",
        "pengaduan_selesai",
        "forum_jumlah",
        "forum_peserta",
        "layanan_pengguna",
    }
)
"""Indicators that grow as their period goes on: compared only once it is over."""


class Verdict(StrEnum):
    """What may be said of a change."""

    UP = "naik"
    DOWN = "turun"
    UNCLEAR = "tidak jelas"
    PLAIN = "cacah"  # a complete count: the difference is a fact, chance is not in question
    UNKNOWN = "tidak diketahui"  # a value, a limit or a common rule is missing


class Position(StrEnum):
    """Where a figure stands beside its target."""

    ABOVE = "di atas"
    BELOW = "di bawah"
    UNCLEAR = "tidak jelas"
    UNKNOWN = "tidak diketahui"


@dataclass(frozen=True, slots=True)
class Change:
    """`new` minus `old`, with the 95 % interval of the difference where there is one."""

    new: Figure
    old: Figure
    difference: float | None
    lower: float | None
    upper: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure beside its target."""

    figure: Figure
    target: Figure
    position: Position


def compare(new: Figure, old: Figure) -> Change:
    """The change from `old` to `new`: two figures of one indicator and independent groups.

    Where the groups overlap (a department and its city, two elements of one survey) they move
    together, and the interval is wider than need be: it claims too little, never too much.
    """
    if new.nilai is None or old.nilai is None or not _same_rule(new, old):
        return Change(new, old, None, None, None, Verdict.UNKNOWN)
    difference = new.nilai - old.nilai
    limits = difference_interval(new, old)
    if limits is None:
        counted = new.satuan not in ESTIMATED_UNITS
        verdict = Verdict.PLAIN if counted else Verdict.UNKNOWN
        return Change(new, old, difference, None, None, verdict)
    verdict = Verdict.UNCLEAR if _few(new) or _few(old) else _verdict(*limits)
    return Change(new, old, difference, *limits, verdict)


def difference_interval(new: Figure, old: Figure) -> tuple[float, float] | None:
    """Limits of new − old by MOVER, from the limits of each; None where one is missing.

    L = d − √((x₁−l₁)² + (u₂−x₂)²), U = d + √((u₁−x₁)² + (x₂−l₂)²): Zou & Donner 2008,
    doi 10.1002/sim.3095; with Wilson limits it is Newcombe's (1998) method 10.
    """
    cells = (
        new.nilai,
        new.batas_bawah,
        new.batas_atas,
        old.nilai,
        old.batas_bawah,
        old.batas_atas,
    )
    x1, l1, u1, x2, l2, u2 = cells
    if x1 is None or l1 is None or u1 is None or x2 is None or l2 is None or u2 is None:
        return None
    difference = x1 - x2
    return difference - hypot(x1 - l1, u2 - x2), difference + hypot(u1 - x1, x2 - l2)


def year_on_year(published: Published, figure: Figure) -> Change | None:
    """The change from the same period a year before, which season does not disturb.

    None where there was no such figure, and of a year that is not over, or a quarter while the
    indicator still grows: nine months of training are not less training than twelve.
    """
    period = Period.parse(figure.periode)
    under_way = period.is_year and published.as_of < period.end
    if under_way or _still_growing(published, figure):
        return None
    before = str(period.year_before())
    old = published.figure(figure.kode_opd, figure.indikator, before, figure.rincian)
    return compare(figure, old) if old else None


def against_target(published: Published, figure: Figure) -> Standing | None:
    """Its standing beside the target of its year; None where there is no target.

    None also while an indicator that still grows has not reached it: it still may.
    """
    target = published.figure(figure.kode_opd, "target", figure.periode[:4], figure.indikator)
    if target is None or figure.rincian:
        return None
    standing = against(figure, target)
    early = _still_growing(published, figure) and standing.position is not Position.ABOVE
    return None if early else standing


def against(figure: Figure, target: Figure) -> Standing:
    """Above or below its target; unclear while the target lies within the figure's limits.

    Unclear, too, of a share of few: no verdict hangs on one case.
    """
    if figure.nilai is None or target.nilai is None:
        return Standing(figure, target, Position.UNKNOWN)
    if _few(figure):
        return Standing(figure, target, Position.UNCLEAR)
    lower = figure.nilai if figure.batas_bawah is None else figure.batas_bawah
    upper = figure.nilai if figure.batas_atas is None else figure.batas_atas
    if lower > target.nilai:
        return Standing(figure, target, Position.ABOVE)
    if upper < target.nilai:
        return Standing(figure, target, Position.BELOW)
    return Standing(figure, target, Position.UNCLEAR)


def _few(figure: Figure) -> bool:
    return figure.satuan == "persen" and figure.n is not None and figure.n < SMALLEST_SHARE


def _same_rule(new: Figure, old: Figure) -> bool:
    version_in = indicators()[new.indikator].version_in
    return version_in(int(new.periode[:4])) == version_in(int(old.periode[:4]))


def _verdict(lower: float, upper: float) -> Verdict:
    if lower > 0:
        return Verdict.UP
    return Verdict.DOWN if upper < 0 else Verdict.UNCLEAR


def _still_growing(published: Published, figure: Figure) -> bool:
    over = Period.parse(figure.periode).end <= published.as_of
    return figure.indikator in GROWING and not over
