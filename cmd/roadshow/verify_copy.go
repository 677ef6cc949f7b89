package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"roadshow/distribute/ledger"
)

// isCopy says by a file's name that it is a recipient's copy, not a briefing's proof.
func isCopy(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".pdf") || strings.HasSuffix(name, ".pdf.age")
}

// runVerifyCopy holds a copy against its signature and against the ledger. Neither needs its password.
func runVerifyCopy(s streams, o *verifyOptions) error {
	if o.ledger == "" && o.key == "" {
		return usage("--ledger ledger.jsonl says whose it is, --public-key key.pub who made it", "%s is held against nothing", shown(o.name))
	}
	if info, err := os.Stat(o.name); err == nil && !info.Mode().IsRegular() {
		return usage("name a copy's file", "%s is not a regular file", shown(o.name))
	}
	data, err := os.ReadFile(o.name)
	if err != nil {
		return missing(o.name, err)
	}
	c := &copyCheck{verification: verification{name: o.name}, data: data, sum: fmt.Sprintf("%x", sha256.Sum256(data))}
	if o.key != "" {
		if c.key, err = readPublicKey(o.key); err != nil {
			return err
		}
	}
	if o.ledger != "" {
		if err := c.inLedger(o.ledger, o.key); err != nil {
			return err
		}
	}
	if err := c.signed(o); err != nil {
		return err
	}
	return c.say(s)
}

// copyCheck is what is found of one copy.
type copyCheck struct {
	verification
	data []byte
	sum  string
	key  ed25519.PublicKey // nil: none was given, and the ledger names none
}

// inLedger looks the copy up. The ledger's own key holds the signature where none was given.
func (c *copyCheck) inLedger(name, keyFile string) error {
	f, err := os.Open(name)
	if err != nil {
		return missing(name, err)
	}
	defer f.Close()
	var made, named *ledger.Record
	state, err := ledger.Verify(f, filepath.ToSlash(name), func(r *ledger.Record) error {
		if r.Kind != ledger.KindMade {
			return nil
		}
		for _, file := range r.Files {
			line := *r
			if file.SHA256 == c.sum && file.Bytes == len(c.data) {
				made = &line
			} else if filepath.Base(filepath.FromSlash(file.Path)) == filepath.Base(c.name) {
				named = &line
			}
		}
		return nil
	})
	var bad *ledger.Broken
	switch {
	case errors.As(err, &bad):
		c.wrong("%s", bad)
		return nil
	case err != nil:
		return machine("read", name, err)
	case made != nil:
		c.ok("%s is %s, as line %d of %s says", filepath.ToSlash(c.name), whose(made), made.N, filepath.ToSlash(name))
	case named != nil:
		c.wrong("%s is not the file that line %d of %s says it is: %s", filepath.ToSlash(c.name), named.N, filepath.ToSlash(name), whose(named))
	default:
		c.wrong("%s is no copy that %s knows", filepath.ToSlash(c.name), filepath.ToSlash(name))
	}
	if !state.Ended {
		c.not("whether %s is whole: its run is not finished, and its end not signed", filepath.ToSlash(name))
	}
	switch of := state.Run.PublicKey(); {
	case c.key == nil:
		c.key = of
		c.not("who wrote %s: --public-key holds it against a key that you have from somebody you trust", filepath.ToSlash(name))
	case !state.Run.SignedWith(c.key):
		c.wrong("%s is not of the key %s", filepath.ToSlash(name), filepath.ToSlash(keyFile))
	}
	return nil
}

// whose names a copy and its recipient.
func whose(r *ledger.Record) string {
	to := r.Name
	if r.Org != "" {
		to += ", " + r.Org
	}
	return fmt.Sprintf("copy %d, of %s (%s)", r.Copy, to, r.ID)
}

// signed holds the signature beside the copy, or another that was named, against the key.
func (c *copyCheck) signed(o *verifyOptions) error {
	name := o.signature
	if name == "" {
		name = o.name + signatureEnding
	}
	sig, err := readSignature(name)
	shownKey := filepath.ToSlash(o.key)
	if o.key == "" {
		shownKey = "that the ledger names"
	}
	switch {
	case err != nil:
		return err
	case sig == nil && o.signature != "":
		return missing(name, fs.ErrNotExist)
	case sig == nil && o.key != "":
		c.wrong("there is no signature %s", filepath.ToSlash(name))
	case sig == nil:
		c.not("its signature: %s is not here", filepath.ToSlash(name))
	case c.key == nil: // the ledger is broken, and so is all it says
	case !ed25519.Verify(c.key, c.data, sig):
		c.wrong("%s is not a signature of %s by the key %s", filepath.ToSlash(name), filepath.ToSlash(c.name), shownKey)
	default:
		c.ok("%s is a signature of it by the key %s", filepath.ToSlash(name), shownKey)
	}
	return nil
}
