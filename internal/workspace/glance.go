package workspace

import (
	"bytes"
	"cmp"
	"encoding/json"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

// Glance is what a summary says besides value: where the account stands, what is
// wrong with it, which principles hold, and what it is filtered and grouped by.
type Glance struct {
	Parent       success.ID                 `json:"parent,omitempty"`
	CustomerType success.ID                 `json:"customer_type,omitempty"`
	Owner        string                     `json:"owner,omitempty"`
	Attributes   map[string]json.RawMessage `json:"attributes,omitempty"`
	Added        success.Date               `json:"added"` // when it came into the file
	Start        success.Date               `json:"start"`
	FirstValue   success.Date               `json:"first_value"`

	// The derived phases, and those that the CSM set instead; Phases has what holds.
	ClientPhase   string              `json:"client_phase,omitempty"`
	ProviderPhase string              `json:"provider_phase,omitempty"`
	ClientSet     string              `json:"client_set,omitempty"`
	ProviderSet   string              `json:"provider_set,omitempty"`
	ClientWhy     string              `json:"client_why,omitempty"` // the reason of the one set
	ProviderWhy   string              `json:"provider_why,omitempty"`
	Broken        *success.BrokenStep `json:"broken,omitempty"`  // the earliest along our road
	Replies       *Replies            `json:"replies,omitempty"` // nil where no message was owed an answer
	Mismatches    []string            `json:"mismatches,omitempty"`
	Risk          string              `json:"risk,omitempty"`
	Flags         []success.Flag      `json:"flags,omitempty"`
	Severity      int                 `json:"severity,omitempty"` // sum of the flags'
	// Checks are how many hold, and of how many, in order: success, behavior,
	// bonding, learning, velocity, coverage. Zeros while nothing is known.
	Checks [6]Tally `json:"checks"`
	// Price is what the walk-away price is made of; nil where the account has
	// none, and Unpriced says why.
	Price    *success.PriceParts `json:"price,omitempty"`
	Unpriced string              `json:"unpriced,omitempty"`
	BookARR  float64             `json:"book_arr,omitempty"` // in the workspace's currency, at today's rates
	Tending  success.Tending     `json:"tending"`
	// Ready is how ready the renewal is; nil where none is decided within readyDays.
	Ready *Ready `json:"ready,omitempty"`
}

// readyDays is how far ahead of its decision a summary says how ready a renewal is.
const readyDays = 400

// Ready is what a list says of an account's renewal. Holds of Of lines that are due
// are done, and Open names the others. The call is the latest one made; Due says
// that the one of the gate that stands is still to be made. ARR and Forecast are in
// the account's currency; Forecast is nil where none was written.
type Ready struct {
	Term        success.ID         `json:"term"`
	ARR         float64            `json:"arr"`
	Signal      success.RiskLevel  `json:"signal"`
	Holds       int                `json:"holds"`
	Of          int                `json:"of"`
	Open        []success.ReadyKey `json:"open,omitempty"`
	Call        string             `json:"call,omitempty"`
	CallGate    int                `json:"call_gate,omitempty"`
	CallOn      success.Date       `json:"call_on,omitzero"`
	Due         bool               `json:"due,omitempty"`
	Disagrees   success.Word       `json:"disagrees,omitempty"`
	Forecast    *float64           `json:"forecast,omitempty"`
	Probability *float64           `json:"probability,omitempty"`
}

func readyOf(f *success.File, s *success.Settings, r *success.RenewalFigure, today success.Date) *Ready {
	if r == nil || r.Days > readyDays {
		return nil
	}
	out := &Ready{
		Term: r.Term, Signal: r.Signal.Level, Holds: r.Holds, Of: r.Of, Due: r.Due, Disagrees: r.Disagrees,
	}
	for i := range r.Items {
		if item := &r.Items[i]; item.Due && !item.Done && item.Key != success.ReadyCall {
			out.Open = append(out.Open, item.Key)
		}
	}
	if r.Call != nil {
		out.Call, out.CallGate, out.CallOn = r.Call.Call, int(r.Call.DaysBefore), r.Call.On
	}
	currency := success.CurrencyOf(&f.Account, s)
	for i := range f.Terms {
		if f.Terms[i].ID == r.Term {
			out.ARR, _ = s.Convert(f.Terms[i].ARR, currency, today)
		}
	}
	for i := range f.Renewals {
		work := &f.Renewals[i]
		if work.TermID != r.Term {
			continue
		}
		out.Probability = work.Probability
		if amount, ok := s.Convert(work.ForecastARR, currency, today); ok && !work.ForecastARR.IsZero() {
			out.Forecast = &amount
		}
		break
	}
	return out
}

// Phases returns the client's phase and ours that hold: set by hand, else derived.
func (g *Glance) Phases() (client, provider string) {
	return cmp.Or(g.ClientSet, g.ClientPhase), cmp.Or(g.ProviderSet, g.ProviderPhase)
}

// Replies is how messages that were owed an answer have been answered: of the last
// 365 days, and older ones still open. Median is in days; Share is 0..1.
type Replies struct {
	Messages int      `json:"messages"`
	Open     int      `json:"open"`
	Late     int      `json:"late"`
	Median   *float64 `json:"median"`
	Share    *float64 `json:"share"`
}

// Tally is how many of some checks hold.
type Tally struct{ Holds, Of int8 }

// MarshalJSON writes [holds, of].
func (t Tally) MarshalJSON() ([]byte, error) { return json.Marshal([2]int8{t.Holds, t.Of}) }

// UnmarshalJSON reads [holds, of].
func (t *Tally) UnmarshalJSON(raw []byte) error {
	var pair [2]int8
	err := json.Unmarshal(raw, &pair)
	t.Holds, t.Of = pair[0], pair[1]
	return err
}

// summaryFormat goes up when a summary says more than before, so that files get
// their rows made anew instead of being read with holes.
const summaryFormat = 5

// madeOn is what a stored row says of when it was made: the day, and the format.
func madeOn(today success.Date) int32 { return summaryFormat<<22 + int32(today) }

func glanceOf(a *success.Account, g *success.Glance) Glance {
	st := &g.Standing
	out := Glance{
		Parent: a.ParentAccountID, CustomerType: a.CustomerTypeID, Owner: a.AccountOwner, Attributes: a.Attributes,
		Added: a.CreatedAt.Date(), Start: a.StartDate, FirstValue: st.Velocity.FirstValueOn,
		ClientPhase: st.ClientPhase, ProviderPhase: st.ProviderPhase, Broken: g.Broken, BookARR: st.BookARR,
		Mismatches: g.Roads.Mismatches,
		Risk:       string(st.Risk), Flags: g.Flags, Severity: g.Severity, Price: g.Price, Unpriced: string(st.Unpriced), Tending: g.Tending,
	}
	if set := g.Roads.ClientOverruled; set != nil {
		out.ClientSet, out.ClientWhy = set.Phase, set.Reason
	}
	if set := g.Roads.ProviderOverruled; set != nil {
		out.ProviderSet, out.ProviderWhy = set.Phase, set.Reason
	}
	if r := &g.Replies; r.Messages > 0 {
		out.Replies = &Replies{Messages: r.Messages, Open: r.Open, Late: r.Late, Median: r.Median, Share: r.Share}
	}
	for i, t := range g.Principles.Tallies() {
		out.Checks[i] = Tally{int8(t.Holds), int8(t.Of)} //nolint:gosec // a handful of checks
	}
	return out
}

// glanceKinds are the kinds that a summary is made of. Exports and indicator
// values say nothing about how an account stands.
var glanceKinds = []string{
	"account", "behavior_change", "benefit", "benefit_step", "claim", "customer_action", "evidence", "insight", "measure",
	"milestone", "outcome", "plan_signoff", "question", "reading", "renewal", "stakeholder", "story", "success_plan", "term", "touchpoint",
}

// recently is how far back conversations and questions count, in days. It is
// the longest reach of a check.
const recently = 90

// glanceFile reads what the summaries of a day and of those after it look at, and
// the day of the last touchpoint. Most of an account's records are old readings and
// conversations, which change nothing of how it stands: they are skipped by their
// bodies.
func (v view) glanceFile(space journal.UUID, today success.Date) (f *success.File, last success.Date, err error) {
	f = &success.File{}
	s := glanceSkip{today: today, bound: map[string]bool{}, latest: map[string]*latestReading{}}
	if err := v.addKinds(f, space, glanceKinds, s.skip); err != nil {
		return nil, 0, err
	}
	for _, body := range s.earliest {
		if err := f.Add("touchpoint", body); err != nil {
			return nil, 0, err
		}
	}
	for _, l := range s.latest {
		for _, body := range l.bodies {
			if err := f.Add("reading", body); err != nil {
				return nil, 0, err
			}
		}
	}
	return f, s.last, nil
}

// glanceSkip decides by a record's body whether a summary needs it. Kinds come in
// the order of their names, so that benefits are known before readings.
type glanceSkip struct {
	today    success.Date
	bound    map[string]bool // measures that bring money
	latest   map[string]*latestReading
	firstOn  success.Date // of the earliest touchpoint that is skipped
	earliest [][]byte     // it, for the account's start where that is not said
	last     success.Date // of the touchpoints that have been
}

// latestReading holds what was read on the last day of a measure.
type latestReading struct {
	on     success.Date
	bodies [][]byte
}

func (s *glanceSkip) skip(kind string, body []byte) bool {
	switch kind {
	case "benefit":
		if id := textOf(member(body, "measure_id")); id != "" {
			s.bound[id] = true
		}
	case "evidence":
		// What backs a written step is said by the step itself.
		about := textOf(member(member(body, "subject"), "type"))
		// That a measure was asked for and not measured is said by a note on it.
		return about != "measure" && (len(s.bound) == 0 || about != "reading" && about != "evidence")
	case "customer_action":
		return s.isOld(dayOf(body, "on"))
	case "insight":
		return !bytes.Contains(body, []byte(`"shared_on"`))
	case "question":
		on := dayOf(body, "asked_on")
		return s.isOld(on) && len(member(body, "answered_on")) > 0
	case "reading":
		return s.skipReading(body)
	case "touchpoint":
		return s.skipTouch(body)
	}
	return false
}

func (s *glanceSkip) isOld(on success.Date) bool { return s.today.Sub(on) > recently }

// skipReading leaves out all but the last readings of a measure without a price.
func (s *glanceSkip) skipReading(body []byte) bool {
	id := textOf(member(body, "measure_id"))
	if s.bound[id] {
		return false
	}
	on := dayOf(body, "on")
	if len(member(body, "deleted_at")) > 0 {
		return true
	}
	if on > s.today {
		return false
	}
	l := s.latest[id]
	switch {
	case l == nil:
		s.latest[id] = &latestReading{on: on, bodies: [][]byte{bytes.Clone(body)}}
	case on > l.on:
		l.on, l.bodies = on, append(l.bodies[:0], bytes.Clone(body))
	case on == l.on:
		l.bodies = append(l.bodies, bytes.Clone(body))
	}
	return true
}

// skipTouch leaves out conversations that are long past and owe nothing.
func (s *glanceSkip) skipTouch(body []byte) bool {
	on := dayOf(body, "on")
	if on == 0 || len(member(body, "deleted_at")) > 0 {
		return true
	}
	if on > s.today {
		return false
	}
	s.last = max(s.last, on)
	if !s.isOld(on) || textOf(member(body, "direction")) == "in" && (len(member(body, "replied_on")) == 0 || s.countsAsReply(on, body)) {
		return false
	}
	if s.firstOn == 0 || on < s.firstOn {
		s.firstOn, s.earliest = on, append(s.earliest[:0], bytes.Clone(body))
	}
	return true
}

// countsAsReply reports whether an answered message is of the reply record.
func (s *glanceSkip) countsAsReply(on success.Date, body []byte) bool {
	const span = 365
	return s.today.Sub(on) <= span && (len(member(body, "needs_reply_by")) > 0 || textOf(member(body, "kind")) == "support")
}

func dayOf(body []byte, name string) (on success.Date) {
	if on.UnmarshalJSON(member(body, name)) != nil {
		return 0
	}
	return on
}
