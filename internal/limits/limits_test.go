package limits

import (
	"strings"
	"testing"
)

func TestEveryLimitHasAFigureAndItsMessageSaysIt(t *testing.T) {
	names := map[string]bool{}
	for id, l := range table {
		if l.Name == "" || l.Value <= 0 || l.Bounds == "" || names[l.Name] {
			t.Errorf("limit %d is no whole row, or its name stands twice: %+v", id, l)
		}
		names[l.Name] = true
		if l.Message == "" {
			continue // it cuts what is shown and refuses nothing
		}
		args := make([]any, strings.Count(l.Message, "%"))
		for i, verb := range strings.Split(l.Message, "%")[1:] {
			if args[i] = "data.csv"; verb[0] == 'd' {
				args[i] = 7
			}
		}
		says := ID(id).Says(args...)
		if strings.Contains(says, "%!") || strings.Contains(l.Message, "{}") && !strings.Contains(says, l.Figure()) {
			t.Errorf("%s says %q", l.Name, says)
		}
		if !strings.Contains(l.Message, "{}") && ID(id) != ProblemsShown {
			t.Errorf("the message of %s does not show its figure", l.Name)
		}
	}
}

func TestFiguresReadAsPeopleWriteThem(t *testing.T) {
	for want, l := range map[string]Limit{"256 KiB": {Value: 256 << 10, Unit: Bytes}, "1 MiB": {Value: 1 << 20, Unit: Bytes},
		"1,000 bytes": {Value: 1000, Unit: Bytes}, "999": {Value: 999}, "40,000,000": {Value: 40_000_000}} {
		if got := l.Figure(); got != want {
			t.Errorf("%d is %q, want %q", l.Value, got, want)
		}
	}
}
