"""Binding: the printed body of each page goes into its shell, and all files lie together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path

from suluh.edition import PrintedPage
from suluh.localisation import date_text
from suluh.published import Published
from suluh.site.shell import BODY_END, BODY_START, DESCRIPTION, Shell
from suluh.staging import Stage
from suluh.text import ENGLISH

_FRAGMENT = re.compile(r"<p><!--sisip:([a-z0-9/_-]+)--></p>|<!--sisip:([a-z0-9/_-]+)-->")


def build_site(
    config_file: Path,
    cache: Path,
    stage: Stage,
    pages: Sequence[PrintedPage],
    published: Published,
) -> None:
    """Build the printed pages into `stage.site`; ShellError with mkdocs' own warnings."""
    shell = Shell(config_file, stage.shell, _for_the_theme(published), _epoch(published))
    _bind(shell.files(pages, cache / "shell.zip"), pages, stage)


def _bind(shell: Mapping[str, bytes], pages: Iterable[PrintedPage], stage: Stage) -> None:
    """Write the site: the theme's files as they are, each page with its body."""
    printed = {f"{page.path}index.html": page for page in pages}
    for name, content in shell.items():
        page = printed.get(name)
        whole = _bound(content.decode(), page, stage.fragments.root) if page else content
        stage.site.lay(name, whole)


def _bound(shell: str, page: PrintedPage, fragments: Path) -> str:
    def fragment(name: str) -> str:
        return (fragments / f"{name}.html").read_text(encoding="utf-8")

    if page.markdown is not None:
        return _FRAGMENT.sub(lambda found: fragment(found[1] or found[2]), shell)
    before, _, rest = shell.partition(BODY_START)
    _, _, after = rest.partition(BODY_END)
    head = before.replace(DESCRIPTION, escape(page.description))
    return f"{head}{fragment(page.path + 'index')}{after}"


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
