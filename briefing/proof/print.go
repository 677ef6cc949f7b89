package proof

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Formats are the forms in which a difference is printed.
func Formats() []string { return []string{"text", "markdown", "json"} }

// Print writes a difference as text, markdown or json. whole says that everything printed was compared.
func Print(changes []Change, as string, whole bool) []byte {
	var b bytes.Buffer
	switch as {
	case "json":
		e := json.NewEncoder(&b)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		_ = e.Encode(changes) // strings only: cannot fail
	case "markdown":
		written(&b, changes, whole, "## %s\n\n", "- **%s** %s\n", "\n", bold)
	default:
		written(&b, changes, whole, "%s\n", "  %-8s %s\n", "", func(s string) string { return s })
	}
	return b.Bytes()
}

func bold(s string) string { return "*" + strings.NewReplacer("*", `\*`, "_", `\_`).Replace(s) + "*" }

// What the lack of a change means.
const (
	nothing = "Nothing that is printed has changed: numbers, claims, words, people and sources are the same.\n" +
		"Not compared: looks, sizes, what a picture file shows, speaker notes.\n"
	nothingKnown = "No figure, quotation, claim, source or exhibit has changed. Other printed words were not compared.\n"
)

// heading is a group of changes with its title.
type heading struct{ of, title string }

// written prints the changes group by group: what concerns the same reader; or, where not everything was compared, what is of
// one kind.
func written(b *bytes.Buffer, changes []Change, whole bool, head, line, between string, name func(string) string) {
	if len(changes) == 0 {
		if whole {
			b.WriteString(nothing)
		} else {
			b.WriteString(nothingKnown)
		}
		return
	}
	groups := []heading{{"briefing", "Briefing"}, {"figure", "Figures"}, {"quotation", "Quotations"}, {"claim", "Claims"}, {"source", "Sources"}, {"exhibit", "Exhibits"}}
	of := func(c *Change) string { return c.Of }
	if whole {
		groups = []heading{{Numbers, "Numbers"}, {Claims, "Claims"}, {Words, "Words"}, {Sources, "People and sources"}, {Form, "Form"}}
		of = func(c *Change) string { return c.Group }
	}
	first := true
	for _, g := range groups {
		begun := false
		for i := range changes {
			c := &changes[i]
			if of(c) != g.of {
				continue
			}
			if !begun {
				if !first {
					b.WriteString("\n")
				}
				fmt.Fprintf(b, head, g.title)
				begun, first = true, false
			}
			fmt.Fprintf(b, line, c.Kind, c.sentence(name))
		}
	}
}

// sentence is one change in a line: "shortfall 6.7–8.3 times → 5–6.3 times, because threshold changed".
func (c *Change) sentence(name func(string) string) string {
	var b strings.Builder
	quote := func(s string) string {
		if c.Of == "figure" && c.What == "" || c.What == "truth" || c.What == "status" || c.Of == "exhibit" && c.What != "title" && c.What != "" {
			return s
		}
		return "“" + s + "”"
	}
	who := c.Name
	if c.Of == "quotation" && c.What != "" || c.Of == "claim" && c.What == "truth" {
		who = "“" + short(who) + "”"
	}
	if c.Kind == Renamed {
		return c.Of + " " + name(c.Old) + ": now " + name(c.New)
	}
	b.WriteString(name(who))
	if c.What != "" {
		b.WriteString(", " + c.What)
	}
	switch {
	case c.Kind == Added:
		b.WriteString(": " + quote(c.New))
	case c.Kind == Removed:
		b.WriteString(": " + quote(c.Old))
	case c.Old == "":
		b.WriteString(": now " + quote(c.New))
	case c.New == "":
		b.WriteString(": no longer " + quote(c.Old))
	default:
		b.WriteString(": " + quote(c.Old) + " → " + quote(c.New))
	}
	if len(c.Because) > 0 {
		b.WriteString(", because " + andList(c.Because) + " changed")
	}
	return b.String()
}

func andList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
