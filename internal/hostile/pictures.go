package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
)

// pngFile says how a PNG is made: as it should be, or not.
type pngFile struct {
	w, h      int
	depth     byte
	kind      byte // 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
	interlace byte
	filter    byte
	rows      int    // 0: h
	before    []byte // chunks before the data
	data      []byte // instead of the data
	noData    bool
	noEnd     bool
	badSum    bool
}

func (p pngFile) make(f *file) error {
	f.WriteString("\x89PNG\r\n\x1a\n")
	header := make([]byte, 13)
	binary.BigEndian.PutUint32(header, uint32(p.w))
	binary.BigEndian.PutUint32(header[4:], uint32(p.h))
	header[8], header[9], header[12] = p.depth, p.kind, p.interlace
	chunk(f, "IHDR", header, false)
	f.Write(p.before)
	switch {
	case p.noData:
	case p.data != nil:
		chunk(f, "IDAT", p.data, p.badSum)
	default:
		channels := map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[p.kind]
		line := make([]byte, 1+(p.w*channels*int(p.depth)+7)/8)
		line[0] = p.filter
		for i := range line[1:] {
			line[i+1] = byte(i * 7)
		}
		if p.kind == 3 {
			clear(line[1:])
		}
		rows := p.rows
		if rows == 0 {
			rows = p.h
		}
		var b bytes.Buffer
		z, _ := zlib.NewWriterLevel(&b, 1)
		for range rows {
			z.Write(line)
			if b.Len() > 1<<16 {
				chunk(f, "IDAT", b.Bytes(), p.badSum)
				b.Reset()
			}
		}
		z.Close()
		chunk(f, "IDAT", b.Bytes(), p.badSum)
	}
	if !p.noEnd {
		chunk(f, "IEND", nil, false)
	}
	return nil
}

func chunk(f *file, name string, data []byte, bad bool) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(data)))
	f.Write(n[:])
	sum := crc32.NewIEEE()
	sum.Write([]byte(name))
	sum.Write(data)
	f.WriteString(name)
	f.Write(data)
	binary.BigEndian.PutUint32(n[:], sum.Sum32())
	if bad {
		n[0] ^= 1
	}
	f.Write(n[:])
}

func chunkBytes(name string, data []byte) []byte {
	return bytesOf(func(f *file) error { chunk(f, name, data, false); return nil })
}

func packed(make maker) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if err := into(z, make); err != nil {
		panic(err)
	}
	z.Close()
	return b.Bytes()
}

// photo is a JPEG of w × h.
func photo(w, h int) maker {
	return func(f *file) error {
		return jpeg.Encode(f, wash{w, h}, &jpeg.Options{Quality: 40})
	}
}

// wash is a picture that takes no memory.
type wash struct{ w, h int }

func (i wash) ColorModel() color.Model { return color.RGBAModel }
func (i wash) Bounds() image.Rectangle { return image.Rect(0, 0, i.w, i.h) }
func (i wash) At(x, y int) color.Color { return color.RGBA{byte(x / 16), byte(y / 16), 90, 255} }

const pictured = "  evidence:\n  - image: {title: The picture holds, file: p.png, alt: A picture}\n"

func pictureCase(name, file string, make maker) testCase {
	return outline(name, text(head+theme+strings.ReplaceAll(pictured, "p.png", file))).with(file, make)
}

