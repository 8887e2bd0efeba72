"""The README's promises: each names a test, and that test exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_each_promise_of_the_readme_has_its_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    promised = re.findall(r"^\| .* \| `(test_\w+)` \|$", readme, re.MULTILINE)
    assert len(promised) > 10
    tests = set(_tests())
    assert [name for name in promised if name not in tests] == []


def test_each_file_that_the_documents_name_is_there() -> None:
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md")]
    missing = [
        (document.name, link)
        for document in documents
        for link in re.findall(r"\]\((?!\w+:)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / link).exists()
    ]
    assert missing == []


def _tests() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield node.name
