package scene

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	ink   = Color{Token: "text", R: 20, G: 20, B: 20}
	paper = Color{Token: "background", R: 255, G: 252, B: 245}
	deep  = Color{Token: "accent", R: 120, G: 20, B: 30}
	white = Color{Token: "on-accent", R: 255, G: 255, B: 255}
	pale  = Color{Token: "rule", R: 210, G: 205, B: 200}
)

// says sets one line; every character is half an em wide.
func says(id string, x, baseline, size Pt, words string) *Text {
	n := utf8.RuneCountInString(words)
	r := Run{Text: words, Font: Sans, Size: size, Color: ink, X: x, Width: Pt(n) * size / 2, Adv: make([]int16, n)}
	for i := range r.Adv {
		r.Adv[i] = 500
	}
	return &Text{ID: id, Role: RoleBody, Frame: Rect{x, baseline - size, r.Width, 1.4 * size}, Lines: []Line{{Baseline: baseline, Runs: []Run{r}}}}
}

func (t *Text) as(r Role) *Text     { t.Role = r; return t }
func (t *Text) in(c Color) *Text    { t.Lines[0].Runs[0].Color = c; return t }
func (t *Text) face(f Font) *Text   { t.Lines[0].Runs[0].Font = f; return t }
func (t *Text) link(s string) *Text { t.Lines[0].Runs[0].Link = s; return t }

func page(items ...Item) *Deck {
	return &Deck{Medium: Document, Size: A4, Pages: []Page{{ID: "p", Number: 1, Background: paper, Items: items}}}
}

func box(x, y, w, h Pt, c Color) *Shape {
	return &Shape{Path: RectPath(Rect{x, y, w, h}), Fill: Paint{Color: c}}
}

// exhibit is a sound group: caption, chart, source.
func exhibit(id string, y Pt) *Group {
	return &Group{ID: id, Role: RoleExhibit, Alt: "bars", Items: []Item{
		says("", 54, y, 9, "Exhibit 1").as(RoleCaption),
		&Chart{ID: id + "/chart", Alt: "bars", Frame: Rect{54, y + 10, 200, 100}, Drawing: []Item{
			box(60, y+40, 40, 60, deep), says("", 64, y+60, 9, "70%").in(white).as(RoleLabel),
			says("", 60, y+110, 8, "2023").as(RoleLabel), says("", 60+16+3.2, y+110, 8, "24").as(RoleLabel)}},
		says("", 54, y+130, 7.6, "Source: filings").as(RoleSource)}}
}

func kinds(fs []Fault) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Kind)
	}
	return strings.Join(out, " ")
}

func TestAnHonestPageHasNoFaults(t *testing.T) {
	clip := Rect{0, 0, 595, 842}
	d := page(
		says("h", 54, 96, 27, "The price of a call").as(RoleTitle),
		says("q", 40, 150, 34, "“").as(RoleOrnament), says("a", 42, 150, 10.4, "stands beneath the mark"),
		exhibit("e1", 200),
		&Group{Role: RoleBlock, Clip: &clip, Items: []Item{box(54, 400, 200, 40, deep), says("on", 60, 425, 10, "white on accent").in(white)}},
		&Table{ID: "t", Part: [2]int{1, 2}, Columns: make([]Column, 2), Rows: [][]Cell{{{Text: *says("", 54, 500, 8.6, "cell").as(RoleCell), Fill: white},
			{Text: *says("", 54+17.2+4.5, 500, 8.6, "next").as(RoleCell)}}}},
		says("b", 54, 600, 10.4, "end ").link("#h"), says("c", 54+3*5.2+6.1, 600, 10.4, "six points on").link("#p"),
		says("w", 54, 650, 10.4, "web").link("https://example.org"),
	)
	d.Bookmarks = []Bookmark{{Title: "H", Target: "h"}, {Title: "P", Target: "p"}}
	d.Pages = append(d.Pages, Page{ID: "p2", Background: paper, Items: []Item{&Table{ID: "t", Part: [2]int{2, 2}}}})
	for _, f := range Check(d, CheckOptions{}) {
		t.Error(f)
	}
}

