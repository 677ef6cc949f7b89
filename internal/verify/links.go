package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// page is a page as pdftohtml sees it: pieces of text, some of them links.
type page struct {
	Number int    `xml:"number,attr"`
	Texts  []text `xml:"text"`
}

type text struct {
	Top   int    `xml:"top,attr"`
	Inner string `xml:",innerxml"`
}

var (
	anchor = regexp.MustCompile(`(?s)<a href="[^"#]*#(\d+)">(.*?)</a>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

// words is a piece's text without marks.
func (t text) words() string {
	s := tag.ReplaceAllString(t.Inner, "")
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#34;", `"`, "&#39;", "'").Replace(s)
}

// contentsLinks follows every link of the contents page: it must lead to the page that is printed on its line, and that
// page must hold the words that were linked.
func contentsLinks(s *subject) error {
	out := filepath.Join(s.dir, "links")
	raw, _, err := tool("pdftohtml", "-xml", "-i", "-stdout", s.pdf, out)
	if err != nil {
		return err
	}
	var doc struct {
		Pages []page `xml:"page"`
	}
	d := xml.NewDecoder(strings.NewReader(raw))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		return fmt.Errorf("pdftohtml: %w", err)
	}
	contents := findContents(doc.Pages)
	if contents == nil {
		return errors.New("no page is headed Contents")
	}
	n := 0
	for _, t := range contents.Texts {
		for _, m := range anchor.FindAllStringSubmatch(t.Inner, -1) {
			target, err := strconv.Atoi(m[1])
			if err != nil {
				return err
			}
			words := searchable(text{Inner: m[2]}.words())
			if words == "" {
				continue
			}
			n++
			if err := leadsTo(doc.Pages, target, words); err != nil {
				return err
			}
		}
	}
	if n == 0 {
		return errors.New("the contents have no links")
	}
	s.say("%d links", n)
	return nil
}

func findContents(pages []page) *page {
	for i, p := range pages {
		for _, t := range p.Texts {
			if strings.TrimSpace(t.words()) == "Contents" {
				return &pages[i]
			}
		}
	}
	return nil
}

// leadsTo holds one link: linked words stand on the page that it leads to, a linked number is that page's number.
func leadsTo(pages []page, target int, words string) error {
	if target < 1 || target > len(pages) {
		return fmt.Errorf("%q leads to page %d of %d", words, target, len(pages))
	}
	if n, err := strconv.Atoi(words); err == nil && len(words) < 4 {
		if n != target && !numeral(words) {
			return fmt.Errorf("the number %d leads to page %d", n, target)
		}
		return nil
	}
	var all strings.Builder
	for _, t := range pages[target-1].Texts {
		all.WriteString(t.words() + "\n")
	}
	if !strings.Contains(strings.ToLower(searchable(all.String())), strings.ToLower(words)) {
		return fmt.Errorf("%q leads to page %d, where the words are not", words, target)
	}
	return nil
}

// numeral says whether a number may be a theme's: they have one digit and stand before its name.
func numeral(words string) bool { return len(words) == 1 }
