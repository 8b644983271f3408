package desktop

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TodayEventView is something that falls on a day of the week: a "review" of a
// plan, a "meeting" that is noted ahead, a "decision" on a renewal, or the end of a
// term ("renewal").
type TodayEventView struct {
	On      string `json:"on"`
	Kind    string `json:"kind"`
	Account string `json:"account"`
	Name    string `json:"name"`
}

// TodayRenewalView is a renewal within the horizon: On is the day of its decision.
// ARR is in Currency. Risk and Verdict may be empty.
type TodayRenewalView struct {
	On       string  `json:"on"`
	End      string  `json:"end"`
	Account  string  `json:"account"`
	Name     string  `json:"name"`
	ARR      float64 `json:"arr"`
	Currency string  `json:"currency"`
	Risk     string  `json:"risk"`
	Verdict  string  `json:"verdict"`
}

// horizonDays is how far renewals are looked ahead to: twelve weeks.
const horizonDays = 84

// mostMarks is how many renewals the horizon names; a denser one says nothing.
const mostMarks = 200

// ahead are what an account has ahead, by the kinds of TodayEventView.
func ahead(s *workspace.Summary) []struct {
	kind string
	on   success.Date
} {
	return []struct {
		kind string
		on   success.Date
	}{{"meeting", s.Ahead}, {"review", s.Review}, {"decision", s.Decision}, {"renewal", s.Renewal}}
}

// weekOf lists what falls into the week of a day, Monday to Sunday.
func weekOf(rows []*workspace.Summary, today success.Date) []TodayEventView {
	monday := mondayOf(today)
	type event struct {
		on   success.Date
		arr  float64
		view TodayEventView
	}
	var list []event
	for _, s := range rows {
		for _, e := range ahead(s) {
			same := e.kind == "renewal" && s.Decision == s.Renewal
			if e.on < monday || e.on > monday.AddDays(6) || same {
				continue
			}
			kind := e.kind
			if kind == "decision" && s.Decision == s.Renewal {
				kind = "renewal"
			}
			list = append(list, event{e.on, s.ARR, TodayEventView{On: e.on.String(), Kind: kind, Account: string(s.Account), Name: s.Name}})
		}
	}
	slices.SortStableFunc(list, func(a, b event) int { return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(b.arr, a.arr)) })
	views := []TodayEventView{}
	for _, e := range list[:min(len(list), mostMarks)] {
		views = append(views, e.view)
	}
	return views
}

// horizonOf lists the renewals that are decided within the next weeks, the nearest
// first.
func horizonOf(rows []*workspace.Summary, today success.Date) []TodayRenewalView {
	var list []*workspace.Summary
	for _, s := range rows {
		if !s.Decision.IsZero() && s.Decision >= today && s.Decision.Sub(today) <= horizonDays {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b *workspace.Summary) int {
		return cmp.Or(cmp.Compare(a.Decision, b.Decision), cmp.Compare(b.ARR, a.ARR))
	})
	views := []TodayRenewalView{}
	for _, s := range list[:min(len(list), mostMarks)] {
		views = append(views, TodayRenewalView{
			On: s.Decision.String(), End: s.Renewal.String(), Account: string(s.Account), Name: s.Name, ARR: s.ARR,
			Currency: s.Currency, Risk: s.Risk, Verdict: s.Verdict,
		})
	}
	return views
}
