SHELL := /bin/bash
# The explorer's commands. `make` alone lists them; each step says what it does.

PORT ?= 8080
DIST ?= dist
YEAR ?= $(shell date +%Y)
TOOLCHAIN := .ci/toolchain
BUILD_TOOL := build --bin report-explorer
# What waits for one processor leaves the other to what does not: tools, the tool and the programs are
# built side by side.
MAKEFLAGS += --jobs=2
# Cargo would look there for a share in our jobs that it is not given.
unexport MAKEFLAGS MFLAGS

.PHONY: help serve dist test check bench ingest fmt lint tool page desk page-code tool-tools page-tools test-tools
.DEFAULT_GOAL := help

help:
	@echo 'make serve    build the explorer and serve it at http://127.0.0.1:$(PORT)/ (PORT=… for another port)'
	@echo 'make dist     leave the release build in dist/'
	@echo 'make test     all tests, the browser'"'"'s included'
	@echo 'make check    check the data in data/'
	@echo 'make ingest   read a report file and draft its annotations (REPORT=report.docx YEAR=2021)'
	@echo 'make bench    sizes and times, side by side (ONLY=search for one table)'
	@echo 'make fmt      format the sources'
	@echo 'make lint     formatting and clippy, warnings denied'

# The page is served as soon as it is there; the desk, whose programs take as long again, follows.
serve: port-free check page
	@if $(MAKE) --no-print-directory --question desk; then \
	  $(RENDER) && exec $(TOOL) serve --dist "$(DIST)" --port $(PORT); \
	fi; \
	$(RENDER) --without-desk && { $(TOOL) serve --dist "$(DIST)" --port $(PORT) & } && \
	trap "kill $$!" EXIT && $(MAKE) --no-print-directory dist && \
	echo '· the desk is there, too' && wait

.PHONY: port-free
port-free:
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	  echo 'error: port $(PORT) is taken: stop the program that has it, or choose another: make serve PORT=8081' >&2; exit 1; fi

dist: check page desk
	@$(RENDER)

RENDER = echo '· rendering every page into $(DIST)/' && $(TOOL) render --out "$(DIST)"

# The tool's file, wherever cargo puts it (CARGO_TARGET_DIR, `build.target-dir`).
TOOL := target/report-explorer
# What is set for another target, by the caller or around Trunk, does not hold for the tool.
unexport CARGO_BUILD_TARGET CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES RUSTC_BOOTSTRAP

check: tool
	@$(TOOL) check

ingest: tool
	@$(TOOL) ingest $(YEAR) $(if $(REPORT),--report "$(REPORT)")

tool: tool-tools
	@echo '· building the tool'
	@mkdir -p target
	@built=$$(cargo $(BUILD_TOOL) --quiet --locked --message-format=json-render-diagnostics | \
	  sed -n 's/.*"executable":"\([^"]*report-explorer\)".*/\1/p' | tail -n 1) && \
	  [ -n "$$built" ] && ln -sf "$$built" $(TOOL)

# The programs are the same for every report: what is corrected in data/ needs none of this.
PROGRAM := target/program
SOURCES := $(shell find src -type f) Cargo.toml Cargo.lock .ci/toolchain
page: $(PROGRAM)/built
$(PROGRAM)/built: $(SOURCES)
	@mkdir -p $(PROGRAM)
	@$(MAKE) --no-print-directory page-tools page-code
	@$(TOOLCHAIN) native wasm-bindgen --target no-modules --no-typescript --no-demangle \
	  --out-dir $(PROGRAM)/bound $(PROGRAM)/raw/page.wasm
	@$(TOOLCHAIN) native wasm-opt $(OPTIMIZE) $(PROGRAM)/bound/page_bg.wasm -o $(PROGRAM)/page.wasm
	@for name in search archive; do \
	  $(TOOLCHAIN) native wasm-opt $(OPTIMIZE) $(PROGRAM)/raw/$$name.wasm -o $(PROGRAM)/$$name.wasm || exit 1; done
	@$(TOOLCHAIN) native esbuild $(PROGRAM)/bound/page.js src/app/head.js src/app/search_ahead.js \
	  src/app/single_file.js src/app/unpack_programs.js src/app/worker.js \
	  --outdir=$(PROGRAM) --entry-names=[name] $(MINIFY)
	@$(TOOLCHAIN) native esbuild src/app/start.js $(BUNDLE)
	@touch $@

