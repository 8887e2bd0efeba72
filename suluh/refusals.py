"""What the command refuses before it starts, lest something be overwritten or not found."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path

from suluh.contract import read_contract
from suluh.descriptor import ContractError
from suluh.usage import UserError, writing

REPORT_MARK = b'<meta name="generator" content="Suluh check">'
"""What every report begins with; it is overwritten without asking."""


def require_folder(data: Path) -> None:
    """Refuse a data folder that is not there."""
    if not data.is_dir():
        raise UserError.of_usage(
            f"Folder data {data} tidak ada. Tulis letaknya dengan --data FOLDER.",
            f"There is no data folder {data}. Name it with --data DIR.",
        )


def require_replaceable(out: Path) -> None:
    """Refuse to replace a folder that this command did not make."""
    if out.is_dir() and any(out.iterdir()) and not (out / "unduh" / "angka.csv").is_file():
        raise UserError.of_usage(
            f"Folder {out} berisi berkas lain, bukan situs Suluh. Pilih folder lain dengan --out.",
            f"{out} holds other files, not a site made by Suluh. Choose another with --out.",
        )


def require_place(out: Path) -> None:
    """Refuse a place where no folder can be made, before any work is done."""
    nearest = next(folder for folder in out.absolute().parents if folder.exists())
    with writing(out):
        tempfile.TemporaryFile(dir=nearest).close()


def require_writable(folder: Path) -> None:
    """Refuse a folder that nothing can be written in; it is made where it is not there."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()


def require_file(file: Path) -> None:
    """Refuse a file that is not there."""
    if not file.is_file():
        raise UserError.of_usage(f"Berkas {file} tidak ada.", f"There is no file {file}.")


def require_new_file(out: Path) -> None:
    """Refuse to write over a file: somebody may have filled it in."""
    if out.exists():
        raise UserError.of_usage(
            f"Berkas {out} sudah ada dan mungkin sudah diisi. Pilih nama lain dengan --out.",
            f"{out} exists already and may have been filled in. Choose another name with --out.",
        )


def require_no_real_data(out: Path) -> None:
    """Refuse to write sample data over records that are not a sample."""
    if not out.is_dir() or not any(out.glob("*.csv")):
        return
    try:
        is_sample = read_contract(out / "datapackage.json").is_sample
    except ContractError:
        is_sample = False
    if not is_sample:
        raise UserError.of_usage(
            f"Folder {out} berisi data yang bukan contoh. Pilih folder lain dengan --out.",
            f"{out} holds data that are no sample. Choose another folder with --out.",
        )


def require_fix(fix: bool, dry_run: bool) -> None:
    """Refuse to show repairs that nobody asked for."""
    if dry_run and not fix:
        raise UserError.of_usage(
            "--dry-run hanya dipakai bersama --fix.", "--dry-run goes with --fix only."
        )


def require_private_report(report: Path, root: Path) -> None:
    """Refuse a report that would be published, or take the place of another file."""
    if report.suffix.casefold() != ".html":
        raise UserError.of_usage(
            f"Nama laporan harus berakhir .html, misalnya laporan.html, bukan {report}.",
            f"A report is named like report.html, not {report}.",
        )
    if _is_published(report.resolve(), root):
        raise UserError.of_usage(
            f"{report} akan ikut terbit. Laporan memuat catatan: simpan di folder lain.",
            f"{report} would be published. A report holds records: keep it in another folder.",
        )
    if report.exists() and REPORT_MARK not in _beginning(report):
        raise UserError.of_usage(
            f"{report} sudah ada dan bukan laporan pemeriksaan. Pilih nama lain.",
            f"{report} exists and is no report of a check. Choose another name.",
        )


def _is_published(file: Path, root: Path) -> bool:
    """Whether it lies in a site, or in what becomes part of one."""
    published = {root / "site", root / "content", root / "templates"}
    return any(
        folder in published or (folder / "unduh" / "angka.csv").is_file()
        for folder in file.parents
    )


def _beginning(file: Path) -> bytes:
    with file.open("rb") as content:
        return content.read(2000)


def require_free_port(port: int) -> None:
    """Refuse a port that another program listens on."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        raise UserError.of_usage(
            f"Port {port} tidak dapat dipakai ({error.strerror}): mungkin sudah ada yang"
            " menyajikan situs di sana. Pilih yang lain dengan --port NOMOR.",
            f"Port {port} cannot be used ({error.strerror}): something may serve there"
            " already. Choose another with --port NUMBER.",
        ) from None
