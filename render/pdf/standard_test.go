package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

func promising(t *testing.T, d *scene.Deck, s Standard) *pdftest.File {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, Options{Standard: s}); err != nil {
		t.Fatal(err)
	}
	f, err := pdftest.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestStandardsAreReadAsTheyAreNamed(t *testing.T) {
	for i, name := range Standards() {
		if s, err := ParseStandard(name); err != nil || s != Standard(i) || s.String() != name {
			t.Errorf("%q: %v, %v", name, s, err)
		}
	}
	if s, err := ParseStandard(" A-2a , ua-1"); err != nil || s != UA1A2a {
		t.Errorf("in another order: %v, %v", s, err)
	}
	for _, name := range []string{"", "a-2a", "ua-1,a-2b", "ua-1,ua-1", "none,a-2b"} {
		if s, err := ParseStandard(name); err == nil {
			t.Errorf("%q passes for %s", name, s)
		}
	}
}

func TestTheMetadataSayWhatTheInformationSays(t *testing.T) {
	s := newSetter(t)
	d := onePage(s, as(s.text("", scene.Sans, 10, 54, 100, "words"), scene.RoleTitle))
	d.Meta = scene.Meta{Title: "Costs < 5 & rising \x01]]>", Author: "A", Subject: "Models", Keywords: []string{"AI", "price"}, Language: "zh", Date: "2023-05-12"}
	for promise, want := range map[Standard][3]string{UA1A2a: {"2", "A", "1"}, A2b: {"2", "B", ""}, UA1: {"", "", "1"}, None: {}} {
		f := promising(t, d, promise)
		packet, ok := f.Get(f.Catalog["Metadata"]).(pdftest.Stream)
		if !ok || packet.Dict["Subtype"] != pdftest.Name("XML") || packet.Dict["Filter"] != nil {
			t.Fatalf("%s: metadata %v", promise, packet.Dict)
		}
		said := map[string]string{}
		x := xml.NewDecoder(bytes.NewReader(packet.Data))
		var at []string
		for {
			token, err := x.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v in\n%s", promise, err, packet.Data)
			}
			switch token := token.(type) {
			case xml.StartElement:
				at = append(at, token.Name.Space+" "+token.Name.Local)
			case xml.EndElement:
				at = at[:len(at)-1]
			case xml.CharData:
				if words := strings.TrimSpace(string(token)); words != "" && len(at) > 3 {
					said[at[3]] += words // below the packet, its list and the description
				}
			}
		}
		const dc, xmp = "http://purl.org/dc/elements/1.1/ ", "http://ns.adobe.com/xap/1.0/ "
		for name, value := range map[string]string{dc + "title": "Costs < 5 & rising ]]>", dc + "creator": f.Info["Author"], dc + "description": f.Info["Subject"], dc + "language": "zh",
			xmp + "CreateDate": "2023-05-12T00:00:00Z", xmp + "ModifyDate": "2023-05-12T00:00:00Z", xmp + "CreatorTool": f.Info["Creator"],
			"http://ns.adobe.com/pdf/1.3/ Keywords": f.Info["Keywords"], "http://ns.adobe.com/pdf/1.3/ Producer": f.Info["Producer"],
			"http://www.aiim.org/pdfa/ns/id/ part": want[0], "http://www.aiim.org/pdfa/ns/id/ conformance": want[1], "http://www.aiim.org/pdfua/ns/id/ part": want[2]} {
			if said[name] != value {
				t.Errorf("%s: %s is %q, want %q", promise, name, said[name], value)
			}
		}
		intents, _ := f.Catalog["OutputIntents"].(pdftest.Array)
		if (len(intents) == 1) != (promise.Level() != "") {
			t.Errorf("%s: output intents %v", promise, intents)
		}
	}
}

// TestTheProfileIsThatOfTheScreen follows the profile's curve and colours from values to what they look like.
func TestTheProfileIsThatOfTheScreen(t *testing.T) {
	p := srgb()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || len(p) > 700 || string(p[12:24]) != "mntrRGB XYZ " || string(p[36:40]) != "acsp" {
		t.Fatalf("%d bytes, head % x", len(p), p[:40])
	}
	tags := map[string][]byte{}
	for i := range int(be.Uint32(p[128:])) {
		e := p[132+12*i:]
		from, size := be.Uint32(e[4:]), be.Uint32(e[8:])
		if from%4 != 0 || int(from+size) > len(p) {
			t.Fatalf("tag %s at %d, %d bytes of %d", e[:4], from, size, len(p))
		}
		tags[string(e[:4])] = p[from : from+size]
	}
	number := func(b []byte) float64 { return float64(int32(be.Uint32(b))) / 65536 }
	var white [3]float64
	for _, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		for i := range 3 {
			white[i] += number(tags[name][8+4*i:])
		}
	}
	for i := range 3 { // red, green and blue together are white
		if math.Abs(white[i]-number(tags["wtpt"][8+4*i:])) > 2e-4 {
			t.Errorf("white is %v, not that of the profile", white)
		}
	}
	c := tags["gTRC"]
	if string(c[:4]) != "para" || be.Uint16(c[8:]) != 3 || len(c) != 32 {
		t.Fatalf("curve % x", c)
	}
	g, a, b, lin, d := number(c[12:]), number(c[16:]), number(c[20:]), number(c[24:]), number(c[28:])
	for v, want := range map[float64]float64{0: 0, 0.02: 0.02 / 12.92, 0.5: 0.21404, 1: 1} {
		got := lin * v
		if v >= d {
			got = math.Pow(a*v+b, g)
		}
		if math.Abs(got-want) > 1e-4 {
			t.Errorf("%v is %v of the light, want %v", v, got, want)
		}
	}
	if string(tags["desc"][:4]) != "mluc" || len(tags["chad"]) != 44 || tags["cprt"] == nil {
		t.Error("a tag that every profile has is missing")
	}
}

