package outline

const hex = "^#[0-9A-Fa-f]{6}$"

// Brand is the shape of a brand file.
func Brand() *Shape {
	colours := []string{"background", "surface", "text", "muted", "rule", "rule_strong", "accent", "accent_deep", "on_accent", "positive", "negative", "neutral"}
	fields := make([]Field, 0, len(colours)+2)
	for _, c := range colours {
		fields = append(fields, Field{Name: c, Type: Words, Pattern: hex, Doc: "colour as \"#RRGGBB\""})
	}
	for i, n := range []string{"series", "ramp"} {
		count := []int{8, 6}[i]
		fields = append(fields, Field{Name: n, Type: Words, List: true, Min: count, Max: count, Hard: true, Pattern: hex,
			Doc: "colours as \"#RRGGBB\", in order; where the house has fewer, name them in palette"})
	}
	return &Shape{Name: "brand", Fields: []Field{
		{Name: "name", Type: Words, Doc: "the house's name"},
		{Name: "palette", Type: Words, List: true, OrOne: true, Max: 2, Hard: true, Pattern: hex,
			Doc: "the house's one or two colours as \"#RRGGBB\": accent, series and ramp follow from them, readable on the look's ground and apart in grey too"},
		{Name: "colours", Type: Object, Shape: &Shape{Name: "colours", Fields: fields}, Doc: "token → colour, before what the palette says; the look's own where not given"},
		{Name: "fonts", Type: Object, Doc: "a family's name, or a folder of TrueType files (.ttf), or both in a mapping; the built-in faces draw what it lacks", Shape: &Shape{Name: "fonts", Short: "from", Fields: []Field{
			{Name: "from", Type: Words, Doc: "what a bare value means: a folder beside the outline, else a family"},
			{Name: "folder", Type: Path, Doc: "folder with font files; default: those of this computer"},
			{Name: "serif", Type: Words, Doc: "family of titles and running text"},
			{Name: "sans", Type: Words, Doc: "family of labels, tables and names"},
			{Name: "condensed", Type: Words, Doc: "family of small print; default: the sans family"},
		}}},
		{Name: "logo", Type: Path, Doc: "SVG, PNG or JPEG, on cover and last page"},
		{Name: "logo_on", Type: Choice, Choices: []string{"cover", "all"}, Doc: "all: in the footer of every page and slide too; default: cover"},
		{Name: "logo_alt", Type: Words, Doc: "what the logo shows, for readers who cannot see it"},
		{Name: "footer", Type: Words, Budget: 70, Doc: "instead of publication and edition"},
		{Name: "disclaimer", Type: Rich, Doc: "the house's disclaimer, where the outline has none"},
	}}
}
