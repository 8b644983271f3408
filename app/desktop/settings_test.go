package desktop_test

import (
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func settingsOf(t *testing.T, app *desktop.App) desktop.SettingsView {
	t.Helper()
	page, err := desktop.NewSettings(app).Page()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(page); err != nil {
		t.Fatalf("the settings cannot cross: %v", err)
	}
	return page
}

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestSettingsSayWhatTheWorkspaceRecordHolds(t *testing.T) {
	t.Parallel()
	page := settingsOf(t, newSample(t))
	if page.HalfLifeDays != 365 || page.Cheque != "5000" || page.ChequeIn != "EUR" || len(page.Dimensions) != 8 || page.Person.Name != "Ines Moreau" {
		t.Errorf("settings = %+v", page)
	}
	if diff := cmp.Diff([]int64{120, 90, 60, 30}, page.Gates); diff != "" {
		t.Errorf("gates (-want +got):\n%s", diff)
	}
	if len(page.Rates) != 8 || page.Rates[0].On != "2026-06-01" || page.Rates[0].Rate != "1.155" {
		t.Errorf("rates = %+v", page.Rates)
	}
	if len(page.Missing) != 0 {
		t.Errorf("missing = %v", page.Missing)
	}
}

func TestAnEmptyWorkspaceShowsWhatHoldsWithoutSayingSo(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	must[desktop.StatusView](t)(desktop.NewWorkspace(app).CreateEmpty("Mine", "CHF"))
	page := settingsOf(t, app)
	if len(page.Dimensions) != 8 || len(page.Gates) != 4 || page.HalfLifeDays != 365 || page.Cheque != "5000" || page.Person.Name != "Ines Moreau" {
		t.Errorf("settings = %+v", page)
	}
}

func TestEachSettingIsSavedAndOneUndoGivesItBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	before := settingsOf(t, app)
	for _, change := range []struct{ field, text string }{
		{"name", "Quayside North"}, {"half_life_days", "180"}, {"cheque", "12500.50"},
		{"company", "Quayside plc"}, {"accent", "#0A5FA8"}, {"font", "Calibri"},
	} {
		done := must[desktop.WrittenView](t)(s.Set(change.field, change.text))
		if done.Action.ID == "" {
			t.Errorf("%s: nothing was written", change.field)
		}
	}
	after := settingsOf(t, app)
	if after.Name != "Quayside North" || after.HalfLifeDays != 180 || after.Cheque != "12500.5" || after.Company != "Quayside plc" ||
		after.Accent != "#0a5fa8" || after.Font != "Calibri" {
		t.Errorf("settings = %+v", after)
	}
	for range 6 {
		must[desktop.UndoneView](t)(desktop.NewHistory(app).Undo())
	}
	if diff := cmp.Diff(before, settingsOf(t, app)); diff != "" {
		t.Errorf("after six undos (-before +now):\n%s", diff)
	}
}

func TestWhatASettingCannotBeIsRefusedAtItsField(t *testing.T) {
	t.Parallel()
	s := desktop.NewSettings(newSample(t))
	for _, change := range []struct{ field, text string }{
		{"name", " "}, {"half_life_days", "0"}, {"half_life_days", "a year"}, {"cheque", "-1"}, {"accent", "green"},
		{"currency", "EURO"}, {"half_life", "1"},
	} {
		_, err := s.Set(change.field, change.text)
		if err == nil || fieldOf(t, err) != change.field {
			t.Errorf("%s = %q: %v", change.field, change.text, err)
		}
	}
}

func TestACurrencyThatWouldFalsifyTotalsIsRefusedUntilItsRatesAreThere(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	_, err := s.Set("currency", "usd")
	if err == nil || fieldOf(t, err) != "currency" || !strings.Contains(err.Error(), "EUR, GBP, SEK to USD") {
		t.Fatalf("err = %v, want the currencies without a rate", err)
	}
	for _, from := range []string{"EUR", "GBP", "SEK"} {
		must[desktop.WrittenView](t)(s.PutRate(desktop.RateInput{On: "2026-01-02", From: from, To: "USD", Rate: "1.1"}))
	}
	must[desktop.WrittenView](t)(s.Set("currency", "usd"))
	if page := settingsOf(t, app); page.Currency != "USD" || len(page.Missing) != 0 || page.Cheque != "5000" || page.ChequeIn != "EUR" {
		t.Errorf("settings = %+v", page)
	}
}