func TestPagesCallThemselvesWhatIsPrintedOnThem(t *testing.T) {
	s := newSetter(t)
	d := onePage(s)
	for _, n := range []int{2, 5, 6, 0, 0, 9} {
		d.Pages = append(d.Pages, scene.Page{ID: "p" + string(rune('a'+len(d.Pages))), Number: n})
	}
	d.Pages[0].Number = 1
	f := written(t, d)
	labels, _ := f.Catalog["PageLabels"].(pdftest.Dict)
	nums, _ := labels["Nums"].(pdftest.Array)
	var got []any
	for i := 0; i+1 < len(nums); i += 2 {
		got = append(got, nums[i], nums[i+1].(pdftest.Dict)["St"])
	}
	if want := []any{0.0, 1.0, 2.0, 5.0, 4.0, nil, 6.0, 9.0}; !slices.Equal(got, want) {
		t.Errorf("labels are %v, want %v", got, want)
	}
}

func TestThemesBlocksAndExhibitsCanBeOpenedByName(t *testing.T) {
	s := newSetter(t)
	d := onePage(s, as(s.text("compute", scene.Sans, 10, 54, 100, "Theme"), scene.RoleTitle), s.text("compute/p1", scene.Sans, 10, 54, 130, "words"))
	d.Pages = append(d.Pages, scene.Page{ID: "two", Number: 2, Items: []scene.Item{
		&scene.Group{ID: "compute.prices(1)", Role: scene.RoleExhibit, Items: []scene.Item{s.text("", scene.Sans, 10, 54, 300, "chart")}}}})
	f := written(t, d)
	names, _ := f.Catalog["Names"].(pdftest.Dict)
	tree, _ := f.Get(names["Dests"]).(pdftest.Dict)
	list, _ := tree["Names"].(pdftest.Array)
	if len(list) != 4 || list[0] != pdftest.String("compute") || list[2] != pdftest.String("compute.prices(1)") {
		t.Fatalf("names are %v", list)
	}
	if to := list[3].(pdftest.Array); to[0] != f.Catalog["Pages"].(pdftest.Ref)+4 || !near(to[3].(float64), 841.89-290+8) {
		t.Errorf("the exhibit is at %v", to)
	}
}

func TestWhatAStandardForbidsIsFound(t *testing.T) {
	s := newSetter(t)
	private := s.text("theme.block/title", scene.Sans, 10, 54, 100, "a \uE000 sign")
	cell := s.text("", scene.Sans, 10, 54, 100, "\U000F0001")
	inks := []byte("\xFF\xD8\xFF\xC0\x00\x14\x08\x00\x01\x00\x01\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00\xFF\xDA\x00\x08") // the head of one pixel in four inks
	d := onePage(s, &scene.Group{ID: "g", Items: []scene.Item{private, &scene.Chart{ID: "c", Drawing: []scene.Item{cell}},
		&scene.Table{ID: "t", Rows: [][]scene.Cell{{{Text: *cell}}}}, &scene.Image{ID: "i", Format: "jpeg", Data: inks}}})
	locked := bytes.Clone(d.Fonts[0].Data)
	at := bytes.Index(locked[:400], []byte("OS/2"))
	binary.BigEndian.PutUint16(locked[int(binary.BigEndian.Uint32(locked[at+8:]))+8:], 2)
	d.Fonts = append(slices.Clone(d.Fonts), scene.FontFile{Family: "Locked", Data: locked})
	items := func(s Standard) (out []string) {
		for _, r := range Refused(d, s) {
			out = append(out, r.Item)
		}
		return out
	}
	for promise, want := range map[Standard][]string{UA1A2a: {"", "theme.block/title", "c", "t", "i"}, A2b: {"", "i"}, UA1: {""}, None: nil} {
		if got := items(promise); !slices.Equal(got, want) {
			t.Errorf("%s refuses %q, want %q", promise, got, want)
		}
	}
}
