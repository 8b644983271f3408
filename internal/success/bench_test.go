package success_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
)

var eurUnit = decimal.NewFromInt(1000)

// busyAccount has about 270 records, as an account does after four years.
func busyAccount() (*success.File, *success.Settings) {
	f, s := nordhavn()
	base, target, cadence := 100.0, 50.0, success.Count(30)
	f.Plans = append(f.Plans, success.SuccessPlan{Meta: meta(500), AccountID: testID(1)})
	n := 1000
	for i := range 4 {
		outcome, measure := testID(510+i), testID(520+i)
		f.Outcomes = append(f.Outcomes, success.Outcome{Meta: meta(510 + i), PlanID: testID(500)})
		f.Measures = append(f.Measures, success.Measure{
			Meta: meta(520 + i), OutcomeID: outcome, Direction: "down", Baseline: &base, Target: &target,
			CadenceDays: &cadence, UnitValueConfirmedBy: "Fin", UnitValue: success.Amount{Value: eurUnit, Currency: "EUR"},
		})
		f.Benefits[i].MeasureID = measure
		for j := range 30 {
			n++
			f.Readings = append(f.Readings, success.Reading{
				Meta: meta(n), MeasureID: measure, On: day("2024-01-01").AddDays(30 * j), Value: 100 - float64(j), ConfirmedBy: "Ann",
			})
		}
	}
	for i := range 60 {
		n++
		f.Touchpoints = append(f.Touchpoints, success.Touchpoint{Meta: meta(n), AccountID: testID(1), On: day("2024-09-01").AddDays(10 * i), Direction: "in"})
	}
	for i := range 20 {
		n++
		f.Evidence = append(f.Evidence, success.Evidence{Meta: meta(n), Subject: success.Link{Kind: "benefit_step", ID: testID(200 + i%15)}, EvidenceKind: "file"})
	}
	for range 10 {
		n++
		f.Stakeholders = append(f.Stakeholders, success.Stakeholder{Meta: meta(n), AccountID: testID(1), Role: "user"})
	}
	return f, s
}

func BenchmarkVelocity(b *testing.B) {
	f, s := busyAccount()
	f = f.Live()
	for b.Loop() {
		success.Velocity(f, s, ninthOfJune)
	}
}

func BenchmarkVelocityWithSifting(b *testing.B) {
	f, s := busyAccount()
	for b.Loop() {
		success.Velocity(f, s, ninthOfJune)
	}
}

func BenchmarkTimeline(b *testing.B) {
	f, s := busyAccount()
	f = f.Live()
	for b.Loop() {
		success.TimelineOf(f, s, day("2024-09-01"), ninthOfJune.AddYears(1), ninthOfJune)
	}
}

func BenchmarkLevels(b *testing.B) {
	f, s := busyAccount()
	f = f.Live()
	for b.Loop() {
		glance := success.LookAt(f, s, ninthOfJune, success.Offer{})
		for month := range 25 {
			glance.Level(ninthOfJune.AddDays(-30 * month))
		}
	}
}

func BenchmarkUnpackFile(b *testing.B) {
	f, _ := busyAccount()
	packed := f.Live().Pack()
	b.SetBytes(int64(len(packed)))
	for b.Loop() {
		if _, err := success.UnpackFile(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadingRecords(b *testing.B) {
	step := []byte(`{"id":"018cc258-70b0-7b75-845b-a93d4cbf8791","created_at":"2024-01-01T00:07:05.136Z","updated_at":"2024-01-01T00:07:05.136Z","benefit_id":"018cc257-4394-7835-a441-54acde0836d2","on":"2024-05-01","kind":"yearly","amount":{"amount":"12000.00","currency":"EUR"},"people":12,"confirmation":"confirmed","confirmed_by":"Ann"}`)
	for b.Loop() {
		var f success.File
		if err := f.Add("benefit_step", step); err != nil {
			b.Fatal(err)
		}
	}
}
