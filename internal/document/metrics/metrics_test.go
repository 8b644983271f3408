package metrics_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/document/metrics"
)

func TestWidthsAreThoseOfArial(t *testing.T) {
	t.Parallel()
	// Advances of Arial in 1/2048 em: H 1479, e 1139, l 455, o 1139; bold A 1479.
	if got, want := metrics.Width(metrics.Sans, 2048, "Hello"), 1479+1139+455+455+1139; math.Abs(got-float64(want)) > 3 {
		t.Errorf("Hello is %v wide, want %d", got, want)
	}
	if got := metrics.Width(metrics.SansBold, 2048, "A"); math.Abs(got-1479) > 1 {
		t.Errorf("bold A is %v wide, want 1479", got)
	}
}

func TestWrappingLosesNoWord(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "word", "an-odd-hyphen", "日本語", "🚚🚚", "\n", strings.Repeat("long", 30)})).Draw(t, "words"), " ")
		width := rapid.Float64Range(20, 900).Draw(t, "width")
		lines := metrics.Wrap(metrics.Sans, 12, s, width)
		if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(s), ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, l := range lines {
			if len([]rune(l)) > 1 && metrics.Width(metrics.Sans, 12, l) > width+0.01 {
				t.Fatalf("%q is wider than %v", l, width)
			}
		}
	})
}

func TestFitShrinksOnlyAsFarAsNeeded(t *testing.T) {
	t.Parallel()
	if size, lines := metrics.Fit(metrics.SansBold, "Short", 800, 32, 20, 2); size != 32 || lines != 1 {
		t.Errorf("a short title: size %v on %d lines", size, lines)
	}
	size, lines := metrics.Fit(metrics.SansBold, strings.Repeat("forty letters in a row or somewhat more ", 5), 828, 32, 14, 3)
	if lines > 3 || size >= 32 || size < 14 {
		t.Errorf("200 letters: size %v on %d lines", size, lines)
	}
}
