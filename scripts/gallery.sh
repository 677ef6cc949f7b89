#!/usr/bin/env bash
# gallery.sh PROGRAM FOLDER  draws what docs/gallery.md shows: every chart kind and the flagship's slides, in every look.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1 to=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

"$program" charts --gallery "$tmp/charts" >"$tmp/log"
for look in paper ink bank; do
  "${GO:-go}" run ./internal/verify contact 5 2 "$to/charts-$look.png" "$tmp"/charts/*-"$look".png
  "$program" build data/crossroads --look "$look" --to slides-png --dpi 72 -o "$tmp/slides-$look/" >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 1; }
  "${GO:-go}" run ./internal/verify contact 6 4 "$to/slides-$look.png" $(find "$tmp/slides-$look" -name '*.png' | sort)
done
ls -l "$to"
