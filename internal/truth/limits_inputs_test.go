package truth_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"

	"roadshow/internal/limits"
)

// input is an outline with the files that it names. A sparse file is as long as its figure and holds nothing.
type input struct {
	outline string
	files   map[string]string
	sparse  map[string]int64
	dear    string // why -short leaves it out
}

const (
	limitHead  = "title: T\ndate: 2025\n"
	limitTheme = "themes:\n- name: One\n  claim: One thing holds\n"
)

// limitInputs are, of each limit that an outline can pass, inputs of which the limit counts exactly n.
func limitInputs() map[limits.ID]func(n int) input {
	times := strings.Repeat
	of := func(outline string, files ...string) input {
		in := input{outline: outline, files: map[string]string{}, sparse: map[string]int64{}}
		for i := 0; i+1 < len(files); i += 2 {
			in.files[files[i]] = files[i+1]
		}
		if size := len(outline) + len(strings.Join(files, "")); size > 400<<10 {
			in.dear = "its text is longer than 400 KiB"
		}
		return in
	}
	long := func(name string, outline string, size int) input {
		in := of(outline)
		in.sparse[name], in.dear = int64(size), "its file is as long as the limit"
		return in
	}
	dear := func(why string, in input) input { in.dear = why; return in }
	prose := func(s string) input { return of(limitHead+limitTheme+"  argument: {file: f.md}\n", "f.md", s) }
	data := func(name, keys, s string) input {
		return of(limitHead+"data: {d: {file: "+name+keys+"}}\n"+limitTheme, name, s)
	}
	csv := func(s string) input { return data("f.csv", "", s) }
	source := func(s string) input {
		return of(limitHead+"sources: {s: {title: S, file: f.txt}}\n"+limitTheme, "f.txt", s)
	}
	formula := func(s string) input {
		return of(limitHead + "figures: {a: {value: 1 to 2}, x: {formula: " + s + "}}\n" + limitTheme)
	}
	quoting := func(text, words string) input {
		return of(limitHead+"sources: {s: {title: S, file: f.txt}}\n"+limitTheme+"  evidence:\n  - quote: {by: A person, source: s, text: \""+text+"\"}\n", "f.txt", words)
	}
	block := func(b, s string) input {
		return of(limitHead+"data: {d: {file: f.csv}}\n"+limitTheme+"  evidence:\n  - "+b+"\n", "f.csv", s)
	}
	drawing := func(s string) input {
		return of(limitHead+"brand: b.yaml\n"+limitTheme, "b.yaml", "logo: l.svg\nlogo_alt: A mark\n", "l.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">`+s+`</svg>`)
	}
	picture := func(s string) input {
		return of(limitHead+limitTheme+"  evidence:\n  - image: {title: It holds, file: p.png, alt: A picture}\n", "p.png", s)
	}
	book := func(parts map[string]string) input { return data("f.xlsx", "", workbook(parts)) }
	sheet := func(s string) input {
		return book(map[string]string{sheetPart: "<worksheet><sheetData>" + s + "</sheetData></worksheet>"})
	}
	styles := func(s string) input {
		return book(map[string]string{"xl/styles.xml": "<styleSheet>" + s + "</styleSheet>"})
	}
	const rect = `<rect width="9" height="9"/>`
	return map[limits.ID]func(n int) input{
		limits.OutlineBytes: func(n int) input {
			return of(limitHead + limitTheme + times("#", n-len(limitHead+limitTheme)))
		},
		limits.OutlineValues: func(n int) input { // what an alias repeats counts as often as it is named
			const rest = 115 // the head, the theme, two keys and their lists, and the first list's items
			return of(limitHead + "x: &a [" + times("1,", 99) + "]\ny: [" + times("*a,", (n-rest)/101) + times("1,", (n-rest)%101) + "]\n" + limitTheme)
		},
		limits.OutlineNesting: func(n int) input {
			return of(limitHead + "x: " + times("[", n-1) + times("]", n-1) + "\n" + limitTheme)
		},
		limits.OutlineText: func(n int) input {
			const rest = 49 // of the head and the theme; an alias has its name beside what it stands for
			left := n - rest - 100_000
			return of(limitHead + "x: &a " + times("w", 100_000) + "\ny: [" + times("*a,", left/100_001) + times("w", left%100_001) + "]\n" + limitTheme)
		},
		limits.Themes: func(n int) input {
			return dear("two thousand themes are laid out", of(limitHead+"themes:\n"+times("- {name: One, claim: It holds}\n", n)))
		},
		limits.Blocks: func(n int) input {
			return dear("three thousand blocks are laid out", of(limitHead+limitTheme+"  evidence:\n"+times("  - statement: {text: A}\n", n)))
		},
		limits.ProseBytes: func(n int) input { return prose(times("\n", n-1) + "w") },
		limits.ProseText: func(n int) input {
			var themes strings.Builder
			for at := 0; at < n; at += 1 << 20 {
				fmt.Fprintf(&themes, "- {name: N%d, claim: It holds, argument: {file: f%d.md}}\n", at, min(n-at, 1<<20))
			}
			return dear("four megabytes", of(limitHead+"themes:\n"+themes.String(), "f1048576.md", times("\n", 1<<20), "f1.md", "w"))
		},
		limits.ProseMarks:     func(n int) input { return prose(times("*", n)) },
		limits.ProseNesting:   func(n int) input { return prose(times("> ", n) + "w") },
		limits.ParagraphBytes: func(n int) input { return prose(times("w ", n)[:n]) },
		limits.Paragraphs:     func(n int) input { return prose(times("w\n\n", n)) },
		limits.Address:        func(n int) input { return prose("[a](" + ("https://example.com/" + times("a", n))[:n] + ")") },
		limits.Digits: func(n int) input {
			return of(limitHead + "figures: {x: {value: " + times("1", n-10) + "." + times("1", 10) + "}}\n" + limitTheme)
		},
		limits.Decimals: func(n int) input {
			return of(limitHead + "figures: {x: {value: 1." + times("1", n) + "}}\n" + limitTheme)
		},
		limits.CellBytes: func(n int) input { return csv("n,v\na," + times("w", n) + "\n") },
		limits.LongText: func(n int) input {
			return csv("n,v\n" + times("a,"+times("w", 32<<10)+"\n", n>>15-1) + "b," + times("w", 300+n&(32<<10-1)) + "\nc," + times("w", 32<<10-300) + "\n")
		},
		limits.RowCells:  func(n int) input { return csv("n" + times(",c", n-1) + "\n") },
		limits.Columns:   func(n int) input { return csv(names(n) + "\na" + times(",1", n) + "\n") },
		limits.DataLines: func(n int) input { return csv("n,v\n" + times("a,1\n", n-1)) },
		limits.DataBytes: func(n int) input { return long("f.csv", data("f.csv", "", "").outline, n) },
		limits.Rows:      func(n int) input { return dear("a hundred thousand rows are read", csv("n,v\n"+times("a,1\n", n))) },
		limits.Cells:     func(n int) input { return csv(times(",", n-1)) },
		limits.Marks: func(n int) input {
			return block("chart: {title: It holds, unit: m, data: d, kind: dot}", "n,v\n"+each(n, "a#,1\n"))
		},
		limits.DrawnName: func(n int) input {
			return block("chart: {title: It holds, unit: m, data: d, kind: bar}", "n,v\n"+times("w", n)+",1\nb,2\n")
		},
		limits.PrintedCell: func(n int) input {
			return block("table: {title: It holds, data: d}", "n,v\n"+times("w", n)+",1\nb,2\n")
		},
		limits.PrintedText: func(n int) input { // a row takes 256 bytes, its value among them
			return block("table: {title: It holds, data: d}", "n,v\n"+times(times("w", 255)+",1\n", n/256-1)+times("w", 255+n%256)+",1\n")
		},
		limits.TableRows: func(n int) input {
			return dear("a hundred pages are laid out", block("table: {title: It holds, data: d}", "n,v\n"+each(n, "a#,1\n")))
		},
		limits.TablesCells: func(n int) input { // 300,000, nearly as many in rows of three, and one row of what is left
			left := n - 300_000
			rows := left/3 - 2
			last := left - 3*rows
			return of(limitHead+"data: {d: {file: f.csv}, e: {file: g.csv}, h: {file: h.csv}}\n"+limitTheme,
				"f.csv", "n,v,w,x\n"+each(75_000, "a#,1,2,3\n"), "g.csv", "n,v,w\n"+each(rows, "a#,1,2\n"), "h.csv", names(last-1)+"\na"+times(",1", last-1)+"\n")
		},
		limits.Series: func(n int) input {
			return data("f.csv", ", series: {name: s, value: v}", "n,s,v\n"+each(n, "a,s#,1\n"))
		},
		limits.EmptyCells: func(n int) input { // of 31 rows of 10,001 cells thirty have their last one, and one has all but those that lack
			const width, rows = 10_001, 31
			full := rows*width - n - (rows - 1)
			return sheet("<row>" + times(`<c><v>1</v></c>`, full) + "</row>" + times(`<row><c r="NTQ1"><v>1</v></c></row>`, rows-1))
		},
		limits.Unzipped: func(n int) input {
			return data("f.xlsx", "", workbook(nil, "xl/media/image1.bin", fmt.Sprint(n)))
		},
		limits.PartBytes: func(n int) input {
			return dear("sixteen megabytes are read", book(map[string]string{sheetPart: times(" ", n)}))
		},
		limits.Parts: func(n int) input {
			parts := map[string]string{}
			for i := range n - 5 {
				parts[fmt.Sprintf("xl/media/%d", i)] = ""
			}
			return book(parts)
		},
		limits.Styles: func(n int) input { return styles("<cellXfs>" + times("<xf/>", n) + "</cellXfs>") },
		limits.NumberFormat: func(n int) input {
			return styles(`<numFmts><numFmt numFmtId="200" formatCode="` + times("0", n) + `"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`)
		},
		limits.FormulaBytes: func(n int) input { return formula(("a" + times("+0", n))[:n]) },
		limits.FormulaTerms: func(n int) input { return formula(terms(n)) },
		limits.FormulasTerms: func(n int) input {
			return of(limitHead + "figures:\n  a: {value: 1 to 2}\n" + each(n/200-1, "  f#: {formula: "+terms(200)+"}\n") + "  g: {formula: " + terms(200+n%200) + "}\n" + limitTheme)
		},
		limits.Exponent: func(n int) input { return formula(fmt.Sprintf("9^%d", n)) },
		limits.Root:     func(n int) input { return formula(fmt.Sprintf("9^(1/%d)", n)) },
		limits.FractionBits: func(n int) input {
			return formula(fmt.Sprintf("2^100%s * 2^%d", times(" * 2^100", (n-1)/100-1), (n-1)%100))
		}, // 2^k has k + 1 bits
		limits.PowerBits: func(n int) input { // of such a fraction's power numerator and denominator have exactly n bits
			power, twos, threes := 100, 935, 41
			if n > limits.PowerBits.N() {
				power, twos, threes = 99, 999, 7
			}
			return formula(fmt.Sprintf("(%s 2^%d / 3^%d) ^ %d", times("2^100 * ", twos/100), twos%100, threes, power))
		},
		limits.SourceBytes: func(n int) input { return long("f.txt", source("").outline, n) },
		limits.SourceWords: func(n int) input { return source(times(".", n)) },
		limits.SourcesWords: func(n int) input {
			return of(limitHead+"sources: {s: {title: S, file: f.txt}, t: {title: T, file: g.txt}}\n"+limitTheme, "f.txt", times("a ", 750_000), "g.txt", times("a ", n-750_000))
		},
		limits.Spellings: func(n int) input { return source(numbers(n)) },
		limits.Quotation: func(n int) input { return quoting(times("w ", n)[:n], "w") },
		limits.Cuts:      func(n int) input { return quoting("w"+times(" […] w", n), times("w ", 100)) },
		limits.ProofsBytes: func(n int) input {
			return long("p.json", limitHead+"sources: {s: {title: S, proofs: p.json}}\n"+limitTheme+"  evidence:\n  - quote: {by: A person, source: s, text: A thing}\n", n)
		},
		limits.MailText: func(n int) input {
			return of(limitHead+"mail: {text: {file: m.txt}}\n"+limitTheme, "m.txt", times("m", n))
		},
		limits.PictureBytes: func(n int) input { return long("p.png", picture("").outline, n) },
		limits.Pixels: func(n int) input {
			if n == limits.Pixels.N() {
				return picture(pngHead(8_000, 5_000, 2))
			}
			return picture(pngHead(n, 1, 2)) // pixels are counted before sides are judged
		},
		limits.RedrawnPixels: func(n int) input {
			if n == limits.RedrawnPixels.N() {
				return picture(pngHead(4_000, 3_000, 6))
			}
			return picture(pngHead(2_557, 4_693, 6)) // no other sides make one pixel more
		},
		limits.DrawingBytes:    func(n int) input { return drawing(times(" ", n-len(drawing("").files["l.svg"]))) },
		limits.DrawingNesting:  func(n int) input { return drawing(times("<g>", n-2) + rect + times("</g>", n-2)) },
		limits.DrawingElements: func(n int) input { return drawing(times(`<g/>`, n-1)) },
		limits.DrawingRules:    func(n int) input { return drawing(`<style>` + each(n, `.a#{fill:red}`) + `</style>` + rect) },
		limits.DrawingClips: func(n int) input {
			var chain strings.Builder
			for i := range n {
				fmt.Fprintf(&chain, `<clipPath id="a%d" clip-path="url(#a%d)">%s</clipPath>`, i, i-1, rect)
			}
			return drawing(chain.String() + fmt.Sprintf(`<g clip-path="url(#a%d)">%s</g>`, n-1, rect))
		},
		limits.DrawingStops: func(n int) input {
			return drawing(`<linearGradient id="a">` + times(`<stop offset=".5"/>`, n) + `</linearGradient><rect width="9" height="9" fill="url(#a)"/>`)
		},
		limits.DrawingPoints: func(n int) input { return drawing(`<path d="M0 0` + times("h1", n-1) + `"/>`) },
		limits.DrawingSets:   func(n int) input { return drawing(times(`<g opacity=".5">`+rect+rect+`</g>`, n)) },
		limits.DrawingNumber: func(n int) input { return drawing(fmt.Sprintf(`<path d="M0 0H%d"/>`, n)) },
		limits.LookBytes:     func(n int) input { return long("l.json", limitHead+"look: l.json\n"+limitTheme, n) },
		limits.BrandBytes:    func(n int) input { return of(limitHead+"brand: b.yaml\n"+limitTheme, "b.yaml", times("#", n)) },
		limits.FontBytes: func(n int) input {
			return long("f/sans.ttf", limitHead+"brand: b.yaml\n"+limitTheme, n).with("b.yaml", "fonts: f\n")
		},
		limits.ProblemsOfFile: func(n int) input { return data("f.csv", ", types: {v: number}", "n,v\n"+each(n, "a#,x\n")) },
	}
}

func (in input) with(name, text string) input {
	in.files[name] = text
	return in
}

// terms is a formula of n terms: each name, number and operation is one; a power of one is no operation.
func terms(n int) string {
	s := "a" + strings.Repeat(" + a", (n-1)/2)
	if n%2 == 0 {
		s = strings.Replace(s, "a", "a^1", 1)
	}
	return s
}

// each repeats a text with the numbers from 0 for #.
func each(n int, s string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(s, "#", fmt.Sprint(i)))
	}
	return b.String()
}

