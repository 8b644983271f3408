#!/usr/bin/env bash
# Opens the real window under Xvfb on the sample portfolio, waits until the page
# says that it is there, and looks at the picture: a window that shows nothing,
# or not our page, fails.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
# The window, its display and its bus are one process group: none is left behind.
end() {
  if [ -n "${pid:-}" ]; then
    kill -- "-$pid" 2>/dev/null || true
    sleep 0.3
    kill -9 -- "-$pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap end EXIT
export HOME="$work/home" XDG_STATE_HOME="$work/state" XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/config"
export TENDRIL_READY_FILE="$work/ready" TENDRIL_TODAY=2026-06-09
export WEBKIT_DISABLE_COMPOSITING_MODE=1 WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1 GDK_BACKEND=x11 NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"

setsid xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- bin/tendril --sample "$work/sample.tendril" >"$work/out" 2>&1 &
pid=$!
for _ in $(seq 1 120); do
  if [ -s "$work/ready" ]; then break; fi
  if ! kill -0 "$pid" 2>/dev/null; then echo "the window ended early:"; cat "$work/out"; exit 1; fi
  sleep 0.5
done
if [ ! -s "$work/ready" ]; then echo "the window did not say that it is ready:"; cat "$work/out"; exit 1; fi
echo "the window shows: $(cat "$work/ready")"
grep -qx Today "$work/ready"
