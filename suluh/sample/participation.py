"""Who took part in the trainings, what they learned and used (`peserta.csv`)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from suluh.sample.city import City
from suluh.sample.people import KINDS, Staff
from suluh.sample.workdays import AS_OF, Floats, Ints

_PPPK_JP = 24  # most hours in a contract year, PP 49/2018 art. 40
_DAYS_TO_APPLY = 90  # days after which the use at work is asked about


def participants_of(
    city: City,
    staff: Staff,
    sessions: pd.DataFrame,
    table: pd.DataFrame,
    chance: np.random.Generator,
) -> pd.DataFrame:
    """Fill each session from its department, then score what was learned and used."""
    seats = sessions.loc[sessions.index.repeat(sessions["people"])]
    nth = seats.groupby(level=0, sort=False).cumcount().to_numpy()
    start = np.repeat(chance.integers(0, 1 << 30, len(sessions)), sessions["people"])
    seats = seats.assign(person=_seated(staff, seats, start + nth, chance))
    people = seats.join(table, on="training").sort_values(
        ["tanggal_selesai", "id_pelatihan", "person"]
    )
    people = people.drop_duplicates(["id_pelatihan", "person"])
    people["pppk"] = staff.is_pppk[people["person"]]
    hours = people.groupby(["tahun", "person"])["jp"].cumsum()
    people = people[~(people["pppk"] & (hours > _PPPK_JP))]
    return _scored(city, staff, people.reset_index(drop=True), chance)


def _seated(staff: Staff, seats: pd.DataFrame, turn: Ints, chance: np.random.Generator) -> Ints:
    """The person on each seat: a run through the department's staff in a random order."""
    person = np.empty(len(seats), np.int64)
    for year in np.unique(seats["tahun"]):
        persons = chance.permutation(staff.serving(year))
        opd = staff.department(persons, year)
        persons = persons[np.argsort(opd, kind="stable")]
        count = np.bincount(opd, minlength=int(seats["opd"].max()) + 1)
        first = np.cumsum(count) - count
        here = (seats["tahun"] == year).to_numpy()
        of = seats["opd"].to_numpy()[here]
        person[here] = persons[first[of] + turn[here] % count[of]]
    return person


def _scored(
    city: City, staff: Staff, people: pd.DataFrame, chance: np.random.Generator
) -> pd.DataFrame:
    size, ability = len(people), staff.ability[people["person"]]
    done = chance.random(size) > 0.05
    tested = people["tes"].to_numpy() & (chance.random(size) > 0.06)
    before = np.clip(57 + 7 * ability + chance.normal(0, 8, size), 15, 92)
    growth = np.array([d.growth for d in city.departments])[people["opd"]]
    gain = chance.normal(13 + 25 * np.clip(growth, 0, 0.4), 7, size)
    after = np.clip(before + gain, 10, 100)
    asked = done & (chance.random(size) > 0.12)
    late = people["tanggal_selesai"].to_numpy() > np.datetime64(AS_OF) - _DAYS_TO_APPLY
    followed = asked & ~late & (chance.random(size) > 0.25)
    return pd.DataFrame(
        {
            "id_pelatihan": people["id_pelatihan"],
            "id_pegawai": staff.pseudonyms[people["person"]],
            "kode_opd": city.codes[people["opd"]],
            "jenis_asn": KINDS[people["pppk"].astype(int)],
            "status": np.where(done, "selesai", "tidak selesai"),
            "nilai_awal": _whole(before, tested),
            "nilai_akhir": _whole(after, tested & done),
            "kepuasan": _scale(chance.normal(3.3, 0.6, size), asked),
            "penerapan": _scale(chance.normal(2.85, 0.65, size) + 1.6 * growth, followed),
        }
    )


def _whole(values: Floats, given: npt.NDArray[np.bool_]) -> pd.Series:
    return pd.Series(np.rint(values).astype(np.int64)).astype("Int64").where(pd.Series(given))


def _scale(values: Floats, given: npt.NDArray[np.bool_]) -> pd.Series:
    return _whole(np.clip(values, 1, 4), given)
