#!/usr/bin/env bash
# verify-offline.sh PROGRAM  runs the program's commands under strace: none of them makes a socket. Where tracing is not allowed, it
# says so. Installs strace where it misses.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-bin/roadshow}")
scripts/tools.sh strace:strace
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
if ! strace -o "$dir/trace" true 2>/dev/null; then
  echo "not checked: sockets (no program may be traced here)"
  exit 0
fi
printf 'id,name,email\nada,Ada Example,ada@example.com\nbob,Bob Example,\n' >"$dir/readers.csv"
traced() {
  strace -f -qq -e trace=%network -e signal=none -o "$dir/trace" "$@" >"$dir/said" 2>&1 || { cat "$dir/said"; exit 1; }
  if [ -s "$dir/trace" ]; then
    echo "network: $*"
    cat "$dir/trace"
    exit 1
  fi
}
cp -r data/market-note "$dir/note"
traced "$program" new "$dir/new" --starter quarterly-update
traced "$program" check "$dir/note"
traced "$program" build "$dir/note" -o "$dir/out" --to document,slides,html,pptx --proof
traced "$program" verify "$dir/out/note.proof.json"
traced "$program" distribute "$dir/note" --recipients "$dir/readers.csv" -o "$dir/sent"
traced "$program" ledger verify "$dir/sent/ledger.jsonl" --public-key "$dir/sent/key.pub"
traced "$program" verify "$dir/sent/copies/ada-note.pdf" --ledger "$dir/sent/ledger.jsonl" --public-key "$dir/sent/key.pub"
# Who looks finds: the same eyes see a socket where one is made.
strace -f -qq -e trace=%network -o "$dir/trace" bash -c 'exec 3<>/dev/tcp/127.0.0.1/9' 2>/dev/null || true
[ -s "$dir/trace" ] || { echo "strace does not see a socket that is made"; exit 1; }
echo "ok    7 commands make no socket"
