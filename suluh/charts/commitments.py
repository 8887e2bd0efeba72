"""Chart of commitments: each from the day it was made to its due date, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suluh.charts.chart import Chart, ChartTable
from suluh.charts.key import CROSS, DIAMOND, DOT, TICK, Sign, key_rows
from suluh.charts.time_axis import middle, position, span
from suluh.charts.titles import latest
from suluh.charts.words import short_name
from suluh.figures import CITY
from suluh.localisation import date_text, number_text, period_so_far, short_period_text, value_text
from suluh.palette import DATA, GOLD, INK, MAROON, MUTED, PAPER
from suluh.periods import quarters_between, years_between
from suluh.published import Commitment, Published
from suluh.studio import Row
from suluh.text import LANGUAGES, joined, say, say_many

MOST = 8
"""Commitments drawn, those due nearest to the day of the data; the table has them all."""

_LABEL_LENGTHS = (44, 100)
"""Letters of a label and its state on a phone and in the wide drawing."""

_MOST_NAMED = 5
"""Quarters whose names stand side by side on a phone; of more, every second is named."""


@dataclass(frozen=True)
class Outcome:
    """What became of a commitment: words, sign and colours, and the day it became so.

    `short` says the same where there is room for less.
    """

    text: str
    shape: str
    fill: str
    stroke: str
    day: date
    short: str = ""


def outcome(commitment: Commitment, as_of: date) -> Outcome:
    """Kept, kept late, cancelled, overdue or still running on `as_of`."""
    done = commitment.tanggal_selesai
    if commitment.status == "batal":
        return Outcome(say("batal"), CROSS, "transparent", MUTED, min(commitment.tenggat, as_of))
    if commitment.status == "selesai" and done:
        late = (done - commitment.tenggat).days
        if late > 0:
            days = number_text(late)
            text = say_many("ditepati, terlambat {late} hari", late, late=days)
            return Outcome(
                text, DOT, GOLD, GOLD, done, say_many("terlambat {late} hari", late, late=days)
            )
        return Outcome(say("ditepati"), DOT, DATA, DATA, done)
    if commitment.lewat:
        overdue = (as_of - commitment.tenggat).days
        text = say_many("lewat {days} hari", overdue, days=number_text(overdue))
        return Outcome(text, DIAMOND, MAROON, MAROON, as_of)
    return Outcome(say("berjalan"), DOT, PAPER, DATA, as_of)


def commitments(published: Published, kode_opd: str) -> Chart | None:
    """Chart `komitmen`; None where none was ever made."""
    made = published.facts(kode_opd).commitments
    if not made:
        return None
    as_of = published.as_of
    own = sorted(made, key=lambda c: (c.tenggat, c.tanggal, c.id_komitmen))
    nearest = sorted(own, key=lambda c: abs(c.tenggat - as_of))[:MOST]
    shown = [c for c in own if c in nearest]
    return Chart(
        id="komitmen",
        kind="komitmen",
        title=_title(published, kode_opd, len(own)),
        reading=(
            say(
                "Garis: dari janji dibuat sampai tenggatnya (garis tegak pendek). Tanda: hari "
                "janji itu ditepati, atau keadaannya pada tanggal data."
            )
        ),
        description=_description(shown, as_of),
        data={
            "key": key_rows(_KEY),
            "years": _years(shown, as_of),
            "labels": tuple(_label(i, c, published, kode_opd) for i, c in enumerate(shown)),
            "rows": tuple(
                {**_row(i, c, as_of), "kunci": f"#{len(own) - 1 - own.index(c)}"}
                for i, c in enumerate(shown)
            ),
        },
        table=ChartTable(
            (say("Komitmen"), say("Dibuat"), say("Tenggat"), say("Keadaan")),
            tuple(
                (
                    _named(c, published, kode_opd),
                    date_text(c.tanggal),
                    date_text(c.tenggat),
                    outcome(c, as_of).text,
                )
                for c in reversed(own)
            ),
        ),
        indikator=("komitmen_ditepati", "komitmen_terbuka", "komitmen_lewat"),
        wide=True,
        notes=_notes(len(own), as_of),
    )


_KEY = (
    Sign(say("ditepati"), DOT, DATA),
    Sign(say("ditepati terlambat"), DOT, GOLD),
    Sign(say("lewat tenggat"), DIAMOND, MAROON),
    Sign(say("berjalan"), DOT, PAPER, DATA),
    Sign(say("tenggat"), TICK, INK),
    Sign(say("batal"), CROSS, "transparent", MUTED),
)


def _title(published: Published, kode_opd: str, made: int) -> str:
    kept = latest(published.of(kode_opd).years("komitmen_ditepati"))
    if kept is None:
        return say_many("{made} komitmen kepada warga", made, made=number_text(made))
    return say(
        "{value}% komitmen yang jatuh tempo {when} sudah ditepati",
        value=value_text(kept),
        when=period_so_far(kept.periode, published.as_of),
    )


def _description(shown: Sequence[Commitment], as_of: date) -> str:
    """How many came to which end; what each promises stands in the table."""
    ends = Counter((o.shape, o.fill) for o in (outcome(c, as_of) for c in shown))
    counts = (
        joined(" ", (number_text(ends[sign.shape, sign.fill]), sign.text))
        for sign in _KEY
        if ends[sign.shape, sign.fill]
    )
    return say_many(
        "{count} komitmen digambar: {list}.",
        len(shown),
        count=number_text(len(shown)),
        list=joined(", ", counts),
    )


def _notes(made: int, as_of: date) -> tuple[str, ...]:
    when = say("Keadaan per {day}.", day=date_text(as_of))
    if made <= MOST:
        return (when,)
    few = say(
        "Digambar {most} dari {made} komitmen, yang tenggatnya paling dekat dengan tanggal data; "
        "semuanya ada di tabel.",
        most=number_text(MOST),
        made=number_text(made),
    )
    return (when, few)


def _years(shown: list[Commitment], as_of: date) -> tuple[Row, ...]:
    """The years, or within two years the quarters, from the first promise to the last due date."""
    first, last = min(c.tanggal for c in shown), max(as_of, *(c.tenggat for c in shown))
    spans = years_between if last.year - first.year > 1 else quarters_between
    periods = spans(first, last)
    step = 1 if len(periods) <= _MOST_NAMED else 2
    rows: list[Row] = [
        {"x": span(p)[0], "middle": middle(p), "text": "" if i % step else short_period_text(p)}
        for i, p in enumerate(periods)
    ]
    end = span(periods[-1])[1]
    return (*rows, {"x": end, "middle": end, "text": ""})


def _named(commitment: Commitment, published: Published, kode_opd: str) -> str:
    if kode_opd != CITY:
        return commitment.komitmen
    return f"{short_name(published, commitment.kode_opd)}: {commitment.komitmen}"


def _label(row: int, commitment: Commitment, published: Published, kode_opd: str) -> Row:
    text = _named(commitment, published, kode_opd)
    became = outcome(commitment, published.as_of)
    state = became.short or became.text
    taken = max(len(language.say(state)) for language in LANGUAGES)
    short, long = (_cut(text, length - taken) for length in _LABEL_LENGTHS)
    return {"row": row, "label": short, "long": long, "text": state}


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _row(row: int, commitment: Commitment, as_of: date) -> Row:
    end = outcome(commitment, as_of)
    return {
        "row": row,
        "x": position(commitment.tanggal),
        "due": position(commitment.tenggat),
        "end": position(end.day),
        "shape": end.shape,
        "fill": end.fill,
        "stroke": end.stroke,
        "cancelled": commitment.status == "batal",
        "late": end.day > commitment.tenggat,
    }
