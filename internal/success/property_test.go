package success_test

import (
	"encoding/json"
	"math"
	"math/rand"
	"testing"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
)

var firstDay = day("2020-01-01")

// drawFile draws an account of a few benefits with steps, a measure with
// readings, touchpoints, terms and deletions. Where yearlyOnly is set, benefits
// have proved yearly amounts alone.
func drawFile(t *rapid.T, yearlyOnly bool) *success.File {
	next := 1
	drawMeta := func() success.Meta {
		next++
		m := success.Meta{ID: testID(next), CreatedAt: success.Instant(rapid.IntRange(1, 5).Draw(t, "made"))}
		if !yearlyOnly && rapid.IntRange(0, 9).Draw(t, "bin") == 0 {
			m.DeletedAt = 1
		}
		return m
	}
	drawDay := func(name string) success.Date {
		return firstDay.AddDays(rapid.IntRange(0, 1500).Draw(t, name))
	}
	currencies := []string{"EUR", "USD", "XTS"} // the last has no rate
	drawMoney := func() success.Money {
		m := eur(int64(rapid.IntRange(0, 50).Draw(t, "amount")) * 1000)
		if !yearlyOnly {
			m.Currency = rapid.SampledFrom(currencies).Draw(t, "currency")
		}
		return m
	}
	f := &success.File{Account: success.Account{Meta: success.Meta{ID: testID(1)}, Currency: "EUR"}}
	if rapid.Bool().Draw(t, "started") {
		f.Account.StartDate = drawDay("start")
	}
	f.Plans = []success.SuccessPlan{{Meta: success.Meta{ID: testID(900)}, AccountID: testID(1)}}
	f.Outcomes = []success.Outcome{{Meta: success.Meta{ID: testID(901)}, PlanID: testID(900)}}
	base, unit := 10.0, success.Amount{}
	must2(t, json.Unmarshal([]byte(`{"amount":"100","currency":"EUR"}`), &unit))
	f.Measures = []success.Measure{{
		Meta: success.Meta{ID: testID(902)}, OutcomeID: testID(901), Direction: "up", Baseline: &base, UnitValue: unit,
		UnitValueConfirmedBy: rapid.SampledFrom([]string{"", "Fin"}).Draw(t, "priced by"),
	}}
	for range rapid.IntRange(0, 5).Draw(t, "benefits") {
		b := success.Benefit{
			Meta: drawMeta(), AccountID: testID(1),
			Dimension: rapid.SampledFrom([]string{"cost", "time", "risk"}).Draw(t, "dimension"),
			Group:     rapid.SampledFrom([]string{"", "Yard", " yard ", "Floor"}).Draw(t, "group"),
		}
		if !yearlyOnly && rapid.Bool().Draw(t, "measured") {
			b.MeasureID = testID(902)
		}
		f.Benefits = append(f.Benefits, b)
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			s := success.BenefitStep{Meta: drawMeta(), BenefitID: b.ID, On: drawDay("on"), StepKind: "yearly", Amount: drawMoney(), Confirmation: "confirmed"}
			if !yearlyOnly {
				s.StepKind = rapid.SampledFrom([]string{"once", "yearly"}).Draw(t, "kind")
				s.Confirmation = rapid.SampledFrom([]string{"claimed", "evidenced", "confirmed"}).Draw(t, "confirmation")
				if rapid.IntRange(0, 5).Draw(t, "without amount") == 0 {
					s.Amount = success.Money{}
				}
			}
			if rapid.Bool().Draw(t, "counted") {
				s.People = people(int64(rapid.IntRange(0, 40).Draw(t, "people")))
			}
			f.Steps = append(f.Steps, s)
		}
	}
	for range rapid.IntRange(0, 6).Draw(t, "readings") {
		f.Readings = append(f.Readings, success.Reading{
			Meta: drawMeta(), MeasureID: testID(902), On: drawDay("read on"),
			Value:       float64(rapid.IntRange(0, 30).Draw(t, "value")),
			RecordedAt:  success.Instant(rapid.IntRange(0, 3).Draw(t, "recorded")),
			ConfirmedBy: rapid.SampledFrom([]string{"", "Ann"}).Draw(t, "by"),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "terms") {
		start := drawDay("term start")
		f.Terms = append(f.Terms, success.Term{
			Meta: drawMeta(), AccountID: testID(1), Start: start, End: start.AddYears(1), ARR: drawMoney(),
			Contract: rapid.SampledFrom([]string{"", "main", "Add-on"}).Draw(t, "contract"),
			Result:   rapid.SampledFrom([]string{"", "open", "renewed", "cancelled"}).Draw(t, "result"),
		})
	}
	return f
}

func must2(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func drawSettings() *success.Settings {
	s := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	s.Rates = []success.FxRate{
		{Meta: success.Meta{ID: testID(800)}, On: day("2020-06-01"), From: "USD", To: "EUR", Rate: 0.9},
		{Meta: success.Meta{ID: testID(801)}, On: day("2021-06-01"), From: "USD", To: "EUR", Rate: 0.8},
	}
	return s
}

func shuffled[T any](r *rand.Rand, list []T) []T {
	out := make([]T, len(list))
	for i, j := range r.Perm(len(list)) {
		out[i] = list[j]
	}
	return out
}

func TestTheOrderOfRecordsDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		r := rand.New(rand.NewSource(rapid.Int64().Draw(t, "order")))
		other := *f
		other.Benefits, other.Steps, other.Readings = shuffled(r, f.Benefits), shuffled(r, f.Steps), shuffled(r, f.Readings)
		other.Terms = shuffled(r, f.Terms)
		turned := *s
		turned.Rates = shuffled(r, s.Rates)
		same(t, success.Velocity(f, s, on), success.Velocity(&other, &turned, on))
		same(t, success.Measures(f, s, on), success.Measures(&other, &turned, on))
		same(t, success.Delivered(f, s, firstDay, on), success.Delivered(&other, &turned, firstDay, on))
		same(t, success.TimelineOf(f, s, firstDay, on, on), success.TimelineOf(&other, &turned, firstDay, on, on))
		same(t, success.ARR(f, s, on), success.ARR(&other, &turned, on))
	})
}

