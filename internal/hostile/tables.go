package main

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

func dataOutline(file, more, block string) maker {
	return text(head + "data:\n  d: {file: " + file + more + "}\n" + theme + "  evidence:\n  - " + block + "\n")
}

const (
	drawn  = "chart: {title: The chart holds, data: d, unit: m}"
	listed = "table: {title: The table holds, data: d}"
)

func csvCase(name string, make maker) testCase {
	return outline(name, dataOutline("d.csv", "", drawn)).with("d.csv", make)
}

func csvCases() (out []testCase) {
	add := func(c testCase) { out = append(out, c) }
	for _, c := range []struct {
		name string
		make maker
	}{
		{"cell-64k", parts(text("n,v\na,"), times(70000, "x"), text("\n"))}, {"cell-60m", parts(text("n,v\na,"), times(6<<20, "0123456789"), text("\n"))},
		{"cell-quoted", parts(text("n,v\na,\""), times(200000, "x "), text("\"\n"))}, {"cell-doubled", parts(text("n,v\na,\""), times(100000, "\"\""), text("\"\n"))},
		{"quote-open", parts(text("n,v\na,\""), times(500000, "x\n"))}, {"quotes", times(300000, "\"")}, {"quotes-apart", times(100000, "\"a\"b,")},
		{"rows-1m", parts(text("n,v\n"), times(1000000, "a,1\n"))}, {"rows-5m", parts(text("n,v\n"), times(5000000, "a,1\n"))},
		{"file-70m", parts(text("n,v\n"), times(7<<20, "abcdefg,1\n"))},
		{"columns-1001", parts(text("n"), each(1001, ",c#"), text("\na"), times(1001, ",1"), text("\n"))},
		{"columns-1m", parts(text("n"), times(1000000, ",c"), text("\na"), times(1000000, ",1"), text("\n"))},
		{"commas-3m", times(3000000, ",")}, {"commas-lines", times(1500000, ",\n")}, {"blank-lines", times(150000, "\n")}, {"blanks", times(2000000, " ")},
		{"semicolons", times(500000, ";\n")}, {"tabs", times(500000, "\t\n")}, {"pipes", times(500000, "|\n")}, {"mixed", times(200000, "a;b,c\td|e\n")},
		{"carriage", times(400000, "a,1\r")}, {"nul", times(300000, "\x00")}, {"noise", raw(noise(400000))}, {"empty", text("")}, {"head-only", text("n,v\n")},
		{"escape", text("n,v\n\x1b[31mred,1\n")}, {"bidi", text("n,v\na\u202eb,1\n")}, {"bom", text("\ufeff\ufeff\ufeffn,v\na,x y z\n")},
		{"utf16", text("\xff\xfen\x00,\x00v\x00\n\x00a\x00,\x00")}, {"utf16-odd", parts(text("\xff\xfe"), times(300001, "a\x00"), text("x"))},
		{"numbers-long", parts(text("n,v\na,"), times(5000, "9"), text("\n"))}, {"numbers-fine", parts(text("n,v\na,0."), times(5000, "3"), text("\n"))},
		{"exponent", text("n,v\na,1e999999999\nb,1e-999999999\n")}, {"exponents-many", parts(text("n,v\n"), times(20000, "a,1e308\n"))},
		{"infinity", text("n,v\na,inf\nb,NaN\n")}, {"names-long", parts(text("n,v\n"), times(6000, "name "), text(",1\nb,2\n"))},
		{"head-long", parts(text("n,"), times(6000, "name "), text("\na,1\n"))}, {"ragged", parts(text("n,v\n"), each(3000, "a#,1,2\n"))},
		{"mistakes", parts(text("n,v\n"), each(20000, "a#,12,4m,\n"))}, {"not-numbers", parts(text("n,v\n"), each(20000, "a#,x#y\n"))},
		{"same-names", parts(text("n,v\n"), times(50000, "a,1\n"))}, {"ranges", parts(text("n,v\n"), each(5000, "a#,40 to #\n"))},
		{"formulas", parts(text("n,v\n"), each(5000, "a#,=A#+1\n"))}, {"dates", parts(text("n,v\n"), each(20000, "03/04/20#,1\n"))},
		{"parentheses", parts(text("n,v\na,"), times(20000, "("), text("1\n"))}, {"signs", parts(text("n,v\na,"), times(20000, "-"), text("1\n"))},
		{"words-numbers", parts(text("n,v\na,"), times(6000, "twenty "), text("\n"))}, {"apostrophes", parts(text("n,v\na,1"), times(12000, "'000"), text("\n"))},
		{"zero-width", parts(text("n,v\na,1"), times(12000, "\u200b"), text("\n"))}, {"unicode-digits", parts(text("n,v\na,"), times(3000, "٣"), text("\n"))},
	} {
		add(csvCase(c.name, c.make).anyway())
	}
	long := times(14, strings.Repeat("y", 60000)+",1\n")
	add(csvCase("names-60k", parts(text("n,v\n"), long)).anyway())
	add(outline("names-60k-listed", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,v\n"), long)).anyway())
	add(outline("cells-300-listed", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,v\n"), each(870, strings.Repeat("word ", 58)+"#,1\n"))).anyway())
	wide := each(20000, "row #,#\n")
	for _, kind := range []string{"bar", "column", "line", "scatter", "area", "stacked", "donut", "waterfall", "slope", "dot", "mekko", "heat", "gantt", "funnel", "dumbbell", "bubble", "grouped", "stacked_100"} {
		c := outline("kind-"+kind+"-20000", dataOutline("d.csv", "", "chart: {title: The chart holds, data: d, unit: m, kind: "+kind+"}")).with("d.csv", parts(text("n,v\n"), wide))
		add(c.anyway())
	}
	for _, kind := range []string{"bar", "line", "scatter", "heat", "area", "auto"} {
		c := outline("kind-"+kind+"-200000", dataOutline("d.csv", "", "chart: {title: The chart holds, data: d, unit: m, kind: "+kind+"}")).with("d.csv", parts(text("n,v,w\n"), each(199000, "#,#,7\n")))
		add(c.anyway())
	}
	add(outline("table-100000", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,v\n"), each(100000, "row #,#\n"))).anyway())
	add(outline("table-2000-wide", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,a,b,c,d,e,f,g\n"), each(2000, "row #,1,2,3,4,5,6,7\n"))).anyway())
	add(outline("table-cell-60k", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,v\na,"), times(10000, "words "), text("\n"))))
	add(outline("table-cells-60k", dataOutline("d.csv", "", listed)).with("d.csv", parts(text("n,v\n"), times(200, strings.Repeat("words ", 1000)+",1\n"))))
	add(outline("transpose-100000", dataOutline("d.csv", ", transpose: true", drawn)).with("d.csv", parts(text("n,v\n"), each(100000, "r#,1\n"))))
	add(outline("long-series-2000", dataOutline("d.csv", ", series: {name: s, value: v}", drawn)).with("d.csv", parts(text("n,s,v\n"), each(2000, "a,s#,1\n"))))
	add(outline("long-square", dataOutline("d.csv", ", series: {name: s, value: v}", drawn)).with("d.csv", parts(text("n,s,v\n"), each(90000, "a#,s#,1\n"))))
	add(outline("same-file-500-times", parts(text(head+"data:\n"), each(500, "  d#: {file: d.csv}\n"), text(theme))).with("d.csv", parts(text("n,v\n"), each(20000, "row #,#\n"))).anyway())
	add(outline("inline-table", parts(text(head+theme+"  evidence:\n  - table:\n      title: The table holds\n      columns: [a, b]\n      rows:\n"), each(5000, "      - [row #, #]\n"))).anyway())
	add(outline("inline-values", parts(text(head+theme+"  evidence:\n  - chart:\n      title: The chart holds\n      unit: m\n      values: {"), each(8000, "row #: #, "), text("}\n"))).anyway())
	for _, k := range []string{"range: ZZZ1:ZZZZ9", "range: A1:A99999999999", "header_rows: 999999999", "columns: [x]", "encoding: gb18030", "decimal: \",\"", "separator: pipe", "dates: dmy", "leave_out: [x]", "total: x", "types: {x: date}"} {
		add(outline("key-"+strings.NewReplacer(":", "", " ", "-", "[", "", "]", "", "{", "", "}", "", "\"", "", ",", "comma").Replace(k), dataOutline("d.csv", ", "+k, drawn)).with("d.csv", text("n,v\na,1\nb,2\n")).anyway())
	}
	return out
}

// book is an XLSX file, its parts written as they are packed.
func book(parts map[string]maker, stored ...string) maker {
	return func(f *file) error {
		z := zip.NewWriter(f)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 1) })
		all := map[string]maker{
			"[Content_Types].xml":        text(`<Types/>`),
			"_rels/.rels":                text(`<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
			"xl/workbook.xml":            text(`<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`),
			"xl/_rels/workbook.xml.rels": text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`),
			"xl/worksheets/sheet1.xml":   sheetOf(text(row(1, `<c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>v</v></c>`) + row(2, `<c r="A2" t="str"><v>a</v></c><c r="B2"><v>1</v></c>`))),
		}
		for name, make := range parts {
			all[name] = make
		}
		for _, name := range sorted(all) {
			w, err := z.Create(name)
			if err != nil {
				return err
			}
			if err := into(w, all[name]); err != nil {
				return err
			}
		}
		return z.Close()
	}
}

func sheetOf(rows maker) maker {
	return parts(text(`<worksheet><sheetData>`), rows, text(`</sheetData></worksheet>`))
}

func row(n int, cells string) string { return fmt.Sprintf(`<row r="%d">%s</row>`, n, cells) }

func rowsOf(n int, cells string) maker {
	return func(f *file) error {
		for i := range n {
			f.WriteString(row(i+1, numbered(cells, i+1)))
		}
		return nil
	}
}

const sheetPart = "xl/worksheets/sheet1.xml"

func xlsxCases() (out []testCase) {
	add := func(name string, make maker) testCase {
		c := outline(name, dataOutline("d.xlsx", "", drawn)).with("d.xlsx", make).anyway()
		out = append(out, c)
		return c
	}
	sheet := func(name string, rows maker) { add(name, book(map[string]maker{sheetPart: sheetOf(rows)})) }
	strs := func(name string, make maker) {
		add(name, book(map[string]maker{"xl/sharedStrings.xml": make, sheetPart: sheetOf(rowsOf(50, `<c r="A#" t="s"><v>0</v></c><c r="B#"><v>1</v></c>`))}))
	}
	styles := func(name string, make maker) {
		add(name, book(map[string]maker{"xl/styles.xml": make, sheetPart: sheetOf(rowsOf(50, `<c r="A#" t="str"><v>a#</v></c><c r="B#" s="1"><v>0.123456789</v></c>`))}))
	}
	plain := `<c r="A#" t="str"><v>a#</v></c><c r="B#"><v>#</v></c>`
	sheet("rows-20000", rowsOf(20000, plain))
	sheet("rows-100000", rowsOf(100000, plain))
	sheet("rows-300000", rowsOf(300000, plain))
	sheet("empty-cells", rowsOf(60000, `<c r="A#"/><c r="B#"/><c r="C#"/><c r="D#"/>`))
	sheet("far-column", rowsOf(126, `<c r="A#" t="str"><v>a#</v></c><c r="XFD#"><v>1</v></c>`))
	sheet("far-column-many", rowsOf(5000, `<c r="A#" t="str"><v>a#</v></c><c r="XFD#"><v>1</v></c>`))
	sheet("far-row", text(row(1, `<c r="A1" t="str"><v>n</v></c><c r="B1" t="str"><v>v</v></c>`)+row(1048576, `<c r="A1048576" t="str"><v>a</v></c><c r="B1048576"><v>1</v></c>`)))
	sheet("diagonal", func(f *file) error {
		for i := range 3000 {
			f.WriteString(row(i+1, fmt.Sprintf(`<c r="%s%d"><v>1</v></c>`, letters(i), i+1)))
		}
		return nil
	})
	sheet("backwards", func(f *file) error {
		for i := 50000; i > 0; i-- {
			f.WriteString(row(i, numbered(plain, i)))
		}
		return nil
	})
	sheet("row-again", parts(times(60000, row(1, `<c r="A1"><v>1</v></c>`))))
	sheet("cell-again", parts(text(`<row r="1">`), times(200000, `<c r="A1"><v>1</v></c>`), text(`</row>`)))
	sheet("row-huge-number", text(row(1, `<c r="A1"><v>1</v></c>`)+`<row r="99999999999"><c><v>1</v></c></row>`))
	sheet("row-negative", text(`<row r="-5"><c r="A1"><v>1</v></c></row>`))
	sheet("cell-text-15m", parts(text(`<row r="1"><c r="A1" t="str"><v>`), times(15<<20/10, "0123456789"), text(`</v></c></row>`)))
	sheet("cell-pieces", parts(text(`<row r="1"><c r="A1" t="str"><v>`), times(200000, "a<!-- -->"), text(`</v></c></row>`)))
	sheet("inline-runs", parts(text(`<row r="1"><c r="A1" t="inlineStr"><is>`), times(100000, "<r><t>a</t></r>"), text(`</is></c></row>`)))
	sheet("nested", parts(times(100000, "<a>"), times(100000, "</a>")))
	sheet("nested-row", parts(text(`<row r="1">`), times(100000, "<a>"), times(100000, "</a>"), text(`</row>`)))
	sheet("open", times(200000, "<row>"))
	sheet("attributes", parts(text(`<row `), each(100000, `a#="b" `), text(`/>`)))
	sheet("attribute-long", parts(text(`<row r="`), times(4<<20, "1"), text(`"/>`)))
	sheet("cdata", parts(text(`<row r="1"><c r="A1" t="str"><v><![CDATA[`), times(1<<20, "xxxxxxxx"), text(`]]></v></c></row>`)))
	sheet("comment", parts(text(`<!--`), times(1<<20, "xxxxxxxx"), text(`-->`)))
	sheet("entity", text(`<!DOCTYPE a [<!ENTITY b "x">]><row r="1"><c r="A1" t="str"><v>&b;</v></c></row>`))
	sheet("cut", text(`<row r="1"><c r="A1"><v>1`))
	sheet("errors", rowsOf(5000, `<c r="A#" t="str"><v>a#</v></c><c r="B#" t="e"><v>#REF!</v></c>`))
	sheet("formulas-bare", rowsOf(5000, `<c r="A#" t="str"><v>a#</v></c><c r="B#"><f>1+1</f></c>`))
	sheet("numbers-long", rowsOf(50, `<c r="A#" t="str"><v>a#</v></c><c r="B#"><v>`+strings.Repeat("9", 5000)+`</v></c>`))
	sheet("exponents", rowsOf(500, `<c r="A#" t="str"><v>a#</v></c><c r="B#"><v>1E+300</v></c>`))
	sheet("dates-far", rowsOf(500, `<c r="A#" t="d"><v>99999-99-99T00:00:00</v></c><c r="B#"><v>1</v></c>`))
	sheet("style-index", rowsOf(500, `<c r="A#" t="str"><v>a</v></c><c r="B#" s="99999999"><v>1</v></c>`))
	sheet("shared-index", rowsOf(500, `<c r="A#" t="s"><v>99999999</v></c><c r="B#"><v>1</v></c>`))
	sheet("shared-negative", rowsOf(500, `<c r="A#" t="s"><v>-1</v></c><c r="B#"><v>1</v></c>`))
	strs("strings-2m", parts(text(`<sst>`), times(900000, `<si><t>a</t></si>`), text(`</sst>`)))
	strs("strings-empty", parts(text(`<sst>`), times(2000000, `<si/>`), text(`</sst>`)))
	strs("string-15m", parts(text(`<sst><si><t>`), times(15<<20/10, "0123456789"), text(`</t></si></sst>`)))
	strs("string-64k-many", parts(text(`<sst>`), times(240, `<si><t>`+strings.Repeat("x", 65000)+`</t></si>`), text(`</sst>`)))
	strs("string-runs", parts(text(`<sst><si>`), times(700000, `<r><t>a</t></r>`), text(`</si></sst>`)))
	strs("string-pieces", parts(text(`<sst><si><t>`), times(200000, "a<!-- -->"), text(`</t></si></sst>`)))
	sheet("rows-wide-and-narrow", rowsOf(140, `<c r="A#"><v>1</v></c>`+strings.Repeat(`<c><v>1</v></c>`, 4000)+`</row><row><c><v>1</v></c>`))
	sheet("rows-empty-behind-a-wide-one", parts(text(`<row>`+strings.Repeat(`<c><v>1</v></c>`, 16000)+`</row>`), times(900000, `<row/>`)))
	strs("string-phonetic", parts(text(`<sst><si><t>a</t>`), times(400000, `<rPh><t>a</t></rPh>`), text(`</si></sst>`)))
	strs("string-escapes", parts(text(`<sst><si><t>`), times(9000, `_x0041_`), text(`</t></si></sst>`)))
	strs("strings-nested", parts(text(`<sst><si>`), times(300000, `<r>`)))
	add("strings-60k-in-many-cells", book(map[string]maker{"xl/sharedStrings.xml": parts(text(`<sst><si><t>`), times(6500, "0123456789"), text(`</t></si></sst>`)), sheetPart: sheetOf(rowsOf(30000, `<c r="A#" t="s"><v>0</v></c><c r="B#" t="s"><v>0</v></c>`))}))
	add("strings-1k-in-many-cells", book(map[string]maker{"xl/sharedStrings.xml": parts(text(`<sst><si><t>`), times(100, "0123456789\n"), text(`</t></si></sst>`)), sheetPart: sheetOf(rowsOf(60000, `<c r="A#" t="s"><v>0</v></c><c r="B#" t="s"><v>0</v></c>`))}))
	styles("decimals-1000", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.`+strings.Repeat("0", 1000)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("decimals-100000", parts(text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.`), times(100000, "0"), text(`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`)))
	styles("format-sections", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="`+strings.Repeat("0;", 500)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("format-quotes", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="`+strings.Repeat("&quot;", 900)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("format-percents", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0`+strings.Repeat("%", 1000)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("format-commas", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0`+strings.Repeat(",", 1000)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("format-fraction", text(`<styleSheet><numFmts><numFmt numFmtId="200" formatCode="# `+strings.Repeat("?", 500)+`/`+strings.Repeat("?", 500)+`"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`))
	styles("formats-many", parts(text(`<styleSheet><numFmts>`), each(50000, `<numFmt numFmtId="#" formatCode="0.0"/>`), text(`</numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`)))
	styles("formats-long", parts(text(`<styleSheet><numFmts>`), each(9000, `<numFmt numFmtId="#" formatCode="`+strings.Repeat("0", 1000)+`"/>`), text(`</numFmts><cellXfs>`), each(9000, `<xf numFmtId="#"/>`), text(`</cellXfs></styleSheet>`)))
	styles("styles-65537", parts(text(`<styleSheet><cellXfs>`), times(70000, `<xf/>`), text(`</cellXfs></styleSheet>`)))
	styles("styles-1m", parts(text(`<styleSheet><cellXfs>`), times(1000000, `<xf/>`), text(`</cellXfs></styleSheet>`)))
	rels := func(name string, make maker) { add(name, book(map[string]maker{"xl/_rels/workbook.xml.rels": make})) }
	rels("relations-200000", parts(text(`<Relationships>`), each(200000, `<Relationship Id="r#" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`), text(`</Relationships>`)))
	rels("relation-out", text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>`))
	rels("relation-loop", text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="workbook.xml"/></Relationships>`))
	rels("relation-long", parts(text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="`), times(1<<20, "../"), text(`"/></Relationships>`)))
	add("sheets-50000", book(map[string]maker{"xl/workbook.xml": parts(text(`<workbook xmlns:r="r"><sheets>`), each(50000, `<sheet name="S#" r:id="r1"/>`), text(`</sheets></workbook>`))}))
	add("sheets-none", book(map[string]maker{"xl/workbook.xml": text(`<workbook/>`)}))
	add("merges-50000", book(map[string]maker{sheetPart: parts(text(`<worksheet><sheetData>`), rowsOf(2000, plain), text(`</sheetData><mergeCells>`), each(50000, `<mergeCell ref="A#:XFD#"/>`), text(`</mergeCells></worksheet>`))}))
	add("merge-all", book(map[string]maker{sheetPart: parts(text(`<worksheet><sheetData>`), rowsOf(2000, plain), text(`</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`))}))
	add("cols-50000", book(map[string]maker{sheetPart: parts(text(`<worksheet><cols>`), each(50000, `<col min="#" max="16384" hidden="1"/>`), text(`</cols><sheetData>`), rowsOf(2000, plain), text(`</sheetData></worksheet>`))}))
	add("dimension-lies", book(map[string]maker{sheetPart: parts(text(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>`), rowsOf(20, plain), text(`</sheetData></worksheet>`))}))
	add("parts-10001", func(f *file) error {
		z := zip.NewWriter(f)
		for i := range 10001 {
			if _, err := z.Create(fmt.Sprintf("p%d", i)); err != nil {
				return err
			}
		}
		return z.Close()
	})
	add("part-200m", book(map[string]maker{sheetPart: times(20<<20, "          ")}))
	add("media-200m", book(map[string]maker{"xl/media/a.png": times(20<<20, "          ")}))
	add("size-lies", lying(book(map[string]maker{sheetPart: times(3<<20, "          ")})))
	add("cut-short", cutShort(book(nil), 700))
	add("empty", text(""))
	add("noise", raw(noise(100000)))
	add("old", text("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	add("zip-empty", func(f *file) error { return zip.NewWriter(f).Close() })
	add("zip-comment", parts(times(100000, "PK\x05\x06")))
	add("utf16-part", book(map[string]maker{sheetPart: parts(text("\xff\xfe"), times(500000, "<\x00"))}))
	add("charset", book(map[string]maker{sheetPart: text(`<?xml version="1.0" encoding="EBCDIC"?><worksheet/>`)}))
	return out
}

func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
