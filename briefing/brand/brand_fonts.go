package brand

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
	"roadshow/render"
	"roadshow/scene"
	"roadshow/typeset"
)

// faceFile is a font file that a folder holds.
type faceFile struct {
	typeset.Description
	name string // as messages call it
	read func() ([]byte, error)
}

// fontFinder finds the faces of a brand: by the names of files, or by family in its folder and then on this computer.
type fontFinder struct {
	files   *folder.Reading
	system  []string // folders of this computer
	l       *diag.List
	at      diag.Span
	inside  []faceFile // of the brand's folder
	unread  []string   // files there that are no fonts, told
	outside []faceFile
	walked  bool
}

// roleFace is a face of the pages, and what it asks of a family.
type roleFace struct {
	font   scene.Font
	name   string // of the style, for messages
	weight int
	italic bool
}

func serifFaces() []roleFace {
	return []roleFace{{scene.SerifLight, "light", 300, false}, {scene.Serif, "regular", 400, false}, {scene.SerifItalic, "italic", 400, true}, {scene.SerifSemiBold, "semibold", 600, false}}
}

func sansFaces() []roleFace {
	return []roleFace{{scene.Sans, "regular", 400, false}, {scene.SansItalic, "italic", 400, true}, {scene.SansMedium, "medium", 500, false}, {scene.SansSemiBold, "semibold", 600, false}}
}

func condFaces() []roleFace {
	return []roleFace{{scene.Cond, "regular", 400, false}, {scene.CondMedium, "medium", 500, false}, {scene.CondSemiBold, "semibold", 600, false}}
}

