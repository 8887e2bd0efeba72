"""One run of mkdocs."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from suluh.site.shell import ShellError
from suluh.site.stylesheet import bind_styles

SITE_MAP = ("sitemap.xml", "sitemap.xml.gz")
"""mkdocs' own, of pages with made-up names: `suluh.site.site_map` makes the site's."""


def run_mkdocs(
    config_file: Path,
    folder: Path,
    sources: Mapping[str, str],
    others: Iterable[str],
    extra: Mapping[str, object],
    epoch: int,
) -> Mapping[str, bytes]:
    """Build the Markdown `sources` (text by path), strictly; return the site's files by path.

    `others` are pages that a text may link to though they are not built here, `epoch` is the
    time of the build in seconds, `extra` what the theme may show. Works in `folder`; ShellError
    with mkdocs' own warnings.
    """
    docs, site = folder / "docs", folder / "site"
    for name, text in sources.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_config(
            str(config_file),
            docs_dir=str(docs.resolve()),
            site_dir=str(site.resolve()),
            strict=True,
        )
        config.extra.update(extra)
        styles, config.extra_css = list(map(str, config.extra_css)), []
        config.plugins["suluh"] = _Frames(others)
        mkdocs_build(config)
    except (Abort, MkDocsException) as error:
        raise ShellError("\n".join(warnings.messages) or str(error)) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    built = sorted(path for path in site.rglob("*") if path.is_file())
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in built}
    own = {name: content for name, content in files.items() if name not in SITE_MAP}
    return bind_styles(own, styles)


class _NoOptions(Config):
    """The plugin has no settings in mkdocs.yml."""


class _Frames(BasePlugin[_NoOptions]):
    """Gives each frame the contents of the body it will get, and lets texts link to all pages."""

    def __init__(self, others: Iterable[str]) -> None:
        super().__init__()
        self.load_config({})
        self.others = others

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for name in self.others:
            if name not in files.src_uris:
                excluded = InclusionLevel.EXCLUDED
                files.append(File.generated(config, name, content="", inclusion=excluded))
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        sections = page.meta.get("bagian")
        if sections:
            page.toc = TableOfContents([AnchorLink(title, id_, 2) for id_, title in sections])
        return html


class _Warnings(logging.Handler):
    """Keeps mkdocs' warnings, so that a refusal can say its reasons."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
