# Everything here needs only make, git and Python 3.11 or later with venv and pip: uv brings the rest into .venv.

.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:

# Nothing of the caller's may change what is installed or run, but for how uv reaches the network; nor make
# each process compile the libraries anew.
leaks := $(filter-out UV_CACHE_DIR UV_HTTP_TIMEOUT UV_SYSTEM_CERTS,$(filter UV_%,$(.VARIABLES))) \
	VIRTUAL_ENV CONDA_PREFIX PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONWARNINGS PYTHONOPTIMIZE PYTHONSAFEPATH PYTHONDONTWRITEBYTECODE \
	PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_CONSTRAINT PIP_REQUIRE_VIRTUALENV \
	PYTEST_ADDOPTS PYTEST_PLUGINS PYTEST_DISABLE_PLUGIN_AUTOLOAD MYPYPATH MYPY_CACHE_DIR \
	RUFF_CACHE_DIR RUFF_CONFIG RUFF_OUTPUT_FORMAT
unexport $(leaks)
without_leaks := env $(leaks:%=-u %)

# Behind a company's proxy only the machine's own certificates do; a bare Debian has none.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export UV_SYSTEM_CERTS ?= 1
endif

export PYTHONUTF8 := 1
# MkDocs Material prints a notice about its own end of life otherwise.
export NO_MKDOCS_2_WARNING := 1

# The machine's uv where it is one that pyproject.toml accepts (any other refuses to work here).
uv_version := 0.13.9
uv := $(shell $(without_leaks) uv cache dir >/dev/null 2>&1 && command -v uv || echo .tools/uv/bin/uv)

# A .venv that was made in another folder still points there.
ifneq ($(shell cat .venv/.made-in 2>/dev/null),$(CURDIR))
.PHONY: .venv/.runtime .venv/.prose .venv/.host .venv/.dev
endif
venv = test "$$(cat .venv/.made-in 2>/dev/null)" = '$(CURDIR)' || $(uv) venv --quiet --clear

run := .venv/bin/python -m
node := .tools/node/scripts/node_modules/.bin
bundle := cp tools/editor/bundle.mjs .tools/node/scripts && node .tools/node/scripts/bundle.mjs
scripts := docs/assets docs/sw.js hooks/handbook/exports/archive.js tools/editor/bundle.mjs

.PHONY: help
help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /\1|/p' Makefile | while IFS='|' read -r target text; do \
		printf 'make %-15s %s\n' "$$target" "$$text"; done

.PHONY: serve
serve: .venv/.runtime  ## Show the handbook at http://127.0.0.1:8000/ and reload it as you write
	SITE_URL=http://127.0.0.1:8000/ $(run) mkdocs serve --livereload --dev-addr 127.0.0.1:8000

# Never with --quiet, which hides the warnings that --strict stops at. Beside, so that a build that fails
# leaves the site that is there, and two at once do not mix.
.PHONY: build
build: .venv/.runtime  ## Build the site into site/ and stop at any finding
	@new=site.$$$$; trap 'rm -rf "$$new" "$$new.old"' EXIT; \
	$(run) mkdocs build --strict --site-dir "$$new" && \
	if [ -d site ]; then mv site "$$new.old"; fi && mv "$$new" site

# CHECK holds options, such as CHECK='--format github'.
.PHONY: check
check: .venv/.prose  ## List what is wrong with the pages, without building them
	.venv/bin/handbook check $(CHECK)

# What checks types and scripts waits for the network at first, so it runs beside the tests; one that fails stops
# none of the others.
.PHONY: test
test: .venv/.dev lint-code  ## Run the linters, the type checker and the tests
	@command -v npm >/dev/null || \
		echo 'npm is missing: types and style of the scripts are not checked (make lint-scripts)' >&2
	$(run) tools.install.browser
	$(run) tools.install.pango
	$(run) tools.install.dictionaries
	$(run) tests.operations.servers
	@$(MAKE) --no-print-directory --jobs 3 --keep-going run-tests lint-types $(if $(shell command -v npm),lint-scripts)

# Four processes on two cores: browsers and servers are waited for a third of the time.
.PHONY: run-tests
run-tests: .venv/.dev
	env -u SITE_URL -u EDIT_URI_TEMPLATE -u MAKEFLAGS $(run) pytest --numprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: lint-code lint-types
