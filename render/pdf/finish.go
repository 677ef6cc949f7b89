package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"roadshow/scene"
)

// repairs are what the finished file needs besides fpdf's output.
type repairs struct {
	deck    *scene.Deck
	date    time.Time
	promise Standard
	targets map[string]target
	fonts   []embedded
	links   [][]*link
	tags    *tags
	forms   []*form // drawings that pages share
	photos  []photo
	deflate *deflater
}

// object is one of the file's objects: what stands between "obj" and "endobj", with its stream apart.
type object struct {
	dict   []byte
	stream []byte // nil: none
}

var errOutput = errors.New("unexpected output of fpdf")

// finish rewrites what fpdf wrote. fpdf numbers its objects so that 1 is the page tree, 2 the resources, then page and
// content alternate from 3, and the last two are the information dictionary and the catalog; anything else is an error here
// rather than a damaged file later.
func finish(raw []byte, r *repairs) (*file, error) {
	objects, err := split(raw)
	if err != nil {
		return nil, err
	}
	f := &file{objects: objects, repairs: r}
	for _, step := range []func() error{f.fontObjects, f.formObjects, f.pages, f.outline, f.info, f.catalog, f.annotations} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// split reads a classical cross-reference table and cuts the file into its objects, numbered from 1.
func split(raw []byte) ([]object, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", errOutput)
	}
	start, err := strconv.Atoi(strings.TrimSpace(string(bytes.TrimSuffix(raw[at+10:], []byte("%%EOF\n")))))
	if err != nil || start < 0 || start >= len(raw) || !bytes.HasPrefix(raw[start:], []byte("xref\n0 ")) {
		return nil, fmt.Errorf("%w: no cross-reference table", errOutput)
	}
	lines := raw[start+7:]
	end := bytes.IndexByte(lines, '\n')
	n, err := strconv.Atoi(string(lines[:max(0, end)]))
	if err != nil || n < 5 || len(lines) < end+1+20*n {
		return nil, fmt.Errorf("%w: cross-reference table", errOutput)
	}
	entries := lines[end+1:]
	offsets := make([]int, n+1)
	for i := 1; i < n; i++ {
		if offsets[i], err = strconv.Atoi(string(entries[20*i : 20*i+10])); err != nil || offsets[i] >= start {
			return nil, fmt.Errorf("%w: offset of object %d", errOutput, i)
		}
	}
	order := slices.Clone(offsets[1:n])
	slices.Sort(order)
	objects := make([]object, n)
	for i := 1; i < n; i++ {
		next := start
		if k, _ := slices.BinarySearch(order, offsets[i]); k+1 < len(order) {
			next = order[k+1]
		}
		body, ok := bytes.CutPrefix(raw[offsets[i]:next], fmt.Appendf(nil, "%d 0 obj\n", i))
		if ok {
			body, ok = bytes.CutSuffix(body, []byte("endobj\n"))
		}
		if !ok {
			return nil, fmt.Errorf("%w: object %d", errOutput, i)
		}
		objects[i].dict = bytes.TrimSpace(body)
		if k := bytes.Index(body, []byte(">>\nstream\n")); k >= 0 {
			stream, ok := bytes.CutSuffix(body[k+10:], []byte("\nendstream\n"))
			if !ok {
				return nil, fmt.Errorf("%w: stream of object %d", errOutput, i)
			}
			objects[i] = object{dict: body[:k+2], stream: stream}
		}
	}
	return objects, nil
}

// file is the document while it is repaired.
type file struct {
	*repairs
	objects []object // by number; 0 is unused
	last    int      // number of the catalog before objects were added
}

// add appends an object and returns its number.
func (f *file) add(dict string, stream []byte) int {
	f.objects = append(f.objects, object{dict: []byte(dict), stream: stream})
	return len(f.objects) - 1
}

// Places of fpdf's fixed objects.
const (
	pageTree  = 1
	resources = 2
	firstPage = 3 // then content, page, content …
)

func pageObject(page int) int { return firstPage + 2*page }

