// Package mail makes the mail that goes out with a copy, as a draft that a mail program opens, ready to be looked at and sent.
//
// Rules: nothing of a recipient or of an outline becomes a header of its own, whatever it holds; the same mail has the same bytes, so
// there is no date and no chance in it; a password is never part of it; nothing in it loads anything. The standard library makes it: a
// client of SMTP would bring a network into a program that has none.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"html"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing"
)

// To is whom a mail is for.
type To struct {
	Name, Org string
	Email     string // may be empty: whoever sends the draft fills it in
	Copy      int
}

// File is what a mail brings.
type File struct {
	Name string
	Type string // application/pdf
	Data []byte
}

// Message is one mail.
type Message struct {
	Words *briefing.Mail
	To    To
	Files []File
	Key   string // the same mail has the same one: the Message-ID is made of it
}

// Subject is the subject in one line.
func (m *Message) Subject() string {
	return strings.Join(strings.FieldsFunc(fill(m.Words.Subject, m.To, false), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// Text is the mail's text.
func (m *Message) Text() string { return strings.TrimRight(fill(m.Words.Text, m.To, false), "\n") }

// HTML is the mail in HTML, "" where there is none.
func (m *Message) HTML() string { return fill(m.Words.HTML, m.To, true) }

// fill puts the recipient into the words.
func fill(parts []briefing.MailPart, to To, markup bool) string {
	var b strings.Builder
	for _, p := range parts {
		words := p.Words
		switch p.Field {
		case "name":
			words = to.Name
		case "org":
			words = to.Org
		case "copy":
			words = strconv.Itoa(to.Copy)
		}
		if p.Field != "" && markup {
			words = html.EscapeString(words)
		}
		b.WriteString(words)
	}
	return b.String()
}

// ID is the Message-ID, without its brackets. It names the house that answers go to, else nobody.
func (m *Message) ID() string {
	domain := "roadshow.invalid"
	if _, d, ok := strings.Cut(m.Words.ReplyTo, "@"); ok {
		domain = d
	}
	return m.hash("id") + "@" + domain
}

func (m *Message) hash(of string) string {
	sum := sha256.Sum256([]byte("roadshow mail\n" + of + "\n" + m.Key))
	return hex.EncodeToString(sum[:16])
}

// Draft is the mail as a file that a mail program opens to be sent. It has no sender and no date: who sends it gives both.
func (m *Message) Draft() []byte {
	w := &writer{}
	w.header("X-Unsent", "1")
	if m.To.Email != "" {
		w.header("To", named(m.To.Name, m.To.Email))
	}
	w.header("Subject", encoded(m.Subject()))
	if m.Words.ReplyTo != "" {
		w.header("Reply-To", (&mail.Address{Address: m.Words.ReplyTo}).String())
	}
	w.header("Message-ID", "<"+m.ID()+">")
	w.header("MIME-Version", "1.0")
	mixed := w.multipart("mixed", m.hash("mixed"))
	w.open(mixed)
	if text := m.HTML(); text != "" {
		alternative := w.multipart("alternative", m.hash("alternative"))
		w.open(alternative)
		w.text("text/plain", m.Text())
		w.open(alternative)
		w.text("text/html", text)
		w.close(alternative)
	} else {
		w.text("text/plain", m.Text())
	}
	for _, f := range m.Files {
		w.open(mixed)
		w.file(f)
	}
	w.close(mixed)
	return w.Bytes()
}

// named is an address with a name, in letters that every server carries.
func named(name, email string) string {
	if strings.Contains(name, "=?") { // a reader would take it for a word that was encoded
		return forced(name) + " <" + email + ">"
	}
	return (&mail.Address{Name: name, Address: email}).String()
}

// encoded is words of a header, in letters that every server carries.
func encoded(s string) string {
	if strings.Contains(s, "=?") {
		return forced(s)
	}
	return mime.QEncoding.Encode("utf-8", s)
}

// forced encodes words that need not be.
func forced(s string) string {
	var out []string
	for r := []rune(s); len(r) > 0; {
		n := min(len(r), 10) // at most 40 bytes: an encoded word has 75 characters
		out, r = append(out, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(string(r[:n])))+"?="), r[n:]
	}
	return strings.Join(out, " ")
}

// writer writes the parts of a mail.
type writer struct{ bytes.Buffer }

// lineLength is what a line of a header should not pass (RFC 5322, 2.1.1).
const lineLength = 78

// header writes a field, folded at its blanks. A value never ends its line.
func (w *writer) header(name, value string) {
	w.WriteString(name + ":")
	at := len(name) + 1
	for i, word := range strings.Fields(value) {
		if i > 0 && at+1+len(word) > lineLength {
			w.WriteString("\r\n")
			at = 0
		}
		w.WriteString(" " + word)
		at += 1 + len(word)
	}
	w.WriteString("\r\n")
}

// multipart begins a body of several parts and returns what stands between them, which no part can hold: neither base64 nor
// quoted-printable has "=_".
func (w *writer) multipart(kind, hash string) string {
	boundary := "=_" + hash
	w.header("Content-Type", mime.FormatMediaType("multipart/"+kind, map[string]string{"boundary": boundary}))
	w.WriteString("\r\n")
	return boundary
}

func (w *writer) open(boundary string)  { w.WriteString("--" + boundary + "\r\n") }
func (w *writer) close(boundary string) { w.WriteString("--" + boundary + "--\r\n") }

func (w *writer) text(kind, s string) {
	w.header("Content-Type", kind+"; charset=utf-8")
	w.header("Content-Transfer-Encoding", "quoted-printable")
	w.WriteString("\r\n")
	q := quotedprintable.NewWriter(w)
	io.WriteString(q, s+"\n") // a buffer takes all that is written
	q.Close()
}

func (w *writer) file(f File) {
	w.header("Content-Type", f.Type)
	w.header("Content-Transfer-Encoding", "base64")
	w.header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	w.WriteString("\r\n")
	const width = 57 // bytes of a line of 76 characters
	w.Grow(len(f.Data)/width*78 + 160)
	var line [76]byte
	for data := f.Data; len(data) > 0; {
		n := min(len(data), width)
		base64.StdEncoding.Encode(line[:], data[:n])
		w.Write(line[:base64.StdEncoding.EncodedLen(n)])
		w.WriteString("\r\n")
		data = data[n:]
	}
}