# Behind the page's, whose libraries are the same, and whose tools.
desk: $(PROGRAM)/desk-built
$(PROGRAM)/desk-built: $(SOURCES) | $(PROGRAM)/built
	@echo '· building the programs of the desk'
	@$(CARGO_PAGE) --features desk-program --bin desk
	@$(CARGO_PAGE) --features pdf --bin pdf
	@$(TOOLCHAIN) native wasm-bindgen --target no-modules --no-typescript --no-demangle \
	  --out-dir $(PROGRAM)/bound $(PROGRAM)/raw/desk.wasm
	@$(TOOLCHAIN) native wasm-opt $(OPTIMIZE) $(PROGRAM)/bound/desk_bg.wasm -o $(PROGRAM)/desk.wasm
	@# It binds nothing, but a library of it describes what it would bind, and asks for that.
	@$(TOOLCHAIN) native wasm-bindgen --target no-modules --no-typescript --no-demangle \
	  --out-dir $(PROGRAM)/bound $(PROGRAM)/raw/pdf.wasm
	@$(TOOLCHAIN) native wasm-opt $(OPTIMIZE) $(PROGRAM)/bound/pdf_bg.wasm -o $(PROGRAM)/pdf.wasm
	@cp $(PROGRAM)/bound/desk.js $(PROGRAM)/desk_program.js
	@$(TOOLCHAIN) native esbuild $(PROGRAM)/desk_program.js src/app/desk_worker.js \
	  --outdir=$(PROGRAM) --entry-names=[name] --allow-overwrite $(MINIFY)
	@$(TOOLCHAIN) native esbuild src/app/desk.js $(BUNDLE)
	@touch $@

page-tools:
	@$(TOOLCHAIN) install page

# On a new machine the programs are compiled while the tools for them are built.
CARGO_PAGE := $(TOOLCHAIN) page cargo build --quiet --release --locked --no-default-features \
  -Zunstable-options --artifact-dir $(PROGRAM)/raw
page-code:
	@$(TOOLCHAIN) install source
	@echo '· building the programs (WebAssembly, release)'
	@$(CARGO_PAGE) --features page --bin page
	@$(CARGO_PAGE) --features search --bin search --bin archive

# The lowest kernel is V8 6.8 (Chrome 68): WebAssembly's MVP and mutable globals, nothing later.
KERNEL := --mvp-features --enable-mutable-globals
# Compressed, what -Oz makes is 1 % larger: it folds what brotli would find alike.
OPTIMIZE := -O2 --low-memory-unused $(KERNEL)
MINIFY := --minify --target=chrome68 --log-level=warning
BUNDLE := --bundle --format=iife --outdir=$(PROGRAM) $(MINIFY)

# Tests want more of the libraries that the tool uses, too: built with them, it is not built twice.
test: BUILD_TOOL := test --no-run --test suite --test browser
test: dist test-tools
	@echo '· native tests'
	@$(TOOLCHAIN) native cargo test --quiet --locked --test suite
	@echo '· the site in Chromium, Firefox and WebKit'
	@$(TOOLCHAIN) native .ci/browser_tests

# Each script prints one table; `make bench ONLY=search` runs one alone.
BENCHES := search recall charts page embeds lighthouse extract
ONLY ?= $(BENCHES)

bench: bench-module
	@echo '· what a first visit to 2020/report/ loads, in bytes: as is, gzip, brotli'
	@$(TOOLCHAIN) native node tests/bench/sizes.js dist/*/report/index.html dist/start-*.js dist/search-*.wasm dist/page-*.js dist/page-*.wasm
	@for script in $(ONLY); do $(TOOLCHAIN) native node tests/bench/$$script.js || exit 1; done

.PHONY: bench-module
bench-module: dist
	@$(TOOLCHAIN) install bench
	@echo '· building the core as a module of its own, to be measured'
	@$(TOOLCHAIN) page cargo build --quiet --release --locked --no-default-features --features page,extract --example bench \
	  -Zunstable-options --artifact-dir target/bench
	@$(TOOLCHAIN) native wasm-bindgen --target web --out-dir target/bench target/bench/bench.wasm
	@$(TOOLCHAIN) native wasm-opt -Oz $(KERNEL) target/bench/bench_bg.wasm -o target/bench/bench_bg.wasm

tool-tools:
	@$(TOOLCHAIN) install tool

test-tools: page
	@$(TOOLCHAIN) install test

fmt:
	@cargo fmt

lint:
	@cargo fmt --check
	@cargo clippy --quiet --locked --all-targets -- -D warnings
	@cargo clippy --quiet --locked --lib --no-default-features -- -D warnings
