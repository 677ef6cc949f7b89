#!/usr/bin/env bash
# inject.sh PROGRAM [EVERY]  makes each system call that writes files fail in turn (strace), with every EVERYth moment tried (default 1).
# What stands afterwards must be all old files or all new ones, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/tools.sh strace:strace
program=$(realpath "$1") every=${2:-1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/memo"

version() { # NUMBER
  printf 'title: Version %s\ndate: 2025-03-31\nthemes:\n  - name: One\n    claim: One idea stands here\n    argument: A paragraph.\n' "$1" >"$tmp/memo/briefing.yaml"
}
state() { (cd "$tmp/memo/out" && find . -type d -mindepth 1; find . -type f | sort | xargs sha256sum); }

version 1; "$program" build "$tmp/memo" >/dev/null; one=$(state)
version 2; "$program" build "$tmp/memo" >/dev/null; two=$(state)
tried=0 failed=0 refused=0
for call in openat write fsync linkat renameat mkdirat; do
  total=$(strace -f -qq -e trace=$call -e "signal=none" "$program" build "$tmp/memo" 2>&1 >/dev/null | grep -c "$call(" || true)
  for ((n = 1; n <= total; n += every)); do
    version 1; "$program" build "$tmp/memo" >/dev/null
    version 2
    rc=0
    strace -f -qq -o /dev/null -e trace=$call -e inject=$call:error=EIO:when=$n "$program" build "$tmp/memo" >/dev/null 2>&1 || rc=$?
    [ $rc = 0 ] || refused=$((refused + 1))
    now=$(state)
    tried=$((tried + 1))
    if [ "$now" != "$one" ] && [ "$now" != "$two" ]; then
      echo "$call $n of $total failed (exit $rc): the set is mixed, or something is left:"; echo "$now"; failed=$((failed + 1))
    elif [ $rc = 0 ] && [ "$now" != "$two" ]; then
      echo "$call $n of $total failed: exit 0, and the old files stand"; failed=$((failed + 1))
    fi
  done
done
echo "$tried failing system calls, $refused refused builds, $failed faults"
[ $failed = 0 ]
