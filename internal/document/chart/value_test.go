package chart_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/story/model"
)

func day(n int) string {
	return time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n).Format(time.DateOnly)
}

// anyPicture draws a picture of up to two years with news in any order of
// size, silences, verticals and sometimes a future.
func anyPicture() *rapid.Generator[*model.ValuePicture] {
	return rapid.Custom(func(t *rapid.T) *model.ValuePicture {
		span := rapid.IntRange(1, 730).Draw(t, "span")
		v := &model.ValuePicture{From: day(0), To: day(span), ProvedEnd: model.EndLabel{Title: "€909k proved", Detail: "a year"}, ClaimedEnd: model.EndLabel{Title: "+€204k awaits", Detail: "confirmation"}}
		if rapid.Bool().Draw(t, "future") {
			v.Today = day(rapid.IntRange(0, span).Draw(t, "today"))
		}
		on := 0
		for range rapid.IntRange(1, 14).Draw(t, "points") {
			on += rapid.IntRange(0, 90).Draw(t, "gap")
			proved := rapid.Float64Range(0, 1e6).Draw(t, "proved")
			v.Points = append(v.Points, model.LevelPoint{On: day(on), Proved: proved, WithClaims: proved + rapid.Float64Range(0, 3e5).Draw(t, "claims")})
			v.Callouts = append(v.Callouts, model.Callout{On: day(on), Title: rapid.SampledFrom([]string{"Dock plan", "A rather long name of a benefit", ""}).Draw(t, "title"), Detail: "14 people"})
		}
		for range rapid.IntRange(0, 5).Draw(t, "verticals") {
			v.Verticals = append(v.Verticals, model.Vertical{On: day(rapid.IntRange(0, span).Draw(t, "on")), Kind: rapid.SampledFrom([]model.VerticalKind{model.VerticalTold, model.VerticalRenewal, model.VerticalToday}).Draw(t, "kind"), Text: "Renewed, 1 Sep 2025"})
		}
		for range rapid.IntRange(0, 2).Draw(t, "silences") {
			from := rapid.IntRange(0, span).Draw(t, "from")
			v.Silences = append(v.Silences, model.Silence{From: day(from), To: day(from + rapid.IntRange(0, 300).Draw(t, "long")), Title: "Nothing new for 210 days", Detail: "value stayed level"})
		}
		for i := range 5 {
			v.ValueTicks = append(v.ValueTicks, model.ValueTick{At: float64(i) * 25e4, Text: "€1,000k"})
			v.DateTicks = append(v.DateTicks, model.DateTick{On: day(span * i / 4), Text: "Jan 2025"})
		}
		return v
	})
}

func overlap(a, b chart.Rect) bool {
	const eps = 0.01
	return a.X < b.X+b.W-eps && b.X < a.X+a.W-eps && a.Y < b.Y+b.H-eps && b.Y < a.Y+a.H-eps
}

func TestWordsInThePictureCoverNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v := chart.LayoutValue(anyPicture().Draw(t, "picture"), 828, 320, 11)
		if v == nil {
			return // every point lies after the last day
		}
		var words []*chart.Label
		add := func(l *chart.Label) {
			if l != nil {
				words = append(words, l)
			}
		}
		for _, m := range v.Marks {
			add(m.Label)
		}
		for _, u := range v.Uprights {
			add(u.Label)
		}
		for _, q := range v.Silences {
			if q.Label != nil && len(v.Silences) == 1 { // of two silences one may lie in the other
				add(q.Label)
			}
			for _, u := range v.Uprights {
				if q.Label != nil && overlap(q.Label.Rect, chart.Rect{X: u.X, Y: v.Plot.Y, W: 0.5, H: v.Plot.H}) {
					t.Fatalf("a line runs through %q", q.Label.Title)
				}
			}
		}
		for i := range v.Dates {
			add(&v.Dates[i])
		}
		add(v.ProvedLabel)
		add(v.ClaimedLabel)
		for i, a := range words {
			for _, b := range words[:i] {
				if overlap(a.Rect, b.Rect) {
					t.Fatalf("%q %v lies on %q %v", a.Title+a.Detail, a.Rect, b.Title+b.Detail, b.Rect)
				}
			}
			if a.Rect.X < -0.1 || a.Rect.X+a.Rect.W > v.W+0.1 {
				t.Fatalf("%q lies outside: %v", a.Title+a.Detail, a.Rect)
			}
		}
		for _, m := range v.Marks {
			for _, u := range v.Uprights {
				if m.Label != nil && overlap(m.Label.Rect, chart.Rect{X: u.X, Y: v.Plot.Y, W: 0.5, H: v.Plot.H}) {
					t.Fatalf("a line runs through %q", m.Label.Title)
				}
			}
		}
	})
}

func TestTheStairsAreUprightAndLevel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v := chart.LayoutValue(anyPicture().Draw(t, "picture"), 828, 320, 11)
		if v == nil {
			return
		}
		for _, stairs := range [][]chart.Point{v.Proved, v.Claimed, v.ProvedAhead, v.ClaimedAhead} {
			for i := 1; i < len(stairs); i++ {
				a, b := stairs[i-1], stairs[i]
				if a.X != b.X && a.Y != b.Y {
					t.Fatalf("slope from %v to %v", a, b)
				}
				if b.X < a.X {
					t.Fatalf("the stairs turn back from %v to %v", a, b)
				}
			}
			for _, p := range stairs {
				if math.IsNaN(p.X+p.Y) || p.Y < v.Plot.Y-0.01 || p.Y > v.Plot.Y+v.Plot.H+0.01 {
					t.Fatalf("%v lies outside the plot %v", p, v.Plot)
				}
			}
		}
	})
}

func TestLevelsHoldUntilTheNextDay(t *testing.T) {
	t.Parallel()
	v := chart.LayoutValue(&model.ValuePicture{From: "2026-01-01", To: "2026-01-11", ValueTicks: []model.ValueTick{{At: 200}},
		Points: []model.LevelPoint{{On: "2026-01-06", Proved: 100, WithClaims: 200}}}, 100, 100, 10)
	mid, base, half := v.Plot.X+v.Plot.W/2, v.Plot.Y+v.Plot.H, v.Proved[2].Y
	want := []chart.Point{{X: v.Plot.X, Y: base}, {X: mid, Y: base}, {X: mid, Y: half}, {X: v.Plot.X + v.Plot.W, Y: half}}
	for i, p := range want {
		if v.Proved[i] != p {
			t.Errorf("point %d is %v, want %v", i, v.Proved[i], p)
		}
	}
	if got, want := base-half, v.Plot.H*100/(200*1.07); math.Abs(got-want) > 0.01 {
		t.Errorf("100 of 200 stands %v high, want %v", got, want)
	}
	if len(v.Hatches) != 1 {
		t.Errorf("%d hatched stretches, want 1", len(v.Hatches))
	}
}

func TestAPictureWithoutASpanIsNone(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]*model.ValuePicture{
		"nothing":   {},
		"no points": {From: "2026-01-01", To: "2026-02-01"},
		"backwards": {From: "2026-02-01", To: "2026-01-01", Points: []model.LevelPoint{{On: "2026-01-05", Proved: 1}}},
		"no dates":  {From: "soon", To: "later", Points: []model.LevelPoint{{On: "x", Proved: 1}}},
	} {
		if chart.LayoutValue(v, 800, 300, 11) != nil || chart.LayoutArt(v, 800, 300) != nil {
			t.Errorf("%s: got a picture", name)
		}
	}
}
