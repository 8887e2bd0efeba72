"""A drawing in another language: the same lines, with other words.

Drawing is the dearest part of a build, so a chart is drawn once, in Indonesian, and its English
is put in the place of its texts. All of a chart's texts come from its rows (no axis or legend is
Vega's own), and each row knows what its text is in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from suluh.charts.chart import Chart
from suluh.charts.drawing import Drawing, rows_text
from suluh.text import Language, Text, has_words

_WORDS = re.compile(r"<(text|title|desc)\b([^>]*)>([^<]*)</")


def in_language(chart: Chart, drawing: Drawing, language: Language) -> Drawing:
    """The drawing of a chart with its words in a language."""
    if language.code == "id":
        return drawing
    known = words_in(chart, language)

    def said(found: re.Match[str]) -> str:
        tag, attributes, text = found.groups()
        words = unescape(text)
        if words in known:
            return f"<{tag}{attributes}>{escape(known[words], quote=False)}</"
        foreign = ' lang="id"' if tag == "text" and has_words(words) else ""
        return f"<{tag}{attributes}{foreign}>{text}</"

    narrow, wide = (svg and _WORDS.sub(said, svg) for svg in (drawing.narrow, drawing.wide))
    return Drawing(narrow or "", wide, rows_text(chart, language))


def words_in(chart: Chart, language: Language) -> Mapping[str, str]:
    """What each Indonesian text of a chart is in a language; those of records are left out."""
    return {str(text): language.say(text) for text in _texts(chart)}


def _texts(chart: Chart) -> Iterator[Text]:
    values = (value for rows in chart.data.values() for row in rows for value in row.values())
    for text in (chart.title, chart.description, *values):
        if isinstance(text, Text):
            yield text
