"""One stylesheet for the whole site: a page shows nothing before the last of its styles is there.

The theme's own files and ours become one. What the theme says of parts that no page has is left
out: it is a third of what a phone would read. A test holds every page against that list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

STYLESHEET = "assets/gaya.css"
THEME_STYLES = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
NOT_PUBLISHED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""The theme's own scripts and icon, which no page asks for, and what is in the one stylesheet."""

LEFT_OUT = (
    "abstract", "admonition", "annotate", "arithmatex", "bug", "cards", "critic", "danger",
    "emojione", "example", "failure", "footnote", "gemoji", "giscus", "grid", "headerlink",
    "highlight", "info", "inline", "katex", "key-", "keys", "lg", "linenodiv", "linenos",
    "md-annotation", "md-author", "md-banner--", "md-banner__button", "md-button", "md-clipboard",
    "md-code__", "md-consent", "md-content--post", "md-content__button", "md-copyright",
    "md-dialog--", "md-draft", "md-feedback", "md-footer-meta", "md-footer__", "md-header--",
    "md-header__source", "md-input", "md-meta", "md-nav--integrated", "md-nav__container",
    "md-nav__item--nested", "md-nav__item--section", "md-nav__link--passed", "md-nav__source",
    "md-pagination", "md-path", "md-pin", "md-post", "md-profile", "md-progress", "md-search",
    "md-select", "md-sidebar--post", "md-social", "md-source", "md-status", "md-tag",
    "md-toggle--", "md-tooltip", "md-typeset__", "md-version", "mermaid", "middle", "note",
    "question", "quote", "success", "tabbed-", "task-list", "tip", "twemoji", "warning", "xl",
    "xxl", "xxxl",
)  # fmt: skip
"""What the classes of the theme begin with that no page has."""

MATCHING_NOTHING = (
    "[dir=rtl]", "[data-md-color-accent=", "[data-md-color-primary=", "[data-md-color-switching]",
    "img[src$=", "table:not([class])",
)  # fmt: skip
"""What is in selectors of the theme that match nothing: writing from right to left, colours that
we do not offer, and tables that the frame leaves alone. The last cost every page a second look at
each of its elements, because they hang on any change of any class."""

_PIECE = re.compile(
    r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^"'{};/]+|/""", re.DOTALL
)
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
_BETWEEN = re.compile(r",(?![^()\[\]]*[)\]])")
"""A comma that ends a selector: none in parentheses or brackets."""

_NOT_SO = re.compile(r":not\([^()]*\)")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_UNUSED = r"(?<=[{{;]){name}:(?:url\(\"[^\"]*\"\)|[^;{{}}\"])*;?"


def bind_styles(files: Mapping[str, bytes], ours: Sequence[str]) -> Mapping[str, bytes]:
    """The site's files with one stylesheet instead of the theme's and `ours`, in that order."""
    theme = [name for start in THEME_STYLES for name in files if _is_style(name, start)]
    said = "".join(lean(_native(files[name].decode())) for name in theme)
    said += "".join(_COMMENT.sub(r"\1", files[name].decode()) for name in ours)
    kept = {name: content for name, content in files.items() if _is_kept(name, ours)}
    return kept | {STYLESHEET: without_unused_variables(said).encode()}


def lean(style: str) -> str:
    """A style without the rules for what no page has."""
    return "".join(_lean_rules(style))


def without_unused_variables(style: str) -> str:
    """A style without the theme's variables that nothing in it asks for: its unused icons."""
    set_ = dict.fromkeys(re.findall(r"[{;](--md-[\w-]+):", style))
    used = set(re.findall(r"var\(\s*(--md-[\w-]+)", style))
    for name in set_.keys() - used:
        style = re.sub(_UNUSED.format(name=re.escape(name)), "", style)
    return style


def _native(style: str) -> str:
    """The theme's script used to set this class; browsers know the state themselves."""
    return style.replace(".focus-visible", ":focus-visible")


def _is_style(name: str, start: str) -> bool:
    return name.startswith(start) and name.endswith(".css")


def _is_kept(name: str, ours: Sequence[str]) -> bool:
    return not (name.startswith(NOT_PUBLISHED) or name.endswith(".map") or name in ours)


def _lean_rules(style: str) -> Iterator[str]:
    for head, body in rules(style):
        if body is None:
            yield f"{head};"
        elif head.startswith(("@media", "@supports")):
            inner = lean(body)
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            kept = [selector for selector in _BETWEEN.split(head) if not _of_no_page(selector)]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _of_no_page(selector: str) -> bool:
    """Whether it needs an element that no page has; one with alternatives is left alone."""
    if any(part in selector for part in MATCHING_NOTHING):
        return True
    if ":is(" in selector or ":where(" in selector:
        return False
    return any(c.startswith(LEFT_OUT) for c in _CLASS.findall(_NOT_SO.sub("", selector)))


def rules(style: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as what stands before its braces and between them; a statement has no braces."""
    depth, head, body = 0, "", ""
    for piece in _PIECE.findall(style):
        if piece.startswith("/*"):
            continue
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if (piece, depth) == ("{", 1):
            continue
        if (piece, depth) == ("}", 0):
            yield head.strip(), body
            head = body = ""
        elif (piece, depth) == (";", 0):
            yield head.strip(), None
            head = ""
        elif depth:
            body += piece
        else:
            head += piece