lint-code: .venv/.dev
	$(run) ruff check .
	$(run) ruff format --check .
lint-types: .venv/.dev
	$(run) mypy

# COUNT defects, 5,000 of them where none is given; SEED=… repeats a run.
.PHONY: mutate
mutate: .venv/.dev  ## Put thousands of random defects into a copy of the handbook and look for each
	$(run) tools.mutate $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

# COUNT edits, 200 of them where none is given; SEED=… repeats a run.
.PHONY: disturb
disturb: .venv/.dev  ## Make hundreds of random edits in a copy of the handbook while its preview runs
	$(run) tests.website.disturbing $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

# What `make test` takes samples of: random texts, pages and kills; then cards, looks and values in the storage.
.PHONY: long
long: .venv/.dev  ## Read many times more random texts, kill many more commands and visit more pages than the tests do
	$(run) tools.install.browser
	$(run) tools.install.dictionaries
	EXAMPLES=10 DIFFERENCES=20000 FUZZ_PAGES=20000 KILLS=200 KILLS_AT_FIRST=50 $(run) pytest -q --numprocesses 2 --dist loadfile \
		tests/reading/test_properties.py tests/prose/test_any_text.py tests/links/test_rendered.py \
		tests/safety/test_fuzzing.py tests/safety/test_kills.py tests/base/test_writing.py
	HANDBOOK_WHOLE=1 $(run) pytest -q --numprocesses 2 --dist loadfile tests/operations/test_journeys_behind.py \
		$(addprefix tests/website/,test_found_again.py test_learn.py test_print.py test_sidebar.py test_storage.py)

# Half an hour and more. BOUNDS holds options, such as BOUNDS='--only table' or BOUNDS='--size 1000000'.
.PHONY: bounds
bounds: .venv/.dev  ## Put hundreds of patterns that pile up into a page and a data file, and time check and build
	$(run) tools.bounds $(BOUNDS)

.PHONY: format
format: .venv/.dev $(if $(shell command -v npm),.tools/node/scripts/.synced)  ## Format the code and mend what the linter can mend
	$(run) ruff check --fix-only .
	$(run) ruff format .
	$(if $(shell command -v npm),$(node)/biome check --write --config-path tools/scripts $(scripts))

# Needs Node; GitHub's machines have it.
.PHONY: lint-scripts
lint-scripts: .tools/node/scripts/.synced  ## Check types and style of the scripts that browsers run
	@cmp docs/assets/learn/ts-fsrs.js $(node)/../ts-fsrs/dist/index.mjs || \
		{ echo 'docs/assets/learn/ts-fsrs.js is not what the lock file of tools/scripts names' >&2; exit 1; }
	@new=$$(mktemp -d); trap 'rm -rf "$$new"' EXIT; $(bundle) "$$new" && diff -r --exclude=icons.woff2 --exclude=NOTICE.txt "$$new" docs/assets/edit/vendor >/dev/null || \
		{ echo 'docs/assets/edit/vendor is not what the lock file of tools/scripts names: make editor' >&2; exit 1; }
	$(node)/biome check --error-on-warnings --config-path tools/scripts $(scripts)
	$(node)/tsc --project tools/scripts
	$(node)/tsc --project tools/scripts/worker.tsconfig.json

# Needs Node. What it writes is in the repository, so that nobody else does.
.PHONY: editor
editor: .tools/node/scripts/.synced .tools/editor/.synced  ## Bundle the editor of /edit/ anew, after its version has changed
	find docs/assets/edit/vendor -name '*.js' -delete
	$(bundle) docs/assets/edit/vendor
	.tools/editor/bin/python -m tools.editor.icons $(node)/../@sveltia/cms/npm/assets/material-symbols-outlined-*.woff2 \
		docs/assets/edit/vendor/editor.js docs/assets/edit/vendor/icons.woff2

.PHONY: screenshots
screenshots: .venv/.dev  ## Take the pictures of the handbook's pages
	$(run) tools.install.browser
	$(run) tools.screenshots

.PHONY: pdf
pdf: .venv/.dev build  ## Print the whole handbook into dist/, a PDF for each language
	$(run) tools.install.pango
	.venv/bin/handbook export pdf

# What reads alone and what learners take along; they are made from the pages, so no site is built.
.PHONY: ebooks
ebooks: .venv/.dev  ## Write the handbook as EPUB and as a deck for Anki into dist/, one for each language
	.venv/bin/handbook export epub
	.venv/bin/handbook export anki

