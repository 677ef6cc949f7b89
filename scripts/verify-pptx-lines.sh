#!/usr/bin/env bash
# verify-pptx-lines.sh [-all]  asks LibreOffice, with the faces that measure as Cambria and Arial do, whether office files break their
# lines where the scene breaks them, and holds the advances that the program embeds against those faces. Installs the tools where they
# miss; about a minute on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
go=${GO:-go}
fonts=/usr/share/fonts/truetype
scripts/tools.sh libreoffice-impress:soffice poppler-utils:pdftotext \
  fonts-crosextra-caladea:$fonts/crosextra/Caladea-Regular.ttf fonts-liberation:$fonts/liberation/LiberationSansNarrow-Regular.ttf
"$go" test -vet=off -count=1 ./typeset -run TestOfficeAdvancesAreTheFaces -office $fonts
exec "$go" run ./internal/lines "$@"
