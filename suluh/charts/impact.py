"""Does it work: where training grew, did satisfaction grow? A point a department."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.numbering import numbered
from suluh.charts.scales import ends, value_axis
from suluh.charts.series import drawn, key_of
from suluh.charts.words import NOT_PROOF, TO, by_name, interval_text, short_name
from suluh.comparison import Change, Verdict, compare
from suluh.effect import Effect, effect_text
from suluh.figures import CITY
from suluh.impact import PER_JP, SEASON, SLOPE
from suluh.localisation import decimals_of, number_text
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.studio import Row
from suluh.text import joined, say, say_many

_CLEAR = (Verdict.UP, Verdict.DOWN)


class Pair(NamedTuple):
    """One department: what its training and its satisfaction did between two years."""

    name: str
    training: Change
    season: Effect

    @property
    def hours(self) -> float:
        return self.training.difference or 0.0


def impact(published: Published) -> Chart | None:
    """Chart `dampak`, the newest year compared with the first; None without such figures."""
    compared = [(figure.periode, figure.rincian) for figure in published.city.every(SEASON)]
    last, first = max(compared, default=("", ""))
    pairs = _pairs(published, first, last)
    if not pairs:
        return None
    clear = [p for p in pairs if p.season.verdict in _CLEAR]
    slope = published.figure(CITY, SLOPE, last, first)
    return Chart(
        id="dampak",
        kind="dampak",
        title=_title(pairs),
        reading=(
            say(
                "Tiap titik satu OPD, dari {first} ke {last}: ke kanan jam pelatihan per "
                "pegawai bertambah, ke atas kepuasan naik. Garis tegak: selang kepercayaan "
                "95%; garis putus-putus: arah umumnya; titik bernomor: berubah lebih dari "
                "kebetulan.",
                first=first,
                last=last,
            )
        ),
        description=(
            say(
                "{pairs} OPD; pada {clear} di antaranya kepuasan berubah lebih dari kebetulan.",
                pairs=number_text(len(pairs)),
                clear=number_text(len(clear)),
            )
        ),
        data=_data(pairs, clear, slope),
        table=ChartTable(
            (
                say("Nama OPD"),
                *(joined(" ", (say("JP"), year)) for year in (first, last)),
                say("Perubahan IKM"),
                say("Selang 95%"),
                say("Artinya"),
            ),
            tuple(_table_row(p) for p in pairs),
        ),
        indikator=("jp_rata", SEASON, SLOPE),
        marks=tuple(p.name for p in clear),
        notes=(
            *_relation(slope),
            NOT_PROOF,
            *_where_not(pairs),
            *_absent(published, pairs, Period.parse(last)),
        ),
    )


def _pairs(published: Published, first: str, last: str) -> list[Pair]:
    pairs = []
    for department in by_name(published):
        code = department.kode_opd
        old, new = (published.figure(code, "jp_rata", year) for year in (first, last))
        season = published.figure(code, SEASON, last, first)
        if old and new and old.has_value and new.has_value and season and season.has_value:
            name = short_name(published, code)
            pairs.append(Pair(name, compare(new, old), Effect(season)))
    return pairs


def _table_row(pair: Pair) -> tuple[str | Figure, ...]:
    training, season = pair.training, pair.season
    limits = interval_text(season.figure, TO)
    words = effect_text(season)
    return (pair.name, training.old, training.new, season.figure, limits, words)


def _data(
    pairs: Sequence[Pair], clear: Sequence[Pair], slope: Figure | None
) -> dict[str, Sequence[Row]]:
    numbers = {p.name: str(i) for i, p in enumerate(clear, 1)}
    xs = [p.hours for p in pairs]
    ys = [v for p in pairs for v in _limits(p.season.figure)]
    across = value_axis(min(0, *xs) - 0.5, max(0, *xs) + 0.5, 5)
    up = value_axis(min(0, *ys), max(0, *ys), 5)
    return {
        "x_axis": across,
        "y_axis": up,
        "foot": ({"text": say("perubahan JP per pegawai")},),
        "corners": _corners(ends(across)[1]),
        "zero": ({"nilai": 0.0},),
        "trend": _trend(pairs, slope),
        "points": numbered([_point(p, numbers) for p in pairs], ends(across), ends(up)),
    }


def _point(pair: Pair, numbers: dict[str, str]) -> Row:
    low, high = _limits(pair.season.figure)
    return {
        "x": drawn(pair.training.difference, "JP"),
        "nilai": drawn(pair.season.figure.nilai, "poin"),
        "low": drawn(low, "poin"),
        "high": drawn(high, "poin"),
        "number": numbers.get(pair.name, ""),
        "clear": pair.name in numbers,
        "kunci": key_of(pair.season.figure),
    }


def _trend(pairs: Sequence[Pair], slope: Figure | None) -> tuple[Row, ...]:
    """The line of the published slope, through the middle of the points; none without one."""
    if slope is None or slope.nilai is None:
        return ()
    xs, ys = [p.hours for p in pairs], [p.season.figure.nilai or 0.0 for p in pairs]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    low, high = (
        drawn(middle_y + slope.nilai / PER_JP * (x - middle_x), "poin") for x in (min(xs), max(xs))
    )
    return ({"x": drawn(min(xs), "JP"), "low": low, "x2": drawn(max(xs), "JP"), "high": high},)


def _corners(right: float) -> tuple[Row, ...]:
    """Gentle words over and under the half of more training, none of praise or blame."""
    return (
        {"x": right / 2, "top": True, "text": say("dilatih lebih, kepuasan naik")},
        {"x": right / 2, "top": False, "text": say("dilatih lebih, kepuasan turun")},
    )


def _limits(figure: Figure) -> tuple[float, float]:
    known = figure.nilai or 0.0
    return (
        known if figure.batas_bawah is None else figure.batas_bawah,
        known if figure.batas_atas is None else figure.batas_atas,
    )


def _title(pairs: Sequence[Pair]) -> str:
    more = [p for p in pairs if p.hours > 0]
    rose = [p for p in more if p.season.verdict is Verdict.UP]
    return say(
        "Pada {more} OPD jam pelatihan bertambah; kepuasan jelas naik pada {rose} di antaranya",
        more=number_text(len(more)),
        rose=number_text(len(rose)),
    )


def _relation(slope: Figure | None) -> tuple[str, ...]:
    """What the line says, with its interval and n."""
    if slope is None or slope.nilai is None:
        return (say("OPD terlalu sedikit untuk menarik garis arah umumnya."),)
    return (
        say(
            "Arah umumnya: {effect} (perubahan {size} poin untuk setiap 10 JP tambahan; "
            "selang 95% {limits}; n = {n} OPD).",
            effect=effect_text(Effect(slope)),
            size=number_text(slope.nilai, decimals_of(slope)),
            limits=interval_text(slope, TO),
            n=number_text(slope.n or 0),
        ),
    )


def _where_not(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """The other side: what happened where training did not grow."""
    others = [p for p in pairs if p.hours <= 0]
    if not others:
        return ()
    rose = sum(p.season.verdict is Verdict.UP for p in others)
    return (
        say_many(
            "Pada {others} OPD lainnya jam pelatihan tidak bertambah; kepuasan jelas naik pada "
            "{rose} di antaranya.",
            len(others),
            others=number_text(len(others)),
            rose=number_text(rose),
        ),
    )


def _absent(published: Published, pairs: Sequence[Pair], last: Period) -> tuple[str, ...]:
    missing = sum(d.valid_in(last) for d in published.departments) - len(pairs)
    if missing <= 0:
        return ()
    return (
        say_many(
            "{missing} OPD tidak digambar: angkanya tidak lengkap atau disembunyikan.",
            missing,
            missing=number_text(missing),
        ),
    )
