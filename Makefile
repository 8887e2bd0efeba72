# Suluh's tasks. A fresh machine needs Python 3.11 or newer, make and git; nothing else.
#   make site    build data/ into site/          make serve   look at it while you work
#   make test    prove it: checks, tests         make check   style, types and import rules
#   make bench   time it on generated cities     make lock    renew requirements/*.txt
#   make words   renew the catalogue of English words from program, templates and TOML
#   make fuzz    10,000 files against an independent computation
#   make lighthouse   score four pages as a slow phone sees them (needs Node.js)
# The environment counts as made once its stamp exists, and a stamp is written last: an
# installation that broke off half-way starts afresh. A changed lock file does the same.

VENV := .venv
RUN := $(VENV)/bin/python
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --no-input \
           --require-hashes --only-binary :all: --requirement
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
           $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SIZES ?= 40 400 4000
PYTEST ?= --numprocesses 2 --dist loadfile
FUZZ ?= 10000
LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-header

WORDS := suluh/locale
SAYING := -k say -k say_text -k say_many:1,1 -k text_many:1,1 -k many_:1,1

.PHONY: site test serve check bench lighthouse lock browser golden picture words catalogue fuzz clean
.DEFAULT_GOAL := site

site: $(VENV)/site.stamp
	@$(RUN) build.py

serve: $(VENV)/site.stamp
	@$(RUN) build.py serve

test: check browser
	@$(RUN) -m pytest $(PYTEST)

check: $(VENV)/test.stamp
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(VENV)/bin/lint-imports --no-logo --cache-dir .cache/import-linter

browser: $(VENV)/test.stamp
	@sh tests/browser/install.sh $(RUN)

# After a wanted change of pages or charts: read the diff before you commit it.
golden: $(VENV)/test.stamp
	@$(RUN) -m pytest tests/golden --update-golden

# After a new or changed Indonesian text: then fill in what suluh.po lacks, and once more.
words: $(VENV)/site.stamp
	@mkdir -p .cache
	@PYTHONPATH=. $(RUN) -m babel.messages.frontend --quiet extract --mapping-file babel.cfg $(SAYING) \
	  --no-wrap --sort-by-file --add-location file --output-file .cache/suluh.pot .
	@$(RUN) -m babel.messages.frontend --quiet update --input-file .cache/suluh.pot --output-dir $(WORDS) \
	  --domain suluh --locale en --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(RUN) -m suluh.compiled_words

# Long: about forty minutes on two cores. A city that fails is named by its number.
fuzz: $(VENV)/test.stamp
	@SULUH_FUZZ_EXAMPLES=$(FUZZ) $(RUN) -m pytest tests/fuzz tests/site/test_saved_forms.py --numprocesses 2

# After a change of messages.toml or explanations.toml: the catalogue of problems in docs/.
catalogue: $(VENV)/test.stamp
	@$(RUN) -m suluh.problem_report docs

# The README's picture of a department page, and those of the officer's guide. Its pictures of a
# spreadsheet need LibreOffice Calc, Xvfb, xdotool and ImageMagick; without them they stay as they are.
picture: site browser
	@$(RUN) tests/browser/picture.py
	@PYTHONPATH=.:tests $(RUN) tests/browser/guide_pictures.py

bench: $(VENV)/site.stamp
	@$(RUN) bench/bench.py $(SIZES)

# Needs Node.js; see bench/README.md.
lighthouse: site browser
	@$(RUN) bench/lighthouse.py

# Only here are packages chosen; everywhere else they are installed as locked.
lock: $(VENV)/test.stamp
	$(LOCK) $(UPGRADE) requirements/site.in --output-file requirements/site.txt
	$(LOCK) $(UPGRADE) requirements/test.in --constraints requirements/site.txt --output-file requirements/test.txt
	$(LOCK) $(UPGRADE) requirements/scale.in --constraints requirements/site.txt --output-file requirements/scale.txt

clean:
	rm -rf $(VENV) .cache site

$(VENV)/site.stamp: requirements/site.txt
	@sh requirements/venv.sh "$(PYTHON)" $(VENV)
	@echo "Memasang paket untuk membangun situs (sekali saja, sekitar satu menit) ..."
	@$(INSTALL) requirements/site.txt
	@$(RUN) -m suluh.studio
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/test.txt
	@echo "Memasang paket untuk menguji (sekali saja, sekitar satu menit) ..."
	@$(INSTALL) requirements/test.txt
	@touch $@