func TestARateIsOneOfADayAndChangesWithItsDay(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	must[desktop.StatusView](t)(desktop.NewWorkspace(app).CreateEmpty("Mine", "EUR"))
	s := desktop.NewSettings(app)
	in := desktop.RateInput{On: "2026-01-02", From: "usd", To: "EUR", Rate: "0.9"}
	first := must[desktop.WrittenView](t)(s.PutRate(in))
	in.Rate = "0.91"
	if second := must[desktop.WrittenView](t)(s.PutRate(in)); second.ID != first.ID {
		t.Error("a day has two rates between the same currencies")
	}
	in.ID, in.On = first.ID, "2026-01-03"
	moved := must[desktop.WrittenView](t)(s.PutRate(in))
	want := []desktop.RateView{{ID: moved.ID, On: "2026-01-03", From: "USD", To: "EUR", Rate: "0.91"}}
	if diff := cmp.Diff(want, settingsOf(t, app).Rates); diff != "" {
		t.Errorf("rates (-want +got):\n%s", diff)
	}
	must[desktop.WrittenView](t)(s.RemoveRate(moved.ID))
	if rates := settingsOf(t, app).Rates; len(rates) != 0 {
		t.Errorf("rates = %+v", rates)
	}
	in.ID = ""
	must[desktop.WrittenView](t)(s.PutRate(in)) // it lies in the bin under the same id
	if diff := cmp.Diff(want, settingsOf(t, app).Rates); diff != "" {
		t.Errorf("rates (-want +got):\n%s", diff)
	}
	for field, bad := range map[string]desktop.RateInput{
		"on": {On: "soon", From: "USD", To: "EUR", Rate: "1"}, "from": {On: "2026-01-02", From: "U", To: "EUR", Rate: "1"},
		"to": {On: "2026-01-02", From: "EUR", To: "eur", Rate: "1"}, "rate": {On: "2026-01-02", From: "USD", To: "EUR", Rate: "0"},
	} {
		if _, err := s.PutRate(bad); err == nil || fieldOf(t, err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func useOf(t *testing.T, s *desktop.Settings, dimension string) int {
	t.Helper()
	for _, u := range must[[]desktop.DimensionUseView](t)(s.Uses()) {
		if u.Dimension == dimension {
			return u.Benefits
		}
	}
	return -1
}

func TestRenamingADimensionRenamesItInItsBenefitsInOneStep(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	before := useOf(t, s, "time")
	if before < 1 {
		t.Fatalf("the sample has %d benefits of time", before)
	}
	must[desktop.WrittenView](t)(s.RenameDimension("Time", "Calm"))
	if got := useOf(t, s, "Calm"); got != before || useOf(t, s, "time") != -1 {
		t.Errorf("%d benefits are of the new name, want %d", got, before)
	}
	if page := settingsOf(t, app); page.Dimensions[2] != "Calm" {
		t.Errorf("dimensions = %q", page.Dimensions)
	}
	must[desktop.UndoneView](t)(desktop.NewHistory(app).Undo())
	if got := useOf(t, s, "time"); got != before {
		t.Errorf("after undo %d benefits are of time, want %d", got, before)
	}
}

func TestADimensionOfBenefitsIsOnlyRemovedWithAPlaceForThem(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	before, cost := useOf(t, s, "time"), useOf(t, s, "cost")
	if _, err := s.RemoveDimension("time", ""); err == nil || fieldOf(t, err) != "to" {
		t.Fatalf("err = %v, want one that asks where to", err)
	}
	must[desktop.WrittenView](t)(s.RemoveDimension("time", "cost"))
	if got := useOf(t, s, "cost"); got != cost+before {
		t.Errorf("%d benefits are of cost, want %d", got, cost+before)
	}
	if _, err := s.RemoveDimension("cost", "time"); err == nil {
		t.Error("benefits were moved to a dimension that is gone")
	}
}

func TestDimensionsAreAddedOnceAndTakeTheirPlaces(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	must[desktop.WrittenView](t)(s.AddDimension(" Carbon "))
	for _, name := range []string{"carbon", "", "TIME", strings.Repeat("x", 41)} {
		if _, err := s.AddDimension(name); err == nil || fieldOf(t, err) != "name" {
			t.Errorf("AddDimension(%q): %v", name, err)
		}
	}
	must[desktop.WrittenView](t)(s.MoveDimension("Carbon", "revenue"))
	must[desktop.WrittenView](t)(s.MoveDimension("cost", ""))
	want := []string{"Carbon", "revenue", "time", "risk", "quality", "experience", "compliance", "strategy", "cost"}
	if diff := cmp.Diff(want, settingsOf(t, app).Dimensions); diff != "" {
		t.Errorf("dimensions (-want +got):\n%s", diff)
	}
}

func TestGatesStandInOrderOnceAndAtLeastOne(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	s := desktop.NewSettings(app)
	must[desktop.WrittenView](t)(s.SetGates([]int64{30, 180, 90}))
	if diff := cmp.Diff([]int64{180, 90, 30}, settingsOf(t, app).Gates); diff != "" {
		t.Errorf("gates (-want +got):\n%s", diff)
	}
	for _, bad := range [][]int64{{}, {30, 30}, {-1}, {4000}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}} {
		if _, err := s.SetGates(bad); err == nil || fieldOf(t, err) != "gates" {
			t.Errorf("SetGates(%v): %v", bad, err)
		}
	}
}

func TestThePersonIsRememberedInEveryWorkspace(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	ws := desktop.NewWorkspace(app)
	must[desktop.StatusView](t)(ws.CreateEmpty("One", "EUR"))
	must[desktop.WrittenView](t)(desktop.NewSettings(app).SetPerson("Ines Okafor", "ines@quayside.example"))
	if status := must[desktop.StatusView](t)(ws.Status()); status.Person != "Ines Okafor" {
		t.Errorf("person = %q", status.Person)
	}
	must[desktop.StatusView](t)(ws.CreateEmpty("Two", "EUR"))
	if page := settingsOf(t, app); page.Person.Name != "Ines Okafor" {
		t.Errorf("in the second workspace: %+v", page.Person)
	}
	if _, err := desktop.NewSettings(app).SetPerson("", ""); err == nil || fieldOf(t, err) != "name" {
		t.Errorf("err = %v", err)
	}
}

func TestTheListOfLicencesIsThatOfWhatIsInside(t *testing.T) {
	t.Parallel()
	s := desktop.NewSettings(newSample(t))
	listed := map[string][]string{}
	for _, part := range must[[]desktop.LicenceView](t)(s.Licences()) {
		listed[part.Name] = append(listed[part.Name], part.Version)
		if text := must[string](t)(s.LicenceText(part.Name, part.Version)); text == "" || part.Licence == "" {
			t.Errorf("%s has no licence", part.Name)
		}
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	testsOnly := []string{"pgregory.net/rapid", "go.uber.org/goleak", "github.com/google/go-cmp", "github.com/rogpeppe/go-internal", "github.com/arran4/golang-ical"}
	for _, line := range strings.Split(string(mod), "\n") {
		found := regexp.MustCompile(`^\t(\S+) (v\S+)( // indirect)?$`).FindStringSubmatch(line)
		if found == nil || slices.Contains(testsOnly, found[1]) {
			continue
		}
		versions, has := listed[found[1]]
		if (has || found[3] == "") && !slices.Contains(versions, found[2]) {
			t.Errorf("%s %s is not in licences.json (%v): run make licences", found[1], found[2], versions)
		}
	}
	var window struct {
		Dependencies map[string]string `json:"dependencies"`
	}
	text, err := os.ReadFile("../../frontend/package.json")
	if err == nil {
		err = json.Unmarshal(text, &window)
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, version := range window.Dependencies {
		if !slices.Contains(listed[name], version) {
			t.Errorf("%s %s is not in licences.json: run make licences", name, version)
		}
	}
	if _, err := s.LicenceText("nothing", "1"); !errors.As(err, new(*success.Error)) {
		t.Errorf("err = %v", err)
	}
}
