# Everything sets itself up: python3 (3.11 or newer) with venv is all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check unit docs browser look look-if-there bench fuzz mutation build clean

demo: $(VENV)/run
	@$(BIN)/kzrights demo

test: check unit build docs look-if-there
	@echo "all checks passed"

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/kzrights law check

# Random cases are many: they run untraced, and coverage is what the other tests reach without them.
unit: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --cov --cov-report=term --ignore=tests/properties --ignore=tests/browser
	$(BIN)/python -m pytest -n auto tests/properties
	$(BIN)/python -m pytest tests/test_bad_input.py

docs: $(VENV)/dev
	$(BIN)/python -m sphinx -n -W --keep-going -q -b html docs docs/_build/html

# The built pages in Debian's Chromium: apt-get install chromium chromium-driver
browser: docs
	@$(MAKE) --no-print-directory look

look: $(VENV)/dev
	$(BIN)/python -m pytest tests/browser

look-if-there: docs
	@if command -v chromium > /dev/null && command -v chromedriver > /dev/null; \
	then $(MAKE) --no-print-directory look; \
	else echo "no chromium and chromedriver here: the pages were not tried in a browser (make browser)"; fi

build: $(VENV)/dev
	rm -rf dist build/wheel
	$(BIN)/python -m build --outdir dist .
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip --disable-pip-version-check --quiet install dist/*.whl
	cd build && wheel/bin/kzrights demo > /dev/null

bench: $(VENV)/dev
	$(BIN)/python benchmarks/run.py

fuzz: $(VENV)/dev
	KZRIGHTS_HYPOTHESIS=thorough $(BIN)/python -m pytest -n auto tests/properties

mutation: $(VENV)/dev
	$(BIN)/python -m tools.mutate $(MUTANTS)

$(VENV)/run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/dev: pyproject.toml $(VENV)/run
	$(PIP) install --editable '.[test,check,docs]' build
	@touch $@

clean:
	rm -rf $(VENV) build dist docs/_build .coverage* .hypothesis .mypy_cache .ruff_cache .pytest_cache
