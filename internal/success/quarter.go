package success

import (
	"cmp"
	"slices"
)

// CallSum is the terms of a quarter with one call, or one result, and their ARR in
// the workspace's currency.
type CallSum struct {
	Call  string
	Terms int
	ARR   float64
}

// QuarterFigure is the terms that end in the calendar quarter of a day, from its
// first day until before its end, by what was called.
type QuarterFigure struct {
	From, To Date
	Calls    []CallSum // in the order of calls below; those without terms are absent
}

// callOrder is how calls are told: what is decided last.
var callOrder = []string{"on track", "at risk", "monitor", "none", "renewed", "expanded", "contracted", "cancelled"}

// RenewalsByCall gathers the terms that end in the quarter of a day: an open one by
// its latest call ("none" where nobody called), one that is over by its result. A term
// counts with its own ARR, one that is over with that of its result.
func RenewalsByCall(b *Book, on Date) QuarterFigure {
	from, to := QuarterOf(on)
	q := QuarterFigure{From: from, To: to}
	x := newExchange(&b.Settings, b.Settings.Workspace.Currency)
	sums := map[string]CallSum{}
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 {
			continue
		}
		f = f.settled()
		for i := range f.Terms {
			t := &f.Terms[i]
			if t.End < q.From || t.End >= q.To || isOpen(t) && isCancelled(f, on) {
				continue
			}
			call, money := t.Result, t.ARR
			if isOpen(t) {
				call = latestCall(f, t, on)
			} else if !t.ResultARR.IsZero() {
				money = t.ResultARR
			}
			amount, _ := x.money(money, on)
			sum := sums[call]
			sums[call] = CallSum{Call: call, Terms: sum.Terms + 1, ARR: sum.ARR + amount}
		}
	}
	for _, call := range callOrder {
		if sum, ok := sums[call]; ok {
			q.Calls = append(q.Calls, sum)
		}
	}
	return q
}

// latestCall is the call of the last gate that was decided by a day, "none" where
// nobody called.
func latestCall(f *File, t *Term, on Date) string {
	if call := latestGate(f, t, on); call != nil {
		return call.Call
	}
	return "none"
}

// latestGate is the last gate of a term that was decided by a day: by its day, and
// of one day's the gate nearest to the decision. Nil where nobody called.
func latestGate(f *File, t *Term, on Date) *GateCall {
	var calls []GateCall
	for i := range f.Renewals {
		if f.Renewals[i].TermID == t.ID {
			calls = append(calls, f.Renewals[i].Gates...)
		}
	}
	calls = slices.DeleteFunc(calls, func(g GateCall) bool {
		return g.On > on || !slices.Contains(callOrder[:3], g.Call)
	})
	if len(calls) == 0 {
		return nil
	}
	last := slices.MaxFunc(calls, func(a, b GateCall) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(b.DaysBefore, a.DaysBefore))
	})
	return &last
}
