package truth

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/wcharczuk/go-chart/v2/roboto"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/data"
	"roadshow/render"
	"roadshow/scene"
)

const houseLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><defs><linearGradient id="g"><stop stop-color="#0B5FA5"/><stop offset="1" stop-color="#C77E1E"/></linearGradient></defs>
<circle cx="10" cy="10" r="9" fill="url(#g)"/><path d="M24 4h32v4H24zM24 12h20v4H24z" fill="#0B5FA5"/></svg>
`

// TestEveryStarterBuildsInAHousesBrand of two colours, a logo and a pair of foreign families that lack styles and characters.
func TestEveryStarterBuildsInAHousesBrand(t *testing.T) {
	starters := data.Starters()
	if testing.Short() {
		starters = starters[:2]
	}
	for _, starter := range starters {
		t.Run(starter.Name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, data.FS(starter.Name)); err != nil {
				t.Fatal(err)
			}
			for name, text := range map[string]string{
				"brand.yaml": "palette: [\"#0B5FA5\", \"#C77E1E\"]\nfonts: {folder: fonts, serif: Go, sans: Roboto}\nlogo: logo.svg\nlogo_on: all\n",
				"logo.svg":   houseLogo, "fonts/Go-Regular.ttf": string(goregular.TTF), "fonts/Go-Bold.ttf": string(gobold.TTF), "fonts/Go-Italic.ttf": string(goitalic.TTF),
				"fonts/Roboto-Medium.ttf": string(roboto.Roboto),
			} {
				writeIn(t, dir, name, text)
			}
			set, _ := outline.ParseSetting("brand=brand.yaml")
			src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			r := compileIn(t, dir, string(src), nil, set)
			if r.Failed {
				t.Fatal(problems(r))
			}
			if got := problems(r); !strings.Contains(got, `N-FONT: the family "Roboto" has no regular, no italic, no semibold`) {
				t.Errorf("the missing styles are not named:\n%s", got)
			}
			for _, f := range roadshow.Formats()[:2] {
				deck := r.Deck(f.Medium)
				families := map[string]bool{}
				for _, file := range deck.Fonts {
					families[file.Family] = true
				}
				if !families["Go"] || !families["Roboto"] {
					t.Errorf("%s is set in %v", f.Name, families)
				}
				marked, furnished := 0, 0
				for _, p := range deck.Pages {
					for _, it := range p.Items {
						if g, ok := it.(*scene.Group); ok && g.Role == scene.RoleFurniture && len(g.Items) > 2 { // a divider has its number alone
							furnished++
							for _, it := range g.Items {
								if art, ok := it.(*scene.Art); ok && art.Frame.H <= 13 && art.Frame.W > 20 {
									marked++
								}
							}
						}
					}
				}
				if furnished == 0 && starter.Name != "blank" || marked != furnished { // the slides of blank are a cover and a divider
					t.Errorf("%s: the logo stands on %d of %d pages with a footer", f.Name, marked, furnished)
				}
				if words := pageWords(deck); strings.Count(words, "?") > strings.Count(strings.ToUpper(allText(t, dir)), "?") {
					t.Errorf("%s: a character became a question mark", f.Name)
				}
				if _, err := r.Render(f, "x", render.Options{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// allText is every text file of a folder: where a question mark may come from.
func allText(t *testing.T, dir string) string {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) == ".ttf" {
			return err
		}
		text, err := os.ReadFile(name)
		b.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeIn(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, name), text)
}

func compileIn(t *testing.T, dir, src string, fontFolders []string, set ...outline.Setting) *roadshow.Result {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Set: set, FontFolders: fontFolders, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFontsAreFoundByFamilyAndFolder, each with its problem and no other.
func TestFontsAreFoundByFamilyAndFolder(t *testing.T) {
	broken := []byte(strings.Clone(string(goregular.TTF)))
	damage(t, broken, 'e')
	computer := t.TempDir()
	writeIn(t, computer, "deep/Mono.ttf", string(gomono.TTF))
	otto := "OTTO" + string(goregular.TTF[4:])
	for name, c := range map[string]struct {
		fonts   string
		files   map[string]string
		problem string // pattern; none: nothing is wrong
		family  string // that the document is set in
	}{
		"a family for all":          {"Go Mono", nil, `N-FONT: the family "Go Mono" is this computer's`, "Go Mono"},
		"a family in other letters": {"go mono", nil, `N-FONT`, "Go Mono"},
		"a folder of one family":    {"fo", map[string]string{"fo/a.ttf": string(goregular.TTF), "fo/b.ttf": string(gobold.TTF)}, `N-FONT: the family "Go" has no .*italic`, "Go"},
		"a folder by roles":         {"fo", map[string]string{"fo/serif.ttf": string(goregular.TTF)}, "", "Go"},
		"two families unnamed":      {"fo", map[string]string{"fo/a.ttf": string(goregular.TTF), "fo/b.ttf": string(gomono.TTF)}, `E-FILE: the brand's fonts folder "fo" holds 2 families: Go, Go Mono`, ""},
		"two families named":        {"{folder: fo, serif: Go, sans: Go Mono}", map[string]string{"fo/a.ttf": string(goregular.TTF), "fo/b.ttf": string(gomono.TTF)}, `N-FONT`, "Go"},
		"only one of two":           {"{folder: fo, serif: Go}", map[string]string{"fo/a.ttf": string(goregular.TTF)}, `N-FONT`, "IBM Plex Sans"},
		"an unknown family":         {"Go Momo", nil, `E-FILE: there is no font family "Go Momo"`, ""},
		"no such folder":            {"./fo", nil, `E-FILE: there is no fonts folder "./fo"`, ""},
		"an empty folder":           {"fo", map[string]string{"fo/readme.txt": "x"}, `E-FILE: the brand's fonts folder "fo" holds no face`, ""},
		"a damaged file":            {"{folder: fo, serif: Go}", map[string]string{"fo/a.ttf": string(goregular.TTF), "fo/b.ttf": string(gobold.TTF[:3000])}, `W-FONT: the font file "fo/b.ttf" is passed over: `, "Go"},
		"an empty file":             {"fo", map[string]string{"fo/a.ttf": string(goregular.TTF), "fo/b.ttf": ""}, `W-FONT: the font file "fo/b.ttf" is passed over: it ends too early`, "Go"},
		"no face but a damaged one": {"fo", map[string]string{"fo/b.ttf": "no font, and long enough"}, `E-FILE: the brand's fonts folder "fo" holds no face(?s:.*)W-FONT|W-FONT(?s:.*)E-FILE: the brand's fonts folder "fo" holds no face`, ""},
		"PostScript outlines":       {"{folder: fo, sans: Go}", map[string]string{"fo/a.otf": otto}, `E-FILE: the family "Go" is here as PostScript outlines`, ""},
		"a damaged glyph":           {"fo", map[string]string{"fo/sans.ttf": string(broken), "fo/serif.ttf": string(broken)}, `E-FILE: the brand's face for serif.*, of the family "Go", is damaged: its "e" cannot be drawn`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, text := range c.files {
				writeIn(t, dir, file, text)
			}
			writeIn(t, dir, "brand.yaml", "fonts: "+c.fonts+"\n")
			r := compileIn(t, dir, short+"brand: brand.yaml\n", []string{computer, filepath.Join(computer, "none")})
			got := problems(r)
			if r.Failed != strings.Contains(c.problem, "E-") || !regexp.MustCompile(c.problem).MatchString(got) || c.problem == "" && strings.Contains(got, "N-FONT") {
				t.Fatalf("failed %t:\n%s", r.Failed, got)
			}
			if strings.Count(got, "E-FILE") > 1 {
				t.Errorf("one mistake is told more than once:\n%s", got)
			}
			if c.family == "" {
				return
			}
			for _, f := range r.Files.Document.Fonts {
				if f.Family == c.family {
					return
				}
			}
			t.Errorf("the document is not set in %s", c.family)
		})
	}
}

