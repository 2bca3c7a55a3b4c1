#!/usr/bin/env bash
# R5: on 1,000,000 services, page 20,000 (50 a page) against page 1. Every page measured is asked for once, so none comes from a cache.
source "$(dirname "$0")/lib.sh"
need psql
services=${1:-1000000} pages=30
jar
"$here/seed.sh" "$work/million-data" "$services" 1
start_program "$work/million-data" --torokubo.first-load=false
next() { grep -o '"next_cursor":"[^"]*"' "$1" | cut -d'"' -f4; }
walk() { # cursor, day → median of the pages from there
  local cursor=$1 day=${2:-2026-11-01}
  for _ in $(seq 1 $pages); do
    get_ms "/api/v1/services?asOf=$day&limit=50${cursor:+&cursor=$cursor}" "$work/page.json"
    cursor=$(next "$work/page.json")
  done | median
}
echo "depth, $services services, $(machine)"
cursor=""
for _ in $(seq 1 $(((services - 50 * (pages + 5)) / 2000))); do   # to the page before page 20,000
  get_ms "/api/v1/services?asOf=2026-11-01&limit=2000${cursor:+&cursor=$cursor}" "$work/page.json" >/dev/null
  cursor=$(next "$work/page.json")
done
for round in 1 2 3; do
  first=$(walk ""); deep=$(walk "$cursor")
  echo "round $round: first pages $first ms, pages before the last $deep ms, ratio $(ratio "$deep" "$first") (limit 1.5)"
  stop_program; start_program "$work/million-data" --torokubo.first-load=false   # empties the caches
  for day in 02 03 04 05 06; do walk "" "2026-10-$day" >/dev/null; done   # warms the program, not the answers
  get_ms "/api/v1/services?asOf=2026-11-01&limit=1" >/dev/null                 # the counts of the day, which both walks share
done
