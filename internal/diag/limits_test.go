package diag

import (
	"strings"
	"testing"

	"roadshow/internal/limits"
)

func TestWhatIsShownIsCutAtItsLimit(t *testing.T) {
	most := limits.MessageShown.N()
	long := strings.Repeat("é", most)
	if got := Cut(long); got != long {
		t.Errorf("a message of %d characters is cut", most)
	}
	if got := Cut(long + "é"); got != long+" …" {
		t.Errorf("of one more are shown %d bytes", len(got))
	}
	var l List
	l.Error(span(1, 1, 1, 2), "E", long+"é", "%sé", long)
	if p := l.Problems()[0]; p.Summary != long+" …" || p.Hint != p.Summary {
		t.Error("a list keeps what is longer")
	}

	most = limits.ProblemsShown.N()
	all := make([]Problem, most)
	if got, more := worst(all); len(got) != most || more != 0 {
		t.Errorf("of %d problems %d are shown", most, len(got))
	}
	all = append(all, Problem{Severity: Error})
	if got, more := worst(all); len(got) != most || more != 1 || got[most-1].Severity != Error {
		t.Errorf("of one more %d are shown, and %d more", len(got), more)
	}

	most = limits.LineShown.N()
	line := strings.Repeat("é", 500) + "X" + strings.Repeat("é", 500)
	got, at := around(line, span(1, 501, 1, 502))
	if n := len([]rune(got)); n != most || []rune(got)[at.Col-1] != 'X' || at.EndCol != at.Col+1 {
		t.Errorf("of a long line %d characters are shown, the place is %+v", n, at)
	}
}
