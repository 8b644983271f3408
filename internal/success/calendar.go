package success

import (
	"cmp"
	"fmt"
	"slices"
)

// CalendarKind is what happens on a day.
type CalendarKind string

// The kinds of day, in the order in which they stand on one.
const (
	CalendarDecision CalendarKind = "decision" // a term has to be won by then
	CalendarRenewal  CalendarKind = "renewal"  // a term ends
	CalendarGate     CalendarKind = "gate"     // a call on a renewal is due
	CalendarPaper    CalendarKind = "paper"    // a step of a renewal's paper path is due
	CalendarReview   CalendarKind = "review"   // a plan is to be looked at with the client
	CalendarOurs     CalendarKind = "ours"     // a milestone of ours is due
	CalendarTheirs   CalendarKind = "theirs"   // a milestone of the client's is due
	CalendarReply    CalendarKind = "reply"    // a message is owed an answer
)

// CalendarEvent is one whole day in a CSM's calendar. UID is the same whenever
// the same thing is asked for, so that a calendar moves it and does not add it
// again. Text is the record's own words; Days are those before the decision of
// a gate.
type CalendarEvent struct {
	UID         string       `json:"uid"`
	On          Date         `json:"on"`
	Kind        CalendarKind `json:"kind"`
	Account     ID           `json:"account"`
	AccountName string       `json:"account_name"`
	Record      Link         `json:"record"`
	Text        string       `json:"text,omitempty"`
	Who         string       `json:"who,omitempty"`
	Days        int          `json:"days,omitempty"`
}

// Gates are the days before a decision date on which a call on the renewal is
// due: the workspace's, else 120, 90, 60 and 30; the earliest first.
func Gates(s *Settings) []int {
	days := make([]int, 0, 4)
	for _, g := range s.Workspace.Gates {
		if g > 0 && !slices.Contains(days, int(g)) {
			days = append(days, int(g))
		}
	}
	if len(days) == 0 {
		days = []int{120, 90, 60, 30}
	}
	slices.SortFunc(days, func(a, b int) int { return cmp.Compare(b, a) })
	return days
}

// reviewsAhead is how far reviews are written into a calendar, in days.
const reviewsAhead = 366

// CalendarKinds are the kinds of records that a calendar is made of.
func CalendarKinds() []Kind {
	return []Kind{"account", "term", "renewal", "success_plan", "milestone", "touchpoint"}
}

// Calendar lists what lies ahead of the accounts, from a day on: decision
// dates, ends and gates of open terms, paper path, reviews, milestones of both
// sides and answers owed. It is in order of day, account and kind. Accounts that
// have gone have none.
func Calendar(b *Book, on Date) []CalendarEvent {
	events := []CalendarEvent{}
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 {
			continue
		}
		f = f.settled()
		if isCancelled(f, on) {
			continue
		}
		c := calendar{file: f, on: on}
		for _, t := range openTerms(f, on) {
			c.term(t, Gates(&b.Settings))
		}
		c.plans()
		c.replies()
		events = append(events, c.events...)
	}
	slices.SortFunc(events, func(a, b CalendarEvent) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.AccountName, b.AccountName), cmp.Compare(a.Account, b.Account),
			cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), cmp.Compare(a.UID, b.UID))
	})
	return events
}

func kindOrder(k CalendarKind) int {
	return slices.Index([]CalendarKind{
		CalendarDecision, CalendarRenewal, CalendarGate, CalendarPaper, CalendarReview, CalendarOurs, CalendarTheirs, CalendarReply,
	}, k)
}

// calendar collects one account's days.
type calendar struct {
	file   *File
	on     Date
	events []CalendarEvent
}

// add adds a day if it has not passed. The parts of the UID name it for good.
func (c *calendar) add(e CalendarEvent, parts ...any) {
	if e.On == 0 || e.On < c.on {
		return
	}
	e.UID = string(e.Kind) + "-" + string(e.Record.ID)
	for _, part := range parts {
		e.UID += fmt.Sprintf("-%v", part)
	}
	e.Account, e.AccountName = c.file.Account.ID, c.file.Account.Name
	c.events = append(c.events, e)
}