func TestEveryFaultIsFound(t *testing.T) {
	inf := Pt(math.Inf(1))
	nan := Pt(math.NaN())
	half := box(54, 90, 30, 30, deep)
	shade := box(54, 90, 100, 30, Color{Token: "bar", R: 90, G: 90, B: 90})
	shade.Fill.To = ink
	clip := Rect{54, 90, 20, 20}
	noSource := exhibit("x", 100)
	noSource.Items = noSource.Items[:2]
	noAlt := exhibit("x", 100)
	noAlt.Alt = " "
	noAlt.Items[1].(*Chart).Alt = ""
	frameless := says("x", 54, 100, 10, "words that run on")
	frameless.Frame.W -= 5
	low := says("x", 54, 100, 10, "words")
	low.Frame.H = 5
	tight := says("x", 54, 100, 10, "first")
	tight.Frame.H = 40
	tight.Lines = append(tight.Lines, says("", 54, 107, 10, "again").Lines...)
	raised := says("x", 54, 100, 7.5, "1")
	raised.Lines[0].Runs[0].Rise, raised.Lines[0].Runs[0].Size = 3, 4
	for name, c := range map[string]struct {
		items []Item
		want  string
		says  string
	}{
		"two texts on one spot":     {[]Item{says("a", 54, 100, 10, "words"), says("b", 60, 104, 10, "words")}, FaultOverlap, "share"},
		"lines of one text":         {[]Item{tight}, FaultOverlap, "line"},
		"five points apart":         {[]Item{says("a", 54, 100, 10, "word"), says("b", 54+20+5, 100, 10, "word")}, FaultGap, "5.0 pt"},
		"a row without its corner":  {[]Item{&Table{ID: "t", Columns: make([]Column, 2), Head: [][]Cell{{{Span: 2}}}, Rows: [][]Cell{{{}}}}}, FaultTable, "row 1 has 1 columns, the table has 2"},
		"cells three points apart":  {[]Item{&Table{Columns: make([]Column, 2), Rows: [][]Cell{{{Text: *says("", 54, 100, 10, "word")}, {Text: *says("", 77, 100, 10, "word")}}}}}, FaultGap, "least is 4"},
		"beyond the edge":           {[]Item{says("a", 20, 100, 10, "word")}, FaultSafe, "safe"},
		"below the foot":            {[]Item{says("a", 54, 830, 10, "word")}, FaultSafe, "safe"},
		"wider than its frame":      {[]Item{frameless}, FaultFrame, "leaves its frame"},
		"lower than its frame":      {[]Item{low}, FaultFrame, "leaves its frame"},
		"cut by a clip":             {[]Item{&Group{Clip: &clip, Items: []Item{says("a", 54, 100, 10, "long words")}}}, FaultFrame, "clip"},
		"pale on paper":             {[]Item{says("a", 54, 100, 10, "word").in(pale)}, FaultContrast, "rule on background"},
		"dark on a fill":            {[]Item{box(50, 80, 100, 40, deep), says("a", 54, 100, 10, "word")}, FaultContrast, "text on accent"},
		"half on a fill":            {[]Item{half, says("a", 54, 105, 10, "words in ink")}, FaultContrast, "text on accent"},
		"dark end of a gradient":    {[]Item{shade, says("a", 54, 105, 10, "words run over it all").in(white), says("b", 54, 200, 9, "x")}, "", ""},
		"dark words on a gradient":  {[]Item{shade, says("a", 54, 105, 10, "words run over it all")}, FaultContrast, "bar→text"},
		"in a circle":               {[]Item{&Shape{Path: CirclePath(100, 100, 20), Fill: Paint{Color: deep}}, says("a", 95, 103, 10, "1")}, FaultContrast, "accent"},
		"no colour":                 {[]Item{says("a", 54, 100, 10, "word").in(Color{})}, FaultContrast, "no colour"},
		"on a picture":              {[]Item{&Image{Frame: Rect{40, 80, 100, 50}}, says("a", 54, 100, 10, "word")}, FaultContrast, "picture"},
		"painted over":              {[]Item{says("a", 54, 100, 10, "word"), box(50, 80, 100, 40, deep)}, FaultCovered, "painted over"},
		"too small":                 {[]Item{says("a", 54, 100, 7.1, "word")}, FaultSize, "7.10"},
		"Chinese too small":         {[]Item{says("a", 54, 100, 6.7, "岂凡超").face(HanSans)}, FaultSize, "7.13"},
		"superscript too small":     {[]Item{raised}, FaultSize, "4.5"},
		"exhibit without source":    {[]Item{noSource}, FaultSource, "no source"},
		"exhibit without alt":       {[]Item{noAlt}, FaultAlt + " " + FaultAlt, "alt"},
		"chart without an exhibit":  {[]Item{&Chart{ID: "c", Alt: "a"}}, FaultSource, "no exhibit"},
		"id twice":                  {[]Item{says("a", 54, 100, 10, "word"), &Group{ID: "a"}}, FaultID, "page 1 too"},
		"link to nowhere":           {[]Item{says("a", 54, 100, 10, "word").link("#b")}, FaultLink, "#b"},
		"text at NaN":               {[]Item{says("a", nan, 100, 10, "word")}, FaultNumber, "NaN"},
		"text infinitely high":      {[]Item{says("a", 54, 100, inf, "word")}, FaultNumber, "Inf"},
		"path to infinity":          {[]Item{&Shape{Path: LinePath(Point{0, inf})}}, FaultNumber, "Inf"},
		"endless dash":              {[]Item{&Shape{Path: LinePath(Point{0, 1}), Stroke: Stroke{Dash: []Pt{inf}}}}, FaultNumber, "Inf"},
		"picture at NaN":            {[]Item{&Image{Frame: Rect{X: nan}}}, FaultNumber, "NaN"},
		"clip at NaN":               {[]Item{&Group{Clip: &Rect{X: nan}}}, FaultNumber, "NaN"},
		"large text may be paler":   {[]Item{says("a", 54, 100, 18, "word").in(Color{"muted", 130, 130, 130})}, "", ""},
		"the same colour is no 4.5": {[]Item{says("a", 54, 100, 17, "word").in(Color{"muted", 130, 130, 130})}, FaultContrast, "least is 4.5"},
	} {
		t.Run(name, func(t *testing.T) {
			fs := Check(page(c.items...), CheckOptions{})
			if kinds(fs) != c.want {
				t.Fatalf("found %v, want %q", fs, c.want)
			}
			if len(fs) > 0 && (!strings.Contains(fs[0].String(), c.says) || fs[0].Page != 1) {
				t.Errorf("%v does not say %q", fs[0], c.says)
			}
		})
	}
}

