#!/bin/sh
# How well the search finds the solved case that answers a question: the labelled set of the application's tests, in French and
# English. Prints how many questions have the right case among the first five, and fails where it is fewer than four of five.
set -eu
cd "$(dirname "$0")/.."

jdk=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$jdk" ] && [ -x "$home/bin/javac" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        jdk=$home
    fi
done
[ -n "$jdk" ] || { echo "bench/retrieval.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

told=$(mktemp)
trap 'rm -f "$told"' EXIT
JAVA_HOME=$jdk mvn -q -ntp -B test -pl vigie-app -am -Dtest=RetrievalTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip=true >"$told" 2>&1 || { grep -m 1 'missed:' "$told" >&2 || tail -20 "$told" >&2; exit 1; }
cat "$told" vigie-app/target/surefire-reports/*RetrievalTest*.txt vigie-app/target/surefire-reports/TEST-vigie.expertise.RetrievalTest.xml 2>/dev/null |
    grep -oh '[0-9]* questions, .*' | head -n 1
