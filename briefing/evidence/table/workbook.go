package table

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/internal/xmlscan"
)

// workbook is an XLSX file (ECMA-376 part 1, 18): its sheets in order, its number formats and its strings. Only the parts that
// the table asked for needs are unpacked, each read as a stream, so that a limit counts what is asked for. Libraries that load
// a whole workbook say neither of what type a stored cell is nor what is hidden before they have filled its gaps.
type workbook struct {
	*reader
	parts    map[string]*zip.File // by name in small letters: writers differ in case
	sheets   []sheetPart
	date1904 bool
	strings  []string // shared by the cells
	text     []byte   // that is being read
	formats  []cellFormat
}

// sheetPart is one sheet as the workbook lists it.
type sheetPart struct {
	name   string
	part   string
	hidden bool
	cells  bool // a sheet of cells: a sheet may be a chart
}

// openWorkbook checks sizes before anything is unpacked: the declared ones bind, for archive/zip stops a part that is longer.
func (r *reader) openWorkbook(data string) *workbook {
	if strings.HasPrefix(data, "\xd0\xcf\x11\xe0") {
		r.fail(r.at, "save it as XLSX without a password", r.name+" is an old or a protected workbook")
		return nil
	}
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		r.fail(r.at, "open it and save it again as XLSX", r.name+" is no XLSX file")
		return nil
	}
	if len(z.File) > limits.Parts.N() {
		r.limit(limits.Parts)
		return nil
	}
	w := &workbook{reader: r, parts: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, part := range z.File {
		total += min(part.UncompressedSize64, math.MaxUint32*4)
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/"))
		if w.parts[name] == nil {
			w.parts[name] = part
		}
	}
	if total > uint64(limits.Unzipped.N()) {
		r.limit(limits.Unzipped)
		return nil
	}
	if !w.contents() {
		return nil
	}
	return w
}

// contents reads the list of sheets and where they stand.
func (w *workbook) contents() bool {
	main := "xl/workbook.xml"
	for _, to := range w.relations("") {
		if strings.HasSuffix(to.kind, "/officeDocument") {
			main = to.part
		}
	}
	targets := w.relations(main)
	err := w.stream(main, func(x *xmlscan.Scanner) error {
		switch string(x.Name()) {
		case "workbookPr":
			w.date1904 = flagOf(x.Attr("date1904"))
		case "sheet":
			s := sheetPart{name: x.Attr("name"), hidden: strings.HasSuffix(strings.ToLower(x.Attr("state")), "hidden")}
			for _, a := range x.Attrs() {
				if to, ok := targets[string(a.Value)]; ok && string(a.Name) == "id" && len(a.Prefix) > 0 {
					s.part, s.cells = to.part, strings.HasSuffix(to.kind, "/worksheet")
				}
			}
			w.sheets = append(w.sheets, s)
		}
		return nil
	})
	if err != nil {
		w.damaged(err)
		return false
	}
	if len(w.sheets) == 0 {
		w.fail(w.at, "", w.name+" has no sheets")
		return false
	}
	var styles, shared string
	for _, to := range targets {
		switch {
		case strings.HasSuffix(to.kind, "/styles"):
			styles = to.part
		case strings.HasSuffix(to.kind, "/sharedStrings"):
			shared = to.part
		}
	}
	if err := w.readStyles(styles); err != nil {
		w.damaged(err)
		return false
	}
	if err := w.readStrings(shared); err != nil {
		w.damaged(err)
		return false
	}
	return true
}

// relation is where a part points to.
type relation struct{ kind, part string }

