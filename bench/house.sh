# Starts a Vigie of its own for a bench; read by bench/*.sh from the root of the sources. It leaves $java, $app, $port,
# $work and the class path $driver, and takes everything away at the end.
java=""
for home in "${VIGIE_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$java" ] && [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then
        java=$home/bin/java
    fi
done
[ -n "$java" ] || { echo "$0 needs a JDK 25: set VIGIE_JAVA_HOME" >&2; exit 3; }

jar=$(ls vigie-app/target/vigie-app*-exec.jar 2>/dev/null | head -1)
[ -n "$jar" ] || { echo "$0 needs the built application: run ./vigie build first" >&2; exit 3; }

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
driver=$(ls "$work"/postgresql-*.jar)
