package main

import (
	"encoding/json"
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
	Height int    `xml:"height,attr"`
	Inner  string `xml:",innerxml"`
}

var (
	anchor = regexp.MustCompile(`(?s)<a href="[^"#]*#(\d+)">(.*?)</a>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
	number = regexp.MustCompile(`^\d{1,3}$`)
)

// words is a piece's text without marks.
func (t text) words() string {
	s := tag.ReplaceAllString(t.Inner, "")
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#34;", `"`, "&#39;", "'").Replace(s)
}

// contentsLinks follows every link of the contents page: a printed page number must be that of the page it leads to, a
// name must lead where the bookmark of that name leads, and any other words must stand on the page that they lead to.
func contentsLinks(s *subject) error {
	doc, err := s.links()
	if err != nil {
		return err
	}
	marks, err := s.bookmarks()
	if err != nil {
		return err
	}
	contents := findContents(doc)
	if contents == nil {
		return errors.New("no page is headed Contents")
	}
	numbers, names := 0, 0
	for _, t := range contents.Texts {
		for _, m := range anchor.FindAllStringSubmatch(t.Inner, -1) {
			target, err := strconv.Atoi(m[1])
			if err != nil || target < 1 || target > len(doc) {
				return fmt.Errorf("%q leads to page %s of %d", m[2], m[1], len(doc))
			}
			words := searchable(text{Inner: m[2]}.words())
			switch {
			case words == "":
			case number.MatchString(words):
				// Numbers of themes are large and those of exhibits bold: what is left are page numbers.
				if strings.Contains(m[2], "<b>") || t.Height > 30 {
					continue
				}
				numbers++
				if words != m[1] {
					return fmt.Errorf("the page number %s leads to page %d", words, target)
				}
			default:
				names++
				if err := leadsTo(doc, marks, target, words); err != nil {
					return err
				}
			}
		}
	}
	if numbers == 0 || names == 0 {
		return fmt.Errorf("the contents link %d page numbers and %d names", numbers, names)
	}
	s.say("%d numbers, %d names", numbers, names)
	return nil
}

// links are the pages with their links.
func (s *subject) links() ([]page, error) {
	raw, _, err := tool("pdftohtml", "-xml", "-i", "-stdout", s.pdf, filepath.Join(s.dir, "links"))
	if err != nil {
		return nil, err
	}
	var doc struct {
		Pages []page `xml:"page"`
	}
	d := xml.NewDecoder(strings.NewReader(raw))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		return nil, fmt.Errorf("pdftohtml: %w", err)
	}
	return doc.Pages, nil
}

// bookmarks are the pages that bookmarks lead to, by the titles of the outermost ones without a theme's number.
func (s *subject) bookmarks() (map[string]int, error) {
	raw, _, err := tool("qpdf", "--json", "--json-key=outlines", s.pdf)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Outlines []struct {
			Title string `json:"title"`
			Page  int    `json:"destpageposfrom1"`
		} `json:"outlines"`
	}
	if err := json.Unmarshal([]byte(raw), &doc); err != nil {
		return nil, fmt.Errorf("qpdf: %w", err)
	}
	marks := map[string]int{}
	for _, o := range doc.Outlines {
		marks[strings.TrimLeft(searchable(o.Title), "0123456789 ")] = o.Page
	}
	return marks, nil
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

func leadsTo(pages []page, marks map[string]int, target int, words string) error {
	if to, ok := marks[words]; ok {
		if to != target {
			return fmt.Errorf("%q leads to page %d, its bookmark to page %d", words, target, to)
		}
		return nil
	}
	var all strings.Builder
	for _, t := range pages[target-1].Texts {
		all.WriteString(t.words() + "\n")
	}
	if !strings.Contains(searchable(all.String()), words) {
		return fmt.Errorf("%q leads to page %d, where the words are not", words, target)
	}
	return nil
}
