# Hearth. `make run` opens it, `make test` checks everything; each sets up what is missing.
# Another Python: make run PYTHON=python3.12

PYTHON ?= python3
export PYTHON

.PHONY: help run test bench faults bundle format lock clean

help:
	@echo "make run       set up what is missing and open Hearth"
	@echo "make test      everything that must hold"
	@echo "make bench     speed and memory, beside their goals"
	@echo "make faults    the long fault runs"
	@echo "make bundle    Hearth as a folder that needs no Python"
	@echo "make format    lay out the code"
	@echo "make lock      pin the packages anew (make lock UPGRADE=--upgrade for newer ones)"
	@echo "make clean     remove all that was made here, except workshop-output/"

run:
	@scripts/setup run
	@scripts/run

test:
	@scripts/setup test
	@scripts/check

bench:
	@scripts/setup test
	@.venv/bin/python -m app.build_resources
	@.venv/bin/python -m benchmarks

faults:
	@scripts/setup test
	@.venv/bin/python -m app.build_resources
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -m faults -o faulthandler_timeout=3600

bundle:
	@scripts/setup test
	@scripts/system-packages bundle
	@scripts/bundle

format:
	@scripts/setup test
	@.venv/bin/ruff check --quiet --fix .
	@.venv/bin/ruff format .

lock:
	@scripts/lock $(UPGRADE)

clean:
	rm -rf .venv build dist hearth.egg-info resources/built
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