func TestSlidesHaveTheirOwnMeasures(t *testing.T) {
	d := page(says("a", 48, 522, 10, "footer"), says("b", 48, 300, 9.9, "small"))
	d.Medium, d.Size = Slides, Slide169
	if got := kinds(Check(d, CheckOptions{})); got != FaultSize {
		t.Errorf("found %q", got)
	}
	d.Pages[0].Items = []Item{says("a", 48, 525, 10, "low")}
	if got := kinds(Check(d, CheckOptions{})); got != FaultSafe {
		t.Errorf("found %q", got)
	}
}

func TestBlanksAtTheEndsTakeNoRoom(t *testing.T) {
	a, b := says("a", 54, 100, 10, "word    "), says("b", 54+20+7, 100, 10, "word")
	if fs := Check(page(a, b), CheckOptions{}); len(fs) != 0 {
		t.Error(fs)
	}
	if fs := Check(page(says("a", 20, 100, 10, "   ")), CheckOptions{}); len(fs) != 0 {
		t.Error(fs)
	}
}

func TestUnknownBookmarksAndLimitsAndSkips(t *testing.T) {
	d := page(says("a", 20, 100, 5, "word"))
	d.Bookmarks = []Bookmark{{Title: "Q", Target: "q"}}
	if got := kinds(Check(d, CheckOptions{})); got != "link size safe" {
		t.Errorf("found %q", got)
	}
	if fs := Check(d, CheckOptions{Limit: 1}); len(fs) != 1 {
		t.Errorf("found %v", fs)
	}
	if got := kinds(Check(d, CheckOptions{Skip: map[string]bool{FaultSize: true, FaultLink: true}})); got != FaultSafe {
		t.Errorf("found %q", got)
	}
}

