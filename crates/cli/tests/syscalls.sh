#!/bin/sh
# Ends a `corpus build` at each of its system calls that change a file system, and lets each fail, and looks what is left:
# the old corpus or the new one, whole. Prints a table; fails where it is neither.
#
#   cargo build -p passmuster-cli && crates/cli/tests/syscalls.sh [FOLDER]
#
# FOLDER is where the corpora are made: /dev/shm, or a disk. Needs strace. One processor is given to the build, so that
# its calls come in much the same order each time.
# CALLS="write rename" tries these calls only.
set -eu

place=${1:-/dev/shm}
passmuster=${PASSMUSTER:-$(dirname "$0")/../../../target/debug/passmuster}
folder=$(mktemp -d "$place/syscalls.XXXXXX")
trap 'rm -rf "$folder"' EXIT
out=$folder/corpus

printf 'old1\nold2\nold3\n' >"$folder/old"
printf 'new1\nnew2\nnew3\nnew4\n' >"$folder/new"
build() { "$passmuster" corpus build --sparse --from "$folder/$1" --out "$out"; }
# All of a corpus in one number. The manifest tells the time, so it is not in it.
digest() { (cd "$out" && find range -type f | sort | xargs cat corpus.sizes | sha1sum) 2>/dev/null || echo none; }

build old 2>"$folder/log"
old=$(digest)
build new 2>"$folder/log"
new=$(digest)
[ "$old" != "$new" ]

calls=${CALLS:-"openat mkdir write rename renameat2 unlinkat rmdir syncfs"}
# What a build does of each call.
build old 2>"$folder/log"
taskset -c 0 strace -f -qq -o "$folder/trace" -e "trace=$(echo $calls | tr ' ' ,)" \
  "$passmuster" corpus build --sparse --from "$folder/new" --out "$out" 2>"$folder/log"

echo "| system call | fault | times | old corpus | new corpus | neither |"
echo "| --- | --- | ---: | ---: | ---: | ---: |"
failed=0
for call in $calls; do
  # strace counts the calls of each thread by itself.
  times=$(awk -v call="$call(" 'index($2, call) == 1 { if (++n[$1] > most) most = n[$1] } END { print most + 0 }' "$folder/trace")
  for fault in signal=KILL error=ENOSPC error=EIO error=EACCES; do
    olds=0 news=0 neither=0 time=1
    while [ "$time" -le "$times" ]; do
      rm -rf "$folder"/.corpus.*
      [ "$(digest)" = "$old" ] || { rm -rf "$out"; build old 2>"$folder/log"; }
      taskset -c 0 timeout 60 strace -f -qq -o /dev/null -e "trace=$call" -e "inject=$call:$fault:when=$time" \
        "$passmuster" corpus build --sparse --from "$folder/new" --out "$out" >"$folder/log" 2>&1 || true
      case $(digest) in
        "$old") olds=$((olds + 1)) ;;
        "$new") news=$((news + 1)) ;;
        *) neither=$((neither + 1)) failed=1 ;;
      esac
      time=$((time + 1))
    done
    echo "| $call | ${fault#*=} | $times | $olds | $news | $neither |"
  done
done
exit $failed
