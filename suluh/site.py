"""The site: stage its pages, let mkdocs build them in a fresh folder, swap the result in.

The only module that knows mkdocs. Its Markdown holds a page's title and the sentence it opens
with; the body is put in after Markdown, templates and search have run, which is ten times
faster and keeps figures out of the search index (docs/adr/0004).
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from suluh.localisation import date_text
from suluh.press import PrintedPage
from suluh.published import Published

_SLOT = re.compile(r"<!--isi-->.*?<!--/isi-->", re.DOTALL)
_FRAGMENT = re.compile(r"(?:<p>)?<!--sisip:([a-z0-9/_-]+)-->(?:</p>)?")


class SiteError(Exception):
    """mkdocs refused the pages, or the output folder cannot be used."""


@dataclass(frozen=True)
class Stage:
    """Folders of a build that is not public yet, side by side in `root`."""

    root: Path

    @property
    def docs(self) -> Path:
        """Markdown for mkdocs."""
        return self.root / "docs"

    @property
    def fragments(self) -> Path:
        """HTML to put into the built pages."""
        return self.root / "fragments"

    @property
    def files(self) -> Path:
        """Files to lie beside the built pages: downloads and pictures of charts."""
        return self.root / "files"

    @property
    def site(self) -> Path:
        """What will be the public site."""
        return self.root / "site"


@contextmanager
def stage_for(out: Path) -> Iterator[Stage]:
    """Make a fresh stage beside `out`; on success swap its site in, on failure leave no trace."""
    out.parent.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(out)
    stage = Stage(out.parent / f".{out.name}.{os.getpid()}.tahap")
    try:
        for folder in (stage.docs, stage.fragments, stage.files):
            folder.mkdir(parents=True)
        yield stage
        _swap(stage, out)
    finally:
        shutil.rmtree(stage.root, ignore_errors=True)


def _swap(stage: Stage, out: Path) -> None:
    old = stage.root / "lama"
    if out.exists():
        out.rename(old)
    stage.site.rename(out)


def _clear_abandoned(out: Path) -> None:
    """Remove stages of killed builds; put back the site that one had taken aside."""
    for root in out.parent.glob(f".{out.name}.*.tahap"):
        if _is_running(int(root.name.split(".")[-2])):
            continue
        if (root / "lama").exists() and not out.exists():
            (root / "lama").rename(out)
        shutil.rmtree(root, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def build_site(
    config_file: Path, stage: Stage, pages: Iterable[PrintedPage], published: Published
) -> None:
    """Build the staged pages strictly into `stage.site`; SiteError with mkdocs' own warnings."""
    for page in pages:
        _write_markdown(stage.docs, page)
    midnight = datetime.combine(published.as_of, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_config(
            str(config_file), docs_dir=str(stage.docs), site_dir=str(stage.site), strict=True
        )
        config.extra.update(_for_the_theme(published))
        config.plugins["suluh"] = _PutIn(stage.fragments)
        mkdocs_build(config)
        _move_beside(stage.files, stage.site)
    except (Abort, MkDocsException) as error:
        raise SiteError("\n".join(warnings.messages) or str(error)) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)


def _for_the_theme(published: Published) -> dict[str, object]:
    return {
        "contoh": published.contract.is_sample,
        "kota": escape(published.contract.city),
        "per_tanggal": date_text(published.as_of),
    }


def _move_beside(files: Path, site: Path) -> None:
    for source in sorted(path for path in files.rglob("*") if path.is_file()):
        target = site / source.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)


def serve_site(out: Path, port: int, watched: Iterable[Path], rebuild: Callable[[], None]) -> None:
    """Serve the site on this machine; rebuild and reload the browser when a file changes."""
    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(out))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()
    finally:
        server.shutdown(wait=True)


def _write_markdown(docs: Path, page: PrintedPage) -> None:
    """Front matter is JSON, which is YAML: no text in it can end it or be taken for markup.

    JSON would escape an emoji as a surrogate pair, which YAML does not know; Python's escapes
    it does.
    """
    if page.markdown is None:
        body = f"<!--isi--><p>{escape(page.description)}</p><!--/isi-->\n"
    else:
        body = page.markdown
    meta = {
        "title": escape(page.title),
        "description": escape(page.description),
        "bagian": [[section.id, section.title] for section in page.sections],
        "sumber": page.path,
    }
    target = docs / page.path / "index.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps(meta, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    target.write_text(f"---\n{head}\n---\n{body}", encoding="utf-8")


class _NoOptions(Config):
    """The plugin has no settings in mkdocs.yml."""


class _PutIn(BasePlugin[_NoOptions]):
    """Gives each page its table of contents, and its body once mkdocs is done with it."""

    def __init__(self, fragments: Path) -> None:
        super().__init__()
        self._fragments = fragments
        self.load_config({})

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        sections = page.meta.get("bagian")
        if sections:
            page.toc = TableOfContents([AnchorLink(title, id_, 2) for id_, title in sections])
        return html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        del config
        output = _SLOT.sub(lambda _: self._fragment(page.meta["sumber"] + "index"), output)
        return _FRAGMENT.sub(lambda found: self._fragment(found[1]), output)

    def _fragment(self, name: str) -> str:
        return (self._fragments / f"{name}.html").read_text(encoding="utf-8")


class _Warnings(logging.Handler):
    """Keeps mkdocs' warnings, so that a refusal can say its reasons."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
