#!/usr/bin/env bash
# soak.sh [DURATION]  runs every fuzz target for DURATION each (default 60s), 20,000 broken outlines,
# 300 interrupted builds, 10,000 generated charts, 400 of each kind read back from their PDF files, 10,000 generated outlines as documents and as slides,
# and all tests ten times.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-60s}

for pkg in $("${GO:-go}" list ./...); do
  for target in $("${GO:-go}" test -list '^Fuzz' "$pkg" | grep '^Fuzz' || true); do
    echo "$pkg $target"
    "${GO:-go}" test "$pkg" -run '^$' -fuzz "^$target\$" -fuzztime "$time"
  done
done
"${GO:-go}" test ./charts -run TestGeneratedTablesKeepTheRules -tables 10000 -timeout 30m
ROADSHOW_SOAK=10000 "${GO:-go}" test ./layouts -run 'TestGenerated(Documents|Slides)KeepTheRules' -timeout 90m
"${GO:-go}" test ./internal/readback -run TestGeneratedCharts -generated 400 -timeout 30m
"${GO:-go}" test ./cmd/roadshow -run TestSignalsNeverMixASet -signals 300 -timeout 30m
scripts/inject.sh bin/roadshow
"${GO:-go}" test . -run TestBrokenOutlinesNeverPanicOrHang -mutations 20000 -timeout 30m
"${GO:-go}" test -count=10 -shuffle=on ./...
