package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"sort"
)

// A font of a few glyphs that a brand may use, made table by table, so that each can be broken.
type fontFile map[string][]byte

func be16(v ...int) []byte {
	out := make([]byte, 0, 2*len(v))
	for _, n := range v {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

func be32(v ...int) []byte {
	out := make([]byte, 0, 4*len(v))
	for _, n := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	return out
}

func join(all ...[]byte) (out []byte) {
	for _, one := range all {
		out = append(out, one...)
	}
	return out
}

// tinyFont has a square for every printable character of ASCII.
func tinyFont() fontFile {
	const glyphs = 96
	square := join(be16(1, 50, 0, 450, 700), be16(3), be16(0), []byte{1, 1, 1, 1}, be16(50, 400, 0, -400), be16(0, 0, 700, 0))
	for len(square)%4 != 0 {
		square = append(square, 0)
	}
	var glyf, loca, hmtx []byte
	for range glyphs {
		loca = append(loca, be32(len(glyf))...)
		glyf = append(glyf, square...)
		hmtx = append(hmtx, be16(500, 50)...)
	}
	loca = append(loca, be32(len(glyf))...)
	cmap := join(be16(0, 1), be16(3, 1), be32(12), be16(4, 32, 0, 4, 4, 1, 0), be16(126, 0xffff), be16(0), be16(32, 0xffff), be16(-31&0xffff, 1), be16(0, 0))
	os2 := make([]byte, 96)
	copy(os2, join(be16(4, 500, 400, 5, 0)))
	copy(os2[68:], be16(700, -200&0xffff, 0, 700, 200))
	copy(os2[86:], be16(500, 700))
	name := join(be16(0, 1, 18), be16(3, 1, 0x409, 1, 8, 0), be16('T', 'i', 'n', 'y'))
	post := append(be32(0x30000), make([]byte, 28)...)
	head := join(be32(0x10000, 0x10000, 0, 0x5f0f3cf5), be16(0, 1000), make([]byte, 16), be16(0, 0, 500, 700, 0, 8, 2, 1, 0))
	hhea := join(be32(0x10000), be16(700, -200&0xffff, 0, 500), make([]byte, 22), be16(glyphs))
	maxp := append(join(be32(0x10000), be16(glyphs, 4, 1, 0, 0, 2)), make([]byte, 16)...)
	return fontFile{"glyf": glyf, "loca": loca, "hmtx": hmtx, "cmap": cmap, "OS/2": os2, "name": name, "post": post, "head": head, "hhea": hhea, "maxp": maxp}
}

func (t fontFile) make(f *file) error {
	_, err := f.Write(t.bytes())
	return err
}

func (t fontFile) bytes() []byte {
	var tags []string
	for tag := range t {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	out := join(be32(0x10000), be16(len(tags), 128, 3, 32))
	at := len(out) + 16*len(tags)
	var body []byte
	for _, tag := range tags {
		out = join(out, []byte(tag), be32(0, at+len(body), len(t[tag])))
		body = append(body, t[tag]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// shipped is one of the program's own faces, cut or changed by the cases; the corpus runs from the repository's root.
func shipped(name string) []byte {
	data, err := os.ReadFile("assets/fonts/" + name)
	if err != nil {
		return tinyFont().bytes()
	}
	return data
}

func fontCase(name string, make maker) testCase {
	all := outline(name, text(branded+"  argument: Words that are printed, with 12 numbers\n")).with("b.yaml", text("fonts: f\n")).with("f/sans.ttf", make).with("f/serif.ttf", make).with("f/cond.ttf", make)
	all.args, all.codes = []string{"build", "in", "-o", "made/", "--to", "document,slides,png", "--pages", "1-3"}, []int{0, 1}
	return all
}

func fontCases() (out []testCase) {
	add := func(name string, make maker) { out = append(out, fontCase(name, make)) }
	add("tiny", tinyFont().make)
	tables := []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
	for _, tag := range tables {
		name := fmt.Sprintf("%.2s", tag) + tag[len(tag)-1:]
		if tag == "OS/2" {
			name = "os2"
		}
		t := tinyFont()
		delete(t, tag)
		add("without-"+name, t.make)
		t = tinyFont()
		t[tag] = t[tag][:len(t[tag])/2]
		add("half-"+name, t.make)
		t = tinyFont()
		t[tag] = nil
		add("empty-"+name, t.make)
		t = tinyFont()
		for i := range t[tag] {
			t[tag][i] = 0xff
		}
		add("ones-"+name, t.make)
		t = tinyFont()
		clear(t[tag])
		add("zeros-"+name, t.make)
		t = tinyFont()
		t[tag] = noise(len(t[tag]))
		add("noise-"+name, t.make)
	}
	good := tinyFont().bytes()
	for i := range tables { // the directory: offsets and lengths outside the file
		b := append([]byte(nil), good...)
		copy(b[12+16*i+8:], be32(1<<31-1))
		add(fmt.Sprintf("offset-out-%d", i), raw(b))
		b = append([]byte(nil), good...)
		copy(b[12+16*i+12:], be32(1<<31-1))
		add(fmt.Sprintf("length-out-%d", i), raw(b))
	}
	glyph := func(name string, body []byte) {
		t := tinyFont()
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		var glyf, hmtx, locas []byte
		for range 96 {
			locas = append(locas, be32(len(glyf))...)
			glyf = append(glyf, body...)
			hmtx = append(hmtx, be16(500, 0)...)
		}
		t["glyf"], t["loca"], t["hmtx"] = glyf, append(locas, be32(len(glyf))...), hmtx
		add("glyph-"+name, t.make)
	}
	composite := func(gid int) []byte { return join(be16(-1&0xffff, 0, 0, 500, 700), be16(0x0000, gid), []byte{0, 0}) }
	glyph("itself", composite(37))
	glyph("cycle", composite(36))
	glyph("out", composite(60000))
	glyph("more-for-ever", join(be16(-1&0xffff, 0, 0, 500, 700), be16(0x20, 37), []byte{0, 0}))
	var many []byte
	for range 500 {
		many = append(many, join(be16(0x20, 1), []byte{0, 0})...)
	}
	glyph("many-components", join(be16(-1&0xffff, 0, 0, 500, 700), many, be16(0, 1), []byte{0, 0}))
	glyph("contours-30000", be16(30000, 0, 0, 500, 700))
	glyph("points-65535", join(be16(1, 0, 0, 500, 700), be16(65534, 0), []byte{9, 255}))
	glyph("ends-backwards", join(be16(2, 0, 0, 500, 700), be16(5, 3, 0), make([]byte, 40)))
	glyph("instructions", join(be16(1, 0, 0, 500, 700), be16(3, 65535), make([]byte, 20)))
	glyph("box-huge", join(be16(1, -32768, -32768, 32767, 32767), be16(3), be16(0), []byte{1, 1, 1, 1}, be16(32767, 1, 2, 3), be16(1, 2, 3, 4)))
	glyph("empty", nil)
	t := tinyFont()
	for i := 0; i < len(t["loca"]); i += 8 {
		copy(t["loca"][i:], be32(1<<30))
	}
	add("loca-backwards", t.make)
	t = tinyFont()
	copy(t["head"][18:], be16(0))
	add("units-0", t.make)
	t = tinyFont()
	copy(t["head"][18:], be16(65535))
	add("units-65535", t.make)
	t = tinyFont()
	copy(t["maxp"][4:], be16(65535))
	add("glyphs-65535", t.make)
	t = tinyFont()
	copy(t["hhea"][34:], be16(65535))
	add("metrics-65535", t.make)
	t = tinyFont()
	for i := 0; i < len(t["hmtx"]); i += 4 {
		copy(t["hmtx"][i:], be16(65535))
	}
	add("advance-65535", t.make)
	t = tinyFont()
	for i := 0; i < len(t["hmtx"]); i += 4 {
		copy(t["hmtx"][i:], be16(0))
	}
	add("advance-0", t.make)
	t = tinyFont()
	copy(t["cmap"][12+8+14:], be16(0)) // segments that overlap
	add("cmap-segments", t.make)
	t = tinyFont()
	t["cmap"] = join(be16(0, 1), be16(3, 10), be32(12), be16(12, 0), be32(16+12*20000, 0, 20000), func() (b []byte) {
		for i := range 20000 {
			b = append(b, be32(i*50, i*50+49, 1)...)
		}
		return b
	}())
	add("cmap-groups", t.make)
	t = tinyFont()
	t["cmap"] = join(be16(0, 1), be16(3, 10), be32(12), be16(12, 0), be32(28, 0, 1), be32(0, 0x7fffffff, 0))
	add("cmap-all", t.make)
	t = tinyFont()
	t["GSUB"] = noise(4000)
	add("gsub-noise", t.make)
	t = tinyFont()
	t["GPOS"] = join(be32(0x10000), be16(10, 12, 14), be16(0, 0, 0))
	add("gpos-empty", t.make)
	t = tinyFont()
	t["kern"] = join(be16(0, 1), be16(0, 65535, 1), be16(65535, 0, 0, 0))
	add("kern-huge", t.make)
	t = tinyFont()
	t["fvar"] = noise(2000)
	add("fvar-noise", t.make)
	for _, n := range []int{0, 3, 11, 12, 60, 172, 1000, -1, -500} {
		add(fmt.Sprintf("cut%d", n), cutShort(tinyFont().make, n))
	}
	whole := shipped("IBMPlexSans_400Regular.ttf")
	for _, n := range []int{200, 5000, len(whole) / 2, len(whole) - 100} {
		add(fmt.Sprintf("whole-cut-%d", n*100/len(whole)), raw(whole[:min(n, len(whole))]))
	}
	for i := range 20 {
		at := (i*7919 + 311) % len(whole)
		add(fmt.Sprintf("whole-flip-%d", i), flipped(raw(whole), at))
	}
	add("padded-60m", parts(raw(good), times(60<<17, "01234567")))
	add("padded-70m", parts(raw(good), times(70<<17, "01234567")))
	add("noise", raw(noise(100000)))
	add("otto", text("OTTO\x00\x00"))
	add("ttc", text("ttcf\x00\x01\x00\x00\xff\xff\xff\xff"))
	add("woff", text("wOFF\x00\x01\x00\x00"))
	add("tables-65535", raw(join(be32(0x10000), be16(65535, 0, 0, 0), noise(16*1000))))
	return out
}
