#!/usr/bin/env bash
# verify-html.sh PROGRAM OUTLINE-FOLDER...  builds the HTML of outlines and opens it in chromium: nothing requested, nothing
# complained of by the browser, by axe-core and by the Nu validator; keys, overview, addresses, the speaker's view, printing, a phone;
# every line where the scene has it. Installs what it needs.
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
exit $failed
