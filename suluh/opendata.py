"""Downloads: `Published` as files in `unduh/`, the same figures as on the pages."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from suluh.catalogue import indicators
from suluh.figures import FIGURE_COLUMNS, VALUE_COLUMNS, Status
from suluh.published import Published

CSV_DECIMALS = 4


def csv_number(value: float | None) -> str:
    """`84.3125`: a number as it stands in the downloads; empty for none."""
    if value is None:
        return ""
    # As np.round below, to the last bit; adding 0.0 leaves no negative zero.
    rounded = round(value * 10**CSV_DECIMALS) / 10**CSV_DECIMALS + 0.0
    return f"{rounded:.{CSV_DECIMALS}f}"


def write_downloads(published: Published, folder: Path) -> None:
    """Write `angka.csv` and its parts by department and indicator, and describe them."""
    text = _as_text(published.figures)
    _write_csv(text, folder / "angka.csv")
    for kind, column in (("opd", "kode_opd"), ("indikator", "indikator")):
        for name, rows in text.groupby(column, sort=True):
            _write_csv(rows, folder / kind / f"{name}.csv")
    package = _package(published)
    (folder / "datapackage.json").write_text(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )


def _as_text(figures: pd.DataFrame) -> pd.DataFrame:
    """Every cell as it stands in the file."""
    text = figures.copy()
    for name in VALUE_COLUMNS[:-1]:
        values = text[name].to_numpy(dtype="float64", na_value=np.nan)
        rounded = np.round(values, CSV_DECIMALS) + 0.0  # no negative zero
        text[name] = ["" if np.isnan(x) else f"{x:.{CSV_DECIMALS}f}" for x in rounded]
    text["n"] = ["" if pd.isna(n) else str(int(n)) for n in text["n"]]
    return text


def _write_csv(rows: pd.DataFrame, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows.to_csv(path, index=False, columns=list(FIGURE_COLUMNS), encoding="utf-8",
                lineterminator="\n", quoting=csv.QUOTE_MINIMAL)  # fmt: skip


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
