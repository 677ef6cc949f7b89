package recipients

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

var audiences = []string{"board", "lenders"}

func read(t *testing.T, file, data string) (*List, string) {
	t.Helper()
	l := &diag.List{}
	list := Read(data, file, audiences, l)
	var said []string
	for _, p := range l.Problems() {
		said = append(said, fmt.Sprintf("%d:%d %s %s", p.At.Line, p.At.Col, p.Code, p.Summary))
	}
	if (list == nil) != l.Failed(false) {
		t.Errorf("%q: a list %v beside problems %v", data, list, said)
	}
	return list, strings.Join(said, "\n")
}

// The same readers in every form that a list may have, with what spreadsheets do to one.
func TestAListIsReadInEveryForm(t *testing.T) {
	want := []Recipient{
		{Number: 1, ID: "doe", Name: `Jane "J." Doe, CFA`, Email: "jane.doe@example.com", Org: "Fictional Capital, Ltd", Audience: "board", Basis: "nda"},
		{Number: 2, ID: "WANG-2", Name: "王小川", Org: "虚构 基金"},
	}
	var hash string
	for name, c := range map[string][2]string{
		"commas":     {"l.csv", "id,name,email,org,audience,basis\ndoe,\"Jane \"\"J.\"\" Doe, CFA\",jane.doe@example.com,\"Fictional Capital, Ltd\",board,nda\nWANG-2,王小川,,虚构 基金,,\n"},
		"semicolons": {"l.csv", "\ufeffID; Name ;Email;Org;audience;basis\r\ndoe;\"Jane \"\"J.\"\" Doe, CFA\";jane.doe@example.com;Fictional Capital, Ltd;board;nda\r\n\r\n;;;;;\r\nWANG-2;王小川;;虚构 基金\r\n"},
		"tabs":       {"l.tsv", "name\tid\torg\taudience\temail\tbasis\n\"Jane \"\"J.\"\" Doe, CFA\"\tdoe\tFictional Capital, Ltd\tboard\tjane.doe@example.com\tnda\n王小川\tWANG-2\t虚构 基金"},
		"utf-16":     {"l.csv", wide("id,name,email,org,audience,basis\r\ndoe,\"Jane \"\"J.\"\" Doe, CFA\",jane.doe@example.com,\"Fictional Capital, Ltd\",board,nda\r\nWANG-2,王小川,,虚构 基金,,\r\n")},
		"yaml":       {"l.yaml", "- {id: doe, name: 'Jane \"J.\" Doe, CFA', email: jane.doe@example.com, org: 'Fictional Capital, Ltd', audience: board, basis: nda}\n- id: WANG-2\n  name: 王小川\n  org: 虚构 基金\n"},
		"under key":  {"l.yml", "recipients:\n  - {id: doe, name: 'Jane \"J.\" Doe, CFA', email: jane.doe@example.com, org: 'Fictional Capital, Ltd', audience: board, basis: nda}\n  - {id: WANG-2, name: 王小川, org: 虚构 基金}\n"},
	} {
		list, said := read(t, c[0], c[1])
		if said != "" || len(list.Recipients) != 2 {
			t.Errorf("%s: %v, %s", name, list, said)
			continue
		}
		for i, got := range list.Recipients {
			at := list.At(got)
			if at.Line < 1 || at.Col < 1 {
				t.Errorf("%s: the place of %s is %v", name, got.ID, at)
			}
			got.line, got.col = 0, 0
			if got != want[i] {
				t.Errorf("%s: %+v, want %+v", name, got, want[i])
			}
		}
		if hash == "" {
			hash = list.Hash(2)
		}
		if list.Hash(2) != hash || list.Hash(1) == hash || list.Hash(1) == list.Hash(0) {
			t.Errorf("%s: the hashes do not say what the list says", name)
		}
		if got := fmt.Sprint(list.Audiences()); got != "[board ]" {
			t.Errorf("%s: audiences %s", name, got)
		}
	}
}

