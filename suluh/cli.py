"""The command: `python build.py` and its subcommands. Heavy modules load only when needed."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from suluh.building import build_as_told
from suluh.job import Job
from suluh.refusals import (
    require_file,
    require_fix,
    require_folder,
    require_free_port,
    require_new_file,
    require_no_real_data,
    require_private_report,
)
from suluh.usage import UserError, in_words, writing

if TYPE_CHECKING:
    from suluh.differences import Unconfirmed
    from suluh.explain import Workings
    from suluh.published import Published
    from suluh.records import Records

ROOT = Path(__file__).resolve().parent.parent
DONE, DATA_PROBLEMS, WRONG_USAGE, BUILD_FAILED = 0, 1, 2, 3

_FOLDER = click.Path(path_type=Path, file_okay=False)
_data = click.option(
    "--data", type=_FOLDER, default=ROOT / "data", help="Folder CSV dan datapackage.json."
)
_out = click.option("--out", type=_FOLDER, default=ROOT / "site", help="Folder situs hasil.")
_as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal data, misalnya 2026-09-30."
)
_jobs = click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Jumlah proses."
)
_lang = click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="id",
    help="Bahasa pesan (message language).",
)


def run(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code. A user's mistake shows no traceback, a bug does."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads spin; our matrices are tiny
    lang = "en" if _asks_for_english(sys.argv[1:] if arguments is None else arguments) else "id"
    try:
        return int(main.main(arguments, "build.py", standalone_mode=False) or DONE)
    except click.UsageError as error:
        _say(in_words(error, lang))
        return WRONG_USAGE
    except UserError as error:
        _say(error.text(lang))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Stopped." if lang == "en" else "Dihentikan; situs lama tidak berubah.")
        return BUILD_FAILED
    except Exception:  # noqa: BLE001 a bug keeps its traceback and gets the exit code of one
        traceback.print_exc()
        return BUILD_FAILED


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_data
@_out
@_as_of
@_jobs
@_lang
@click.option("--timings", type=click.Path(path_type=Path), hidden=True)
@click.option("--ends-with", "parent", type=int, hidden=True, help="Nomor proses yang memulainya.")
@click.pass_context
def main(
    context: click.Context,
    /,
    timings: Path | None,
    parent: int | None,
    **options: Any,  # noqa: ANN401
) -> int:
    """Susun situs publik dari catatan kota; build the public site from the city's records."""
    if context.invoked_subcommand is not None:
        given = {k: v for k, v in options.items() if _was_given(context, k)}
        own = ("check", "diff", "explain", "serve", "template", "texts")
        context.default_map = dict.fromkeys(own, given)
        return DONE
    if parent is not None:
        from suluh.colleague import end_with

        end_with(parent)
    build_as_told(_job(**options), timings)
    return DONE


@main.command()
@_data
@_as_of
@_lang
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "gitlab"]),
              default="text", help="Bentuk laporan.")  # fmt: skip
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False),
              help="Tulis laporan HTML untuk petugas ke berkas ini.")  # fmt: skip
@click.option("--fix", is_flag=True, help="Betulkan yang aman: nilai tidak pernah berubah.")
@click.option("--dry-run", is_flag=True, help="Dengan --fix: tampilkan saja, jangan tulis.")
def check(
    data: Path,
    as_of: datetime | None,
    lang: str,
    form: str,
    report: Path | None,
    fix: bool,
    dry_run: bool,
) -> int:
    """Periksa data tanpa menyusun situs; check the data, build nothing."""
    require_folder(data)
    require_fix(fix, dry_run)
    if report:
        require_private_report(report, ROOT)
    from suluh import checking
    from suluh.examination import examine
    from suluh.intake import has_errors

    if fix:
        checking.mend_folder(data, lang, write=not dry_run, aside=form != "text")
    problems = examine(data, _day(as_of))
    checking.tell(form, problems, lang, _as_in_repository(data))
    if report:
        checking.write_report(report, data, problems, lang, ROOT / "templates")
    return DATA_PROBLEMS if has_errors(problems) else DONE


