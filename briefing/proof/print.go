package proof

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Formats are the forms in which a difference is printed.
func Formats() []string { return []string{"text", "markdown", "json"} }

// Print writes a difference as text, markdown or json.
func Print(changes []Change, as string) []byte {
	var b bytes.Buffer
	switch as {
	case "json":
		e := json.NewEncoder(&b)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		_ = e.Encode(changes) // strings only: cannot fail
	case "markdown":
		written(&b, changes, "## %s\n\n", "- **%s** %s\n", "\n", bold)
	default:
		written(&b, changes, "%s\n", "  %-8s %s\n", "", func(s string) string { return s })
	}
	return b.Bytes()
}

func bold(s string) string { return "*" + strings.NewReplacer("*", `\*`, "_", `\_`).Replace(s) + "*" }

// written prints the changes group by group: briefing, figures, quotations, claims, sources, exhibits.
func written(b *bytes.Buffer, changes []Change, head, line, between string, name func(string) string) {
	if len(changes) == 0 {
		b.WriteString("Nothing that the briefing says has changed.\n")
		return
	}
	first := true
	for _, g := range []struct{ of, title string }{{"briefing", "Briefing"}, {"figure", "Figures"}, {"quotation", "Quotations"}, {"claim", "Claims"}, {"source", "Sources"}, {"exhibit", "Exhibits"}} {
		begun := false
		for _, c := range changes {
			if c.Of != g.of {
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
