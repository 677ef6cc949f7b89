#!/usr/bin/env bash
# verify-pdf.sh [-all]  builds every starter, and the briefings in other languages, as document and slides, and asks of each file whether
# it keeps the clauses of PDF/UA-1 and PDF/A-2a (our own reader, internal/verify), whether its structure is what pdftotext reads (pikepdf),
# and whether qpdf and Ghostscript are silent. -all: in every look, and on Letter. Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
scripts/tools.sh qpdf:qpdf poppler-utils:pdftotext ghostscript:gs python3:python3 python3-pikepdf:/usr/lib/python3/dist-packages/pikepdf
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
looks=(paper) pages=(a4)
if [ "${1:-}" = -all ]; then
  mapfile -t looks < <(bin/roadshow looks | awk '{print $1}')
  pages=(a4 letter)
fi
for outline in data/*/ testdata/languages/*/; do
  [ -e "$outline/briefing.yaml" ] || continue
  for look in "${looks[@]}"; do
    for page in "${pages[@]}"; do
      bin/roadshow build "$outline" --to document,slides --look "$look" --page "$page" -o "$dir/$(basename "$outline")-$look-$page/" >/dev/null 2>&1 ||
        { echo "FAIL  $outline in $look on $page is not built"; exit 1; }
    done
  done
done
mapfile -t files < <(find "$dir" -name '*.pdf' | sort)
"$go" run ./internal/verify clauses "${files[@]}"
/usr/bin/python3 scripts/verify-pdf.py "${files[@]}"
for file in "${files[@]}"; do
  qpdf --check "$file" >/dev/null
  said=$(gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage "$file" 2>&1)
  [ -z "$said" ] || { echo "FAIL  $file: Ghostscript says $said"; exit 1; }
done
echo "ok    ${#files[@]} files: qpdf and Ghostscript are silent"
