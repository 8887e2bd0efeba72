#!/bin/sh
# Get a Chromium for the browser tests where there is none: install.sh VENV_PYTHON
# Debian and Ubuntu: the distribution's; elsewhere, or where that fails, Playwright's own.
set -eu
python=$1

found() {
    "$python" tests/browser/chromium.py >/dev/null 2>&1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

by_apt() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || return 1
    echo "Memasang peramban chromium untuk pengujian (apt) ..."
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
}

found && exit 0
by_apt && found && exit 0
echo "Memasang peramban Chromium milik Playwright untuk pengujian ..."
"$python" -m playwright install chromium
found || {
    echo "Chromium tidak terpasang. Pasang sendiri, lalu: SULUH_BROWSER=/jalur/ke/chromium make test" >&2
    exit 1
}
