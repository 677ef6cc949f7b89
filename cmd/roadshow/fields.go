package main

import (
	"fmt"
	"strings"

	"roadshow/briefing/outline"
)

// kindOfValue says in words what a field takes: "words", "list of date", "a or b", "mapping of quote".
func kindOfValue(f outline.Field) string {
	one := typeWords(f)
	switch {
	case f.Rows:
		return "rows of " + one
	case f.List && f.OrOne:
		return one + ", or a list" + lengths(f)
	case f.List:
		return "list of " + one + lengths(f)
	case f.Map && f.KeyIDs:
		return "id → " + one
	case f.Map:
		return "name → " + one
	}
	return one
}

// lengths says how many items a list takes: " (2 to 6)".
func lengths(f outline.Field) string {
	hard := ""
	if f.Hard && f.Max > 0 {
		hard = ", no more"
	}
	switch {
	case f.Min > 0 && f.Max > 0 && f.Min == f.Max:
		return fmt.Sprintf(" (%d%s)", f.Min, hard)
	case f.Min > 0 && f.Max > 0:
		return fmt.Sprintf(" (%d to %d%s)", f.Min, f.Max, hard)
	case f.Max > 0:
		return fmt.Sprintf(" (at most %d%s)", f.Max, hard)
	case f.Min > 0:
		return fmt.Sprintf(" (at least %d)", f.Min)
	}
	return ""
}

func typeWords(f outline.Field) string {
	if f.Type == outline.Choice && len(f.Choices) > 0 {
		return strings.Join(f.Choices, " · ")
	}
	if f.Type == outline.Object && f.Shape != nil && f.Shape.Name != "" {
		return f.Shape.Name
	}
	switch f.Type {
	case outline.Words:
		return "words"
	case outline.Prose:
		return "prose"
	case outline.Rich:
		return "paragraphs, or {file: x.md}"
	case outline.Quotation:
		return "verbatim words"
	case outline.Amount:
		return "value or $figure"
	case outline.Date:
		return "date"
	case outline.Number:
		return "number"
	case outline.Whole:
		return "whole number"
	case outline.Flag:
		return "true · false"
	case outline.Named:
		return "id, or {id: printed name}"
	case outline.Name:
		return "new id"
	case outline.Ref:
		return "id of " + f.To
	case outline.Who:
		return "id of people, or words"
	case outline.Path:
		return "file"
	case outline.Formula:
		return "expression"
	case outline.Block:
		return "block"
	case outline.Scalar:
		return "words or value"
	case outline.Pick:
		return "name, or {name: name to print}"
	}
	return "mapping"
}

// fieldRow is one line of a reference: a field, nested ones under it.
type fieldRow struct {
	depth                int
	name, takes, doc     string
	required, oneOfGroup bool
}

// fieldRows lists a shape's fields with those of the mappings inside, in order. Shapes that contain themselves end there.
func fieldRows(sh *outline.Shape) []fieldRow {
	return appendFields(nil, sh, 0, map[*outline.Shape]bool{})
}

func appendFields(rows []fieldRow, sh *outline.Shape, depth int, open map[*outline.Shape]bool) []fieldRow {
	if sh == nil || open[sh] || depth > 3 {
		return rows
	}
	open[sh] = true
	defer delete(open, sh)
	alternatives := map[string]bool{}
	for _, group := range sh.OneOf {
		for _, name := range group {
			alternatives[name] = true
		}
	}
	for _, f := range sh.Fields {
		rows = append(rows, fieldRow{depth, f.Name, kindOfValue(f), sentence(f), f.Required, alternatives[f.Name]})
		rows = appendFields(rows, f.Shape, depth+1, open)
	}
	return rows
}

// sentence is a field's documentation with its length.
func sentence(f outline.Field) string {
	if f.Budget == 0 {
		return f.Doc
	}
	if f.Doc == "" {
		return fmt.Sprintf("about %d characters", f.Budget)
	}
	return fmt.Sprintf("%s (about %d characters)", f.Doc, f.Budget)
}

// mark is * for fields that must be given and + for those of which one must be given.
func (r fieldRow) mark() string {
	switch {
	case r.required:
		return "*"
	case r.oneOfGroup:
		return "+"
	}
	return ""
}

const marks = "* must be given   + one of these must be given"
