package diag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"roadshow/internal/limits"
)

// Format is how problems are written.
type Format string

// Formats.
const (
	Human Format = "human" // source line and caret
	Short Format = "short" // file:line:col: error: text [E-CODE]
	JSON  Format = "json"  // an array of objects
	SARIF Format = "sarif" // SARIF 2.1.0, for code review tools
)

// Formats are all formats, for help and errors.
func Formats() []string { return []string{string(Human), string(Short), string(JSON), string(SARIF)} }

// Options say how Write writes.
type Options struct {
	Format  Format                   // "" is Human
	Color   bool                     // ANSI colours in Human
	Sources func(file string) []byte // a file's text for Human; nil, or a nil answer: no source lines
	Strict  bool                     // warnings are errors
}

// Write writes problems in the order given, for an author's terminal or for tools. Text that came from files is escaped:
// control characters and characters that turn the direction of text never reach the terminal. Of more problems than anybody
// mends at once the worst are written, and how many more there are.
func Write(w io.Writer, problems []Problem, o Options) error {
	if o.Strict {
		problems = strict(problems)
	}
	total := Count(problems)
	problems, more := worst(problems)
	switch o.Format {
	case Human, "":
		b := bufio.NewWriter(w)
		writeHuman(b, problems, o)
		foot(b, more, total)
		return b.Flush()
	case Short:
		b := bufio.NewWriter(w)
		for _, p := range problems {
			fmt.Fprintf(b, "%s%s: %s [%s]\n", place(p.At), p.Severity, text(p), p.Code)
		}
		foot(b, more, "")
		return b.Flush()
	case JSON:
		return writeJSON(w, append(problems, rest(more)...))
	case SARIF:
		return writeSARIF(w, append(problems, rest(more)...))
	}
	return fmt.Errorf("unknown format %q: one of %s", string(o.Format), strings.Join(Formats(), ", "))
}

// worst are as many problems as are written, in their order, and how many more there are.
func worst(problems []Problem) ([]Problem, int) {
	room := limits.ProblemsShown.N()
	more := len(problems) - room
	if more <= 0 {
		return problems, 0
	}
	var take [3]int
	for s := Error; room > 0; s-- {
		for _, p := range problems {
			if p.Severity == s && room > 0 {
				take[s]++
				room--
			}
		}
	}
	var out []Problem
	for _, p := range problems {
		if take[p.Severity] > 0 {
			take[p.Severity]--
			out = append(out, p)
		}
	}
	return out, more
}

// foot ends a list for people.
func foot(b *bufio.Writer, more int, total string) {
	for _, p := range rest(more) {
		fmt.Fprintf(b, "%s: %s\n", p.Summary, p.Hint)
	}
	if total != "" {
		fmt.Fprintln(b, total)
	}
}

// rest says that there are more problems.
func rest(more int) []Problem {
	if more == 0 {
		return nil
	}
	return []Problem{{Note, "N-MORE", Span{}, limits.ProblemsShown.Says(limits.Grouped(more)), limits.ProblemsShown.Hint()}}
}

// strict is a copy with warnings as errors.
func strict(problems []Problem) []Problem {
	out := make([]Problem, len(problems))
	for i, p := range problems {
		if p.Severity == Warning {
			p.Severity = Error
		}
		out[i] = p
	}
	return out
}

// Count says how many problems there are: "2 errors, 1 warning". It is "" for none.
func Count(problems []Problem) string {
	var n [3]int
	for _, p := range problems {
		n[p.Severity]++
	}
	var parts []string
	for s := Error; ; s-- {
		switch {
		case n[s] == 1:
			parts = append(parts, "1 "+s.String())
		case n[s] > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", n[s], s))
		}
		if s == Note {
			return strings.Join(parts, ", ")
		}
	}
}

// place is "file:line:col: ", as far as it is known.
func place(s Span) string {
	switch {
	case s.File == "" && s.Line == 0:
		return ""
	case s.Line == 0:
		return Escape(s.File) + ": "
	case s.Col == 0:
		return fmt.Sprintf("%s:%d: ", Escape(s.File), s.Line)
	}
	return fmt.Sprintf("%s:%d:%d: ", Escape(s.File), s.Line, s.Col)
}

// text is a problem's sentence, the cell or the way to it in front.
func text(p Problem) string {
	if p.At.Note != "" {
		return Escape(p.At.Note) + ": " + Escape(p.Summary)
	}
	return Escape(p.Summary)
}

// record is a problem in JSON.
type record struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Severity  string `json:"severity"`
	Code      string `json:"code"`
	Summary   string `json:"summary"`
	Hint      string `json:"hint,omitempty"`
	Note      string `json:"note,omitempty"`
}

func writeJSON(w io.Writer, problems []Problem) error {
	out := make([]record, len(problems))
	for i, p := range problems {
		at := closed(p.At)
		out[i] = record{at.File, at.Line, at.Col, at.EndLine, at.EndCol, p.Severity.String(), p.Code, p.Summary, p.Hint, p.At.Note}
	}
	return encode(w, out)
}

// closed fills in an end that is not known: one character.
func closed(s Span) Span {
	if s.Line > 0 && s.EndLine == 0 {
		s.EndLine, s.EndCol = s.Line, s.Col+1
	}
	return s
}

// encode writes JSON for people and tools: indented, and safe to show in a terminal.
func encode(w io.Writer, v any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	var out strings.Builder
	for _, r := range b.String() {
		if r == '\n' || !hidden(r) {
			out.WriteRune(r)
			continue
		}
		if r > 0xffff {
			r -= 0x10000
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
			continue
		}
		fmt.Fprintf(&out, `\u%04x`, r)
	}
	_, err := io.WriteString(w, out.String())
	return err
}
