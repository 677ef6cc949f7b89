package xmlscan

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

// tokens is a file as one line: <a x="1">, text, </a>.
func tokens(data string) (string, error) {
	s, err := New([]byte(data))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for {
		kind, err := s.Next()
		switch {
		case err == io.EOF:
			return b.String(), nil
		case err != nil:
			return b.String(), err
		case kind == Text:
			fmt.Fprintf(&b, "%s", s.Text())
		case kind == End:
			fmt.Fprintf(&b, "</%s>", s.Name())
		default:
			fmt.Fprintf(&b, "<%s", s.Name())
			for _, a := range s.Attrs() {
				fmt.Fprintf(&b, " %s=%q", a.Name, a.Value)
			}
			b.WriteByte('>')
		}
	}
}

// library is the same as encoding/xml reads it.
func library(data string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(data, "\ufeff")))
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) { return r, nil }
	var b strings.Builder
	for depth := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			fmt.Fprintf(&b, "<%s", e.Name.Local)
			for _, a := range e.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			b.WriteByte('>')
		case xml.EndElement:
			depth--
			fmt.Fprintf(&b, "</%s>", e.Name.Local)
		case xml.CharData:
			if depth > 0 {
				b.Write(e)
			}
		case xml.Directive: // a document type
			return b.String(), ErrDamaged
		}
	}
}

func samples() []string {
	return []string{
		`<a/>`, `<a></a>`, ` <a> </a> `, `<a x="1" y='2'>t</a>`, `<a x = "1" />`, `<p:a q:x="1"><p:b/></p:a>`, "\ufeff<?xml version=\"1.0\"?>\n<a>ä 中</a>",
		`<a>1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&apos; &#65;&#x42;&#x1F600;</a>`, `<a x="&lt;&#10;&quot;"/>`, "<a>\r\n1\r2\n</a>", "<a x=\"\r\n\"/>", `<a><![CDATA[<b>&amp;]]></a>`, `<a>1<!-- <b> -->2</a>`,
		`<a><?pi x?>1</a>`, `<a><b><c/></b>t<b/></a>`, `<a>]]</a>`, `<a b=">"/>`, `<a/><b/>`,
		``, `<`, `<a`, `<a>`, `</a>`, `<a></b>`, `<a><b></a>`, `<a x>`, `<a x=1/>`, `<a x="1/>`, `<a x="<"/>`, "<a>\x01</a>", "<a>\xff</a>", `<!DOCTYPE a><a/>`, `<!-- `, `<a><![CDATA[`, `<a><?pi`, `< a/>`, `<a / >`, `<a`, `<a/`, `</`, `<![CDATA[x]]>`, `<a "b"/>`, `<=/>`,
	}
}

func TestWhatTheLibraryTakesIsReadAlike(t *testing.T) {
	for _, data := range samples() {
		want, fault := library(data)
		got, err := tokens(data)
		if (fault != nil) != (err != nil) || fault == nil && got != want {
			t.Errorf("%q: %q %v, the library reads %q %v", data, got, err, want, fault)
		}
	}
	for data, want := range map[string]string{`<a>R&D &unknown; &#xZZ; &#1; &</a>`: `<a>R&D &unknown; &#xZZ; &#1; &</a>`, `<a>&amp;lt;</a>`: `<a>&lt;</a>`} {
		if got, err := tokens(data); got != want || err != nil {
			t.Errorf("%q: %q %v", data, got, err)
		}
	}
}

func TestSkipGoesToTheEndOfItsElement(t *testing.T) {
	s, err := New([]byte(`<a><b><b/>x<c></c></b><d/></a>`))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a", "b"} {
		if kind, err := s.Next(); kind != Start || err != nil || string(s.Name()) != want {
			t.Fatal(kind, err, string(s.Name()))
		}
	}
	if err := s.Skip(); err != nil || string(s.Name()) != "b" {
		t.Fatalf("%v, at the end of %s", err, s.Name())
	}
	if kind, err := s.Next(); kind != Start || err != nil || string(s.Name()) != "d" || s.Attr("x") != "" {
		t.Fatal(kind, err, string(s.Name()))
	}
	if err := s.Skip(); err != nil || string(s.Name()) != "d" {
		t.Fatal(err)
	}
	if s, err = New([]byte(`<a><b>`)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Next(); err != nil || s.Skip() == nil {
		t.Error("what does not end is skipped")
	}
}

func FuzzAlike(f *testing.F) {
	for _, data := range samples() {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if _, err := New([]byte(data)); err != nil {
			return // the library does not look into comments
		}
		got, err := tokens(data)
		want, fault := library(data)
		if fault == nil && (err != nil || got != want) {
			t.Errorf("%q: %q %v, the library reads %q", data, got, err, want)
		}
	})
}
