#!/bin/sh
# How many results a second POST /api/v1/results takes, durable when answered: a row for each number of endpoints.
# Usage: bench/ingest.sh [seconds for each measurement, 15 without] [numbers of endpoints, 1000 10000 100000 without]
# VIGIE_JAVA_OPTIONS goes to the application.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-15}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1000 10000 100000
. bench/house.sh

"$java" -Xmx256m -XX:+UseSerialGC -cp "$driver" bench/Ingest.java \
    "http://127.0.0.1:$port" "$work/data" "$app" "$seconds" "$@" || { tail -20 "$work/app.log" >&2; exit 1; }
