"""Time builds of generated cities and print a Markdown table: `make bench SIZES="40 400"`.

Every city is built with a copy of the program in a temporary folder, so that a cold cache is
cold and the project's own cache stays as it is.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = ROOT / "data" / "datapackage.json"
PROGRAM = ("build.py", "mkdocs.yml", "suluh", "templates", "content", "requirements")
PER_DEPARTMENT = {"responses": 900, "employees": 75}
YEARS = 4
EDITED = (1, 20, 300)
"""Rows of the survey, counted from its end; one is not enough where a machine has other guests."""

COLUMNS = ("departments", "records MB", "intake", "indicators", "pages", "mkdocs", "downloads",
           "cold", "warm", "one row", "no-op", "peak MB")  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One build: seconds by the wall clock, seconds of each stage, and its largest process."""

    seconds: float
    stages: Mapping[str, float]
    peak_mb: float


@dataclass(frozen=True)
class City:
    """A generated city, the program that builds it, and where its site goes."""

    folder: Path
    departments: int

    @property
    def program(self) -> Path:
        return self.folder / "program"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def generate(self) -> None:
        """Write the city's records and copy the program."""
        self.program.mkdir(parents=True)
        for name in PROGRAM:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.program / name)
        (self.program / "data").mkdir()
        shutil.copy(CONTRACT, self.program / "data")  # what the sample is written by
        sizes = {name: count * self.departments for name, count in PER_DEPARTMENT.items()}
        sizes |= {"departments": self.departments, "years": YEARS}
        options = [f"--{name}={count}" for name, count in sizes.items()]
        self._command("sample", "--out", str(self.data), *options)

    def megabytes(self) -> float:
        return sum(path.stat().st_size for path in self.data.glob("*.csv")) / 1e6

    def build(self) -> Run:
        """Build once, measured from outside."""
        timings = self.folder / "timings.json"
        timings.unlink(missing_ok=True)
        started = perf_counter()
        peak_mb = self._command(
            "--data", str(self.data), "--out", str(self.site), "--timings", str(timings)
        )
        seconds = perf_counter() - started
        stages = json.loads(timings.read_text()) if timings.exists() else {}
        return Run(seconds, stages, peak_mb)

    def edit_one_row(self, from_the_end: int) -> None:
        """Change one score of a late survey answer, as an HR officer would."""
        file = self.data / "skm.csv"
        lines = file.read_text(encoding="utf-8").splitlines()
        cells = lines[-from_the_end].split(",")
        cells[4] = "1" if cells[4] != "1" else "2"
        lines[-from_the_end] = ",".join(cells)
        file.write_text("\n".join([*lines, ""]), encoding="utf-8")

    def _command(self, *arguments: str) -> float:
        """Run the command; return the peak memory of its largest process in megabytes."""
        command = [sys.executable, str(self.program / "build.py"), *arguments]
        with (self.folder / "said").open("w+", encoding="utf-8") as said:
            process = subprocess.Popen(command, stdout=said, stderr=said, cwd=self.program)
            _, status, usage = os.wait4(process.pid, 0)
            if status:
                said.seek(0)
                code = os.waitstatus_to_exitcode(status)
                sys.exit(f"{said.read()}\n{' '.join(arguments)}: exit {code}")
        unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss: bytes there, KB elsewhere
        return usage.ru_maxrss / unit


def measure(city: City) -> Iterator[float]:
    """One row of the table."""
    city.generate()
    yield city.departments
    yield city.megabytes()
    cold = city.build()
    for stage in ("intake", "indicators", "pages", "site", "downloads"):
        extra = cold.stages["disclosure"] if stage == "indicators" else 0.0
        yield cold.stages[stage] + extra
    yield cold.seconds
    shutil.rmtree(city.site)
    yield city.build().seconds
    yield median(_edited(city, row).seconds for row in EDITED)
    yield city.build().seconds
    yield cold.peak_mb


def _edited(city: City, row: int) -> Run:
    city.edit_one_row(row)
    return city.build()


def main(sizes: list[str]) -> None:
    print("| " + " | ".join(COLUMNS) + " |")
    print("|" + "---:|" * len(COLUMNS))
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="suluh-bench-") as folder:
            print("|", end="", flush=True)
            for cell in measure(City(Path(folder), int(size))):  # a large city takes hours
                told = f"{cell:.0f}" if cell >= 100 or cell == int(cell) else f"{cell:.1f}"  # noqa: PLR2004
                print(f" {told} |", end="", flush=True)
            print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["40", "400", "4000"])
