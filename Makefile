# make app    set up, start the app and print its address        (HOST=0.0.0.0 PORT=8051 make app)
# make test   set up, check the code, run every test
# Parts: make check | unit | browser | js | format | clean | bench-arrange. Everything stays in .venv, node_modules and assets/vendor.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-print-directory --no-builtin-rules

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
export HOST PORT

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HAS_NPM := $(shell command -v npm)

# A stamp is named after the content it was made from: an unchanged checkout calls neither pip nor npm, so it works without a network.
python_sum := $(shell cat pyproject.toml constraints.txt | cksum | tr -d ' ')
node_sum := $(shell cat package.json package-lock.json .npmrc | cksum | tr -d ' ')
APP := .venv/.app-$(python_sum)
TOOLS := .venv/.tools-$(python_sum)
PEERS := .venv-peers/.made-$(shell cksum < benchmarks/peers.txt | tr -d " ")
NODE := node_modules/.installed-$(node_sum)
PACKED := assets/vendor/plotly-basic.lzma

.PHONY: load bench-scale bench-drawn bench-tiled-page bench-engines bench-page side-by-side bench-arrange bench-dating bench-dating-speed bench-formats bench-pictures bench-scale-build figures picture formats help app test setup lint types js-types check unit browser pytest js format clean bundle chromium node engines postgres java firefox webkit

help:
	@sed -n '1,3s/^# //p' Makefile

app: $(APP)
	@$(MAKE) --silent bundle || echo "Plotly's small bundle cannot be fetched now: using the larger one that comes with plotly.py"
	@$(BIN)/python app.py

test: setup check js pytest

setup: $(TOOLS) node chromium engines

# --- what is needed ---------------------------------------------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12" >&2; exit 1; }
	@tools/need python3-venv -- '$(PYTHON) -c "import ensurepip, venv"'
	@echo "making .venv"
	@$(PYTHON) -m venv .venv

# hatchling and setuptools go first, at their pinned versions, so that building this package, and what comes as source only,
# needs no environment of its own: jstyleson (of extruct), and PySpark, 456 MB, which pip builds in half a minute and then keeps.
$(APP): | $(BIN)/python
	@echo "installing what the app needs"
	@rm -f .venv/.app-* .venv/.tools-*
	@$(PIP) install -c constraints.txt hatchling setuptools
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[formats,scale]'
	@touch $@

$(TOOLS): | $(APP)
	@echo "installing what the tests need"
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[test]'
	@touch $@

$(PEERS): | $(BIN)/python
	@echo "installing the tools to measure beside"
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip --disable-pip-version-check --quiet install -r benchmarks/peers.txt
	@touch $@

$(NODE):
	@echo "installing node_modules"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Plotly's small bundle. Without npm the pages take the bundle inside plotly.py, four times the size.
ifneq ($(HAS_NPM),)
bundle: $(PACKED)

$(PACKED): $(NODE) tools/pack.py | $(APP)
	@mkdir -p $(@D)
	@cp node_modules/plotly.js-basic-dist-min/plotly-basic.min.js $(@D)
	@$(BIN)/python tools/pack.py
else
bundle:
	@test -e $(PACKED) || echo "npm is missing: using the larger Plotly bundle that comes with plotly.py"
endif

# Node is asked for only by the tests. The sub-make looks for npm again, since it may just have been installed.
node:
	@if tools/need nodejs npm -- 'command -v node && command -v npm'; then $(MAKE) --silent $(NODE) bundle; \
	elif [[ $${CI:-} == true ]]; then echo "node is missing: the JavaScript tests cannot run" >&2; exit 1; \
	else echo "node is missing: the JavaScript checks and tests will be left out"; fi

chromium:
	@[[ -n $${CHROMIUM:-} ]] || tools/need chromium -- 'command -v chromium || command -v chromium-browser || command -v google-chrome'

# The servers that a store can live in, and the other engines of browsers; the tests start their own. Debian keeps PostgreSQL's out of PATH,
# and WebKit's small browser.
engines:
	@for engine in postgres java firefox webkit; do $(MAKE) --silent $$engine || \
	if [[ $${CI:-} == true ]]; then echo "$$engine is missing: its tests cannot run" >&2; exit 1; \
	else echo "$$engine is missing: the tests that need it will be left out"; fi; done

