package exchange_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// harbourBook is an account with something of every kind ahead.
func harbourBook() *success.Book {
	day := success.MustDate
	every, notice := success.Count(90), success.Count(30)
	f := &success.File{
		Account: success.Account{Meta: success.Meta{ID: "account"}, Name: "Müller, Söhne; & \\Co"},
		Terms: []success.Term{
			{Meta: success.Meta{ID: "term"}, AccountID: "account", Start: day("2026-01-01"), End: day("2026-12-31"), NoticeDays: &notice},
			{Meta: success.Meta{ID: "old"}, AccountID: "account", Start: day("2025-01-01"), End: day("2026-01-01"), Result: "renewed"},
		},
		Renewals: []success.Renewal{{Meta: success.Meta{ID: "renewal"}, TermID: "term",
			Gates:     []success.GateCall{{DaysBefore: 60, Call: "on track"}, {DaysBefore: 90}},
			PaperPath: []success.PaperStep{{Step: "Legal\r\nreview", Owner: "Ruth", Due: day("2026-11-01")}, {Step: "Signature", Due: day("2026-11-20"), DoneOn: day("2026-06-01")}}}},
		Plans: []success.SuccessPlan{
			{Meta: success.Meta{ID: "plan"}, AccountID: "account", TermID: "term", Title: "Berths on time", ReviewEveryDays: &every},
			{Meta: success.Meta{ID: "closed"}, AccountID: "account", Status: "closed", Title: "Old", ReviewEveryDays: &every},
		},
		Milestones: []success.Milestone{
			{Meta: success.Meta{ID: "ours"}, PlanID: "plan", Title: "Send the report, " + strings.Repeat("長い", 60), Due: day("2026-06-09")},
			{Meta: success.Meta{ID: "theirs"}, PlanID: "plan", Title: "Sign off", Side: "client", Owner: "Anna", Due: day("2026-07-01")},
			{Meta: success.Meta{ID: "done"}, PlanID: "plan", Title: "Done", Due: day("2026-07-01"), DoneOn: day("2026-06-01")},
			{Meta: success.Meta{ID: "past"}, PlanID: "plan", Title: "Past", Due: day("2026-06-08")},
			{Meta: success.Meta{ID: "of the closed"}, PlanID: "closed", Title: "Closed", Due: day("2026-07-01")},
		},
		Touchpoints: []success.Touchpoint{
			{Meta: success.Meta{ID: "asked"}, On: day("2026-06-05"), Direction: "in", TouchKind: "support", Summary: "Gate\nphone"},
			{Meta: success.Meta{ID: "answered"}, On: day("2026-06-05"), Direction: "in", TouchKind: "support", RepliedOn: day("2026-06-06")},
		},
	}
	gone := &success.File{Account: success.Account{Meta: success.Meta{ID: "gone"}, Name: "Gone", CancelledOn: day("2026-05-01")},
		Terms: []success.Term{{Meta: success.Meta{ID: "x"}, AccountID: "gone", Start: day("2026-01-01"), End: day("2026-12-31")}}}
	return &success.Book{Files: []*success.File{f, gone}}
}

func TestACalendarIsReadBack(t *testing.T) {
	t.Parallel()
	today := success.MustDate("2026-06-09")
	events := success.Calendar(harbourBook(), today)
	var b bytes.Buffer
	if err := exchange.WriteCalendar(&b, "Mein, Kalender", events, "de", time.Date(2026, 6, 9, 12, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	read, err := ical.ParseCalendar(&b)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range read.Events() {
		start, err := e.GetAllDayStartAt()
		if err != nil {
			t.Fatal(err)
		}
		end, err := e.GetAllDayEndAt()
		if err != nil || end.Sub(start) != 24*time.Hour {
			t.Errorf("%s lasts %v, %v", e.Id(), end.Sub(start), err)
		}
		text := start.Format("2006-01-02 ") + ical.FromText(e.GetProperty(ical.ComponentPropertySummary).Value)
		if d := e.GetProperty(ical.ComponentPropertyDescription); d != nil {
			text += " | " + ical.FromText(d.Value)
		}
		if _, twice := got[e.Id()]; twice {
			t.Errorf("%s is there twice", e.Id())
		}
		got[e.Id()] = text
	}
	const name = "Müller, Söhne; & \\Co"
	want := map[string]string{
		"decision-term@tendril.app":          "2026-12-01 " + name + " entscheidet über die Verlängerung",
		"renewal-term@tendril.app":           "2026-12-31 " + name + ": Ende der Laufzeit",
		"gate-term-120@tendril.app":          "2026-08-03 " + name + ": Einschätzung zur Verlängerung, 120 Tage vor der Entscheidung",
		"gate-term-90@tendril.app":           "2026-09-02 " + name + ": Einschätzung zur Verlängerung, 90 Tage vor der Entscheidung",
		"gate-term-30@tendril.app":           "2026-11-01 " + name + ": Einschätzung zur Verlängerung, 30 Tage vor der Entscheidung",
		"paper-renewal-1@tendril.app":        "2026-11-01 " + name + ": Legal review | Ruth",
		"review-plan-2026-06-30@tendril.app": "2026-06-30 " + name + ": Durchsicht des Plans | Berths on time",
		"review-plan-2026-09-28@tendril.app": "2026-09-28 " + name + ": Durchsicht des Plans | Berths on time",
		"review-plan-2026-12-27@tendril.app": "2026-12-27 " + name + ": Durchsicht des Plans | Berths on time",
		"ours-ours@tendril.app":              "2026-06-09 Unsere Zusage an " + name + ": " + string([]rune("Send the report, " + strings.Repeat("長い", 60))[:119]) + "…",
		"theirs-theirs@tendril.app":          "2026-07-01 Zusage von " + name + ": Sign off | Anna",
		"reply-asked@tendril.app":            "2026-06-12 " + name + " eine Antwort geben | Gate\nphone",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

// What is asked for again keeps its id, also when its day has moved.
func TestAMovedDayKeepsItsEvent(t *testing.T) {
	t.Parallel()
	book := harbourBook()
	ids := func(on string) map[string]string {
		out := map[string]string{}
		for _, e := range success.Calendar(book, success.MustDate(on)) {
			out[e.UID] = e.On.String()
		}
		return out
	}
	before := ids("2026-06-09")
	book.Files[0].Milestones[1].Due = success.MustDate("2026-07-08")
	book.Files[0].Terms[0].End = success.MustDate("2027-01-31")
	after := ids("2026-06-10")
	for id, day := range map[string]string{"theirs-theirs": "2026-07-08", "renewal-term": "2027-01-31", "gate-term-90": "2026-10-03", "review-plan-2026-09-28": "2026-09-28"} {
		if before[id] == "" || after[id] != day {
			t.Errorf("%s was on %q and is on %q, want %s", id, before[id], after[id], day)
		}
	}
	if _, there := after["ours-ours"]; there {
		t.Error("a day that has passed is in the calendar")
	}
}
