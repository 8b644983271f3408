#!/usr/bin/env bash
# Every test and linter, in the order in which a failure is cheapest to meet.
# Ends with one line for each thing that could not be tested here, and why.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.cache/bin:$PATH"

step() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }

step "go.mod is tidy"
go mod tidy -diff

step "TypeScript: style, types, tests"
(cd frontend && npm run --silent check && npm test --silent)

step "the window is built"
make --no-print-directory frontend/dist/index.html

step "Go: style and import rules"
golangci-lint run ./...

step "Go: tests"
skips=$(mktemp)
gotestsum --format pkgname-and-test-fails --hide-summary skipped --jsonfile "$skips" -- -timeout 15m ./...

step "the programs are built"
make --no-print-directory build

step "end-to-end tests in Chromium"
(cd frontend && npm run --silent e2e)

step "the real window under Xvfb"
build/window-test.sh

step "the committed bindings are the code's"
make --no-print-directory check-bindings

step "done"
node build/skipped.mjs "$skips"
rm -f "$skips"
