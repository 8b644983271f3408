package success_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// The two-year story of a freight company: stairs of a first year, 210 days of
// silence, and the climb after two good questions.
const (
	dock = iota
	detention
	calls
	notice
	pallets
	slots
	customs
	gdansk
	damage
)

func testID(n int) success.ID {
	return success.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n))
}

func meta(n int) success.Meta {
	return success.Meta{ID: testID(n), CreatedAt: success.Instant(n) + 1}
}

func eur(amount int64) success.Money { return success.Money{Minor: amount * 100, Currency: "EUR"} }

func people(n int64) *success.Count {
	c := success.Count(n)
	return &c
}

func day(text string) success.Date { return success.MustDate(text) }

func nordhavn() (*success.File, *success.Settings) {
	s := &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}
	f := &success.File{Account: success.Account{Meta: meta(1), Name: "Nordhavn Freight", Currency: "EUR", StartDate: day("2024-09-01")}}
	f.Terms = []success.Term{
		{Meta: meta(10), AccountID: testID(1), Start: day("2024-09-01"), End: day("2025-09-01"), ARR: eur(120000), Result: "expanded", ResultARR: eur(126000)},
		{Meta: meta(11), AccountID: testID(1), Start: day("2025-09-01"), End: day("2026-08-31"), ARR: eur(126000)},
	}
	for i, b := range [][3]string{
		{"Dock plan built in one pass", "time", "planners"}, {"Detention charges avoided", "cost", "yard"},
		{"Fewer “where is it?” calls", "experience", "service"}, {"Late notice before the customer calls", "experience", "service"},
		{"Fewer re-handled pallets", "quality", "floor"}, {"Two slot contracts won on the on-time record", "revenue", "sales"},
		{"Customs filings right first time", "compliance", "customs"}, {"Slot data carries the Gdańsk case", "strategy", "board"},
		{"Damage disputes closed with photos", "risk", "claims"},
	} {
		f.Benefits = append(f.Benefits, success.Benefit{Meta: meta(100 + i), AccountID: testID(1), Title: b[0], Dimension: b[1], Group: b[2]})
	}
	for i, r := range []struct {
		on           string
		benefit      int
		kind         string
		amount       int64
		people       int64
		confirmation string
	}{
		{"2024-11-18", dock, "yearly", 62000, 14, "confirmed"}, {"2025-01-20", detention, "yearly", 96000, 22, "confirmed"},
		{"2025-02-10", dock, "yearly", 118000, 31, "confirmed"}, {"2025-03-24", calls, "yearly", 58000, 26, "claimed"},
		{"2025-04-14", detention, "yearly", 212000, 38, "confirmed"}, {"2025-05-06", notice, "yearly", 54000, 26, "evidenced"},
		{"2025-06-17", pallets, "yearly", 71000, 58, "evidenced"}, {"2025-07-08", slots, "once", 140000, 6, "confirmed"},
		{"2026-02-03", customs, "yearly", 87000, 18, "confirmed"}, {"2026-02-24", gdansk, "once", 120000, 4, "claimed"},
		{"2026-03-16", dock, "yearly", 164000, 46, "confirmed"}, {"2026-03-23", pallets, "yearly", 97000, 72, "claimed"},
		{"2026-04-01", detention, "yearly", 318000, 64, "confirmed"}, {"2026-04-27", notice, "yearly", 88000, 41, "confirmed"},
		{"2026-05-11", damage, "yearly", 41000, 33, "evidenced"},
	} {
		f.Steps = append(f.Steps, success.BenefitStep{
			Meta: meta(200 + i), BenefitID: testID(100 + r.benefit), On: day(r.on), StepKind: r.kind,
			Amount: eur(r.amount), People: people(r.people), Confirmation: r.confirmation,
		})
	}
	f.Stories = []success.Story{
		{Meta: meta(300), TermID: testID(10), Title: "First spring", Status: "told", ToldOn: day("2025-03-11")},
		{Meta: meta(301), TermID: testID(10), Title: "Renewal", Status: "told", ToldOn: day("2025-08-21")},
		{Meta: meta(302), TermID: testID(11), Title: "Second renewal", Status: "draft"},
	}
	for i := range f.Benefits {
		f.Claims = append(f.Claims, success.Claim{
			Meta: meta(400 + i), StoryID: testID(302), Text: f.Benefits[i].Title,
			Proof: []success.Link{{Kind: "benefit", ID: f.Benefits[i].ID}},
		})
	}
	return f, s
}

var ninthOfJune = day("2026-06-09")

func near(t *testing.T, what string, got, expect, within float64) {
	t.Helper()
	if math.Abs(got-expect) > within {
		t.Errorf("%s: got %v, expected %v", what, got, expect)
	}
}

