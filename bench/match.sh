#!/bin/sh
# How well what people write is matched with the open problems: the labelled scenarios of the engine's tests.
# Prints how many there are, how many of those that belong together were missed, and fails where one was joined wrongly.
set -eu
cd "$(dirname "$0")/.."

jdk=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$jdk" ] && [ -x "$home/bin/javac" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        jdk=$home
    fi
done
[ -n "$jdk" ] || { echo "bench/match.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

JAVA_HOME=$jdk mvn -q -ntp -B test -pl vigie-engine -Dtest=MatchingTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true >/dev/null || { echo "a scenario was joined wrongly, or too many were missed" >&2; exit 1; }
grep -h 'scenarios,' vigie-engine/target/surefire-reports/*MatchingTest*.txt vigie-engine/target/surefire-reports/TEST-vigie.match.MatchingTest.xml 2>/dev/null | sed 's/.*\(^\|[^0-9]\)\([0-9]* scenarios\)/\2/' | head -n 1
