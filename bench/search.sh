#!/usr/bin/env bash
# Search on 1,000,000 services: 日立 (two characters) and 日立製 (three). Every question is asked on a day of its own.
source "$(dirname "$0")/lib.sh"
need psql
jar
"$here/seed.sh" "$work/million-data" "${1:-1000000}" 1
start_program "$work/million-data" --torokubo.first-load=false
echo "search, $(machine)"
day() { date -d "2026-01-01 + $1 day" +%F; }
two='%E6%97%A5%E7%AB%8B' three='%E6%97%A5%E7%AB%8B%E8%A3%BD'
ask() { get_ms "/api/v1/services?limit=50&q=$1&asOf=$(day "$2")" "$work/found.json"; }
for i in $(seq 1 5); do ask $two "$i"; ask $three "$i"; done >/dev/null
for round in 1 2 3 4 5; do
  : >"$work/two"; : >"$work/three"
  for i in $(seq 1 10); do ask $two $((round * 20 + i)) >>"$work/two"; n2=$(grep -o '"total":[0-9]*' "$work/found.json"); ask $three $((round * 20 + i)) >>"$work/three"; n3=$(grep -o '"total":[0-9]*' "$work/found.json"); done
  a=$(median <"$work/two"); b=$(median <"$work/three")
  echo "round $round: 日立 $a ms ($n2), 日立製 $b ms ($n3), ratio $(ratio "$a" "$b") (limit 3 either way)"
done
sql "$work/million-data" <<'SQL'
explain (costs off) select count(*) from register.service_version v where v.register = 'ismap' and v.search_grams @> array['日立'] and v.search_text like '%日立%';
explain (costs off) select count(*) from register.service_version v where v.register = 'ismap' and v.search_grams @> array['日立','立製'] and v.search_text like '%日立製%';
SQL
