package typeset

import (
	"strings"
	"testing"

	"roadshow/internal/cputime"
)

func TestSmartWritesWhatATypesetterWould(t *testing.T) {
	for in, want := range map[string]string{
		`plain words`:                     `plain words`,
		`"Yes," she said.`:                `“Yes,” she said.`,
		`He said "no" and "never".`:       `He said “no” and “never”.`,
		`("in brackets")`:                 `(“in brackets”)`,
		`"He said 'go' to me."`:           `“He said ‘go’ to me.”`,
		`"'Go,' he said."`:                `“‘Go,’ he said.”`,
		`He said 'go.'"`:                  `He said ‘go.’”`,
		`China's start-ups' prices don't`: `China’s start-ups’ prices don’t`,
		`the '90s and '08`:                `the ’90s and ’08`,
		`'Tis rock 'n' roll`:              `’Tis rock ’n’ roll`,
		`in the 1990's`:                   `in the 1990’s`,
		`GPT-4's price`:                   `GPT-4’s price`,
		`6'2" tall`:                       `6′2″ tall`,
		`"6'2" tall"`:                     `“6′2″ tall”`,
		`a 5' wall`:                       `a 5′ wall`,
		`a 15" screen`:                    `a 15″ screen`,
		`the year "1984"`:                 `the year “1984”`,
		`wait...`:                         "wait\u00a0…",
		`wait ... now`:                    "wait\u00a0… now",
		`wait...now`:                      "wait\u00a0… now",
		`... and so`:                      `… and so`,
		`"...and so"`:                     `“… and so”`,
		`so …`:                            "so\u00a0…",
		"so\u00a0…":                       "so\u00a0…",
		`pages 3--5`:                      `pages 3–5`,
		`words -- and more`:               `words – and more`,
		`words - and more`:                `words – and more`,
		`words---more`:                    `words—more`,
		`run it with --strict`:            `run it with --strict`,
		`a fall of -5%`:                   `a fall of −5%`,
		`(-3.5) and -.5`:                  `(−3.5) and −.5`,
		`10 -5 is odd`:                    `10 -5 is odd`,
		`GPT-4 on 2023-05-12`:             `GPT-4 on 2023-05-12`,
		`start-up`:                        `start-up`,
		`“already” ‘set’ – so … it`:       "“already” ‘set’ – so\u00a0… it",
		`"`:                               `”`,
		`'`:                               `’`,
		`""`:                              `“”`,
		``:                                ``,
		"broken \xff bytes \"here\"":      "broken \ufffd bytes “here”",
	} {
		if got := Smart(in, "en"); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSmartInChinese(t *testing.T) {
	for in, want := range map[string]string{
		`他说"你好"。`:         `他说“你好”。`,
		`"你好"他说"再见"。`:     `“你好”他说“再见”。`,
		`等等...`:           `等等……`,
		`问题--答案`:          `问题——答案`,
		`他说："你好"，她说："好。"`: `他说：“你好”，她说：“好。”`,
	} {
		if got := Smart(in, "zh"); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSmartIsStable(t *testing.T) {
	for _, in := range []string{`"Yes," it's 6'2"... -5 -- the '90s "on"`, `他说"你好"...`} {
		for _, lang := range []string{"en", "zh"} {
			once := Smart(in, lang)
			if twice := Smart(once, lang); twice != once {
				t.Errorf("%s became %s", once, twice)
			}
		}
	}
}

func TestQuotesChangesOnlyQuotes(t *testing.T) {
	if got, want := Quotes(`"It's -- well... -5"`, "en"), `“It’s -- well... -5”`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestBindJoinsWhatReflowMustNotPart(t *testing.T) {
	for in, want := range map[string]string{
		"took 6 billion on 12 May 2023":       "took 6\u00a0billion on 12\u00a0May 2023",
		"A model. The end":                    "A\u00a0model. The\u00a0end",
		"see Exhibit 5, RMB 1–2m":             "see Exhibit\u00a05, RMB\u00a01–2m",
		" leading and trailing ":              " leading and trailing ",
		"nothing here":                        "nothing here",
		"a surplus of 36 kt, 3 times as much": "a surplus of 36\u00a0kt, 3\u00a0times as much",
		"J. R. R. Tolkien and Dr. Smith":      "J.\u00a0R.\u00a0R.\u00a0Tolkien and Dr.\u00a0Smith",
	} {
		if got := Bind(in); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func FuzzSmart(f *testing.F) {
	for _, s := range []string{`"a"`, `'90s...`, `6'2"--5 -3`, "他说\"好\"", "…", "'", "\xff\"", "- -- --- ----"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		for _, lang := range []string{"en", "zh"} {
			Smart(s, lang)
			Quotes(s, lang)
		}
		if got := []rune(Bind(s)); len(got) != len([]rune(s)) {
			t.Error("Bind changed the number of characters")
		}
	})
}

// TestMarksOfEveryLanguage: ^ stands for a narrow no-break space, ~ for a no-break space.
func TestMarksOfEveryLanguage(t *testing.T) {
	for _, c := range [][3]string{
		{"de", `Er sagte: "Das ist 'gut', oder?"`, "Er sagte: „Das ist ‚gut‘, oder?“"},
		{"de", `"Ja", sagte sie. "Nein", sagte er.`, "„Ja“, sagte sie. „Nein“, sagte er."},
		{"de", `„Ja“ und "nein" und 'doch'`, "„Ja“ und „nein“ und ‚doch‘"},
		{"de", `Wie geht's? 14,5 % -- rund`, "Wie geht’s? 14,5 % – rund"},
		{"de-CH", `"Ja", sagte sie`, "«Ja», sagte sie"},
		{"fr", `Il dit : "C'est bon" !`, "Il dit^: «^C’est bon^»^!"},
		{"fr", `« Oui » ; à 14 h 30, 14,5 % ?`, "«^Oui^»^; à 14 h 30, 14,5^%^?"},
		{"fr", `à 10:30, https://x.org/?a=b`, "à 10:30, https://x.org/?a=b"},
		{"fr", `Attends...`, "Attends…"},
		{"es", `Dijo "sí" ...`, "Dijo «sí» …"},
		{"es-MX", `Dijo "sí"`, "Dijo “sí”"},
		{"en", `He said "yes": 14.5 % ; ok`, "He said “yes”: 14.5 % ; ok"},
	} {
		got := strings.NewReplacer("\u202f", "^", "\u00a0", "~").Replace(Smart(c[1], c[0]))
		if got != c[2] {
			t.Errorf("%s: %s becomes %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
