package proof_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/proof"
	"roadshow/internal/cputime"
)

// Whatever a proof says, checking, comparing and printing it never panics or hangs.
func FuzzCheckAndDiff(f *testing.F) {
	f.Add([]byte(`{"figures":[{"id":"a","formula":"a + b"},{"id":"b","cell":{"table":"t"}}],"tables":[{"id":"t","columns":["x"],"rows":[{"name":"r","excerpt":"1 | 2","places":[null]}]}]}`))
	f.Add([]byte(`{"quotations":[{"status":"proved","place":{"source":"s"}}],"sources":[{"id":"s","proofs":{"root":"00","passages":[{"at":-1,"words":9}]}}],"claims":[{"holds":"1 > cell(\"t\",\"r\",\"x\")"}]}`))
	f.Add([]byte(`{"exhibits":[{"id":"e","content":[[],["a"],["a","b"]]}]}`))
	old := &proof.Facts{Sources: []proof.Source{{ID: "s", Proofs: &source.Proofs{Root: "1"}}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
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

// FuzzDecode: a proof file is refused, or it is the very bytes that are written again, sealed.
func FuzzDecode(f *testing.F) {
	full := proof.Proof{Facts: proof.Facts{Words: []proof.Said{}, Typed: []proof.Typed{}}, Program: "x"}
	full.Sources = []proof.Source{{ID: "s", Proofs: &source.Proofs{Root: "1"}}}
	full.Exhibits = []proof.Exhibit{{ID: "e", Content: [][]string{{"a"}}}}
	whole := full.Encode()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("{\n \"format\": \"roadshow proof 1\",\n \"digest\": \"\"\n}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		for _, data := range [][]byte{data, resealed(data)} {
			p, err := proof.Decode("x", data)
			if (p == nil) == (err == nil) {
				t.Fatal("neither proof nor error, or both")
			}
			if err != nil {
				continue
			}
			if !bytes.Equal(p.Encode(), data) {
				t.Fatal("read and written again it is another file")
			}
			p.Check()
		}
	})
}

// resealed is a changed proof with the digest that a forger would write.
func resealed(data []byte) []byte {
	var p proof.Proof
	if json.Unmarshal(data, &p) != nil {
		return nil
	}
	return p.Encode()
}