func wide(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// Each bad list says what is wrong where, and nothing is made of it.
func TestABadListSaysWhere(t *testing.T) {
	head := "id,name,email,org,audience,basis\n"
	for _, c := range []struct{ file, data, want string }{
		{"l.csv", head + "a,A,,,,\nA,B,,,,\n", "3:1 E-DUP the id A is taken; the first is in line 2"},
		{"l.csv", head + "a b,A,,,,\n", `2:1 E-ID "a b" is no id`},
		{"l.csv", head + "-x,A,,,,\n", `2:1 E-ID "-x" is no id`},
		{"l.csv", head + "../x,A,,,,\n", `2:1 E-ID "../x" is no id`},
		{"l.csv", head + "é,A,,,,\n", `2:1 E-ID "é" is no id`},
		{"l.csv", head + "\"a\nb\",A,,,,\n", `2:2 E-ID "a b" is no id`},
		{"l.csv", head + strings.Repeat("x", 65) + ",A,,,,\n", `2:1 E-ID the id "` + strings.Repeat("x", 59) + `…" has more than 64 characters`},
		{"l.csv", head + "con,A\nLPT1,B\nnul,C\ncom10,D\nconsul,E\n", "2:1 E-ID no file can be called con under Windows, where it names a device\n" +
			"3:1 E-ID no file can be called LPT1 under Windows, where it names a device\n4:1 E-ID no file can be called nul under Windows, where it names a device"},
		{"l.csv", head + "a,,,,,\n", `2:3 E-MISSING this recipient has no name`},
		{"l.csv", head + ",A,,,,\n", `2:1 E-MISSING this recipient has no id`},
		{"l.csv", head + "a,王,nobody,,,\n", `2:5 E-ADDRESS "nobody" is no address`},
		{"l.csv", head + "a,A,a@b.c,,,\nb,B,b@localhost,,,\nc,C,c@c..com,,,\nd,D,d@exämple.com,,,\n", "2:5 E-ADDRESS \"a@b.c\" is no address\n3:5 E-ADDRESS \"b@localhost\" is no address\n" +
			"4:5 E-ADDRESS \"c@c..com\" is no address\n5:5 E-ADDRESS \"d@exämple.com\" is no address"},
		{"l.csv", head + "a,A,\"a@b.com\nBcc: x@y.com\",,,\n", `2:6 E-ADDRESS "a@b.com Bcc: x@y.com" is no address`},
		{"l.csv", head + "a,A,a@b.com; c@d.com,,,\n", `2:5 E-ADDRESS "a@b.com; c@d.com" is no address`},
		{"l.csv", head + "a,A,\"Jane <a@b.com>\",,,\n", `2:6 E-ADDRESS "Jane <a@b.com>" is no address`},
		{"l.csv", head + "a,A,,,bord,\n", `2:7 E-REF unknown audience "bord"`},
		{"l.csv", head + "a,A,,,Board,\n", `2:7 E-REF unknown audience "Board"`},
		{"l.csv", head + "a,Jane\u202eDoe,,,,\n", "2:3 E-DATA the name holds U+202E, which nobody can see"},
		{"l.csv", head + "a,\"Jane\nDoe\",,\"A\rB\",,\nb,B,,,,\"x\r\ny\"\n", "2:4 E-DATA the name has more than one line\n3:8 E-DATA the organisation has more than one line\n5:9 E-DATA the basis has more than one line"},
		{"l.yaml", "- {id: a, name: \"Jane\\nDoe\"}\n- id: b\n  name: |\n    Birch\n  org: |\n    One\n    Two\n", "1:17 E-DATA the name has more than one line\n5:8 E-DATA the organisation has more than one line"},
		{"l.csv", head + "a,\u200d,,,,\n", "2:3 E-DATA the name holds U+200D, which nobody can see"},
		{"l.csv", head + "a,Jane \u200cDoe,,,,\n", "2:3 E-DATA the name holds U+200C, which nobody can see"},
		{"l.csv", head + "a,علی\u200cرضا,,क्\u200dष,,\n", ""},
		{"l.csv", head + "a,A,,x\u200by,,\n", "2:6 E-DATA the organisation holds U+200B, which nobody can see"},
		{"l.csv", head + "a,A,,,,\x1b[2J\n", "2:8 E-DATA the basis holds U+001B, which nobody can see"},
		{"l.csv", head + "a," + strings.Repeat("é", 301) + ",,,,\n", "2:3 E-LIMIT the name has more than 300 characters"},
		{"l.csv", head + "a,Doe, Jane,a@b.com,,,nda\n", "2:23 E-DATA this row has more cells than the heading has columns: 6"},
		{"l.csv", head + "a,\"A,,,,\n", "2:3 E-DATA this quotation mark is never closed"},
		{"l.csv", head + "a,\"A\"B,,,,\n", "2:6 E-DATA text stands behind the closing quotation mark"},
		{"l.csv", "id,e-mail,name\na,a@b.com,A\n", `1:4 E-KEY there is no column "e-mail"`},
		{"l.csv", "id,name,audiance\na,A,board\n", `1:9 E-KEY there is no column "audiance"`},
		{"l.csv", "id,name,id\na,A,b\n", "1:9 E-DUP the column id stands twice"},
		{"l.csv", "id,nom\na,A\n", `1:1 E-MISSING the list has no column "name"`},
		{"l.csv", "", "1:1 E-MISSING l.csv names nobody"},
		{"l.csv", head, "1:1 E-MISSING l.csv names nobody"},
		{"l.csv", head + "a,\x81\xfe\x81\xff,,,,\n", "2:3 E-DATA this is not UTF-8 text, and its encoding is not certain"},
		{"l.xlsx", "PK", "1:1 E-DATA l.xlsx is neither a CSV nor a YAML file"},
		{"l.yaml", "- {id: a, name: A, audience: bord}\n", `1:30 E-REF unknown audience "bord"`},
		{"l.yaml", "- {id: a}\n", `1:4 E-MISSING a recipient has no "name"`},
		{"l.yaml", "- {id: a, name: ''}\n", `1:11 E-MISSING "name" is empty`},
		{"l.yaml", "- {id: a, name: A, emial: a@b.com}\n", `1:20 E-KEY a recipient has no key "emial"`},
		{"l.yaml", "- {id: a, name: A}\n- {id: A, name: B}\n", "2:8 E-DUP the id A is taken; the first is in line 1"},
		{"l.yaml", strings.Repeat("#", limits.ListYAML.N()+1), "1:1 E-LIMIT l.yaml is longer than 256 KiB"},
	} {
		if _, said := read(t, c.file, c.data); said != c.want {
			t.Errorf("%.80q says\n%s\nwant\n%s", c.data, said, c.want)
		}
	}
}

func TestOtherColumnsAreNamed(t *testing.T) {
	list, said := read(t, "l.csv", "id,name,Phone,Segment\na,A,1,x\n")
	if said != `1:9 W-COLUMN nothing is made of the columns "Phone", "Segment"` || len(list.Recipients) != 1 {
		t.Errorf("%v, %s", list, said)
	}
}

func TestALongerNameOfAColumnIsAsked(t *testing.T) {
	if _, said := read(t, "l.csv", "id,name,Organisation\na,A,Example AG\n"); said != `1:9 E-KEY there is no column "Organisation"` {
		t.Error(said)
	}
}

func TestABadListOfAMillionStops(t *testing.T) {
	_, said := read(t, "l.csv", "id,name\n"+strings.Repeat("a b,A\n", 1_000_000))
	if n := strings.Count(said, "\n"); n > limits.ProblemsShown.N()+1 {
		t.Errorf("%d problems", n)
	}
}

func TestAListIsReadUpToItsLimits(t *testing.T) {
	field := func(n int) string { return "id,name\na," + strings.Repeat("é", n) + "\n" }
	yaml := func(n int) string { s := "- {id: a, name: A}\n#"; return s + strings.Repeat("#", n-len(s)) }
	rows := func(n int) string {
		var b strings.Builder
		b.WriteString("id,name\n")
		for i := range n {
			fmt.Fprintf(&b, "%d,A\n", i)
		}
		return b.String()
	}
	for id, c := range map[limits.ID]struct {
		file string
		of   func(int) string
	}{limits.RecipientField: {"l.csv", field}, limits.ListYAML: {"l.yaml", yaml}, limits.Recipients: {"l.csv", rows}} {
		if id == limits.Recipients && testing.Short() {
			continue // a million rows
		}
		if list, said := read(t, c.file, c.of(id.N())); list == nil {
			t.Errorf("%s is refused: %s", id.Row().Figure(), said)
		}
		if list, said := read(t, c.file, c.of(id.N()+1)); list != nil || !strings.Contains(said, "E-LIMIT") || !strings.Contains(said, id.Row().Figure()) {
			t.Errorf("one more than %s: %s", id.Row().Figure(), said)
		}
	}
}
