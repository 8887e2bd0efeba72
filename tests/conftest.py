"""What all kinds of test share: one built site a session, and the golden files."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import BuiltSite, build, locked
from data_folder import COMMITTED, DataFolder
from goldtest import Golden
from hypothesis import HealthCheck, settings

# A test says what is right; how long it took on a busy machine says nothing. The same program
# passes the same tests: new examples are looked for by `make fuzz`, which asks for many.
settings.register_profile(
    "suluh",
    deadline=None,
    derandomize="SULUH_FUZZ_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suluh")


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: looking for garbage among them took a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="save what is made now as the golden files"
    )


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Golden:
    return Golden(update=bool(pytestconfig.getoption("--update-golden")))


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    """The small fixed records, in a folder that the test may change."""
    return DataFolder.small(tmp_path / "data")


@pytest.fixture(scope="session")
def site(shared_folder: Path) -> BuiltSite:
    """The site of the committed records, built once for all workers."""
    return _build_once(shared_folder / "site", lambda: COMMITTED)


@pytest.fixture(scope="session")
def small_site(shared_folder: Path) -> BuiltSite:
    """The site of the small fixed records, built once for all workers."""
    data = shared_folder / "small-data"
    return _build_once(shared_folder / "small-site", lambda: DataFolder.small(data).path)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this session; xdist gives each worker its own below a common one."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


def _build_once(out: Path, data: Callable[[], Path]) -> BuiltSite:
    """Build unless another worker has: the first to come builds, the others wait for it."""
    outcome = out.with_suffix(".outcome")
    with locked(out.with_suffix(".lock")):
        if not outcome.exists():
            built = build(data(), out)
            outcome.write_text("" if built.returncode == 0 else built.stdout + built.stderr)
    assert outcome.read_text() == "", outcome.read_text()
    return BuiltSite(out)
