#!/usr/bin/env bash
# tools.sh PACKAGE:COMMAND...  installs the Debian packages whose command is missing. Root or sudo.
set -euo pipefail

missing=()
for want in "$@"; do
  command -v "${want#*:}" >/dev/null || [ -e "${want#*:}" ] || missing+=("${want%%:*}")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "install these first: ${missing[*]}" >&2
  exit 3
fi
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || {
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
