package roadshow

import "time"

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

// OptionError is an option that does not fit the outline: wrong usage, not a problem of the outline.
type OptionError struct {
	Option, Value string
	Known         []string // what there is
	summary, Hint string
}

func (e *OptionError) Error() string { return e.summary }
