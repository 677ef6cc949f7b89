package pptx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"roadshow/render/pptx/pptxtest"
	"roadshow/scene"
	"roadshow/typeset"
)

// deckOf is a deck of slides with these items, one slide a list.
func deckOf(fonts *typeset.Fonts, slides ...[]scene.Item) *scene.Deck {
	d := &scene.Deck{Medium: scene.Slides, Size: scene.Slide169, Meta: scene.Meta{Title: "Test", Language: "en", Date: "2026-11-30"},
		Colors: []scene.Color{{Token: "background", R: 250, G: 250, B: 250}, {Token: "text", R: 10}, {Token: "accent", R: 200}}}
	for i, items := range slides {
		d.Pages = append(d.Pages, scene.Page{ID: "slide:" + itoa(i+1), Number: i + 1, Title: "Slide " + itoa(i+1), Layout: "text", Background: d.Colors[0], Items: items})
	}
	d.Fonts = fonts.Used()
	return d
}

func set(fonts *typeset.Fonts, id string, role scene.Role, x, y, width scene.Pt, words string) *scene.Text {
	st := scene.Style{Font: scene.Sans, Size: 14, Leading: 18, Color: scene.Color{Token: "text", R: 10}}
	return fonts.Set([]scene.Span{{Text: words, Style: st}}, typeset.Options{Width: width, Hang: true}).Text(id, role, x, y)
}

func written(t *testing.T, d *scene.Deck, o Options) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		if f.ReaderVersion != 20 { // APPNOTE 4.4.3.2: deflate needs 2.0
			t.Errorf("%s asks for version %d of the format", f.Name, f.ReaderVersion)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			dec := xml.NewDecoder(bytes.NewReader(data))
			for {
				if _, err := dec.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v\n%s", f.Name, err, data)
				}
			}
		}
	}
	return parts
}

func TestTheSameDeckGivesTheSameBytes(t *testing.T) {
	fonts := typeset.New(nil)
	d := deckOf(fonts, []scene.Item{set(fonts, "a", scene.RoleTitle, 48, 82, 600, "A title"), set(fonts, "b", scene.RoleBody, 48, 200, 120, "Some words that need more lines than one")})
	var a, b bytes.Buffer
	if err := errors.Join(Write(&a, d, Options{}), Write(&b, d, Options{})); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two files differ")
	}
}

func TestATextIsOneBoxWithoutLineBreaks(t *testing.T) {
	fonts := typeset.New(nil)
	text := set(fonts, "b", scene.RoleBody, 48, 200, 120, "Some words that need more lines than one")
	if len(text.Lines) < 2 {
		t.Fatal("one line")
	}
	slide := written(t, deckOf(fonts, []scene.Item{text}), Options{})["ppt/slides/slide1.xml"]
	if strings.Contains(slide, "<a:br") || strings.Count(slide, "<a:p>") != 2 || !strings.Contains(slide, "<a:t>Some words that need more lines than one</a:t>") {
		t.Error(slide)
	}
}

func TestNotesAreWrittenWhereTheyAreAskedFor(t *testing.T) {
	fonts := typeset.New(nil)
	d := deckOf(fonts, []scene.Item{set(fonts, "a", scene.RoleTitle, 48, 82, 600, "A title")})
	d.Pages[0].Notes = []scene.Para{{Spans: []scene.Span{{Text: "Say this"}}}}
	for asked, want := range map[bool]int{true: 1, false: 0} {
		all := ""
		for _, part := range written(t, d, Options{Notes: asked}) {
			all += part
		}
		if n := strings.Count(all, "Say this"); n != want {
			t.Errorf("notes %v: they stand %d times", asked, n)
		}
	}
}

// TestAPlaceholderStandsWhereItsLayoutHasIt: where a slide has no other place for it, the slide says none; a reader finds it all the same.
func TestAPlaceholderStandsWhereItsLayoutHasIt(t *testing.T) {
	fonts := typeset.New(nil)
	d := deckOf(fonts, []scene.Item{set(fonts, "a", scene.RoleTitle, 48, 82, 600, "Here")}, []scene.Item{set(fonts, "b", scene.RoleTitle, 48, 82, 600, "Here")},
		[]scene.Item{set(fonts, "c", scene.RoleTitle, 48, 122, 600, "Lower")})
	var b bytes.Buffer
	if err := Write(&b, d, Options{}); err != nil {
		t.Fatal(err)
	}
	deck, err := pptxtest.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		y    float64
		says bool
	}{{0, false}, {0, false}, {40, true}} {
		s := deck.Slides[i]
		title := s.Shapes[0]
		if says := strings.Contains(string(deck.Package.Data[s.Part]), "<a:off"); title.Placeholder != "title" || says != want.says || title.W < 30 || title.Y != deck.Slides[0].Shapes[0].Y+want.y || title.Y < 50 {
			t.Errorf("slide %d: %+v, and it says so itself: %v", i+1, title, says)
		}
	}
}

// TestAChineseLineHasRoomInItsCell: some programs put a quarter of the size where Chinese and other characters meet; a cell without room
// for it has its line set closer, by no more than it takes.
func TestAChineseLineHasRoomInItsCell(t *testing.T) {
	fonts := typeset.New(nil)
	text := set(fonts, "", scene.RoleCell, 104, 214, 200, "2020年第3季度")
	for _, c := range []struct {
		room        scene.Pt
		least, most int // 1/100 pt
	}{{20, 0, 0}, {3, -100, -85}} { // three seams of 3.5 pt and a point, less the room: about 8.5 pt among 9 characters
		w := text.Lines[0].Right() + c.room - 100
		table := &scene.Table{ID: "t", Alt: "A table", Columns: []scene.Column{{X: 100, W: w}}, Rows: [][]scene.Cell{{{Text: *text}}}}
		table.Rows[0][0].Text.Frame = scene.Rect{X: 100, Y: 200, W: w, H: 20}
		slide := written(t, deckOf(fonts, []scene.Item{table}), Options{})["ppt/slides/slide1.xml"]
		closer := 0
		if m := regexp.MustCompile(` spc="([^"]*)"`).FindStringSubmatch(slide); m != nil {
			closer, _ = strconv.Atoi(m[1])
		}
		if closer < c.least || closer > c.most {
			t.Errorf("with %.0f pt of room its letters stand closer by %d, want %d to %d", c.room, closer, c.least, c.most)
		}
	}
}
