#!/usr/bin/env bash
# A page of the list of controls (50 rows) against a page of the same layout without rows, and its last full page against its first.
# All are asked for in turn on one running program with its demo world, so that whatever else the machine does falls on all.
source "$(dirname "$0")/lib.sh"
need curl
rounds=${1:-5}
each=${BENCH_REQUESTS:-100}
jar
start_program "$work/grid-data" --spring.profiles.active=demo --server.address=127.0.0.1
cookies=$work/grid-cookies
get() { curl -fsS -b "$cookies" -c "$cookies" "http://localhost:$port$1"; }
ms() { curl -fsS -b "$cookies" -o /dev/null -w '%{time_total}\n' "http://localhost:$port$1" | awk '{printf "%.2f\n", $1*1000}'; }
rm -f "$cookies"
page=$(get /demo)
token=$(grep -o 'name="_csrf" value="[^"]*"' <<<"$page" | head -1 | cut -d'"' -f4)
role=$(tr '\n' ' ' <<<"$page" | grep -o 'name="role" value="[^"]*">[^>]*>例 北子' | head -1 | cut -d'"' -f4)
curl -fsS -b "$cookies" -c "$cookies" -o /dev/null --data-urlencode "_csrf=$token" --data-urlencode "role=$role" "http://localhost:$port/demo"
statement=""
for dossier in $(get /desk/dossiers | grep -o '/desk/dossiers/[0-9a-f-]\{36\}' | sort -u); do
  [ -n "$statement" ] || statement=$(get "$dossier/statements" | grep -o "$dossier/statements/[0-9a-f-]\{36\}" | head -1 || true)
done
first=$statement/controls
empty="$first?choice=open"
twenty_fourth=$first
for _ in $(seq 2 24); do
  twenty_fourth=$(get "$twenty_fourth" | grep -o '<a rel="next" href="[^"]*"' | head -1 | cut -d'"' -f4 | sed 's/&amp;/\&/g')
done
echo "list of controls, $(machine); page 24 is $twenty_fourth"
echo "rows: first $(get "$first" | grep -c 'data-id='), page 24 $(get "$twenty_fourth" | grep -c 'data-id='), empty $(get "$empty" | grep -c 'data-id=')"
for _ in $(seq 1 100); do for one in "$first" "$twenty_fourth" "$empty"; do ms "$one"; done; done >/dev/null
for round in $(seq 1 "$rounds"); do
  : >"$work/a"; : >"$work/b"; : >"$work/c"
  for _ in $(seq 1 "$each"); do ms "$first" >>"$work/a"; ms "$twenty_fourth" >>"$work/b"; ms "$empty" >>"$work/c"; done
  a=$(median <"$work/a"); b=$(median <"$work/b"); c=$(median <"$work/c")
  echo "round $round: first $a ms, page 24 $b ms, empty $c ms; first to empty $(ratio "$a" "$c") (limit 3), page 24 to first $(ratio "$b" "$a") (limit 1.2)"
done
