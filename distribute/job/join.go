package job

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"roadshow/distribute"
	"roadshow/distribute/ledger"
)

// Join makes one folder of those of all parts of a run. whole is the merged ledger. The ledger comes last: until it is there, the
// folder is none.
func Join(ctx context.Context, dir string, parts []string, whole []byte, key ed25519.PrivateKey) error {
	f, err := Open(ctx, dir)
	if err != nil {
		return err
	}
	defer f.Close()
	var order []string // of ids
	var open bool
	if _, err := ledger.Verify(bytes.NewReader(whole), LedgerName, func(r *ledger.Record) error {
		if r.Kind == ledger.KindRun {
			open = slices.Contains(r.Run.Options, "no-encrypt")
		}
		if r.Copy > 0 && !slices.Contains(order[max(len(order)-1, 0):], r.ID) {
			order = append(order, r.ID)
		}
		return nil
	}); err != nil {
		return err
	}
	for _, part := range parts {
		for _, sub := range []string{CopiesFolder, BaseFolder, MailFolder} {
			if err := bring(part, dir, sub); err != nil {
				return err
			}
		}
	}
	k := distribute.KeyFrom(key)
	if !open {
		if err := f.put(PasswordsName, passwordsOf(k.Secret, order), secretMode); err != nil {
			return err
		}
	}
	public, err := publicKey(k)
	if err == nil {
		err = f.put(PublicName, public, publicMode)
	}
	for _, sub := range []string{CopiesFolder, BaseFolder, MailFolder} {
		if err == nil {
			err = f.Sync(sub)
		}
	}
	if err == nil {
		err = f.put(LedgerName, whole, secretMode)
	}
	return err
}

// bring links or copies the files of a part's folder.
func bring(from, to, sub string) error {
	entries, err := os.ReadDir(filepath.Join(from, sub))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || err != nil {
			continue
		}
		src, dst := filepath.Join(from, sub, e.Name()), filepath.Join(to, sub, e.Name())
		if os.Link(src, dst) != nil {
			err = copyFile(src, dst)
		}
	}
	return err
}

func copyFile(src, dst string) error {
	in, err := os.Open(src)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(dst, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}
