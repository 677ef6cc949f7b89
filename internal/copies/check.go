package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roadshow/distribute"
	"roadshow/distribute/mark"
)

// checker holds copies against their base.
type checker struct {
	sent    string // the folder that the program made
	tail    string // how the names of its copies end, behind the id
	words   *distribute.Words
	list    []reader
	text    []string // of the base, by page
	tags    string
	info    string
	places  [][]place // of the base's words, by page, as poppler has them
	seats   [][]int   // of each word of the base that moves: which of the places is it; -1: none
	measure int       // words that have one
}

// place is a word as poppler has it.
type place struct {
	x, top, bottom float64
	text           string
}

// tool runs a program and returns what it prints; what it complains of is part of the error.
func tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("%s: %w: %.300s", name, err, strings.TrimSpace(complaints.String()))
	}
	return out.String(), nil
}

func newChecker(sent, stem string, list []reader) (*checker, error) {
	c := &checker{sent: sent, tail: "-" + stem + ".pdf", list: list}
	where, err := os.ReadFile(filepath.Join(sent, "base", stem+".json"))
	if err != nil {
		return nil, err
	}
	if c.words, err = distribute.ReadWords(where); err != nil {
		return nil, err
	}
	base := filepath.Join(sent, "base", stem+".pdf")
	file, err := os.ReadFile(base)
	if err != nil {
		return nil, err
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(file)); sum != c.words.PDF {
		return nil, fmt.Errorf("the words are those of %s, and the base is %s", c.words.PDF, sum)
	}
	if c.text, err = pages(base, ""); err != nil {
		return nil, err
	}
	if c.tags, err = tool("pdfinfo", "-struct-text", base); err != nil {
		return nil, err
	}
	if c.info, err = metadata(base, ""); err != nil {
		return nil, err
	}
	if c.places, err = places(base, ""); err != nil {
		return nil, err
	}
	for i, page := range c.words.Pages {
		var seats []int
		for _, w := range page {
			seat := -1
			for k, p := range c.places[i] {
				if math.Abs(p.x-w[0]) < 0.05 && p.top < w[1] && w[1] < p.bottom {
					seat = k
				}
			}
			if seats = append(seats, seat); seat >= 0 {
				c.measure++
			}
		}
		c.seats = append(c.seats, seats)
	}
	if c.measure < 60 {
		return nil, fmt.Errorf("only %d of %d words of the base are found again", c.measure, c.words.Len())
	}
	return c, nil
}

func (c *checker) file(i int) string     { return filepath.Join(c.sent, "copies", c.list[i].id+c.tail) }
func (c *checker) password(i int) string { return c.list[i].password }

// other is the password of somebody else.
func (c *checker) other(i int) string { return c.password((i + 1) % len(c.list)) }

// check asks of one copy all that is asked of every one.
func (c *checker) check(i int) error { return errors.Join(c.encrypted(i), c.says(i), c.marked(i)) }