// fontObjects makes composite fonts of the simple ones: fpdf wrote a font, its widths and its descriptor in this order.
func (f *file) fontObjects() error {
	f.last = len(f.objects) - 1
	dict := []byte("/Font <<\n")
	for i := range f.fonts {
		e := &f.fonts[i]
		font := 0
		for n := range f.objects {
			if bytes.Contains(f.objects[n].dict, []byte("/BaseFont /"+e.name+"\n")) {
				font = n
				break
			}
		}
		if font == 0 || font+2 > f.last || !bytes.Contains(f.objects[font+2].dict, []byte("/FontFile2 ")) {
			return fmt.Errorf("%w: font %s", errOutput, e.name)
		}
		_, ref, _ := bytes.Cut(f.objects[font+2].dict, []byte("/FontFile2 "))
		number, _, _ := bytes.Cut(ref, []byte(" "))
		data, err := strconv.Atoi(string(number))
		if err != nil || data <= 0 || data > f.last || f.objects[data].stream == nil {
			return fmt.Errorf("%w: file of font %s", errOutput, e.name)
		}
		unicode := f.add("<<>>", e.toUnicode())
		f.objects[font].dict = []byte(e.fontDict(font+1, unicode))
		f.objects[font+1].dict = []byte(e.descendantDict(font + 2))
		f.objects[font+2].dict = []byte(e.descriptorDict(data))
		dict = append(dict, e.face.entry(font)...)
	}
	before, rest, ok := bytes.Cut(f.objects[resources].dict, []byte("/Font <<\n"))
	_, after, ok2 := bytes.Cut(rest, []byte(">>\n"))
	if !ok || !ok2 {
		return fmt.Errorf("%w: resources", errOutput)
	}
	f.objects[resources].dict = slices.Concat(before, dict, []byte(">>\n"), after)
	return nil
}

// pages writes the page objects anew, with their links.
func (f *file) pages() error {
	for i := range f.deck.Pages {
		n := pageObject(i)
		if n+1 > f.last || !bytes.HasPrefix(f.objects[n].dict, []byte("<</Type /Page\n")) || f.objects[n+1].stream == nil {
			return fmt.Errorf("%w: page %d", errOutput, i+1)
		}
		dict := fmt.Sprintf("<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S", pageTree, resources, n+1, i)
		if len(f.links[i]) > 0 {
			dict += "/Annots["
			for _, k := range f.links[i] {
				k.object = f.add("", nil) // annotations writes it
				dict += fmt.Sprintf("%d 0 R ", k.object)
			}
			dict += "]"
		}
		f.objects[n].dict = []byte(dict + ">>")
	}
	return nil
}

// annotations writes the links, whose places in the structure are known by now.
func (f *file) annotations() error {
	for _, page := range f.links {
		for _, k := range page {
			f.objects[k.object].dict = []byte(f.annotation(k))
		}
	}
	return nil
}

// annotation is a link's dictionary: no border, printed like the page (flag 4, which PDF/A asks for).
func (f *file) annotation(l *link) string {
	b, h := l.box, f.deck.Size.H
	s := fmt.Sprintf("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/Contents%s",
		b.X, h-b.Bottom(), b.Right(), h-b.Y, text(l.alt))
	if l.tagged {
		s += fmt.Sprintf("/StructParent %d", l.key)
	}
	if l.to != nil {
		return s + fmt.Sprintf("/Dest[%d 0 R/XYZ 0 %.2f null]>>", pageObject(l.to.page), min(h, h-l.to.top+8))
	}
	return s + fmt.Sprintf("/A<</S/URI/URI(%s)>>>>", l.uri)
}