// relations are what a part points to, by id. A part without relations has none.
func (w *workbook) relations(of string) map[string]relation {
	dir, base := path.Split(of)
	out := map[string]relation{}
	name := path.Join(dir, "_rels", base+".rels")
	if w.parts[strings.ToLower(name)] == nil {
		return out
	}
	_ = w.stream(name, func(x *xmlscan.Scanner) error {
		if string(x.Name()) != "Relationship" || x.Attr("TargetMode") == "External" || len(out) > limits.Parts.N() {
			return nil
		}
		to := strings.ReplaceAll(x.Attr("Target"), `\`, "/")
		if strings.HasPrefix(to, "/") {
			to = to[1:]
		} else {
			to = path.Join(dir, to)
		}
		out[x.Attr("Id")] = relation{x.Attr("Type"), to}
		return nil
	})
	return out
}

// sheet is the sheet asked for, else the first that a reader of the workbook sees.
func (w *workbook) sheet(want string, show HiddenCells) (s sheetPart, ok bool) {
	var names []string
	for _, s := range w.sheets {
		if want != "" && s.name == want {
			return s, w.mayShow(s, show)
		}
		if s.cells && !s.hidden {
			names = append(names, s.name)
		}
	}
	if want == "" {
		for _, s := range w.sheets {
			if s.cells && !s.hidden {
				return s, true
			}
		}
		w.fail(w.at, "unhide the sheet, or name it with `sheet` and set `hidden: include`", w.name+" has no visible sheet of cells")
		return s, false
	}
	for _, s := range w.sheets {
		if strings.EqualFold(strings.TrimSpace(s.name), strings.TrimSpace(want)) {
			return s, w.mayShow(s, show)
		}
	}
	hint := diag.DidYouMean(want, names)
	if hint == "" && len(names) > 0 {
		hint = "its sheets are " + strings.Join(names[:min(len(names), 8)], ", ")
	}
	w.fail(w.place("sheet"), hint, w.name+" has no sheet "+value.Quoted(want))
	return s, false
}

// mayShow refuses a sheet that its workbook hides, until the author says that it is meant.
func (w *workbook) mayShow(s sheetPart, show HiddenCells) bool {
	switch {
	case !s.cells:
		w.fail(w.place("sheet"), "", w.name+" has no sheet of cells named "+value.Quoted(s.name))
		return false
	case s.hidden && show != IncludeHidden:
		w.fail(w.place("sheet"), "unhide it in the workbook, or set `hidden: include`", "sheet "+value.Quoted(s.name)+" of "+w.name+" is hidden")
		return false
	}
	return true
}

// damaged says that a part cannot be read; limits say themselves what is wrong.
func (w *workbook) damaged(err error) {
	if w.problems == 0 {
		w.fail(w.at, "open it and save it again as XLSX", w.name+" is no workbook that can be read: "+err.Error())
	}
}

// stream calls element for each start of an element of a part, those of extensions apart; it may read on to that element's end.
func (w *workbook) stream(name string, element func(x *xmlscan.Scanner) error) error {
	part := w.parts[strings.ToLower(name)]
	if part == nil {
		return errPart(path.Base(name) + " is missing")
	}
	if part.UncompressedSize64 > uint64(limits.PartBytes.N()) {
		w.limit(limits.PartBytes)
		return errPart(path.Base(name) + " is too long")
	}
	data, err := unpacked(part)
	if err != nil {
		return errPart(path.Base(name) + " cannot be unpacked")
	}
	x, err := xmlscan.New(utf8XML(data))
	for err == nil {
		var kind xmlscan.Kind
		if kind, err = x.Next(); err != nil || kind != xmlscan.Start {
			continue
		}
		if string(x.Name()) == "extLst" { // extensions name their elements as the standard does: a second workbookPr without a date1904
			err = x.Skip()
			continue
		}
		if err := element(x); err != nil {
			return err
		}
	}
	if err != io.EOF {
		return errPart(path.Base(name) + " is damaged")
	}
	return nil
}

func unpacked(part *zip.File) ([]byte, error) {
	f, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, part.UncompressedSize64)
	if _, err = io.ReadFull(f, data); err != nil {
		return nil, err
	}
	_, err = f.Read(make([]byte, 1)) // the sum stands behind the last byte
	if err != io.EOF {
		return nil, err
	}
	return data, nil
}

type errPart string

func (e errPart) Error() string { return string(e) }

// utf8XML turns a part in UTF-16, which begins with its mark, or in the one other encoding that parts declare, into UTF-8.
func utf8XML(data []byte) []byte {
	decoder := (*encoding.Decoder)(nil)
	switch declared, _, _ := bytes.Cut(data[:min(len(data), 200)], []byte("?>")); {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case latin(declared):
		decoder = charmap.Windows1252.NewDecoder()
	default:
		return data
	}
	out, _ := decoder.Bytes(data) // what is no text of the encoding is seen as damaged then
	return out
}

// latin says that an XML declaration names an encoding of Western Europe.
func latin(declaration []byte) bool {
	_, name, ok := bytes.Cut(declaration, []byte("encoding="))
	name = bytes.ToLower(bytes.Trim(bytes.TrimSpace(name), "\"'"))
	return ok && bytes.HasPrefix(declaration, []byte("<?xml")) && slices.ContainsFunc([]string{"iso-8859-1", "latin1", "windows-1252"}, func(s string) bool { return bytes.HasPrefix(name, []byte(s)) })
}

func flagOf(s string) bool { return s == "1" || s == "true" || s == "on" }

// readStrings reads the strings that cells share. Rich text is its runs in order; phonetic readings are not part of it.
func (w *workbook) readStrings(part string) error {
	if part == "" || w.parts[strings.ToLower(part)] == nil {
		return nil
	}
	return w.stream(part, func(x *xmlscan.Scanner) error {
		if string(x.Name()) != "si" {
			return nil
		}
		s, err := w.richText(x)
		if err != nil {
			return err
		}
		if len(w.strings) >= limits.Cells.N() {
			w.limit(limits.Cells)
			return errPart("too many texts")
		}
		w.strings = append(w.strings, s)
		return nil
	})
}

// richText reads the text up to the end of the element at hand.
func (w *workbook) richText(x *xmlscan.Scanner) (string, error) {
	out, inText, phonetic := w.text[:0], false, 0
	for depth := 1; depth > 0; {
		kind, err := x.Next()
		if err != nil {
			return "", errPart("a text is damaged")
		}
		switch kind {
		case xmlscan.Start:
			depth++
			if string(x.Name()) == "rPh" {
				phonetic++
			}
			inText = string(x.Name()) == "t"
		case xmlscan.End:
			depth--
			if string(x.Name()) == "rPh" {
				phonetic--
			}
			inText = false
		case xmlscan.Text:
			if inText && phonetic == 0 {
				if len(out)+len(x.Text()) > limits.CellBytes.N() {
					w.limit(limits.CellBytes)
					return "", errPart("a text is too long")
				}
				out = append(out, x.Text()...)
			}
		}
	}
	w.text = out
	return unescapeX(string(out)), nil
}

// unescapeX reads _x000D_: how XML writes a character that it cannot hold (ECMA-376 part 1, 22.9.2.19).
func unescapeX(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		if len(s) >= at+7 && s[at+6] == '_' {
			n, ok := rune(0), true
			for _, c := range []byte(s[at+2 : at+6]) {
				v := strings.IndexByte("0123456789abcdef", c|0x20)
				if value.Digit(c) {
					v = int(c - '0')
				}
				ok = ok && v >= 0
				n = n<<4 | rune(v)
			}
			if ok {
				if n == '\r' || n < ' ' && n != '\n' && n != '\t' {
					n = ' '
				}
				b.WriteRune(n)
				s = s[at+7:]
				at = strings.Index(s, "_x")
				continue
			}
		}
		b.WriteString(s[at : at+2])
		s = s[at+2:]
		at = strings.Index(s, "_x")
	}
	b.WriteString(s)
	return b.String()
}

// readStyles reads the number format of every cell style: the code that the file gives to a number, whatever the number, else
// the code that every spreadsheet knows by it.
func (w *workbook) readStyles(part string) error {
	if part == "" || w.parts[strings.ToLower(part)] == nil {
		return nil
	}
	custom, section := map[string]string{}, ""
	known := map[string]cellFormat{}
	return w.stream(part, func(x *xmlscan.Scanner) error {
		switch string(x.Name()) {
		case "numFmts", "fonts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs": // dxfs hold formats of other numbers
			section = string(x.Name())
		case "numFmt":
			if section == "numFmts" && len(custom) < limits.Parts.N() {
				custom[x.Attr("numFmtId")] = x.Attr("formatCode")
			}
		case "xf":
			if section != "cellXfs" {
				return nil
			}
			id := x.Attr("numFmtId")
			f, ok := known[id]
			if !ok {
				code, named := custom[id]
				if !named {
					code = builtInFormat(id)
				}
				if len(code) > limits.NumberFormat.N() {
					w.limit(limits.NumberFormat)
					return errPart("a number format is too long")
				}
				f = readFormat(code)
				known[id] = f
			}
			if len(w.formats) >= limits.Styles.N() {
				w.limit(limits.Styles)
				return errPart("too many styles")
			}
			w.formats = append(w.formats, f)
		}
		return nil
	})
}
