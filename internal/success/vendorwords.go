package success

import (
	"slices"
	"strings"
	"unicode"
)

// vendorWords are the names of our own success; each may stand in the plural.
var vendorWords = []string{
	"nps", "csat", "satisfaction", "adoption", "login", "active user", "usage", "seat",
	"licence", "license", "renewal", "retention", "churn", "health",
}

// IsVendorWord reports whether a measure's name speaks of our success (seats,
// logins, churn) and not of the client's.
func IsVendorWord(name string) bool {
	return slices.ContainsFunc(vendorWords, func(word string) bool {
		return hasWord(name, word) || hasWord(name, word+"s")
	})
}

// trainingWords say that a change is a training.
var trainingWords = []string{
	"train", "trained", "training", "trainings", "course", "courses", "webinar", "webinars",
	"workshop", "workshops", "e-learning", "certification",
}

func isTraining(text string) bool {
	return slices.ContainsFunc(trainingWords, func(word string) bool { return hasWord(text, word) })
}

// hasWord reports whether a text has a word, in any case: neither letter nor
// digit stands before it or after it.
func hasWord(text, word string) bool {
	text = strings.ToLower(text)
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(word)
		before := []rune(text[:at])
		after := []rune(text[end:])
		if (len(before) == 0 || !isWordRune(before[len(before)-1])) && (len(after) == 0 || !isWordRune(after[0])) {
			return true
		}
		from = at + 1
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
