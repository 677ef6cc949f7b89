package job

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"io/fs"
	"os"
	"path"
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
			if err := f.bring(part, sub); err != nil {
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

// bring links or copies the files of a part's folder. What an earlier part brought, a base, stays: it may be linked to that part's own.
func (f *Folder) bring(part, sub string) error {
	entries, err := os.ReadDir(filepath.Join(part, sub))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		src := filepath.Join(part, sub, e.Name())
		if err := os.Link(src, filepath.Join(f.name, sub, e.Name())); err == nil || errors.Is(err, fs.ErrExist) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(src)
		if err == nil {
			err = f.Put(path.Join(sub, e.Name()), data, info.Mode().Perm())
		}
		if err != nil {
			return err
		}
	}
	return nil
}