// outline counts each bookmark's children, which stay folded: fpdf states a count of 0 even where there are some.
func (f *file) outline() error {
	n := len(f.deck.Bookmarks)
	if n == 0 {
		return nil
	}
	first := slices.IndexFunc(f.objects, func(o object) bool { return bytes.HasPrefix(o.dict, []byte("<</Title ")) })
	if first < 0 || first+n > f.last {
		return fmt.Errorf("%w: bookmarks", errOutput)
	}
	children := map[string]int{}
	for k := range n {
		_, parent, _ := bytes.Cut(f.objects[first+k].dict, []byte("\n/Parent "))
		number, _, _ := bytes.Cut(parent, []byte(" 0 R\n"))
		children[string(number)]++
	}
	for k := range n + 1 { // the root stands after its bookmarks
		o := &f.objects[first+k]
		body, ok := bytes.CutSuffix(o.dict, []byte(">>"))
		if ok && k < n {
			body, ok = bytes.CutSuffix(body, []byte("\n/Count 0"))
		}
		if !ok {
			return fmt.Errorf("%w: bookmark %d", errOutput, k)
		}
		count := children[strconv.Itoa(first+k)]
		if k < n {
			count = -count // folded
		}
		if count != 0 {
			body = fmt.Appendf(body[:len(body):len(body)], "/Count %d", count)
		}
		o.dict = append(body[:len(body):len(body)], ">>"...)
	}
	return nil
}

// info states the dates with their zone, or leaves them out where nobody gave one.
func (f *file) info() error {
	o := &f.objects[f.last-1]
	at := bytes.LastIndex(o.dict, []byte("/CreationDate ("))
	if at < 0 {
		return fmt.Errorf("%w: information dictionary", errOutput)
	}
	dates := ""
	if !f.date.IsZero() {
		d := f.date.Format("(D:20060102150405Z)")
		dates = "/CreationDate " + d + "/ModDate " + d
	}
	o.dict = append(o.dict[:at:at], dates+">>"...)
	return nil
}

// catalog drops the empty tree of attachments and says how to open and read the file, and what it promises to be.
func (f *file) catalog() error {
	root := f.tags.write(f) // adds objects: no pointer to one may be held across it
	o := &f.objects[f.last]
	before, _, ok := bytes.Cut(o.dict, []byte("/Names <<"))
	if !ok || !bytes.Contains(before, []byte("/Type /Catalog")) {
		return fmt.Errorf("%w: catalog", errOutput)
	}
	dict := string(bytes.TrimSpace(before))
	if lang := f.deck.Meta.Language; lang != "" {
		dict += "/Lang" + text(lang)
	}
	dict += f.labels() + f.destinations() + f.archive()
	// Objects may have been added: the catalog is looked up anew.
	f.objects[f.last].dict = fmt.Appendf(nil, "%s/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R>>",
		dict, root)
	return nil
}

// archive adds what the file says of itself in XMP, and the profile that its colours are meant in.
func (f *file) archive() string {
	packet := metadata(f.deck.Meta, f.date, f.promise)
	entries := fmt.Sprintf("/Metadata %d 0 R", f.add(fmt.Sprintf("%s/Length %d>>", metadataStream, len(packet)), packet))
	if f.promise.Level() == "" {
		return entries
	}
	profile := f.deflate.deflate(srgb())
	return entries + fmt.Sprintf("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]",
		f.add(fmt.Sprintf("<</N 3/Filter/FlateDecode/Length %d>>", len(profile)), profile))
}

// metadataStream is how the dictionary of the one stream begins that stays as it is.
const metadataStream = "<</Type/Metadata/Subtype/XML"

// compress deflates every stream that is not yet compressed, of those that are chosen.
func (f *file) compress(chosen func(n int) bool) {
	var plain []*object
	var streams []*[]byte
	for n := range f.objects {
		if o := &f.objects[n]; o.stream != nil && chosen(n) && !bytes.Contains(o.dict, []byte("/Filter")) && !bytes.HasPrefix(o.dict, []byte(metadataStream)) {
			plain, streams = append(plain, o), append(streams, &o.stream)
		}
	}
	f.deflate.all(streams)
	for _, o := range plain {
		o.dict = fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d>>", len(o.stream))
	}
}

// text is a text string object.
func text(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	fmt.Fprintf(&b, "%X", utf16be(s))
	b.WriteByte('>')
	return b.String()
}
