"""The command as its users meet it: exit codes, messages, and a site that never breaks."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import ROOT, BuiltSite, build, command
from data_folder import COMMITTED, DataFolder
from lxml import html
from processes import is_left, until
from program_copy import copy_program


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program somewhere else, with no cache, for a test to break."""
    return copy_program(tmp_path)


@pytest.fixture
def warm_program(tmp_path: Path) -> Path:
    """The same, with the drawings that builds before have kept."""
    return copy_program(tmp_path, warm=True)


@pytest.fixture
def old_site(tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A site that is already public, and its files."""
    out = tmp_path / "public"
    (out / "unduh").mkdir(parents=True)
    (out / "unduh" / "angka.csv").write_text("the old figures\n")
    (out / "index.html").write_text("the old page\n")
    return out, dict(BuiltSite(out).files())


def test_a_second_build_is_byte_identical_in_another_place_time_zone_and_language(
    site: BuiltSite, program: Path, tmp_path: Path
) -> None:
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    built = build(COMMITTED, tmp_path / "again", "--jobs", "2", root=program, env=elsewhere)
    assert built.returncode == 0, built.stderr
    again = BuiltSite(tmp_path / "again").files()
    assert again.keys() == site.files().keys()
    assert [name for name, content in site.files().items() if content != again[name]] == []


def test_the_number_of_processes_changes_nothing(small_site: BuiltSite, tmp_path: Path) -> None:
    data = DataFolder.small(tmp_path / "data")
    built = build(data.path, tmp_path / "again", "--jobs", "1")
    assert built.returncode == 0, built.stderr
    assert BuiltSite(tmp_path / "again").files() == small_site.files()


def test_exit_1_when_the_data_have_problems_and_the_old_site_stays(
    data_folder: DataFolder, old_site: tuple[Path, dict[str, bytes]]
) -> None:
    data_folder.change("skm", lambda number, row: row | {"waktu": "7"} if number == 3 else row)
    out, before = old_site
    built = build(data_folder.path, out)
    assert built.returncode == 1
    assert "skm.csv" in built.stderr
    assert "waktu" in built.stderr
    assert "Traceback" not in built.stderr
    assert BuiltSite(out).files() == before
    assert list(out.parent.glob(f".{out.name}*")) == []


@pytest.mark.parametrize("options", [["--no-such"], ["--jobs", "0"], ["--as-of", "kemarin"]])
def test_exit_2_when_the_command_is_used_wrongly(
    data_folder: DataFolder, tmp_path: Path, options: list[str]
) -> None:
    built = build(data_folder.path, tmp_path / "site", *options)
    assert built.returncode == 2
    assert "Traceback" not in built.stderr
    assert built.stderr.strip()
    assert not (tmp_path / "site").exists()


def test_exit_2_when_there_is_no_data_folder(tmp_path: Path) -> None:
    built = build(tmp_path / "nowhere", tmp_path / "site")
    assert built.returncode == 2
    assert "nowhere" in built.stderr
    assert "Traceback" not in built.stderr


def test_exit_2_rather_than_replace_a_folder_that_is_not_a_site(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    out = tmp_path / "letters"
    out.mkdir()
    (out / "letter.txt").write_text("precious")
    assert build(data_folder.path, out).returncode == 2
    assert BuiltSite(out).files() == {"letter.txt": b"precious"}


def test_exit_3_when_the_build_fails_and_the_old_site_stays(
    data_folder: DataFolder, warm_program: Path, old_site: tuple[Path, dict[str, bytes]]
) -> None:
    page = warm_program / "content" / "tentang.md"
    page = page if page.exists() else next((warm_program / "content").rglob("*.md"))
    with page.open("a", encoding="utf-8") as file:
        file.write("\n\n[tautan rusak](tidak-ada.md)\n")
    out, before = old_site
    built = build(data_folder.path, out, root=warm_program)
    assert built.returncode == 3, built.stdout
    assert "tidak-ada.md" in built.stderr
    assert "Traceback" not in built.stderr
    assert BuiltSite(out).files() == before


def test_exit_3_when_a_template_is_wrong_before_anything_is_printed(
    data_folder: DataFolder, warm_program: Path, old_site: tuple[Path, dict[str, bytes]]
) -> None:
    """The records are being read meanwhile: whoever reads them must not be waited for for ever."""
    macros = warm_program / "templates" / "macros.html"
    macros.write_text(f"{macros.read_text(encoding='utf-8')}{{% if %}}\n", encoding="utf-8")
    out, before = old_site
    built = subprocess.run(
        command(data_folder.path, out, root=warm_program),
        cwd=warm_program, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert built.returncode == 3, built.stdout
    assert "TemplateSyntaxError" in built.stderr
    assert BuiltSite(out).files() == before
    assert list(out.parent.glob(f".{out.name}*")) == []


def test_the_site_goes_where_the_command_is_typed(
    data_folder: DataFolder, warm_program: Path, tmp_path: Path
) -> None:
    """In a folder of any name, by a path that is not whole."""
    (warm_program / ".cache" / "shell.zip").unlink(missing_ok=True)
    place = tmp_path / "tempat lain [ü]"
    place.mkdir()
    built = subprocess.run(
        command(data_folder.path, Path("situs"), root=warm_program),
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    assert (place / "situs" / "index.html").is_file()


def test_what_was_kept_long_ago_is_used_before_it_is_dropped(
    data_folder: DataFolder, warm_program: Path, tmp_path: Path
) -> None:
    """A city that builds once a quarter does not print everything anew each time."""
    out, cache = tmp_path / "site", warm_program / ".cache"
    assert build(data_folder.path, out, root=warm_program).returncode == 0
    pages = {path: path.stat().st_ino for path in (cache / "pages").rglob("*") if path.is_file()}
    for path in cache.rglob("*"):
        os.utime(path, (path.stat().st_mtime - 40 * 24 * 3600,) * 2)
    idle = cache / "drawings" / "00" / "idle"
    idle.parent.mkdir(exist_ok=True)
    idle.touch()
    os.utime(idle, (idle.stat().st_mtime - 40 * 24 * 3600,) * 2)
    shutil.rmtree(out)
    assert build(data_folder.path, out, root=warm_program).returncode == 0
    assert len(pages) > 10
    assert {path: path.stat().st_ino for path in pages if path.exists()} == pages
    assert not idle.exists()


def test_an_edit_during_a_build_is_not_taken_for_built(
    data_folder: DataFolder, warm_program: Path, tmp_path: Path
) -> None:
    out, template = tmp_path / "site", warm_program / "templates" / "opd.html"
    before = template.read_text(encoding="utf-8")
    process = _begun(data_folder.path, out, warm_program)
    template.write_text(f"{before}\n", encoding="utf-8")
    assert process.wait() == 0
    template.write_text(before, encoding="utf-8")
    assert build(data_folder.path, out, root=warm_program).stdout.startswith("Selesai: ")


def test_exit_3_when_the_address_of_the_site_is_none(
    data_folder: DataFolder, warm_program: Path, old_site: tuple[Path, dict[str, bytes]]
) -> None:
    settings = warm_program / "mkdocs.yml"
    settings.write_text(f"site_url: suluh.example\n{settings.read_text(encoding='utf-8')}")
    out, before = old_site
    built = build(data_folder.path, out, root=warm_program)
    assert built.returncode == 3, built.stdout
    assert "suluh.example" in built.stderr
    assert "Traceback" not in built.stderr
    assert BuiltSite(out).files() == before


FULL = """
import errno, os, suluh.ground
def lay(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
suluh.ground.Ground.lay = lay
from suluh.cli import run
raise SystemExit(run())
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_exit_3_when_the_disk_is_full_and_the_old_site_stays(
    data_folder: DataFolder, old_site: tuple[Path, dict[str, bytes]], jobs: str
) -> None:
    out, before = old_site
    given = ["--data", data_folder.path, "--out", out, "--jobs", jobs]
    built = subprocess.run(
        [sys.executable, "-c", FULL, *given], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert built.returncode == 3, built.stderr
    assert "Penyimpanan penuh" in built.stderr
    assert "Traceback" not in built.stderr
    assert BuiltSite(out).files() == before
    assert list(out.parent.glob(f".{out.name}*")) == []


def test_exit_2_when_nothing_can_be_kept_beside_the_program(
    data_folder: DataFolder, program: Path, tmp_path: Path
) -> None:
    (program / ".cache").write_text("no folder")
    built = build(data_folder.path, tmp_path / "site", root=program)
    assert built.returncode == 2
    assert ".cache" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_build_killed_on_its_way_leaves_the_old_site_and_the_next_one_succeeds(
    data_folder: DataFolder, old_site: tuple[Path, dict[str, bytes]]
) -> None:
    out, before = old_site
    process = _begun(data_folder.path, out)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert BuiltSite(out).files() == before

    built = build(data_folder.path, out)
    assert built.returncode == 0, built.stderr
    assert (out / "unduh" / "angka.csv").read_text().startswith("indikator,")
    assert list(out.parent.glob(f".{out.name}*")) == []


def test_exit_0_and_one_line_of_summary_and_then_nothing_to_do_without_a_heavy_library(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    first = build(data_folder.path, tmp_path / "site")
    assert first.returncode == 0, first.stderr
    assert len(first.stdout.splitlines()) == 1
    assert first.stdout.startswith("Selesai: ")
    again = build(data_folder.path, tmp_path / "site", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert (again.returncode, again.stdout) == (0, "Tidak ada yang berubah.\n")
    loaded = {line.rpartition("|")[2].strip() for line in again.stderr.splitlines()}
    assert "click" in loaded
    assert loaded & {"altair", "babel", "jinja2", "mkdocs", "numpy", "pandas"} == set()


def _has_begun_pages(out: Path) -> bool:
    return next(out.parent.glob(f".{out.name}*/bodies/*"), None) is not None


def _has_a_stage(out: Path) -> bool:
    return next(out.parent.glob(f".{out.name}*/site"), None) is not None


def test_with_an_address_every_page_names_its_picture_in_full(
    warm_program: Path, data_folder: DataFolder, tmp_path: Path
) -> None:
    settings = warm_program / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"site_url: https://suluh.example/kota\n{text}", encoding="utf-8")
    built = build(data_folder.path, tmp_path / "site", root=warm_program)
    assert built.returncode == 0, built.stderr
    site = BuiltSite(tmp_path / "site")
    for folder, picture in (("", "kartu.png"), ("en/", "kartu-en.png")):
        document = site.document(f"{folder}opd/disdukcapil/index.html")
        said = {m.get("property"): m.get("content") for m in document.xpath("//meta[@property]")}
        assert said["og:image"] == f"https://suluh.example/kota/assets/{picture}"
        assert said["og:url"] == f"https://suluh.example/kota/{folder}opd/disdukcapil/"
    named = html.parse(str(site.root / "sitemap.xml")).xpath("//loc/text()")
    pages = (p.removesuffix("index.html") for p in site.pages if p != "404.html")
    assert sorted(named) == sorted(f"https://suluh.example/kota/{page}" for page in pages)
    packed = (site.root / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (site.root / "sitemap.xml").read_bytes()


def test_a_hand_written_page_links_to_any_page_that_is_there(
    warm_program: Path, data_folder: DataFolder, tmp_path: Path
) -> None:
    page = warm_program / "content" / "tentang" / "tautan.md"
    front = "---\ntitle: Tautan\ndescription: Ke mana pun.\n---\n"
    link = "[Dinas](../../opd/disdukcapil/2025/index.md)\n"
    page.write_text(front + link, encoding="utf-8")
    built = build(data_folder.path, tmp_path / "site", root=warm_program)
    assert built.returncode == 0, built.stderr
    article = BuiltSite(tmp_path / "site").article("tentang/tautan/index.html")
    assert article.xpath(".//a[text()='Dinas']/@href") == ["../../opd/disdukcapil/2025/"]
    page.write_text(front + link.replace("2025", "1925"), encoding="utf-8")
    refused = build(data_folder.path, tmp_path / "site", root=warm_program)
    assert refused.returncode == 3
    assert "opd/disdukcapil/1925/index.md" in refused.stderr


def test_a_mistake_in_the_words_of_citizens_is_told_without_a_traceback(
    warm_program: Path, data_folder: DataFolder, tmp_path: Path
) -> None:
    (warm_program / "content" / "kebutuhan.toml").write_text("[[kebutuhan]\n", encoding="utf-8")
    built = build(data_folder.path, tmp_path / "site", root=warm_program)
    assert built.returncode == 1
    assert "content/kebutuhan.toml" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()


def _begun(
    data: Path, out: Path, root: Path = ROOT, begun: Callable[[Path], bool] = _has_begun_pages
) -> subprocess.Popen[bytes]:
    """A build that prints pages, in a group of its own."""
    process = subprocess.Popen(
        command(data, out, root=root),
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None and not begun(out):
        pass
    return process


def test_no_process_outlives_a_build_that_is_killed_alone(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    process = _begun(data_folder.path, tmp_path / "site")
    process.kill()
    assert process.wait() == -signal.SIGKILL
    until(lambda: not is_left(process.pid))


@pytest.mark.parametrize("begun", [_has_begun_pages, _has_a_stage])
def test_a_build_that_is_stopped_leaves_neither_stage_nor_process(
    data_folder: DataFolder, tmp_path: Path, begun: Callable[[Path], bool]
) -> None:
    """While it prints, and while it reads."""
    out = tmp_path / "site"
    process = _begun(data_folder.path, out, begun=begun)
    process.terminate()
    assert process.wait(60) == 3
    assert not is_left(process.pid)
    assert list(tmp_path.glob(f".{out.name}*")) == []
    assert not out.exists()