func TestThePictureShowsTheTwoYears(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	line := success.TimelineOf(f, s, day("2024-09-01"), ninthOfJune.AddYears(1), ninthOfJune)

	levels := map[success.Date]success.LevelPoint{}
	for i, p := range line.Levels {
		levels[p.On] = p
		if i > 0 && p.On <= line.Levels[i-1].On {
			t.Errorf("the levels are not in order at %s", p.On)
		}
	}
	felt := map[success.Date]success.FeltPoint{}
	for _, p := range line.Felt {
		felt[p.On] = p
	}
	for _, c := range []struct {
		on                     string
		proved, claimed, value float64
	}{
		{"2024-11-18", 62000, 62000, 62000}, {"2025-02-10", 214000, 214000, 201105}, {"2025-04-14", 330000, 388000, 294429},
		{"2025-07-08", 595000, 653000, 506675}, {"2026-02-03", 682000, 740000, 427043}, {"2026-05-11", 909000, 1113000, 568913},
	} {
		near(t, "proved on "+c.on, levels[day(c.on)].Proved, c.proved, 0.5)
		near(t, "claimed on "+c.on, levels[day(c.on)].Claimed, c.claimed, 0.5)
		near(t, "felt on "+c.on, felt[day(c.on)].Value, c.value, 0.5)
	}
	near(t, "felt before the news of February", felt[day("2026-02-03")].Before, 340043, 0.5)

	leaves := levels[day("2026-07-08")]
	if leaves.Proved != 769000 || leaves.Benefits != 6 || leaves.People != 260 || leaves.Dimensions != 6 {
		t.Errorf("on the day the one-time amount leaves: %+v", leaves)
	}
	if len(line.Leaving) != 2 || line.Leaving[0].On != day("2026-07-08") || line.Leaving[0].Amount != 140000 || !line.Leaving[0].Proved || line.Leaving[1].Proved {
		t.Errorf("leaving: %+v", line.Leaving)
	}
	if len(line.Silences) != 1 || line.Silences[0].Days != 210 || line.Silences[0].From != day("2025-07-08") || line.Silences[0].Open {
		t.Fatalf("silences: %+v", line.Silences)
	}
	near(t, "felt when the silence began", line.Silences[0].FeltStart, 506675, 0.5)
	near(t, "felt when it ended", line.Silences[0].FeltEnd, 340043, 0.5)
	kinds := ""
	for _, e := range line.Events {
		kinds += e.Kind + " "
	}
	if kinds != "start first_value told told renewal term_end " {
		t.Errorf("events: %s", kinds)
	}
}

func TestALaneBearsItsMarksAndSpans(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	line := success.TimelineOf(f, s, day("2024-09-01"), ninthOfJune.AddYears(1), ninthOfJune)
	if len(line.Lanes) != 9 || line.Lanes[0].Benefit != testID(100+dock) || line.Lanes[8].Benefit != testID(100+damage) {
		t.Fatalf("the lanes are not in order of appearance: %+v", line.Lanes)
	}
	byID := map[success.ID]success.Lane{}
	for _, lane := range line.Lanes {
		byID[lane.Benefit] = lane
	}
	grown := byID[testID(100+pallets)]
	if grown.Proved != 71000 || grown.Claimed != 97000 || grown.People != 72 || len(grown.Marks) != 2 {
		t.Errorf("pallets: %+v", grown)
	}
	if m := grown.Marks[1]; m.News != 0 || m.ClaimedNews != 26000 || m.Reach != 72 || m.Confirmation != "claimed" {
		t.Errorf("the claimed rise: %+v", m)
	}
	once := byID[testID(100+slots)]
	if len(once.Spans) != 1 || once.Spans[0].To != day("2026-07-08") || !once.Spans[0].Proved || once.Marks[0].News != 140000 {
		t.Errorf("slots: %+v", once)
	}
	if spans := byID[testID(100+calls)].Spans; len(spans) != 1 || spans[0].Proved || spans[0].To != 0 {
		t.Errorf("calls: %+v", spans)
	}
}

func TestTheAxesSinceTheRenewal(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	got := success.AxesSince(f, s, day("2025-09-01"), ninthOfJune)
	expect := success.AxesFigure{
		Since: day("2025-09-01"), On: ninthOfJune, Currency: "EUR",
		Benefits:   success.AxisFigure{Was: 5, Is: 7, ProvedChange: 2, ClaimedChange: 1},
		People:     success.AxisFigure{Was: 159, Is: 266, ProvedChange: 107, ClaimedChange: 18},
		Dimensions: success.AxisFigure{Was: 5, Is: 7, ProvedChange: 2, ClaimedChange: 1},
		Value:      success.AxisFigure{Was: 595000, Is: 909000, ProvedChange: 314000, ClaimedChange: 146000},
	}
	if got != expect {
		t.Errorf("got %+v", got)
	}
}

func TestTheStoryIsNewByAThird(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	story, err := success.StoryFigure(f, s, testID(302), ninthOfJune)
	must(t, err)
	near(t, "novelty", story.Novelty, 314.0/909, 1e-9)
	if story.Since != day("2025-08-21") || story.OldNews {
		t.Errorf("got %+v", story)
	}
	proofs := success.NewProofs(f, s, ninthOfJune)
	var all [][]success.Link
	for i, c := range f.Claims {
		all = append(all, c.Proof)
		if mark := proofs.Mark(c.Proof, story.Since); mark != story.Claims[i].Mark {
			t.Errorf("claim %d is %q among proofs and %q in the story", i, mark, story.Claims[i].Mark)
		}
	}
	near(t, "novelty of the proofs", proofs.Novelty(all, story.Since), story.Novelty, 1e-12)
	for benefit, expect := range map[int]success.ClaimState{dock: success.ClaimProved, calls: success.ClaimClaimed} {
		if got := proofs.State(f.Claims[benefit].Proof); got != expect {
			t.Errorf("benefit %d: %s, expected %s", benefit, got, expect)
		}
	}
	if got := proofs.State([]success.Link{{Kind: "benefit", ID: testID(999)}}); got != success.ClaimUnproved {
		t.Errorf("a claim on nothing is %s", got)
	}
	late := success.NewProofs(f, s, day("2027-06-09"))
	if got := late.State(f.Claims[dock].Proof); got != success.ClaimStale {
		t.Errorf("proof of more than a year ago is %s", got)
	}
}