@main.command()
@click.argument("indikator")
@click.option("--opd", "kode_opd", required=True, help="Kode OPD, atau kota.")
@click.option("--periode", required=True, help="Tahun atau triwulan: 2026, 2026-T3.")
@click.option("--rincian", default="", help="Rincian angka, misalnya waktu.")
@click.option("--semua-baris", "all_lines", is_flag=True, help="Sebut semua nomor baris.")
@_data
@_as_of
@_lang
def explain(data: Path, as_of: datetime | None, lang: str, all_lines: bool, **key: str) -> int:
    """Jelaskan asal satu angka; explain where one figure comes from."""
    require_folder(data)
    from rich.console import Console

    from suluh import explain as explaining

    question = explaining.Question(**key)
    explaining.require_indicator(question.indikator)
    explanation = explaining.explain(_workings(data, _day(as_of), lang), question)
    words = explaining.Words(lang, all_lines)
    explaining.print_explanation(explanation, words, Console())
    return DONE


@main.command()
@_data
@_out
@_as_of
@_jobs
@_lang
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Nomor port.")
def serve(port: int, **options: Any) -> int:  # noqa: ANN401
    """Susun situs, sajikan, susun lagi bila berkas berubah; build, serve, rebuild."""
    from suluh.preview import previewer
    from suluh.site.serving import serve_site
    from suluh.staging import own_folder

    require_free_port(port)
    job = _job(**options)
    build_as_told(job)
    require_free_port(port)  # somebody may have come first
    served = own_folder(job.out) / "situs"
    with previewer(job, served) as hired:
        _say(f"http://127.0.0.1:{port}/  (Ctrl+C)")
        watched = (job.data, job.content, job.templates, job.mkdocs_yml, ROOT / "suluh")
        serve_site(job.out, served, port, watched, hired.show, _build_command(job))
    return DONE


@main.command()
@click.option("--out", "--data", "out", type=_FOLDER, default=ROOT / "data", help="Folder tujuan.")
@click.option("--seed", type=click.IntRange(0), default=2026, help="Benih bilangan acak.")
@click.option("--departments", type=click.IntRange(1), default=34, help="Jumlah OPD.")
@click.option("--years", type=click.IntRange(1, 20), default=4, help="Jumlah tahun.")
@click.option("--responses", type=click.IntRange(0), default=30_000, help="Jumlah respons survei.")
@click.option("--employees", type=click.IntRange(1), default=2_600, help="Jumlah pegawai.")
def sample(out: Path, **size: int) -> int:
    """Tulis folder data contoh yang lengkap; write a complete folder of sample data."""
    require_no_real_data(out)
    from suluh.sample import write_sample

    with writing(out):
        write_sample(out, **size)
    click.echo(f"Data contoh ditulis ke {out}")
    return DONE


@main.command()
@_data
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              default=Path("suluh.xlsx"), help="Berkas Excel hasil.")  # fmt: skip
@_lang
def template(data: Path, out: Path, lang: str) -> int:
    """Tulis buku kerja Excel untuk diisi; write an Excel workbook to fill in."""
    require_folder(data)
    require_new_file(out)
    from suluh.contract import read_contract
    from suluh.descriptor import ContractError
    from suluh.workbook import write_workbook

    try:
        contract = read_contract(data / "datapackage.json")
    except ContractError as error:
        raise UserError.of_usage(
            f"{data / 'datapackage.json'} tidak dapat dipakai: {error}",
            f"{data / 'datapackage.json'} cannot be used: {error.english}",
        ) from None
    with writing(out):
        write_workbook(contract, out, lang)
    click.echo(f"Workbook written to {out}" if lang == "en" else f"Buku kerja ditulis ke {out}")
    return DONE


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="Berkas kunci rahasia, di luar folder proyek.")  # fmt: skip
@click.option("--new-key", is_flag=True, help="Buat kunci baru di berkas itu (sekali saja).")
@click.option("--column", help="Judul kolom yang berisi NIP, bila bukan nip atau id_pegawai.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Berkas hasil.")
@_lang
def pseudonymise(
    file: Path, key: Path, new_key: bool, column: str | None, out: Path | None, lang: str
) -> int:
    """Ganti NIP dengan kode samaran yang tetap; replace NIP by lasting pseudonyms."""
    from suluh import pseudonyms

    target = out or file.with_name(f"{file.stem}-samaran.csv")
    require_file(file)
    require_new_file(target)
    if new_key:
        pseudonyms.require_outside(key, ROOT)
        with writing(key):
            pseudonyms.new_key(key)
    done = pseudonyms.pseudonymise(file.read_bytes(), pseudonyms.read_key(key, ROOT), column)
    with writing(target):
        target.write_bytes(done.content)
    click.echo(
        f"{done.cells} NIP of {done.people} people replaced; written to {target}"
        if lang == "en"
        else f"{done.cells} NIP milik {done.people} orang diganti; ditulis ke {target}"
    )
    return DONE


