# Everything sets itself up: python3 (3.11 or newer) with venv is all that is needed.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check unit docs docs-serve site browser look look-if-there bench fuzz mutation cohorts-equal cohorts-killed cohorts-million build clean

demo: $(VENV)/run
	@$(BIN)/kzrights demo

test: check unit build site look-if-there
	@echo "all checks passed"

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/kzrights law check

# Random cases are many: they run untraced, and coverage is what the other tests reach without them.
unit: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term --ignore=tests/properties --ignore=tests/browser
	$(BIN)/python -m pytest -n auto tests/properties
	$(BIN)/python -m pytest tests/test_bad_input.py

# Every example runs first; a warning, a public name without a page, a rule without a citation or a dead link breaks it.
docs: $(VENV)/dev
	$(BIN)/python -m pytest -n auto tests/test_examples.py tests/test_docs.py
	$(MAKE) site

site: $(VENV)/dev
	$(BIN)/python -m sphinx -j auto -n -W --keep-going -q -b html -d docs/_build/doctrees docs docs/_build/html
	$(BIN)/python -m tools.check_site docs/_build/html
	$(BIN)/python -m pytest tests/test_docs_site.py

docs-serve:
	@test -f docs/_build/html/index.html || $(MAKE) site
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory docs/_build/html $(PORT)

# The built pages in Debian's Chromium: apt-get install chromium chromium-driver
browser: site
	@$(MAKE) --no-print-directory look

look: $(VENV)/dev
	$(BIN)/python -m pytest tests/browser

look-if-there: site
	@if command -v chromium > /dev/null && command -v chromedriver > /dev/null; \
	then $(MAKE) --no-print-directory look; \
	else echo "no chromium and chromedriver here: the pages were not tried in a browser (make browser)"; fi

build: $(VENV)/dev
	rm -rf dist build/wheel
	$(BIN)/python -m build --outdir dist .
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip --disable-pip-version-check --quiet install dist/*.whl
	cd build && wheel/bin/kzrights demo > /dev/null

bench: $(VENV)/bench
	$(BIN)/python benchmarks/run.py

$(VENV)/bench: pyproject.toml $(VENV)/run
	$(PIP) install --editable '.[bench]'
	@touch $@

fuzz: $(VENV)/dev
	KZRIGHTS_HYPOTHESIS=thorough $(BIN)/python -m pytest -n auto tests/properties

mutation: $(VENV)/dev
	$(BIN)/python -m tools.mutate $(MUTANTS)

# Each takes from minutes to hours: cases asked in columns and alone, a worker killed midway, a million in 2 GiB.
cohorts-equal: $(VENV)/dev
	$(BIN)/python -m tools.cohorts.equal $(CASES)

cohorts-killed: $(VENV)/dev
	$(BIN)/python -m tools.cohorts.killed $(CASES)

cohorts-million: $(VENV)/dev
	$(BIN)/python -m tools.cohorts.million $(CASES)

$(VENV)/run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/dev: pyproject.toml $(VENV)/run
	$(PIP) install --editable '.[test,check,docs]' build
	@touch $@

clean:
	rm -rf $(VENV) build dist docs/_build docs/acts docs/may docs/amounts .coverage* .hypothesis .mypy_cache .ruff_cache .pytest_cache
