#!/usr/bin/env bash
# race.sh  the short tests of every package that starts goroutines or guards what they share, under the race detector (which needs a
# C compiler).
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t packages < <(grep -rlE --include='*.go' '\bgo func\b|\bgo [a-z][A-Za-z.]*\(|"sync' . | grep -v -e _test.go -e '^./internal/\(hostile\|bench\)/' | xargs -n1 dirname | sort -u)
CGO_ENABLED=1 "${GO:-go}" test -race -short -vet=off -timeout 30m "${packages[@]}"
