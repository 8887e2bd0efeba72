"""Where each file lies below the site's root, and the way from one to another."""

from __future__ import annotations

from posixpath import commonprefix

from suluh.figures import CITY

API_VERSION = 1
API = f"api/v{API_VERSION}"
"""The number changes when a response changes its meaning; what it had stays where it was."""

FIGURES_CSV = "unduh/angka.csv"
SPREADSHEET = "unduh/angka.xlsx"
XLSX_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSVW = "unduh/angka.csv-metadata.json"
"""Where a reader of CSV on the Web looks for what describes `angka.csv`."""
TABLE_SCHEMA = "unduh/skema.json"
DATA_PACKAGE = "unduh/datapackage.json"
DCAT = "unduh/dcat.jsonld"
SCHEMA_ORG = "unduh/dataset.jsonld"
API_INDEX = f"{API}/index.json"
API_SCHEMA = f"{API}/schema.json"
API_DEPARTMENTS = f"{API}/opd.json"
API_INDICATORS = f"{API}/indikator.json"


def part_csv(kind: str, name: str) -> str:
    """The figures of a department (`opd`) or an indicator (`indikator`) as CSV."""
    return f"unduh/{kind}/{name}.csv"


def part_json(kind: str, name: str) -> str:
    """The same figures as JSON."""
    return f"{API}/{kind}/{name}.json"


def badge(kode_opd: str) -> str:
    return f"unduh/lencana/{kode_opd}.svg"


def card(kode_opd: str) -> str:
    return f"kartu/{kode_opd}.html"


def department_page(kode_opd: str) -> str:
    """The page of a department; of the city, the home page."""
    return "" if kode_opd == CITY else f"opd/{kode_opd}/"


def indicator_page(id_: str) -> str:
    return f"indikator/{id_}/"


def way(source: str, target: str) -> str:
    """The relative address of one file or page (a folder, `opd/rsud/`) from another."""
    ours, theirs = source.split("/")[:-1], target.split("/")
    shared = len(commonprefix([ours, theirs[:-1]]))
    return "../" * (len(ours) - shared) + "/".join(theirs[shared:])
