package briefing

import (
	"strings"
	"testing"

	"roadshow/internal/cputime"
)

func TestNumbersTypedByHandAreFoundWithSignCurrencyAndUnit(t *testing.T) {
	for text, want := range map[string]string{
		"It grew 5 times and 20% more":       "5 times|20%",
		"12 companies share 3,400 seats":     "12|3,400",
		"about $80m, or RMB 500 million":     "$80m|RMB 500 million",
		"US$1.5bn and €12":                   "US$1.5bn|€12",
		"from 40–50 to 60 per cent":          "40–50 to 60 per cent",
		"40 to 50 of them":                   "40 to 50",
		"it fell by -3.5 points":             "-3.5 points",
		"2,023 people, 2000% more, 1999m":    "2,023|2000%|1999m",
		"a plant of 100MW and 5kg":           "100MW|5kg",
		"the price rose by 10x":              "10x",
		"Of 40 companies, Alibaba 12 models": "40|12",
		"20%的用户，约5000万元":                     "20%|5000万",
		"In May 40 companies":                "40",
		"a score of 7 (out of 10)":           "7|10",
		"sub-10% growth":                     "10%",
		"He paid 5. Then 6.":                 "5|6",
		"**14** of them":                     "14",
		"between 3 and 5":                    "3|5",
		"a line\n12 more of it":              "12",
		"$$80m is written so, and $80m so":   "$80m|$80m",
		"cost 12–15m":                        "12–15m",
		"1 in 3":                             "1|3",
		"a ratio of 3:1":                     "3|1",
		"raised 2023 dollars":                "2023 dollars",
		"it has 80s of delay, 12h a day":     "12h",
		"a 5-year plan, 24/7":                "5|24|7",
		"the 3-month view":                   "3",
		"up to 50,000.5 tonnes":              "50,000.5",
		"Prices: 5.":                         "5",
		"９９％ of them":                        "９９％",
		"客户满意度９９．５％":                         "９９．５％",
		"½ of it, and 1½ more":               "½|1½",
		"① of them":                          "①",
		"sales tripled":                      "tripled",
		"Sales Doubled, costs halved":        "Doubled|halved",
		"three quarters of them":             "three quarters",
		"two-thirds paid, four fifths":       "two-thirds|four fifths",
		"a tenfold rise":                     "tenfold",
		"ten percent, five million":          "ten percent|five million",
		"三成客户，三分之二的收入，百分之三十":                             "三成|三分之二|百分之三十",
		"收入翻了一番，增长三倍，五千万元":                               "翻了一番|三倍|五千万",
		"We have 2050 employees":                         "2050",
		"2050 employees, 1999 homes":                     "2050|1999",
		"more than 2000 sites":                           "2000",
		"we hired 2050 new engineers":                    "2050",
		"公司有2050名员工":                                     "2050",
		"Every year 5 companies leave":                   "5",
		"see <https://x.example/12> or [a](https://b/3)": "",
	} {
		if got := found(text); got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestDatesOrdinalsNamesAndQuotationsAreNoTypedNumbers(t *testing.T) {
	for _, text := range []string{
		"In 2023, from 2020 to 2023, in the 1990s, 2020–23, 2020-2021, 2022/23",
		"On 31 May 2023, May 31, 2023-05-31, 2023-05, 2023-Q3, Q3 2023, H1, FY25",
		"on 3–5 March, 3 and 5 March, March 3–5, 10 Feb. and Sept. 4",
		"by 31/5/2023 or 31.5.2023 at 10:30",
		"the 1st, 2nd, 3rd and 21st",
		"GPT-4, GPT-3.5-turbo, GPT4, H100, A4, B2B, COVID-19, Web3, 3D, 5G, 2FA, x86_64",
		"models such as Llama 2 and Claude 3, a Boeing 737, with GPT 3.5",
		"Form 10-K, Section 3, No. 4, Series 2, #7, Phase 2, page 12, pages 3",
		"he said “40 of them” and \"12%\" and 「3」",
		"the value is $gpt4 and $a2.low [@source9]",
		"1. First\n2. Second\n   3) Third",
		"2023年5月31日，第3次，5月",
		"nothing at all",
		"[words](https://example.com/2024/12/55)",
		"see https://example.com/a/99 for it",
		"mid-2025 and end-2024",
		"Region 1 grew, as did Zone 3", "as [1] and [2, 3] say", "CO₂, CO2, H₂O, m² of GPT-4",
		"in 2023 customers left, the 2024 results, strong 2023 sales", "2015 = 100, per 1,000",
		"three quarters ago, in the last three quarters, the third quarter", "the first half of 2023, the second half of the year",
		"the “sales doubled” story, two founders, one in the team", "第三成功，一成为二，万一如此，2023年",
		"S&P 500, FTSE 100, IFRS 16, ISO 9001", "Year 1 and year 2, Day 1",
		"Halved sales would last", "two halves, eight quarters, six times, half of it",
	} {
		if got := found(text); got != "" {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

func found(text string) string {
	var out []string
	for _, at := range typedNumbers(text) {
		out = append(out, text[at.from:at.to])
	}
	return strings.Join(out, "|")
}

func FuzzTypedNumbers(f *testing.F) {
	f.Add("It grew 5 times, $80m, 3 March, “4”, GPT-4")
	f.Add("\xff9\xe2\x809$$9[@9")
	f.Add("\xff0!\x800C$000")
	f.Fuzz(func(t *testing.T, text string) {
		defer cputime.Bound(t)()
		last := 0
		for _, at := range typedNumbers(text) {
			if at.from < last || at.to <= at.from || at.to > len(text) {
				t.Fatalf("%q: %v behind %d", text, at, last)
			}
			last = at.to
		}
	})
}

func BenchmarkTypedNumbers(b *testing.B) {
	text := strings.Repeat("The average domestic model, GPT-4 and $gpt4 aside, was right one time in five in mid-March 2023 and 20% more in May. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		typedNumbers(text)
	}
}
