package limits

import (
	"io"
	"io/fs"
	"strings"
)

// Read is the text of a file that may have as many bytes as the limit. A reader that knows its size is refused before anything
// is read, and room is made once for what it has.
func (id ID) Read(r io.Reader) (text string, fits bool, err error) {
	most := id.N64()
	size := int64(0)
	switch r := r.(type) {
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	case interface{ Len() int }:
		size = int64(r.Len())
	}
	if size > most {
		return "", false, nil
	}
	var b strings.Builder
	b.Grow(int(size))
	_, err = io.Copy(&b, io.LimitReader(r, most+1))
	return b.String(), int64(b.Len()) <= most, err
}
