"""What may import what; the rules are in pyproject.toml, under [tool.importlinter]."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import suluh

PACKAGE = Path(suluh.__file__).parent
ROOT = PACKAGE.parent
HEAVY = {"altair", "babel", "jinja2", "mkdocs", "pandas", "pandera", "vl_convert"}


def test_nothing_after_the_wall_imports_what_lies_before_it() -> None:
    """And the other rules: `lint-imports` checks them all."""
    lint = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [lint, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_only_the_wall_makes_a_published() -> None:
    """Nor changes one: `replace(published, …)` would be a second door."""
    makers = {name for name, call in _calls() if _makes_published(call)}
    assert makers == {"suluh/disclosure/__init__.py"}


def test_asking_for_help_loads_no_heavy_library() -> None:
    assert _loaded_by("from suluh.cli import run; run(['--help'])") & HEAVY == set()


def test_records_without_a_problem_load_no_pandera() -> None:
    """It takes longer to import than a city's survey takes to check."""
    code = "from pathlib import Path; from suluh.intake import read_records"
    assert "pandera" not in _loaded_by(f"{code}; assert read_records(Path('data')).records")


def test_whatever_is_imported_is_installed_where_sites_are_built() -> None:
    """The tests' own environment has more."""
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    installed = set(re.findall(r"^[a-z0-9-]+(?===)", lock, re.MULTILINE))
    libraries = {name for name in _imported() if name not in {*sys.stdlib_module_names, "suluh"}}
    known = packages_distributions()
    assert libraries >= {"click", "pandas"}
    assert {name for name in libraries if not installed & {*map(_normal, known[name])}} == set()


def _normal(distribution: str) -> str:
    return distribution.lower().replace("_", "-").replace(".", "-")


def _imported() -> Iterator[str]:
    """Every module that the package imports, up to its first point."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the package, with the name of its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield name, node


def _makes_published(call: ast.Call) -> bool:
    names = [getattr(call.func, "attr", getattr(call.func, "id", ""))]
    names += [argument.id for argument in call.args if isinstance(argument, ast.Name)]
    return names[0] == "Published" or names[:2] == ["replace", "published"]


def _loaded_by(code: str) -> set[str]:
    watched = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", watched], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())
