#!/usr/bin/env bash
# R18: time from the command to the first 200, second start on a loaded data folder, extracted jar,
# against an empty Spring Boot program on the same JVM. Alternates; prints the median of the ratios.
source "$(dirname "$0")/lib.sh"
rounds=${1:-7}
jar
(cd "$here/empty-program" && [ -f target/empty-program.jar ] || mvn -q -B -f "$here/empty-program/pom.xml" package)
rm -rf "$work/empty" && "$java" -Djarmode=tools -jar "$here/empty-program/target/empty-program.jar" extract --destination "$work/empty" >/dev/null

echo "start-up, $(machine)"
start_program "$work/start-data"; stop_program   # first start: initdb, migrations, first load

for round in $(seq 1 "$rounds"); do
  begun=$(now_ms)
  "$java" -jar "$work/empty/empty-program.jar" --server.port="$port" >"$work/program.log" 2>&1 & program=$!
  wait_for "http://localhost:$port/"
  empty=$(($(now_ms) - begun)); stop_program
  begun=$(now_ms)
  start_program "$work/start-data"
  ours=$(($(now_ms) - begun)); stop_program
  ratio=$(awk "BEGIN {printf \"%.2f\", $ours/$empty}")
  echo "round $round: empty $empty ms, ours $ours ms, ratio $ratio"
  echo "$ratio" >>"$work/start-ratios.$$"
done
echo "median ratio $(median <"$work/start-ratios.$$") (limit 2.5)"
