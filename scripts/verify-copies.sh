#!/usr/bin/env bash
# verify-copies.sh [-all]  has the program make copies of a starter for 100 recipients, with -all for 1,000, and asks qpdf, mupdf and
# poppler, and of twenty Ghostscript and pdf.js, whether each is what it should be (internal/copies); fills small disks with copies;
# and watches for sockets. Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
n=100
[ "${1:-}" != -all ] || n=1000
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext mupdf-tools:mutool ghostscript:gs nodejs:node npm:npm
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" pdfjs-dist@5.4 >/dev/null
cp internal/copies/open.mjs "$dir"
"$go" build -trimpath -o "$dir/roadshow" ./cmd/roadshow
"$go" run ./internal/copies -n "${N:-$n}" -pdfjs "$dir" "$dir/roadshow" data/market-note
scripts/verify-full-disk.sh "$dir/roadshow"
scripts/verify-offline.sh "$dir/roadshow"
