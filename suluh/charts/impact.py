"""Does it work: where training grew, did satisfaction grow? A point a department."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from suluh.charts.chart import Chart, ChartTable, Row
from suluh.charts.numbering import numbered
from suluh.charts.scales import ends, value_axis
from suluh.charts.series import drawn
from suluh.charts.words import NOT_PROOF, by_name, short_name
from suluh.comparison import Change, Verdict, compare
from suluh.localisation import number_text
from suluh.periods import Period
from suluh.published import Published
from suluh.text import joined, say, say_many

_CLEAR = (Verdict.UP, Verdict.DOWN)


class Pair(NamedTuple):
    """The changes of one department between two years."""

    name: str
    training: Change
    satisfaction: Change


def impact(published: Published) -> Chart | None:
    """Chart `dampak`, from the first to the last year that is over; None without two of them."""
    over = [y for y in published.years if y.end <= published.as_of]
    pairs = _pairs(published, over[0], over[-1]) if len(over) > 1 else []
    if not pairs:
        return None
    first, last = str(over[0]), str(over[-1])
    clear = [p for p in pairs if p.satisfaction.verdict in _CLEAR]
    return Chart(
        id="dampak",
        kind="dampak",
        title=_title(pairs),
        reading=(
            say(
                "Tiap titik satu OPD, dari {first} ke {last}: ke kanan jam pelatihan per "
                "pegawai bertambah, ke atas kepuasan naik. Garis tegak: selang kepercayaan "
                "95%; titik bernomor: kepuasannya berubah lebih dari kebetulan.",
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
        data=_data(pairs, clear),
        table=ChartTable(
            (
                say("OPD"),
                *(joined(" ", (what, year)) for what in ("JP", "IKM") for year in (first, last)),
                say("Perubahan IKM"),
            ),
            tuple(
                (
                    p.name,
                    p.training.old,
                    p.training.new,
                    p.satisfaction.old,
                    p.satisfaction.new,
                    _words(p.satisfaction),
                )
                for p in pairs
            ),
        ),
        indikator=("jp_rata", "ikm"),
        marks=tuple(p.name for p in clear),
        notes=(NOT_PROOF, *_where_not(pairs), *_absent(published, pairs, over[-1])),
    )


def _pairs(published: Published, first: Period, last: Period) -> list[Pair]:
    pairs = []
    for department in by_name(published):
        if not (department.valid_in(first) and department.valid_in(last)):
            continue
        changes = [
            _change(published, department.kode_opd, i, first, last) for i in ("jp_rata", "ikm")
        ]
        training, satisfaction = changes
        if training and satisfaction:
            pairs.append(Pair(short_name(published, department.kode_opd), training, satisfaction))
    return pairs


def _change(
    published: Published, kode_opd: str, indicator: str, first: Period, last: Period
) -> Change | None:
    old, new = (published.figure(kode_opd, indicator, str(year)) for year in (first, last))
    if old is None or new is None:
        return None
    change = compare(new, old)
    return change if change.difference is not None else None


def _data(pairs: Sequence[Pair], clear: Sequence[Pair]) -> dict[str, Sequence[Row]]:
    numbers = {p.name: str(i) for i, p in enumerate(clear, 1)}
    xs = [p.training.difference or 0 for p in pairs]
    ys = [v for p in pairs for v in _limits(p.satisfaction)]
    across = value_axis(min(0, *xs) - 0.5, max(0, *xs) + 0.5, 5)
    up = value_axis(min(0, *ys), max(0, *ys), 5)
    return {
        "x_axis": across,
        "y_axis": up,
        "foot": ({"text": say("perubahan JP per pegawai")},),
        "corners": _corners(ends(across)[1]),
        "zero": ({"nilai": 0.0},),
        "points": numbered(
            [
                {
                    "x": drawn(p.training.difference, "JP"),
                    "nilai": drawn(p.satisfaction.difference, "indeks"),
                    "low": drawn(_limits(p.satisfaction)[0], "indeks"),
                    "high": drawn(_limits(p.satisfaction)[1], "indeks"),
                    "number": numbers.get(p.name, ""),
                    "clear": p.name in numbers,
                }
                for p in pairs
            ],
            ends(across),
            ends(up),
        ),
    }


def _corners(right: float) -> tuple[Row, ...]:
    """Gentle words over and under the half of more training, none of praise or blame."""
    return (
        {"x": right / 2, "top": True, "text": say("dilatih lebih, kepuasan naik")},
        {"x": right / 2, "top": False, "text": say("dilatih lebih, kepuasan turun")},
    )


def _limits(change: Change) -> tuple[float, float]:
    known = change.difference or 0.0
    return (
        known if change.lower is None else change.lower,
        known if change.upper is None else change.upper,
    )


def _title(pairs: Sequence[Pair]) -> str:
    more = [p for p in pairs if (p.training.difference or 0) > 0]
    rose = [p for p in more if p.satisfaction.verdict is Verdict.UP]
    return say(
        "Pada {more} OPD jam pelatihan bertambah; kepuasan jelas naik pada {rose} di antaranya",
        more=number_text(len(more)),
        rose=number_text(len(rose)),
    )


def _where_not(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """The other side: what happened where training did not grow."""
    others = [p for p in pairs if (p.training.difference or 0) <= 0]
    if not others:
        return ()
    rose = sum(p.satisfaction.verdict is Verdict.UP for p in others)
    return (
        say_many(
            "Pada {others} OPD lainnya jam pelatihan tidak bertambah; kepuasan jelas naik pada "
            "{rose} di antaranya.",
            len(others),
            others=number_text(len(others)),
            rose=number_text(rose),
        ),
    )


_VERDICTS = {
    Verdict.UP: say("naik"),
    Verdict.DOWN: say("turun"),
    Verdict.UNCLEAR: say("tidak jelas"),
    Verdict.PLAIN: say("cacah"),
    Verdict.UNKNOWN: say("tidak diketahui"),
}


def _words(change: Change) -> str:
    difference = change.difference or 0
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    size = joined("", (sign, number_text(abs(difference), 2)))
    return say("{size} ({verdict})", size=size, verdict=_VERDICTS[change.verdict])


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
