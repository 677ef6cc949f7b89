#!/usr/bin/env bash
# release.sh FOLDER  builds static programs for six systems with their papers, packs them, and writes checksums and a bill of
# materials (CycloneDX). The same commit gives the same bytes: run it twice and compare SHA256SUMS.
set -euo pipefail
cd "$(dirname "$0")/.."
to=$1 go=${GO:-go}
sbom=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
export CGO_ENABLED=0 GOFLAGS=-trimpath
version=$(git describe --tags --always 2>/dev/null || echo devel)
rm -rf "$to"
mkdir -p "$to"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

"$go" mod verify
"$go" build -o "$tmp/host" ./cmd/roadshow
"$tmp/host" docs --man "$tmp/papers" >/dev/null
mkdir -p "$tmp/papers/completions"
for shell in bash zsh fish powershell; do "$tmp/host" completion $shell >"$tmp/papers/completions/roadshow.$shell"; done
"$tmp/host" licences >"$tmp/papers/LICENCES.txt"
cp LICENSE NOTICE README.md CHANGELOG.md "$tmp/papers/"

for system in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
  os=${system%/*} arch=${system#*/}
  GOOS=$os GOARCH=$arch "$go" vet ./cmd/roadshow ./internal/fileset
  name=roadshow_${version}_${os}_${arch} program=roadshow pack=tar.gz
  [ "$os" != windows ] || program=roadshow.exe pack=zip
  mkdir "$tmp/$name"
  cp -r "$tmp/papers/." "$tmp/$name/"
  GOOS=$os GOARCH=$arch "$go" build -buildvcs=auto -ldflags='-s -w -buildid=' -o "$tmp/$name/$program" ./cmd/roadshow
  "$go" run ./internal/release "$to/$name.$pack" "$tmp/$name"
done
GOFLAGS= "$go" run "$sbom" app -json -licenses -noserial -packages=false -main cmd/roadshow -output "$to/roadshow_${version}.cdx.json" . 2>"$tmp/log" ||
  { cat "$tmp/log" >&2; exit 1; }
# Its time is that of the commit, so that the same commit gives the same bytes.
made=$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null || echo 1970-01-01T00:00:00Z)
sed -i.bak -E "s/(\"timestamp\": \")[^\"]*/\1$made/" "$to/roadshow_${version}.cdx.json" && rm "$to/roadshow_${version}.cdx.json.bak"
"$go" run ./internal/release sums "$to"/roadshow_* >"$to/SHA256SUMS"
cat "$to/SHA256SUMS"
