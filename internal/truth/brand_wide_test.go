package truth

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"roadshow/briefing/outline"
	"roadshow/data"
)

// TestAWideFaceIsNoFaultOfOurs: words that find no room are refused as too long for their place, or set smaller; none runs into
// its neighbour.
func TestAWideFaceIsNoFaultOfOurs(t *testing.T) {
	factors := []int{130, 160, 200} // per cent
	if testing.Short() {
		factors = factors[1:2]
	}
	for _, starter := range data.Starters() {
		for _, percent := range factors {
			t.Run(fmt.Sprint(starter.Name, percent), func(t *testing.T) {
				dir := t.TempDir()
				if err := os.CopyFS(dir, data.FS(starter.Name)); err != nil {
					t.Fatal(err)
				}
				writeIn(t, dir, "brand.yaml", "fonts: fonts\n")
				writeIn(t, dir, "fonts/wide.ttf", string(widened(goregular.TTF, percent)))
				set, _ := outline.ParseSetting("brand=brand.yaml")
				src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
				if err != nil {
					t.Fatal(err)
				}
				got := problems(compileIn(t, dir, string(src), nil, set))
				if strings.Contains(got, "E-GEOMETRY") || strings.Contains(got, "a fault of roadshow") {
					t.Error(got)
				}
			})
		}
	}
}

// widened is a face whose letters stand farther apart: every advance is so many per cent of what it was.
func widened(font []byte, percent int) []byte {
	out := bytes.Clone(font)
	at := map[string]int{}
	for i := range int(binary.BigEndian.Uint16(out[4:])) {
		e := out[12+16*i:]
		at[string(e[:4])] = int(binary.BigEndian.Uint32(e[8:]))
	}
	for i := range int(binary.BigEndian.Uint16(out[at["hhea"]+34:])) {
		advance := out[at["hmtx"]+4*i:]
		binary.BigEndian.PutUint16(advance, uint16(int(binary.BigEndian.Uint16(advance))*percent/100))
	}
	return out
}
