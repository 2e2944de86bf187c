#!/bin/sh
# A storm: of 100,000 metrics 30 % turn bad within a minute, whole sites and single hosts. How long until the last alarm is
# in its problem, how many letters a person gets for it, and how long the console's page takes then.
# Usage: bench/storm.sh [seconds over which the results come, 60 without]
# VIGIE_JAVA_OPTIONS goes to the application.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
. bench/house.sh

"$java" -Xmx256m -XX:+UseSerialGC -cp "$driver" bench/Storm.java \
    "http://127.0.0.1:$port" "$work/data" "$app" "$seconds" || { tail -20 "$work/app.log" >&2; exit 1; }