// encrypted: R6, and only its own password opens it.
func (c *checker) encrypted(i int) error {
	name, mine, not := c.file(i), c.password(i), c.other(i)
	how, err := tool("qpdf", "--password="+mine, "--show-encryption", name)
	if err != nil {
		return err
	}
	for _, want := range []string{"R = 6\n", "stream encryption method: AESv3", "string encryption method: AESv3", "extract for accessibility: allowed", "modify anything: not allowed"} {
		if !strings.Contains(how, want) {
			return fmt.Errorf("qpdf does not say %q", want)
		}
	}
	if _, err := tool("qpdf", "--password="+mine, "--check", name); err != nil {
		return err
	}
	for _, t := range [][]string{{"qpdf", "--check", "--password=" + not, name}, {"qpdf", "--check", name}, {"mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, "-p", not, name, "1"},
		{"mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, name, "1"}, {"pdfinfo", "-upw", not, name}, {"pdfinfo", name}} {
		if _, err := tool(t[0], t[1:]...); err == nil {
			return fmt.Errorf("%s opens it without its password", t[0])
		}
	}
	_, err = tool("mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, "-p", mine, name)
	return err
}

// line is the visible line; on a cover, which names the reader elsewhere, what is left of it.
var line = regexp.MustCompile(`^(Prepared for .* · )?[^·]* · Copy (\d+)$`)

// says: the base's words, tags and metadata, and the recipient's words besides.
func (c *checker) says(i int) error {
	name, mine := c.file(i), c.password(i)
	text, err := pages(name, mine)
	if err != nil {
		return err
	}
	if len(text) != len(c.text) {
		return fmt.Errorf("poppler finds %d pages, the base has %d", len(text), len(c.text))
	}
	for k := range text {
		own, ok := strings.CutPrefix(text[k], c.text[k])
		if !ok {
			return fmt.Errorf("page %d does not say what the base says", k+1)
		}
		seen := false
		for _, l := range strings.Split(strings.TrimSpace(own), "\n") {
			if m := line.FindStringSubmatch(squeeze(l)); m != nil {
				seen = m[2] == strconv.Itoa(i+1) && (m[1] != "") == (k > 0)
			} else if k > 0 {
				return fmt.Errorf("page %d says %q besides", k+1, l)
			}
		}
		if !seen {
			return fmt.Errorf("page %d does not say whose copy it is: %q", k+1, own)
		}
		if strings.ContainsAny(own, "\x1b\u202e\x00") {
			return fmt.Errorf("page %d has what steers a terminal: %q", k+1, own)
		}
		if first := []rune(strings.Fields(c.list[i].name)[0]); !strings.Contains(own, string(first[:3])) {
			return fmt.Errorf("page %d does not name its reader: %q", k+1, own)
		}
	}
	info, err := metadata(name, mine)
	if err != nil || info != c.info {
		return fmt.Errorf("the metadata are not the base's (%v):\n%s", err, info)
	}
	tags, err := tool("pdfinfo", "-struct-text", "-upw", mine, name)
	if err != nil {
		return err
	}
	return c.sameTags(tags)
}

// sameTags holds the structure against the base's, whose paragraph for the recipient is empty.
func (c *checker) sameTags(tags string) error {
	said := func(tags string) []string { // empty cells say nothing in either
		return slices.DeleteFunc(strings.Split(tags, "\n"), func(l string) bool { return strings.TrimSpace(l) == `""` })
	}
	got, want := said(tags), said(c.tags)
	added := 0
	for len(got) > 0 && len(want) > 0 {
		switch {
		case got[0] == want[0]:
			got, want = got[1:], want[1:]
		case strings.HasPrefix(strings.TrimSpace(got[0]), `"`) && added < 4: // the cover's lines
			got, added = got[1:], added+1
		default:
			return fmt.Errorf("the structure has %q, the base %q", got[0], want[0])
		}
	}
	if len(got)+len(want) > 0 || added == 0 {
		return fmt.Errorf("the structure is another: %d lines more, %d fewer, %d of the cover", len(got), len(want), added)
	}
	return nil
}

// marked: the words' shifts fit the recipient and nobody else.
func (c *checker) marked(i int) error {
	now, err := places(c.file(i), c.password(i))
	if err != nil {
		return err
	}
	var shifts []float64
	for p := range c.words.Pages {
		if len(now[p]) < len(c.places[p]) {
			return fmt.Errorf("page %d has fewer words than the base's", p+1)
		}
		for _, seat := range c.seats[p] {
			shift := 0.0
			if seat >= 0 {
				was, is := c.places[p][seat], now[p][seat]
				if shift = is.x - was.x; was.text != is.text || math.Abs(math.Abs(shift)-c.words.Reach) > 0.02 {
					return fmt.Errorf("page %d: %q at %.2f became %q at %.2f", p+1, was.text, was.x, is.text, is.x)
				}
			}
			shifts = append(shifts, shift)
		}
	}
	secret := distribute.KeyFrom(house).Secret
	for k, r := range c.list {
		fit := mark.Fit(distribute.Moves(secret, r.id, c.words.PDF, c.words.Len()), shifts)
		if enough := mark.Enough(len(c.list)); (fit > enough) != (k == i) {
			return fmt.Errorf("the words' places fit copy %d by %.1f; a copy is named from %.1f on", k+1, fit, enough)
		}
	}
	return nil
}

// pages is what poppler finds on each page, in the order of the file.
func pages(name, password string) ([]string, error) {
	out, err := tool("pdftotext", "-raw", "-upw", password, name, "-")
	return strings.Split(strings.TrimSuffix(out, "\f"), "\f"), err
}

// metadata are the lines that do not depend on the encryption.
func metadata(name, password string) (string, error) {
	out, err := tool("pdfinfo", "-upw", password, name)
	var keep []string
	for l := range strings.Lines(out) {
		if !strings.HasPrefix(l, "Encrypted:") && !strings.HasPrefix(l, "File size:") {
			keep = append(keep, l)
		}
	}
	return strings.Join(keep, ""), err
}

var box = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="[0-9.-]+" yMax="([0-9.-]+)">(.*)</word>`)

// places are the words of each page, in the order of the file.
func places(name, password string) (out [][]place, err error) {
	text, err := tool("pdftotext", "-raw", "-bbox", "-upw", password, name, "-")
	for l := range strings.Lines(text) {
		if strings.Contains(l, "<page ") {
			out = append(out, nil)
		} else if m := box.FindStringSubmatch(l); m != nil && len(out) > 0 {
			var v [3]float64
			for i := range v {
				v[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			out[len(out)-1] = append(out[len(out)-1], place{v[0], v[1], v[2], html.UnescapeString(m[4])})
		}
	}
	return out, err
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// ghostscript draws nothing and reads all.
func (c *checker) ghostscript(i int) error {
	read := func(password string) error {
		out, err := tool("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", "-sPDFPassword="+password, c.file(i))
		if err == nil && strings.Contains(strings.ToLower(out), "error") {
			err = fmt.Errorf("gs: %.200s", out)
		}
		return err
	}
	if err := read(c.password(i)); err != nil {
		return err
	}
	if read(c.other(i)) == nil {
		return errors.New("gs opens it with somebody else's password")
	}
	return nil
}

// pdfjs opens the first copies, with their passwords and with others.
func (c *checker) pdfjs(node string, few int) error {
	var jobs []map[string]string
	for i := range few {
		jobs = append(jobs, map[string]string{"file": c.file(i), "mine": c.password(i), "other": c.other(i), "copy": fmt.Sprintf("Copy %d", i+1)})
	}
	list, err := json.Marshal(jobs)
	if err != nil {
		return err
	}
	name := filepath.Join(c.sent, "jobs.json")
	if err := os.WriteFile(name, list, 0o600); err != nil {
		return err
	}
	out, err := tool("node", filepath.Join(node, "open.mjs"), name, strconv.Itoa(len(c.text)))
	if err != nil {
		return fmt.Errorf("pdf.js: %w: %.300s", err, out)
	}
	return nil
}
