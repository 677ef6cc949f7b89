package truth

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/internal/limits"
)

// TestATypedTableHasTheLimitOfOneFromData.
func TestATypedTableHasTheLimitOfOneFromData(t *testing.T) {
	var b strings.Builder
	b.WriteString("title: T\ndate: 2024-01-31\nthemes:\n  - name: A\n    claim: It holds here\n    argument: Text.\n    evidence:\n      - table:\n          title: The table holds\n          columns: [a, b]\n          rows:\n")
	for i := range limits.TableRows.N() + 1 {
		fmt.Fprintf(&b, "            - [row %d, x]\n", i)
	}
	r := compileText(t, b.String(), nil)
	if got := problems(r); !r.Failed || strings.Count(got, "E-LIMIT") != 1 || !strings.Contains(got, "4,000") {
		t.Errorf("failed %t: %.400s", r.Failed, got)
	}
}