# From file:// there is no server that finds index.html in a folder.
.PHONY: archive
archive: .venv/.runtime  ## Pack the handbook into dist/, for reading without a server, a .zip for each language
	$(run) mkdocs build --strict --no-directory-urls --site-dir dist/site
	.venv/bin/handbook archive dist/site dist
	rm -rf dist/site

# BASE is the commit that it starts from. Findings are no reason not to look at a page, so nothing is strict.
.PHONY: preview
preview: .venv/.runtime  ## Pack what a proposal changes into dist/preview, to be looked at without a server (BASE=…)
	rm -rf dist/preview
	$(run) mkdocs build --no-directory-urls --site-dir dist/site
	.venv/bin/handbook proposal dist/site dist/preview --base '$(or $(BASE),origin/main)'
	rm -rf dist/site

# deploy/README.md tells the rest. FOLDER is where the releases are kept.
.PHONY: host
host: .venv/.host build  ## Make a release of the handbook in FOLDER (dist/host) for the nginx of deploy/
	.venv/bin/handbook host $(or $(FOLDER),dist/host)

# Some minutes. VARY=… names some of them: python -m tools.identical --help lists all.
.PHONY: identical
identical: .venv/.dev  ## Build on machines that differ in one thing each, and compare byte for byte
	$(run) tests.operations.servers
	$(run) tools.identical $(VARY)

# Without those that read the site's files, build or crawl it: where it is served makes no difference to them.
journeys := journeys card call_mode replies banners finder phrasebook frame policy offline \
	desk keys kept_cards reports accessibility print
.PHONY: journeys
journeys: .venv/.dev  ## Walk readers' ways in a browser below another path, and behind the server of deploy/
	$(run) tools.install.browser
	$(run) tests.operations.servers
	for behind in /some/where/ nginx; do \
		HANDBOOK_BEHIND=$$behind $(run) pytest -q $(journeys:%=tests/website/test_%.py) tests/search/test_box.py || exit 1; \
	done

.PHONY: load
load: .venv/.dev build  ## Load the server of deploy/ beside a plain nginx, and while releases are published
	$(run) tests.operations.servers
	$(run) tools.load

# An hour and more. BENCH holds options, such as BENCH='--only builds --sizes 90 --runs 1'.
.PHONY: bench
bench: .venv/.dev $(if $(shell command -v npm),.tools/node/bench/.synced)  ## Measure the build, the checks and the pages
	$(run) tools.install.browser
	$(run) tools.bench .tools/node/bench/node_modules $(BENCH)

# Some minutes at 1,000 pages a language; PAGES=0 leaves these out.
.PHONY: bench-search
bench-search: .tools/bench/.synced  ## Measure the search beside stock Material and Pagefind
	.tools/bench/bin/python -m tools.install.browser
	.tools/bench/bin/python -m tools.bench.search

.PHONY: lexicons
lexicons: .tools/lexicons/.synced  ## Make the search's word lists anew from newer dictionaries
	PYTHONPATH=hooks .tools/lexicons/bin/python -m tools.lexicons

# Needs Node and Java, and half an hour or more.
.PHONY: audit
audit: .venv/.dev .tools/node/audit/.synced  ## Check the HTML, Lighthouse's marks, and all pages in all states with axe
	$(run) tools.install.browser
	$(run) tools.audit .tools/node/audit/node_modules

# Builds with ProperDocs and MaterialX, says how the pages differ, and runs the tests of the frame on them.
.PHONY: exit
exit: .venv/.dev .tools/exit/.synced  ## Try the handbook on the successors of MkDocs and Material
	$(run) tools.install.browser
	$(run) tools.exit .tools/exit/bin/properdocs dist/exit
	HANDBOOK_SITE=dist/exit $(run) pytest -q tests/website/test_pages.py tests/website/test_frame.py \
		tests/website/test_finder.py tests/website/test_phrasebook.py tests/website/test_policy.py

# Firefox and WebKitGTK come as Debian's packages, which it installs where it may. ENGINES='firefox' names one.
.PHONY: engines
engines: build .tools/engines/.synced  ## Walk readers' ways in Firefox and in WebKit, Safari's engine
	.tools/engines/bin/python -m tools.engines site $(ENGINES)

