#!/usr/bin/env bash
# licences.sh FILE  writes the licences of everything that is linked into the program, on every system that `make release`
# builds for, and of the typefaces and hyphenation patterns inside it. Run it after a change of go.mod; a test compares the list.
set -euo pipefail
cd "$(dirname "$0")/.."
{
  echo "roadshow is under the Apache License 2.0, the first text below. It holds these works of others, each with its own licence."
  echo
  echo "==== roadshow"
  cat LICENSE
  for os in linux darwin windows; do
    GOOS=$os CGO_ENABLED=0 "${GO:-go}" list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/roadshow
  done | sort -u | while read -r module version dir; do
    found=
    for f in "$dir"/LICEN[SC]E* "$dir"/COPYING* "$dir"/UNLICENSE* "$dir"/NOTICE* "$dir"/licenses/*; do
      [ -f "$f" ] || continue
      found=1
      echo; echo "==== $module $version ($(basename "$f"))"; cat "$f"
    done
    [ -n "$found" ] || { echo "$module has no licence file" >&2; exit 1; }
  done
  echo; echo "==== the Go standard library and runtime"; cat "$("${GO:-go}" env GOROOT)/LICENSE"
  for f in assets/fonts/OFL-*.txt; do
    echo; echo "==== typefaces ($(basename "$f"))"; cat "$f"
  done
  echo; echo "==== words of passwords (LICENCE-words.txt)"; cat distribute/LICENCE-words.txt
  for f in assets/hyphens/LICENCE-*.txt; do
    echo; echo "==== hyphenation patterns ($(basename "$f"))"; cat "$f"
  done
} | tr -d '\r' | sed 's/[[:space:]]*$//' >"$1"