@main.command()
@_data
@_lang
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]),
              default="text", help="Bentuk daftar.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="Tulis daftar sebagai formulir untuk Excel.")  # fmt: skip
@click.option("--approve", type=click.Path(path_type=Path, dir_okay=False),
              help="Catat yang disetujui dalam formulir yang sudah diisi.")  # fmt: skip
@click.option("--write", is_flag=True, help="Setujui semua teks yang ditampilkan.")
@click.option("--by", help="Siapa yang menyetujui; cukup jabatannya.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal disetujui.")
def texts(data: Path, lang: str, by: str | None, on: datetime | None, **asked: Any) -> int:  # noqa: ANN401
    """Daftar teks yang menunggu persetujuan; list texts that wait for approval."""
    require_folder(data)
    from suluh.review import Approver, Session

    session = Session(**asked, by=Approver(by, _day(on)))
    click.echo(session.run(_records(data, None, lang), data, lang))
    return DONE


@main.command()
@_data
@_as_of
@_lang
@click.option("--against", required=True, help="Folder data lain, atau revisi git, mis. main.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]),
              default="text", help="Bentuk laporan.")  # fmt: skip
def diff(data: Path, as_of: datetime | None, lang: str, against: str, form: str) -> int:
    """Katakan apa yang akan berubah pada situs; say what will change on the site."""
    require_folder(data)
    from suluh.differences import RevisionError, data_of, differences, differences_as

    try:
        with data_of(against, data) as old:
            before, known = _published(old, as_of, lang)
    except RevisionError as error:
        raise UserError.of_usage(
            f"Tidak ada folder atau revisi {against}: {error.indonesian}.",
            f"There is no folder or revision {against}: {error.english}.",
        ) from None
    after, unusual = _published(data, as_of, lang)
    new = [found for found in unusual if found not in known]
    click.echo(differences_as(form, differences(before, after), before, after, lang, new))
    return DATA_PROBLEMS if new else DONE


def _published(
    data: Path, as_of: datetime | None, lang: str
) -> tuple[Published, list[Unconfirmed]]:
    """All that may be public of a folder, and what is unusual; a UserError with its problems."""
    from suluh.differences import Unconfirmed
    from suluh.progress import Progress
    from suluh.reading import read
    from suluh.unusual import to_confirm

    job = Job(ROOT, data, ROOT / "site", as_of=_day(as_of), lang=lang)
    reading = read(job, Progress(lang))
    unusual = to_confirm(reading.warnings())
    found = [Unconfirmed(p.code, p.message(lang), p.fix(lang)) for p in unusual]
    return reading.published, found


def _workings(data: Path, as_of: date | None, lang: str) -> Workings:
    """Compute all figures of a data folder without a site; its problems are a UserError."""
    from suluh.explain import workings

    return workings(_records(data, as_of, lang))


def _records(data: Path, as_of: date | None, lang: str) -> Records:
    """The records of a data folder; its problems are a UserError."""
    from suluh.intake import problems_as, read_records

    intake = read_records(data, as_of, whole=True)
    if intake.records is None:
        raise UserError.of_data(problems_as("text", intake.problems, lang))
    return intake.records


def _job(as_of: datetime | None, **options: Any) -> Job:  # noqa: ANN401
    return Job(ROOT, as_of=_day(as_of), **options)


def _build_command(job: Job) -> list[str]:
    """The command that does this job for this process, and ends with it."""
    options: dict[str, object] = {
        "data": job.data,
        "out": job.out,
        "jobs": job.jobs,
        "lang": job.lang,
    }
    if job.as_of:
        options["as-of"] = job.as_of
    given = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, str(ROOT / "build.py"), *given]


def _as_in_repository(data: Path) -> str:
    """The data folder as an annotation on a repository's files names it."""
    folder = data.resolve()
    return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else str(data)


def _was_given(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT


def _asks_for_english(arguments: list[str]) -> bool:
    return "--lang=en" in arguments or "--lang en" in " ".join(arguments)


def _day(as_of: datetime | None) -> date | None:
    return as_of.date() if as_of else None


def _say(text: str) -> None:
    click.echo(text, err=True)
