package story_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

func TestLocalesWriteAsTheirPlacesDo(t *testing.T) {
	t.Parallel()
	day := success.MustDate("2026-06-09")
	for _, c := range []struct {
		tag, date, short, money, brief, number, percent string
	}{
		{"en-GB", "9 June 2026", "9 Jun 2026", "€126,000", "€909k", "1,234.5", "35%"},
		{"en-US", "June 9, 2026", "Jun 9, 2026", "€126,000", "€909k", "1,234.5", "35%"},
		{"de", "9. Juni 2026", "9. Juni 2026", "126.000\u00a0€", "909\u00a0Tsd.\u00a0€", "1.234,5", "35\u00a0%"},
		{"fr", "9 juin 2026", "9 juin 2026", "126\u202f000\u00a0€", "909\u00a0k€", "1\u202f234,5", "35\u202f%"},
		{"es", "9 de junio de 2026", "9 jun 2026", "126.000\u00a0€", "909\u00a0mil\u00a0€", "1234,5", "35\u00a0%"},
		{"nl", "9 juni 2026", "9 jun 2026", "€\u00a0126.000", "€\u00a0909K", "1.234,5", "35%"},
		{"pl", "9 czerwca 2026", "9 cze 2026", "126\u00a0000\u00a0€", "909\u00a0tys.\u00a0€", "1234,5", "35%"},
		{"pt-BR", "9 de junho de 2026", "9 jun 2026", "€\u00a0126.000", "€\u00a0909\u00a0mil", "1.234,5", "35%"},
		{"ja", "2026年6月9日", "2026年6月9日", "€126,000", "€909千", "1,234.5", "35%"},
		{"xx", "9 June 2026", "9 Jun 2026", "€126,000", "€909k", "1,234.5", "35%"},
	} {
		l := story.NewLocale(c.tag)
		got := []string{l.Date(day), l.ShortDate(day), l.Money(126000, "EUR"), l.ShortMoney(909000, "EUR"), l.Number(1234.5, 2), l.Percent(0.345)}
		want := []string{c.date, c.short, c.money, c.brief, c.number, c.percent}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q (%U), want %q (%U)", c.tag, got[i], []rune(got[i]), want[i], []rune(want[i]))
			}
		}
	}
}

func TestMoneyKeepsItsUnit(t *testing.T) {
	t.Parallel()
	l := story.NewLocale("en-GB")
	for _, c := range []struct{ got, want string }{
		{l.ShortMoney(8400, "EUR"), "€8,400"}, {l.ShortMoney(1113000, "EUR"), "€1,113k"}, {l.ShortMoney(12300000, "EUR"), "€12.3M"},
		{l.Thousands(1000000, "EUR"), "€1,000k"}, {l.ShortMoney(341000, "SEK"), "kr\u00a0341k"}, {l.Money(0, "EUR"), "€0"},
		{l.Money(1200, "AUD"), "AUD\u00a01,200"}, {l.Date(0), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
