package table

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf "golang.org/x/text/encoding/unicode"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// Encodings are the names of the encodings that a data file may have.
func Encodings() []string {
	return []string{"utf-8", "utf-16", "windows-1252", "latin-1", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "iso-8859-2", "iso-8859-7", "iso-8859-15", "macintosh", "gb18030"}
}

func encodingOf(name string) encoding.Encoding {
	switch name {
	case "utf-16":
		return utf.UTF16(utf.LittleEndian, utf.UseBOM)
	case "windows-1252", "latin-1":
		return charmap.Windows1252
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1254":
		return charmap.Windows1254
	case "iso-8859-2":
		return charmap.ISO8859_2
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "macintosh":
		return charmap.Macintosh
	case "gb18030":
		return simplifiedchinese.GB18030
	}
	return nil
}

// decode turns a text file into UTF-8. Without a name its encoding is found out where that is certain: by its mark, by its zeros,
// or because every byte beyond ASCII is a Western European letter or sign where one may stand.
func (r *reader) decode(data string, o TableOptions) (string, bool) {
	name := o.Encoding
	switch {
	case name != "":
	case strings.HasPrefix(data, "\xff\xfe"), strings.HasPrefix(data, "\xfe\xff"):
		name = "utf-16"
		r.said = append(r.said, "its encoding is UTF-16")
	case strings.IndexByte(data[:min(len(data), sniffed)], 0) >= 0 && wide(data) != "":
		name = wide(data)
		r.said = append(r.said, "its encoding is UTF-16 without a mark")
	case utf8.ValidString(data):
		name = "utf-8"
	default:
		if at, ok := western(data); !ok {
			hint := "save it as “CSV UTF-8”"
			if !r.alone {
				hint += ", or name its encoding: `encoding: " + strings.Join(Encodings()[2:], ", ") + "`"
			}
			r.fail(r.lineOf(data, at), hint, "this is not UTF-8 text, and its encoding is not certain")
			return "", false
		}
		name = "windows-1252"
		r.said = append(r.said, "its encoding is Windows-1252 (Latin-1)")
	}
	text := ""
	switch name {
	case "utf-8":
		text = strings.TrimPrefix(data, "\ufeff")
	case "utf-16be":
		text, _ = utf.UTF16(utf.BigEndian, utf.IgnoreBOM).NewDecoder().String(data)
	default:
		decoded, err := encodingOf(name).NewDecoder().String(data)
		if err != nil {
			r.fail(r.at, "save it as “CSV UTF-8”", r.name+" cannot be read as "+name)
			return "", false
		}
		text = strings.TrimPrefix(decoded, "\ufeff")
	}
	if at := badText(text); at >= 0 && o.Encoding != "" {
		bad := r.lineOf(text, at)
		r.fail(r.place("encoding"), "leave `encoding: "+o.Encoding+"` out: it is found out; or name the one that the file has", "line "+strconv.Itoa(bad.Line)+" of "+path.Base(r.name)+" is not "+o.Encoding+" text")
		return "", false
	} else if at >= 0 && strings.HasPrefix(text[at:], "\ufffd") && name == "utf-8" {
		r.fail(r.lineOf(text, at), "write the character that stood here: who saved the file lost it", "this is no character but the sign for a lost one, \ufffd")
		return "", false
	} else if at >= 0 {
		r.fail(r.lineOf(text, at), "save it as “CSV UTF-8”", "this is not "+strings.NewReplacer("utf", "UTF", "be", "", "w", "W").Replace(name)+" text")
		return "", false
	}
	return text, true
}

// wide says that every second byte at the beginning is zero: UTF-16 of Western letters without a mark.
func wide(data string) string {
	var odd, even int
	n := min(len(data), 200) &^ 1
	for i := 0; i < n; i++ {
		if data[i] == 0 && i%2 == 0 {
			even++
		} else if data[i] == 0 {
			odd++
		}
	}
	switch {
	case n < 4:
	case odd*10 > n*4 && even*8 <= odd:
		return "utf-16"
	case even*10 > n*4 && odd*8 <= even:
		return "utf-16be"
	}
	return ""
}

// badText is where a text holds what no text does: a zero, or bytes that are no characters.
func badText(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && c != 0 {
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError || c == 0 {
			return i
		}
		i += n
	}
	return -1
}

// lineOf is the place of a byte.
func (r *reader) lineOf(data string, at int) diag.Span {
	lines, start := lineEnds(data[:at])
	return diag.Span{File: r.name, Line: 1 + lines, Col: 1 + utf8.RuneCountInString(data[start:at])}
}

// western says that bytes beyond ASCII are certain to be Windows-1252: letters stand alone or in pairs among ASCII letters, as
// in Müller, and signs stand where signs do. Cyrillic has words of such bytes, a Mac writes letters where Windows has signs,
// Polish has signs inside words. The byte that speaks against it is named.
func western(data string) (at int, ok bool) {
	run := 0
	for i := 0; i < len(data); i++ {
		if data[i] < utf8.RuneSelf {
			run = 0
			continue
		}
		if at == 0 {
			at = i
		}
		c := charmap.Windows1252.DecodeByte(data[i])
		before, after := byte(' '), byte(' ')
		if i > 0 {
			before = data[i-1]
		}
		if i+1 < len(data) {
			after = data[i+1]
		}
		inside := value.AsciiLetter(before) && value.AsciiLetter(after)
		switch {
		case c == utf8.RuneError || unicode.IsControl(c):
			return i, false
		case unicode.IsLetter(c) && data[i] < 0xc0 && data[i] != 0xaa && data[i] != 0xba && (value.AsciiLetter(before) || value.AsciiLetter(after)): // Š Œ Ž Ÿ ƒ: letters elsewhere
			return i, false
		case data[i] == 0xf7 || data[i] == 0xd7:
			if inside {
				return i, false
			}
		case unicode.IsLetter(c):
			if run++; run > 2 {
				return i, false
			}
		case inside && c != '’' && c != '‘' && c != '–' && c != '—' && c != '·' && c != '\u00ad' && c != '…' && c != '®' && c != '\u00a0':
			return i, false
		default:
			run = 0
		}
	}
	return at, true
}
