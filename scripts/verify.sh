#!/usr/bin/env bash
# verify.sh  asks qpdf, poppler and mupdf whether the built flagship is what it should be, and the program whether the proofs of all
# starters in all looks are so; before that hands it more than 400 inputs that nobody means well (internal/hostile). Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext mupdf-tools:mutool
"${GO:-go}" run ./internal/hostile bin/roadshow
exec "${GO:-go}" run ./internal/verify check bin/roadshow data/crossroads
