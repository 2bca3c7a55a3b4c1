#!/usr/bin/env bash
# R1, R2: the list as JSON (about 50 kB) from the program's rendered bytes against nginx serving the same bytes:
# gzip, and 304 by ETag. Alternates; prints the median of the ratios. Argument: rounds.
source "$(dirname "$0")/lib.sh"
need nginx wrk psql
rounds=${1:-5}
jar
# 197 services give about 50 kB
"$here/seed.sh" "$work/list-data" 197 1
start_program "$work/list-data" --torokubo.first-load=false
path="/api/v1/services?limit=2000"

www="$work/www"; rm -rf "$www"; mkdir -p "$www/api"
curl -fsS "http://localhost:$port$path" -o "$www/api/list.json"
curl -fsS -H 'Accept-Encoding: gzip' "http://localhost:$port$path" -o "$www/api/list.json.gz"
etag=$(curl -fsS -D - -o /dev/null -H 'Accept-Encoding: gzip' "http://localhost:$port$path" | tr -d '\r' | awk 'tolower($1)=="etag:" {print $2}')
cat >"$work/nginx.conf" <<CONF
worker_processes 2; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 512; }
http { access_log off; gzip_static on; etag on; keepalive_requests 10000000; types { application/json json; }
  client_body_temp_path $work/nginx-body; proxy_temp_path $work/nginx-proxy; fastcgi_temp_path $work/nginx-fcgi; uwsgi_temp_path $work/nginx-uwsgi; scgi_temp_path $work/nginx-scgi;
  server { listen 127.0.0.1:$((port + 1)); root $www; } }
CONF
nginx -c "$work/nginx.conf" & nginx=$!
trap 'kill $nginx 2>/dev/null; stop_program' EXIT
sleep 1
nginx_etag=$(curl -fsS -D - -o /dev/null -H 'Accept-Encoding: gzip' "http://127.0.0.1:$((port + 1))/api/list.json" | tr -d '\r' | awk 'tolower($1)=="etag:" {print $2}')

rps() { wrk -t1 -c32 -d"${BENCH_SECONDS:-8}s" -H 'Accept-Encoding: gzip' "$@" | awk '/Requests\/sec/ {print $2}'; }
echo "list against nginx, $(machine)"
echo "bytes: $(stat -c %s "$www/api/list.json") plain, $(stat -c %s "$www/api/list.json.gz") gzip"
rps "http://127.0.0.1:$port$path" >/dev/null; rps "http://127.0.0.1:$port$path" >/dev/null   # warm
for round in $(seq 1 "$rounds"); do
  a=$(rps "http://127.0.0.1:$port$path"); b=$(rps "http://127.0.0.1:$((port + 1))/api/list.json")
  c=$(rps -H "If-None-Match: $etag" "http://127.0.0.1:$port$path"); d=$(rps -H "If-None-Match: $nginx_etag" "http://127.0.0.1:$((port + 1))/api/list.json")
  echo "round $round: gzip $a / $b = $(ratio "$a" "$b"); 304 $c / $d = $(ratio "$c" "$d")"
  ratio "$a" "$b" >>"$work/gzip.$$"; echo >>"$work/gzip.$$"; ratio "$c" "$d" >>"$work/not-modified.$$"; echo >>"$work/not-modified.$$"
done
echo "median: gzip $(grep . "$work/gzip.$$" | median), 304 $(grep . "$work/not-modified.$$" | median) (limit 0.5)"
