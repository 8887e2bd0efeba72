"""Vega's SVG made fit for a page: named and told to screen readers, and light.

Vega wraps each mark in groups and repeats every attribute on every element; a department's
page holds a dozen drawings and should open on a slow line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from suluh.palette import FONT, PAPER, without_variables

_SVG = "http://www.w3.org/2000/svg"
_NAMESPACE = f'xmlns="{_SVG}"'
_DROPPED = {"class", "role", "aria-hidden", "aria-roledescription", "aria-label", "font-family"}
_INHERITED = (
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
    "text-anchor", "font-size", "font-weight",
)  # fmt: skip
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$")
_TRANSLATE = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)$")
_ORIGIN = "translate(0,0)"
_LINE = {"x1", "y1", "x2", "y2"}
_LONG_NUMBER = re.compile(r"-?\d+\.\d+(e-\d+)?")


def finish(svg: str, name: str, title: str, description: str) -> str:
    """The drawing as a page shows it; `name` is unique on the page and starts its ids."""
    drawn = ET.fromstring(svg.replace(_NAMESPACE, "", 1))  # noqa: S314 drawn by Vega a moment ago
    root = ET.Element("svg", {
        "xmlns": _SVG,
        "class": "gambar",
        "viewBox": f"0 0 {drawn.attrib['width']} {drawn.attrib['height']}",
        "role": "img",
        "aria-labelledby": f"{name}-judul {name}-uraian",
        "font-family": FONT,
        "font-size": "11",
        "fill": "none",
    })  # fmt: skip
    for tag, text in (("title", title), ("desc", description)):
        child = ET.SubElement(
            root, tag, {"id": f"{name}-{'judul' if tag == 'title' else 'uraian'}"}
        )
        child.text = text
    root.extend(_light(marks) for marks in _flat(drawn))
    return ET.tostring(root, encoding="unicode")


def standalone(svg: str) -> str:
    """The drawing as a file of its own: its size, its ground, and colours without variables."""
    width, height = re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups()  # type: ignore[union-attr]
    sized = svg.replace('class="gambar"', f'width="{width}" height="{height}"', 1)
    ground = f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
    return without_variables(sized.replace("</desc>", f"</desc>{ground}", 1))


def _flat(element: ET.Element) -> list[list[ET.Element]]:
    """The groups of marks that show something, without the frames around them, all at 0,0."""
    if element.get("transform", _ORIGIN) != _ORIGIN:
        raise ValueError(f"a frame is moved: {element.get('transform')}")
    groups = []
    for child in element:
        if "role-mark" not in child.get("class", ""):
            groups += _flat(child)
        elif marks := [mark for mark in child if mark.tag != "text" or mark.text]:
            groups.append(marks)
    return groups


def _light(marks: Sequence[ET.Element]) -> ET.Element:
    """A group of marks whose common attributes stand on the group alone; lines become one path."""
    light = ET.Element("g")
    light.extend(map(_mark, marks))
    first = light[0].attrib
    for name in _INHERITED:
        value = first.get(name)
        if value is not None and all(child.get(name) == value for child in light):
            light.set(name, value)
            for child in light:
                del child.attrib[name]
    return _one_path(light) if all(set(child.attrib) == _LINE for child in light) else light


def _one_path(lines: ET.Element) -> ET.Element:
    """A group of lines that differ in place alone, as one path: a browser lays out each mark."""
    path = ET.Element("path", lines.attrib)
    path.set("d", "".join(_drawn(child.attrib) for child in lines))
    return path


def _drawn(line: Mapping[str, str]) -> str:
    x1, y1, x2, y2 = (line[end] for end in ("x1", "y1", "x2", "y2"))
    way = f"H{x2}" if y1 == y2 else f"V{y2}" if x1 == x2 else f"L{x2},{y2}"
    return f"M{x1},{y1}{way}"


def _mark(element: ET.Element) -> ET.Element:
    """One mark with short numbers, placed by coordinates rather than a transform."""
    given = {k: v for k, v in element.attrib.items() if k not in _DROPPED}
    if element.tag == "text":  # size 0: see lettering
        size = given["font-size"].removesuffix("px")
        given["font-size"] = element.attrib["font-family"] if size == "0" else size
    mark = ET.Element(element.tag, given)
    mark.text = element.text
    _place(mark)
    for name, value in mark.attrib.items():
        if "." in value:
            mark.attrib[name] = _LONG_NUMBER.sub(_shortened, value)
    return mark


def _place(mark: ET.Element) -> None:
    given = mark.attrib
    moved = _TRANSLATE.match(given.get("transform", ""))
    if not moved:
        return
    x, y = float(moved[1]), float(moved[2])
    circle = _CIRCLE.match(given["d"]) if mark.tag == "path" else None
    if mark.tag == "text":
        place = {"x": x, "y": y}
    elif mark.tag == "line":
        x2, y2 = float(given.get("x2", "0")), float(given.get("y2", "0"))
        place = {"x1": x, "y1": y, "x2": x + x2, "y2": y + y2}
    elif circle:
        mark.tag = "circle"
        del given["d"]
        place = {"cx": x, "cy": y, "r": float(circle[1])}
    else:
        return
    del given["transform"]
    for name, number in place.items():
        given[name] = _short(number)


def _shortened(number: re.Match[str]) -> str:
    return _short(float(number[0]))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
