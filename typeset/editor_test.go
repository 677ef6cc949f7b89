package typeset

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"roadshow/scene"
)

// filled breaks a text of Latin words as an editor does whose box is so wide: by words and hyphens, as many as fit. It knows nothing of
// lines and adds up what each character takes by itself.
func filled(f *Fonts, text string, st scene.Style, width, hang scene.Pt) (lines []string) {
	width += hang
	line, used := "", scene.Pt(0)
	rest := text
	for rest != "" {
		n := strings.IndexAny(rest, " -")
		if n < 0 {
			n = len(rest) - 1
		}
		unit := rest[:n+1]
		rest = rest[n+1:]
		all, ink := scene.Pt(0), scene.Pt(0)
		for _, r := range unit {
			all += f.Width("|"+string(r)+"|", st) - f.Width("||", st)
			if r != ' ' {
				ink = all
			}
		}
		if line != "" && used+ink > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used, width = "", 0, width-hang
			hang = 0
		}
		line, used = line+unit, used+all
	}
	return append(lines, strings.TrimRight(line, " "))
}

func wordsOf(l scene.Line) (s string) {
	for _, r := range l.Runs {
		s += r.Text
	}
	return s
}

// TestAnEditorsBoxBreaksWhereTheLinesBreak: whatever the measure, the face and the way of breaking, a box of the width that BreakSafe
// gives is filled as the lines are.
func TestAnEditorsBoxBreaksWhereTheLinesBreak(t *testing.T) {
	texts := []string{
		"One said that artificial general intelligence had already arrived, another that it would take many turns of the well-known wheel.",
		"“The perception of the facts can flip many times as they are grasped, and the results unfold,” says the chief executive of a start-up.",
		"A model of 6 billion parameters stopped at $12 million in January 2023, Exhibit 4 says; the rest of it was never built at all.",
		"The price-to-book of state-owned enterprises fell from 1.8 to 0.6 within four years, and few noticed that their dividends rose.",
	}
	tried, lean := 0, 0
	for _, e := range []Editor{OfficeFaces, OwnFaces} {
		f := New(nil).Edited(e, nil)
		for _, font := range []scene.Font{scene.SerifLight, scene.SerifSemiBold, scene.Sans, scene.SansSemiBold, scene.Cond} {
			for _, size := range []scene.Pt{9, 12.5, 27} {
				st := scene.Style{Font: font, Size: size, Leading: 1.3 * size, Tracking: -0.1}
				for _, text := range texts {
					for width := 11 * size; width < 44*size; width += 6.7 * size {
						for _, how := range []Break{Greedy, Balanced} {
							b := f.Set([]scene.Span{{Text: text, Style: st}}, Options{Width: width, Break: how, Hang: true, Hyphenate: true})
							tx := b.Text("x", scene.RoleBody, 100, 100)
							if len(tx.Lines) == 1 {
								continue
							}
							box, ok := BreakSafe(tx)
							var lines []string
							for _, l := range tx.Lines {
								lines = append(lines, wordsOf(l))
								if l.Hyphen {
									t.Fatalf("%v divides a word: %q", e, wordsOf(l))
								}
							}
							if !ok {
								t.Errorf("%v %s %g in %g: no width for %q", e, font, size, width, lines)
								continue
							}
							tried++
							if got := filled(f, text, st, box, tx.Lines[0].Hang); fmt.Sprint(got) != fmt.Sprint(lines) {
								t.Errorf("%v %s %g in %g: the box of %.2f has\n%q, not\n%q", e, font, size, width, box, got, lines)
							}
							if got := filled(f, text, st, box*0.998, tx.Lines[0].Hang); fmt.Sprint(got) != fmt.Sprint(lines) {
								lean++
							}
						}
					}
				}
			}
		}
	}
	if tried < 600 || lean*20 > tried {
		t.Errorf("%d boxes tried, %d break otherwise when 0.2%% narrower", tried, lean)
	}
}

