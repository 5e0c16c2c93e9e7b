# Two commands do all the set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test clean

demo: $(VENV)/installed
	$(BIN)/cxmap validate examples/quickstart
	$(BIN)/cxmap validate examples/payroll
	$(BIN)/cxmap lint examples/payroll --today 2026-10-15 --format grouped --max 10 --fail-on never
	$(BIN)/cxmap measure examples/payroll --today 2026-10-15 --write
	$(BIN)/cxmap conform examples/payroll --today 2026-10-15 --write
	cd examples/payroll && ../../$(BIN)/cxmap report --today 2026-10-15 -o ../../cxmap-report

test: $(VENV)/installed-for-tests
	$(BIN)/python tests/check.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[data]"
	touch $@

$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
