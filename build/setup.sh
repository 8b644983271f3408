#!/usr/bin/env bash
# Installs what a Debian or Ubuntu machine lacks, and says what it installs.
#   build/setup.sh run    what `make run` needs
#   build/setup.sh test   what `make test` needs besides
# Go, Node and make are the only things expected. Nothing is asked: packages come
# through apt, with sudo -n where this is not root. What cannot be had is named;
# only what the step cannot do without ends it.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "setup: $*"; }
have() { command -v "$1" >/dev/null 2>&1; }
fail() { say "$*" >&2; exit 1; }

for tool in go node npm; do
  have "$tool" || fail "$tool is missing; Tendril needs Go, Node with npm, and make."
done

wanted=() # apt packages still to install
want() { # PACKAGE if the check that follows fails
  local package=$1; shift
  "$@" >/dev/null 2>&1 || wanted+=("$package")
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_wanted() { # essential|optional
  [ ${#wanted[@]} -gt 0 ] || return 0
  if ! have apt-get; then
    say "there is no apt here; please install the likes of: ${wanted[*]}"
  else
    say "installing ${wanted[*]}"
    export DEBIAN_FRONTEND=noninteractive
    if ! { as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "${wanted[@]}"; } >/tmp/tendril-setup.$$ 2>&1; then
      tail -n 5 /tmp/tendril-setup.$$ >&2
      say "could not install ${wanted[*]}"
      if [ "$1" = essential ]; then rm -f /tmp/tendril-setup.$$; exit 1; fi
    fi
    rm -f /tmp/tendril-setup.$$
  fi
  wanted=()
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }
window_packages() {
  want build-essential have gcc
  want pkg-config have pkg-config
  want libgtk-3-dev pkg-config --exists gtk+-3.0
  want libwebkit2gtk-4.1-dev pkg-config --exists webkit2gtk-4.1
}

# The npm packages are installed again only when the lock file changed.
npm_packages() {
  local stamp=frontend/node_modules/.tendril-lock
  if ! cmp -s frontend/package-lock.json "$stamp"; then
    say "installing the window's npm packages"
    (cd frontend && npm ci --no-audit --no-fund --loglevel=error)
    cp frontend/package-lock.json "$stamp"
  fi
}

case "${1:-run}" in
run)
  if has_display; then window_packages; install_wanted optional; fi
  npm_packages
  ;;
test)
  window_packages
  want chromium sh -c 'command -v chromium || command -v chromium-browser || command -v google-chrome'
  want xvfb have xvfb-run
  want xauth have xauth
  want dbus have dbus-run-session
  install_wanted essential
  # Documents are opened with these where they can be had; without them the tests
  # that need them are named as skipped at the end.
  want libxml2-utils have xmllint
  install_wanted optional
  want poppler-utils have pdftotext
  install_wanted optional
  want libreoffice-impress have soffice
  install_wanted optional
  npm_packages
  lint=.cache/bin/golangci-lint
  if ! "$lint" version 2>/dev/null | grep -q '2\.15\.0'; then
    say "building golangci-lint 2.15.0"
    GOBIN="$PWD/.cache/bin" GOFLAGS='' go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
  fi
  if [ ! -x .cache/bin/gotestsum ]; then
    say "building gotestsum 1.13.0"
    GOBIN="$PWD/.cache/bin" GOFLAGS='' go install gotest.tools/gotestsum@v1.13.0
  fi
  ;;
*) fail "usage: build/setup.sh run|test" ;;
esac
say "ready"
