"""The picture that stands for the site where somebody shares a link to it."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.published import Published

WIDTH, HEIGHT = 1200, 630
"""Pixels; what the large card of every service that shows one is cut from."""

NAME_SIZE, NAME_ROOM = 104, 17
"""Size of the city's name in pixels, and how many letters of that size have room."""


@dataclass(frozen=True)
class SocialCard:
    """What is written on it; `name_size` in pixels, smaller for a long name."""

    city: str
    years: str
    is_sample: bool
    name_size: int


def social_card(published: Published) -> SocialCard:
    """The city, the years its figures are of, and whether they are invented."""
    city = published.contract.city
    first, last = published.years[0].year, published.years[-1].year
    years = str(last) if first == last else f"{first}–{last}"
    size = NAME_SIZE * min(len(city), NAME_ROOM) // max(len(city), 1)
    return SocialCard(city, years, published.contract.is_sample, size)
