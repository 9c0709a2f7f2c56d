#!/bin/sh
# Makes .venv with the locked requirements, and fetches the typefaces. `setup.sh run` leaves out what only checks and
# tests need. What is done already is not done again.
set -eu
cd "$(dirname "$0")/.."

give_up() { echo "$1" >&2; exit 1; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$python" >/dev/null && is_new_enough "$python"; then echo "$python"; return; fi
    done
}

make_environment() {
    python=$(find_python)
    [ -n "$python" ] || give_up "Python 3.11 or newer is needed. Install it (Debian: apt install python3 python3-venv), or name it: PYTHON=/path/to/python3 make"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        give_up "Python's venv module is missing. Install it (Debian: apt install python3-venv) and try again."
    rm -rf .venv
    "$python" -m venv .venv
    pwd > .venv/made-in
}

# uv is several times quicker than pip; without it, pip does the same.
install() {
    echo "Installing $1 …"
    .venv/bin/python -m uv --version >/dev/null 2>&1 || install_uv || true
    if .venv/bin/python -m uv --version >/dev/null 2>&1; then
        .venv/bin/python -m uv pip install --quiet --require-hashes --python .venv/bin/python -r "$1"
    else
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
    fi && cp "$1" .venv/
}

must_install() { install "$1" || give_up "Could not install $1: is there a way to the package registry from here?"; }

# Without them the portal runs all the same.
install_optimiser() {
    install requirements-assistant.txt || echo "The booking assistants plan without an optimiser: a little fewer shifts are filled."
}

install_uv() {
    sed -n '/^uv==/,/# via/p' requirements-dev.txt > .venv/uv.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt 2>/dev/null
}

fetch_typefaces() {
    cmp -s package-lock.json node_modules/fetched-lock.json && return
    command -v npm >/dev/null || { echo "No npm here: the portal uses the system's typefaces."; return; }
    if npm ci --omit=dev --silent --no-progress --fetch-retries=1 --fetch-timeout=20000; then
        cp package-lock.json node_modules/fetched-lock.json
    else
        echo "npm could not fetch the typefaces: the portal uses the system's."
    fi
}

# An environment that was moved, or whose Python is gone, is made again.
if [ "$(cat .venv/made-in 2>/dev/null)" != "$(pwd)" ] || ! is_new_enough .venv/bin/python; then make_environment; fi
cmp -s requirements.txt .venv/requirements.txt || must_install requirements.txt
if [ "${1:-}" = run ]; then
    cmp -s requirements-assistant.txt .venv/requirements-assistant.txt || install_optimiser
else
    cmp -s requirements-dev.txt .venv/requirements-dev.txt || must_install requirements-dev.txt
fi
fetch_typefaces
mkdir -p var
