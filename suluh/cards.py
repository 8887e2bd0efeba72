"""Cards to embed in other sites: the newest satisfaction of a department, as a page of its own.

A card stands in a frame among somebody else's words, so it says by itself whose value it shows,
how sure it is, of when, and what must be borne in mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from suluh.figures import CITY
from suluh.ground import Ground
from suluh.opendata import addresses as at
from suluh.opendata.badge import newest_satisfaction
from suluh.pages.roll import reported
from suluh.published import Figure, Published
from suluh.render import Templates, render_card
from suluh.text import Language
from suluh.wording import state_sentence


@dataclass(frozen=True)
class EmbeddedCard:
    """What a card shows; `state` says why there is no value, or why to be careful with it."""

    name: str
    figure: Figure
    state: str
    is_sample: bool
    as_of: date
    city: str
    page: str


def write_cards(published: Published, env: Templates, site: Ground, language: Language) -> None:
    """Lay `kartu/<kode>.html` for the city and every department that has a page.

    Those in English lie below `en/`, like its pages.
    """
    for card in embedded_cards(published):
        path = language.folder + at.card(card.figure.kode_opd)
        site.lay(path, render_card(env, card, language))


def embedded_cards(published: Published) -> Iterator[EmbeddedCard]:
    """A card for whoever ever had a figure of satisfaction, be it one without a value."""
    names = {CITY: published.contract.city, **{d.kode_opd: d.nama for d in reported(published)}}
    for kode_opd, name in names.items():
        figure = newest_satisfaction(published, kode_opd)
        if figure:
            yield _card(published, name, figure)


def _card(published: Published, name: str, figure: Figure) -> EmbeddedCard:
    contract = published.contract
    return EmbeddedCard(
        name=name,
        figure=figure,
        state=state_sentence(figure, contract.policy),
        is_sample=contract.is_sample,
        as_of=published.as_of,
        city=contract.city,
        page=at.way(at.card(figure.kode_opd), at.department_page(figure.kode_opd)),
    )