func same(t *rapid.T, a, b any) {
	x, err := json.Marshal(a)
	must2(t, err)
	y, err := json.Marshal(b)
	must2(t, err)
	if string(x) != string(y) {
		t.Fatalf("two orders give two figures:\n%s\n%s", x, y)
	}
}

func TestNoFigureIsNegativeButChanges(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		v := success.Velocity(f, s, on)
		for _, side := range []success.Side{v.Proved, v.Claimed} {
			if side.Level < 0 || side.Perceived < 0 || side.Benefits < 0 || side.People < 0 || side.Dimensions < 0 {
				t.Fatalf("%+v", side)
			}
			if side.Dimensions > side.Benefits {
				t.Fatalf("more dimensions than benefits: %+v", side)
			}
		}
		if v.SilenceDays != nil && *v.SilenceDays < 0 {
			t.Fatalf("silent for %d days", *v.SilenceDays)
		}
		d := success.Delivered(f, s, firstDay, on)
		if d.Proved < 0 || d.Claimed < 0 || success.ARR(f, s, on) < 0 {
			t.Fatalf("%+v", d)
		}
	})
}

func TestVelocityIsNothingAYearAfterTheLastYearlyStep(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, true), drawSettings()
		last := firstDay
		for _, step := range f.Steps {
			last = max(last, step.On)
		}
		on := last.AddDays(365 + rapid.IntRange(0, 1000).Draw(t, "later"))
		if v := success.Velocity(f, s, on); v.Proved.Velocity != 0 || v.Claimed.Velocity != 0 {
			t.Fatalf("%v %v", v.Proved.Velocity, v.Claimed.Velocity)
		}
	})
}

func TestProvedIsClaimedWhereNothingIsOnlyClaimed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, true), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		if v := success.Velocity(f, s, on); v.Proved != v.Claimed {
			t.Fatalf("%+v is not %+v", v.Proved, v.Claimed)
		}
	})
}

func TestClaimsNeverLowerWhatIsProved(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		v := success.Velocity(f, s, on)
		if v.Proved.Level > v.Claimed.Level+1e-9 {
			t.Fatalf("proved %v, claimed %v", v.Proved.Level, v.Claimed.Level)
		}
		d := success.Delivered(f, s, firstDay, on)
		if d.Proved > d.Claimed+1e-9 {
			t.Fatalf("%+v", d)
		}
	})
}

func TestLevelsOfThePictureAreTheFigures(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		to := firstDay.AddDays(2000)
		line := success.TimelineOf(f, s, firstDay, to, to)
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		for _, p := range line.Felt {
			felt := success.Velocity(f, s, p.On).Proved.Perceived
			if math.Abs(p.Value-felt) > 1e-9*(1+felt) {
				t.Fatalf("on %s the picture feels %v, the figure is %v", p.On, p.Value, felt)
			}
			if rapid.IntRange(0, 20).Draw(t, "enough") == 0 {
				break
			}
		}
		at := line.Levels[0]
		for _, p := range line.Levels {
			if p.On <= on {
				at = p
			}
		}
		v := success.Velocity(f, s, on)
		if at.Proved != v.Proved.Level || at.Claimed != v.Claimed.Level || at.Benefits != v.Proved.Benefits || at.People != v.Proved.People || at.ClaimedPeople != v.Claimed.People {
			t.Fatalf("on %s the picture shows %+v, the figure is %+v", on, at, v)
		}
	})
}

func TestAFileOfOnesOwnIsLiveAsAnyOther(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFile(t, false)
		for i := range f.Benefits {
			if rapid.IntRange(0, 3).Draw(t, "bin") == 0 {
				f.Benefits[i].DeletedAt = 1
			}
		}
		same(t, f.Live(), f.LiveAlone())
	})
}

func TestLiveTwiceIsLiveOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2000).Draw(t, "as of"))
		same(t, success.Velocity(f, s, on), success.Velocity(f.Live(), s, on))
		for _, step := range f.Live().Steps {
			if step.DeletedAt != 0 {
				t.Fatalf("%s is in the bin", step.ID)
			}
		}
	})
}
