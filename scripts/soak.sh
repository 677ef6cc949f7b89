#!/usr/bin/env bash
# soak.sh [DURATION [TARGET…]]  runs every fuzz target, or those named, for DURATION each (default 60s; the release asks 5m) and prints
# what each did: executions, their rate, how many inputs were new. Then, unless targets are named: 20,000 broken outlines, 300 interrupted
# builds, 10,000 generated charts, 400 of each kind read back from their PDF files, 10,000 generated outlines as documents and as slides,
# and all tests ten times. What is new is minimised by a few tries only: they are no executions, and for five seconds each they took
# nearly all of the time. A crasher is minimised afterwards: go test -fuzz TARGET -fuzzminimizetime 60s.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-60s} go=${GO:-go}
shift || true

for pkg in $(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do
  targets=$(cat "$pkg"/*_test.go | sed -n 's/^func \(Fuzz[A-Za-z]*\)(f .*/\1/p' | sort)
  for target in $targets; do
    [ $# -eq 0 ] || [[ " $* " == *" $target "* ]] || continue
    "$go" test "$pkg" -vet=off -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 20x 2>&1 | tee fuzz.log | grep -v '^fuzz: elapsed' || {
      tail -30 fuzz.log >&2
      exit 1
    }
    sed -n 's/^fuzz: elapsed: \(.*\), execs: \([0-9]*\) (.*), new interesting: \(.*\)/\1 \2 executions, new \3/p' fuzz.log | tail -1 | sed "s/^/$target /"
    rm -f fuzz.log
  done
done
[ $# -eq 0 ] || exit 0
"$go" test ./charts -run TestGeneratedTablesKeepTheRules -tables 10000 -timeout 30m
ROADSHOW_SOAK=10000 "$go" test ./layouts -run 'TestGenerated(Documents|Slides)KeepTheRules' -timeout 90m
"$go" test ./internal/readback -run TestGeneratedCharts -generated 400 -timeout 30m
"$go" test ./cmd/roadshow -run TestSignalsNeverMixASet -signals 300 -timeout 30m
scripts/inject.sh bin/roadshow
"$go" test . -run TestBrokenOutlinesNeverPanicOrHang -mutations 20000 -timeout 30m
"$go" test -count=10 -shuffle=on ./...
