"""Public consultation forums and what was promised in them (`forum.csv`, `komitmen.csv`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from suluh.periods import Period
from suluh.sample.city import City
from suluh.sample.departments import Department, Service, Topic
from suluh.sample.phrases import Words, Writer, month_name, names_of, phrases, words_of
from suluh.sample.workdays import AS_OF

FORUM_COLUMNS = ["id_forum", "tanggal", "kode_opd", "tema", "tempat", "jumlah_peserta"]
COMMITMENT_COLUMNS = ["id_komitmen", "id_forum", "tanggal", "kode_opd", "masukan", "komitmen"]

_BESIDE, _SIGNED = 0.12, 0.85  # shares: commitments made beside a forum, forums with minutes
_BUSY = 600  # survey weight from which a department meets the public twice a year
_EFFECT = {
    "waktu": ("nrr", "ikm"),
    "pengaduan": ("pengaduan_tepat_waktu", "pengaduan_tanggapan_tepat", "pengaduan_median_hari"),
    "perilaku": ("nrr", "ikm"),
}
"""Indicators a commitment about an element is meant to move."""
_OTHER_EFFECT = ("nrr",)


@dataclass(frozen=True)
class Forums:
    forums: pd.DataFrame
    commitments: pd.DataFrame


@dataclass(frozen=True)
class _Meeting:
    department: Department
    day: date
    theme: str
    place: str
    people: int
    signed: bool
    topics: tuple[tuple[Service, Topic], ...]


def forums_of(city: City) -> Forums:
    """Meetings of every reporting department, and the commitments made in and beside them."""
    writer = Writer(city.chance("forum"))
    meetings = sorted(_meetings(city, writer), key=lambda m: (m.day, m.department.code))
    forums: list[tuple[object, ...]] = []
    commitments: list[tuple[str, date, str, str, str, date, str, date | str, str, str]] = []
    for meeting in meetings:
        number = f"fkp-{meeting.day.year}-{len(forums) + 1:04d}"
        forums.append(_forum_row(number, meeting))
        for service, topic in meeting.topics:
            words = words_of(meeting.department, service, topic)
            source = number if writer.luck() > _BESIDE else ""
            commitments.append((source, *_commitment(writer, city, meeting, topic, words)))
    commitments.sort(key=lambda row: (row[1], row[2], row[3]))
    rows = [(f"kmt-{row[1].year}-{n:04d}", *row) for n, row in enumerate(commitments, 1)]
    return Forums(
        pd.DataFrame(forums, columns=[*FORUM_COLUMNS, "berita_acara"]),
        pd.DataFrame(rows, columns=[*COMMITMENT_COLUMNS, "tenggat", "status", "tanggal_selesai",
                                    "bukti", "indikator_dampak"]),
    )  # fmt: skip


def _meetings(city: City, writer: Writer) -> Iterator[_Meeting]:
    for department in city.departments:
        promised: set[str] = set()
        for year in city.calendar.all_years:
            if not department.reports_in(Period(year)):
                continue
            for turn in range(_meetings_a_year(department, writer)):
                day = _day(city, year, turn, writer)
                if day <= AS_OF:
                    yield _meeting(department, day, promised, writer)


def _meetings_a_year(department: Department, writer: Writer) -> int:
    if department.responses >= _BUSY:
        return 2 if writer.luck() < 0.7 else 1
    return 1 if writer.luck() < 0.65 else 0


def _day(city: City, year: int, turn: int, writer: Writer) -> date:
    """A working day, the first meeting mostly in spring, the second in autumn."""
    start = date(year, 2 + 6 * turn, 5) + timedelta(days=int(writer.luck() * 100))
    return _workday(city, start)


def _workday(city: City, day: date) -> date:
    found: date = np.busday_offset(
        np.datetime64(day, "D"), 0, roll="backward", busdaycal=city.calendar.working
    ).astype(object)
    return found


def _meeting(department: Department, day: date, promised: set[str], writer: Writer) -> _Meeting:
    said = phrases()["forum"]
    wanted = 1 + int(writer.luck() * 3)
    topics = tuple(_new_topics(department, wanted, promised, writer))
    service = topics[0][0] if topics else department.services[0]
    words = names_of(department, service)
    places = said["tempat_kecamatan" if department.kind == "kecamatan" else "tempat"]
    return _Meeting(
        department=department,
        day=day,
        theme=writer.fill(writer.one_of(said["tema"]), words),
        place=writer.fill(writer.one_of(places), words),
        people=15 + int(55 * writer.luck() ** 1.5),
        signed=writer.luck() < _SIGNED,
        topics=topics,
    )


def _new_topics(
    department: Department, wanted: int, promised: set[str], writer: Writer
) -> Iterator[tuple[Service, Topic]]:
    """Topics nothing has been promised about yet: nobody promises the same thing every year."""
    for _ in range(3 * wanted):
        service = writer.one_of(department.services)
        topic = writer.topic(department, service)
        if topic.promise not in promised:
            promised.add(topic.promise)
            wanted -= 1
            yield service, topic
        if not wanted:
            return


def _forum_row(number: str, m: _Meeting) -> tuple[object, ...]:
    code = m.department.code
    minutes = f"BA-{number[-4:]}/FKP/{code.upper()}/{m.day.year}" if m.signed else ""
    return number, m.day, code, m.theme, m.place, m.people, minutes


def _commitment(
    writer: Writer, city: City, meeting: _Meeting, topic: Topic, words: Words
) -> tuple[date, str, str, str, date, str, date | str, str, str]:
    """A row of komitmen.csv without its number and forum."""
    department = meeting.department
    said = phrases()["forum"]
    deadline = meeting.day + timedelta(days=30 * int(2 + writer.luck() * 7))
    status, done = _outcome(writer, meeting.day, deadline, department.growth > 0)
    if done:
        done = _workday(city, done)
    return (
        meeting.day,
        department.code,
        writer.fill(writer.one_of(said["masukan"]), words),
        f"{topic.promise}.",
        deadline,
        status,
        done or "",
        _evidence(writer, words, done) if done else "",
        writer.one_of(_EFFECT.get(topic.element, _OTHER_EFFECT)) if writer.luck() < 0.75 else "",
    )


def _outcome(
    writer: Writer, made: date, deadline: date, keeps_its_word: bool
) -> tuple[str, date | None]:
    """Kept in time, late, cancelled, or not done."""
    luck = writer.luck()
    in_time, late, cancelled = (0.66, 0.82, 0.87) if keeps_its_word else (0.46, 0.66, 0.76)
    given = (deadline - made).days
    if luck < in_time:
        done = made + timedelta(days=int(given * (0.3 + 0.7 * writer.luck())))
    elif luck < late:
        done = deadline + timedelta(days=int(10 + 120 * writer.luck()))
    elif luck < cancelled:
        return "batal", None
    else:
        return ("berjalan" if writer.luck() < 0.7 else "belum"), None
    if done > AS_OF:
        return ("berjalan" if writer.luck() < 0.75 else "belum"), None
    return "selesai", max(done, made)


def _evidence(writer: Writer, words: Words, done: date) -> str:
    when = {"bulan": month_name(done.month), "tahun": str(done.year)}
    return writer.fill(writer.one_of(phrases()["forum"]["bukti"]), {**words, **when})
