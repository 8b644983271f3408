# Tendril. `make` lists what can be made; README has the two commands that matter.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BIN := bin
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -s -w -X main.version=$(VERSION)
WINDOW_TAGS := desktop,production,webkit2_41
GO_FILES := $(shell find . -name '*.go' -not -path './frontend/*' -not -path './.cache/*' 2>/dev/null) go.mod go.sum
WEB_FILES := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/test-results/*' 2>/dev/null)
WEB := frontend/dist/index.html
export PATH := $(CURDIR)/.cache/bin:$(PATH)

.PHONY: help
help: ## List what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: run
run: setup ## Open Tendril: the window, or browser mode where there is no display
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] && pkg-config --exists webkit2gtk-4.1 2>/dev/null; then \
	  $(MAKE) --no-print-directory $(BIN)/tendril && exec $(BIN)/tendril $(ARGS); \
	else \
	  echo "There is no display (or no web view) here: Tendril opens in browser mode."; \
	  $(MAKE) --no-print-directory $(BIN)/tendril-browser && exec $(BIN)/tendril-browser --browser $(ARGS); \
	fi

.PHONY: test
test: setup-test ## Run every test and linter
	@build/test.sh

.PHONY: setup setup-test
setup: ## Install what running needs, and say what that is
	@build/setup.sh run
setup-test: setup ## Install what testing needs besides
	@build/setup.sh test

.PHONY: build
build: $(BIN)/tendrilctl $(BIN)/tendril-browser $(BIN)/tendril ## Build all programs into bin/

$(WEB): $(WEB_FILES)
	cd frontend && npm run --silent build
	@touch $@

$(BIN)/tendril: $(GO_FILES) $(WEB)
	CGO_ENABLED=1 go build -trimpath -tags $(WINDOW_TAGS) -ldflags '$(LDFLAGS)' -o $@ .

$(BIN)/tendril-browser: $(GO_FILES) $(WEB)
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o $@ .

$(BIN)/tendrilctl: $(GO_FILES)
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o $@ ./app/tendrilctl

.PHONY: lint fmt
lint: ## Check Go and TypeScript style and the import rules
	golangci-lint run ./...
	cd frontend && npm run --silent check
fmt: ## Format Go and TypeScript
	golangci-lint fmt ./...
	cd frontend && npm run --silent format

.PHONY: test-go test-web e2e window-test
test-go: ## Run the Go tests only
	go test ./...
test-web: ## Run the TypeScript tests only
	cd frontend && npm test --silent
e2e: $(BIN)/tendril-browser ## Walk the window in Chromium against the real program
	cd frontend && npm run --silent e2e
window-test: $(BIN)/tendril ## Open the real window under Xvfb
	build/window-test.sh

.PHONY: bindings check-bindings
bindings: $(WEB) ## Generate the window's TypeScript bindings
	@# What "wails generate module" does, without building its command line first.
	@CGO_ENABLED=0 go build -tags bindings -o $(BIN)/bindings . && tsoutputtype=interfaces $(BIN)/bindings >/dev/null
check-bindings: bindings ## Fail when the committed bindings are not the code's
	@git diff --exit-code -- frontend/src/api/wailsjs && test -z "$$(git status --porcelain -- frontend/src/api/wailsjs)"

.PHONY: said
said: ## Gather the program's sentences for the window to word
	go run ./build/said

.PHONY: licences
licences: ## List what is inside the programs, with its licences
	node build/licences.mjs

.PHONY: bench soak
bench: $(BIN)/tendrilctl ## Measure the budgets and write docs/performance.md
	go run ./build/bench -o docs/performance.md $(ARGS)
soak: ## Run the long versions of the random tests
	TENDRIL_SOAK=1 go test -timeout 2h ./internal/journal/... ./internal/workspace/...

.PHONY: clean
clean: ## Remove what was built
	rm -rf $(BIN) .cache frontend/node_modules frontend/test-results
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete
