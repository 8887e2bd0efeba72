"""Jinja: a `Page` becomes HTML. All markup lives in `templates/`; everything is escaped."""

from suluh.render.bodies import (
    chart_tools,
    explanations,
    render,
    render_chart,
    render_figure,
    render_without_charts,
    with_charts,
)
from suluh.render.environment import Templates, environment, macros_of
from suluh.render.files import render_card, render_feed, render_social_card
from suluh.render.handwritten import TextMistakeError, render_text

__all__ = [
    "Templates",
    "TextMistakeError",
    "chart_tools",
    "environment",
    "explanations",
    "macros_of",
    "render",
    "render_card",
    "render_chart",
    "render_feed",
    "render_figure",
    "render_social_card",
    "render_text",
    "render_without_charts",
    "with_charts",
]
