"""However the records were saved, the site is the same, byte by byte, or there is none.

That each of the forms gives the same records is in tests/unit/test_saved_forms.py; here is what
differs most from the CSV files of the repository. SULUH_FUZZ_EXAMPLES asks for every form.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from built_site import BuiltSite, build
from data_folder import DataFolder
from saved_forms import Form, forms

FORMS = {form.name: form for form in forms()}
FEW = ("buku kerja Excel", "utf-16-le titik-koma crlf", "serial utf-8-sig", "sinonim",
       "blok 16 baris", "d-m-yy")  # fmt: skip
NAMES = tuple(FORMS) if "SULUH_FUZZ_EXAMPLES" in os.environ else FEW


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return DataFolder.small(tmp_path_factory.mktemp("plain") / "data")


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_form_gives_the_same_site_byte_by_byte_or_none(
    name: str, plain: DataFolder, small_site: BuiltSite, tmp_path: Path
) -> None:
    form: Form = FORMS[name]
    built = build(form.save(plain, tmp_path / "saved"), tmp_path / "site")
    if form.refused:
        assert built.returncode == 1
        assert all(f"[{code}]" in built.stderr + built.stdout for code in form.refused)
        assert not (tmp_path / "site").exists()
    else:
        assert built.returncode == 0, built.stdout + built.stderr
        assert digests(tmp_path / "site") == digests(small_site.root)


def digests(site: Path) -> dict[str, str]:
    """Every file of a site with the hash of its bytes."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
