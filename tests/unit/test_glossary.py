"""The glossary: every term that a template explains is in it, and none is in it for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from suluh.glossary import Term, glossary
from suluh.render import environment, explanations

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
EXPLAINED = re.compile(r"""\bistilah\(\s*["']([^"']+)["']""")

terms = pytest.mark.parametrize("term", glossary().values(), ids=glossary().keys())


def explained() -> set[str]:
    """The terms that templates explain where they stand."""
    sources = (path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    return {id_ for source in sources for id_ in EXPLAINED.findall(source)}


def test_every_term_a_template_explains_is_in_the_glossary() -> None:
    assert {"n", "selang-kepercayaan", "disembunyikan"} <= explained()
    assert explained() - glossary().keys() == set()


def test_every_term_is_explained_in_a_template_or_declared_general() -> None:
    general = {id_ for id_, term in glossary().items() if term.umum}
    assert glossary().keys() - explained() == general


@terms
def test_a_meaning_is_one_or_two_sentences_with_an_example(term: Term) -> None:
    assert 1 <= len(re.findall(r"[.!?](?:\s|$)", term.arti)) <= 2
    assert term.contoh.endswith((".", "”"))


@terms
def test_a_term_refers_to_others_that_are_there(term: Term) -> None:
    assert set(term.lihat) <= glossary().keys() - {term.id}


def test_terms_stand_in_alphabetical_order() -> None:
    names = [term.nama.lower() for term in glossary().values()]
    assert names == sorted(names)


def test_a_page_gets_the_meaning_of_each_of_its_terms_once() -> None:
    env = environment(TEMPLATES)
    button = str(env.get_template("macros.html").module.istilah("n"))
    meanings = explanations(env, button * 2, "../../")
    assert meanings.count('id="arti-n"') == 1
    assert 'href="../../tentang/istilah/#n"' in meanings
    assert explanations(env, "<p>n = 12</p>", "") == ""
