package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"

	"roadshow/briefing"
)

func words(subject string) *briefing.Mail {
	return &briefing.Mail{
		Subject: []briefing.MailPart{{Words: subject}, {Field: "name"}},
		Text:    []briefing.MailPart{{Words: "Dear "}, {Field: "name"}, {Words: " of "}, {Field: "org"}, {Words: ",\n\ncopy "}, {Field: "copy"}, {Words: " is yours.\n.\nFrom here on: $5 = 5 €\n" + strings.Repeat("long ", 100) + "\n"}},
		HTML:    []briefing.MailPart{{Words: "<p>Dear "}, {Field: "name"}, {Words: " of "}, {Field: "org"}, {Words: "</p>"}},
		ReplyTo: "ir@house.example",
	}
}

func message(subject, name, org string) *Message {
	return &Message{Words: words(subject), To: To{Name: name, Org: org, Email: "jane@example.com", Copy: 7}, Key: "k",
		Files: []File{{"a-备忘 \"x\".pdf", "application/pdf", bytes.Repeat([]byte("%PDF\x00\xff"), 100)}, {"a-slides.pdf", "application/pdf", []byte("%PDF-")}}}
}

// part is a body as a reader's program decodes it.
func part(t *testing.T, encoding string, r io.Reader) string {
	t.Helper()
	switch encoding {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	default:
		t.Fatalf("encoding %q", encoding)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// reads are the parts of a body, those of alternatives among them.
func reads(t *testing.T, kind string, body io.Reader) (out []string, names []string) {
	t.Helper()
	mediaType, params, err := mime.ParseMediaType(kind)
	if err != nil || !strings.HasPrefix(mediaType, "multipart/") {
		t.Fatalf("%s: %v", kind, err)
	}
	for r := multipart.NewReader(body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return out, names
		}
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.Header.Get("Content-Type"), "multipart/") {
			inner, more := reads(t, p.Header.Get("Content-Type"), p)
			out, names = append(out, inner...), append(names, more...)
			continue
		}
		out, names = append(out, part(t, p.Header.Get("Content-Transfer-Encoding"), p)), append(names, p.FileName())
	}
}

// What a mail program reads is what was meant, whatever names and subjects hold, and they never make a header.
func TestHostileWordsStayWords(t *testing.T) {
	for _, name := range []string{"Jane Doe", "王小川", `O"Brien, "Bob" <bob@evil.example>`, "Jane\r\nBcc: all@evil.example", "=?utf-8?q?evil?=", "a\x00b", "Zoë =?x?= \\", strings.Repeat("长", 300), strings.Repeat("x ", 150) + "end",
		"$to.name", "<script>alert(1)</script>", "(comment)", "@", "--=_boundary", "\u202eevil"} {
		m := message("Q3: "+name+" ", name, name)
		draft := m.Draft()
		if !bytes.Equal(draft, message("Q3: "+name+" ", name, name).Draft()) {
			t.Errorf("%q: the same mail has other bytes", name)
		}
		for line := range strings.Lines(string(draft)) {
			if len(line) > 998+2 || !strings.HasSuffix(line, "\r\n") || strings.ContainsFunc(strings.TrimSuffix(line, "\r\n"), func(r rune) bool { return r > '~' || r < ' ' && r != '\t' }) {
				t.Errorf("%q: a line that no server takes: %q", name, line)
			}
		}
		got, err := netmail.ReadMessage(bytes.NewReader(draft))
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for k := range got.Header {
			keys = append(keys, k)
		}
		if len(keys) != 7 || len(got.Header["To"]) != 1 {
			t.Errorf("%q: headers %v", name, keys)
		}
		to, err := got.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Address != "jane@example.com" {
			t.Errorf("%q: goes to %v, %v", name, to, err)
		} else if want := strings.Join(strings.Fields(name), " "); strings.Join(strings.Fields(to[0].Name), " ") != want {
			t.Errorf("%q: it is for %q", name, to[0].Name)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
		if want := m.Subject(); err != nil || subject != want || strings.Contains(want, "\n") {
			t.Errorf("subject %q, want %q, %v", subject, want, err)
		}
		parts, names := reads(t, got.Header.Get("Content-Type"), got.Body)
		if len(parts) != 4 || names[2] != "a-备忘 \"x\".pdf" || names[3] != "a-slides.pdf" || parts[2] != string(m.Files[0].Data) {
			t.Fatalf("%q: %d parts, %q", name, len(parts), names)
		}
		if text := strings.ReplaceAll(parts[0], "\r\n", "\n"); text != strings.ReplaceAll(m.Text(), "\r\n", "\n") {
			t.Errorf("text %.80q, want %.80q", text, m.Text())
		}
		if strings.Contains(parts[1], "<script") || strings.Count(parts[1], "<") != 2 {
			t.Errorf("the HTML holds markup of a name: %q", parts[1])
		}
		if id := got.Header.Get("Message-Id"); id != "<"+m.ID()+">" || !strings.HasSuffix(id, "@house.example>") {
			t.Errorf("Message-ID %s", id)
		}
	}
}

func TestADraftWithoutAddressAndHTML(t *testing.T) {
	m := message("S", "Jane", "")
	m.To.Email, m.Words.HTML, m.Words.ReplyTo = "", nil, ""
	got, err := netmail.ReadMessage(bytes.NewReader(m.Draft()))
	if err != nil || got.Header.Get("X-Unsent") != "1" || got.Header.Get("To") != "" || got.Header.Get("From") != "" || got.Header.Get("Date") != "" || !strings.HasSuffix(m.ID(), "@roadshow.invalid") {
		t.Errorf("%v %v", got.Header, err)
	}
	if parts, _ := reads(t, got.Header.Get("Content-Type"), got.Body); len(parts) != 3 {
		t.Errorf("%d parts", len(parts))
	}
}

// Two recipients of one run, and one recipient of two, have mails with ids of their own.
func TestEveryMailHasItsID(t *testing.T) {
	a, b := message("S", "J", ""), message("S", "J", "")
	b.Key = "other"
	if a.ID() == b.ID() || a.ID() != message("T", "K", "").ID() {
		t.Error("the id is not that of the mail's key")
	}
}
