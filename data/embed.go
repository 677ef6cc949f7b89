// Package data carries the starter briefings that `roadshow new` copies: one folder each, found by its briefing.yaml.
//
// A new starter is a new folder; nothing here lists them. The second line of its outline is a comment that says in one
// line what it is. Only outlines, tables and proofs are embedded: the text of a source may lie beside them on somebody's
// disk and must never reach the binary.
package data

import (
	"bufio"
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed */briefing.yaml */*.csv */sources/*.proofs.json
var files embed.FS

// Starter is one briefing to start from.
type Starter struct {
	Name    string // the folder's name
	Summary string // one line, no full stop
}

// Starters lists the starter briefings by name.
func Starters() []Starter {
	outlines, err := fs.Glob(files, "*/briefing.yaml")
	if err != nil {
		panic("data: " + err.Error()) // the pattern is ours
	}
	list := make([]Starter, len(outlines))
	for i, name := range outlines {
		list[i] = Starter{Name: path.Dir(name), Summary: summary(name)}
	}
	return list
}

// FS is the folder of the named starter, or nil if there is none.
func FS(name string) fs.FS {
	if _, err := fs.Stat(files, name+"/briefing.yaml"); err != nil {
		return nil
	}
	folder, err := fs.Sub(files, name)
	if err != nil {
		return nil
	}
	return folder
}

// summary is the comment on an outline's second line, "" where there is none.
func summary(name string) string {
	file, err := files.Open(name)
	if err != nil {
		panic("data: " + err.Error()) // Glob has just found it
	}
	defer file.Close()
	lines := bufio.NewScanner(file) // the help of every command lists starters: no more than the head is copied
	lines.Scan()
	lines.Scan()
	comment, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "#")
	if !ok {
		return ""
	}
	return strings.TrimSpace(comment)
}
