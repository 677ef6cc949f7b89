package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/proof"
)

// forged replaces words of a proof and gives it the digest that belongs to it.
func forged(t *testing.T, text []byte, old, now string) []byte {
	t.Helper()
	if strings.Count(string(text), old) != 1 {
		t.Fatalf("the proof holds %q %d times", old, strings.Count(string(text), old))
	}
	var p proof.Proof
	if err := json.Unmarshal(bytes.Replace(text, []byte(old), []byte(now), 1), &p); err != nil {
		t.Fatal(err)
	}
	return p.Encode()
}

func sha(data []byte) string {
	sum := sha256.Sum256(data)
	return fmt.Sprintf("%x", sum)
}
