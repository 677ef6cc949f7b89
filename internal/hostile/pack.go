package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
)

// into makes a file inside another writer.
func into(w io.Writer, make maker) error {
	f := &file{bufio.NewWriterSize(w, 64<<10)}
	if err := make(f); err != nil {
		return err
	}
	return f.Flush()
}

// bytesOf makes a small file in memory.
func bytesOf(make maker) []byte {
	var b bytes.Buffer
	if err := into(&b, make); err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

func sorted(m map[string]maker) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// cutShort leaves out all behind byte n; negative: from the end.
func cutShort(make maker, n int) maker {
	return func(f *file) error {
		b := bytesOf(make)
		if n < 0 {
			n += len(b)
		}
		_, err := f.Write(b[:min(max(n, 0), len(b))])
		return err
	}
}

// flipped turns bits of one byte; negative: from the end.
func flipped(make maker, at int) maker {
	return func(f *file) error {
		b := bytesOf(make)
		if at < 0 {
			at += len(b)
		}
		b[at] ^= 0xff
		_, err := f.Write(b)
		return err
	}
}

// lying writes smaller sizes than they are into the directory of a zip file.
func lying(make maker) maker {
	return func(f *file) error {
		b := bytesOf(make)
		for at := 0; ; at += 46 {
			next := bytes.Index(b[at:], []byte("PK\x01\x02"))
			if next < 0 {
				break
			}
			at += next
			binary.LittleEndian.PutUint32(b[at+24:], 100)
		}
		_, err := f.Write(b)
		return err
	}
}
