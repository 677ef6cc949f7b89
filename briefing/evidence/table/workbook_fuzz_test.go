package table

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"roadshow/internal/cputime"
)

// bookParts are the parts of a workbook that say something; FuzzWorkbook writes each itself, as a damaged archive is refused
// before it is read.
var bookParts = []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"}

// FuzzWorkbook: whatever stands in a workbook's parts, there is a table or a problem in words.
func FuzzWorkbook(f *testing.F) {
	names, err := filepath.Glob("testdata/workbooks/*.xlsx")
	if err != nil || len(names) == 0 {
		f.Fatal("no workbooks", err)
	}
	var rest map[string][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) > 12<<10 { // small files are changed often
			continue
		}
		parts := unzipped(f, data)
		if rest == nil {
			rest = parts
		}
		f.Add(parts[bookParts[0]], parts[bookParts[1]], parts[bookParts[2]], parts[bookParts[3]], uint8(0))
	}
	f.Fuzz(func(t *testing.T, book, sheet, styles, shared []byte, how uint8) {
		defer cputime.Bound(t)()
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		put := func(name string, data []byte) {
			w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(data); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"} {
			put(name, rest[name])
		}
		for i, data := range [][]byte{book, sheet, styles, shared} {
			put(bookParts[i], data)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		table, problems := readXLSX(b.Bytes(), TableOptions{Hidden: HiddenCells(how & 3 % 3), HeaderRows: int(how >> 2 & 3), Transpose: how&64 != 0})
		if table == nil && len(problems) == 0 {
			t.Fatal("neither table nor problem")
		}
		for _, p := range problems {
			if p.Summary == "" || !utf8.ValidString(p.Summary+p.Hint) {
				t.Errorf("%+v", p)
			}
		}
		if table != nil {
			asSeen(table)
		}
	})
}

func unzipped(t testing.TB, data []byte) map[string][]byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[p.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}
