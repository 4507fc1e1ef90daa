PREFIX = /usr/local
DESTDIR =
SHARE = $(DESTDIR)$(PREFIX)/share
PROGRAM = .build/release/prompt-alchemy

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test check lint imports warnings format install screenshots install-files deps

help:
	@echo 'make demo         build prompt-alchemy and open it on a collection of examples'
	@echo 'make test         run all tests; the end-to-end ones need tmux and sqlite3'
	@echo 'make check        everything CI runs: lint, imports, warnings and test'
	@echo 'make lint         complain about formatting and style'
	@echo 'make imports      complain about modules imported where they do not belong'
	@echo 'make warnings     build and complain about compiler warnings'
	@echo 'make format       rewrite the sources in the agreed format'
	@echo 'make install      build and install below PREFIX (PREFIX=$(PREFIX))'
	@echo 'make screenshots  take the pictures in screenshots/ again'
	@echo 'make deps         install the libraries and programs the build needs, where missing'

demo: deps
	swift build -c release --product prompt-alchemy
	@$(PROGRAM) --demo

test: deps
	SWIFT_BACKTRACE=interactive=no swift test

check: deps lint imports warnings test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

imports:
	@scripts/check-imports

warnings: deps
	@scripts/build-without-warnings

format:
	swift format --in-place --recursive Package.swift Sources Tests

install: deps
	swift build -c release --static-swift-stdlib --product prompt-alchemy
	@$(MAKE) install-files

# What `make install` does with a program that is built.
install-files:
	@install -D -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/prompt-alchemy
	@install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	@install -d $(SHARE)/man/man1
	$(PROGRAM) manual >$(SHARE)/man/man1/prompt-alchemy.1
	$(PROGRAM) --generate-completion-script bash >$(SHARE)/bash-completion/completions/prompt-alchemy
	$(PROGRAM) --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_prompt-alchemy
	$(PROGRAM) --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/prompt-alchemy.fish

screenshots: deps
	swift build -c release --product prompt-alchemy
	@screenshots/take

deps:
	@scripts/install-dependencies
