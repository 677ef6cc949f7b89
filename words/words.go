// Package words holds what the program itself prints, one table a language.
package words

// Languages are the codes of the languages that the program prints in; the first is the default.
func Languages() []string { return []string{"en", "zh", "de", "fr", "es"} }
