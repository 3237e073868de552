#!/bin/sh
# Runs every fuzzer, or those named, for so many minutes each, with the address sanitizer. What they find worth keeping
# stays in fuzz/corpus, what fails in fuzz/artifacts. Needs a nightly Rust; cargo-fuzz is not needed.
#
#   fuzz/run.sh 20
#   fuzz/run.sh 1 range corpus
set -eu
cd "$(dirname "$0")"
minutes=${1:?how many minutes for each?}
shift
[ $# -gt 0 ] || set -- range corpus passwordrules context estimate

target=$(rustc +nightly -vV | sed -n 's/^host: //p')
export RUSTFLAGS="-Zsanitizer=address -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
  -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Cdebug-assertions -Ccodegen-units=1"
for name in "$@"; do
  cargo +nightly build --quiet --release --target "$target" --bin "$name"
  mkdir -p "corpus/$name" "artifacts/$name"
  "target/$target/release/$name" -max_total_time=$((minutes * 60)) -timeout=10 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="artifacts/$name/" "corpus/$name" "seeds/$name"
done
