"""Hand-written pages: Markdown under `content/` that may call figures and charts by name.

`{{ angka("ikm", "disdukcapil") }}` puts a published figure into the text, `{{ grafik("x") }}`
a chart with its table. A name that does not exist is the writer's mistake: `ContentError` says in
which file and line, and which names come near.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from markupsafe import Markup

from suluh.bodies import Extent
from suluh.charts import Chart
from suluh.edition import PrintedPage, lay_files
from suluh.figures import CITY
from suluh.glossary import glossary
from suluh.pages.page import Page
from suluh.pages.quotation import quoted_chart, quoted_figure
from suluh.press import Press, Printing
from suluh.printed_chart import chart_files
from suluh.render import (
    Templates,
    TextMistakeError,
    chart_tools,
    explanations,
    render_figure,
    render_text,
)
from suluh.sentences import NOTHING
from suluh.text import ENGLISH, Language, language_of

GENERATED = frozenset(
    {"", "opd", "pelatihan", "evaluasi", "suara", "forum", "banding", "dampak", "indikator",
     "kelengkapan", "koreksi", "cari", "unduh", "api", "kartu", "grafik", "umpan", "kalender"}
)  # fmt: skip
"""First folders of the pages the build makes itself: no hand-written page may lie there."""

_META = ("title", "description")
_FENCE = "---"


class ContentError(ValueError):
    """A hand-written page cannot be built; the message, in Indonesian, says where and why."""

    @classmethod
    def at(cls, file: str, line: int, message: str) -> ContentError:
        """The mistake in a line of a file."""
        return cls(f"{file}, baris {line}: {message}")


@dataclass(frozen=True)
class Source:
    """A hand-written page: its front matter, and its text, which starts at `first_line`."""

    file: str
    path: str
    meta: Mapping[str, str]
    text: str
    first_line: int

    @property
    def language(self) -> Language:
        """English below the folder `en`."""
        return language_of(self.path)


def content_pages(folder: Path) -> Iterator[tuple[str, Printing]]:
    """The path of every page under `folder`, and how to print it with its charts."""
    for file in sorted(folder.rglob("*.md")):
        source = read_source(file, folder)
        yield source.path, partial(print_source, source=source)


def read_source(file: Path, folder: Path) -> Source:
    """Read a page; `title` and `description` stand at its top between two lines `---`."""
    shown = file.relative_to(folder.parent).as_posix()
    lines = file.read_text(encoding="utf-8").splitlines()
    if lines[:1] != [_FENCE] or _FENCE not in lines[1:]:
        raise ContentError.at(
            shown, 1, "awali halaman dengan title dan description di antara dua baris ---"
        )
    end = lines.index(_FENCE, 1)
    meta = _meta(shown, lines[1:end])
    path = file.relative_to(folder).with_suffix("").as_posix().removesuffix("index").rstrip("/")
    own = path.removeprefix(ENGLISH.folder)
    if own.split("/")[0] in GENERATED or own in ("data", "en"):
        raise ContentError.at(
            shown, 1, f"halaman {path or 'index'} dibuat otomatis: pilih nama berkas lain"
        )
    return Source(shown, f"{path}/", meta, "\n".join(lines[end + 1 :]) + "\n", end + 2)


def _meta(file: str, lines: list[str]) -> Mapping[str, str]:
    pairs = (line.partition(":") for line in lines if line.strip())
    meta = {name.strip(): text.strip().strip("\"'") for name, _, text in pairs}
    for name in _META:
        if not meta.get(name):
            raise ContentError.at(file, 1, f"{name} belum diisi di awal halaman")
    return meta


def print_source(press: Press, source: Source) -> tuple[PrintedPage]:
    """Print one hand-written page; ContentError for a mistake in its text."""
    text = _Text(press, source.language, Page(source.path, "", source.meta["title"], NOTHING))
    try:
        markdown = render_text(text.environment, source.text, text.names(), source.language)
    except TextMistakeError as mistake:
        line = source.first_line + mistake.line - 1
        raise ContentError.at(source.file, line, str(mistake)) from None
    title, description = source.meta["title"], source.meta["description"]
    charts = text.lay_charts()
    return (PrintedPage(source.path, title, description, markdown=markdown, charts=charts),)


@dataclass(frozen=True)
class _Text:
    """What a text may call; the charts it asks for are kept until it has been read."""

    press: Press
    language: Language
    page: Page
    charts: dict[str, Chart] = field(default_factory=dict)

    @property
    def environment(self) -> Templates:
        return self.press.environment

    def names(self) -> Mapping[str, object]:
        contract = self.press.published.contract
        return {
            "angka": self._figure,
            "grafik": self._chart,
            "kota": contract.city,
            "aturan": contract.policy,
            "istilah": glossary(),
        }

    def lay_charts(self) -> Mapping[str, Extent]:
        """Print the charts asked for: bodies for their slots, and files to download."""
        root, press = self.page.root, self.press
        charts = {
            id_: press.kept_chart(chart, root)[self.language] for id_, chart in self.charts.items()
        }
        lay_files(chart_files(charts), press.site, self.page.path)
        env = self.environment
        whole = "".join(chart.figure for chart in charts.values())
        below = explanations(env, whole, root, self.language)
        below += chart_tools(env, root, self.language)
        figures = {self._slot(id_): chart.figure for id_, chart in charts.items()}
        if figures:
            figures[next(reversed(figures))] += below
        return {slot: self.press.bodies.keep(figure) for slot, figure in figures.items()}

    def _figure(
        self, indikator: str, opd: str = CITY, periode: str | None = None, rincian: str = ""
    ) -> Markup:
        figure = quoted_figure(self.press.published, indikator, opd, periode, rincian)
        return render_figure(self.environment, figure, self.language)

    def _chart(self, id: str, opd: str = CITY) -> Markup:  # noqa: A002 the name writers use
        chart = quoted_chart(self.press.published, id, opd)
        self.charts[chart.id] = chart
        return Markup("<!--sisip:{}-->").format(self._slot(chart.id))

    def _slot(self, chart_id: str) -> str:
        return f"{self.page.path}grafik/{chart_id}"
