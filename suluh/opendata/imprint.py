"""The imprint of the data: what they are, whose, from when, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suluh.contract import Policy
from suluh.opendata.vocabulary import Bilingual
from suluh.published import Published

LICENCE_ID = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME = Bilingual(
    "Creative Commons Atribusi 4.0 Internasional", "Creative Commons Attribution 4.0 International"
)

_TITLE = Bilingual(
    "Pembinaan ASN dan mutu layanan {city}",
    "Staff development and quality of service of {city}",
)
_DESCRIPTION = Bilingual(
    "{warning}Semua angka terbit tentang pelatihan pegawai, evaluasi kinerja, kepuasan warga, "
    "pengaduan, dan komitmen forum menurut perangkat daerah dan periode, dengan selang "
    "kepercayaan, banyaknya yang dihitung, dan keadaan setiap angka.",
    "{warning}Every published figure on staff training, performance evaluation, citizens' "
    "satisfaction, complaints and commitments of forums, by department and period, with "
    "confidence intervals, the number counted and the state of each figure.",
)
_SAMPLE = Bilingual("DATA CONTOH, bukan data resmi. ", "SAMPLE DATA, not official data. ")
_PUBLISHER = Bilingual("BKPSDM {city}", "BKPSDM (human resources agency) of {city}")


@dataclass(frozen=True)
class Imprint:
    """`first_day` is that of the oldest figures, `as_of` the date of the data."""

    city: str
    is_sample: bool
    policy: Policy
    first_day: date
    as_of: date
    title: Bilingual
    description: Bilingual
    publisher: Bilingual


def imprint(published: Published) -> Imprint:
    """The imprint of all that is published."""
    contract = published.contract
    city = Bilingual(contract.city, contract.city)
    warning = _SAMPLE if contract.is_sample else Bilingual("", "")
    return Imprint(
        city=contract.city,
        is_sample=contract.is_sample,
        policy=contract.policy,
        first_day=published.periods[0].start,
        as_of=published.as_of,
        title=_TITLE.filled(city=city),
        description=_DESCRIPTION.filled(warning=warning),
        publisher=_PUBLISHER.filled(city=city),
    )
