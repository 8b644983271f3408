package desktop_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	ical "github.com/arran4/golang-ical"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

var everyone = desktop.TodayQuery{CSMs: []string{"*"}, Limit: 200}

func todayOf(t *testing.T, today *desktop.Today, q desktop.TodayQuery) desktop.TodayView {
	t.Helper()
	view, err := today.Page(q)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(view); err != nil {
		t.Fatalf("today cannot cross: %v", err)
	}
	return view
}

// todoOf finds a row of an account and a kind.
func todoOf(t *testing.T, view desktop.TodayView, account, kind string) desktop.TodayRowView {
	t.Helper()
	for _, row := range view.Rows {
		if row.AccountName == account && row.Kind == kind {
			return row
		}
	}
	t.Fatalf("no %s of %s among %d rows", kind, account, len(view.Rows))
	return desktop.TodayRowView{}
}

func named(row desktop.TodayRowView) desktop.TodayInput {
	return desktop.TodayInput{Account: row.Account, Key: row.Key}
}

func TestTodayAsksForWhatTheSampleOwes(t *testing.T) {
	t.Parallel()
	view := todayOf(t, desktop.NewToday(newSample(t)), everyone)
	var first []string
	for _, row := range view.Rows[:6] {
		first = append(first, row.AccountName+" "+row.Kind)
	}
	want := []string{
		"Meridian Steel gate", "Kestrel Parcel gate", "Solent Marine Supply message", "Meridian Steel promise",
		"Solent Marine Supply promise", "Brightwell Dairies story",
	}
	if !slices.Equal(first, want) || view.Now != len(want) || view.Total != len(view.Rows) {
		t.Errorf("%d of %d now: %v", view.Now, view.Total, first)
	}
	gate := todoOf(t, view, "Kestrel Parcel", "gate")
	if gate.Gate != 60 || gate.Since != "2026-06-06" || gate.Days != 3 || gate.Signal != "critical" || gate.Left != 57 || gate.Tending != "critical" {
		t.Errorf("%+v", gate)
	}
	reading := todoOf(t, view, "Nordhavn Freight", "reading")
	if reading.Value == nil || *reading.Value != 52 || reading.ValueOn != "2026-03-04" || reading.Unit != "per 1,000" {
		t.Errorf("%+v", reading)
	}
	if story := todoOf(t, view, "Brightwell Dairies", "story"); story.Left != 43 || story.Silence == nil || *story.Silence != 699 {
		t.Errorf("%+v", story)
	}
	if view.Next == nil || view.Next.Name != "Brightwell Dairies" || view.Next.Kind != "review" || len(view.Next.Ask) != 2 || view.Next.Measure == nil {
		t.Errorf("next %+v", view.Next)
	}
	if len(view.Week) != 2 || len(view.Horizon) != 3 || view.Horizon[0].Name != "Brightwell Dairies" || view.Horizon[0].Risk != "at risk" {
		t.Errorf("week %+v, horizon %+v", view.Week, view.Horizon)
	}
}

func TestTodayShowsAtMostTenAndWhoseAccountsAreAsked(t *testing.T) {
	t.Parallel()
	today := desktop.NewToday(newSample(t))
	all := todayOf(t, today, desktop.TodayQuery{CSMs: []string{"*"}})
	if len(all.Rows) != 10 || all.Total <= 10 || len(all.Chosen) != 0 {
		t.Errorf("%d rows of %d, of %v", len(all.Rows), all.Total, all.Chosen)
	}
	mine := todayOf(t, today, desktop.TodayQuery{Limit: 200})
	if !slices.Equal(mine.Chosen, []string{"Ines Moreau"}) || mine.Total >= all.Total {
		t.Errorf("%v have %d of %d", mine.Chosen, mine.Total, all.Total)
	}
	tobi := todayOf(t, today, desktop.TodayQuery{CSMs: []string{"Tobi Adeyemi", "Nobody known"}, Limit: 200})
	if !slices.Equal(tobi.Chosen, []string{"Tobi Adeyemi"}) || tobi.Total+mine.Total != all.Total {
		t.Errorf("%v have %d", tobi.Chosen, tobi.Total)
	}
	for _, csm := range all.CSMs {
		if csm.Name == "Ines Moreau" && csm.Todos != mine.Total {
			t.Errorf("%+v, but %d are asked for", csm, mine.Total)
		}
	}
}