func TestTheReportHoldsWhatWasMeasured(t *testing.T) {
	d := page(says("a", 54, 100, 10, "word"), says("b", 54+20+9, 100, 7.6, "word"), says("c", 20, 200, 12, "out"))
	r := Examine(d, CheckOptions{})
	p := r.Pages[0]
	if p.Texts != 3 || p.Lines != 3 || p.Smallest != 7.6 || p.Faults != 1 || math.Abs(float64(p.Gap-9)) > 1e-9 || p.Contrast < 15 {
		t.Errorf("measured %+v", p)
	}
	var out bytes.Buffer
	if err := r.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"smallest", "7.6", "9.0", "page 1: safe: c:"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestPathsHoldTheirInside(t *testing.T) {
	ring := CirclePath(50, 50, 40)
	hole := PolygonPath(Point{40, 40}, Point{40, 60}, Point{60, 60}, Point{60, 40}) // the other way round
	ring.Ops, ring.Pts = append(ring.Ops, hole.Ops...), append(ring.Pts, hole.Pts...)
	for p, want := range map[Point]bool{{50, 50}: false, {50, 20}: true, {80, 50}: true, {85, 85}: false, {9, 50}: false, {35, 35}: true} {
		if ring.holds(p) != want {
			t.Errorf("%v inside: %v", p, !want)
		}
	}
	if open := LinePath(Point{0, 0}, Point{10, 0}, Point{10, 10}); !open.holds(Point{8, 4}) {
		t.Error("an open path is filled as if closed")
	}
	if cut := (&Path{Ops: []Op{MoveTo, CurveTo}, Pts: []Point{{}}}); cut.holds(Point{1, 1}) {
		t.Error("a path cut short holds a point")
	}
}

func TestContrastFollowsWCAG(t *testing.T) {
	if v := Contrast(Color{"x", 0, 0, 0}, white); math.Abs(v-21) > 1e-9 {
		t.Errorf("black on white %v", v)
	}
	if v := Contrast(Color{"x", 0x76, 0x76, 0x76}, white); math.Abs(v-4.54) > 0.005 {
		t.Errorf("#767676 on white %v", v)
	}
}

func BenchmarkCheckTwoHundredPages(b *testing.B) {
	d := &Deck{Medium: Document, Size: A4}
	for i := range 200 {
		p := Page{ID: fmt.Sprint(i), Background: paper}
		for k := range 45 {
			p.Items = append(p.Items, says(fmt.Sprintf("%d.%d", i, k), 54, 60+Pt(k)*16, 10.4, "words enough to fill a line of a document"))
		}
		for k := range 60 {
			p.Items = append(p.Items, box(300+Pt(k)*4, 700, 3, Pt(k), deep))
		}
		d.Pages = append(d.Pages, p)
	}
	for b.Loop() {
		if fs := Check(d, CheckOptions{}); len(fs) != 0 {
			b.Fatal(fs[0])
		}
	}
}
