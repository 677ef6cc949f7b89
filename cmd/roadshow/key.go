package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"roadshow/internal/fileset"
	"roadshow/internal/limits"
)

// Names that keys and signatures get.
const (
	publicEnding    = ".pub" // of a key's other half, beside it
	signatureEnding = ".sig" // of a signature, beside what is signed
)

func newKey(s streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "key",
		Short: "Make a key that signs proofs",
		Long: `Key makes a pair of Ed25519 keys. The private one signs: roadshow build --proof --sign FILE. The other, FILE.pub,
goes to whoever checks: roadshow verify --public-key FILE.pub. Both are PEM (PKCS #8 and SubjectPublicKeyInfo), so
that other programs, such as openssl, read them too.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return usage(didYouMean(args[0], []string{"new"}, "it takes new"), "%q is no command of roadshow key", args[0])
		},
	}
	c.AddCommand(newKeyNew(s))
	return c
}

func newKeyNew(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "new FILE",
		Short:   "Write a new pair of keys: FILE and FILE.pub",
		Long:    `New writes a private key that only its owner can read, and the public key beside it. It never writes over a file.`,
		Example: `  roadshow key new house.pem`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] == "" {
				return usage(fmt.Sprintf("for example `%s house.pem`", c.CommandPath()), "%s takes the name of one file", c.CommandPath())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runKeyNew(s, args[0]) },
	}
}

func runKeyNew(s streams, name string) error {
	public, private, err := ed25519.GenerateKey(s.random)
	if err != nil {
		return fmt.Errorf("cannot make a key: %w", err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return fmt.Errorf("cannot write a key: %w", err)
	}
	shared, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return fmt.Errorf("cannot write a key: %w", err)
	}
	for _, there := range []string{name, name + publicEnding} { // before either is written
		if _, err := os.Lstat(there); err == nil {
			return keyThere(there)
		}
	}
	if err := createKey(name, &pem.Block{Type: "PRIVATE KEY", Bytes: secret}, 0o600); err != nil {
		return err
	}
	if err := createKey(name+publicEnding, &pem.Block{Type: "PUBLIC KEY", Bytes: shared}, 0o644); err != nil {
		os.Remove(name) // half a pair is of no use
		return err
	}
	fmt.Fprintf(s.out, "wrote %s: keep it to yourself\nwrote %s: give it to whoever checks\n", shown(name), shown(name+publicEnding))
	return nil
}

func keyThere(name string) error {
	return usage("name another file: a key that is lost cannot be made again", "%s is there already and is not written over", shown(name))
}

// createKey writes a file that is not there yet.
func createKey(name string, block *pem.Block, mode os.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	switch {
	case errors.Is(err, fs.ErrExist):
		return keyThere(name)
	case err != nil:
		return machine("write", name, err)
	}
	if err = fileset.Finish(f, pem.EncodeToMemory(block)); err != nil {
		os.Remove(name)
		return machine("write", name, err)
	}
	return nil
}

// readKey reads the private key that signs.
func readKey(name string) (ed25519.PrivateKey, error) { return readPrivate("--sign", name) }

// readPrivate reads the private key that a flag names.
func readPrivate(flag, name string) (ed25519.PrivateKey, error) {
	return readPEM[ed25519.PrivateKey](flag, name, "PRIVATE KEY", x509.ParsePKCS8PrivateKey,
		"no private Ed25519 key", "`roadshow key new` makes one", "a public key", "sign with the private key; the public one is for whoever checks")
}

// readPublicKey reads the public key that checks.
func readPublicKey(name string) (ed25519.PublicKey, error) {
	return readPEM[ed25519.PublicKey]("--public-key", name, "PUBLIC KEY", x509.ParsePKIXPublicKey,
		"no public Ed25519 key", "the signer's file that ends in "+publicEnding, "a private key", "its public key stands in the file beside it that ends in "+publicEnding)
}

// readPEM reads one half of a pair. none and other say what a file is instead, each with its hint: no key of this kind, or the
// pair's other half.
func readPEM[K any](flag, name, kind string, parse func([]byte) (any, error), none, noneHint, other, otherHint string) (key K, err error) {
	data, err := readWhole(name, limits.KeyBytes)
	if err != nil {
		return key, err
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return key, usage("`roadshow key new` makes a pair", "%s: %s is no key", flag, shown(name))
	}
	switch half, err := parse(block.Bytes); block.Type {
	case kind:
		if key, ok := half.(K); ok && err == nil {
			return key, nil
		}
	case "PUBLIC KEY", "PRIVATE KEY":
		none, noneHint = other, otherHint
	}
	return key, usage(noneHint, "%s: %s is %s", flag, shown(name), none)
}

// sign is the signature of a file, as a file beside it: 64 bytes.
func sign(key ed25519.PrivateKey, file output) output {
	return output{file.path + signatureEnding, ed25519.Sign(key, file.data)}
}
