package typeset

import (
	"bytes"
	"encoding/binary"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"roadshow/assets"
)

var (
	officeDir   = flag.String("office", "", "folder of the faces that are metric-compatible with the office faces: hold the table against them")
	writeOffice = flag.Bool("office-write", false, "write assets/office/advances.bin anew")
)

// TestOfficeAdvancesAreTheFaces holds the table against the faces that it is made of, where they are at hand (make verify).
func TestOfficeAdvancesAreTheFaces(t *testing.T) {
	if *officeDir == "" {
		t.Skip("without -office DIR")
	}
	got := officeTable(t)
	if *writeOffice {
		if err := os.WriteFile("../assets/office/advances.bin", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("../assets/office/advances.bin")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the table is not the faces': %d bytes, made of them %d, %v", len(want), len(got), err)
	}
}

// officeTable writes what assets.Office reads: the characters that an embedded Latin face has and an office face too.
func officeTable(t *testing.T) []byte {
	where := map[string]string{}
	if err := filepath.WalkDir(*officeDir, func(name string, _ fs.DirEntry, err error) error {
		where[filepath.Base(name)] = name
		return err
	}); err != nil {
		t.Fatal(err)
	}
	var faces []*sfnt
	for _, f := range assets.OfficeFaces() {
		if f.Source == "" {
			continue
		}
		data, err := os.ReadFile(where[f.Source])
		if err != nil {
			t.Fatalf("%s: %v", f.Source, err)
		}
		open, err := openFont(data)
		if err != nil {
			t.Fatalf("%s: %v", f.Source, err)
		}
		faces = append(faces, open)
	}
	own := New(nil)
	var chars []rune
	for r := rune(0x20); r < 0x2E80; r++ {
		ours, theirs := false, false
		for i := range latinFaces {
			ours = ours || own.face(faceID(i)).index(r) != 0
		}
		for _, f := range faces {
			theirs = theirs || f.index(r) != 0
		}
		if ours && theirs {
			chars = append(chars, r)
		}
	}
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(chars)))
	for _, r := range chars {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
	}
	for _, f := range faces {
		for _, r := range chars {
			adv := uint16(0xFFFF)
			if g := f.index(r); g != 0 {
				adv = uint16(f.advance(g))
			}
			out = binary.LittleEndian.AppendUint16(out, adv)
		}
	}
	return out
}
