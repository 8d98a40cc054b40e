# make demo     a demo instance, served on this machine
# make test     every test, on SQLite and PostgreSQL and in a real browser
# make check    formatting, linting, types, import contracts, translations
# make bench    measurements
# make pictures draw the pictures of README.md anew, from a demo instance
# make messages bring the translations' files up to date with the sources
# make lock     choose newer dependencies (changes the files in requirements/)
# make clean    remove what these made
#
# Each does its own set-up. Python 3.11 or newer with venv and pip is all that a machine needs.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PYTEST_ARGS ?=

PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
ASSETS := pyproject.toml hatch_build.py package.json package-lock.json $(wildcard intake/translations/*/LC_MESSAGES/*.po)

# pip keeps to itself what the build hook says, so a fetch that failed is tried again in the open. Without it the
# application works, plainer; the next make asks once more.
define INSTALL
$(PIP) install --no-deps --no-build-isolation -e .
@if $(BIN)/python hatch_build.py; then touch $@; fi
endef

.PHONY: demo test check bench pictures messages lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/installed-run
	$(BIN)/intake demo --dir demo

test: $(VENV)/installed-dev
	-$(BIN)/python hatch_build.py
	$(BIN)/python tests/provision/chromium.py
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(PYTEST_ARGS)

# Every check runs, so that one look shows all that is wrong.
check: $(VENV)/installed-dev
	@wrong=; for check in "ruff format --check ." "ruff check ." mypy "lint-imports --no-logo" \
	    "python scripts/translations.py check"; do \
	    echo "$$check"; $(BIN)/$$check || wrong="$$wrong [$$check]"; \
	done; \
	if [ -n "$$wrong" ]; then echo "Not in order:$$wrong"; exit 1; fi

bench: $(VENV)/installed-dev
	missed=""; for bench in $$(grep -l __main__ tests/benchmarks/*.py); do echo "== $$bench"; $(BIN)/python "$$bench" || missed="$$missed $$bench"; done; \
	if [ -n "$$missed" ]; then echo "An aim was missed, or this did not run:$$missed"; exit 1; fi

pictures: $(VENV)/installed-dev
	-$(BIN)/python hatch_build.py
	$(BIN)/python tests/provision/chromium.py
	$(BIN)/python scripts/pictures.py

# Exact versions with hashes first, then the project itself without looking anything up.
$(VENV)/installed-run: requirements/run.lock $(ASSETS) | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements/run.lock
	$(INSTALL)

$(VENV)/installed-dev: requirements/dev.lock $(ASSETS) | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements/dev.lock
	$(INSTALL)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Intake needs Python 3.11 or newer; say which with PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

messages: $(VENV)/installed-dev
	$(BIN)/python scripts/translations.py update

lock: $(VENV)/installed-dev
	$(PIP) install 'uv>=0.8'
	$(BIN)/python scripts/lock.py

clean:
	rm -rf $(VENV) node_modules build dist demo .bench .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf intake/static/vendor intake/assets/fonts intake/assets/maps
	find intake -name '*.mo' -delete