// TestOfficeFacesMeasureAsTheirNamesakes holds widths that are known of the faces, and what an editor is told of them.
func TestOfficeFacesMeasureAsTheirNamesakes(t *testing.T) {
	f := New(nil).Edited(OfficeFaces, nil)
	for _, c := range []struct {
		font scene.Font
		text string
		want scene.Pt // of 1000 pt
	}{
		{scene.Sans, "A", 667}, {scene.Sans, "AV", 1334}, {scene.SansMedium, "A A", 2*667 + 278}, {scene.SansSemiBold, "A", 722},
		{scene.Cond, "A", 547}, {scene.CondSemiBold, "A", 592}, {scene.Serif, "n n", 2*558 + 220}, {scene.HanSans, "中文", 2 * 940},
	} {
		if got := f.Width(c.text, scene.Style{Font: c.font, Size: 1000}); math.Abs(float64(got-c.want)) > 1.5 {
			t.Errorf("%q in %s is %.1f, want %.1f", c.text, c.font, got, c.want)
		}
	}
	f.Set([]scene.Span{{Text: "a", Style: scene.Style{Font: scene.SerifSemiBold, Size: 10}}, {Text: "b中", Style: scene.Style{Font: scene.Cond, Size: 10}}}, Options{})
	got := ""
	for _, file := range f.Used() {
		got += fmt.Sprintf("%s=%s/%d/%v ", file.Font, file.Family, file.Weight, file.Data == nil)
	}
	if want := "serif-semibold=Cambria/700/true cond=Arial Narrow/400/true han-sans=Microsoft YaHei/400/true "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	own := New(nil).Edited(OwnFaces, nil)
	own.Set([]scene.Span{{Text: "a", Style: scene.Style{Font: scene.SansSemiBold, Size: 10}}}, Options{})
	if file := own.Used()[0]; file.Family != "IBM Plex Sans SemiBold" || file.Weight != 400 || len(file.Panose) != 20 || file.Pitch != 0x22 || len(file.Data) == 0 {
		t.Errorf("our own: %q, %d, %q, %x", file.Family, file.Weight, file.Panose, file.Pitch)
	}
}

// TestBreakSafeKnowsWhatNoEditorDoes: a divided word has no width, a typed line end needs none, and marks hang only where they can.
func TestBreakSafeKnowsWhatNoEditorDoes(t *testing.T) {
	st := scene.Style{Font: scene.Sans, Size: 10, Leading: 14}
	set := func(f *Fonts, text string, o Options) *scene.Text {
		return f.Set([]scene.Span{{Text: text, Style: st}}, o).Text("x", scene.RoleBody, 0, 0)
	}
	ours := New(nil)
	ours.Language("en")
	divided := set(ours, "internationalisation internationalisation of infrastructures", Options{Width: 84, Hyphenate: true})
	hyphen := false
	for _, l := range divided.Lines {
		hyphen = hyphen || l.Hyphen
	}
	if _, ok := BreakSafe(divided); ok || !hyphen {
		t.Errorf("a divided word has a width, or no word is divided: %v", hyphen)
	}
	f := New(nil).Edited(OfficeFaces, nil)
	if w, ok := BreakSafe(set(f, "One\nTwo and three", Options{Width: 300})); !ok || w != 300 {
		t.Errorf("typed lines need the frame: %v %v", w, ok)
	}
	if w, ok := BreakSafe(set(f, "One", Options{Width: 300})); !ok || w != 300 {
		t.Errorf("one line needs the frame: %v %v", w, ok)
	}
	right := set(f, "at most two or three of all of them", Options{Width: 100, Align: scene.Right, Break: Balanced})
	if w, ok := BreakSafe(right); !ok || len(right.Lines) != 2 || w >= 160 || w <= right.Lines[0].Right()-right.Lines[0].X() {
		t.Errorf("at the right: %v %v in %d lines", w, ok, len(right.Lines))
	}
	long := set(f, "of Donaudampfschifffahrtsgesellschaftskapitänen alone", Options{Width: 90, Hyphenate: true})
	if _, ok := BreakSafe(long); !ok || len(long.Lines) < 4 || wordsOf(long.Lines[0]) != "of" {
		t.Errorf("a long word is cut where its line is full: %v, %d lines, %q", ok, len(long.Lines), wordsOf(long.Lines[0]))
	}
	held := set(f, "about twelve 12\u00a0million in all of this", Options{Width: 84, Break: Balanced})
	for _, l := range held.Lines {
		if strings.HasSuffix(wordsOf(l), "12") {
			t.Errorf("a no-break space is broken: %q", wordsOf(l))
		}
	}
}

// TestTightenedWordsKeepTheirLeadingAndTheLeastSize is what the slides of a deck may ask for.
func TestTightenedWordsKeepTheirLeadingAndTheLeastSize(t *testing.T) {
	f := New(nil).Edited(OfficeFaces, nil)
	f.Least(8.5)
	f.Tighten(0.9)
	for _, c := range []struct{ size, want scene.Pt }{{20, 18}, {9, 8.5}, {6, 6}} {
		b := f.Set([]scene.Span{{Text: "words", Style: scene.Style{Font: scene.Sans, Size: c.size, Leading: 30}}}, Options{})
		if r := b.Lines[0].Runs[0]; r.Size != c.want || b.Height != 30 {
			t.Errorf("%g pt is set at %g on %g, want %g on 30", c.size, r.Size, b.Height, c.want)
		}
	}
}
