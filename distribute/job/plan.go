package job

import (
	"bytes"
	"crypto/ed25519"
	"encoding/csv"
	"encoding/hex"
	"fmt"

	"roadshow/distribute"
	"roadshow/distribute/ledger"
	"roadshow/distribute/recipients"
)

// File is one file to write, by its name in the folder.
type File struct {
	Name string
	Data []byte
}

// Plan is all that a run makes.
type Plan struct {
	Run       ledger.Run // Format, Key, List, Rows and Shard are filled in
	List      *recipients.List
	Shard     int // the part of Shards that is made, from 0
	Shards    int // at least 1
	Key       distribute.Key
	Passwords bool // passwords.csv is written
	Bases     []File
	// Make makes a recipient's copies; buf is what an earlier call returned, to be written over. Its error is the recipient's, not
	// the machine's. It is called from several goroutines.
	Make func(r *recipients.Recipient, buf []File) ([]File, error)
	// Mail is the draft of a recipient's mail; nil: there is none.
	Mail func(r *recipients.Recipient, files []File) []byte
	Jobs int
	Done func(done, all int) // how far it has come; may be nil
}

// mine says whether a recipient belongs to the plan's part.
func (p *Plan) mine(number int) bool { return ledger.InShard(number, p.Shard, p.Shards) }

// size is how many recipients the plan's part has.
func (p *Plan) size() int { return ledger.ShardSize(len(p.List.Recipients), p.Shard, p.Shards) }

// fill completes what the ledger says of the run.
func (p *Plan) fill() {
	r := &p.Run
	r.Format, r.Rows, r.List = ledger.Format, len(p.List.Recipients), p.List.Hash(len(p.List.Recipients))
	r.Key = hex.EncodeToString(p.Key.Private.Public().(ed25519.PublicKey))
	if p.Shards > 1 {
		r.Shard = fmt.Sprintf("%d/%d", p.Shard, p.Shards)
	}
}

// Changed says why a run cannot go on in a folder: what is asked for is another one.
type Changed struct{ Why, Hint string }

func (c *Changed) Error() string { return c.Why }

// continues says why a run is no continuation of the one that the ledger tells of, nil where it is.
func (p *Plan) continues(was *ledger.Run) error {
	const another = "distribute into another folder: what was sent from this one stays as it is"
	now := &p.Run
	had := now.List
	if was.Rows < now.Rows {
		had = p.List.Hash(was.Rows)
	}
	switch {
	case was.Key != now.Key:
		return &Changed{"the copies were made with another key", "name that key with --key"}
	case was.Shard != now.Shard:
		return &Changed{fmt.Sprintf("the folder holds part %s of a run, not %s", orWhole(was.Shard), orWhole(now.Shard)), "give each part a folder of its own"}
	case now.Rows < was.Rows:
		return &Changed{fmt.Sprintf("the list had %d recipients and has %d", was.Rows, now.Rows), "--resume takes rows that were added at the end, and no other change. " + another}
	case had != was.List:
		return &Changed{fmt.Sprintf("the first %d recipients of the list are others than they were", was.Rows), "--resume takes rows that were added at the end, and no other change. " + another}
	}
	switch {
	case was.Grows(now) == nil:
		return nil
	case was.Program != now.Program:
		return &Changed{fmt.Sprintf("%s made the copies, and this is %s, which makes others", was.Program, now.Program), "finish it with that version. Or " + another}
	}
	return &Changed{"the briefing or how copies are made of it is not what it was", another}
}

func orWhole(shard string) string {
	if shard == "" {
		return "the whole"
	}
	return shard
}

// passwords is passwords.csv: of the plan's part, in the order of the list.
func (p *Plan) passwords() []byte {
	var ids []string
	for i := range p.List.Recipients {
		if r := &p.List.Recipients[i]; p.mine(r.Number) {
			ids = append(ids, r.ID)
		}
	}
	return passwordsOf(p.Key.Secret, ids)
}

// passwordsOf is passwords.csv of some recipients.
func passwordsOf(secret []byte, ids []string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"id", "password"}) // a buffer takes all that is written
	for _, id := range ids {
		w.Write([]string{id, distribute.Password(secret, id)})
	}
	w.Flush()
	return b.Bytes()
}
