package main

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"roadshow"
)

// pollEvery is short enough to feel immediate; walking a briefing's folder takes well under a millisecond.
const pollEvery = 300 * time.Millisecond

// maxWatched bounds the walk where somebody watches a home folder.
const maxWatched = 5000

// runWatch builds, then builds again after every change until it is interrupted. Problems do not end it.
func runWatch(s streams, o *buildOptions) error {
	if o.outline == "-" || o.output == "-" {
		return usage("name a folder or a file", "--watch cannot follow standard input or output")
	}
	src, err := readSource(o.outline, s.in)
	if err != nil {
		return err
	}
	src.close()
	o.kept = &roadshow.Kept{}
	ctx, stop := held()
	defer stop()
	fmt.Fprintf(s.err, "watching %s; Ctrl-C ends\n", shown(src.folder))
	for first := true; ; first = false {
		seen := snapshot(src.folder, src.stem())
		err := buildOnce(s, o)
		// Wrong usage shows at once; later, everything may be mended by the next change.
		if first && exitCode(err) == exitUsage {
			return err
		}
		report(s, err)
		if !waitForChange(ctx, src.folder, src.stem(), seen) {
			return nil
		}
	}
}

// waitForChange returns when the folder differs from what was seen and has been still for one turn (editors write in
// several steps), or false when the context ends.
func waitForChange(ctx context.Context, folder, stem, seen string) bool {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	last := seen
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
		}
		now := snapshot(folder, stem)
		if now != seen && now == last {
			return true
		}
		last = now
	}
}

// snapshot is the names, sizes and times of the folder's files, without hidden ones and what the build itself writes.
func snapshot(folder, stem string) string {
	var b strings.Builder
	n := 0
	_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // gone between listing and looking: the next turn sees it
		case path != folder && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case isOutput(d.Name(), stem):
			return nil
		}
		if n++; n > maxWatched {
			return fs.SkipAll
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintf(&b, "%s %d %d\n", path, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return b.String()
}

// isOutput says that a build writes a file of this name, wherever -o puts it. What it writes it never reads, except that an
// outline may name pictures of its own: those are told apart by their names.
func isOutput(name, stem string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	if !knownEnding(ext) {
		return false
	}
	for _, f := range roadshow.Formats() {
		if f.Ext != ext {
			continue
		}
		if f.Pictures == nil {
			return true
		}
		base := strings.TrimSuffix(name, filepath.Ext(name))
		cut := max(0, strings.LastIndexByte(base, '-'))
		of := base[:cut] // the stem, perhaps an audience, and the medium
		if _, err := strconv.Atoi(base[cut:]); err == nil && (of == stem+f.Suffix || strings.HasPrefix(of, stem+"-") && strings.HasSuffix(of, f.Suffix)) {
			return true
		}
	}
	return false
}
