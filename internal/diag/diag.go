// Package diag carries what is wrong from wherever it is found to the author: a place, a code, a sentence in the
// author's words and one hint. Stages report everything in one run and never stop at the first problem.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/internal/limits"
)

// Span is a stretch of a file. Lines and columns are 1-based, columns count characters. The zero Span is "nowhere".
type Span struct {
	File            string // as the author would type it, relative to the working folder where possible
	Line, Col       int
	EndLine, EndCol int    // exclusive end; zero: unknown, treat as one character
	Note            string // for cells: "B3", for nested files: how we got here
}

// IsZero says that the place is not known.
func (s Span) IsZero() bool { return s.File == "" && s.Line == 0 }

// Severity orders problems: only Error stops a build; --strict turns Warning into Error.
type Severity uint8

// Severities.
const (
	Note Severity = iota
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Problem is one thing to tell the author.
type Problem struct {
	Severity Severity
	Code     string // "E-FIT": stable, listed in docs/diagnostics.md, SARIF's ruleId
	At       Span
	Summary  string // one line, the author's words, no full stop
	Hint     string // one thing to try; may be empty
}

// List collects problems. The zero List is ready. It is not safe for concurrent use.
type List struct{ problems []Problem }

// Add reports p.
func (l *List) Add(p Problem) {
	p.Summary, p.Hint = Cut(p.Summary), Cut(p.Hint)
	l.problems = append(l.problems, p)
}

// Cut shortens a message that repeats a megabyte of somebody's words.
func Cut(s string) string {
	most := limits.MessageShown.N()
	if len(s) <= most {
		return s
	}
	for i := range s {
		if most == 0 {
			return s[:i] + " …"
		}
		most--
	}
	return s
}

// Error reports an error at a place. hint may be empty.
func (l *List) Error(at Span, code, hint, format string, args ...any) {
	l.Add(Problem{Error, code, at, fmt.Sprintf(format, args...), hint})
}

// Limit reports a limit that was passed. args fill its message.
func (l *List) Limit(at Span, id limits.ID, args ...any) {
	l.Add(Problem{Error, "E-LIMIT", at, id.Says(args...), id.Hint()})
}

// Warn reports a warning.
func (l *List) Warn(at Span, code, hint, format string, args ...any) {
	l.Add(Problem{Warning, code, at, fmt.Sprintf(format, args...), hint})
}

// Note reports a note.
func (l *List) Note(at Span, code, hint, format string, args ...any) {
	l.Add(Problem{Note, code, at, fmt.Sprintf(format, args...), hint})
}

// Failed says whether any problem is an error (or a warning when strict).
func (l *List) Failed(strict bool) bool {
	return slices.ContainsFunc(l.problems, func(p Problem) bool {
		return p.Severity == Error || strict && p.Severity == Warning
	})
}

// Problems returns all problems, ordered by file, line, column, then severity (worst first), each said once.
func (l *List) Problems() []Problem {
	out := slices.Clone(l.problems)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Col, b.At.Col), -cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code))
	})
	said := make(map[Problem]bool, len(out))
	return slices.DeleteFunc(out, func(p Problem) bool {
		if p.Code == "E-REF" { // an unknown id is found by the outline and again by whoever looks it up
			p = Problem{Code: p.Code, At: Span{File: p.At.File, Line: p.At.Line, Col: p.At.Col}}
		}
		again := said[p]
		said[p] = true
		return again
	})
}

// Within tells the problems from number from on, as far as they stand in a cell without a line, which line of the outline was
// at work: there the author begins to look.
func (l *List) Within(from int, at Span) {
	for i := from; i < len(l.problems) && at.Line > 0; i++ {
		if p := &l.problems[i].At; p.Line == 0 && p.Note != "" && p.File != at.File && !strings.HasSuffix(p.Note, ")") {
			p.Note += " (line " + strconv.Itoa(at.Line) + " of " + at.File + ")"
		}
	}
}

// Len is the number of reported problems.
func (l *List) Len() int { return len(l.problems) }

// Merge appends the problems of another list.
func (l *List) Merge(o *List) { l.problems = append(l.problems, o.problems...) }
