"""Figure cards: a value with its unit, period, n, target, change and a small line of its past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from suluh.comparison import Change, Standing, Verdict, against_target, year_on_year
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import newest_figure, so_far
from suluh.text import capitalised, say
from suluh.wording import band_text, unit_text

SPARK_WIDTH, SPARK_HEIGHT, SPARK_POINTS = 100, 24, 12


@dataclass(frozen=True, slots=True)
class Spark:
    """A line of past values: `lines` are SVG points, broken where a value is missing."""

    lines: tuple[str, ...]
    end: str
    width: int = SPARK_WIDTH
    height: int = SPARK_HEIGHT


@dataclass(frozen=True, slots=True)
class Card:
    """One figure with all it must not be shown without.

    `unit` follows the value, `band` says how good it is called, `basis` says what n counts,
    `tone` is a colour of the theme.
    """

    label: str
    figure: Figure
    unit: str
    band: str
    period: str
    basis: str
    tone: str
    change: Change | None
    target: Figure | None
    standing: Standing | None
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class CardKind:
    """A card to be made: its indicator, its label, what its n counts and its colour."""

    indikator: str
    label: str
    basis: str
    tone: str
    rincian: str = ""


_TOLD_BY_LABEL = (
    "indeks",
    "skor",
    "nilai",
    "orang",
    "responden",
    "pengaduan",
    "komitmen",
    "forum",
)

_KINDS = (
    (CardKind("ikm", say("Kepuasan masyarakat"), say("responden"), "data"),),
    (
        CardKind(
            "pengaduan_tepat_waktu",
            say("Pengaduan selesai tepat waktu"),
            say("jatuh tempo"),
            "data",
        ),
    ),
    (CardKind("jp_terpenuhi", say("PNS mencapai 20 JP"), say("PNS"), "gold"),),
    (
        CardKind(
            "evaluasi_baik", say("Berpredikat baik atau sangat baik"), say("dinilai"), "maroon"
        ),
        CardKind("evaluasi_cakupan", say("Pegawai yang dievaluasi"), say("pegawai"), "maroon"),
    ),
)
"""Satisfaction, answers, training, evaluation: the four that carry a department's story.

Where the first of a kind is hidden or missing, the next that has a value says something.
"""


def department_cards(published: Published, kode_opd: str) -> tuple[Card, ...]:
    """The newest of each, quarters before years, whole years before years under way."""
    own = published.of(kode_opd)
    return _cards(published, lambda kind: newest_figure(published, own, kind.indikator))


def year_cards(published: Published, kode_opd: str, year: str) -> tuple[Card, ...]:
    """The same four, of one year."""
    own = published.of(kode_opd)
    return _cards(published, lambda kind: own.get(kind.indikator, year))


def _cards(
    published: Published, figure_of: Callable[[CardKind], Figure | None]
) -> tuple[Card, ...]:
    """A card of each kind: its first with a value, else its first at all."""
    found = []
    for kinds in _KINDS:
        known = [(kind, figure) for kind in kinds if (figure := figure_of(kind))]
        with_value = (pair for pair in known if pair[1].has_value)
        found += [next(with_value, *known[:1])] if known else []
    return tuple(card(published, kind, figure) for kind, figure in found)


def card(published: Published, kind: CardKind, figure: Figure) -> Card:
    """The card of one figure."""
    change = year_on_year(published, figure) if figure.has_value else None
    standing = against_target(published, figure) if figure.has_value else None
    target = published.of(figure.kode_opd).get("target", figure.periode[:4], kind.indikator)
    return Card(
        label=kind.label,
        figure=figure,
        unit="" if figure.satuan in _TOLD_BY_LABEL else unit_text(figure),
        band=_band(figure),
        period=_period(published, figure),
        basis=kind.basis,
        tone=kind.tone,
        change=change if change and change.verdict is not Verdict.UNKNOWN else None,
        target=target if target and target.has_value else None,
        standing=standing,
        spark=spark(_past(published, figure)),
    )


def _period(published: Published, figure: Figure) -> str:
    """`Tahun 2026 (sampai 30 September 2026)`."""
    return capitalised(so_far(published, figure.periode))


def _band(figure: Figure) -> str:
    if not figure.kategori:
        return ""
    return say("dari 100, mutu {band} ({words})", band=figure.kategori, words=band_text(figure))


def _past(published: Published, figure: Figure) -> Sequence[Figure]:
    """The figures of the same length of period up to this one."""
    own, yearly = published.of(figure.kode_opd), Period.parse(figure.periode).is_year
    series = (own.years if yearly else own.quarters)(figure.indikator, figure.rincian)
    return [f for f in series if f.periode <= figure.periode][-SPARK_POINTS:]


def spark(figures: Sequence[Figure]) -> Spark | None:
    """The line through figures, oldest first; None where no two neighbours have a value."""
    values = [f.nilai for f in figures]
    known = [v for v in values if v is not None]
    if not known[1:]:
        return None
    low, high = min(known), max(known)
    step = SPARK_WIDTH / (len(values) - 1)
    points = [None if v is None else _point(i * step, v, low, high) for i, v in enumerate(values)]
    lines = _lines(points)
    return Spark(lines, [p for p in points if p][-1].replace(",", " ")) if lines else None


def _point(x: float, value: float, low: float, high: float) -> str:
    share = (value - low) / (high - low) if high > low else 0.5
    return f"{x:.1f},{SPARK_HEIGHT - 2 - share * (SPARK_HEIGHT - 4):.1f}"


def _lines(points: Sequence[str | None]) -> tuple[str, ...]:
    runs: list[list[str]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return tuple(" ".join(run) for run in runs if len(run) > 1)
