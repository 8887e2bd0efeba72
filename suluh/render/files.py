"""What is rendered but is no page: feeds, cards to embed, the picture of a shared link."""

from __future__ import annotations

from suluh.charts import SocialCard
from suluh.render.environment import Templates, manuscript_of
from suluh.text import INDONESIAN, Language
from suluh.xml_text import fit_for_xml


def render_feed(env: Templates, feed: object) -> str:
    """A feed as XML."""
    return fit_for_xml(_whole(env, "umpan.xml", INDONESIAN, feed=feed))


def render_card(env: Templates, card: object, language: Language) -> str:
    """A card to embed, as a page of its own."""
    return _whole(env, "kartu.html", language, card=card)


def render_social_card(env: Templates, card: SocialCard, language: Language = INDONESIAN) -> str:
    """The picture that is shown with a link to the site, as SVG."""
    return _whole(env, "kartu.svg", language, card=card)


def _whole(env: Templates, template: str, language: Language, **content: object) -> str:
    """A file that is no page, in a language."""
    manuscript = manuscript_of(env)
    manuscript.open()
    return manuscript.read(env.get_template(template).render(content), language)
