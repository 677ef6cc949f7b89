package main

import (
	"io"
	"time"
)

// streams is everything a command knows of the world around it.
type streams struct {
	in                   io.Reader
	out, err             io.Writer
	env                  func(string) string
	now                  func() time.Time
	random               io.Reader // for keys only
	outIsTerm, errIsTerm bool
}

// colour says whether problems may be coloured: on a terminal, unless NO_COLOR is set (https://no-color.org) or the
// terminal says that it cannot.
func (s streams) colour() bool {
	return s.errIsTerm && s.env("NO_COLOR") == "" && s.env("TERM") != "dumb"
}
