#!/usr/bin/env bash
# verify-html.sh PROGRAM OUTLINE-FOLDER...  builds the HTML of outlines and opens it in chromium: nothing requested, nothing
# complained of by the browser, by axe-core and by the Nu validator; keys, overview, addresses, the speaker's view, printing, a phone;
# every line where the scene has it, every slide what its PDF page is as a picture (the worst three are named); and opens examples with
# payloads in their fields, of which nothing runs. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
shift
scripts/tools.sh chromium:chromium nodejs:node npm:npm poppler-utils:pdftotext default-jre-headless:java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm install --no-audit --no-fund --loglevel=error --prefix "$work" playwright-core@1.65.1 axe-core@4.14.1 vnu-jar@26.9.27 >/dev/null)
pairs=()
for outline; do
  name=$(basename "$outline")
  "$program" build "$outline" --to html --notes -o "$work/$name.html" --format short >/dev/null
  "${GO:-go}" run ./internal/verify lines "$outline" >"$work/$name.json"
  pairs+=("$work/$name.html" "$work/$name.json")
done
failed=0
java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only "$work"/*.html && echo "ok    the Nu validator finds no error in $# files" || failed=1
node scripts/verify-html.mjs "$work/node_modules" "${pairs[@]}" || failed=1
for outline; do
  name=$(basename "$outline")
  mkdir -p "$work/$name.pictures"
  "$program" build "$outline" --to slides -o "$work/$name.pdf" --format short >/dev/null
  pdftoppm -png -scale-to-x 1280 -scale-to-y 720 "$work/$name.pdf" "$work/$name.pictures/pdf"
  node scripts/picture-slides.mjs "$work/node_modules" "$work/$name.html" "$work/$name.pictures/html"
  "${GO:-go}" run ./internal/verify beside "$work/$name.pictures" || failed=1
done
mkdir "$work/payloads"
"${GO:-go}" run ./internal/verify payloads "$program" render/html/testdata/payloads.json "$work/payloads"
node scripts/verify-payloads.mjs "$work/node_modules" "$work"/payloads/*.html || failed=1
exit $failed
