package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// faces are the faces that pages have used, opened at their first use.
type faces struct {
	files map[scene.Font]*scene.FontFile
	open  map[scene.Font]*face
	order []*face
}

func newFaces(files []scene.FontFile) *faces {
	fs := &faces{files: make(map[scene.Font]*scene.FontFile, len(files)), open: map[scene.Font]*face{}}
	for i := range files {
		fs.files[files[i].Font] = &files[i]
	}
	return fs
}

func (fs *faces) get(f scene.Font) (*face, error) {
	if fc := fs.open[f]; fc != nil {
		return fc, nil
	}
	file := fs.files[f]
	if file == nil {
		return nil, fmt.Errorf("the deck has no file for face %q", f)
	}
	fc, err := openFace(*file)
	if err != nil {
		return nil, fmt.Errorf("face %s: %w", f, err)
	}
	fs.order = append(fs.order, fc)
	fc.res = len(fs.order)
	fs.open[f] = fc
	return fc, nil
}

// embedded is a face as the file will hold it.
type embedded struct {
	face *face
	name string // ABCDEF+PostScriptName
}

// embed hands the subsets to fpdf as simple TrueType faces, which it stores without parsing them: its own path for
// Unicode faces unpacks whole files (half a megabyte of widths a face), panics above U+FFFF and prints to standard output.
// finish.go turns the simple font objects into composite ones.
func embed(doc *fpdf.Fpdf, fs *faces, z *deflater) ([]embedded, error) {
	fonts := make([]embedded, 0, len(fs.order))
	for _, fc := range fs.order {
		data, err := fc.subset()
		if err != nil {
			return nil, err
		}
		e := embedded{fc, subsetName(fc, data)}
		def, err := json.Marshal(map[string]any{
			"Tp": "TrueType", "Name": e.name, "Cw": make([]int, 256), "File": e.name + ".z", "OriginalSize": len(data),
		})
		if err != nil {
			return nil, err
		}
		doc.AddFontFromBytes(string(fc.font), "", def, z.deflate(data))
		if err := doc.Error(); err != nil {
			return nil, fmt.Errorf("embed face %s: %w", fc.font, err)
		}
		fonts = append(fonts, e)
	}
	return fonts, nil
}

// subsetName is a face's name with a tag made of what the subset holds.
func subsetName(fc *face, data []byte) string {
	sum := sha256.Sum256(data)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag) + "+" + fc.ps
}

// fontDict is the composite font whose codes are glyph numbers of the subset.
func (e *embedded) fontDict(descendant, toUnicode int) string {
	return fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		e.name, descendant, toUnicode)
}

func (e *embedded) descendantDict(descriptor int) string {
	b := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"+
		"/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %d 0 R/DW 0/W[0[", e.name, descriptor)
	for i, u := range e.face.used {
		if i > 0 {
			b = append(b, ' ')
		}
		b = fmt.Append(b, u.width)
	}
	return string(append(b, "]]>>"...))
}

// descriptorDict states the face's metrics in em/1000.
func (e *embedded) descriptorDict(file int) string {
	t, f := e.face.Table, e.face.file
	em := func(name string, at int) int {
		return int(math.Round(float64(int16(truetype.U16(t[name], at))) * 1000 / float64(e.face.Em)))
	}
	cap := em("hhea", 4)
	if os2 := t["OS/2"]; len(os2) >= 90 && truetype.U16(os2, 0) >= 2 {
		cap = em("OS/2", 88)
	}
	angle := float64(int32(truetype.U32(t["post"], 4))) / 65536
	flags := 4 // symbolic: the codes are the subset's own
	if f.Italic || angle != 0 {
		flags |= 64
	}
	// Stems thicken with the weight; viewers use the number only where they must replace the face.
	stem := 50 + int(math.Pow(float64(f.Weight)/65, 2))
	return fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %g/Ascent %d/Descent %d"+
		"/CapHeight %d/StemV %d/FontFile2 %d 0 R>>", e.name, flags, em("head", 36), em("head", 38), em("head", 40),
		em("head", 42), math.Round(angle*100)/100, em("hhea", 4), em("hhea", 6), cap, stem, file)
}

// toUnicode says which character each code stands for, so that text can be found and copied. No-break blanks and hyphens
// become plain ones: nobody types them into a search field.
func (e *embedded) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	chars := e.face.used[1:]
	for from := 0; from < len(chars); from += 100 { // the most that one block may hold
		block := chars[from:min(from+100, len(chars))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, u := range block {
			fmt.Fprintf(&b, "<%04X> <", from+i+1)
			for _, unit := range utf16.Encode([]rune{plain(u.char)}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// utf16be is a text string as PDF wants it outside ASCII.
func utf16be(s string) string {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}
