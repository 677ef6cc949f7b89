package charts

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/scene"
)

var sheet = flag.String("sheet", "", "write the contact sheet of all kinds as SVG files into this folder")

// svgOf draws a chart for the eye: a page of its own with the caption that a layout would print.
func svgOf(look *assets.Look, frame scene.Rect, charts ...*scene.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.0f" height="%.0f">`, frame.W, frame.H, frame.W*2, frame.H*2)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="%s"/><defs>`, hex(look.Background))
	var body strings.Builder
	grad := 0
	var draw func(items []scene.Item)
	draw = func(items []scene.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *scene.Shape:
				fill := "none"
				if !it.Fill.To.None() {
					grad++
					x2, y2 := 1, 0
					if it.Fill.Vertical {
						x2, y2 = 0, 1
					}
					fmt.Fprintf(&b, `<linearGradient id="g%d" x1="0" y1="0" x2="%d" y2="%d"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient>`, grad, x2, y2, hex(it.Fill.Color), hex(it.Fill.To))
					fill = fmt.Sprintf("url(#g%d)", grad)
				} else if !it.Fill.Color.None() {
					fill = hex(it.Fill.Color)
				}
				fmt.Fprintf(&body, `<path d="%s" fill="%s"`, pathData(it.Path), fill)
				if !it.Stroke.Color.None() {
					fmt.Fprintf(&body, ` stroke="%s" stroke-width="%.2f"`, hex(it.Stroke.Color), it.Stroke.Width)
					if it.Stroke.Round {
						body.WriteString(` stroke-linecap="round" stroke-linejoin="round"`)
					}
					if len(it.Stroke.Dash) > 0 {
						fmt.Fprintf(&body, ` stroke-dasharray="%s"`, strings.Trim(fmt.Sprint(it.Stroke.Dash), "[]"))
					}
				}
				body.WriteString("/>\n")
			case *scene.Text:
				for _, l := range it.Lines {
					for _, r := range l.Runs {
						file := assets.Font(r.Font)
						style := ""
						if file.Italic {
							style = ` font-style="italic"`
						}
						var xs strings.Builder
						x := r.X
						for _, a := range r.Adv {
							fmt.Fprintf(&xs, "%.2f ", x)
							x += scene.Pt(a)*r.Size/1000 + r.Tracking
						}
						fmt.Fprintf(&body, `<text x="%s" y="%.2f" font-family="%s" font-weight="%d" font-size="%.2f" fill="%s"%s>%s</text>`+"\n",
							xs.String(), l.Baseline-r.Rise, file.Family, file.Weight, r.Size, hex(r.Color), style, escape(r.Text))
					}
				}
			case *scene.Group:
				draw(it.Items)
			}
		}
	}
	for _, c := range charts {
		if *sheet != "" {
			f := c.Frame
			fmt.Fprintf(&body, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="none" stroke="#00f" stroke-width="0.15"/>`, f.X, f.Y, f.W, f.H)
			fmt.Fprintf(&body, `<text x="%.1f" y="%.1f" font-family="IBM Plex Sans" font-size="7" fill="#888">%s</text>`, f.X, f.Y-4, escape(c.Kind+": "+c.Title))
		}
		draw(c.Drawing)
	}
	b.WriteString("</defs>\n")
	b.WriteString(body.String())
	b.WriteString("</svg>\n")
	return b.String()
}

func hex(c scene.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func pathData(p scene.Path) string {
	var b strings.Builder
	i := 0
	next := func() { fmt.Fprintf(&b, " %.2f %.2f", p.Pts[i].X, p.Pts[i].Y); i++ }
	for _, op := range p.Ops {
		switch op {
		case scene.MoveTo:
			b.WriteString("M")
			next()
		case scene.LineTo:
			b.WriteString("L")
			next()
		case scene.CurveTo:
			b.WriteString("C")
			next()
			next()
			next()
		case scene.Close:
			b.WriteString("Z")
		}
	}
	return b.String()
}

// writeSheet lays charts of one size out on a page and writes it.
func writeSheet(t *testing.T, name string, look *assets.Look, charts []*scene.Chart) {
	const gap = 20
	if *sheet == "" || len(charts) == 0 {
		return
	}
	var page scene.Rect
	for _, c := range charts {
		page = page.Union(c.Frame)
	}
	page.W, page.H = page.Right()+gap, page.Bottom()+gap
	if err := os.WriteFile(filepath.Join(*sheet, name+".svg"), []byte(svgOf(look, page, charts...)), 0o644); err != nil {
		t.Fatal(err)
	}
}
