package journal

import (
	"encoding/hex"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What these readers do by hand, the slow ones of the standard library say.
func TestDatesAndInstantsAreReadAsTheCalendarSays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringMatching(`[0-9]{4}-[0-3][0-9]-[0-3][0-9]`),
			rapid.StringMatching(`[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9][.,][0-9]{3}[Zz]`),
			rapid.StringMatching(`[0-9T:Z.-]{10,24}`),
			rapid.Map(rapid.Int64Range(-60e12, 250e12), func(ms int64) string { return time.UnixMilli(ms).UTC().Format(timestampLayout) }),
		).Draw(t, "text")
		for kind, layout := range map[ValueType]string{TypeDate: time.DateOnly, TypeTimestamp: timestampLayout} {
			at, err := time.Parse(layout, text)
			want := at.UnixMilli()
			if kind == TypeDate {
				want = at.Unix() / 86400
			}
			expect := err == nil && textOf(kind, want) == text
			n, ok := numberOf(Value{Type: kind, Text: text})
			if ok != expect || ok && n != want {
				t.Fatalf("%q of type %d is %d (%v), and it should be %d (%v)", text, kind, n, ok, want, expect)
			}
		}
	})
}

func TestDecimalsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	pattern := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9]{0,3}[.]?[0-9]{0,3}-?`).Draw(t, "text")
		if want := pattern.MatchString(text) && text != "-0"; isDecimal(text) != want {
			t.Fatalf("%q is a decimal: %v, and it should be %v", text, !want, want)
		}
	})
}

func TestAUUIDHasOneSpelling(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-fA]{4}-[0-9a-f]{4}[-0][0-9a-fg]{12}`).Draw(t, "text")
		id, err := ParseUUID(text)
		raw, hexErr := hex.DecodeString(strings.ReplaceAll(text, "-", ""))
		want := hexErr == nil && len(raw) == 16 && strings.Count(text, "-") == 4 && strings.ToLower(text) == text
		if (err == nil) != want || want && (id.String() != text || string(id[:]) != string(raw)) {
			t.Fatalf("%q is %s (%v)", text, id, err)
		}
	})
}
