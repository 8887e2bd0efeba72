"""Downloads: `Published` as files in `unduh/`, the same figures as on the pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from suluh.catalogue import indicators
from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS, Status
from suluh.published import Published

CSV_DECIMALS = 4


@lru_cache(maxsize=50_000)
def csv_number(value: float | None) -> str:
    """`84.3125`: a number as it stands in the downloads; empty for none."""
    if value is None:
        return ""
    # As np.round below, to the last bit; adding 0.0 leaves no negative zero.
    rounded = round(value * 10**CSV_DECIMALS) / 10**CSV_DECIMALS + 0.0
    return f"{rounded:.{CSV_DECIMALS}f}"


def write_downloads(published: Published, folder: Path) -> None:
    """Write `angka.csv` and its parts by department and indicator, and describe them."""
    rows = _rows(published.figures)
    _write_csv(folder / "angka.csv", rows)
    for kind, column in (("opd", "kode_opd"), ("indikator", "indikator")):
        for name, places in published.figures.groupby(column).indices.items():
            _write_csv(folder / kind / f"{name}.csv", [rows[place] for place in places])
    package = json.dumps(_package(published), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(f"{package}\n", encoding="utf-8")


def csv_line(figure: pd.DataFrame) -> str:
    """One figure as its line stands in `angka.csv`."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerows(_rows(figure))
    return line.getvalue()


def _rows(figures: pd.DataFrame) -> list[tuple[str, ...]]:
    """Every figure as the texts of its cells."""
    columns = {name: figures[name].tolist() for name in FIGURE_COLUMNS}
    for name in VALUE_COLUMNS:
        columns[name] = [None if pd.isna(value) else value for value in columns[name]]
    columns["n"] = ["" if n is None else str(n) for n in columns["n"]]
    for name in VALUE_COLUMNS[:-1]:
        columns[name] = [csv_number(value) for value in columns[name]]
    return list(zip(*columns.values(), strict=True))


def _write_csv(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIGURE_COLUMNS)
        writer.writerows(rows)


def _package(published: Published) -> Mapping[str, Any]:
    """A Frictionless Data Package of `angka.csv`."""
    contract = published.contract
    return {
        "profile": "tabular-data-package",
        "name": "suluh-angka",
        "title": f"Angka terbit {contract.city}",
        "suluh": {"contoh": contract.is_sample, "per_tanggal": published.as_of.isoformat()},
        "resources": [
            {
                "name": "angka",
                "path": "angka.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(name) for name in FIGURE_COLUMNS],
                    "missingValues": [""],
                    "primaryKey": list(FIGURE_COLUMNS[:4]),
                },
            }
        ],
    }


def _field(name: str) -> Mapping[str, Any]:
    if name in VALUE_COLUMNS:
        return {"name": name, "type": "integer" if name == "n" else "number"}
    if name == "indikator":
        return {"name": name, "type": "string", "constraints": {"enum": list(indicators())}}
    if name == "status":
        return {"name": name, "type": "string", "constraints": {"enum": [s.value for s in Status]}}
    return {"name": name, "type": "string"}
