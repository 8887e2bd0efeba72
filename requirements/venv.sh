#!/bin/sh
# Make an empty virtual environment: venv.sh PYTHON FOLDER. Says what is missing, if anything is.
set -eu
python=$1
folder=$2

if [ -z "$python" ]; then
    echo "Suluh memerlukan Python 3.11 atau lebih baru, dan di komputer ini tidak ditemukan." >&2
    echo "Debian 12 atau Ubuntu 24.04: sudo apt install python3 python3-venv" >&2
    echo "Python di tempat lain: make PYTHON=/jalur/ke/python3.11" >&2
    exit 1
fi
# Debian ships venv and ensurepip apart from Python itself.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version ada, tetapi tanpa modul venv." >&2
    echo "Debian atau Ubuntu: sudo apt install python$version-venv" >&2
    exit 1
fi
# --clear would empty what a link points to, which somebody else may be using.
if [ -L "$folder" ]; then
    echo "$folder adalah tautan ke folder lain. Hapus tautannya, lalu ulangi." >&2
    exit 1
fi
"$python" -m venv --clear "$folder"