func TestWhatIsDoneStaysStruckThroughUntilItIsTakenBack(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	today, history := desktop.NewToday(app), desktop.NewHistory(app)
	before := todayOf(t, today, everyone)
	at := slices.IndexFunc(before.Rows, func(r desktop.TodayRowView) bool { return r.Kind == "message" })
	row := before.Rows[at]
	written, err := today.Answered(named(row))
	if err != nil {
		t.Fatal(err)
	}
	after := todayOf(t, today, everyone)
	done := after.Rows[at]
	if done.Key != row.Key || done.Done == nil || done.Done.Action != written.Action.ID || after.Total != before.Total-1 || after.Now != before.Now-1 {
		t.Errorf("%+v, %d to do", done, after.Total)
	}
	if _, err := today.Answered(named(row)); desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("answered twice: %v", err)
	}
	if _, err := history.Undo(); err != nil {
		t.Fatal(err)
	}
	if back := todayOf(t, today, everyone); back.Rows[at].Key != row.Key || back.Rows[at].Done != nil || back.Total != before.Total {
		t.Errorf("after the undo: %+v", back.Rows[at])
	}
	if _, err := history.Redo(); err != nil {
		t.Fatal(err)
	}
	if again := todayOf(t, today, everyone); again.Rows[at].Done == nil {
		t.Errorf("after the redo: %+v", again.Rows[at])
	}
}

func TestWhatWasDoneTodayIsStruckThroughAfterARestartAndWhereverItWasDone(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	before := todayOf(t, desktop.NewToday(app), everyone)
	at := slices.IndexFunc(before.Rows, func(r desktop.TodayRowView) bool { return r.Kind == "message" })
	row := before.Rows[at]
	written, err := desktop.NewToday(app).Answered(named(row))
	if err != nil {
		t.Fatal(err)
	}
	// Another service is what a program that starts again has.
	again := todayOf(t, desktop.NewToday(app), everyone)
	if done := again.Rows[at]; done.Key != row.Key || done.Words != row.Words || done.Done == nil || done.Done.Action != written.Action.ID {
		t.Fatalf("after a restart: %+v", done)
	}
	if _, err := desktop.NewHistory(app).UndoAction(again.Rows[at].Done.Action); err != nil {
		t.Fatal(err)
	}
	if back := todayOf(t, desktop.NewToday(app), everyone); back.Rows[at].Key != row.Key || back.Rows[at].Done != nil {
		t.Errorf("taken back after a restart: %+v", back.Rows[at])
	}
	// Who answers it on the account's own page has done it as well; who deletes it has not.
	if _, err := app.PutForTest("touchpoint", success.ID(row.Record), success.Fields{"replied_on": []byte(`"2026-06-09"`)}); err != nil {
		t.Fatal(err)
	}
	if done := todayOf(t, desktop.NewToday(app), everyone).Rows[at]; done.Key != row.Key || done.Done == nil {
		t.Errorf("answered elsewhere: %+v", done)
	}
	other := before.Rows[slices.IndexFunc(before.Rows, func(r desktop.TodayRowView) bool { return r.RecordKind == "milestone" })]
	if _, err := app.DeleteForTest("milestone", success.ID(other.Record)); err != nil {
		t.Fatal(err)
	}
	for _, r := range todayOf(t, desktop.NewToday(app), everyone).Rows {
		if r.Key == other.Key {
			t.Errorf("a deleted promise is still there: %+v", r)
		}
	}
}

func TestEachKindIsDoneInPlace(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	today := desktop.NewToday(app)
	view := todayOf(t, today, everyone)
	do := func(account, kind string, run func(row desktop.TodayRowView) error) {
		t.Helper()
		row := todoOf(t, view, account, kind)
		if err := run(row); err != nil {
			t.Errorf("%s of %s: %v", kind, account, err)
			return
		}
		if done := todoOf(t, todayOf(t, today, everyone), account, kind); done.Done == nil || done.Key != row.Key {
			t.Errorf("%s of %s is still open", kind, account)
		}
	}
	do("Kestrel Parcel", "gate", func(row desktop.TodayRowView) error {
		if _, err := today.Call(desktop.CallInput{Row: named(row), Call: "monitor"}); fieldOf(t, err) != "call" {
			t.Errorf("monitor at 60 days: %v", err)
		}
		_, err := today.Call(desktop.CallInput{Row: named(row), Call: "at risk", Reason: " Price "})
		return err
	})
	do("Nordhavn Freight", "reading", func(row desktop.TodayRowView) error {
		if _, err := today.Read(named(row), "many", false); fieldOf(t, err) != "value" {
			t.Errorf("a word was read: %v", err)
		}
		_, err := today.Read(named(row), "47", false)
		return err
	})
	do("Tallow & Finch", "reading", func(row desktop.TodayRowView) error {
		_, err := today.Read(named(row), "", true)
		return err
	})
	do("Meridian Steel", "promise", func(row desktop.TodayRowView) error {
		_, err := today.Kept(named(row))
		return err
	})
	do("Brightwell Dairies", "question", func(row desktop.TodayRowView) error {
		if _, err := today.Learned(named(row), " "); fieldOf(t, err) != "answer" {
			t.Errorf("an empty answer: %v", err)
		}
		_, err := today.Learned(named(row), "The one of 3 May; the driver.")
		return err
	})
	do("Arbour Home", "validate", func(row desktop.TodayRowView) error {
		if len(row.Outcomes) != 2 || row.Person != "Camille Roux" {
			t.Errorf("%+v", row)
		}
		_, err := today.StoodBy(named(row), row.People[0].ID, []string{row.Outcomes[0].ID, row.Outcomes[1].ID})
		return err
	})
	do("Brightwell Dairies", "story", func(row desktop.TodayRowView) error {
		_, err := today.Compose(named(row), "en-GB")
		return err
	})
	renewal := overviewOf(t, app, "Kestrel Parcel").Renewal
	for _, g := range renewal.Gates {
		if g.DaysBefore == 60 && (g.Call != "at risk" || g.Signal != "critical" || g.Reason != "Price" || g.DecidedBy != "Ines Moreau" || g.DecidedOn != "2026-06-09") {
			t.Errorf("%+v", g)
		}
	}
}

