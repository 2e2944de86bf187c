#!/bin/sh
# How soon the demonstration serves its first page, and what it weighs when nobody asks for anything.
# Prints: what, seen, wanted. IDLE=60 says for how many seconds it is left alone before it is weighed.
set -eu
cd "$(dirname "$0")/.."
DATA=$(mktemp -d)
PORT=${PORT:-8191}
LOG=$DATA/../$(basename "$DATA").log
trap 'stop; rm -rf "$DATA" "$LOG"' EXIT

now() { date +%s.%N; }

stop() {
    if [ -n "${VIGIE:-}" ] && kill -0 "$VIGIE" 2>/dev/null; then
        kill -TERM "$VIGIE" 2>/dev/null || true
        wait "$VIGIE" 2>/dev/null || true
    fi
    VIGIE=
}

# Starts, waits for the first page, and leaves the seconds in TOOK.
start() {
    began=$(now)
    VIGIE_CACHE=${VIGIE_CACHE:-yes} ./vigie demo --port "$PORT" --data "$DATA/demo" >"$LOG" 2>&1 &
    VIGIE=$!
    until curl -fs -o /dev/null "http://localhost:$PORT/sign-in"; do
        kill -0 "$VIGIE" 2>/dev/null || { cat "$LOG" >&2; exit 1; }
        sleep 0.05
    done
    TOOK=$(echo "$(now) - $began" | bc)
}

row() { printf '%-44s %10s %s\n' "$1" "$2" "$3"; }

./vigie build
start
row "first page, empty data folder, seconds" "$(printf %.1f "$TOOK")" "at most 20"
until curl -fs -o /dev/null "http://localhost:$PORT/sign-in" && grep -q '^TOKEN ' "$LOG"; do sleep 0.2; done
TOKEN=$(sed -n 's/^TOKEN //p' "$LOG" | tail -n 1)
until curl -fs -H "Authorization: Bearer $TOKEN" "http://localhost:$PORT/api/v1/demo" | grep -q '"playing":false'; do sleep 1; done
stop
start
row "first page, warm, seconds" "$(printf %.1f "$TOOK")" "at most 6"
sleep "${IDLE:-60}"
java=$(pgrep -f -- "--server.port=$PORT" | head -n 1)
row "Java process left alone, MiB" "$(($(awk '/VmRSS/ {print $2}' "/proc/$java/status") / 1024))" "at most 400"
