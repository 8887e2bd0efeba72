"""The officer of docs/panduan-hr.md: what she changes in a quarter, and what the program says.

The guide's quotations are checked against this story, and its pictures are taken of it.
"""

from __future__ import annotations

import csv
import io
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from data_folder import DataFolder
from openpyxl import load_workbook

from suluh import cli

Row = Mapping[str, str]

Run = Callable[[Sequence[str], Path], tuple[int, str]]
"""Runs `build.py` with arguments in a folder: its exit code, and all it said."""

NIP = "198501012010011001"
"""An invented one: the form of a NIP, of nobody."""

TRAINING = {
    "id_pelatihan": "plt-2026-03",
    "judul": "Pelayanan Ramah Disabilitas",
    "tema": "pelayanan prima",
    "bentuk": "klasikal",
    "jalur": "tatap muka",
    "penyelenggara": "BKPSDM Kota Sawahlunto",
    "tanggal_mulai": "08/06/2026",
    "tanggal_selesai": "10/06/2026",
    "jp": "24",
}
PEOPLE = ("p-001", "p-002", "p-003", "p-004", "p-005", "p-006", "p-011", "p-012", "p-013")
SCORES = ("62,5", "70"), ("58", "76,5"), ("71", "84"), ("66,5", "79"), ("60", "72,5")
STORY = {
    "tanggal": "15/06/2026",
    "kode_opd": "disdukcapil",
    "peran": "petugas loket",
    "kutipan": "Sekarang saya menyapa dan menunggu, baru kemudian membantu mengisi formulir.",
    "id_pelatihan": "plt-2026-03",
    "izin_tayang": "ya",
}
HEADCOUNT = {"tahun": "2026", "kode_opd": "disdukcapil", "jenis_asn": "PPPK", "jumlah": "18"}
CONFIRMED = {
    "kode_masalah": "headcount-jump",
    "kode_opd": "disdukcapil",
    "periode": "2026",
    "rincian": "",
    "alasan": "Sepuluh PPPK mulai bertugas pada 1 April 2026.",
    "dikonfirmasi_oleh": "Kabid Pengadaan ASN",
    "tanggal": "20/06/2026",
}

CORRECTION = {
    "tanggal": "22/06/2026",
    "indikator": "jp_rata",
    "kode_opd": "disdukcapil",
    "periode": "2026",
    "sebelum": "16,1",
    "sesudah": "14,6",
    "alasan": "Dua peserta ternyata belum menyelesaikan pelatihan.",
}


def participants() -> list[dict[str, str]]:
    return [
        {
            "id_pelatihan": TRAINING["id_pelatihan"],
            "id_pegawai": person,
            "kode_opd": "disdukcapil",
            "jenis_asn": "PNS",
            "status": "selesai",
            "nilai_awal": SCORES[number % 5][0],
            "nilai_akhir": SCORES[number % 5][1],
            "kepuasan": "4",
            "penerapan": "3",
        }
        for number, person in enumerate(PEOPLE)
    ]


MISTAKES: Sequence[tuple[int, str, str]] = (
    (0, "kode_opd", "disdukcapl"),
    (1, "kode_opd", "disdukcapl"),
    (2, "kode_opd", "disdukcapl"),
    (3, "id_pegawai", NIP),
    (5, "status", "lulus"),
    (7, "nilai_akhir", "765"),
)
"""What went wrong among the new participants: which of them, in which column, what is there."""


@dataclass(frozen=True)
class Told:
    """A command as the guide writes it, its exit code, and what it said."""

    command: str
    code: int
    said: str


