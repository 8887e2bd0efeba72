"""Words that records choose from a list: they are said in other languages, too.

Any other word of a record is its writer's own and stays Indonesian in every language.
"""

from __future__ import annotations

from suluh.text import say

_KINDS_OF_DEPARTMENT = (
    say("dinas"),
    say("badan"),
    say("sekretariat"),
    say("inspektorat"),
    say("satuan"),
    say("rumah sakit"),
    say("kecamatan"),
)
_RATINGS = (
    say("istimewa"),
    say("sangat baik"),
    say("baik"),
    say("butuh perbaikan"),
    say("kurang"),
    say("sangat kurang"),
)
_TRAINING = (
    say("klasikal"),
    say("nonklasikal"),
    say("integritas"),
    say("kompetensi teknis"),
    say("pemerintahan digital"),
    say("kepemimpinan"),
    say("komunikasi efektif"),
    say("kerja sama tim"),
    say("manajemen waktu"),
    say("keuangan dan pengadaan"),
    say("pelayanan prima"),
    say("penanganan pengaduan"),
    say("penghargaan"),
    say("pembinaan"),
)
_RESPONDENTS = (
    say("perempuan"),
    say("laki-laki"),
    say("di bawah 20 tahun"),
    say("20-29 tahun"),
    say("30-39 tahun"),
    say("40-49 tahun"),
    say("50-59 tahun"),
    say("60 tahun ke atas"),
    say("SD sederajat"),
    say("SMP sederajat"),
    say("SMA sederajat"),
    say("diploma"),
    say("sarjana"),
    say("pascasarjana"),
    say("wirausaha"),
    say("pelajar atau mahasiswa"),
    say("buruh"),
    say("petani"),
    say("ibu rumah tangga"),
    say("pensiunan"),
    say("perajin tenun"),
    say("pegawai swasta"),
    say("TNI atau Polri"),
    say("lainnya"),
    say("ASN"),
)
_VOICES = (
    say("survei"),
    say("pengaduan"),
    say("aspirasi"),
    say("permintaan informasi"),
    say("informasi"),
    say("tidak berkadar pengawasan"),
    say("berkadar pengawasan"),
    say("dilaksanakan"),
    say("direncanakan"),
    say("tidak dapat dipenuhi"),
)
_UNITS = (
    say("indeks"),
    say("skor"),
    say("persen"),
    say("JP"),
    say("nilai"),
    say("forum"),
    say("poin"),
    say("hari"),
    say("orang"),
    say("responden"),
    say("komitmen"),
)
_KNOWN = {
    str(word): word
    for words in (_KINDS_OF_DEPARTMENT, _RATINGS, _TRAINING, _RESPONDENTS, _VOICES, _UNITS)
    for word in words
}


def record_word(word: str) -> str:
    """A word of a record, able to be said in other languages where it is of a list."""
    return _KNOWN.get(word, word)
