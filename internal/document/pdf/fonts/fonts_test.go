package fonts_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
)

func TestTheFacesHaveTheLettersOfTheirLanguages(t *testing.T) {
	t.Parallel()
	const letters = "Grüße, façade, Øresund, Gdańsk, Żółć, Őr, İğşı, Ελλάδα, Україна, “quotes” ‘’ „“ «» – — … € £ ¥ zł · • × ± % ’ \u00a0\u202f−"
	for _, f := range []fonts.Face{fonts.Sans, fonts.SansBold, fonts.SansItalic, fonts.Display, fonts.Serif, fonts.SerifItalic} {
		for _, r := range letters {
			if !f.Has(r) {
				t.Errorf("face %d lacks %q", f, r)
			}
		}
	}
	for _, r := range "日本語テキスト中文简体繁體" {
		if face, ok := fonts.Sans.For(r); !ok || face != fonts.Fallback {
			t.Errorf("nothing draws %q", r)
		}
	}
	if _, ok := fonts.Sans.For('🎉'); ok {
		t.Error("a face claims to draw an emoji")
	}
}

func TestWidthsAreReadFromTheFonts(t *testing.T) {
	t.Parallel()
	if w := fonts.Sans.Width(10, "0"); w < 5 || w > 7 {
		t.Errorf("a zero of ten points is %g wide", w)
	}
	if wide, narrow := fonts.Sans.Width(10, "mmm"), fonts.Sans.Width(10, "iii"); wide < 2*narrow {
		t.Errorf("mmm is %g wide, iii %g", wide, narrow)
	}
	if w := fonts.Sans.Width(10, "日"); w != 10 {
		t.Errorf("an ideograph of ten points is %g wide", w)
	}
}
