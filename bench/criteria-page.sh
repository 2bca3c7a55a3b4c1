#!/usr/bin/env bash
# The page of one objective with its details against a page of the same layout with nothing below it: the overview 3.1.1.
# Both are asked for in turn on one running program, so that whatever else the machine does falls on both.
source "$(dirname "$0")/lib.sh"
rounds=${1:-5}
each=${BENCH_REQUESTS:-200}
jar
start_program "$work/criteria-data"
echo "page of an objective against an empty page of the same layout, $(machine)"
empty=/criteria/2024-07/3.1.1
for i in $(seq 1 300); do for page in $empty /criteria/2024-07/9.2.3 /criteria/2024-07/5.1.1; do get_ms "$page"; done; done >/dev/null
for page in /criteria/2024-07/9.2.3 /criteria/2024-07/5.1.1; do
  for round in $(seq 1 "$rounds"); do
    : >"$work/full"; : >"$work/empty"
    for i in $(seq 1 "$each"); do get_ms "$page" >>"$work/full"; get_ms "$empty" >>"$work/empty"; done
    a=$(median <"$work/full"); b=$(median <"$work/empty")
    echo "$page, round $round: $a ms, empty page $b ms, ratio $(ratio "$a" "$b") (limit 3)"
  done
done
