package main

import (
	"bytes"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/data"
)

// flagship is a built copy of the flagship with its proof: the folder of the outline.
func flagship(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "crossroads")
	if err := os.CopyFS(dir, data.FS("crossroads")); err != nil {
		t.Fatal(err)
	}
	if code, text := command("build", dir, "--to", "document,slides", "--proof"); code != exitFine {
		t.Fatalf("build: code %d\n%s", code, text)
	}
	return dir
}

// command runs a command line and gives its exit code and what it says on both streams.
func command(args ...string) (int, string) {
	var b bytes.Buffer
	s := quiet()
	s.out, s.err, s.random = &b, &b, rand.Reader
	code := run(args, s)
	return code, b.String()
}

// TestEveryStarterVerifiesInEveryLook: what build computes is what verify computes.
func TestEveryStarterVerifiesInEveryLook(t *testing.T) {
	for _, starter := range data.Starters() {
		for _, look := range assets.Looks() {
			t.Run(starter.Name+" in "+look, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), starter.Name)
				if err := os.CopyFS(dir, data.FS(starter.Name)); err != nil {
					t.Fatal(err)
				}
				if code, text := command("build", dir, "--look", look, "--proof"); code != exitFine {
					t.Fatalf("build: code %d\n%s", code, text)
				}
				code, text := command("verify", filepath.Join(dir, "out", starter.Name+proofEnding))
				if code != exitFine || !strings.Contains(text, "the files made again are the same bytes") {
					t.Errorf("verify: code %d\n%s", code, text)
				}
			})
		}
	}
}

func TestEveryFlippedByteMakesVerifyFailAndIsNamed(t *testing.T) {
	dir := flagship(t)
	doc := filepath.Join(dir, "out", "crossroads.proof.json")
	if code, text := command("verify", doc); code != exitFine || !strings.Contains(text, "the files made again are the same bytes") {
		t.Fatalf("code %d\n%s", code, text)
	}
	for name, flips := range map[string]int{
		"out/crossroads.pdf": 5, "out/crossroads-slides.pdf": 5, "out/crossroads.proof.json": 100,
		"briefing.yaml": 50, "accuracy.csv": 50, "floors.csv": 50, "starts.csv": 50, "sources/crossroads.proofs.json": 50,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		was, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i := range flips {
			bad := bytes.Clone(was)
			at := i * (len(bad) - 1) / (flips - 1)
			bad[at] ^= 1 << (i % 8)
			if err := os.WriteFile(path, bad, 0o666); err != nil {
				t.Fatal(err)
			}
			code, text := command("verify", doc)
			if code != exitChanged || !strings.Contains(text, filepath.Base(name)) {
				t.Fatalf("%s, byte %d: code %d\n%s", name, at, code, text)
			}
		}
		if err := os.WriteFile(path, was, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if code, text := command("verify", doc); code != exitFine {
		t.Errorf("restored: code %d\n%s", code, text)
	}
}

// A forger who makes the digest right still has to make the proof agree with its outline.
func TestAProofThatWasForgedWithItsDigestIsFoundOut(t *testing.T) {
	dir := flagship(t)
	doc := filepath.Join(dir, "out", "crossroads.proof.json")
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(doc, forged(t, text, `"value": "31 months"`, `"value": "13 months"`), 0o666); err != nil {
		t.Fatal(err)
	}
	code, said := command("verify", doc)
	if code != exitChanged || !strings.Contains(said, "the claim lag >= 30 of funding.turn: it is false") || !strings.Contains(said, "the proof is not what the outline says: the figure lag") {
		t.Errorf("code %d\n%s", code, said)
	}
	// Its files too.
	pdf := filepath.Join(dir, "out", "crossroads.pdf")
	bad, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	old := sha(bad)
	bad[len(bad)/2] ^= 1
	if err := os.WriteFile(pdf, bad, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(doc, forged(t, text, old, sha(bad)), 0o666); err != nil {
		t.Fatal(err)
	}
	code, said = command("verify", doc)
	if code != exitChanged || !strings.Contains(said, "crossroads.pdf is the file that was proved") || !strings.Contains(said, "crossroads.pdf: made again from the outline it is another file") {
		t.Errorf("code %d\n%s", code, said)
	}
}
