package desktop_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// accountID finds a sample account by its name.
func accountID(t *testing.T, app *desktop.App, name string) string {
	t.Helper()
	page := pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"})
	for _, row := range page.Rows {
		if row.Name == name {
			return row.ID
		}
	}
	t.Fatalf("the sample has no %s", name)
	return ""
}

func timelineOf(t *testing.T, app *desktop.App, name string) desktop.TimelineView {
	t.Helper()
	view, err := desktop.NewValue(app).Timeline(accountID(t, app, name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("the picture cannot cross: %v", err)
	}
	return view
}

func TestNordhavnsAxesSinceTheRenewalAreThoseOfTheStory(t *testing.T) {
	t.Parallel()
	axes := timelineOf(t, newSample(t), "Nordhavn Freight").Axes
	type axis struct{ Was, Is, Change, Claimed float64 }
	short := func(a desktop.AxisView) axis { return axis{a.Was, a.Is, a.Change, a.Claimed} }
	got := []axis{short(axes.Benefits), short(axes.People), short(axes.Dimensions), short(axes.Value)}
	want := []axis{{5, 7, 2, 1}, {159, 266, 107, 18}, {5, 7, 2, 1}, {595000, 909000, 314000, 146000}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("axes (-want +got):\n%s", diff)
	}
	if axes.Verdict != "expanding" || axes.Since != "2025-09-01" || axes.SinceKind != "renewal" {
		t.Errorf("axes = %s since %s (%s)", axes.Verdict, axes.Since, axes.SinceKind)
	}
	last := axes.Value.Series[len(axes.Value.Series)-1]
	if first := axes.Value.Series[0]; first.On != "2025-09-01" || first.Value != 595000 || last.Value != 909000 {
		t.Errorf("the value's step line runs from %v to %v", first, last)
	}
}

func TestNordhavnsPictureHasItsStairsItsSilenceAndItsFall(t *testing.T) {
	t.Parallel()
	view := timelineOf(t, newSample(t), "Nordhavn Freight")
	if view.From != "2024-09-01" || view.To != "2027-06-09" || view.Today != "2026-06-09" || view.Currency != "EUR" {
		t.Errorf("the axis runs %s to %s on %s in %s", view.From, view.To, view.Today, view.Currency)
	}
	if len(view.Silences) != 1 {
		t.Fatalf("silences = %+v", view.Silences)
	}
	silence := view.Silences[0]
	if silence.From != "2025-07-08" || silence.To != "2026-02-03" || silence.Days != 210 || silence.Open {
		t.Errorf("the silence = %+v", silence)
	}
	if lost := 1 - silence.FeltTo/silence.FeltFrom; math.Abs(lost-1.0/3) > 0.02 {
		t.Errorf("the silence cost %.3f of what was felt, want a third", lost)
	}
	if got := levelOn(view, "2026-06-09"); got != [2]float64{909000, 1113000} {
		t.Errorf("level today = %v", got)
	}
	if got := levelOn(view, "2026-07-08"); got != [2]float64{769000, 973000} {
		t.Errorf("level once the one-time amount has left = %v", got)
	}
	last := view.Felt[len(view.Felt)-1]
	if last.On != "2026-05-11" || math.Abs(last.Value-568913) > 1 {
		t.Errorf("felt after the last news = %+v", last)
	}
	if now := last.Value * math.Exp2(-29/view.HalfLifeDays); math.Abs(now-538429) > 1 {
		t.Errorf("felt today = %.0f, want 538429", now)
	}
}

// levelOn reads the stairs as the window does: the last step holds.
func levelOn(view desktop.TimelineView, on string) [2]float64 {
	var out [2]float64
	for _, p := range view.Level {
		if p.On <= on {
			out = [2]float64{p.Proved, p.Claimed}
		}
	}
	return out
}

func TestNordhavnsVerticalsTellItsDays(t *testing.T) {
	t.Parallel()
	view := timelineOf(t, newSample(t), "Nordhavn Freight")
	got := []desktop.LineView{}
	for _, l := range view.Lines {
		l.Title = ""
		got = append(got, l)
	}
	want := []desktop.LineView{
		{Kind: "start", On: "2024-09-01", Proved: true},
		{Kind: "first_value", On: "2024-11-18", Days: 78, Proved: true},
		{Kind: "told", On: "2025-03-11", Proved: true},
		{Kind: "told", On: "2025-08-21", Proved: true},
		{Kind: "renewed", On: "2025-09-01", From: 120000, To: 126000, Proved: true},
		{Kind: "leaves", On: "2026-07-08", To: 140000, Proved: true},
		{Kind: "renewal", On: "2026-08-31", Days: 83, Proved: true},
		{Kind: "leaves", On: "2027-02-24", To: 120000},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("verticals (-want +got):\n%s", diff)
	}
}

func TestNordhavnsLanesComeByFirstAppearanceProvedFirst(t *testing.T) {
	t.Parallel()
	view := timelineOf(t, newSample(t), "Nordhavn Freight")
	type row struct {
		Dimension, Title string
		Now              float64
		People           int64
		Proved           bool
		Leaves           string
	}
	got := []row{}
	for _, lane := range view.Lanes {
		for _, b := range lane.Benefits {
			now := b.ProvedNow
			if !b.Proved {
				now = b.ClaimedNow
			}
			got = append(got, row{lane.Dimension, b.Title, now, b.People, b.Proved, b.LeavesOn})
		}
	}
	want := []row{
		{"time", "Dock plan built in one pass", 164000, 46, true, ""},
		{"cost", "Detention charges avoided", 318000, 64, true, ""},
		{"experience", "Late notice before the customer calls", 88000, 41, true, ""},
		{"experience", "Fewer “where is it?” calls", 58000, 26, false, ""},
		{"quality", "Fewer re-handled pallets", 71000, 58, true, ""},
		{"revenue", "Two slot contracts won on the on-time record", 140000, 6, true, "2026-07-08"},
		{"compliance", "Customs filings right first time", 87000, 18, true, ""},
		{"strategy", "Slot data carries the Gdańsk case", 120000, 4, false, "2027-02-24"},
		{"risk", "Damage disputes closed with photos", 41000, 33, true, ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lanes (-want +got):\n%s", diff)
	}
	if view.ProvedCount != 7 || view.ClaimedCount != 2 || view.ClaimedSteps != 1 || view.Waiting.Amount != 204000 {
		t.Errorf("%d proved, %d claimed, %d claimed steps, %.0f waits", view.ProvedCount, view.ClaimedCount, view.ClaimedSteps, view.Waiting.Amount)
	}
	if who := view.Waiting.People; len(who) != 3 || who[0] != "Sofie Brandt" {
		t.Errorf("it waits for %v", who)
	}
}

func TestEveryAccountOfTheSampleHasAPictureThatCrosses(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	for _, row := range pageOf(t, desktop.NewPortfolio(app), desktop.PortfolioQuery{Sort: "name"}).Rows {
		view := timelineOf(t, app, row.Name)
		if view.Axes.Verdict != row.Verdict {
			t.Errorf("%s is %s in its picture and %s in the portfolio", row.Name, view.Axes.Verdict, row.Verdict)
		}
		if len(view.Level) == 0 || view.From >= view.Today || view.To <= view.Today {
			t.Errorf("%s: %d levels from %s to %s", row.Name, len(view.Level), view.From, view.To)
		}
		header, err := desktop.NewAccount(app).Header(row.ID)
		if err != nil || header.Name != row.Name || header.ARR != row.ARR {
			t.Errorf("%s: header = %+v, %v", row.Name, header, err)
		}
	}
}

func TestTheHeaderSaysWhoAndWhen(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	header, err := desktop.NewAccount(app).Header(accountID(t, app, "Nordhavn Freight"))
	if err != nil {
		t.Fatal(err)
	}
	if header.Type != "Multi-terminal forwarder" || header.DaysToRenewal != 83 || header.TermEnd != "2026-08-31" || header.ARR != 126000 {
		t.Errorf("header = %+v", header)
	}
	if header.ClientPhase != "renewal" || header.ProviderPhase != "harvesting" || len(header.PhaseMismatch) != 0 {
		t.Errorf("roads = %s, %s, %v", header.ClientPhase, header.ProviderPhase, header.PhaseMismatch)
	}
	left := 0
	for _, p := range header.People {
		if p.Left {
			left++
		}
	}
	if len(header.People) != 7 || left != 1 {
		t.Errorf("%d people, %d of them left", len(header.People), left)
	}
}

func TestAnAccountThatIsNotThereIsNotFound(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	_, err := desktop.NewValue(app).Timeline("01900000-0000-7000-8000-000000000000")
	var e *success.Error
	if !errors.As(err, &e) || e.Code != success.CodeNotFound {
		t.Errorf("err = %v", err)
	}
}

func TestAddingAndConfirmingABenefitIsTwoUndos(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	value, history := desktop.NewValue(app), desktop.NewHistory(app)
	id := accountID(t, app, "Nordhavn Freight")
	people := int64(12)
	added, err := value.AddBenefit(desktop.BenefitInput{
		Account: id, Title: " Night shift plans itself ", Dimension: "time", Group: "night", On: "2026-06-01",
		Kind: "yearly", Amount: "24000.50", People: &people, Confirmation: "claimed", Proof: "https://example.org/x",
	})
	if err != nil {
		t.Fatal(err)
	}
	if added.Action.ID == "" || added.ID == "" {
		t.Fatalf("added = %+v", added)
	}
	view := timelineOf(t, app, "Nordhavn Freight")
	benefit := benefitOf(t, view, added.ID)
	if benefit.Proved || benefit.ClaimedNow != 24000.5 || len(benefit.Evidence) != 1 || benefit.Evidence[0].Kind != "link" {
		t.Errorf("benefit = %+v", benefit)
	}
	if _, err := value.ConfirmStep(benefit.Steps[0].ID, "Mette Lindqvist", "2026-06-08"); err != nil {
		t.Fatal(err)
	}
	after := benefitOf(t, timelineOf(t, app, "Nordhavn Freight"), added.ID)
	if !after.Proved || after.Steps[0].ConfirmedBy != "Mette Lindqvist" || after.ProvedNow != 24000.5 {
		t.Errorf("confirmed benefit = %+v", after)
	}
	for range 2 {
		if _, err := history.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := levelOn(timelineOf(t, app, "Nordhavn Freight"), "2026-06-09"); got != [2]float64{909000, 1113000} {
		t.Errorf("level after two undos = %v", got)
	}
}

func benefitOf(t *testing.T, view desktop.TimelineView, id string) desktop.BenefitView {
	t.Helper()
	for _, lane := range view.Lanes {
		for _, b := range lane.Benefits {
			if b.ID == id {
				return b
			}
		}
	}
	t.Fatalf("the picture has no benefit %s", id)
	return desktop.BenefitView{}
}

func TestWhatCannotBeWrittenNamesItsField(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	value := desktop.NewValue(app)
	good := desktop.BenefitInput{
		Account: accountID(t, app, "Nordhavn Freight"), Title: "X", Dimension: "time", On: "2026-06-01",
		Kind: "yearly", Amount: "1", Confirmation: "claimed",
	}
	for field, spoil := range map[string]func(*desktop.BenefitInput){
		"title":        func(in *desktop.BenefitInput) { in.Title = "  " },
		"amount":       func(in *desktop.BenefitInput) { in.Amount = "1,5" },
		"on":           func(in *desktop.BenefitInput) { in.On = "2026-06-10" },
		"kind":         func(in *desktop.BenefitInput) { in.Kind = "weekly" },
		"confirmation": func(in *desktop.BenefitInput) { in.Confirmation = "sure" },
	} {
		in := good
		spoil(&in)
		_, err := value.AddBenefit(in)
		var e *success.Error
		if !errors.As(err, &e) || e.Code != success.CodeInvalid || e.Field != field {
			t.Errorf("a wrong %s gives %v", field, err)
		}
	}
	if got := levelOn(timelineOf(t, app, "Nordhavn Freight"), "2026-06-09"); got != [2]float64{909000, 1113000} {
		t.Errorf("refused writes left their mark: %v", got)
	}
}

func TestAFurtherStepRaisesABenefit(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	before := timelineOf(t, app, "Nordhavn Freight")
	risk := before.Lanes[len(before.Lanes)-1].Benefits[0]
	_, err := desktop.NewValue(app).AddStep(desktop.StepInput{
		Benefit: risk.ID, On: "2026-06-02", Kind: "yearly", Amount: "50000", Confirmation: "evidenced",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := levelOn(timelineOf(t, app, "Nordhavn Freight"), "2026-06-09"); got[0] != 918000 {
		t.Errorf("proved level = %.0f, want 918000", got[0])
	}
}

func TestEachFigureOfThePictureHasItsWhy(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := accountID(t, app, "Nordhavn Freight")
	why := desktop.NewWhy(app)
	for _, figure := range []string{"verdict", "benefits", "people", "dimensions", "level"} {
		view, err := why.Explain(id, figure)
		if err != nil || view.Rule == "" || len(view.Rows) == 0 {
			t.Errorf("why %s: %+v, %v", figure, view, err)
		}
	}
	level, err := why.Explain(id, "level")
	if err != nil || level.Total == nil || *level.Total != 909000 {
		t.Errorf("the level's why adds up to %v, %v", level.Total, err)
	}
	if _, err := why.Explain(id, "nonsense"); err == nil {
		t.Error("a figure nobody knows has a why")
	}
}

func TestAStoryIsComposedComposedAgainAndWrittenAsADeck(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	stories := desktop.NewStories(app)
	id := accountID(t, app, "Castellan Ports")
	first, err := stories.Compose(id, "en-GB")
	if err != nil {
		t.Fatal(err)
	}
	if first.Claims == 0 || first.Title == "" || first.FileName != "Castellan Ports 2026-06-09.pptx" {
		t.Errorf("composed = %+v", first)
	}
	again, err := stories.Compose(id, "en-GB")
	if err != nil || again.ID != first.ID || again.Claims != first.Claims || again.Action.ID != "" {
		t.Errorf("composed again with nothing new = %+v, %v", again, err)
	}
	if draft := timelineOf(t, app, "Castellan Ports").Draft; draft.ID != first.ID {
		t.Errorf("the picture's draft = %+v", draft)
	}
	path := filepath.Join(t.TempDir(), first.FileName)
	deck, err := stories.Export(first.ID, "pptx", path, "en-GB", nil)
	if err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(path)
	if err != nil || string(bytes[:2]) != "PK" || deck.Pages < 4 {
		t.Errorf("deck of %d pages: %v", deck.Pages, err)
	}
	if _, err := stories.Export(first.ID, "pptx", filepath.Join(t.TempDir(), "no", "where.pptx"), "en-GB", nil); err == nil {
		t.Error("a deck was written into a folder that is not there")
	}
}
