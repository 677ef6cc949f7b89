package briefing

import (
	"html"
	"slices"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/address"
	"roadshow/internal/limits"
)

// Mail is what goes out with a copy. Its words are plain text, its HTML is as typed: no Markdown is read in either.
type Mail struct {
	Subject, Text []MailPart
	HTML          []MailPart // what stands between fields is markup; empty: no HTML goes out
	ReplyTo       string
}

// MailPart is words, or a field of the recipient.
type MailPart struct {
	Words string
	Field string // of MailFields; "": words
}

// MailFields are what a mail may say of its recipient, as $to.name.
func MailFields() []string { return []string{"name", "org", "copy"} }

// mail reads the words of the mail; without any it says title and standfirst.
func (r *resolver) mail(n *outline.Node) {
	numbered := r.printed
	r.printed = false // no page prints these figures: their sources are no part of the register
	defer func() { r.printed = numbered }()
	m := &r.b.Mail
	title, standfirst := r.b.Title.String(), r.b.Standfirst.String()
	if m.Subject = r.mailParts(n.Get("subject"), "subject", false); m.Subject == nil {
		m.Subject = []MailPart{{Words: title}}
	}
	if m.Text = r.mailParts(n.Get("text"), "text", false); m.Text == nil {
		m.Text = []MailPart{{Words: strings.TrimSpace(title + "\n\n" + standfirst)}}
	}
	m.HTML = r.mailParts(n.Get("html"), "HTML", true)
	if e := n.Get("html"); m.HTML != nil {
		if what := loads(e.Text); what != "" {
			r.l.Error(e.At, "E-MAIL", "a mail that loads something tells its sender who reads it, and when: leave it out", "the mail's HTML holds %s", what)
		}
	}
	if e := n.Get("reply_to"); e != nil && !e.Null {
		m.ReplyTo = strings.TrimSpace(e.Text)
		if ok, hint := address.Valid(m.ReplyTo); !ok {
			r.l.Error(e.At, "E-ADDRESS", hint, "%q is no address", m.ReplyTo)
		}
	}
}

// mailParts fills figures and terms into a text and leaves the recipient's fields, nil where there is no text.
func (r *resolver) mailParts(n *outline.Node, what string, markup bool) (out []MailPart) {
	if n == nil || n.Null || strings.TrimSpace(n.Text) == "" {
		return nil
	}
	if len(n.Text) > limits.MailText.N() {
		r.l.Limit(n.At, limits.MailText, what)
		return nil
	}
	for _, mark := range []string{"[@", "[#", "[^"} {
		if at := strings.Index(n.Text, mark); at >= 0 && !markup {
			r.l.Error(n.Range(at, at+len(mark)), "E-MARKDOWN", "leave it out: the briefing cites and counts", "a mail has no sources, exhibits or footnotes: %s would be sent as typed", mark)
		}
	}
	words := func(s string) {
		if s = strings.ReplaceAll(s, "$$", "$"); s != "" {
			out = append(out, MailPart{Words: s})
		}
	}
	last := 0
	for _, ref := range outline.References(n.Text) {
		words(n.Text[last:ref.From])
		last = ref.To
		if ref.Name == "to" {
			rest, dotted := strings.CutPrefix(n.Text[ref.To:], ".")
			end := 0
			for end < len(rest) && rest[end] >= 'a' && rest[end] <= 'z' {
				end++
			}
			switch field := rest[:end]; {
			case markup && strings.LastIndexByte(n.Text[:ref.From], '<') > strings.LastIndexByte(n.Text[:ref.From], '>'):
				r.l.Error(n.Range(ref.From, ref.To), "E-MAIL", "let it stand between tags: an address of his own tells who follows it", "the recipient's field stands inside a tag")
			case dotted && slices.Contains(MailFields(), field):
				out = append(out, MailPart{Field: field})
			default:
				r.l.Error(n.Range(ref.From, ref.To), "E-REF", "a mail knows $to.name, $to.org and $to.copy; a dollar sign is written $$", "the recipient has no such field")
			}
			if dotted {
				last += 1 + end
			}
			continue
		}
		if printed, _, ok := r.named(ref, n, proseForm); ok {
			if markup {
				printed = html.EscapeString(printed)
			}
			out = append(out, MailPart{Words: printed})
		}
	}
	words(n.Text[last:])
	return out
}
