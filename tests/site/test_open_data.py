"""The downloads: one set of figures in several forms, each as its standard wants it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree as ET

import frictionless
import pytest
from built_site import BuiltSite
from csvw import CSVW
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef

# rdflib 7 warns of what its own reader of JSON-LD still does.
pytestmark = pytest.mark.filterwarnings("ignore:.*ConjunctiveGraph.*:DeprecationWarning")

SHAPES = Path(__file__).parents[1] / "dcat_ap.ttl"
HERE = "https://contoh.example/unduh/dcat.jsonld"
DCT = Namespace("http://purl.org/dc/terms/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
VALUES = ("nilai", "batas_bawah", "batas_atas", "n")
SVG = "{http://www.w3.org/2000/svg}"


def test_every_response_of_the_api_follows_its_published_schema(small_site: BuiltSite) -> None:
    schema = json.loads((small_site.root / "api/v1/schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = {
        address: error.message
        for address, response in _responses(small_site)
        for error in validator.iter_errors(response)
    }
    assert faults == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [("nilai", 3.5), ("batas_atas", 3.5), ("n", 3), ("status", "rahasia"), ("periode", "2026-T5"),
     ("tambahan", "")],
)  # fmt: skip
def test_the_schema_refuses_a_figure_that_no_rule_allows(
    small_site: BuiltSite, name: str, value: object
) -> None:
    validator = Draft202012Validator(_json(small_site, "api/v1/schema.json"))
    response = _json(small_site, "api/v1/opd/kota.json")
    hidden = dict.fromkeys(response["angka"][0]) | {
        "indikator": "ikm", "kode_opd": "kota", "periode": "2026-T3", "status": "disembunyikan",
    }  # fmt: skip
    assert validator.is_valid(response | {"angka": [hidden]})
    assert not validator.is_valid(response | {"angka": [hidden | {name: value}]})


def test_every_figure_of_the_api_is_a_row_of_angka_csv_cell_by_cell(site: BuiltSite) -> None:
    for kind, column in (("opd", "kode_opd"), ("indikator", "indikator")):
        expected: dict[str, list[dict[str, str]]] = {}
        for row in site.rows:
            expected.setdefault(row[column], []).append(row)
        found = {
            path.stem: [_as_csv(figure) for figure in _text_of_numbers(path)["angka"]]
            for path in (site.root / "api/v1" / kind).glob("*.json")
        }
        assert found == expected


def test_a_hidden_value_is_null_everywhere(site: BuiltSite) -> None:
    hidden = [
        figure
        for _, response in _responses(site)
        for figure in response.get("angka", ())
        if figure["status"] == "disembunyikan"
    ]
    assert len(hidden) == 2 * sum(row["status"] == "disembunyikan" for row in site.rows)
    assert {figure[name] for figure in hidden for name in VALUES} == {None}


def test_every_response_says_whose_data_of_when_and_on_what_terms(site: BuiltSite) -> None:
    said = {json.dumps(response["meta"], sort_keys=True) for _, response in _responses(site)}
    assert len(said) == 1
    meta = json.loads(said.pop())
    assert (meta["kota"], meta["contoh"], meta["lisensi"]["kode"]) == (
        "Kota Sawahlunto", True, "CC-BY-4.0")  # fmt: skip
    assert meta["catatan"][0]["id"] == "DATA CONTOH, bukan data resmi."
    assert meta["catatan"][0]["en"].startswith("SAMPLE DATA")
    assert set(meta["status"]) >= {row["status"] for row in site.rows}


def test_every_link_of_the_api_leads_to_a_file(site: BuiltSite) -> None:
    links = [(address, link) for address, r in _responses(site) for link in _links(r)]
    broken = [(a, link) for a, link in links if not _target(site, a, link).is_file()]
    assert broken == []
    assert len(links) > 4 * len({row["kode_opd"] for row in site.rows})


def test_the_catalogues_list_all_that_has_figures(site: BuiltSite) -> None:
    for kind, column in (("opd", "kode_opd"), ("indikator", "indikator")):
        entries = _json(site, f"api/v1/{kind}.json")[kind]
        assert {entry[column] for entry in entries} == {row[column] for row in site.rows}


def test_frictionless_finds_the_data_package_valid(small_site: BuiltSite) -> None:
    package = frictionless.Package(str(small_site.root / "unduh/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])


def test_the_data_package_lists_every_csv_file_in_both_languages(site: BuiltSite) -> None:
    folder = site.root / "unduh"
    resources = _json(site, "unduh/datapackage.json")["resources"]
    listed = {resource["path"] for resource in resources}
    assert listed == {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    for resource in resources:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        words = [resource, resource["suluh"]["en"]]
        assert all(word["title"] and word["description"] for word in words)


def test_csv_on_the_web_describes_angka_csv(small_site: BuiltSite, tmp_path: Path) -> None:
    metadata = small_site.root / "unduh/angka.csv-metadata.json"
    assert CSVW(str(metadata), validate=True).is_valid
    copy = Path(shutil.copy(metadata, tmp_path))
    text = (small_site.root / "unduh/angka.csv").read_text(encoding="utf-8")
    (tmp_path / "angka.csv").write_text(text.replace(",terbit\n", ",rahasia\n", 1))
    with pytest.raises(UserWarning, match="rahasia"):  # its way of saying no
        assert not CSVW(str(copy), validate=True).is_valid


def test_dcat_has_what_data_portals_ask_for(site: BuiltSite) -> None:
    graph = _dcat(site)
    conforms, _, report = _shacl(graph)
    assert conforms, report
    (data_set,) = graph.subjects(predicate=DCAT.distribution, unique=True)
    assert data_set == URIRef(f"{HERE}#angka")


@pytest.mark.parametrize(
    "missing", [DCT.publisher, DCT.title, DCT.license, DCAT.accessURL, DCAT.startDate, DCAT.theme]
)
def test_the_shapes_refuse_a_catalogue_without(site: BuiltSite, missing: URIRef) -> None:
    graph = _dcat(site)
    graph.remove((None, missing, None))
    assert not _shacl(graph)[0]


def test_dcat_and_schema_org_lead_to_files_of_this_site(site: BuiltSite) -> None:
    root = HERE.removesuffix("unduh/dcat.jsonld")
    graph = _dcat(site)
    kinds = (DCAT.accessURL, DCAT.downloadURL, DCAT.endpointURL, DCAT.landingPage)
    led = {str(o).removeprefix(root) for kind in kinds for o in graph.objects(predicate=kind)}
    described = _json(site, "unduh/dataset.jsonld")
    led |= {f"unduh/{part['contentUrl']}" for part in described["distribution"]}
    led |= {f"unduh/{described['url']}"}
    assert {"unduh/angka.csv", "api/v1/index.json", "data/"} <= led
    files = [site.root / path / ("index.html" if path.endswith("/") else "") for path in led]
    assert [path for path in files if not path.is_file()] == []


def test_schema_org_has_what_a_search_for_data_sets_needs(site: BuiltSite) -> None:
    described = _json(site, "unduh/dataset.jsonld")
    assert (described["@context"], described["@type"]) == ("https://schema.org/", "Dataset")
    assert {name["@language"] for name in described["name"]} == {"id", "en"}
    lengths = [len(text["@value"]) for text in described["description"]]
    assert all(50 <= length <= 5000 for length in lengths)
    assert described["license"] == "https://creativecommons.org/licenses/by/4.0/"
    start, end = described["temporalCoverage"].split("/")
    assert start[:4] == min(row["periode"] for row in site.rows)
    assert end == _json(site, "api/v1/index.json")["meta"]["per_tanggal"]
    measured = [variable["propertyID"] for variable in described["variableMeasured"]]
    assert set(measured) == {row["indikator"] for row in site.rows}


def test_the_page_of_the_data_leads_to_what_describes_them(site: BuiltSite) -> None:
    document = site.document("data/index.html")
    links = document.xpath("//head/link[@rel='describedby'][@type='application/ld+json']/@href")
    assert links == ["../unduh/dataset.jsonld", "../unduh/dcat.jsonld"]
    others = document.xpath("//article//a/@href")
    assert {"../unduh/datapackage.json", "../unduh/angka.csv-metadata.json",
            "../api/v1/index.json", "api/"} <= set(others)  # fmt: skip


@pytest.mark.parametrize("root", ["../../", "../../../"])
def test_the_page_of_the_api_leads_to_every_response(site: BuiltSite, root: str) -> None:
    language = "en/" if len(root) > len("../../") else ""
    links = site.document(f"{language}data/api/index.html").xpath("//article//a/@href")
    responses = (site.root / "api/v1").rglob("*.json")
    missing = {root + path.relative_to(site.root).as_posix() for path in responses} - set(links)
    assert missing == set()


def test_the_example_on_the_page_is_a_figure_of_the_api(site: BuiltSite) -> None:
    texts = site.article("data/api/index.html").xpath(".//p[@class='kutipan']/code/text()")
    (example,) = (json.loads(text) for text in texts)
    assert example in _json(site, "api/v1/opd/kota.json")["angka"]


def test_every_cell_of_the_spreadsheet_is_that_of_angka_csv(site: BuiltSite) -> None:
    book = load_workbook(site.root / "unduh/angka.xlsx", read_only=True)
    head, *rows = book["Angka"].iter_rows(values_only=True)
    numeric = {"nilai", "batas_bawah", "batas_atas", "n"}
    expected = [
        tuple(
            (float(text) if name in numeric else text) if text else None
            for name, text in row.items()
        )
        for row in site.rows
    ]
    assert list(head) == list(site.rows[0])
    assert rows == expected


def test_every_department_page_hands_out_its_badge(site: BuiltSite) -> None:
    for code in {row["kode_opd"] for row in site.rows} - {"kota"}:
        article = site.article(f"opd/{code}/index.html")
        (shown,) = article.xpath(".//img[contains(@src, 'lencana')]/@src")
        assert (site.root / "opd" / code / shown).resolve().is_file()
        snippet, _ = article.xpath(".//p[@class='kutipan']/code")
        assert f'src="https://alamat-situs-ini/unduh/lencana/{code}.svg"' in snippet.text


def test_a_badge_says_the_value_of_angka_csv_and_that_it_is_a_sample(site: BuiltSite) -> None:
    badges = sorted((site.root / "unduh/lencana").glob("*.svg"))
    assert {path.stem for path in badges} == {row["kode_opd"] for row in site.rows}
    for path in badges:
        texts = ET.parse(path).getroot().findall(f"{SVG}text")  # noqa: S314 drawn by us
        label, value, note = (text.text or "" for text in texts)
        assert label.startswith("CONTOH")
        assert note.startswith("Data per ")
        *_, when = value.split(" · ")
        row = site.figures["ikm", path.stem, "-".join(reversed(when.split())), ""]
        shown = re.match(r"(\d+,\d\d) ", value)
        assert (shown[1] if shown else "") == _rounded(row["nilai"])
        assert (row["status"] in ("terbit", "sampel_kecil")) == bool(shown)


def _responses(site: BuiltSite) -> Iterator[tuple[str, Any]]:
    for path in sorted((site.root / "api").rglob("*.json")):
        if path.name != "schema.json":
            address = path.relative_to(site.root).as_posix()
            yield address, json.loads(path.read_text(encoding="utf-8"))


def _json(site: BuiltSite, address: str) -> Any:
    return json.loads((site.root / address).read_text(encoding="utf-8"))


def _text_of_numbers(path: Path) -> Any:
    """The response with its numbers as they are written."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)


def _as_csv(figure: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text or "" for name, text in figure.items()}


def _links(response: Any) -> Iterator[str]:
    """Every address under `tautan`, at any depth."""
    if isinstance(response, list):
        for item in response:
            yield from _links(item)
    elif isinstance(response, dict):
        yield from response.get("tautan", {}).values()
        for name, item in response.items():
            if name not in ("tautan", "angka"):
                yield from _links(item)


def _target(site: BuiltSite, address: str, link: str) -> Path:
    target = site.root / PurePosixPath(address).parent / link
    return target / "index.html" if link.endswith("/") else target


def _dcat(site: BuiltSite) -> Graph:
    return Graph().parse(site.root / "unduh/dcat.jsonld", format="json-ld", publicID=HERE)


def _shacl(graph: Graph) -> tuple[bool, Any, str]:
    found: tuple[bool, Any, str] = validate(
        graph, shacl_graph=Graph().parse(SHAPES, format="turtle"), inference="none"
    )
    return found


def _rounded(value: str) -> str:
    return f"{float(value):.2f}".replace(".", ",") if value else ""
