#!/bin/sh
# How many results a second POST /api/v1/results takes, durable when answered: a row for each number of endpoints.
# Usage: bench/ingest.sh [seconds for each measurement, 15 without] [numbers of endpoints, 1000 10000 100000 without]
# VIGIE_JAVA_OPTIONS goes to the application.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-15}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1000 10000 100000

java=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$java" ] && [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        java=$home/bin/java
    fi
done
[ -n "$java" ] || { echo "bench/ingest.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

jar=$(ls vigie-app/target/vigie-app*-exec.jar 2>/dev/null | head -1)
[ -n "$jar" ] || { echo "bench/ingest.sh needs the built application: run ./vigie build first" >&2; exit 3; }

work=$(mktemp -d "${TMPDIR:-/tmp}/vigie-bench.XXXXXX")
chmod 755 "$work"
app=""
finish() {
    if [ -n "$app" ]; then kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT INT TERM

port=$((20000 + $$ % 20000))
unzip -qoj "$jar" 'BOOT-INF/lib/postgresql-*.jar' -d "$work"
"$java" -Xmx512m -XX:+UseSerialGC ${VIGIE_JAVA_OPTIONS:-} -jar "$jar" --vigie.data="$work/data" --server.port=$port \
    --vigie.check.scheduled=false >"$work/app.log" 2>&1 &
app=$!
"$java" -Xmx256m -XX:+UseSerialGC -cp "$(ls "$work"/postgresql-*.jar)" bench/Ingest.java \
    "http://127.0.0.1:$port" "$work/data" "$app" "$seconds" "$@" || { tail -20 "$work/app.log" >&2; exit 1; }