func TestWhatIsSetAsideComesBackOnItsDayOrByHand(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	today, history := desktop.NewToday(app), desktop.NewHistory(app)
	before := todayOf(t, today, everyone)
	snoozed, muted := todoOf(t, before, "Meridian Steel", "gate"), todoOf(t, before, "Meridian Steel", "promise")
	for until, reason := range map[string]string{"2026-06-09": "", "yesterday": "", "": " "} {
		field := fieldOf(t, errorOf(today.SetAside(named(snoozed), until, reason)))
		if field != "until" && (until != "" || field != "reason") {
			t.Errorf("until %q because %q: field %q", until, reason, field)
		}
	}
	if err := errorOf(today.SetAside(named(snoozed), "2026-06-15", "")); err != nil {
		t.Fatal(err)
	}
	if err := errorOf(today.SetAside(named(muted), "", "The plant decides")); err != nil {
		t.Fatal(err)
	}
	view := todayOf(t, today, everyone)
	if view.Total != before.Total-2 || view.Aside != 2 || view.Now != before.Now-2 {
		t.Errorf("%d to do, %d aside", view.Total, view.Aside)
	}
	asides, err := today.Asides(everyone)
	if err != nil || len(asides) != 2 || asides[0].Until != "2026-06-15" || asides[1].Reason != "The plant decides" {
		t.Fatalf("%+v, %v", asides, err)
	}
	if err := errorOf(today.BringBack(named(muted))); err != nil {
		t.Fatal(err)
	}
	if view = todayOf(t, today, everyone); view.Aside != 1 || todoOf(t, view, "Meridian Steel", "promise").Key != muted.Key {
		t.Errorf("%d aside", view.Aside)
	}
	for range 3 {
		if _, err := history.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if view = todayOf(t, today, everyone); view.Aside != 0 || view.Total != before.Total {
		t.Errorf("after all undos %d to do, %d aside", view.Total, view.Aside)
	}
}

func errorOf(_ desktop.WrittenView, err error) error { return err }

func TestTheCalendarFileIsReadByACalendarLibrary(t *testing.T) {
	t.Parallel()
	app, sh := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	today := desktop.NewToday(app)
	path := filepath.Join(sh.dir, "ahead.ics")
	count := func(q desktop.TodayQuery) (int, string) {
		t.Helper()
		written, err := today.Calendar(q, path, "de")
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		cal, err := ical.ParseCalendar(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if n := len(cal.Events()); n != written.Records {
			t.Errorf("%d events are said, %d are in it", written.Records, n)
		}
		var titles []string
		for _, e := range cal.Events() {
			titles = append(titles, e.GetProperty(ical.ComponentPropertySummary).Value)
		}
		return written.Records, strings.Join(titles, "\n")
	}
	all, titles := count(everyone)
	if !strings.Contains(titles, "Brightwell Dairies: Durchsicht des Plans") || !strings.Contains(titles, "Kestrel Parcel") {
		t.Errorf("%s", titles)
	}
	tobi, titles := count(desktop.TodayQuery{CSMs: []string{"Tobi Adeyemi"}})
	if tobi == 0 || tobi >= all || strings.Contains(titles, "Brightwell") {
		t.Errorf("%d of %d are Tobi's: %s", tobi, all, titles)
	}
}

func TestAnEmptyBookAsksForNothing(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"); err != nil {
		t.Fatal(err)
	}
	view := todayOf(t, desktop.NewToday(app), desktop.TodayQuery{})
	if view.Accounts != 0 || view.Total != 0 || view.Next != nil || len(view.CSMs) != 0 {
		t.Errorf("%+v", view)
	}
}
