package pdftest

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Font is an embedded composite font.
type Font struct {
	Name    string // "ABCDEF+SourceSerif4-Light"
	Widths  map[int]float64
	Unicode map[int]string
	File    []byte // the TrueType subset
}

// Face is the name without the subset's tag.
func (f *Font) Face() string {
	_, face, _ := strings.Cut(f.Name, "+")
	return face
}

// font reads a font of the resources; one that is not embedded, or that cannot be searched, is an error.
func (f *File) font(v any) (*Font, error) {
	d, err := f.dict(v)
	if err != nil {
		return nil, err
	}
	if d["Subtype"] != Name("Type0") || d["Encoding"] != Name("Identity-H") {
		return nil, fmt.Errorf("font of kind %v, encoding %v", d["Subtype"], d["Encoding"])
	}
	base, _ := d["BaseFont"].(Name)
	if i := strings.IndexByte(string(base), '+'); i != 6 {
		return nil, fmt.Errorf("font %s is no subset", base)
	}
	for _, known := range f.Fonts {
		if known.Name == string(base) {
			return known, nil
		}
	}
	kids, _ := f.Get(d["DescendantFonts"]).(Array)
	if len(kids) != 1 {
		return nil, fmt.Errorf("font %s has %d descendants", base, len(kids))
	}
	cid, err := f.dict(kids[0])
	if err != nil || cid["BaseFont"] != base || cid["CIDToGIDMap"] != Name("Identity") {
		return nil, fmt.Errorf("font %s: descendant %v", base, cid)
	}
	desc, err := f.dict(cid["FontDescriptor"])
	if err != nil || desc["FontName"] != base {
		return nil, fmt.Errorf("font %s: descriptor", base)
	}
	file, ok := f.Get(desc["FontFile2"]).(Stream)
	if !ok || file.Dict["Length1"] != float64(len(file.Data)) {
		return nil, fmt.Errorf("font %s is not embedded", base)
	}
	font := &Font{Name: string(base), Widths: map[int]float64{}, Unicode: map[int]string{}, File: file.Data}
	w, _ := f.Get(cid["W"]).(Array)
	if len(w)%2 != 0 {
		return nil, fmt.Errorf("font %s: widths", base)
	}
	for i := 0; i+1 < len(w); i += 2 {
		first, ok1 := w[i].(float64)
		list, ok2 := w[i+1].(Array)
		if !ok1 || !ok2 {
			return nil, fmt.Errorf("font %s: widths %v", base, w[i])
		}
		for k := range list {
			if font.Widths[int(first)+k], ok = list[k].(float64); !ok {
				return nil, fmt.Errorf("font %s: width %v", base, list[k])
			}
		}
	}
	cmap, ok := f.Get(d["ToUnicode"]).(Stream)
	if !ok {
		return nil, fmt.Errorf("font %s cannot be searched", base)
	}
	if err := font.readUnicode(cmap.Data); err != nil {
		return nil, fmt.Errorf("font %s: %w", base, err)
	}
	f.Fonts = append(f.Fonts, font)
	return font, nil
}

func (font *Font) readUnicode(data []byte) error {
	if !bytes.HasPrefix(data, []byte("/CIDInit /ProcSet findresource begin")) {
		return fmt.Errorf("not a CMap")
	}
	l := &lexer{data: data}
	var stack []any
	for {
		v, err := l.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch v {
		case operator("beginbfchar"):
			var n float64
			if len(stack) > 0 {
				n, _ = stack[len(stack)-1].(float64)
			}
			if n < 1 || n > 100 {
				return fmt.Errorf("a block of %v characters", n)
			}
			stack = stack[:0]
		case operator("endbfchar"):
			for i := 0; i+1 < len(stack); i += 2 {
				code, ok1 := stack[i].(String)
				char, ok2 := stack[i+1].(String)
				if !ok1 || !ok2 || len(code) != 2 || len(char) < 2 {
					return fmt.Errorf("entry %v %v", stack[i], stack[i+1])
				}
				cid := int(code[0])<<8 | int(code[1])
				if _, twice := font.Unicode[cid]; twice {
					return fmt.Errorf("code %d stands twice", cid)
				}
				font.Unicode[cid] = ("\xFE\xFF" + char).Text()
			}
			stack = stack[:0]
		default:
			stack = append(stack, v)
		}
	}
}
