#!/usr/bin/env bash
# visual.sh FILE.pdf FOLDER  draws every page as FOLDER/page-NN.png (1240 px wide) and all of them on FOLDER/contact.png.
set -euo pipefail
pdf=$1 dir=$2
"$(dirname "$0")"/tools.sh poppler-utils:pdftoppm

rm -rf "$dir"
mkdir -p "$dir"
pdftoppm -r 150 -scale-to-x 1240 -scale-to-y -1 -png "$pdf" "$dir/page"
"${GO:-go}" run ./internal/verify contact 4 3 "$dir/contact.png" "$dir"/page-*.png
echo "$dir/contact.png"
