"""Complaints, wishes and questions (`pengaduan.csv`), with their times and outcomes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.sample.city import City
from suluh.sample.complaint_texts import complaint_texts
from suluh.sample.workdays import AS_OF, Days, Floats, Ints

_KINDS = np.array(["pengaduan", "aspirasi", "permintaan informasi"])
_KIND_SHARES = (0.6, 0.17, 0.23)
_CLASSES = np.array(["informasi", "tidak berkadar pengawasan", "berkadar pengawasan"])
_SERIOUS = 0.09  # share of complaints (pengaduan) that are berkadar pengawasan
_LIMITS = np.array([5, 14, 60])  # working days to settle, by class
_CHANNELS = np.array(["SP4N-LAPOR!", "datang langsung", "media sosial", "kotak saran", "surat"])
_CHANNEL_SHARES = (0.52, 0.2, 0.14, 0.09, 0.05)
_REJECTED, _NEVER = 0.04, 0.015
_RAIN = (1.25, 0.85, 0.8, 1.15)  # outdoor matters, by quarter


def complaints_of(city: City) -> pd.DataFrame:
    """The table `pengaduan.csv`: about a tenth as many as survey responses."""
    chance = city.chance("complaints")
    received, opd, quarter = _received(city, chance)
    kind = np.searchsorted(np.cumsum(_KIND_SHARES), chance.random(len(opd))).clip(0, 2)
    class_ = _classes(kind, chance)
    answered, settled, rejected = _course(city, received, opd, quarter, class_, chance)
    status = np.where(np.isnat(answered), "diterima", "diproses")
    status = np.where(np.isnat(settled), status, np.where(rejected, "ditolak", "selesai"))
    table = pd.DataFrame(
        {
            "id_pengaduan": _numbered(received),
            "tanggal_masuk": received,
            "kode_opd": city.codes[opd],
            "kanal": chance.choice(_CHANNELS, len(opd), p=_CHANNEL_SHARES),
            "jenis": _KINDS[kind],
            "klasifikasi": _CLASSES[class_],
            "tanggal_tanggapan": answered,
            "tanggal_selesai": settled,
            "status": status,
        }
    )
    return table.assign(**complaint_texts(city, table, opd, chance))


def _received(city: City, chance: np.random.Generator) -> tuple[Days, Ints, Ints]:
    """Day, department and quarter, in order of the day; they come at weekends too."""
    quarters = city.calendar.quarters
    weight = np.array([d.complaints for d in city.departments])[:, None] * city.reporting
    rain = np.array([_RAIN[q.quarter - 1] for q in quarters])
    outdoors = np.array([d.works_outdoors for d in city.departments])[:, None]
    weight = weight * np.where(outdoors, rain, 1.0) * chance.lognormal(0, 0.15, weight.shape)
    weight = weight * (1 + 0.06 * np.array([q.year - city.calendar.first_year for q in quarters]))
    counts = chance.multinomial(city.responses // 10, (weight / weight.sum()).ravel())
    opd, quarter = np.divmod(np.repeat(np.arange(weight.size), counts), len(quarters))
    start = np.array([q.start for q in quarters], "M8[D]")[quarter]
    length = np.array([(q.end - q.start).days + 1 for q in quarters])[quarter]
    days = start + (chance.random(len(opd)) * length).astype(np.int64)
    order = np.argsort(days, kind="stable")
    return days[order], opd[order], quarter[order]


def _classes(kind: Ints, chance: np.random.Generator) -> Ints:
    """Index into `_CLASSES`: questions are informasi, few complaints berkadar pengawasan."""
    luck = chance.random(len(kind))
    of_complaint = np.where(luck < _SERIOUS, 2, 1)
    of_wish = np.where(luck < 0.3, 0, 1)
    return np.choose(kind, [of_complaint, of_wish, np.zeros_like(kind)])


def _course(
    city: City,
    received: Days,
    opd: Ints,
    quarter: Ints,
    class_: Ints,
    chance: np.random.Generator,
) -> tuple[Days, Days, npt.NDArray[np.bool_]]:
    """Response and settlement (NaT while there is none by `AS_OF`), and whether rejected."""
    slow = _slowness(city)[opd, quarter]
    wait = (chance.lognormal(0.2, 0.8, len(opd)) * slow).astype(np.int64)
    answered = city.calendar.after(received, wait)
    work = chance.lognormal(-0.62, 0.6, len(opd)) * slow * _LIMITS[class_]
    settled = city.calendar.after(answered, np.ceil(work).astype(np.int64))
    rejected = chance.random(len(opd)) < _REJECTED
    nothing = np.datetime64("NaT", "D")
    settled = np.where(chance.random(len(opd)) < _NEVER, nothing, settled)
    answered = np.maximum(answered, received)
    settled = np.maximum(settled, answered)
    last = np.datetime64(AS_OF, "D")
    return (
        np.where(answered > last, nothing, answered),
        np.where(settled > last, nothing, settled),
        rejected,
    )


def _slowness(city: City) -> Floats:
    """Departments × quarters: 1 is usual; training in handling complaints makes it less."""
    chance = city.chance("slowness")
    own = chance.lognormal(0, 0.22, len(city.departments))
    growth = np.array([d.growth for d in city.departments])[:, None]
    return own[:, None] * np.exp(-1.5 * growth * city.progress)


def _numbered(received: Days) -> list[str]:
    years = received.astype("M8[Y]").astype(int) + 1970
    nth = np.arange(len(years)) - np.searchsorted(years, years) + 1
    return [f"adu-{y}-{n:05d}" for y, n in zip(years, nth, strict=True)]
