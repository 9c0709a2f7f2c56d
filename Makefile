# The two commands are `make run` and `make test`. `make help` lists all.
SHELL := /bin/sh
PORT ?= 8000
LOG_LEVEL ?= WARNING
export PORTAL_ENV := development
export PATH := $(CURDIR)/.venv/bin:$(PATH)
APPS := portal home intyg payroll booking messaging people
PYTHON_FILES := $(APPS) tests scripts benchmarks manage.py
PYTEST := python -m pytest -q -n auto --dist loadgroup
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet $(UPGRADE) --generate-hashes --universal --python-version 3.11

.DEFAULT_GOAL := help
.PHONY: help run demo test check setup lock bench pictures certificates icons audit mutants format coverage security

help: ## what there is to make
	@grep -E '^[a-z]+:.* ## ' Makefile | sed 's/:.* ## /\t/' | expand -t 12

run: export EMAIL_URL ?= filemail:///$(CURDIR)/var/mail
run: export PORTAL_URL := http://localhost:$(PORT)
run: export LOG_LEVEL := $(LOG_LEVEL)
run: export PORT := $(PORT)
run: ## the portal on http://localhost:8000/ (PORT=8123 make run takes another port)
	@sh scripts/setup.sh run
	@exec python manage.py portal

demo: ## throw away the local database, and move the demo municipality in again
	@sh scripts/setup.sh run
	@rm -f var/portal.sqlite3 var/portal.sqlite3-shm var/portal.sqlite3-wal
	@python manage.py migrate --verbosity 0 && python manage.py seal && python manage.py demo

test: check ## everything: checks, tests on SQLite and PostgreSQL, journeys in a browser
	@python -m scripts.browser
	$(PYTEST) --ignore=tests/journeys
	python -m scripts.postgresql $(PYTEST) --ignore=tests/journeys
	python -m scripts.postgresql python -m pytest -q tests/journeys

check: setup ## the static checks
	ruff check $(PYTHON_FILES)
	ruff format --check $(PYTHON_FILES)
	mypy
	lint-imports
	vulture
	deptry .
	djlint templates --lint --quiet
	djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	python manage.py makemigrations --check --dry-run
	sh scripts/deployment.sh
	python -m scripts.budgets

setup: ## the environment, with all that checks and tests need
	@sh scripts/setup.sh

lock: setup ## requirements*.txt from requirements*.in (UPGRADE=--upgrade takes newer ones)
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-saml.in -o requirements-saml.txt
	$(LOCK) requirements-assistant.in -o requirements-assistant.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

format: setup ## what a formatter can mend
	ruff check --fix-only $(PYTHON_FILES)
	ruff format $(PYTHON_FILES)

bench: setup ## measure: make bench NAME=pages
	@python -m benchmarks.$(or $(NAME),$(error Which? make bench NAME=pages, see benchmarks/README.md))

icons: setup ## the app's icons, from our own drawings, into static/icons/
	@python -m scripts.browser
	@python -m scripts.icons

mutants: setup ## change the rules in small ways, and see that a test notices (some minutes)
	@python -m scripts.mutants

pictures: setup ## the screens of the demo as images in pictures/
	@python -m scripts.browser
	@python -m scripts.pictures

certificates: setup ## a picture of each certificate in intyg/pictures/ (needs Poppler)
	@python -m scripts.certificates

audit: setup ## Lighthouse, the Nu HTML checker and what each page weighs (needs npm; Java for the checker)
	@npm ci --silent --no-progress
	@python -m scripts.browser
	@python -m scripts.audit

security: setup ## ruff's, bandit's and semgrep's rules of security, the last with our own in .semgrep/
	ruff check --select S --ignore-noqa --statistics --exit-zero $(APPS)
	uv tool run bandit@1.9.4 --quiet --recursive --configfile pyproject.toml $(APPS)
	uv tool run semgrep@1.170.0 scan --quiet --error --metrics off --disable-version-check --config .semgrep $(APPS) templates

coverage: setup ## lines and branches that no test walks, on both databases; the engine's core must have none
	rm -f .coverage
	$(PYTEST) --ignore=tests/journeys --cov=booking --cov=messaging --cov-branch --cov-report=
	python -m scripts.postgresql $(PYTEST) --ignore=tests/journeys --cov=booking --cov=messaging --cov-branch --cov-append --cov-report=
	coverage report --skip-covered --include='booking/rules/*,booking/operations/*,booking/period.py,booking/matching/*' --fail-under=100
