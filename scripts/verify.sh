#!/usr/bin/env bash
# verify.sh  asks qpdf, poppler and mupdf whether the built flagship is what it should be. Installs them where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext mupdf-tools:mutool
exec "${GO:-go}" run ./internal/verify check bin/roadshow data/crossroads
