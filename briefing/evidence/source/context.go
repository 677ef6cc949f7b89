package source

import "strings"

// Context is where a quote stands in its text: what a reader of the source sees around it.
type Context struct {
	Before   string // the sentence before; "" at the text's beginning
	Sentence string // the sentence or sentences in which the words stand
	After    string // the sentence behind
	Cuts     []Cut
	// The words that may change what was said, in the sentence and in what was cut: "not", "if". "" for none.
	Negation, Condition string
	// Speakers are those between whom the words pass, where they are two; "" otherwise.
	Speakers string
	// Marks says that the words stand partly within somebody's quotation marks and partly outside.
	Marks bool
}

// Context reads the surroundings of a quote. ok is false where the text does not hold it.
func (t *Text) Context(q Quote) (c Context, ok bool) {
	spans := t.heard(q, 1)
	if spans == nil {
		return c, false
	}
	all := span{spans[0].from, spans[len(spans)-1].to}
	around := t.sentenceAround(all)
	c.Sentence, c.Cuts = t.plainly(around), t.Cuts(q)
	if around.from > 0 {
		c.Before = t.plainly(t.sentenceAround(span{around.from - 1, around.from}))
	}
	if around.to < len(t.words) {
		c.After = t.plainly(t.sentenceAround(span{around.to, around.to + 1}))
	}
	c.Negation, c.Condition = t.denies(around), t.conditional(around)
	for _, cut := range c.Cuts {
		c.Marks = c.Marks || cut.Marks
		if c.Speakers == "" {
			c.Speakers = cut.Speakers
		}
	}
	if speakers, marks := t.passes(spans); c.Speakers == "" {
		c.Speakers, c.Marks = speakers, c.Marks || marks
	}
	return c, true
}

// Flags are the words that a reader should weigh, one line each.
func (c Context) Flags() []string {
	var out []string
	if c.Speakers != "" {
		out = append(out, "change of speaker: "+c.Speakers)
	} else if c.Marks {
		out = append(out, "change of speaker: part of it stands outside of the quotation marks")
	}
	negation := c.Negation
	for _, cut := range c.Cuts {
		if cut.Negation != "" {
			out = append(out, "negation dropped: "+cut.Negation)
			negation = ""
		}
		if cut.Perhaps != "" && c.Speakers == "" {
			out = append(out, "perhaps a change of speaker: "+cut.Perhaps)
		}
		if cut.Number != "" {
			out = append(out, "number dropped: "+cut.Number)
		}
		if cut.Paragraph {
			out = append(out, "a cut joins two paragraphs")
		}
	}
	if negation != "" {
		out = append(out, "negation: "+negation)
	}
	if c.Condition != "" {
		out = append(out, "conditional: "+c.Condition)
	}
	return out
}

// conditional is the first word of a stretch that makes it depend on something, or puts it into the future.
func (t *Text) conditional(s span) string {
	for i := s.from; i < s.to; i++ {
		if depends(Fold(t.words[i].Text)) {
			return t.words[i].Text
		}
		if i+1 < s.to {
			switch pair := t.words[i].Text + t.words[i+1].Text; pair {
			case "如果", "假如", "要是", "可能", "预计", "目标", "计划", "希望", "除非", "假设", "或许", "若是":
				return pair
			}
		}
	}
	return ""
}

func depends(word string) bool {
	switch strings.TrimSuffix(word, "n't") {
	case "if", "unless", "would", "could", "might", "may", "should", "provided", "assuming", "suppose", "whether", "perhaps", "maybe", "possibly", "probably",
		"expect", "expects", "expected", "target", "targets", "targeted", "plan", "plans", "planned", "hope", "hopes", "hoped", "aim", "aims", "aimed",
		"forecast", "forecasts", "guidance", "likely", "potential", "potentially", "in case",
		"wenn", "falls", "würde", "könnte", "dürfte", "erwartet", "erwarten", "ziel",
		"si", "pourrait", "prévoit", "objectif", "podría", "prevé", "objetivo", "若":
		return true
	}
	return false
}

// Passes says between whom the words of a quote pass without a cut: two speakers, or somebody's quotation marks and what stands
// around them. A whole quotation within somebody else's words is his.
func (t *Text) Passes(q Quote) (speakers string, marks bool) {
	spans := t.heard(q, 1)
	if spans == nil {
		return "", false
	}
	return t.passes(spans)
}

func (t *Text) passes(spans []span) (speakers string, marks bool) {
	for _, s := range spans {
		told := false
		in, last := -1, -1 // the last words between quotation marks, and at all
		first := int32(0)
		for i := s.from; i < s.to; i++ {
			if Mark(t.words[i].Text) {
				continue
			}
			run := t.runs[i]
			told = told || run == 0 && saying(Fold(t.words[i].Text))
			from := -1
			switch {
			case last < 0:
				first = run
			case run != 0 && in >= 0 && t.runs[in] != run:
				from = in
			case t.labels != nil && t.labels[last] != t.labels[i] && t.labels[last] != "":
				from = last
			}
			if from >= 0 && speakers == "" {
				speakers, _ = t.crosses(span{from, from + 1}, span{i, i + 1})
			}
			if last = i; run != 0 {
				in = i
			}
		}
		if last < 0 || !t.mixed(s) {
			continue
		}
		end := t.runs[last]
		open := first != 0 && s.from > 0 && t.runs[s.from-1] == first || end != 0 && s.to < len(t.words) && t.runs[s.to] == end
		marks = marks || open || told && (first != 0 || end != 0)
	}
	return speakers, marks
}

// mixed says that a stretch stands partly between quotation marks.
func (t *Text) mixed(s span) bool {
	in, out := false, false
	for i := s.from; i < s.to; i++ {
		if !Mark(t.words[i].Text) {
			in, out = in || t.runs[i] != 0, out || t.runs[i] == 0
		}
	}
	return in && out
}
