"""The picture that stands for the site where a link to it is shared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from published_figures import published

from suluh.charts.social_card import NAME_ROOM, NAME_SIZE, social_card
from suluh.render import environment, render_social_card
from suluh.studio import as_png
from suluh.text import ENGLISH

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"


def test_it_says_the_city_the_years_and_that_the_figures_are_invented() -> None:
    city = published()
    for is_sample in (True, False):
        contract = replace(city.contract, city="Kota <Uji>", is_sample=is_sample)
        card = social_card(replace(city, contract=contract))
        svg = render_social_card(environment(TEMPLATES), card)
        assert card.years == "2024–2026"
        assert "Kota &lt;Uji&gt;" in svg
        assert ("DATA CONTOH" in svg) == is_sample


def test_english_pages_have_one_in_english() -> None:
    svg = render_social_card(environment(TEMPLATES), social_card(published()), ENGLISH)
    assert "Are services getting better?" in svg
    assert "Apakah" not in svg


@pytest.mark.parametrize(
    ("letters", "smaller"), [(NAME_ROOM - 1, False), (NAME_ROOM, False), (NAME_ROOM + 1, True)]
)
def test_a_long_name_is_written_smaller(letters: int, smaller: bool) -> None:
    city = published()
    card = social_card(replace(city, contract=replace(city.contract, city="K" * letters)))
    assert (card.name_size < NAME_SIZE) == smaller


def test_the_same_drawing_gives_the_same_bytes_and_is_made_once(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">a</text></svg>'
    first = as_png(svg, tmp_path / "one")
    assert first.startswith(b"\x89PNG")
    assert as_png(svg, tmp_path / "two") == first
    assert as_png(svg, tmp_path / "one") == first
    assert len(list((tmp_path / "one" / "png").iterdir())) == 1
