#!/usr/bin/env bash
# look-html.sh PROGRAM OUTLINE-FOLDER FOLDER [WIDTH-light|dark ...]  pictures of every slide and of the whole document of the outline's
# HTML at 1440, 1024 and 390 px, light and dark, for somebody to look at. Installs what it needs.
set -euo pipefail
program=$(realpath "$1") outline=$(realpath "$2")
mkdir -p "$3"
folder=$(realpath "$3")
shift 3
cd "$(dirname "$0")/.."
scripts/tools.sh chromium:chromium nodejs:node npm:npm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" playwright-core@1.65.1 >/dev/null
"$program" build "$outline" --to html -o "$work/x.html" --format short >/dev/null
node scripts/look-html.mjs "$work/node_modules" "$work/x.html" "$folder" "$@"
