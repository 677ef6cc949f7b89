package outline

import "testing"

// TestAHashWhereAValueShouldBeIsKnown from one that stands in a text, in quotes or before a comment.
func TestAHashWhereAValueShouldBeIsKnown(t *testing.T) {
	for line, want := range map[string]bool{
		"palette: #0B5FA5": true, "  - #0B5FA5": true, "palette: [#0B5FA5, #C77E1E]": true, `palette: ["#0B5FA5", #C77E1E]`: true,
		`palette: "#0B5FA5"`: false, "logo: # none yet": false, "title: We are no. 1": false, "": false,
	} {
		if got := hashValue().MatchString(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
