#!/usr/bin/env bash
# verify-full-disk.sh PROGRAM  makes copies on disks that are too small, a little larger each time: whatever the disk has no room for,
# every copy is whole or absent and what the ledger names lies there; with more room, --resume ends with the bytes of a run on a disk
# that had it. The disks are tmpfs, in a name space of our own where we are not root; where neither may be mounted, it says so.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-bin/roadshow}")
if [ "${FULL_DISK:-}" != inside ]; then
  probe='d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d"; e=$?; rmdir "$d"; exit $e'
  as=(unshare -m)
  [ "$(id -u)" = 0 ] || as=(unshare -rm)
  if ! "${as[@]}" sh -c "$probe" 2>/dev/null; then
    echo "not checked: a full disk (no file system may be mounted here)"
    exit 0
  fi
  FULL_DISK=inside exec "${as[@]}" "$0" "$program"
fi
dir=$(mktemp -d)
disk=$dir/disk
mkdir "$disk"
trap 'umount "$disk" 2>/dev/null || true; rm -rf "$dir"' EXIT
cat >"$dir/memo.yaml" <<'Y'
title: A fictional memo
date: 2026-11-30
themes:
- name: One
  claim: Revenue reached a fictional height
Y
{
  echo id,name,email
  for i in $(seq 8); do echo "r$i,Reader $i,r$i@example.com"; done
} >"$dir/readers.csv"
"$program" key new "$dir/house.pem" >/dev/null
make() { "$program" distribute "$dir/memo.yaml" --recipients "$dir/readers.csv" --key "$dir/house.pem" --to slides -o "$@"; }
make "$dir/calm" >/dev/null
rm -f "$dir/calm/.roadshow.lock"
all=$(du -sk --apparent-size "$dir/calm" | cut -f1)
full=0
named=0
for size in $(seq 8 $((all / 24 + 1)) $((3 * all))); do
  mount -t tmpfs -o "size=${size}k" tmpfs "$disk"
  if make "$disk/sent" >"$dir/said" 2>&1; then
    umount "$disk"
    break
  elif ! grep -q 'the disk is full' "$dir/said"; then
    echo "$size KB: it says"; cat "$dir/said"; exit 1
  fi
  full=$((full + 1))
  if [ -d "$disk/sent" ]; then
    while read -r name; do # every file that bears its name has all its bytes
      cmp -s "$disk/sent/$name" "$dir/calm/$name" || { echo "$size KB: $name is neither whole nor absent"; exit 1; }
    done < <(cd "$disk/sent" && find . -type f ! -name '.*' ! -name ledger.jsonl -printf '%P\n')
    if [ -f "$disk/sent/ledger.jsonl" ]; then
      grep -o '"path":"[^"]*","sha256":"[0-9a-f]*"' "$disk/sent/ledger.jsonl" | sed 's/"path":"\(.*\)","sha256":"\(.*\)"/\2  \1/' >"$dir/named" || true
      named=$((named + $(wc -l <"$dir/named")))
      [ ! -s "$dir/named" ] || (cd "$disk/sent" && sha256sum --quiet -c "$dir/named") || { echo "$size KB: the ledger names what is not there"; exit 1; }
    fi
  fi
  mount -o remount,size=64m "$disk"
  make "$disk/sent" --resume >/dev/null
  rm -f "$disk/sent/.roadshow.lock"
  diff -r "$disk/sent" "$dir/calm" || { echo "$size KB: --resume made other bytes"; exit 1; }
  umount "$disk"
done
[ "$full" -ge 15 ] || { echo "only $full disks were full"; exit 1; }
[ "$named" -ge 8 ] || { echo "the ledgers name only $named files"; exit 1; }
echo "ok    $full disks from 8 KB to $size KB were full: every copy whole or absent, the ledger true, --resume makes the same bytes"
