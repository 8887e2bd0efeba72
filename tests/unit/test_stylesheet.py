"""One stylesheet: what is left out, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from suluh.site.stylesheet import STYLESHEET, bind_styles, lean, without_unused_variables

ASSETS = Path(__file__).resolve().parent.parent.parent / "templates" / "theme" / "assets"


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".md-typeset{color:red}", ".md-typeset{color:red}"),
        (".md-typeset .admonition{color:red}", ""),
        (".admonition,.md-typeset details{color:red}", ".md-typeset details{color:red}"),
        (".md-typeset :not(.admonition){color:red}", ".md-typeset :not(.admonition){color:red}"),
        (":is(.admonition,details){color:red}", ":is(.admonition,details){color:red}"),
        (
            "[dir=rtl] .md-typeset{top:0}[dir=ltr] .md-typeset{top:1px}",
            "[dir=ltr] .md-typeset{top:1px}",
        ),
        (".md-typeset table:not([class])+*{top:0}", ""),
        ("[data-md-color-primary=red],a{top:0}", "a{top:0}"),
        ("@media print{.admonition{color:red}}", ""),
        ("@media print{a{color:red}.mermaid{top:0}}", "@media print{a{color:red}}"),
        ('@charset "UTF-8";a{top:0}', '@charset "UTF-8";a{top:0}'),
        ("@keyframes x{0%{top:0}to{top:1px}}", "@keyframes x{0%{top:0}to{top:1px}}"),
        ('a:after{content:"}.mermaid{"}', 'a:after{content:"}.mermaid{"}'),
    ],
)
def test_rules_for_what_no_page_has_are_left_out(style: str, left: str) -> None:
    assert lean(style) == left


def test_a_variable_nobody_asks_for_is_left_out_and_one_of_ours_never_is() -> None:
    style = ':root{--md-a:url("data:;{}");--md-b:1;--c-x:2}p{top:var(--md-b)}'
    assert without_unused_variables(style) == ":root{--md-b:1;--c-x:2}p{top:var(--md-b)}"


def test_the_styles_become_one_file_in_their_order() -> None:
    files = {
        "index.html": b"<p>",
        "assets/stylesheets/main.1.min.css": b"a{top:0}",
        "assets/stylesheets/palette.1.min.css": b"b{top:0}",
        "assets/stylesheets/main.1.min.css.map": b"{}",
        "assets/one.css": b"/* it's one */c{top:0}",
    }
    bound = bind_styles(files, ["assets/one.css"])
    assert bound == {"index.html": b"<p>", STYLESHEET: b"a{top:0}b{top:0}c{top:0}"}


@pytest.mark.parametrize("file", sorted(ASSETS.glob("*.css")), ids=lambda file: file.name)
def test_every_style_closes_what_it_opens(file: Path) -> None:
    """Alone in a file a block left open ends with it; bound with others it swallows them."""
    text = file.read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")
