# make demo builds the program and writes the flagship; make test runs every test. The rest is for people who change roadshow.

GO     ?= go
OUT    ?= out
# The commit is stamped into the program where git is at hand; a source archive builds as well.
VCS    := $(shell git rev-parse HEAD >/dev/null 2>&1 && echo auto || echo false)
# Packages whose tests take -update.
GOLDEN  = $(shell grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -r -n1 dirname | sort -u)

.PHONY: release demo build test race soak lint golden mutants docs bench verify verify-all visual gallery clean

demo: build
	bin/roadshow build data/crossroads -o $(OUT)/

build:
	CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=$(VCS) -ldflags='-s -w' -o bin/roadshow ./cmd/roadshow

test:
	$(GO) test -timeout 30m ./...

race:
	$(GO) test -race ./...

soak:
	scripts/soak.sh

lint:
	@files=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$files" || { echo "not gofmt-ed:"; echo "$$files"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

golden:
	$(if $(GOLDEN),$(GO) test $(GOLDEN) -update,@echo "no package has goldens")

mutants:
	$(GO) run ./internal/mutants

docs: build
	bin/roadshow docs docs

bench: build
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./internal/bench bin/roadshow data/crossroads
	$(if $(OLD),$(GO) run ./internal/bench -old $(OLD) bin/roadshow)
	$(if $(BEFORE),$(GO) run ./internal/bench -before $(BEFORE) bin/roadshow internal/bench/testdata/flagship)

verify: build
	scripts/verify.sh

verify-all: build
	scripts/verify.sh -all
	$(GO) test -count=1 -timeout 60m -run TestKilledRuns ./cmd/roadshow -kills 2000
	AGREE=all $(GO) test -count=1 -run TestFormatsTellTheSame ./internal/readback

visual: demo
	scripts/visual.sh $(OUT)/crossroads.pdf $(OUT)/visual

gallery: build
	scripts/gallery.sh bin/roadshow docs/img

release:
	scripts/release.sh dist

clean:
	rm -rf bin dist $(OUT)
