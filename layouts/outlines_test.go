package layouts

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// outlineGen writes outlines from a seed.
type outlineGen struct {
	rng     *rand.Rand
	b       strings.Builder
	script  script
	over    bool              // some texts are over their budget
	extreme bool              // numbers are very large, very small or zero
	kinds   []string          // blocks, and charts as chart:kind
	files   map[string]string // data, by name
}

// script is what the words of an outline are made of.
type script uint8

const (
	latin script = iota
	allChinese
	mixed
	rough // long words, addresses and numbers that nothing parts
)

// newOutline is the generator of a seed.
func newOutline(seed int, stream uint64) *outlineGen {
	return &outlineGen{rng: rand.New(rand.NewPCG(uint64(seed), stream)), files: map[string]string{}}
}

func (g *outlineGen) n(lo, hi int) int           { return lo + g.rng.IntN(hi-lo+1) }
func (g *outlineGen) yes(percent int) bool       { return g.rng.IntN(100) < percent }
func (g *outlineGen) pick(list ...string) string { return list[g.rng.IntN(len(list))] }

// some is how many items a list has: as few and as many as it may hold stand more often.
func (g *outlineGen) some(lo, hi int) int {
	switch g.n(0, 7) {
	case 0:
		return lo
	case 1:
		return hi
	}
	return g.n(lo, hi)
}