// brandFonts reads the faces of a brand.
func brandFonts(brand *briefing.Brand, files *folder.Reading, system []string, l *diag.List) map[scene.Font][]byte {
	bf := brand.Fonts
	if bf == (briefing.BrandFonts{At: bf.At}) {
		return nil
	}
	f := &fontFinder{files: files, system: system, l: l, at: bf.At}
	if bf.From != "" {
		if f.folder(bf.From) == nil {
			bf.Folder = bf.From
		} else if strings.ContainsAny(bf.From, `/\`) {
			l.Error(f.at, "E-FILE", "paths are relative to the outline's folder", "there is no fonts folder %q", bf.From)
			return nil
		} else {
			bf.Serif, bf.Sans = bf.From, bf.From
		}
	} else if bf.Folder != "" {
		if err := f.folder(bf.Folder); err != nil {
			l.Error(f.at, "E-FILE", "paths are relative to the outline's folder", "cannot read the fonts folder %q: %v", bf.Folder, err)
			return nil
		}
	}
	faces := map[scene.Font][]byte{}
	if bf.Serif == "" && bf.Sans == "" && bf.Condensed == "" {
		if f.named(bf.Folder, faces) {
			return faces
		}
		f.passedOver()
		families := f.families()
		if len(families) != 1 {
			f.whichFamily(bf.Folder, families)
			return nil
		}
		bf.Serif, bf.Sans = families[0], families[0]
	} else {
		f.passedOver()
	}
	f.family(bf.Serif, serifFaces(), faces)
	if bf.Sans != "" && !f.family(bf.Sans, sansFaces(), faces) {
		return faces
	}
	f.family(cmp.Or(bf.Condensed, bf.Sans), condFaces(), faces)
	return faces
}

// folder lists the font files of a folder inside the outline's.
func (f *fontFinder) folder(name string) error {
	if f.files.Root == nil {
		return fs.ErrNotExist
	}
	entries, err := fs.ReadDir(f.files.Root.FS(), path.Clean(name))
	if err != nil {
		return folder.PlainWords(err)
	}
	for _, e := range entries {
		if !isFontFile(e.Name()) {
			continue
		}
		file := path.Join(name, e.Name())
		d, err := f.describe(file)
		if err != nil {
			f.unread = append(f.unread, fmt.Sprintf("the font file %q is passed over: %v", file, err))
			continue
		}
		f.inside = append(f.inside, faceFile{d, file, func() ([]byte, error) { return f.files.Read(file, limits.FontBytes.N64()) }})
	}
	return nil
}

// passedOver tells what the author put there in vain: a face that is not taken changes the pages.
func (f *fontFinder) passedOver() {
	for _, what := range f.unread {
		f.l.Warn(f.at, "W-FONT", "replace the file, or take it out of the folder", "%s", what)
	}
}

// describe reads what a font file of the brand's folder says of itself.
func (f *fontFinder) describe(file string) (typeset.Description, error) {
	open, err := folder.OpenInside(f.files.Root, file)
	if err != nil {
		return typeset.Description{}, folder.PlainWords(err)
	}
	defer open.Close()
	d, err := typeset.Describe(open)
	if errors.Is(err, io.EOF) {
		err = errors.New("it ends too early to be a font")
	}
	return d, err
}

func isFontFile(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".ttf" || ext == ".otf"
}

// computer lists the font files of this computer, once and only where a family is not in the brand's folder.
func (f *fontFinder) computer() []faceFile {
	if f.walked {
		return f.outside
	}
	f.walked = true
	for _, dir := range f.system {
		// What cannot be read is not there: the family is missing then, and that is said.
		_ = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !isFontFile(name) {
				return nil
			}
			open, err := os.Open(name)
			if err != nil {
				return nil
			}
			defer open.Close()
			if d, err := typeset.Describe(open); err == nil {
				f.outside = append(f.outside, faceFile{d, filepath.Base(name), func() ([]byte, error) { return os.ReadFile(name) }})
			}
			return nil
		})
	}
	return f.outside
}

// named takes files that are named after the faces that they replace: han-sans.ttf. It says whether there are any.
func (f *fontFinder) named(dir string, faces map[scene.Font][]byte) bool {
	found := false
	for _, role := range assets.Fonts() {
		name := path.Join(dir, string(role)+".ttf")
		data, err := f.files.Read(name, limits.FontBytes.N64())
		if err != nil {
			continue
		}
		found = true
		if f.usable(name, data) {
			faces[role] = data
		}
	}
	return found
}

func (f *fontFinder) usable(name string, data []byte) bool {
	if len(data) > limits.FontBytes.N() {
		f.l.Limit(f.at, limits.FontBytes, name)
		return false
	}
	if err := typeset.CheckFont(data); err != nil {
		f.l.Error(f.at, "E-FILE", "", "the font file %q cannot be used: %v", name, err)
		return false
	}
	return true
}

// families are the names of the families in the brand's folder.
func (f *fontFinder) families() []string {
	var names []string
	for _, file := range f.inside {
		names = append(names, file.Family)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (f *fontFinder) whichFamily(dir string, families []string) {
	if len(families) == 0 {
		var names []string
		for _, role := range assets.Fonts() {
			names = append(names, string(role)+".ttf")
		}
		f.l.Error(f.at, "E-FILE", "put the TrueType files of a family there, or files named after the faces that they replace: "+strings.Join(names, ", "), "the brand's fonts folder %q holds no face", dir)
		return
	}
	f.l.Error(f.at, "E-FILE", "say which is which: fonts: {folder: "+dir+", serif: "+families[0]+", sans: "+families[1]+"}", "the brand's fonts folder %q holds %d families: %s", dir, len(families), strings.Join(families, ", "))
}

// family fills roles from the files of one family and says which styles it lacks. False: there is no such family.
func (f *fontFinder) family(name string, roles []roleFace, faces map[scene.Font][]byte) bool {
	if name == "" {
		return true
	}
	narrow := roles[0].font == scene.Cond // whose styles are those of the sans family, where it has no narrow ones
	of := func(list []faceFile) (out []faceFile, cff bool) {
		for _, file := range list {
			if strings.EqualFold(file.Family, name) {
				if cff = cff || file.CFF; !file.CFF {
					out = append(out, file)
				}
			}
		}
		return out, cff
	}
	files, cff := of(f.inside)
	if len(files) == 0 && !cff {
		if files, cff = of(f.computer()); len(files) > 0 && !narrow {
			f.l.Note(f.at, "N-FONT", "copy its files into a folder beside the outline, and name that: fonts: {folder: fonts, …}", "the family %q is this computer's: elsewhere the briefing may not build", name)
		}
	}
	if len(files) == 0 {
		f.missing(name, cff)
		return false
	}
	var lacks []string
	read := map[string][]byte{}
	for _, role := range roles {
		file, exact := nearest(files, role, narrow)
		if !exact {
			lacks = append(lacks, role.name)
		}
		if file.Variable && read[file.name] == nil && !narrow {
			f.l.Note(f.at, "N-FONT", "use the family's static files where there are any", "%q is a variable font: only its default style is printed", file.name)
		}
		data, known := read[file.name]
		if !known {
			var err error
			if data, err = file.read(); err != nil {
				f.l.Error(f.at, "E-FILE", "", "cannot read the font file %q: %v", file.name, err)
			} else if !f.usable(file.name, data) {
				data = nil
			}
			read[file.name] = data
		}
		if data != nil {
			faces[role.font] = data
		}
	}
	if len(lacks) > 0 && !narrow {
		f.l.Note(f.at, "N-FONT", "what it has that is nearest is printed instead", "the family %q has no %s", name, strings.Join(lacks, ", no "))
	}
	return true
}

func (f *fontFinder) missing(name string, cff bool) {
	if cff {
		f.l.Error(f.at, "E-FILE", "use the family's TrueType files (.ttf)", "the family %q is here as PostScript outlines (.otf) only, which a PDF of ours cannot embed", name)
		return
	}
	var known []string
	for _, file := range append(slices.Clone(f.inside), f.computer()...) {
		known = append(known, file.Family)
	}
	hint := "put its TrueType files (.ttf) into a folder beside the outline: fonts: {folder: fonts, serif: " + name + "}"
	if near := diag.Nearest(name, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	f.l.Error(f.at, "E-FILE", hint, "there is no font family %q, neither in the brand's folder nor on this computer", name)
}

// nearest is the file of a family that comes nearest to what a role asks for, and whether it is the style that was asked for.
// Without italics, what is emphasised is set bold: it must be seen.
func nearest(files []faceFile, role roleFace, narrow bool) (best faceFile, exact bool) {
	italic, weight := role.italic, role.weight
	if italic && !slices.ContainsFunc(files, func(f faceFile) bool { return f.Italic }) {
		italic, weight = false, 700
	}
	away := func(f faceFile) int {
		d := int(math.Abs(float64(f.Weight-weight)) * 2)
		if weight >= 500 && f.Weight < weight || weight < 500 && f.Weight > weight {
			d++ // of two as near, bold words take the bolder and others the lighter
		}
		width := 5
		if narrow {
			width = 3
		}
		d += 2000 * max(f.Width-width, width-f.Width)
		if f.Italic != italic {
			d += 100_000
		}
		if f.Variable {
			d += 1000
		}
		return d
	}
	best = slices.MinFunc(files, func(a, b faceFile) int { return cmp.Or(cmp.Compare(away(a), away(b)), strings.Compare(a.name, b.name)) })
	return best, best.Italic == role.italic && max(best.Weight-role.weight, role.weight-best.Weight) < 100
}

// TryFaces draws what a deck uses of a brand's faces as every format does, so that no face passes a check and fails in a build.
func TryFaces(d *scene.Deck, b *briefing.Briefing, l *diag.List) {
	if b.Brand == nil || b.Brand.Fonts == (briefing.BrandFonts{At: b.Brand.Fonts.At}) {
		return
	}
	for _, f := range d.Fonts {
		if bytes.Equal(f.Data, assets.Font(f.Font.Role()).Data) {
			continue
		}
		if r, err := render.TryFace(d, f); err != nil {
			l.Error(b.Brand.Fonts.At, "E-FILE", "use another file of the family", "the brand's face for %s, of the family %q, is damaged: its %q cannot be drawn", f.Font, f.Family, string(r))
			return
		}
	}
}
