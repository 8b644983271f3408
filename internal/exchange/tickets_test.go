package exchange_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

func touchpointsOf(tb testing.TB, s *shelf) []success.Touchpoint {
	tb.Helper()
	var list []success.Touchpoint
	err := s.List("touchpoint", func(_ success.ID, body json.RawMessage) error {
		var t success.Touchpoint
		if err := json.Unmarshal(body, &t); err != nil {
			return err
		}
		list = append(list, t)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	slices.SortFunc(list, func(a, b success.Touchpoint) int { return int(a.On) - int(b.On) })
	return list
}

// zendeskBook has the organisations that the tickets of the help desk are of.
func zendeskBook(tb testing.TB) *shelf {
	tb.Helper()
	s := newShelf("EUR")
	for _, id := range []string{"370295712714", "370469077513", "370321120273", "370295721514", "370297881854", "370295709874", "370295719414", "370295713034", "370295719754"} {
		_, err := s.Put("account", "", success.Fields{"name": quote("Organisation " + id), "external_ids": json.RawMessage(`{"zendesk":"` + id + `"}`)})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

func TestAHelpDesksTicketsMakeTheReplyRecord(t *testing.T) {
	t.Parallel()
	s := zendeskBook(t)
	table := readFile(t, "testdata/zendesk/ticket_data.csv")
	p := plan(t, s, table, exchange.Options{})
	if p.Matching.As != exchange.AsTouchpoints || p.Matching.Source != "zendesk" {
		t.Fatalf("read as %s of %s", p.Matching.As, p.Matching.Source)
	}
	r := take(t, s, table, exchange.Options{})
	// Two tickets are deleted, one is of no organisation.
	if counts(r) != [4]int{7, 0, 0, 3} {
		t.Fatalf("%v: %+v", counts(r), r)
	}
	list := touchpointsOf(t, s)
	first := list[0]
	if first.Ticket != "1404" || first.TouchKind != "support" || first.Direction != "in" || first.Summary != "subject1" ||
		first.On != success.MustDate("2020-02-13") || first.RepliedOn != success.MustDate("2020-02-28") {
		t.Errorf("%+v", first)
	}
	record := success.Replies(&success.File{Touchpoints: list}, success.MustDate("2020-12-31"))
	if record.Messages != 7 || record.Answered != 6 || record.InTime != 0 || record.Open != 1 || record.Late != 1 || record.Median == nil || *record.Median != 14.5 {
		t.Errorf("%+v, median %v", record, *record.Median)
	}
	if again := take(t, s, table, exchange.Options{}); counts(again) != [4]int{0, 0, 7, 3} {
		t.Errorf("again: %v", counts(again))
	}
}

func TestATicketNamesWhoAskedAndWhenItWasAnswered(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	account, err := s.Put("account", "", success.Fields{"name": quote("Alder")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put("stakeholder", "", success.Fields{"account_id": quote(string(account.ID)), "name": quote("Anna Berg"), "email": quote("anna@alder.example")}); err != nil {
		t.Fatal(err)
	}
	table := readText(t, "ID,Organization,Requester,Requester email,Subject,Status,Created at,Updated at,Solved at,First reply time in minutes,Group stations\n"+
		"1,Alder,Anna Berg,ANNA@alder.example,Gate is stuck,Open,2026-06-01 23:30,2026-06-09 10:00,,45,1\n"+
		"2,Alder,Tom New,tom@alder.example,Slow,Closed,2026-06-02 10:00,2026-06-09 10:00,2026-06-04 09:00,,1\n"+
		"3,Alder,Tom New,tom@alder.example,Again,Solved,2026-06-03 10:00,2026-06-07 10:00,,,1\n"+
		"4,Alder,,,,Pending,2026-06-04 10:00,2026-06-07 10:00,,,1\n")
	p := plan(t, s, table, exchange.Options{})
	if p.Matching.Source != "zendesk" || p.Matching.As != exchange.AsTouchpoints {
		t.Fatalf("read as %s of %s", p.Matching.As, p.Matching.Source)
	}
	if r := take(t, s, table, exchange.Options{}); counts(r) != [4]int{4, 0, 0, 0} {
		t.Fatalf("%+v", r)
	}
	list := touchpointsOf(t, s)
	for i, want := range []struct {
		replied string
		people  int
	}{{"2026-06-02", 1}, {"2026-06-04", 1}, {"2026-06-07", 1}, {"", 0}} {
		if list[i].RepliedOn.String() != want.replied || len(list[i].StakeholderIDs) != want.people {
			t.Errorf("ticket %s: %s, %v", list[i].Ticket, list[i].RepliedOn, list[i].StakeholderIDs)
		}
	}
	if list[1].StakeholderIDs[0] != list[2].StakeholderIDs[0] || list[0].StakeholderIDs[0] == list[1].StakeholderIDs[0] || list[3].Summary != "Ticket 4" {
		t.Errorf("%+v", list)
	}
	if again := take(t, s, table, exchange.Options{}); counts(again) != [4]int{0, 0, 4, 0} {
		t.Errorf("again: %v", counts(again))
	}
}