func (g *outlineGen) line(depth int, format string, args ...any) {
	g.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

const latinWords = "a an the of to in by for who and but not is was can may sells machines capital founders customers infrastructure commercialisation " +
	"start-ups GPT-4 AGI RMB Wang Huiwen Baichuan Intelligence value splits shares threshold emergence models domestic accuracy doubled within months " +
	"counterparties interoperability wavelength fjord jazz quickly pay; rent, price: market: “moat” China’s O’Neill 1970s Q3 10–12% 20% W Mmmm iii lll"

const hanWords = "大模型创业者已经在十字路口集合通用人工智能资本算力价值分配谁来买单机器客户收入增长融资团队研究产品"

var unbroken = []string{"Donaudampfschifffahrtsgesellschaftskapitän", "pneumonoultramicroscopicsilicovolcanoconiosis", "an_identifier_that_nothing_parts_anywhere",
	"https://www.example.com/reports/2023/05/31/index.html?lang=en", "example.com/a-page/about-everything", "12345678901234567890", "RMB1,234,567,890.12"}

// text is words of up to a budget of characters, quoted for YAML.
func (g *outlineGen) text(budget int) string {
	n := max(3, budget*g.some(15, 100)/100)
	if g.over && g.yes(15) {
		n = budget * g.n(105, 170) / 100
	}
	switch {
	case g.script == allChinese && g.yes(80):
		return strconv.Quote(g.han(max(2, n/2)))
	case g.script == mixed && g.yes(70):
		return strconv.Quote(g.both(n))
	}
	list := strings.Fields(latinWords)
	var out string
	for {
		w := list[g.rng.IntN(len(list))]
		room := n - len([]rune(out)) - 1
		if g.script == rough && g.yes(15) && room > 3 {
			// What cannot be parted may be as long as the whole budget.
			w = unbroken[g.rng.IntN(len(unbroken))]
			w = string([]rune(w)[:min(room, len([]rune(w)))])
		}
		if len([]rune(w)) > room {
			break
		}
		out = strings.TrimSpace(out + " " + w)
	}
	if out == "" {
		out = "A"
	}
	return strconv.Quote(out)
}

// han is so many Chinese characters, with some Latin among them.
func (g *outlineGen) han(n int) string {
	han := []rune(hanWords)
	var out []rune
	for len(out) < n {
		out = append(out, han[g.rng.IntN(len(han))])
		if g.yes(6) {
			out = append(out, '，')
		}
		if g.yes(4) {
			out = append(out, []rune("GPT-4")...)
		}
	}
	return strings.Trim(string(out), "，")
}

// both is Chinese and Latin words in turn; a Chinese character is as wide as two Latin ones.
func (g *outlineGen) both(n int) string {
	list, han := strings.Fields(latinWords), []rune(hanWords)
	out, used := "", 0
	for {
		w, width := list[g.rng.IntN(len(list))], 0
		if g.yes(50) {
			at := g.n(0, len(han)-5)
			w = string(han[at : at+g.n(1, 4)])
			width = len([]rune(w))
		}
		if used += len([]rune(w)) + width + 1; used > n {
			break
		}
		if out != "" && g.yes(60) {
			out += " "
		}
		out += w
	}
	if out == "" {
		return "模型"
	}
	return out
}

// slides writes an outline with all that slides print.
func (g *outlineGen) slides() []byte { return append(g.outline(), g.data()...) }

// data names the data files that were written.
func (g *outlineGen) data() string {
	if len(g.files) == 0 {
		return ""
	}
	out := "data:\n"
	for _, name := range slices.Sorted(maps.Keys(g.files)) {
		out += fmt.Sprintf("  %s: {file: %s, source: s1}\n", strings.TrimSuffix(name, ".csv"), name)
	}
	return out
}

// reader reads the data files that were written, and others from elsewhere.
func (g *outlineGen) reader(others reader) reader {
	return func(name string, limit int64) ([]byte, error) {
		if data, ok := g.files[name]; ok {
			return []byte(data), nil
		}
		return others(name, limit)
	}
}

func (g *outlineGen) outline() []byte {
	g.over, g.extreme = g.yes(20), g.yes(20)
	switch n := g.n(0, 99); {
	case n < 14:
		g.script = allChinese
	case n < 24:
		g.script = mixed
	case n < 36:
		g.script = rough
	}
	g.line(0, "title: %s", g.text(45))
	g.line(0, "date: 2023-05-31")
	if g.script == allChinese || g.script == mixed && g.yes(50) {
		g.line(0, "language: zh")
	}
	if g.yes(25) {
		g.line(0, "masthead: %s", g.text(28))
	}
	if g.yes(15) {
		g.line(0, "confidentiality: %s", g.text(70))
	}
	if g.yes(70) {
		g.line(0, "standfirst: %s", g.text(110))
	}
	g.line(0, "sources:")
	for i := range g.some(1, 3) {
		g.line(1, "s%d: {title: %s, date: 2023}", i+1, g.text(80))
	}
	g.line(0, "people:")
	for i := range 14 {
		g.line(1, "p%d: {name: %s, role: %s, org: %s}", i+1, strconv.Quote("Wang Number "+strconv.Itoa(i+1)), g.text(40), g.text(28))
	}
	g.line(0, "figures:")
	for i, v := range []string{"20%", "over 70%", "about $80m", "RMB 1 to 2m", "40 to 50 bn parameters", "31 months"} {
		g.line(1, "f%d: {label: %s, value: %s, source: s1}", i+1, g.text(60), strconv.Quote(v))
	}
	if g.yes(40) {
		g.line(0, "summary:")
		g.line(1, "points:")
		for range g.some(3, 5) {
			g.line(2, "- {lead: %s, text: %s}", g.text(60), g.text(160))
		}
		if g.yes(60) {
			g.line(1, "kpis: [f1, f3, f4]")
		}
		if g.yes(60) {
			g.line(1, "call: %s", g.text(90))
		}
	}
	g.line(0, "themes:")
	for i := range g.some(1, 3) {
		g.line(1, "- name: %s", g.text(18))
		g.line(2, "id: t%d", i+1)
		g.line(2, "claim: %s", g.text(110))
		if g.yes(60) {
			g.line(2, "standfirst: %s", g.text(220))
		}
		if g.yes(50) {
			g.line(2, "points:")
			for range g.some(2, 4) {
				g.line(3, "- {heading: %s, text: %s}", g.text(34), g.text(150))
			}
		}
		if g.yes(40) {
			g.line(2, "kpis: [%s]", g.pick("f1", "f1, f2", "f2, f4, f5", "f6, f3"))
		}
		if g.yes(50) {
			g.line(2, "so_what: %s", g.text(90))
		}
		g.line(2, "source: %s", g.pick("s1", "s1", "[s1]"))
		g.line(2, "evidence:")
		for range g.some(1, 3) {
			g.block()
		}
	}
	if g.yes(30) {
		g.line(0, "contacts:")
		for range g.some(1, 4) {
			g.line(1, "- {name: %s, role: %s, email: somebody@example.com}", g.text(24), g.text(30))
		}
	}
	return []byte(g.b.String())
}