// damage breaks the outline of a letter, which the file's tables do not show.
func damage(t *testing.T, font []byte, letter rune) {
	t.Helper()
	word := func(at int) int { return int(font[at])<<8 | int(font[at+1]) }
	long := func(at int) int { return word(at)<<16 | word(at+2) }
	tables := map[string]int{}
	for i := range word(4) {
		e := 12 + 16*i
		tables[string(font[e:e+4])] = long(e + 8)
	}
	cmap, glyph := tables["cmap"], 0
	for i := range word(cmap + 2) {
		sub := cmap + long(cmap+8+8*i)
		if word(sub) != 4 {
			continue
		}
		n := word(sub+6) / 2
		for s := range n {
			end, start := word(sub+14+2*s), word(sub+16+2*n+2*s)
			if start <= int(letter) && int(letter) <= end {
				delta, at := word(sub+16+4*n+2*s), sub+16+6*n+2*s
				if glyph = int(letter) + delta; word(at) != 0 {
					glyph = word(at+word(at)+2*(int(letter)-start)) + delta
				}
				glyph &= 0xFFFF
			}
		}
	}
	if glyph == 0 {
		t.Fatal("the face has no such letter")
	}
	from := tables["glyf"] + 2*word(tables["loca"]+2*glyph)
	if word(tables["head"]+50) == 1 {
		from = tables["glyf"] + long(tables["loca"]+4*glyph)
	}
	for i := 10; i < 24; i++ {
		font[from+i] = 0xFF // the ends of its contours
	}
}

func TestAPaletteRepaintsTheLook(t *testing.T) {
	for name, c := range map[string]struct{ brand, problem, accent string }{
		"one colour":          {`palette: "#0B5FA5"`, "", "#0B5FA5"},
		"two colours":         {`palette: ["#0B5FA5", "#C77E1E"]`, "", "#0B5FA5"},
		"a pale one":          {`palette: "#FFEE00"`, `N-PALETTE: #FFEE00 is #[0-9A-F]{6} as accent: words need 4\.5:1`, ""},
		"a colour of its own": {"palette: \"#0B5FA5\"\ncolours: {accent: \"#8E1B15\"}", "", "#8E1B15"},
		"no colour":           {`palette: blue`, `E-VALUE: "blue" is not a colour`, ""},
		"three":               {`palette: ["#0B5FA5", "#0B5FA6", "#0B5FA7"]`, `E-LIMIT`, ""},
	} {
		r := compileText(t, short+"brand: brand.yaml\n", map[string]string{"brand.yaml": c.brand + "\n"})
		got := problems(r)
		if r.Failed != strings.Contains(c.problem, "E-") || c.problem != "" && !regexp.MustCompile(c.problem).MatchString(got) || c.problem == "" && strings.Contains(got, "PALETTE") {
			t.Errorf("%s: failed %t:\n%s", name, r.Failed, got)
		}
		if c.accent == "" || r.Failed {
			continue
		}
		found := false
		for _, p := range r.Files.Document.Pages {
			scene.Walk(p.Items, func(it scene.Item) {
				if t, ok := it.(*scene.Text); ok {
					for _, line := range t.Lines {
						for _, run := range line.Runs {
							found = found || run.Color.Token == "accent" && fmt.Sprintf("#%02X%02X%02X", run.Color.R, run.Color.G, run.Color.B) == c.accent
						}
					}
				}
			})
		}
		if !found {
			t.Errorf("%s: nothing is printed in %s", name, c.accent)
		}
	}
}
