package assets

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// ParseLook reads a look file: a JSON object with every colour token and the traits. A file that says
// "base": "paper" (or another embedded look) changes only what it names. All mistakes are reported together, one a line.
//
// A colour is "#RRGGBB", or "#RRGGBB at 30%" for a mix with the background.
func ParseLook(data []byte) (*Look, error) {
	fields, err := lookFields(data)
	if err != nil {
		return nil, err
	}
	p := lookParser{fields: fields, look: &Look{}, used: map[string]bool{"base": true, "$schema": true}}
	if raw, ok := fields["base"]; ok {
		var base string
		if json.Unmarshal(raw, &base) != nil || !slices.Contains(Looks(), base) {
			return nil, fmt.Errorf("base: want one of %s, not %s", strings.Join(Looks(), ", "), raw)
		}
		if p.look, err = LoadLook(base); err != nil {
			return nil, err
		}
		p.based = true
	}
	p.read()
	for _, key := range sortedKeys(fields) {
		if !p.used[key] {
			p.fail("unknown key %q", key)
		}
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.look, nil
}

// lookFields splits the file into its keys. encoding/json would let a repeated key win silently.
func lookFields(data []byte) (map[string]json.RawMessage, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	dec := json.NewDecoder(bytes.NewReader(data))
	inValue := false
	fail := func(err error) error {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return errors.New("the look file ends before its closing brace")
		}
		at := dec.InputOffset()
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && !inValue {
			at = syntax.Offset
		}
		for inValue && at < int64(len(data)) && strings.IndexByte(": \t\r\n", data[at]) >= 0 {
			at++ // to the value's start: its own offsets do not count from the file's
		}
		line, col := place(data, at)
		return fmt.Errorf("line %d, column %d: %w", line, col, err)
	}
	if t, err := dec.Token(); err != nil {
		return nil, fail(err)
	} else if t != json.Delim('{') {
		return nil, errors.New("a look file is one JSON object: { … }")
	}
	fields := map[string]json.RawMessage{}
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return nil, fail(err)
		}
		key, _ := t.(string)
		if _, twice := fields[key]; twice {
			return nil, fail(fmt.Errorf("key %q stands twice", key))
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			inValue = true
			return nil, fail(err)
		}
		fields[key] = raw
	}
	if _, err := dec.Token(); err != nil {
		return nil, fail(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fail(errors.New("more text after the look's closing brace"))
	}
	return fields, nil
}

// place turns a byte offset into a 1-based line and column.
func place(data []byte, offset int64) (line, col int) {
	before := data[:max(0, min(offset, int64(len(data))))]
	line = bytes.Count(before, []byte("\n")) + 1
	return line, len(bytes.Runes(before[bytes.LastIndexByte(before, '\n')+1:])) + 1
}

type lookParser struct {
	fields map[string]json.RawMessage
	used   map[string]bool
	look   *Look
	based  bool // keys may be missing: the base has them
	errs   []error
}

func (p *lookParser) read() {
	l := p.look
	p.name(&l.Name)
	p.color("background", &l.Background) // first: tints mix with it
	p.color("surface", &l.Surface)
	p.color("text", &l.Text)
	p.color("muted", &l.Muted)
	p.color("rule", &l.Rule)
	p.color("rule_strong", &l.RuleStrong)
	p.color("accent", &l.Accent)
	p.color("accent_deep", &l.AccentDeep)
	p.color("on_accent", &l.OnAccent)
	p.color("positive", &l.Positive)
	p.color("negative", &l.Negative)
	p.color("neutral", &l.Neutral)
	p.colors("series", l.Series[:])
	p.colors("ramp", l.Ramp[:])
	p.trait("dark", &l.Dark)
	p.trait("art", &l.Art)
	p.trait("band", &l.Band)
	p.trait("sans_titles", &l.SansTitles)
	p.trait("heavy_small_light", &l.HeavySmallLight)
}

func (p *lookParser) fail(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf(format, args...))
}

// take returns a key's value; a missing one is an error unless it may be missing.
func (p *lookParser) take(key string, optional bool) (json.RawMessage, bool) {
	p.used[key] = true
	raw, ok := p.fields[key]
	if !ok && !optional && !p.based {
		p.fail("%s is missing", key)
	}
	return raw, ok
}

func (p *lookParser) name(to *string) {
	raw, ok := p.take("name", false)
	if !ok {
		return
	}
	if json.Unmarshal(raw, to) != nil || strings.TrimSpace(*to) == "" {
		p.fail("name: want a word in quotes, not %s", raw)
	}
}

func (p *lookParser) trait(key string, to *bool) {
	if raw, ok := p.take(key, true); ok {
		switch string(raw) {
		case "true":
			*to = true
		case "false":
			*to = false
		default:
			p.fail("%s: want true or false, not %s", key, raw)
		}
	}
}

func (p *lookParser) color(key string, to *scene.Color) {
	if raw, ok := p.take(key, false); ok {
		p.parse(key, key, raw, to)
	}
}

func (p *lookParser) colors(key string, to []scene.Color) {
	raw, ok := p.take(key, false)
	if !ok {
		return
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil || len(list) != len(to) {
		p.fail("%s: want a list of %d colours", key, len(to))
		return
	}
	for i, raw := range list {
		token := key + strconv.Itoa(i+1)
		p.parse(fmt.Sprintf("%s, colour %d", key, i+1), token, raw, &to[i])
	}
}

func (p *lookParser) parse(where, token string, raw json.RawMessage, to *scene.Color) {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		p.fail("%s: want a colour such as \"#B3261E\", not %s", where, raw)
		return
	}
	hex, share, mixed := strings.Cut(text, " at ")
	c, ok := ParseHex(hex)
	percent := 100.0
	if mixed {
		n, err := strconv.ParseFloat(strings.TrimSuffix(share, "%"), 64)
		ok = ok && err == nil && strings.HasSuffix(share, "%") && n >= 0 && n <= 100
		percent = n
	}
	if !ok {
		p.fail("%s: want a colour such as \"#B3261E\" or \"#676457 at 30%%\", not %q", where, text)
		return
	}
	if mixed {
		c = Mix(c, p.look.Background, percent/100)
	}
	c.Token = token
	*to = c
}

// ParseHex reads "#RRGGBB". The colour has no token yet.
func ParseHex(s string) (scene.Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return scene.Color{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 24)
	if err != nil {
		return scene.Color{}, false
	}
	return scene.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, true
}

func sortedKeys(m map[string]json.RawMessage) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
