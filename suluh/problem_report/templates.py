"""Jinja for pages before the wall: `suluh.render` is for what is published."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(templates: Path, *, escape: bool = True) -> Environment:
    """An environment that escapes and refuses undefined names; Markdown of ours is not escaped."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=escape,  # noqa: S701 the catalogue is Markdown of our own words alone
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
