"""The badge of a department: its newest satisfaction, to stand on pages elsewhere.

A picture on another site speaks for itself: whose value, of when, from how many answers, and
that it is a sample if it is one. Its title and description say so in sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from suluh.charts.palette import DATA, FONT, GOLD, INK, MUTED, PAPER, without_variables
from suluh.charts.words import interval_text, short_name
from suluh.figures import CITY, Status
from suluh.localisation import date_text, number_text, period_text, value_text
from suluh.opendata import addresses as at
from suluh.opendata.api import File
from suluh.periods import Period
from suluh.published import DepartmentFigures, Figure, Published
from suluh.sentences.phrases import name, newest_figure
from suluh.wording import band_text, state_sentence

HEIGHT, FONT_SIZE, PADDING = 20, 11, 7
_BASELINE = 14
_NARROW, _WIDE = "ijlftrI.,:;()[]|' ·–", "mwMW%@"
_COLOURS = {Status.PUBLISHED: DATA, Status.SMALL_SAMPLE: GOLD}
CAVEAT = (
    "Survei hanya mewakili warga yang bersedia menjawab; angka ini bukan untuk memeringkat "
    "perangkat daerah."
)


def badges(published: Published, codes: Iterable[str]) -> Iterator[File]:
    """The badge of each of these departments."""
    for kode_opd in codes:
        figure = newest_satisfaction(published, kode_opd)
        if figure:
            yield at.badge(kode_opd), badge(published, figure)


def newest_satisfaction(published: Published, kode_opd: str) -> Figure | None:
    """The figure that stands for a department elsewhere; None where it never had one."""
    return newest_figure(published, _satisfaction(published, kode_opd), "ikm")


def _satisfaction(published: Published, kode_opd: str) -> DepartmentFigures:
    """Of a department's figures the index alone: reading all of every one takes its time."""
    found = (published.figure(kode_opd, "ikm", str(period)) for period in published.periods)
    return DepartmentFigures(kode_opd, {("ikm", f.periode, ""): f for f in found if f})


def badge(published: Published, figure: Figure) -> str:
    """A satisfaction index as a picture of one line."""
    label, value = _label(published, figure), _value(figure)
    widths = [_width(text) for text in (label, value)]
    root = _frame(sum(widths), f"lencana-{figure.kode_opd}", _title(published, figure),
                  _description(published, figure))  # fmt: skip
    _box(root, 0, widths[0], INK, label)
    _box(root, widths[0], widths[1], _COLOURS.get(figure.status, MUTED), value)
    return without_variables(ET.tostring(root, encoding="unicode")) + "\n"


def _label(published: Published, figure: Figure) -> str:
    """`IKM Disdukcapil`; a sample says so first."""
    city = figure.kode_opd == CITY
    whose = published.contract.city if city else short_name(published, figure.kode_opd)
    return f"{'CONTOH · ' if published.contract.is_sample else ''}IKM {whose}"


def _value(figure: Figure) -> str:
    """`84,31 (82,90–85,72) · n 68 · T3 2026`, or the state in the place of the value."""
    period = Period.parse(figure.periode)
    when = f"T{period.quarter} {period.year}" if period.quarter else str(period.year)
    state = "" if figure.status is Status.PUBLISHED else str(figure.status).replace("_", " ")
    if not figure.has_value:
        return f"{state} · {when}"
    interval = interval_text(figure)
    value = f"{value_text(figure)} ({interval})" if interval else value_text(figure)
    count = f"n {number_text(figure.n)}" if figure.n is not None else ""
    return " · ".join(filter(None, (value, count, state, when)))


def _title(published: Published, figure: Figure) -> str:
    subject = f"Kepuasan masyarakat (IKM) {name(published, figure.kode_opd)}"
    if not figure.has_value:
        return f"{subject}: {str(figure.status).replace('_', ' ')}"
    return (
        f"{subject}: {value_text(figure)} dari 100, mutu {figure.kategori} ({band_text(figure)})"
    )


def _description(published: Published, figure: Figure) -> str:
    when = period_text(figure.periode)
    interval = interval_text(figure)
    parts = (
        "DATA CONTOH, bukan data resmi." if published.contract.is_sample else "",
        f"{when[0].upper()}{when[1:]}, data per {date_text(published.as_of)}.",
        f"Selang kepercayaan 95% {interval}." if interval else "",
        f"Responden: n = {number_text(figure.n)}." if figure.n is not None else "",
        state_sentence(figure, published.contract.policy),
        CAVEAT,
    )
    return " ".join(filter(None, parts))


def _frame(width: int, id_: str, title: str, description: str) -> ET.Element:
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": str(width),
        "height": str(HEIGHT),
        "viewBox": f"0 0 {width} {HEIGHT}",
        "role": "img",
        "aria-labelledby": f"{id_}-judul {id_}-uraian",
        "font-family": FONT,
        "font-size": str(FONT_SIZE),
    })  # fmt: skip
    for tag, end, text in (("title", "judul", title), ("desc", "uraian", description)):
        ET.SubElement(root, tag, {"id": f"{id_}-{end}"}).text = text
    return root


def _box(root: ET.Element, x: int, width: int, colour: str, text: str) -> None:
    """A coloured box with its text, which is fitted to it in whatever letters it is shown."""
    place = {"x": str(x), "width": str(width), "height": str(HEIGHT), "fill": colour}
    ET.SubElement(root, "rect", place)
    ET.SubElement(root, "text", {
        "x": str(x + PADDING),
        "y": str(_BASELINE),
        "fill": PAPER,
        "textLength": str(width - 2 * PADDING),
        "lengthAdjust": "spacingAndGlyphs",
    }).text = text  # fmt: skip


def _width(text: str) -> int:
    """Pixels of a box about a text."""
    return round(sum(map(_advance, text)) * FONT_SIZE) + 2 * PADDING


def _advance(letter: str) -> float:
    """How wide Arial sets a letter, in font sizes, near enough."""
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.88
    return 0.69 if letter.isupper() else 0.556
