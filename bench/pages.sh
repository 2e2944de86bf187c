#!/bin/sh
# How soon the demonstration answers 20 people who each ask for one page a second: a row for each page.
# Usage: bench/pages.sh [seconds, 60 without]. Its first 20 seconds, in which Java warms up, are not counted.
# URL=http://... asks a demonstration that runs already; otherwise one of its own is started.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
PORT=${PORT:-8193}

java=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$java" ] && [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        java=$home/bin/java
    fi
done
[ -n "$java" ] || { echo "bench/pages.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

work=$(mktemp -d "${TMPDIR:-/tmp}/vigie-bench.XXXXXX")
chmod 755 "$work"
vigie=""
finish() {
    if [ -n "$vigie" ]; then kill "$vigie" 2>/dev/null || true; wait "$vigie" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

if [ -z "${URL:-}" ]; then
    URL=http://localhost:$PORT
    ./vigie build
    ./vigie demo --port "$PORT" --data "$work/demo" >"$work/log" 2>&1 &
    vigie=$!
    until grep -q '^TOKEN ' "$work/log"; do
        kill -0 "$vigie" 2>/dev/null || { tail -20 "$work/log" >&2; exit 1; }
        sleep 0.5
    done
    token=$(sed -n 's/^TOKEN //p' "$work/log")
    until curl -fs -H "Authorization: Bearer $token" "$URL/api/v1/demo" | grep -q '"playing":false'; do sleep 1; done
fi

set --
for login in ada maud odile gilles yves salma luc; do set -- "$@" "$login:demo-$login-2013"; done
"$java" -Xmx128m -XX:+UseSerialGC bench/Pages.java "$URL" 20 "$seconds" "${WARMUP:-20}" "$@"
