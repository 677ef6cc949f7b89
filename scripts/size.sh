#!/usr/bin/env bash
# size.sh  counts, per package and without tests: source files, lines of code (no blanks, no comments), literal numbers per 1,000
# lines, the longest function and the largest file. `scripts/size.sh layouts page charts` ends with their sum.
cd "$(dirname "$0")/.." && exec "${GO:-go}" run ./internal/size "$@"
