#!/usr/bin/env bash
# same.sh OLD NEW  builds every starter and every sample of the tests with two programs, in all looks, on both papers, as document,
# slides and (in one look) pictures, and the gallery of all charts, and compares the bytes and what was printed. Exit 1 names what differs; DIFF=folder keeps both files.
set -euo pipefail
[ $# = 2 ] || { echo "usage: scripts/same.sh OLD NEW" >&2; exit 2; }
old=$(realpath "$1") new=$(realpath "$2")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1 work old new DIFF=${DIFF:-}

# one FOLDER LOOK PAPER FORM  prints "same", "refused" or what differs
one() {
  name=$(echo "$1-$2-$3-$4" | tr / _)
  for who in old new; do
    mkdir -p "$work/$name/$who"
    ( if [ "$4" = gallery ]; then "${!who}" charts --gallery "$work/$name/$who"
      else cd "$1" && "${!who}" build . --look "$2" --page "$3" --to "$4" --dpi 72 -o "$work/$name/$who/"; fi ) \
      >"$work/$name/$who.out" 2>"$work/$name/$who.err" && echo 0 >"$work/$name/$who.rc" || echo $? >"$work/$name/$who.rc"
    # The folder of the output and the time taken differ by design.
    sed -E "s#$work/$name/$who##g; s/[0-9.]+ ?m?s\b//g" "$work/$name/$who.out" "$work/$name/$who.err" >"$work/$name/$who.said"
  done
  if ! cmp -s "$work/$name/old.rc" "$work/$name/new.rc"; then echo "differs $name: exit $(cat "$work/$name/old.rc") and $(cat "$work/$name/new.rc")"
  elif ! diff -rq "$work/$name/old" "$work/$name/new" >"$work/$name/diff"; then echo "differs $name: $(sed "s#$work/$name/##g" "$work/$name/diff" | head -3 | tr '\n' ' ')"
  elif ! cmp -s "$work/$name/old.said" "$work/$name/new.said"; then echo "differs $name: what is printed"
  elif [ "$(cat "$work/$name/new.rc")" = 0 ]; then echo same
  else echo refused
  fi
  [ -z "$DIFF" ] || { mkdir -p "$DIFF"; cp -r "$work/$name" "$DIFF/"; }
  rm -rf "${work:?}/$name"
}
export -f one

folders=$(git ls-files '*/briefing.yaml' | sed 's#/briefing.yaml$##')
{
  echo 'charts all a4 gallery'
  for folder in $folders; do
    for look in paper ink bank; do
      for paper in a4 letter; do printf '%s %s %s %s\n' "$folder" "$look" "$paper" document,slides; done
    done
    printf '%s paper a4 png\n' "$folder"
  done
} >"$work/list"
xargs -P "$(nproc)" -L 1 bash -c 'one "$@"' _ <"$work/list" >"$work/results"
grep '^differs' "$work/results" | sort || true
echo "same.sh: $(grep -c '^same' "$work/results" || true) same, $(grep -c '^refused' "$work/results" || true) refused alike, $(grep -c '^differs' "$work/results" || true) differ, of $(wc -l <"$work/list")"
! grep -q '^differs' "$work/results"
