"""The badge of a department: its newest satisfaction, to stand on pages elsewhere.

A picture on another site speaks for itself: whose value, of when, from how many answers, what it
is not for, and that it is a sample if it is one. Its title and description say so in sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from suluh.charts.words import interval_text, short_name
from suluh.figures import CITY, Status
from suluh.localisation import date_text, number_text, period_text, value_text
from suluh.opendata import addresses as at
from suluh.opendata.api import File
from suluh.palette import DATA, FONT, GOLD, INK, MUTED, PAPER, without_variables
from suluh.periods import Period
from suluh.published import Figure, Published
from suluh.sentences.phrases import name, newest_figure
from suluh.wording import band_text, state_sentence

FONT_SIZE, PADDING = 11, 7
_LINE, _BASELINE = 20, 14
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
    return newest_figure(published, published.of(kode_opd), "ikm")


def badge(published: Published, figure: Figure) -> str:
    """A satisfaction index on one line, the date of the data and a caveat on another."""
    label, value = _label(published, figure), _value(figure)
    note = f"Data per {date_text(published.as_of)} · bukan untuk memeringkat"
    left, right = (_width(text) for text in (label, value))
    width = max(left + right, _width(note))
    root = _frame(width, f"lencana-{figure.kode_opd}", _title(published, figure),
                  _description(published, figure))  # fmt: skip
    _box(root, (0, 0), left, INK, label)
    _box(root, (left, 0), width - left, _COLOURS.get(figure.status, MUTED), value)
    _box(root, (0, _LINE), width, PAPER, note, INK)
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
        "height": str(2 * _LINE),
        "viewBox": f"0 0 {width} {2 * _LINE}",
        "role": "img",
        "aria-labelledby": f"{id_}-judul {id_}-uraian",
        "font-family": FONT,
        "font-size": str(FONT_SIZE),
    })  # fmt: skip
    for tag, end, text in (("title", "judul", title), ("desc", "uraian", description)):
        ET.SubElement(root, tag, {"id": f"{id_}-{end}"}).text = text
    return root


def _box(
    root: ET.Element, at: tuple[int, int], width: int, ground: str, text: str, ink: str = PAPER
) -> None:
    """A coloured box with its text, as wide as it is taken to be in whatever letters are there."""
    x, y = at
    place = {"x": str(x), "y": str(y), "width": str(width), "height": str(_LINE), "fill": ground}
    ET.SubElement(root, "rect", place)
    ET.SubElement(root, "text", {
        "x": str(x + PADDING),
        "y": str(y + _BASELINE),
        "fill": ink,
        "textLength": str(_width(text) - 2 * PADDING),
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
