package diag

import (
	"io"
	"net/url"
	"slices"
	"strings"
)

// The parts of SARIF 2.1.0 that code review tools read.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string     `json:"id"`
	ShortDescription *sarifText `json:"shortDescription,omitempty"`
	Default          struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

func writeSARIF(w io.Writer, problems []Problem) error {
	log := sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: make([]sarifRun, 1)}
	run := &log.Runs[0]
	run.Tool.Driver = sarifDriver{Name: "roadshow", Rules: sarifRules(problems)}
	run.ColumnKind = "unicodeCodePoints"
	run.Results = []sarifResult{}
	for _, p := range problems {
		r := sarifResult{RuleID: p.Code, Level: p.Severity.String(), Message: sarifText{text(p)}}
		r.RuleIndex = slices.IndexFunc(run.Tool.Driver.Rules, func(r sarifRule) bool { return r.ID == p.Code })
		if p.Hint != "" {
			r.Message.Text += "\nhint: " + Escape(p.Hint)
		}
		if p.At.File != "" {
			at := closed(p.At)
			var l sarifLocation
			l.Physical.Artifact.URI = fileURI(at.File)
			if at.Line > 0 {
				l.Physical.Region = &sarifRegion{at.Line, at.Col, at.EndLine, at.EndCol}
			}
			r.Locations = []sarifLocation{l}
		}
		run.Results = append(run.Results, r)
	}
	return encode(w, log)
}

// sarifRules are the codes that the problems use, in order.
func sarifRules(problems []Problem) []sarifRule {
	docs := map[string]CodeDoc{}
	for _, d := range Codes() {
		docs[d.Code] = d
	}
	levels := map[string]Severity{}
	var used []string
	for _, p := range problems {
		if _, ok := levels[p.Code]; !ok {
			used = append(used, p.Code)
			levels[p.Code] = p.Severity
		}
	}
	slices.Sort(used)
	rules := []sarifRule{}
	for _, c := range used {
		r := sarifRule{ID: c}
		level := levels[c]
		if d, ok := docs[c]; ok {
			r.ShortDescription = &sarifText{d.Summary}
			level = d.Severity
		}
		r.Default.Level = level.String()
		rules = append(rules, r)
	}
	return rules
}

// fileURI is a file as a relative URI reference.
func fileURI(file string) string {
	return (&url.URL{Path: strings.ReplaceAll(file, `\`, "/")}).String()
}
