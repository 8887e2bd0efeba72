"""Binding: the printed body of each page goes into its shell, and all files lie together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path

from suluh.edition import PrintedPage
from suluh.localisation import date_text
from suluh.published import Published
from suluh.site.mould import Frame, Mould, mould_of
from suluh.site.shell import BODY_END, BODY_START, Shell
from suluh.site.site_map import site_map
from suluh.staging import Stage
from suluh.text import ENGLISH

_SLOT = re.compile(rb"<p><!--sisip:([a-z0-9/_-]+)--></p>|<!--sisip:([a-z0-9/_-]+)-->")


def build_site(
    config_file: Path,
    cache: Path,
    stage: Stage,
    pages: Sequence[PrintedPage],
    published: Published,
    address: str,
) -> None:
    """Build the printed pages into `stage.site`; ShellError with mkdocs' own warnings.

    `address` is where the site will be read, with its last slash, or empty.
    """
    paths = {page.path for page in pages}
    bind_pages(config_file, cache / "shell.zip", stage, pages, paths, published)
    for name, content in site_map(pages, address, published.as_of):
        stage.site.lay(name, content)


def bind_pages(
    config_file: Path,
    kept: Path,
    stage: Stage,
    pages: Sequence[PrintedPage],
    paths: AbstractSet[str],
    published: Published,
) -> None:
    """Bind pages into `stage.site`, and lay the theme's files; `paths` are those of all pages.

    What mkdocs makes of them is kept in the archive `kept`.
    """
    shell = Shell(config_file, stage.shell, _for_the_theme(published), _epoch(published))
    moulds = {page.path: mould_of(page, paths) for page in pages if page.markdown is None}
    different = sorted(set(moulds.values()))
    files = dict(shell.files(pages, paths, different, kept))
    frames = {mould: _frame(files, mould) for mould in different}
    _bind(pages, {path: frames[mould] for path, mould in moulds.items()}, files, stage)
    for name, content in files.items():
        stage.site.lay(name, content)


def _bind(
    pages: Sequence[PrintedPage],
    frames: Mapping[str, Frame],
    files: dict[str, bytes],
    stage: Stage,
) -> None:
    """Lay each page, its body in its frame; hand-written ones are taken out of `files`."""
    for page in pages:
        name = f"{page.path}index.html"
        if page.body:
            stage.site.lay(name, frames[page.path].around(page.body.read(), page))
        else:
            stage.site.lay(name, _with_charts(files.pop(name), page))


def _frame(files: dict[str, bytes], mould: Mould) -> Frame:
    """The frame of a mould, whose shell is taken out of `files`: it is no page of the site."""
    before, _, rest = files.pop(f"{mould.path}index.html").decode().partition(BODY_START)
    _, _, after = rest.partition(BODY_END)
    return Frame.of(mould, before, after)


def _with_charts(text: bytes, page: PrintedPage) -> bytes:
    """A hand-written page with the charts that it asks for."""

    def chart(slot: re.Match[bytes]) -> bytes:
        return page.charts[(slot[1] or slot[2]).decode()].read()

    return _SLOT.sub(chart, text)


def _for_the_theme(published: Published) -> Mapping[str, object]:
    return {
        "contoh": published.contract.is_sample,
        "kota": escape(published.contract.city),
        "per_tanggal": date_text(published.as_of),
        "per_tanggal_en": ENGLISH.say(date_text(published.as_of)),
    }


def _epoch(published: Published) -> int:
    """The date of the data as seconds: what mkdocs takes for the time of the build."""
    return int(datetime.combine(published.as_of, time(), UTC).timestamp())
