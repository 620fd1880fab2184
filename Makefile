# Perintah utama: `make run` menyalakan Ruang Rindu, `make test` menguji semuanya.
# Yang perlu dipasang sendiri hanyalah Python 3.11 ke atas dan make.

PORT ?= 3000
VENV ?= .venv
PY := $(VENV)/bin/python
JOBS ?= 2

SYSTEM_PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)

# Nothing at build or start asks the network for anything but the locked packages.
export REFLEX_TELEMETRY_ENABLED := false
export REFLEX_CHECK_LATEST_VERSION := false
export REFLEX_USE_NPM := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help run test check bench build fmt lint unit browser lock env-run env-dev clean

help:
	@echo "make run [PORT=3000]  menyalakan Ruang Rindu (menyiapkan semuanya pada kali pertama)"
	@echo "make test             semua uji, termasuk PostgreSQL, Redis, dan peramban sungguhan"
	@echo "make check            bagian yang cepat: format, lint, tipe, lapisan, uji unit"
	@echo "make build            membangun halaman; make fmt merapikan kode; make bench mengukur"
	@echo "make lock             memperbarui kunci dependensi (requirements*.txt)"

# The environment is made again only when a lock file's content changes.
env-run env-dev: env-%:
	@test -n "$(SYSTEM_PYTHON)" -o -x "$(PY)" || { \
		echo "Python 3.11 atau yang lebih baru tidak ditemukan. Pasang dulu, lalu ulangi."; exit 1; }
	@test -x "$(PY)" || { echo "Membuat lingkungan Python di $(VENV) …"; $(SYSTEM_PYTHON) -m venv "$(VENV)" || { \
		echo "Modul venv tidak ada. Di Debian/Ubuntu: apt install python3-venv, lalu ulangi."; exit 1; }; }
	@"$(PY)" tools/environment.py $*

build: env-run
	@"$(PY)" -m tools.build

run: build
	@"$(PY)" -m rindu_app.cli serve --port $(PORT)

fmt: env-dev
	@"$(PY)" -m ruff check --fix-only --quiet . ; "$(PY)" -m ruff format .

lint: env-dev
	@echo "Memeriksa format, lint, tipe, dan lapisan …"
	@"$(PY)" -m ruff format --check .
	@"$(PY)" -m ruff check .
	@"$(PY)" -m mypy
	@"$(VENV)/bin/lint-imports" --cache-dir .import_linter_cache

unit: env-dev
	@echo "Menjalankan uji unit …"
	@"$(PY)" -m pytest -q -n $(JOBS) -m "not browser and not slow"

check: lint unit

test: lint
	@"$(PY)" -m tools.build
	@"$(PY)" -m tools.chromium
	@echo "Menjalankan semua uji selain peramban …"
	@"$(PY)" -m pytest -q -n $(JOBS) -m "not browser"
	@echo "Mengulang di PostgreSQL yang memakai basis data …"
	@RINDU_TEST_DATABASE=postgres "$(PY)" -m pytest -q -n $(JOBS) -m "not browser" \
		tests/access tests/api tests/cli tests/domain tests/jobs tests/state
	@echo "Menjalankan perjalanan di peramban …"
	@"$(PY)" -m pytest -q -m browser

browser: env-dev
	@"$(PY)" -m tools.build
	@"$(PY)" -m tools.chromium
	@"$(PY)" -m pytest -q -m browser

bench: env-dev
	@"$(PY)" -m tools.build
	@"$(PY)" -m tools.chromium
	@"$(PY)" -m bench

lock: env-dev
	@echo "Mengunci dependensi (beberapa menit) …"
	@"$(PY)" tools/lock.py

clean:
	rm -rf .web .build
