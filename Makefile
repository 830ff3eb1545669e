# What people and CI run. `make` by itself lists the targets.

.DEFAULT_GOAL := help
.PHONY: help demo web check test nightly bench clean prerequisites
MAKEFLAGS += --no-builtin-rules

help:
	@echo "make demo    build everything and start the demonstration on http://127.0.0.1:8080"
	@echo "             (make demo ARGS=--fresh begins it anew)"
	@echo "make test    everything that CI runs; installs what it needs from Debian's packages"
	@echo "make check   before a commit: format, lints, the rules by themselves, docs"
	@echo "make web     styles and scripts only"
	@echo "make nightly fuzzes what the rules read, a minute each, and tries small changes of them"
	@echo "make bench   a table of speed and memory, from a release build"
	@echo "make clean   removes what was built, never what was entered"

# What the program is built from; says in a sentence what is missing.
prerequisites:
	@tests/tools/prerequisites

# Styles, scripts and fonts, embedded in the binary. Nothing to do when nothing changed.
web: prerequisites
	@tests/tools/web

demo: web
	cargo build --locked -p endorse --bin endorse
	@exec "$${CARGO_TARGET_DIR:-target}/debug/endorse" demo $(ARGS)

check: web
	@tests/tools/test --only format lints rules docs

test:
	@tests/tools/test

nightly:
	tests/tools/fuzz 60
	tests/tools/mutants 0/6

bench: web
	@tests/tools/bench $(ARGS)

clean:
	cargo clean
	rm -rf node_modules web/dist tests/browser/out