postgres:
	@tools/need postgresql -- 'command -v postgres || compgen -G "/usr/lib/postgresql/*/bin/postgres"'

java:
	@[[ -n $${JAVA_HOME:-} ]] || tools/need default-jre-headless -- 'java -version'

firefox:
	@tools/need firefox-esr -- 'command -v firefox-esr || command -v firefox'

webkit:
	@tools/need webkit2gtk-driver xvfb -- 'command -v WebKitWebDriver && command -v Xvfb && compgen -G "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"'

# --- checks -----------------------------------------------------------------------------------------------------------------------------

check: lint types js-types

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS)
	$(BIN)/mypy

js-types: node
	@if ! command -v node >/dev/null; then echo "tsc: left out, node is missing"; \
	elif ! compgen -G 'assets/*.mjs' >/dev/null && ! compgen -G 'assets/lib/*.mjs' >/dev/null; then echo "tsc: no script to check"; \
	else set -x; node node_modules/typescript/bin/tsc --project tsconfig.json; fi

format: $(TOOLS)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# --- tests ------------------------------------------------------------------------------------------------------------------------------

pytest: setup
	REQUIRE_BROWSER=1 $(BIN)/pytest --numprocesses auto

unit: $(TOOLS)
	$(BIN)/pytest -m 'not browser'

browser: setup
	REQUIRE_BROWSER=1 $(BIN)/pytest -m browser

js: node
	@if ! command -v node >/dev/null; then echo "node --test: left out, node is missing"; \
	elif ! compgen -G 'tests/js/*.test.mjs' >/dev/null; then echo "node --test: no test yet"; \
	else set -x; TZ=America/Los_Angeles node --test --test-reporter=spec tests/js/*.test.mjs; fi

# --- the rest ---------------------------------------------------------------------------------------------------------------------------

clean:
	rm -rf .venv node_modules assets/vendor build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- benchmarks: a baseline in the same run, medians, ratios -----------------------------------------------------------------------------

bench-page: $(TOOLS) bundle chromium
	$(BIN)/python -m benchmarks.page $(ARGS)

# this page and other timelines with the same events, photographed: .bench-page/side-by-side/sheet.png
side-by-side: $(TOOLS) bundle chromium
	$(BIN)/python -m benchmarks.side_by_side

bench-arrange: $(APP)
	@$(BIN)/python benchmarks/arrange.py

bench-dating: $(APP) $(PEERS)
	@$(BIN)/python benchmarks/dating.py

bench-dating-speed: $(APP)
	@$(BIN)/python benchmarks/dating_speed.py

bench-pictures: $(TOOLS) bundle chromium
	@$(BIN)/python -m benchmarks.pictures

bench-formats: $(APP)
	@$(BIN)/python benchmarks/formats.py

bench-scale-build: $(APP)
	@$(BIN)/python -m benchmarks.scale_build $(ARGS)

# when the page of a store is drawn, and how long a change of its view takes, beside other tools: ARGS="1000 10000 100000 10000000"
bench-drawn: $(TOOLS) bundle chromium
	@$(BIN)/python -m benchmarks.drawn $(ARGS)

bench-tiled-page: $(TOOLS) bundle chromium
	@$(BIN)/python -m benchmarks.tiled_page $(ARGS)

bench-engines: $(TOOLS)
	@$(BIN)/python benchmarks/engines.py

# 500 readers of a million events at once, over real sockets; stores to measure with stay in .bench-scale/
load: $(APP)
	@$(BIN)/python -m benchmarks.load $(ARGS)

# what a change of the view costs, by the number of events: ARGS="1000 100000 10000000"
bench-scale: $(APP)
	@$(BIN)/python -m benchmarks.scale $(ARGS)

figures: $(TOOLS) chromium bundle
	@$(BIN)/python benchmarks/figures.py

# docs/formats.md, after a change of the tables of readers and writers
formats: $(APP)
	@PYTHONPATH=. $(BIN)/python tools/formats.py

# the pictures of the README and of docs/time.md, after a change of the page
picture: $(TOOLS) chromium bundle
	@$(BIN)/python tools/picture.py
	@PYTHONPATH=. $(BIN)/python tools/kinds.py