.PHONY: licences
licences: .venv/.dev  ## List the licence of all that is installed, and whether each goes with ours
	$(run) tools.licences

# CycloneDX, from the lock files.
.PHONY: sbom
sbom: .venv/.runtime | $(filter .tools/%,$(uv))  ## Write what the handbook is made with into dist/, as bills of materials
	mkdir -p dist
	$(uv) export --quiet --locked --all-groups --format cyclonedx1.5 --preview-features sbom-export --output-file dist/sbom-python.cdx.json
	$(run) tools.sbom tools/audit tools/bench tools/scripts >dist/sbom-node.cdx.json

# Asks services outside, and fails where they cannot be reached: not asked is not safe.
.PHONY: vulnerabilities
vulnerabilities: | $(filter .tools/%,$(uv))  ## Ask whether a version that is locked here is known to be vulnerable
	$(uv) audit --locked --preview-features audit
	for part in audit bench scripts; do npm audit --package-lock-only --prefix tools/$$part || exit 1; done

# Asks other hosts, patiently; what has answered is not asked again for a fortnight.
.PHONY: links
links: .venv/.dev build  ## Ask every address outside that a page links to
	.venv/bin/lychee --cache --max-cache-age 14d --max-retries 4 --retry-wait-time 20 --timeout 30 \
		--max-concurrency 8 --accept 200..=299,403,429 --scheme https --scheme http --no-progress \
		--exclude '^https?://(127\.0\.0\.1|localhost)' 'site/**/*.html'

.PHONY: lint-workflows
lint-workflows: .tools/lint/.synced  ## Lint what GitHub and other machines run
	.tools/lint/bin/shellcheck .ci/run
	.tools/lint/bin/actionlint -shellcheck .tools/lint/bin/shellcheck -pyflakes ''
	.tools/lint/bin/zizmor --offline --persona=pedantic --quiet .github

.PHONY: clean
clean:  ## Remove all that make has made
	rm -rf site site.* dist .handbook-cache .handbook-site .venv .tools .mypy_cache .pytest_cache .ruff_cache
	find hooks tests tools -name __pycache__ -prune -exec rm -rf {} +

# --inexact leaves the development tools where they are; the next `make test` is exact again.
.venv/.runtime: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	@$(venv)
	$(uv) sync --quiet --locked --no-dev --inexact
	@printf '%s\n' '$(CURDIR)' >.venv/.made-in
	@touch $@

.venv/.prose: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	@$(venv)
	$(uv) sync --quiet --locked --no-dev --group prose --inexact
	@printf '%s\n' '$(CURDIR)' >.venv/.made-in
	@touch .venv/.runtime $@

.venv/.host: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	@$(venv)
	$(uv) sync --quiet --locked --no-dev --group host --inexact
	@printf '%s\n' '$(CURDIR)' >.venv/.made-in
	@touch .venv/.runtime $@

.venv/.dev: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	@$(venv)
	$(uv) sync --quiet --locked
	@printf '%s\n' '$(CURDIR)' >.venv/.made-in
	@touch .venv/.runtime .venv/.prose .venv/.host $@

.tools/bench/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/bench $(uv) sync --quiet --locked --group bench
	@touch $@

.tools/lexicons/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/lexicons $(uv) sync --quiet --locked --only-group lexicons
	@touch $@

.tools/exit/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/exit $(uv) sync --quiet --locked --only-group exit
	$(uv) pip install --quiet --no-deps --python .tools/exit/bin/python --editable .
	@touch $@

.tools/editor/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/editor $(uv) sync --quiet --locked --only-group editor
	@touch $@

.tools/engines/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/engines $(uv) sync --quiet --locked --no-dev --group engines
	@touch $@

# An environment of its own: who tests the handbook does not need these.
.tools/lint/.synced: pyproject.toml uv.lock | $(filter .tools/%,$(uv))
	UV_PROJECT_ENVIRONMENT=.tools/lint $(uv) sync --quiet --locked --only-group lint
	@touch $@

.tools/node/%/.synced: tools/%/package.json tools/%/package-lock.json
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js 20 or newer' >&2; exit 1; }
	mkdir -p $(@D)
	cp $^ $(@D)
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund
	@touch $@

.tools/uv/bin/uv: Makefile
	python3 -m venv --clear .tools/uv
	.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(uv_version)
	@touch $@
