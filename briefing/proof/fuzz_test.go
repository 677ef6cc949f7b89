package proof_test

import (
	"encoding/json"
	"testing"

	"roadshow/briefing/evidence"
	"roadshow/briefing/proof"
)

// Whatever a proof says, checking, comparing and printing it never panics or hangs.
func FuzzCheckAndDiff(f *testing.F) {
	f.Add([]byte(`{"figures":[{"id":"a","formula":"a + b"},{"id":"b","cell":{"table":"t"}}],"tables":[{"id":"t","columns":["x"],"rows":[{"name":"r","excerpt":"1 | 2","places":[null]}]}]}`))
	f.Add([]byte(`{"quotations":[{"status":"proved","place":{"source":"s"}}],"sources":[{"id":"s","proofs":{"root":"00","passages":[{"at":-1,"words":9}]}}],"claims":[{"holds":"1 > cell(\"t\",\"r\",\"x\")"}]}`))
	f.Add([]byte(`{"exhibits":[{"id":"e","content":[[],["a"],["a","b"]]}]}`))
	old := &proof.Facts{Sources: []proof.Source{{ID: "s", Proofs: &evidence.Proofs{Root: "1"}}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		var facts proof.Facts
		if json.Unmarshal(data, &facts) != nil {
			return
		}
		facts.Check()
		facts.Against(old, false)
		proof.Print(proof.Diff(&facts, old), "text", true)
		proof.Print(proof.Diff(old, &facts), "markdown", true)
	})
}
