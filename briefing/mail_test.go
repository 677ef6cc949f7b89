package briefing

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// mailOf is the mail of an outline, and what is wrong with it.
func mailOf(t *testing.T, keys string) (Mail, string) {
	t.Helper()
	l := &diag.List{}
	text := "title: A *fictional* title\nstandfirst: What it is about\ndate: 2026\nterms: {company: Fictional & Co}\nfigures: {revenue: {value: $12m, basis: own, label: revenue}}\n" +
		keys + "themes:\n- name: One\n  claim: One thing holds\n  argument: $revenue of $company\n"
	b := Resolve(outline.Parse([]byte(text), "b.yaml", outline.Catalog{}, l), Env{}, l)
	var said []string
	for _, p := range l.Problems() {
		if p.Severity > diag.Note {
			said = append(said, fmt.Sprintf("%d:%d %s %s", p.At.Line, p.At.Col, p.Code, p.Summary))
		}
	}
	return b.Mail, strings.Join(said, "\n")
}

// said is a mail with its fields in braces.
func said(parts []MailPart) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Field != "" {
			b.WriteString("{" + p.Field + "}")
		}
		b.WriteString(p.Words)
	}
	return b.String()
}

func TestTheMailSays(t *testing.T) {
	m, wrong := mailOf(t, "")
	if wrong != "" || said(m.Subject) != "A fictional title" || said(m.Text) != "A fictional title\n\nWhat it is about" || m.HTML != nil || m.ReplyTo != "" {
		t.Errorf("by default %q, %q, %s", said(m.Subject), said(m.Text), wrong)
	}
	m, wrong = mailOf(t, `mail:
  subject: $company for $to.name, copy $to.copy
  text: |
    Dear $to.name ($to.org),

    revenue was $revenue; $$5 is no figure, nor is $5m. Yours, $company.
  html: <p style="color:#333">Dear <b>$to.name</b>, $company</p>
  reply_to: ir@house.example
`)
	for got, want := range map[string]string{
		said(m.Subject): "Fictional & Co for {name}, copy {copy}",
		said(m.Text):    "Dear {name} ({org}),\n\nrevenue was $12m; $5 is no figure, nor is $5m. Yours, Fictional & Co.",
		said(m.HTML):    `<p style="color:#333">Dear <b>{name}</b>, Fictional &amp; Co</p>`,
		m.ReplyTo:       "ir@house.example",
		wrong:           "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatAMailMayNotSay(t *testing.T) {
	for keys, want := range map[string]string{
		"mail: {text: Dear $to.nmae}\n":                              "6:19 E-REF the recipient has no such field",
		"mail: {text: Dear $to}\n":                                   "6:19 E-REF the recipient has no such field",
		"mail: {text: It was $revenu}\n":                             "6:21 E-REF there is no figure $revenu",
		"mail: {text: 'See [#prices].'}\n":                           "6:19 E-MARKDOWN a mail has no sources, exhibits or footnotes: [# would be sent as typed",
		"mail: {reply_to: 'Jane <a@b.com>'}\n":                       `6:18 E-ADDRESS "Jane <a@b.com>" is no address`,
		"mail: {sender: a@b.com}\n":                                  `6:8 E-KEY a mail has no key "sender"`,
		"mail: {html: '<a href=\"https://x.example/$to.name\">x'}\n": "6:42 E-MAIL the recipient's field stands inside a tag",
		"topic: For $to.name\n":                                      "6:12 E-REF there is no figure $to",
		"terms2: {}\n":                                               `6:1 E-KEY the outline has no key "terms2"`,
	} {
		if _, wrong := mailOf(t, keys); wrong != want {
			t.Errorf("%s says\n%s\nwant\n%s", keys, wrong, want)
		}
	}
}

// Nothing that a program would fetch or run goes out, however it is spelt.
func TestAMailLoadsNothing(t *testing.T) {
	for _, bad := range []string{"<img src=https://x.example/p.png>", "<IMG\nSRC='cid:x'>", "<p style='background:url(//x.example)'>", "<p style='background:\\75rl(//x)'>", "<p style='b:u/**/rl(x)'>",
		"<style>@import 'x'</style>", "<style>p{background:&#117;rl(x)}</style><style>p{b:url(x)}</style>", "<script>x</script>", "<p onclick=x()>", "<td background=x>", "<link rel=stylesheet href=x>", "<iframe src=x>",
		"<object data=x>", "<video poster=x>", "<svg><image href=x>", "<meta http-equiv=refresh content='0;url=x'>", "<base href=x>", "<a href='javascript:x()'>", "<a href='file:///x'>", "<a ping=x href='https://x'>",
		"<!--[if mso]><img src=x><![endif]-->", "<form action=x>", "<input>", "<picture>", "<p style='background:&#117;&#114;l(x)'>", "<bgsound src=x>", "<math>", "<a href=' https://x' onmouseover=y>"} {
		if loads(bad) == "" {
			t.Errorf("%s goes out", bad)
		}
	}
	for _, good := range []string{"", "plain & <b>bold</b>", "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>x</title><style>p { color: #333 }</style></head><body><p class=a>x<br/><a href=\"https://x.example/a?b=c&amp;d\">y</a> <a href='mailto:a@b.com'>z</a></p>",
		"<table role=presentation cellpadding=0 width=600><tr><td align=left style='padding:4px;font-family:Georgia,serif'>x</td></tr></table>", "<!-- ours -->", "1 < 2"} {
		if what := loads(good); what != "" {
			t.Errorf("%s is refused for %s", good, what)
		}
	}
}
