package main

import (
	"os"
	"path/filepath"
	"strings"

	"roadshow"
)

// stem is what the written files are named after: the folder's name, the file's own where it is not briefing.yaml,
// "briefing" for standard input.
func (s outlineText) stem() string {
	name := "briefing"
	switch {
	case s.file == "":
	case s.file != outlineName:
		name = strings.TrimSuffix(s.file, filepath.Ext(s.file))
	default:
		if full, err := filepath.Abs(s.folder); err == nil {
			name = filepath.Base(full)
		}
	}
	if strings.Trim(name, "."+string(filepath.Separator)) == "" { // the file system's root, ".yaml"
		return "briefing"
	}
	return name
}

// stemFor is the stem of an audience's files: nobody's file is taken for another's.
func (s outlineText) stemFor(audience string) string {
	if audience == "" {
		return s.stem()
	}
	return s.stem() + "-" + audience
}

// target is where the files of one build go: one file, standard output or a folder.
type target struct {
	stdout bool
	file   string // the whole path, set for a single file
	folder string
}

// foreign are endings of files that people expect from a program like this one, and that it does not write. Without the
// list, `-o deck.docx` would make a folder of that name.
var foreign = []string{".doc", ".docx", ".odp", ".odt", ".key", ".ppt", ".md", ".txt", ".svg", ".zip", ".yaml", ".yml", ".json"}

// findTarget reads -o: a known ending means a file, anything else a folder; nothing means out/ beside the outline.
func findTarget(o string, s outlineText) (target, error) {
	switch {
	case o == "-":
		return target{stdout: true}, nil
	case o == "":
		return target{folder: filepath.Join(s.folder, "out")}, nil
	}
	ext := strings.ToLower(filepath.Ext(o))
	info, err := os.Stat(o)
	isDir := err == nil && info.IsDir()
	if strings.HasSuffix(o, "/") || strings.HasSuffix(o, string(filepath.Separator)) {
		return target{folder: o}, nil
	}
	if knownEnding(ext) {
		if isDir {
			return target{}, usage("name a file in it, or leave the ending away", "-o %s is a folder", shown(o))
		}
		return target{file: o}, nil
	}
	if err == nil && !isDir {
		return target{}, usage("-o takes a folder, or a file that ends in "+endings(), "-o %s is a file", shown(o))
	}
	for _, e := range foreign {
		if ext == e && !isDir {
			return target{}, usage("it writes "+endings(), "-o %s: roadshow does not write %s files", shown(o), e)
		}
	}
	return target{folder: o}, nil
}

func knownEnding(ext string) bool {
	for _, f := range roadshow.Formats() {
		if ext == f.Ext {
			return true
		}
	}
	return false
}

// endings lists the file endings that roadshow writes: ".pdf or .pptx".
func endings() string {
	var list []string
	for _, f := range roadshow.Formats() {
		if len(list) == 0 || list[len(list)-1] != f.Ext {
			list = append(list, f.Ext)
		}
	}
	return orList(list)
}

// dir is the folder that everything is written into.
func (t target) dir() string {
	if t.file != "" {
		return filepath.Dir(t.file)
	}
	return t.folder
}

// path is where a file of this name goes.
func (t target) path(name string) string {
	if t.file != "" {
		return t.file
	}
	return filepath.Join(t.folder, name)
}
