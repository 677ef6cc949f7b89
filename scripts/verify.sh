#!/usr/bin/env bash
# verify.sh [-all]  hands the program more than a thousand inputs that nobody means well (internal/hostile: it names the
# dearest and says how fast the machine is; a slow one gets more than 2 s), runs the tests of packages with goroutines under the race
# detector, holds PDF files against the clauses of their standards, presentations against the validator of the Open XML SDK, a hundred
# recipients' copies against other programs and the flagship's HTML against a browser (verify-*.sh), and asks qpdf, poppler and mupdf
# whether the built flagship is what it should be, and the program whether the proofs of all starters are so: the flagship in all looks,
# the others in paper. -all: all of them in all looks, how LibreOffice
# breaks lines in every presentation (else in the flagship's), and its pictures of the flagship beside their pages. Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext mupdf-tools:mutool gcc:gcc libc6-dev:/usr/include/stdlib.h
"$go" run ./internal/hostile bin/roadshow
scripts/race.sh
scripts/verify-pdf.sh "$@"
scripts/verify-pptx.sh "$@"
scripts/verify-copies.sh "$@"
outlines=(data/crossroads)
[ "${1:-}" != -all ] || outlines=(data/{crossroads,ic-memo,market-note,quarterly-update} testdata/chinese)
scripts/verify-html.sh bin/roadshow "${outlines[@]}"
if [ "${1:-}" = -all ]; then
  scripts/verify-pptx-lines.sh -all
  scripts/verify-pptx-pictures.sh
else
  scripts/verify-pptx-lines.sh -deck crossroads-paper
fi
exec "$go" run ./internal/verify "$@" check bin/roadshow data/crossroads