def in_this_process(arguments: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run `build.py` here, as fast as can be; what it says on stderr stands where it was said.

    A build draws in processes of its own, which cannot be begun where charts were drawn before.
    """
    if arguments[0].startswith("--"):
        built = subprocess.run(
            [sys.executable, str(cli.ROOT / "build.py"), *arguments],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        return built.returncode, built.stdout
    said = io.StringIO()
    with chdir(folder), redirect_stdout(said), redirect_stderr(said):
        return cli.run([*arguments]), said.getvalue()


@dataclass(frozen=True)
class Office:
    """The folder in which the officer works, with the records of the last quarter in `data/`."""

    root: Path
    run: Run = in_this_process

    @classmethod
    def opened(cls, root: Path, run: Run = in_this_process) -> Office:
        DataFolder.small(root / "data")
        office = cls(root, run)
        office.git("init", "--initial-branch=main")
        office.commit()
        return office

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=Petugas", "-c", "user.email=petugas@example.org")
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)  # noqa: S607 git is on the PATH of whoever has this repository

    def commit(self) -> None:
        self.git("add", "data")
        self.git("commit", "--message=Catatan")

    def tell(self, command: str) -> Told:
        """Run one of the guide's commands, `python build.py …`, on the office's own records."""
        program, script, *arguments = shlex.split(command)
        assert (program, script) == ("python", "build.py")
        if "pseudonymise" not in arguments:
            arguments += ["--data", "data"]
        if not command.removeprefix("python build.py"):
            arguments += ["--out", str(self.root / "site")]
        return Told(command, *self.run(arguments, self.root))

    @property
    def form(self) -> Path:
        """The workbook that `build.py template` wrote."""
        return self.root / "isian.xlsx"

    def rows(self, table: str) -> list[Row]:
        text = (self.root / "data" / f"{table}.csv").read_text(encoding="utf-8-sig")
        separator = ";" if ";" in text.splitlines()[0] else ","
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))

    def save(self, table: str, rows: Sequence[Row]) -> None:
        """Fill in the sheet of a table and save it as CSV UTF-8, as an Indonesian Excel does."""
        book = load_workbook(self.form)
        sheet = book[table]
        names = [str(cell.value) for cell in sheet[1]]
        for line, row in enumerate(rows, 2):
            for place, name in enumerate(names, 1):
                sheet.cell(line, place, row[name] or None)
        book.save(self.form)
        path = self.root / "data" / f"{table}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(sheet.iter_rows(values_only=True))

    def add(self, table: str, *rows: Row) -> None:
        self.save(table, [*self.rows(table), *rows])

    def change(self, table: str, change: Callable[[Row], Row]) -> None:
        self.save(table, [change(row) for row in self.rows(table)])


def told(office: Office) -> Iterator[Told]:
    """A quarter, from the form to what was published, and a correction after it."""
    yield office.tell("python build.py template --out isian.xlsx")
    yield _identities(office)
    yield from _checking(office)
    yield from _approving(office)
    yield from _confirming(office)
    yield from _publishing(office)
    yield from _correcting(office)


def _identities(office: Office) -> Told:
    lines = "\n".join(f"{int(NIP) + number};PNS;selesai" for number in range(9))
    (office.root / "peserta.csv").write_text(f"nip;jenis_asn;status\n{lines}\n")
    return office.tell("python build.py pseudonymise peserta.csv --key ../kunci --new-key")


def _checking(office: Office) -> Iterator[Told]:
    office.add("pelatihan", TRAINING)
    office.add("kisah", STORY)
    before, new = office.rows("peserta"), participants()
    for number, column, text in MISTAKES:
        new[number][column] = text
    office.save("peserta", [*before, *new])
    yield office.tell("python build.py check")
    yield office.tell("python build.py check --report laporan.html")
    office.save("peserta", [*before, *participants()])
    yield office.tell("python build.py check --fix --dry-run")
    yield office.tell("python build.py check --fix")


def _approving(office: Office) -> Iterator[Told]:
    yield office.tell("python build.py texts")
    yield office.tell("python build.py texts --out teks-baru.csv")
    form = office.root / "teks-baru.csv"
    form.write_text(filled_in(form.read_text(encoding="utf-8-sig")), encoding="utf-8-sig")
    yield office.tell("python build.py texts --approve teks-baru.csv")


def filled_in(form: str) -> str:
    """The form of texts with every one of them approved."""
    separator = ";" if ";" in form.splitlines()[0] else ","
    rows = list(csv.DictReader(io.StringIO(form), delimiter=separator))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator)
    writer.writeheader()
    for row in rows:
        decision = {"setuju": "ya", "disetujui_oleh": "Kasubbag Umum", "tanggal": "2026-06-20"}
        writer.writerow(row | decision)
    return text.getvalue()


def _confirming(office: Office) -> Iterator[Told]:
    office.change("pegawai", lambda row: HEADCOUNT if _is_headcount(row) else row)
    yield office.tell("python build.py check")
    office.add("konfirmasi", CONFIRMED)
    yield office.tell("python build.py check")


def _is_headcount(row: Row) -> bool:
    return all(row[key] == HEADCOUNT[key] for key in ("tahun", "kode_opd", "jenis_asn"))


def _publishing(office: Office) -> Iterator[Told]:
    yield office.tell("python build.py diff --against main")
    yield office.tell("python build.py diff --against main --format markdown")
    yield office.tell("python build.py")
    office.commit()


def _correcting(office: Office) -> Iterator[Told]:
    """Two participants had not completed the training; it is found after publication."""
    office.change("peserta", lambda row: _not_completed(row) if _is_of_two(row) else row)
    yield office.tell("python build.py diff --against main")
    office.add("koreksi", CORRECTION)
    yield office.tell("python build.py check")


def _is_of_two(row: Row) -> bool:
    return row["id_pelatihan"] == "plt-2026-03" and row["id_pegawai"] in {"p-012", "p-013"}


def _not_completed(row: Row) -> Row:
    return {**row, "status": "tidak selesai"}