func pictureCases() (out []testCase) {
	add := func(c testCase) { out = append(out, c) }
	good := pngFile{w: 300, h: 200, depth: 8, kind: 2}
	add(pictureCase("png-good", "p.png", good.make).anyway())
	for name, change := range map[string]func(p *pngFile){
		"rows-missing": func(p *pngFile) { p.rows = 100 }, "no-data": func(p *pngFile) { p.noData = true }, "filter-9": func(p *pngFile) { p.filter = 9 },
		"data-noise": func(p *pngFile) { p.data = noise(5000) }, "data-empty": func(p *pngFile) { p.data = []byte{} }, "data-short": func(p *pngFile) { p.data = []byte{0x78, 0x9c} },
		"no-end": func(p *pngFile) { p.noEnd = true }, "sum": func(p *pngFile) { p.badSum = true }, "depth-3": func(p *pngFile) { p.depth = 3 }, "kind-5": func(p *pngFile) { p.kind = 5 },
		"width-0": func(p *pngFile) { p.w = 0; p.data = []byte{1} }, "size-2g": func(p *pngFile) { p.w, p.h = 1<<31-1, 1<<31-1; p.data = []byte{1} },
		"interlace-9":         func(p *pngFile) { p.interlace = 9 },
		"palette-none":        func(p *pngFile) { p.kind = 3 },
		"palette-long":        func(p *pngFile) { p.kind = 3; p.before = chunkBytes("PLTE", make([]byte, 3*300)) },
		"palette-odd":         func(p *pngFile) { p.kind = 3; p.before = chunkBytes("PLTE", make([]byte, 7)) },
		"transparency-long":   func(p *pngFile) { p.before = chunkBytes("tRNS", make([]byte, 300)) },
		"width-1":             func(p *pngFile) { p.w = 1 },
		"41-megapixels-lying": func(p *pngFile) { p.w, p.h = 6500, 6500; p.rows = 2 },
		"data-adler":          func(p *pngFile) { d := packed(times(200*901, "\x00")); d[len(d)-1] ^= 1; p.data = d },
		"data-more":           func(p *pngFile) { p.data = packed(times(400*901, "\x00")) },
	} {
		p := good
		change(&p)
		add(pictureCase("png-"+name, "p.png", p.make).anyway())
	}
	for _, name := range []string{"rows-missing", "no-data", "filter-9", "data-noise", "data-empty", "data-short", "sum", "data-adler", "no-end"} {
		for i := range out {
			if out[i].name == "png-"+name {
				out[i].codes = nil
			}
		}
	}
	add(pictureCase("png-bomb-in-data", "p.png", pngFile{w: 100, h: 100, depth: 8, kind: 2, data: packed(times(3<<20, "0123456789"))}.make).anyway())
	add(pictureCase("png-bomb-in-text", "p.png", pngFile{w: 100, h: 100, depth: 8, kind: 2, before: chunkBytes("zTXt", append([]byte("a\x00\x00"), packed(times(3<<20, "0123456789"))...))}.make).anyway())
	add(pictureCase("png-bomb-in-profile", "p.png", pngFile{w: 100, h: 100, depth: 8, kind: 2, before: chunkBytes("iCCP", append([]byte("a\x00\x00"), packed(times(3<<20, "0123456789"))...))}.make).anyway())
	add(pictureCase("png-chunks", "p.png", parts(cutShort(good.make, 33), func(f *file) error {
		for range 100000 {
			chunk(f, "tEXt", []byte("a"), false)
		}
		return nil
	})).anyway())
	for _, size := range []struct {
		w, h        int
		depth, kind byte
		interlace   byte
	}{{7000, 5700, 8, 2, 0}, {7000, 5700, 16, 6, 0}, {7000, 5700, 8, 6, 0}, {6000, 4000, 8, 2, 0}, {6000, 4000, 16, 2, 0}, {6000, 4000, 8, 2, 1}, {6300, 6300, 1, 0, 0}, {6300, 6300, 8, 4, 0}, {1500, 1500, 8, 6, 0}, {40000, 900, 8, 2, 0}, {2, 20000000, 8, 0, 0}} {
		add(pictureCase(fmt.Sprintf("png-%dx%d-%d-%d-%d", size.w, size.h, size.depth, size.kind, size.interlace), "p.png", pngFile{w: size.w, h: size.h, depth: size.depth, kind: size.kind, interlace: size.interlace}.make).anyway())
	}
	many := outline("png-rgba-60-times", parts(text(head+theme+"  evidence:\n"), each(60, "  - image: {title: The picture # holds, file: p.png, alt: A picture}\n"))).with("p.png", pngFile{w: 1500, h: 1500, depth: 8, kind: 6}.make)
	add(many.anyway())
	many = outline("png-rgba-20-files", parts(text(head+theme+"  evidence:\n"), each(20, "  - image: {title: The picture # holds, file: p#.png, alt: A picture}\n")))
	for i := range 20 {
		many = many.with(fmt.Sprintf("p%d.png", i), pngFile{w: 1000 + i, h: 1000, depth: 8, kind: 6}.make)
	}
	add(many.anyway())
	photos := outline("jpeg-10-files", parts(text(head+theme+"  evidence:\n"), each(10, "  - image: {title: The picture # holds, file: p#.jpg, alt: A picture}\n")))
	for i := range 10 {
		photos = photos.with(fmt.Sprintf("p%d.jpg", i), photo(1200+i, 900))
	}
	add(photos.anyway())
	plain := photo(600, 400)
	body := bytesOf(plain)
	add(pictureCase("jpeg-24-megapixels", "p.jpg", photo(6000, 4000)).anyway())
	add(pictureCase("jpeg-39-megapixels", "p.jpg", photo(7200, 5500)).anyway())
	for _, n := range []int{2, 20, 100, 300, 600, 1500, -2, -40, -600} {
		add(pictureCase(fmt.Sprintf("jpeg-cut%d", n), "p.jpg", cutShort(plain, n)))
		add(pictureCase(fmt.Sprintf("jpeg-cut%d-ended", n), "p.jpg", parts(cutShort(plain, n), text("\xff\xd9"))).anyway())
	}
	for _, at := range []int{3, 5, 20, 25, 30, 100, 160, 165, 170, 200, 300, 500, 605, 620, 640} {
		add(pictureCase(fmt.Sprintf("jpeg-flip-%d", at), "p.jpg", flipped(plain, at)).anyway())
	}
	sof := bytes.Index(body, []byte{0xff, 0xc0})
	for name, size := range map[string][4]byte{"65535": {255, 255, 255, 255}, "0": {0, 0, 0, 0}, "taller": {3, 0, 2, 88}} {
		add(pictureCase("jpeg-size-"+name, "p.jpg", func(f *file) error {
			b := bytes.Clone(body)
			copy(b[sof+5:], size[:])
			_, err := f.Write(b)
			return err
		}).anyway())
	}
	add(pictureCase("jpeg-segments", "p.jpg", parts(text("\xff\xd8"), times(200000, "\xff\xfe\x00\x02"), raw(body[2:]))).anyway())
	add(pictureCase("jpeg-exif-noise", "p.jpg", parts(text("\xff\xd8\xff\xe1\x27\x12Exif\x00\x00"), raw(noise(10000)), raw(body[2:]))).anyway())
	add(pictureCase("jpeg-fill", "p.jpg", parts(text("\xff\xd8"), times(1000000, "\xff"), raw(body[3:]))).anyway())
	add(pictureCase("jpeg-restarts", "p.jpg", parts(cutShort(plain, -2), times(300000, "\xff\xd0"), text("\xff\xd9"))).anyway())
	add(pictureCase("jpeg-scans", "p.jpg", parts(cutShort(plain, -2), times(2000, "\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00"), text("\xff\xd9"))).anyway())
	add(pictureCase("png-as-jpeg", "p.jpg", good.make).anyway())
	add(pictureCase("empty", "p.png", text("")))
	add(pictureCase("noise", "p.png", raw(noise(50000))))
	add(pictureCase("gif", "p.png", text("GIF89a")))
	add(pictureCase("file-21m", "p.png", parts(good.make, times(21<<17, "01234567"))).saying("20 MiB"))
	add(pictureCase("file-300m", "p.png", parts(text("\x89PNG\r\n\x1a\n"), times(30<<20, "0123456789"))).saying("20 MiB"))
	return out
}

