package roadshow

import (
	"time"

	"roadshow/briefing/evidence"
)

// Stage is one step of the pipeline and what it took.
type Stage struct {
	Name string
	Took time.Duration
}

// Stage runs one step and notes its time.
func (r *Result) Stage(name string, step func() error) error {
	if r.now == nil {
		return step()
	}
	start := r.now()
	err := step()
	r.Stages = append(r.Stages, Stage{name, r.now().Sub(start)})
	return err
}

// firstDay is the date that files bear: a briefing may be dated by a year, a quarter or a range, a file only by a day.
func firstDay(d evidence.Date) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(int64(d.From())*24*60*60, 0).UTC()
}

// OptionError is an option that does not fit the outline: wrong usage, not a problem of the outline.
type OptionError struct {
	Option, Value string
	Known         []string // what there is
	summary, Hint string
}

func (e *OptionError) Error() string { return e.summary }
