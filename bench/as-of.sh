#!/usr/bin/env bash
# The list on 10,000 services with ten yearly states each: on days of the past against days of the present state.
# Every day is asked for once, so neither list nor counts come from a cache.
source "$(dirname "$0")/lib.sh"
need psql
jar
"$here/seed.sh" "$work/years-data" 10000 10
start_program "$work/years-data" --torokubo.first-load=false
echo "as-of, 10,000 services x 10 years, $(machine)"
day() { date -d "$1 + $2 day" +%F; }
for i in $(seq 1 20); do get_ms "/api/v1/services?limit=50&asOf=$(day 2022-05-01 "$i")"; get_ms "/api/v1/services?limit=50&asOf=$(day 2030-09-01 "$i")"; done >/dev/null
for round in 1 2 3 4 5; do
  : >"$work/past"; : >"$work/present"
  for i in $(seq 1 20); do
    get_ms "/api/v1/services?limit=50&asOf=$(day "202$((round + 1))-06-01" "$i")" >>"$work/past"
    get_ms "/api/v1/services?limit=50&asOf=$(day 2030-04-01 $((round * 20 + i)))" >>"$work/present"
  done
  a=$(median <"$work/past"); b=$(median <"$work/present")
  echo "round $round: past $a ms, present $b ms, ratio $(ratio "$a" "$b") (limit 2)"
done