const branded = head + "brand: b.yaml\n" + theme

func drawingCase(name string, make maker) testCase {
	return outline(name, text(branded)).with("b.yaml", text("logo: l.svg\nlogo_alt: A mark\n")).with("l.svg", make).anyway()
}

func drawingCases() (out []testCase) {
	svg := func(name string, inside maker) {
		out = append(out, drawingCase(name, parts(text(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40">`), inside, text(`</svg>`))))
	}
	shape := `<rect width="9" height="9"/>`
	svg("good", text(shape))
	svg("groups-65", parts(times(65, "<g>"), text(shape), times(65, "</g>")))
	svg("groups-30000", parts(times(30000, "<g>"), times(30000, "</g>")))
	svg("open", times(30000, "<g>"))
	svg("elements-10001", times(10001, shape))
	svg("elements-30000", times(30000, shape))
	svg("use-itself", text(`<g id="a"><use href="#a"/></g>`))
	svg("use-loop", text(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`))
	svg("use-laughs", parts(text(`<defs><g id="a0">`+shape+`</g>`), func(f *file) error {
		for i := 1; i < 12; i++ {
			fmt.Fprintf(f, `<g id="a%d">%s</g>`, i, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i-1), 10))
		}
		return nil
	}, text(`</defs><use href="#a11"/>`)))
	svg("use-symbol-laughs", parts(text(`<symbol id="a0">`+shape+`</symbol>`), func(f *file) error {
		for i := 1; i < 12; i++ {
			fmt.Fprintf(f, `<symbol id="a%d" viewBox="0 0 9 9">%s</symbol>`, i, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i-1), 10))
		}
		return nil
	}, text(`<use href="#a11"/>`)))
	svg("use-chain", parts(each(3000, `<g id="a#"><use href="#b#"/></g>`)))
	svg("clip-loop", text(`<clipPath id="a" clip-path="url(#a)">`+shape+`</clipPath><g clip-path="url(#a)">`+shape+`</g>`))
	svg("clip-laughs", parts(text(`<clipPath id="a0">`+shape+`</clipPath>`), func(f *file) error {
		for i := 1; i < 14; i++ {
			fmt.Fprintf(f, `<clipPath id="a%d">%s</clipPath>`, i, strings.Repeat(fmt.Sprintf(`<rect width="9" height="9" clip-path="url(#a%d)"/>`, i-1), 4))
		}
		return nil
	}, text(`<g clip-path="url(#a13)">`+shape+`</g>`)))
	svg("clips-600", parts(text(`<clipPath id="a">`+shape+`</clipPath>`), times(600, `<g clip-path="url(#a)">`+shape+`</g>`)))
	svg("gradient-loop", text(`<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>`))
	svg("gradient-stops", parts(text(`<linearGradient id="a">`), times(9000, `<stop offset=".5"/>`), text(`</linearGradient><rect width="9" height="9" fill="url(#a)"/>`)))
	svg("gradient-chain", parts(each(2000, `<linearGradient id="a#" href="#a#"/>`), text(`<rect width="9" height="9" fill="url(#a0)"/>`)))
	svg("path-points", parts(text(`<path d="M0 0`), times(60000, "h1v1"), text(`"/>`)))
	svg("path-arcs", parts(text(`<path d="M0 0`), times(20000, "a1 1 0 0 1 2 2"), text(`"/>`)))
	svg("path-numbers", parts(text(`<path d="M0 0L`), times(90000, "1 1 "), text(`"/>`)))
	svg("path-commands", parts(text(`<path d="M0 0`), times(400000, "z"), text(`"/>`)))
	svg("path-moves", parts(text(`<path d="`), times(100000, "M1 1"), text(`"/>`)))
	svg("path-digits", parts(text(`<path d="M0 0h`), times(500000, "9"), text(`"/>`)))
	svg("path-exponent", text(`<path d="M0 0h1e999999999"/>`))
	svg("path-minus", parts(text(`<path d="M0 0h`), times(500000, "-"), text(`"/>`)))
	svg("path-empty", text(`<path d=""/>`))
	svg("dashes-fine", text(`<path d="M0 0H60" stroke="#000" stroke-dasharray=".00001 .00001"/>`))
	svg("dashes-many", parts(text(`<path d="M0 0H60" stroke="#000" stroke-dasharray="`), times(100000, "1 "), text(`"/>`)))
	svg("dashes-long-path", parts(text(`<path stroke="#000" stroke-dasharray=".01" d="M0 0`), times(4000, "h60h-60"), text(`"/>`)))
	svg("dashes-zero", text(`<path d="M0 0H60" stroke="#000" stroke-dasharray="0 0"/>`))
	svg("dashes-minus", text(`<path d="M0 0H60" stroke="#000" stroke-dasharray="-1 2"/>`))
	svg("width-huge", text(`<path d="M0 0H60" stroke="#000" stroke-width="999999"/>`))
	svg("miter-huge", text(`<path d="M0 0L60 1L0 2" fill="none" stroke="#000" stroke-width="9" stroke-miterlimit="999999"/>`))
	svg("far", text(`<rect x="900000" y="-900000" width="900000" height="900000"/>`))
	svg("transform-huge", text(`<g transform="scale(1e6)"><g transform="scale(1e6)"><g transform="scale(1e6)"><rect width="9" height="9"/></g></g></g>`))
	svg("transform-tiny", text(`<g transform="scale(1e-200)"><rect width="9" height="9" stroke="#000"/></g>`))
	svg("transform-nan", text(`<g transform="matrix(NaN 0 0 1 0 0)"><rect width="9" height="9"/></g>`))
	svg("transforms", parts(text(`<g transform="`), times(100000, "scale(1) "), text(`"><rect width="9" height="9"/></g>`)))
	svg("transform-open", parts(text(`<g transform="`), times(200000, "scale("), text(`"/>`)))
	svg("style-rules", parts(text(`<style>`), each(20000, `.a#{fill:red}`), text(`</style>`+shape)))
	svg("style-selectors", parts(text(`<style>`), times(60000, `a,`), text(`b{fill:red}</style>`+shape)))
	svg("style-descendants", parts(text(`<style>`), times(60000, `g `), text(`rect{fill:red}</style>`+shape)))
	svg("style-braces", parts(text(`<style>`), times(200000, `{`), text(`</style>`+shape)))
	svg("style-comments", parts(text(`<style>`), times(200000, `/*`), text(`</style>`+shape)))
	svg("style-times-elements", parts(text(`<style>`), each(2400, `.a#{fill:red}`), text(`</style>`), each(5000, `<rect width="9" height="9" class="a# a1 a2 a3"/>`)))
	svg("style-backtracking", parts(text(`<style>`), times(30, `g `), text(`q rect{fill:red}</style>`), times(60, `<g>`), text(shape), times(60, `</g>`)))
	svg("classes", parts(text(`<rect width="9" height="9" class="`), times(200000, "a "), text(`"/>`)))
	svg("attribute", parts(text(`<rect width="9" height="9" fill="`), times(500000, "#"), text(`"/>`)))
	svg("attributes", parts(text(`<rect width="9" height="9" `), each(40000, `a#="" `), text(`/>`)))
	svg("text", text(`<text>words</text>`))
	svg("script", text(`<script>alert(1)</script>`+shape))
	svg("foreign", text(`<foreignObject><b/></foreignObject>`))
	svg("image-file", text(`<image href="file:///etc/passwd" width="9" height="9"/>`))
	svg("image-web", text(`<image href="http://example.com/a.png" width="9" height="9"/>`))
	svg("use-web", text(`<use href="http://example.com/a.svg#b"/>`))
	svg("opacity-deep", parts(times(60, `<g opacity=".5">`), times(9, shape), times(60, `</g>`)))
	svg("opacities", times(600, `<g opacity=".5">`+shape+shape+`</g>`))
	svg("ids-same", times(9000, `<rect id="a" width="9" height="9"/>`))
	svg("points", parts(text(`<polygon points="`), times(100000, "1,1 "), text(`"/>`)))
	svg("units", text(`<rect width="9furlong" height="9"/>`))
	svg("nan", text(`<rect width="NaN" height="Infinity"/>`))
	for name, src := range map[string]maker{
		"laughs": parts(text(`<!DOCTYPE svg [<!ENTITY a "ha">`), func(f *file) error {
			for i := range 20 {
				fmt.Fprintf(f, `<!ENTITY a%d "&a%d;&a%d;">`, i+1, i, i)
			}
			return nil
		}, text(`]><svg viewBox="0 0 9 9"><path d="&a20;"/></svg>`)),
		"entity-file": text(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 9 9"><path d="&a;"/></svg>`),
		"entities":    parts(text(`<!DOCTYPE svg [<!ENTITY a "M0 0h9v9z">]><svg viewBox="0 0 9 9"><path d="`), times(100000, "&a;"), text(`"/></svg>`)),
		"doctype":     parts(text(`<!DOCTYPE svg [`), times(200000, "<!ENTITY "), text(`]><svg/>`)),
		"viewbox-nan": text(`<svg viewBox="0 0 NaN 5"/>`), "viewbox-huge": text(`<svg viewBox="0 0 1e300 1e300"><rect width="9" height="9"/></svg>`), "viewbox-tiny": text(`<svg viewBox="0 0 1e-300 1e-300"><rect width="9" height="9"/></svg>`),
		"viewbox-flat": text(`<svg viewBox="0 0 1000000 .001"><rect width="9" height="9"/></svg>`), "empty": text(""), "noise": raw(noise(50000)), "spaces": times(1<<20, " "),
		"gzip": text("\x1f\x8b\x08\x00"), "utf16": text("\xff\xfe<\x00s\x00v\x00g\x00"), "file-2m": parts(text(`<svg viewBox="0 0 9 9">`), times(2<<17, "<!-- -->"), text(`</svg>`)),
		"file-200m": parts(text(`<svg viewBox="0 0 9 9">`), times(20<<20, "<!--  -->"), text(`</svg>`)), "cut": text(`<svg viewBox="0 0 9 9"><rect width="9"`), "percent": text(`<svg viewBox="0 0 9 9"><rect width="999999999%" height="1%"/></svg>`),
		"namespace-loop": parts(text(`<svg viewBox="0 0 9 9" `), each(20000, `xmlns:a#="b" `), text(`/>`)), "processing": parts(times(100000, "<?a?>"), text(`<svg viewBox="0 0 9 9"/>`)),
	} {
		out = append(out, drawingCase(name, src))
	}
	return out
}