const sheetPart = "xl/worksheets/sheet1.xml"

// workbook is an XLSX file with these parts beside or instead of those of a small one. A part that only claims its size is a
// name with a figure.
func workbook(parts map[string]string, claimed ...string) string {
	all := map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		sheetPart:                    `<worksheet><sheetData><row><c t="str"><v>n</v></c><c t="str"><v>v</v></c></row><row><c t="str"><v>a</v></c><c><v>1</v></c></row></sheetData></worksheet>`,
		"xl/styles.xml":              `<styleSheet/>`,
	}
	for name, s := range parts {
		all[name] = s
	}
	var b bytes.Buffer
	z, total := zip.NewWriter(&b), 0
	for name, s := range all {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(s)); err != nil {
			panic(err)
		}
		total += len(s)
	}
	for i := 0; i+1 < len(claimed); i += 2 {
		var n uint64
		_, _ = fmt.Sscan(claimed[i+1], &n)
		if _, err := z.CreateRaw(&zip.FileHeader{Name: claimed[i], UncompressedSize64: n - uint64(total)}); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// pngHead is a PNG of a size without a picture: what a limit of pixels lets pass is refused for that.
func pngHead(width, height, kind int) string {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), uint32(width))
	chunk = append(binary.BigEndian.AppendUint32(chunk, uint32(height)), 8, byte(kind), 0, 0, 0)
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(chunk))
	return "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" + string(chunk) + string(sum) + "\x00\x00\x00\x00IEND\xaeB`\x82"
}
