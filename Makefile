# Every target goes through ots/launch, which first makes the virtual environment when it is missing.
PYTHON := $(shell for each in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
LAUNCH = $(if $(PYTHON),@$(PYTHON) -I ots/launch/bootstrap.py,$(error OTS needs Python 3.11 or newer, \
	and this machine has none on its PATH. On Debian: apt-get install python3 python3-venv))

.DEFAULT_GOAL := help
.PHONY: help run test check tests lint types imports compose-check demo-data bench manage assets lock audit clean clean-data

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

run: ## start the site with demonstration data (PORT=8000)
	$(LAUNCH) run

test: ## run every check and every test
	$(LAUNCH) test

check: test ## the same: lint, types, imports, tests

tests: ## run the tests alone (ARGS="tests/access -k sealed")
	$(LAUNCH) pytest $(ARGS)

lint: ## style of the code and templates
	$(LAUNCH) lint

types: ## mypy
	$(LAUNCH) types

imports: ## which part may import which
	$(LAUNCH) imports

compose-check: ## the Docker Compose file
	$(LAUNCH) compose-check

demo-data: ## load the demonstration data alone
	$(LAUNCH) manage load_demo_data

bench: ## measure search: how fast, and how many damaged names it finds
	$(LAUNCH) manage bench_search

manage: ## any command of Django's (CMD="createsuperuser")
	$(LAUNCH) manage $(CMD)

assets: ## install the front-end packages alone
	$(LAUNCH) assets

lock: ## resolve the dependencies anew and write the locks
	$(LAUNCH) lock

audit: ## look the locked packages up among known vulnerabilities (needs pypi.org and npmjs.org)
	@$(PYTHON) -m venv .local/audit && .local/audit/bin/pip install --quiet pip-audit
	@wrong=0; \
	.local/audit/bin/pip-audit --strict --disable-pip --require-hashes -r ots/deploy/requirements/production.lock || wrong=1; \
	npm audit --package-lock-only --prefix ots/deploy/frontend || wrong=1; \
	[ $$wrong = 0 ] || echo "A package has a known hole, or could not be looked up: of such a one nothing is proved." >&2; \
	exit $$wrong

clean: ## remove what was installed and built, keep the data
	$(LAUNCH) clean

clean-data: ## remove the demonstration's data
	$(LAUNCH) clean-data
