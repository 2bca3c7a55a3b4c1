# Shared by the measurements: JDKs, starting and stopping the program, medians. To be sourced.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
work=${BENCH_FOLDER:-/tmp/torokubo-bench}
mkdir -p "$work"
# the JDK to measure on; the figures name it
java=${BENCH_JAVA:-java}
port=${BENCH_PORT:-18080}

need() { for tool in "$@"; do command -v "$tool" >/dev/null || { echo "$tool is needed: apt-get install $tool" >&2; exit 2; }; done; }
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
now_ms() { echo $(($(date +%s%N) / 1000000)); }
machine() {
  printf '%s, %s cores, %s; ' "$(uname -m)" "$(nproc)" "$(awk '/MemTotal/ {printf "%.0f GiB", $2/1048576}' /proc/meminfo)"
  "$java" -version 2>&1 | head -1
}

# builds and extracts the jar; its time of change says nothing, because builds are reproducible
jar() {
  [ -f "$root/target/torokubo.jar" ] || (cd "$root" && mvn -q -B package -DskipTests)
  local hash; hash=$(sha256sum <"$root/target/torokubo.jar")
  if [ "$(cat "$work/app.sha256" 2>/dev/null)" != "$hash" ]; then
    rm -rf "$work/app"
    "$java" -Djarmode=tools -jar "$root/target/torokubo.jar" extract --destination "$work/app" >/dev/null
    echo "$hash" >"$work/app.sha256"
  fi
}

program=""
# start_program DATA_FOLDER [ARGUMENT…]: returns when the program answers
start_program() {
  local data=$1; shift
  "$java" ${BENCH_JAVA_OPTIONS:-} -jar "$work/app/torokubo.jar" --server.port="$port" --torokubo.data-dir="$data" "$@" >"$work/program.log" 2>&1 &
  program=$!
  wait_for "http://localhost:$port/actuator/health"
}
wait_for() {
  for _ in $(seq 1 6000); do
    curl -fsS -o /dev/null "$1" 2>/dev/null && return 0
    kill -0 "$program" 2>/dev/null || { cat "$work/program.log"; exit 1; }
    sleep 0.02
  done
  echo "no answer from $1"; exit 1
}
stop_program() {
  [ -z "$program" ] || { kill -TERM "$program" 2>/dev/null || true; wait "$program" 2>/dev/null || true; }
  program=""
}
trap stop_program EXIT

# psql as the owner of the embedded engine of a running program: sql DATA_FOLDER < statements
sql() {
  need psql
  local data=$1
  PGPASSWORD=$(cat "$(find "$data" -maxdepth 2 -name owner-password | head -1)") \
    psql -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(engine_port "$data")" -U "${BENCH_OWNER:-torokubo_owner}" -d "${BENCH_DATABASE:-torokubo}"
}
# the port stands in the fourth line of postmaster.pid
engine_port() { sed -n 4p "$(find "$1" -maxdepth 2 -name postmaster.pid | head -1)"; }
# milliseconds of one GET, connection included
get_ms() { curl -fsS -o "${2:-/dev/null}" -w '%{time_total}\n' "http://localhost:$port$1" | awk '{printf "%.2f\n", $1*1000}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a/b}'; }
