// Command release packs finished files into archives that are the same bytes every time: names in order, no owner, no clock.
//
//	release ARCHIVE FOLDER     FOLDER and what is in it, as ARCHIVE.tar.gz or ARCHIVE.zip
//	release sums FILE...       their SHA-256, as sha256sum prints it
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: release ARCHIVE FOLDER | release sums FILE")
	}
	if args[0] == "sums" {
		for _, name := range args[1:] {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			fmt.Printf("%x  %s\n", sha256.Sum256(data), filepath.Base(name))
		}
		return nil
	}
	out, err := os.Create(args[0])
	if err != nil {
		return err
	}
	if err := pack(out, args[0], args[1]); err != nil {
		return err
	}
	return out.Close()
}

// entry is one file of an archive.
type entry struct {
	name string
	mode fs.FileMode
	data []byte
}

func pack(out *os.File, archive, folder string) error {
	var list []entry
	err := filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error { // in the order of names
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		name, _ := filepath.Rel(filepath.Dir(folder), p)
		mode := fs.FileMode(0o644)
		if base := strings.TrimSuffix(filepath.Base(p), ".exe"); base == "roadshow" {
			mode = 0o755
		}
		list = append(list, entry{filepath.ToSlash(name), mode, data})
		return err
	})
	if err != nil {
		return err
	}
	if strings.HasSuffix(archive, ".zip") {
		return packZip(out, list)
	}
	return packTar(out, list)
}

func packTar(out *os.File, list []entry) error {
	z, _ := gzip.NewWriterLevel(out, gzip.BestCompression)
	w := tar.NewWriter(z)
	for _, e := range list {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: e.name, Mode: int64(e.mode), Size: int64(len(e.data)), ModTime: time.Unix(0, 0)}
		if err := w.WriteHeader(h); err != nil {
			return err
		}
		if _, err := w.Write(e.data); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return z.Close()
}

func packZip(out *os.File, list []entry) error {
	w := zip.NewWriter(out)
	for _, e := range list {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		h.SetMode(e.mode)
		f, err := w.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := f.Write(e.data); err != nil {
			return err
		}
	}
	return w.Close()
}
