"""The colours of the site: read on every ground, and its states told apart by everybody."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product
from pathlib import Path

import pytest
from colours import DEFICIENCIES, contrast, difference, lightness, tokens

ASSETS = Path(__file__).resolve().parent.parent.parent / "templates" / "theme" / "assets"
STYLE = (ASSETS / "suluh.css").read_text(encoding="utf-8")
LIGHT = tokens(STYLE, '[data-md-color-scheme="default"]')
DARK = LIGHT | tokens(STYLE, '[data-md-color-scheme="slate"]')
COAL = tokens(STYLE, "body[data-md-color-scheme]")

GROUNDS = ("page", "surface", "tint")
TEXTS = ("ink", "muted", "link", "gold", "data", "maroon", "baik", "buruk", "proses")
MARKS = ("data", "gold", "maroon", "line-strong", "thread")
STATES = ("baik", "buruk", "proses")

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

FAR_IN_GREY = 10.0
"""L*: a fifth of the black-and-white range that text colours have room in; two such greys are told
apart side by side, where one L* is what an eye can just see."""

FAR = 20.0
"""L*a*b*: about as far apart as colours lie that have different names."""

schemes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@schemes
def test_text_is_read_on_every_ground(colours: Mapping[str, str]) -> None:
    weak = [
        (text, ground, round(contrast(colours[text], colours[ground]), 2))
        for text, ground in product(TEXTS, GROUNDS)
        if contrast(colours[text], colours[ground]) < TEXT_CONTRAST
    ]
    assert weak == []
    assert contrast(colours["notice-ink"], colours["notice"]) >= TEXT_CONTRAST


def test_text_of_masthead_and_foot_is_read() -> None:
    for text in ("coal-ink", "coal-muted"):
        assert contrast(COAL[text], COAL["coal"]) >= TEXT_CONTRAST, text


@schemes
def test_marks_are_seen_on_every_ground(colours: Mapping[str, str]) -> None:
    weak = [
        (mark, ground, round(contrast(colours[mark], colours[ground]), 2))
        for mark, ground in product(MARKS, ("page", "surface"))
        if contrast(colours[mark], colours[ground]) < MARK_CONTRAST
    ]
    assert weak == []


@schemes
def test_states_are_told_apart_without_colour(colours: Mapping[str, str]) -> None:
    for one, other in combinations(STATES, 2):
        apart = abs(lightness(colours[one]) - lightness(colours[other]))
        assert apart >= FAR_IN_GREY, (one, other)


@schemes
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_states_are_told_apart_with_a_colour_deficiency(
    colours: Mapping[str, str], deficiency: str
) -> None:
    for one, other in combinations(STATES, 2):
        assert difference(colours[one], colours[other], deficiency) >= FAR, (one, other)


def test_a_device_in_the_dark_has_the_same_colours_without_a_script() -> None:
    _, _, rest = STYLE.partition(".no-js body[data-md-color-scheme")
    unscripted = tokens("x {" + rest.partition("{")[2].replace("\n  ", "\n"), "x")
    assert {name: DARK[name] for name in unscripted} == unscripted
    assert set(unscripted) == set(tokens(STYLE, '[data-md-color-scheme="slate"]')) - {"thread"}


def test_known_pairs_are_measured_as_their_sources_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.05)
    assert difference("#ff0000", "#ff0000", "protanopia") == 0
