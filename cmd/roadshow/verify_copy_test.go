package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/distribute/ledger"
)

// sent is a folder with one copy, its signature, a ledger that knows it and the sender's public key. The copy need not be a PDF file:
// verify holds bytes.
func sent(t *testing.T) (dir string, put func(name string, data []byte)) {
	t.Helper()
	dir = t.TempDir()
	put = func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{3}, ed25519.SeedSize))
	public, err := x509.MarshalPKIXPublicKey(private.Public())
	if err != nil {
		t.Fatal(err)
	}
	stranger, err := x509.MarshalPKIXPublicKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{4}, ed25519.SeedSize)).Public())
	if err != nil {
		t.Fatal(err)
	}
	put("key.pub", pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public}))
	put("stranger.pub", pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: stranger}))
	file := []byte("%PDF-1.7 the fictional copy of a fictional reader")
	put("ada-memo.pdf", file)
	put("ada-memo.pdf.sig", ed25519.Sign(private, file))
	w := begun(t, dir, fmt.Sprintf("%x", private.Public()), file)
	if err := w.End(1, 0, private); err != nil {
		t.Fatal(err)
	}
	return dir, put
}

// begun is a fictional run's ledger in a folder, with one copy and no end. The key is what it says, which may be none.
func begun(t *testing.T, dir, key string, file []byte) *ledger.Writer {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, "ledger.jsonl"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	w, err := ledger.Open(f, "ledger.jsonl", func(*ledger.Record) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	run := &ledger.Run{Format: ledger.Format, Program: "roadshow test", Title: "Fictional", Date: "2026-11-30", Stem: "memo", List: strings.Repeat("ab", 32), Rows: 1,
		Key: key, Bases: []ledger.Base{{Medium: "document", SHA256: strings.Repeat("cd", 32), Bytes: 9, Pages: 1}}}
	copies := []ledger.File{{Path: "copies/ada-memo.pdf", SHA256: fmt.Sprintf("%x", sha256.Sum256(file)), Bytes: len(file)}}
	if err := w.Append(ledger.Record{Kind: ledger.KindRun, Run: run},
		ledger.Record{Kind: ledger.KindMade, Copy: 1, ID: "ada", Name: "Ada \x1b[31mLovelace", Org: "Fictional & Co", Files: copies}); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestACopyIsVerifiedOfflineWithThePublicKeyAlone(t *testing.T) {
	dir, put := sent(t)
	in := func(name string) string { return filepath.Join(dir, name) }
	code, text := command("verify", in("ada-memo.pdf"), "--public-key", in("key.pub"))
	if code != exitFine || !strings.Contains(text, "ada-memo.pdf.sig is a signature of it by the key") {
		t.Fatalf("code %d\n%s", code, text)
	}
	code, text = command("verify", in("ada-memo.pdf"), "--ledger", in("ledger.jsonl"), "--public-key", in("key.pub"))
	if code != exitFine || !strings.Contains(text, "copy 1, of Ada") || strings.ContainsRune(text, '\x1b') || strings.Contains(text, "not checked") {
		t.Fatalf("code %d\n%s", code, text)
	}
	code, text = command("verify", in("ada-memo.pdf"), "--ledger", in("ledger.jsonl"))
	if code != exitFine || !strings.Contains(text, "not checked: who wrote") {
		t.Fatalf("code %d\n%s", code, text)
	}
	for _, o := range [][]string{{"--public-key"}, {"--ledger", in("ledger.jsonl"), "--public-key"}} {
		if code, text = command(append([]string{"verify", in("ada-memo.pdf")}, append(o, in("stranger.pub"))...)...); code != exitChanged {
			t.Errorf("a stranger's key: code %d\n%s", code, text)
		}
	}
	put("other.pdf", []byte("another file"))
	if code, text = command("verify", in("other.pdf"), "--ledger", in("ledger.jsonl")); code != exitChanged || !strings.Contains(text, "is no copy that") {
		t.Errorf("a stranger's file: code %d\n%s", code, text)
	}
	put("other.pdf.sig", nil)
	for _, sig := range []string{"other.pdf.sig", "key.pub"} {
		if code, text = command("verify", in("ada-memo.pdf"), "--public-key", in("key.pub"), "--signature", in(sig)); code != exitChanged {
			t.Errorf("%s for a signature: code %d\n%s", sig, code, text)
		}
	}
	for _, wrong := range [][]string{{}, {"--outline", dir, "--public-key", in("key.pub")}, {"--root", "a=b", "--public-key", in("key.pub")}, {"--public-key", in("no.pub")}, {"--ledger", in("no.jsonl")},
		{"--public-key", in("key.pub"), "--signature", in("no.sig")}, {"--public-key", in("ledger.jsonl")}} {
		if code, text = command(append([]string{"verify", in("ada-memo.pdf")}, wrong...)...); code != exitUsage && code != exitProblem {
			t.Errorf("%v: code %d\n%s", wrong, code, text)
		}
	}
	if code, text = command("verify", in("x.proof.json"), "--ledger", in("ledger.jsonl")); code != exitUsage {
		t.Errorf("a proof in a ledger: code %d\n%s", code, text)
	}
}

// TestAnyChangedByteOfACopyItsSignatureOrTheLedgerIsNoticed changes every one; with -short every seventh.
func TestAnyChangedByteOfACopyItsSignatureOrTheLedgerIsNoticed(t *testing.T) {
	dir, put := sent(t)
	in := func(name string) string { return filepath.Join(dir, name) }
	step := 1
	if testing.Short() {
		step = 7
	}
	for name, options := range map[string][][]string{
		"ada-memo.pdf":     {{"--public-key", in("key.pub")}, {"--ledger", in("ledger.jsonl")}},
		"ada-memo.pdf.sig": {{"--public-key", in("key.pub")}, {"--ledger", in("ledger.jsonl")}},
		"ledger.jsonl":     {{"--ledger", in("ledger.jsonl")}},
	} {
		was, err := os.ReadFile(in(name))
		if err != nil {
			t.Fatal(err)
		}
		try := func(what string, now []byte) {
			t.Helper()
			put(name, now)
			for _, o := range options {
				if code, text := command(append([]string{"verify", in("ada-memo.pdf")}, o...)...); code != exitChanged {
					t.Fatalf("%s of %s, %v: code %d\n%s", what, name, o, code, text)
				}
			}
		}
		for i := 0; i < len(was); i += step {
			now := bytes.Clone(was)
			now[i] ^= 1 << (i % 8)
			try(fmt.Sprintf("byte %d", i), now)
			if name != "ledger.jsonl" { // one that ends behind a line is that of an unfinished run, and verify says so
				try(fmt.Sprintf("no more than %d bytes", i), was[:i])
			}
		}
		try("more than there was", append(bytes.Clone(was), '\n'))
		put(name, was)
	}
}

// TestALedgerWithoutAKeyHoldsNoSignature: what its first line calls a key may be anything, and a copy lies beside it.
func TestALedgerWithoutAKeyHoldsNoSignature(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "copies"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := []byte("%PDF-1.7 the fictional copy of a fictional reader")
	for name, data := range map[string][]byte{"ada-memo.pdf": file, "ada-memo.pdf.sig": make([]byte, ed25519.SignatureSize)} {
		if err := os.WriteFile(filepath.Join(dir, "copies", name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	begun(t, dir, "none", file)
	if code, text := command("ledger", "verify", filepath.Join(dir, "ledger.jsonl")); code != exitChanged {
		t.Errorf("code %d: %s", code, text)
	}
}
