package png

import (
	"encoding/binary"
	"os"
	"testing"

	"golang.org/x/image/font/sfnt"

	"roadshow/scene"
)

// The Bookman of 2002 that Debian carries says a wrong length of its pairs; every reader of fonts but one draws it.
func TestAFaceWithAWrongTableOfPairsIsDrawn(t *testing.T) {
	data, err := os.ReadFile("../../typeset/testdata/boxes-kern.ttf")
	if err != nil {
		t.Fatal(err)
	}
	broken := false
	for at := 12; at+16 <= len(data) && !broken; at += 16 {
		if string(data[at:at+4]) == "kern" {
			binary.BigEndian.PutUint16(data[binary.BigEndian.Uint32(data[at+8:])+6:], 0xFFF0)
			broken = true
		}
	}
	if _, err := sfnt.Parse(data); err == nil || !broken {
		t.Fatal("the table of pairs is not broken")
	}
	if r, err := TryFace(scene.FontFile{Font: scene.Sans, Data: data}, []rune("AV")); err != nil {
		t.Errorf("%q: %v", r, err)
	}
	if _, err := TryFace(scene.FontFile{Font: scene.Sans, Data: data[:len(data)/2]}, []rune("AV")); err == nil {
		t.Error("half a file is drawn")
	}
}
