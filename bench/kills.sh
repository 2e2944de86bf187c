#!/bin/sh
# kill -9 of the Java process, of the database (postmaster; one backend) and of both, under load. A row for each: what was
# killed, how often, what was lost or doubled of all that had been answered, letters, letters repeated, and how long until
# Vigie answered again. Ends with 1 where anything was lost or doubled.
# Usage: KILLS=20 bench/kills.sh
set -eu
cd "$(dirname "$0")/.."

java=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$java" ] && [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        java=$home/bin/java
    fi
done
[ -n "$java" ] || { echo "bench/kills.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

jar=${VIGIE_JAR:-vigie-app/target/vigie-app-exec.jar}
[ -f "$jar" ] || { echo "bench/kills.sh needs the built application: run ./vigie build first" >&2; exit 3; }

work=$(mktemp -d "${TMPDIR:-/tmp}/vigie-kills.XXXXXX")
chmod 755 "$work"
cp "$jar" "$work/vigie.jar"
finish() { if [ -n "${KEEP:-}" ]; then echo "kept: $work" >&2; else rm -rf "$work"; fi; }
trap finish EXIT INT TERM
unzip -qoj "$work/vigie.jar" 'BOOT-INF/lib/postgresql-*.jar' -d "$work"
"$java" -Xmx256m -XX:+UseSerialGC -cp "$(ls "$work"/postgresql-*.jar)" bench/Kills.java \
    "$java" "$work/vigie.jar" "$work" "${KILLS:-20}"
