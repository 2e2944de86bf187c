#!/bin/sh
# The archive of a mailing list, an mbox of 50,000 mails, read in, and read in again.
# Prints: what, seen, wanted.
# Usage: bench/mails.sh [mails, 50000 without]
# VIGIE_JAVA_OPTIONS goes to the application.
set -eu
cd "$(dirname "$0")/.."
mails=${1:-50000}
. bench/house.sh

"$java" -Xmx512m -XX:+UseSerialGC -cp "$driver" bench/Mails.java \
    "http://127.0.0.1:$port" "$work/data" "$app" "$mails" || { tail -20 "$work/app.log" >&2; exit 1; }
