package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"strings"
)

func textLayout() page.Layout {
	return page.Layout{Name: "text", Summary: "running text", Page: textPage, Slide: textSlide,
		Unsourced: true,
		Shape: &outline.Shape{Name: "text", Short: "text", Fields: []outline.Field{
			{Name: "text", Type: outline.Rich, Required: true, Doc: "Markdown paragraphs, lists and headings, or {file: x.md}"},
		}}}
}

// textPage is running text in the main column under its heading.
func textPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	paras := b.Paras("text")
	kitWall(k, b, paras)
	if !b.Title.Empty() {
		f.Add(k.TitleBox(b, b.Title, b.ID, k.Grid.MainW))
	}
	for _, box := range k.RichBoxes(paras, k.Grid.MainW, b.ID+"/text") {
		box.At, box.Name = b.PlaceOf("text"), "running text"
		f.Add(box)
	}
	if b.OwnSource || !b.Note.Empty() {
		f.Add(k.SourceBox(b, k.Grid.MainW))
	}
}

// wall warns of long text without a cross-heading (DESIGN.md §5 L26: every 250 to 500 words).
func kitWall(k *page.Composer, b *briefing.Block, paras []briefing.Para) {
	words := 0
	for _, p := range paras {
		if p.Kind == briefing.Heading || p.Kind == briefing.RunIn {
			words = 0
			continue
		}
		words += len(strings.Fields(p.Prose.String()))
		if words > 500 {
			k.L.Warn(b.PlaceOf("text"), "W-WALL", "put a heading (## words) every 250 to 500 words", "%d words without a heading", words)
			return
		}
	}
}
