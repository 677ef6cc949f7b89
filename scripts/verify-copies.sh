#!/usr/bin/env bash
# verify-copies.sh [-all]  makes 100 recipients' copies of a starter, with -all 1,000, and asks qpdf, mupdf and poppler, and of twenty
# Ghostscript and pdf.js, whether each is what it should be (internal/copies). Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
n=100
[ "${1:-}" != -all ] || n=1000
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext mupdf-tools:mutool ghostscript:gs nodejs:node npm:npm
pdfjs=$(mktemp -d)
trap 'rm -rf "$pdfjs"' EXIT
npm install --silent --no-audit --no-fund --prefix "$pdfjs" pdfjs-dist@5.4 >/dev/null
cp internal/copies/open.mjs "$pdfjs"
"$go" run ./internal/copies -n "${N:-$n}" -pdfjs "$pdfjs" data/market-note
