"""DCAT: the catalogue entry that data portals collect, after DCAT 3 and DCAT-AP 3.

Addresses are relative: whoever reads the file resolves them against where they found it.
"""

from __future__ import annotations

from suluh.opendata import addresses as at
from suluh.opendata.catalogues import Json
from suluh.opendata.imprint import LICENCE_ADDRESS, LICENCE_NAME, Imprint
from suluh.opendata.tables import TableFile
from suluh.opendata.vocabulary import Bilingual, caveats, theme_words

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_GOVERNMENT = Bilingual("Pemerintahan dan sektor publik", "Government and public sector")
_THEMES = ("survei", "pelatihan", "evaluasi", "pengaduan", "forum")
_CSV_TITLE = Bilingual("Semua angka (CSV)", "All figures (CSV)")
_XLSX_TITLE = Bilingual("Semua angka dengan penjelasan (XLSX)", "All figures with notes (XLSX)")
_API_TITLE = Bilingual(
    "Angka menurut perangkat daerah dan indikator (JSON)",
    "Figures by department and indicator (JSON)",
)
_API_DESCRIPTION = Bilingual(
    "API statis tanpa kunci: berkas JSON dengan alamat tetap.",
    "A static API without keys: JSON files at lasting addresses.",
)
_CATALOGUE = Bilingual("Data terbuka Suluh {city}", "Suluh open data of {city}")


def dcat_catalogue(about: Imprint, figures: TableFile) -> Json:
    """The catalogue with its one data set; `figures` is `angka.csv`."""
    city = Bilingual(about.city, about.city)
    return {
        "@context": _CONTEXT,
        "@id": "#katalog",
        "@type": "dcat:Catalog",
        "dct:title": _CATALOGUE.filled(city=city).by_tag,
        "dct:description": about.description.by_tag,
        "dct:publisher": _publisher(about),
        "dct:license": _licence(),
        "dct:language": [_concept("language/IND", "dct:LinguisticSystem")],
        "foaf:homepage": _document(at.way(at.DCAT, "")),
        "dcat:themeTaxonomy": _concept("data-theme", "skos:ConceptScheme"),
        "dcat:dataset": [_dataset(about, figures)],
        "dcat:service": [_service()],
    }


def _dataset(about: Imprint, figures: TableFile) -> Json:
    return {
        "@id": "#angka",
        "@type": "dcat:Dataset",
        "dct:identifier": "angka",
        "dct:title": about.title.by_tag,
        "dct:description": about.description.by_tag,
        "dct:publisher": {"@id": "#penerbit"},
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:accessRights": _concept("access-right/PUBLIC", "dct:RightsStatement"),
        "dct:language": [_concept("language/IND", "dct:LinguisticSystem")],
        "dcat:version": about.as_of.isoformat(),
        "dcat:theme": [_theme()],
        "dcat:keyword": [word for theme in _THEMES for word in theme_words(theme).by_tag],
        "dcat:landingPage": _document(at.way(at.DCAT, "data/")),
        "dct:spatial": _place(about),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(about.first_day.isoformat()),
            "dcat:endDate": _date(about.as_of.isoformat()),
        },
        "dcat:temporalResolution": {"@type": "xsd:duration", "@value": "P3M"},
        "skos:note": [
            note for caveat in caveats(is_sample=about.is_sample) for note in caveat.by_tag
        ],
        "dcat:distribution": [_csv(figures), _spreadsheet(), _json()],
    }


def _csv(figures: TableFile) -> Json:
    address = {"@id": at.way(at.DCAT, figures.path)}
    return {
        "@id": "#csv",
        **_distribution(_CSV_TITLE, _CSV_TITLE, "CSV", "text/csv"),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(figures.size)},
        "dct:conformsTo": {"@id": at.way(at.DCAT, at.CSVW), "@type": "dct:Standard"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": figures.sha256},
        },
    }


def _spreadsheet() -> Json:
    address = {"@id": at.way(at.DCAT, at.SPREADSHEET)}
    return {
        "@id": "#xlsx",
        **_distribution(_XLSX_TITLE, _XLSX_TITLE, "XLSX", at.XLSX_MEDIA),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
    }


def _json() -> Json:
    return {
        "@id": "#json",
        **_distribution(_API_TITLE, _API_DESCRIPTION, "JSON", "application/json"),
        "dcat:accessURL": {"@id": at.way(at.DCAT, at.API_INDEX)},
        "dcat:accessService": {"@id": "#api"},
    }


def _distribution(title: Bilingual, description: Bilingual, format_: str, media: str) -> Json:
    return {
        "@type": "dcat:Distribution",
        "dct:title": title.by_tag,
        "dct:description": description.by_tag,
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:format": _concept(f"file-type/{format_}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": {"@id": f"{_MEDIA}/{media}", "@type": "dct:MediaType"},
    }


def _service() -> Json:
    return {
        "@id": "#api",
        "@type": "dcat:DataService",
        "dct:title": _API_TITLE.by_tag,
        "dct:description": _API_DESCRIPTION.by_tag,
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:publisher": {"@id": "#penerbit"},
        "dcat:endpointURL": {"@id": at.way(at.DCAT, at.API_INDEX)},
        "dcat:endpointDescription": {"@id": at.way(at.DCAT, at.API_SCHEMA)},
        "dcat:servesDataset": {"@id": "#angka"},
    }


def _publisher(about: Imprint) -> Json:
    return {"@id": "#penerbit", "@type": "foaf:Agent", "foaf:name": about.publisher.by_tag}


def _licence() -> Json:
    return {
        "@id": LICENCE_ADDRESS,
        "@type": "dct:LicenseDocument",
        "dct:title": LICENCE_NAME.by_tag,
        "dct:type": {
            "@id": "http://purl.org/adms/licencetype/Attribution",
            "@type": "skos:Concept",
        },
    }


def _theme() -> Json:
    return _concept("data-theme/GOVE", "skos:Concept") | {"skos:prefLabel": _GOVERNMENT.by_tag}


def _place(about: Imprint) -> Json:
    return {"@type": "dct:Location", "skos:prefLabel": {"@value": about.city, "@language": "id"}}


def _concept(path: str, type_: str) -> Json:
    """A term of the vocabularies that DCAT-AP asks for."""
    return {"@id": f"{_AUTHORITY}/{path}", "@type": type_}


def _document(address: str) -> Json:
    return {"@id": address, "@type": "foaf:Document"}


def _date(day: str) -> Json:
    return {"@type": "xsd:date", "@value": day}
