# One word a task. `make run` and `make test` set everything up by themselves; only Python 3.11 or later has to be there.

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8501
KILLS ?= 300
# Two processes halve the time on two cores; a file's tests stay together, because they share what they have set up.
PROCESSES ?= 2
PYTEST = $(BIN)/python -m pytest -n $(PROCESSES) --dist loadfile
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
INSTALLED := .venv/installed

# Nothing here asks the network but pip and apt-get, and these only while something is missing.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONPATH := $(CURDIR)

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: $(INSTALLED) ## open the dashboard on http://localhost:8501, with the demonstration set where there is no store yet
	@if [ -z "$${INDICATORS_STORE:-}" ] && [ ! -d data/store/records ]; then $(BIN)/python -m indicators init --demo; fi
	@echo "http://localhost:$(PORT)"
	@exec $(BIN)/python -m streamlit run dashboard.py --server.port $(PORT) --server.headless true

.PHONY: test
test: check browser ## everything: check, then every test, the browser's included
	$(PYTEST)

.PHONY: check
check: $(INSTALLED) ## what needs no data: style, types, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
# Its cache overlooks a module that is new in a package it knows: only what mypy says without a cache is a complaint.
	$(BIN)/mypy > /dev/null || { rm -rf .mypy_cache; $(BIN)/mypy; }
	$(BIN)/python -m pytest -q tests/test_architecture.py

.PHONY: format
format: $(INSTALLED) ## write the code the way `check` wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: long
long: check browser ## the same tests with more repetitions: KILLS=300 interrupted publications, a kiosk turned 3,400 pages, ten times the examples
	INDICATORS_KILLS=$(KILLS) INDICATORS_TORN=40 INDICATORS_ROUNDS=100 $(PYTEST) --hypothesis-profile=long

.PHONY: bench
bench: $(INSTALLED) ## time the pages against their yardsticks, and the queries; writes build/bench.json
	$(BIN)/python -m benchmarks

.PHONY: demo
demo: $(INSTALLED) ## write the files of data/demo anew
	$(BIN)/python data/demo/write_files.py

.PHONY: theme
theme: $(INSTALLED) ## write the theme of indicators/palette.py into .streamlit/config.toml
	@theme=$$($(BIN)/python -c 'from indicators.palette import streamlit_theme; print(streamlit_theme())'); \
	sed -i '/^# --- written by indicators.palette/q' .streamlit/config.toml; \
	printf '%s\n' "$$theme" >> .streamlit/config.toml

.PHONY: screenshots
screenshots: $(INSTALLED) browser ## take pictures of every page in both languages and themes and three widths, into build/screenshots
	$(BIN)/python -m tests.browser.screenshots

.PHONY: pictures
pictures: $(INSTALLED) browser ## the same, kept as what the tests compare with, after those of the guides are taken anew
	$(BIN)/python -m tests.browser.screenshots --keep

.PHONY: clean
clean: ## remove what tools left behind; the store and .venv stay
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Tests in the browser need a Chromium. Where it can't be had they are skipped in words; with CI=true they fail instead.
.PHONY: browser
browser: $(INSTALLED)
	@if ! $(BIN)/python -m tests.browser.chromium > /dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
			echo "Installing Chromium for the browser tests"; \
			apt-get update -qq || true; \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null || true; \
		fi; \
		$(BIN)/python -m tests.browser.chromium > /dev/null || \
			echo "No Chromium here: the browser tests are skipped. To run them: sudo apt-get install chromium"; \
	fi
	@command -v firefox > /dev/null || command -v firefox-esr > /dev/null || \
		echo "No Firefox here: its tests of the offline file are skipped. To run them: sudo apt-get install firefox-esr"

$(INSTALLED): requirements.txt
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or later is needed. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2; exit 1; \
	fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2> /dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
			version=$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
			apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python$$version-venv > /dev/null; \
		else \
			echo "Python lacks its venv part. Once, as administrator: sudo apt-get install python3-venv" >&2; exit 1; \
		fi; \
	fi
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@
