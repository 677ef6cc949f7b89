package limits

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
)

// sized says a size, and fails when it is read.
type sized struct{ fs.FileInfo }

func (sized) Size() int64                  { return KeyBytes.N64() + 1 }
func (sized) Mode() fs.FileMode            { return 0 }
func (s sized) Stat() (fs.FileInfo, error) { return s, nil }
func (sized) Read([]byte) (int, error)     { return 0, errors.New("it was read") }

func TestAFileIsReadUpToItsLimit(t *testing.T) {
	most := KeyBytes.N()
	for _, c := range []struct {
		name string
		in   io.Reader
		n    int
		fits bool
	}{
		{"at the limit", strings.NewReader(strings.Repeat("k", most)), most, true},
		{"over it, its size known", strings.NewReader(strings.Repeat("k", most+1)), 0, false},
		{"over it, its size not known", io.MultiReader(strings.NewReader(strings.Repeat("k", 9*most))), most + 1, false},
		{"over it by what the file says", sized{}, 0, false},
		{"empty", strings.NewReader(""), 0, true},
	} {
		if text, fits, err := KeyBytes.Read(c.in); len(text) != c.n || fits != c.fits || err != nil {
			t.Errorf("%s: %d bytes, fits %v, %v", c.name, len(text), fits, err)
		}
	}
	if _, _, err := KeyBytes.Read(io.MultiReader(strings.NewReader("k"), sized{})); err == nil {
		t.Error("a file that cannot be read is no error")
	}
}
