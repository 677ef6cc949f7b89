#!/usr/bin/env bash
# verify-pptx-pictures.sh [PROGRAM] [OUTLINE-FOLDER] [FOLDER]  prints the flagship's presentation with LibreOffice in the slides' own faces,
# so that what differs is not the faces, holds every slide against its page of the slides' PDF as a picture, and names the three that
# differ most. FOLDER keeps the pictures. Installs the tools where they miss; about a minute on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-bin/roadshow} outline=${2:-data/crossroads}
scripts/tools.sh libreoffice-impress:soffice poppler-utils:pdftoppm fonts-dejavu-core:/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
pictures=${3:-$tmp}/$(basename "$outline").office
mkdir -p "$pictures"
"$program" build "$outline" --to slides -o "$tmp/slides.pdf" --format short >/dev/null
"$program" build "$outline" --to pptx --office-fonts own -o "$tmp/deck.pptx" --format short >/dev/null
cat >"$tmp/fonts.conf" <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$PWD/assets/fonts</dir><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>$tmp/cache</cachedir></fontconfig>
XML
FONTCONFIG_FILE=$tmp/fonts.conf soffice "-env:UserInstallation=file://$tmp/user" --headless --convert-to pdf --outdir "$tmp" "$tmp/deck.pptx" >"$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
pdftoppm -png -scale-to-x 1280 -scale-to-y 720 "$tmp/slides.pdf" "$pictures/pdf"
pdftoppm -png -scale-to-x 1280 -scale-to-y 720 "$tmp/deck.pdf" "$pictures/office"
exec "${GO:-go}" run ./internal/verify beside "$pictures" office 5
