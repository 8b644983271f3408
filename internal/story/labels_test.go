package story

import (
	"strings"
	"testing"
)

func TestEachLabelStandsForAPhraseInEveryLanguage(t *testing.T) {
	t.Parallel()
	for key, own := range labels {
		p, known := phrases[key]
		if !known {
			t.Errorf("there is no phrase %q", key)
		}
		if strings.Contains(p.en, "{") {
			t.Errorf("%q is a sentence with names, not a label: %q", key, p.en)
		}
		for _, lang := range []string{"fr", "es", "nl", "pl", "ja", "pt"} {
			if own.in(lang) == "" {
				t.Errorf("%q has no label in %s", key, lang)
			}
			if got := (words{lang: lang}).say(key); got != own.in(lang) {
				t.Errorf("%q in %s is said as %q", key, lang, got)
			}
		}
		if own.in("de") != "" || own.in("en") != "" {
			t.Errorf("%q has a label in a language of the phrases", key)
		}
	}
}