func (c *calendar) term(t *Term, gates []int) {
	record := Link{"term", t.ID}
	decision := DecisionDate(t)
	if decision != t.End {
		c.add(CalendarEvent{On: decision, Kind: CalendarDecision, Record: record, Text: t.Contract})
	}
	c.add(CalendarEvent{On: t.End, Kind: CalendarRenewal, Record: record, Text: t.Contract})
	called := map[int]bool{}
	for i := range c.file.Renewals {
		r := &c.file.Renewals[i]
		if r.TermID != t.ID {
			continue
		}
		for _, g := range r.Gates {
			called[int(g.DaysBefore)] = called[int(g.DaysBefore)] || g.Call != ""
		}
		for n, p := range r.PaperPath {
			if p.DoneOn == 0 {
				c.add(CalendarEvent{On: p.Due, Kind: CalendarPaper, Record: Link{"renewal", r.ID}, Text: p.Step, Who: p.Owner}, n+1)
			}
		}
	}
	for _, days := range gates {
		if !called[days] {
			c.add(CalendarEvent{On: decision.AddDays(-days), Kind: CalendarGate, Record: record, Days: days}, days)
		}
	}
}

func (c *calendar) plans() {
	for i := range c.file.Plans {
		p := &c.file.Plans[i]
		if p.Status == "closed" {
			continue
		}
		c.reviews(p)
		for j := range c.file.Milestones {
			m := &c.file.Milestones[j]
			if m.PlanID != p.ID || m.DoneOn != 0 {
				continue
			}
			kind := CalendarOurs
			if m.Side == "client" {
				kind = CalendarTheirs
			}
			c.add(CalendarEvent{On: m.Due, Kind: kind, Record: Link{"milestone", m.ID}, Text: m.Title, Who: m.Owner})
		}
	}
}

// reviews come every so many days from the start of the plan's term (or from
// the making of the plan) to the term's end.
func (c *calendar) reviews(p *SuccessPlan) {
	first, end, every := reviewDays(c.file, p, c.on)
	for day := first; day < end; day = day.AddDays(every) {
		c.add(CalendarEvent{On: day, Kind: CalendarReview, Record: Link{"success_plan", p.ID}, Text: p.Title}, day)
	}
}

// reviewDays returns the first review of a plan from a day on, the day before
// which the last one lies, and the days between; without any, first is end.
func reviewDays(f *File, p *SuccessPlan, on Date) (first, end Date, every int) {
	if p.ReviewEveryDays == nil || *p.ReviewEveryDays < 1 {
		return 0, 0, 0
	}
	start, end := p.CreatedAt.Date(), on.AddDays(reviewsAhead)
	if t := find(f.Terms, p.TermID); t != nil {
		start, end = t.Start, min(end, t.End)
	}
	if start == 0 {
		return 0, 0, 0
	}
	every = int(*p.ReviewEveryDays)
	first = start.AddDays(every)
	if behind := on.Sub(first); behind > 0 {
		first = first.AddDays((behind + every - 1) / every * every)
	}
	return min(first, end), end, every
}

// NextReview is the day from a day on at which the plan that counts is to be
// looked at with the client; 0 where there is none.
func NextReview(f *File, on Date) Date {
	f = f.settled()
	p := planOn(f, on)
	if p == nil || isCancelled(f, on) {
		return 0
	}
	first, end, _ := reviewDays(f, p, on)
	if first == end {
		return 0
	}
	return first
}

func (c *calendar) replies() {
	for i := range c.file.Touchpoints {
		t := &c.file.Touchpoints[i]
		if t.On <= c.on && (t.RepliedOn == 0 || t.RepliedOn > c.on) {
			c.add(CalendarEvent{On: owedBy(t), Kind: CalendarReply, Record: Link{"touchpoint", t.ID}, Text: t.Summary})
		}
	}
}
