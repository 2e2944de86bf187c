#!/bin/sh
# How fast the engine is: a row for each benchmark, with its reference of the same run and the ratio of the two.
# Usage: bench/engine.sh [seconds for each measurement, 1 without]
set -eu
cd "$(dirname "$0")/.."

jdk=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$jdk" ] && [ -x "$home/bin/javac" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        jdk=$home
    fi
done
[ -n "$jdk" ] || { echo "bench/engine.sh needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

JAVA_HOME=$jdk mvn -q -ntp -B compile dependency:copy-dependencies -pl bench -am -DskipTests -Dspotless.check.skip=true \
    -DincludeArtifactIds=jmh-core,jopt-simple,commons-math3 -DoutputDirectory="$PWD/bench/target/lib"
exec "$jdk/bin/java" --sun-misc-unsafe-memory-access=allow \
    -cp "bench/target/classes:vigie-engine/target/classes:$(printf '%s:' bench/target/lib/*.jar)" vigie.bench.Engine "$@"
