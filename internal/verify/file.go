package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"roadshow/assets"
)

func programSize(s *subject) error {
	info, err := os.Stat(s.program)
	if err != nil {
		return err
	}
	s.say("%.1f MB", float64(info.Size())/1e6)
	return atMost("the program", info.Size(), 40e6)
}

func fileSize(s *subject) error {
	s.say("%.1f KB", float64(len(s.data))/1e3)
	return atMost("the file", int64(len(s.data)), 165e3)
}

func atMost(what string, n, limit int64) error {
	if n >= limit {
		return fmt.Errorf("%s has %d bytes, the limit is %d", what, n, limit)
	}
	return nil
}

func looksAndPages(s *subject) error {
	n := 0
	for _, look := range assets.Looks() {
		for _, page := range []string{"a4", "letter"} {
			if _, err := s.build(filepath.Join(s.dir, look+"-"+page+".pdf"), nil, "--look", look, "--page", page); err != nil {
				return err
			}
			n++
		}
	}
	s.say("%d builds", n)
	return nil
}

func sameBytes(s *subject) error {
	home := filepath.Join(s.dir, "home")
	if err := os.Mkdir(home, 0o777); err != nil {
		return err
	}
	other, err := s.build(filepath.Join(s.dir, "other.pdf"), []string{
		"TZ=Pacific/Kiritimati", "LC_ALL=zh_CN.UTF-8", "LANG=tr_TR.UTF-8", "HOME=" + home, "GOMAXPROCS=1", "NO_COLOR=1", "TMPDIR=" + home,
	})
	if err != nil {
		return err
	}
	if !bytes.Equal(other, s.data) {
		return fmt.Errorf("%d and %d bytes, first difference at byte %d", len(s.data), len(other), firstDifference(s.data, other))
	}
	return nil
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// dates are the places where a PDF says when: the information dictionary, XMP, and the file's identifier made from them.
var dates = regexp.MustCompile(`D:\d{14}[^)]*|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^<"]*|/ID \[[^\]]*\]`)

func onlyDates(s *subject) error {
	var plain [2][]byte
	for i, epoch := range []string{"1000000000", "1700000000"} {
		pdf := filepath.Join(s.dir, epoch+".pdf")
		if _, err := s.build(pdf, []string{"SOURCE_DATE_EPOCH=" + epoch}); err != nil {
			return err
		}
		open, err := s.unpack(pdf)
		if err != nil {
			return err
		}
		if year := []string{"2001", "2023"}[i]; !bytes.Contains(open, []byte("D:"+year)) {
			return fmt.Errorf("SOURCE_DATE_EPOCH=%s: no date of %s in the file", epoch, year)
		}
		plain[i] = dates.ReplaceAll(open, nil)
	}
	if !bytes.Equal(plain[0], plain[1]) {
		at := firstDifference(plain[0], plain[1])
		return fmt.Errorf("the files differ in more than dates, near %q", plain[0][max(at-40, 0):min(at+40, len(plain[0]))])
	}
	return nil
}

// unpack is a file without compression and object streams, which hide what it says.
func (s *subject) unpack(pdf string) ([]byte, error) {
	open := pdf + ".open"
	if _, _, err := tool("qpdf", "--qdf", "--object-streams=disable", "--static-id", pdf, open); err != nil {
		return nil, err
	}
	return os.ReadFile(open)
}

func qpdfCheck(s *subject) error {
	out, messages, err := tool("qpdf", "--check", s.pdf)
	if err != nil {
		return err
	}
	if messages != "" || !strings.Contains(out, "No syntax or stream encoding errors found") {
		return errors.New(out + messages)
	}
	return nil
}

func mupdfDraw(s *subject) error {
	_, messages, err := tool("mutool", "draw", "-q", "-r", "36", "-o", filepath.Join(s.dir, "mupdf-%d.png"), s.pdf)
	if err != nil {
		return err
	}
	// Debian builds mupdf without colour management and it says so of every file with a colour profile.
	messages = strings.ReplaceAll(messages, "warning: ICC support is not available\n", "")
	if messages != "" {
		return errors.New(messages)
	}
	return nil
}

// fonts reads pdffonts' table: name, type, encoding, emb, sub, uni, object ID.
func fonts(s *subject) error {
	out, _, err := tool("pdffonts", s.pdf)
	if err != nil {
		return err
	}
	row := regexp.MustCompile(`^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$`)
	n := 0
	for _, line := range strings.Split(strings.TrimSpace(out), "\n")[2:] {
		m := row.FindStringSubmatch(line)
		if m == nil {
			return fmt.Errorf("pdffonts: cannot read %q", line)
		}
		if m[2] != "yes" || m[3] != "yes" || m[4] != "yes" {
			return fmt.Errorf("%s: embedded %s, subset %s, unicode %s", m[1], m[2], m[3], m[4])
		}
		n++
	}
	s.say("%d faces", n)
	if n == 0 {
		return errors.New("the file has no fonts")
	}
	return nil
}

func pages(s *subject) error {
	n, err := s.pageCount()
	if err != nil {
		return err
	}
	out, _, err := tool("pdfinfo", s.pdf)
	if err != nil {
		return err
	}
	if !regexp.MustCompile(`(?m)^Title:\s+\S`).MatchString(out) {
		return errors.New("no title")
	}
	open, err := s.unpack(s.pdf)
	if err != nil {
		return err
	}
	if !regexp.MustCompile(`/Lang [(<]`).Match(open) {
		return errors.New("no language")
	}
	s.say("%d pages", n)
	if n < 12 {
		return fmt.Errorf("%d pages", n)
	}
	return nil
}

func (s *subject) pageCount() (int, error) {
	out, _, err := tool("pdfinfo", s.pdf)
	if err != nil {
		return 0, err
	}
	m := regexp.MustCompile(`(?m)^Pages:\s+(\d+)`).FindStringSubmatch(out)
	if m == nil {
		return 0, errors.New("pdfinfo names no number of pages")
	}
	return strconv.Atoi(m[1])
}
