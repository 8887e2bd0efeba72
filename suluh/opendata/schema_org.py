"""schema.org: what search engines for data read (`Dataset`)."""

from __future__ import annotations

from suluh.catalogue import indicators
from suluh.opendata import addresses as at
from suluh.opendata.catalogues import Json
from suluh.opendata.imprint import LICENCE_ADDRESS, Imprint
from suluh.opendata.tables import TableFile
from suluh.opendata.vocabulary import theme_words


def dataset(about: Imprint, figures: TableFile) -> Json:
    """The data set; `figures` is `angka.csv`. Addresses are relative to the file itself."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": "#angka",
        "name": about.title.by_tag,
        "description": about.description.by_tag,
        "url": at.way(at.SCHEMA_ORG, "data/"),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": LICENCE_ADDRESS,
        "version": about.as_of.isoformat(),
        "temporalCoverage": f"{about.first_day.isoformat()}/{about.as_of.isoformat()}",
        "spatialCoverage": {"@type": "Place", "name": about.city},
        "creator": {"@type": "GovernmentOrganization", "name": about.publisher.by_tag},
        "publisher": {"@type": "GovernmentOrganization", "name": about.publisher.by_tag},
        "keywords": _keywords(),
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "propertyID": i.id,
                "name": [
                    {"@value": i.nama, "@language": "id"},
                    {"@value": i.nama_en, "@language": "en"},
                ],
            }
            for i in indicators().values()
        ],
        "distribution": [
            _download("text/csv", at.FIGURES_CSV) | {"contentSize": f"{figures.size} B"},
            _download(at.XLSX_MEDIA, at.SPREADSHEET),
            _download("application/json", at.API_INDEX),
        ],
    }


def _keywords() -> list[Json]:
    themes = dict.fromkeys(indicator.tema for indicator in indicators().values())
    return [word for theme in themes for word in theme_words(theme).by_tag]


def _download(media: str, address: str) -> Json:
    return {
        "@type": "DataDownload",
        "encodingFormat": media,
        "contentUrl": at.way(at.SCHEMA_ORG, address),
    }
