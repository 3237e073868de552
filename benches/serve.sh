#!/bin/sh
# Requests a second and latency of `passmuster serve` beside nginx, over loopback, with the same range files
# and the same headers. Needs wrk, nginx, openssl, od and awk.
#
#   cargo build --release -p passmuster-cli && benches/serve.sh [SECONDS]
#
# The corpus is 4,096 ranges of 800 lines each, about as many as Have I Been Pwned's had in 2022, so that padding
# has something to do; 130 MB, which the page cache holds. Both servers take every processor, and so does the
# load. Rounds alternate between the servers so that what else the machine does falls on both; of three rounds the
# middle one is printed.
set -eu

seconds=${1:-10}
root=$(cd "$(dirname "$0")/.." && pwd)
passmuster=${PASSMUSTER:-$root/target/release/passmuster}
folder=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

openssl enc -aes-128-ctr -K 00 -iv 00 </dev/zero 2>/dev/null | head -c 58982400 | od -An -v -tx1 -w18 | tr -d ' ' |
  awk '{ printf "%05X%s:%d\n", NR % 4096 * 256, substr($0, 1, 35), NR % 997 + 1 }' |
  "$passmuster" corpus build --sparse --from - --format sha1 --out "$folder/corpus"

"$passmuster" serve --port 0 --corpus "$folder/corpus" >"$folder/address" &
pids=$!
while [ ! -s "$folder/address" ]; do sleep 0.1; done
ours=$(cat "$folder/address")

port=$((20000 + $$ % 20000))
cat >"$folder/nginx.conf" <<CONF
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log;
worker_processes auto;
user $(id -un) $(id -gn);
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=8192;
  gzip on;
  gzip_comp_level 1;
  gzip_types text/plain;
  default_type text/plain;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  server {
    listen 127.0.0.1:$port;
    root $folder/corpus;
    add_header Access-Control-Allow-Origin *;
    add_header X-Content-Type-Options nosniff;
    add_header Cache-Control "public, max-age=2678400";
  }
}
CONF
nginx -c "$folder/nginx.conf" -e "$folder/error.log" &
pids="$pids $!"
theirs=http://127.0.0.1:$port/
sleep 1

cat >"$folder/random.lua" <<'LUA'
-- wrk.lua: a range of the corpus at random, with the headers that a browser would send.
local headers = {}
for header in (os.getenv("HEADERS") or ""):gmatch("[^;]+") do
  local name, value = header:match("(.-)=(.*)")
  headers[name] = value
end
request = function()
  return wrk.format("GET", string.format("/range/%05X", math.random(0, 4095) * 256), headers)
end
LUA

round() { # name, address, headers
  HEADERS=$3 wrk -t1 -c64 -d"${seconds}s" --latency -s "$folder/random.lua" "$2" | awk -v name="$1" '
    /50%/ { median = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { requests = $2 } /Transfer\/sec/ { bytes = $2 }
    /Non-2xx|Socket errors/ { print > "/dev/stderr" }
    END { printf "%d | %s | %s | %s | %s |\n", requests, name, median, p99, bytes }' >>"$folder/$1"
}

for _ in 1 2 3; do
  round "passmuster serve" "$ours" ""
  round "nginx" "$theirs" ""
  round "passmuster serve, gzip" "$ours" "Accept-Encoding=gzip"
  round "nginx, gzip" "$theirs" "Accept-Encoding=gzip"
  round "passmuster serve, padded" "$ours" "Add-Padding=true"
done
echo '| requests a second | | median | p99 | bytes a second |'
echo '| ---: | --- | ---: | ---: | ---: |'
for name in "passmuster serve" "nginx" "passmuster serve, gzip" "nginx, gzip" "passmuster serve, padded"; do
  sort -n "$folder/$name" | awk 'NR == 2 { print "| " $0 }'
done
