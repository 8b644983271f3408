package success

import (
	"cmp"
	"slices"
	"time"
)

// Where a term stands in the forecast.
const (
	ForecastDecided   Word = "decided"   // over, and kept: renewed, expanded or contracted
	ForecastLost      Word = "lost"      // over, and cancelled
	ForecastCommitted Word = "committed" // called on track, and the records do not say at risk
	ForecastLikely    Word = "likely"    // no word against it, but nobody has both called it and is backed
	ForecastAtRisk    Word = "at risk"   // called at risk; or not called, and the records say at risk
)

// ForecastLine is one term in the forecast. ARR is what it brings now, Expected what
// it will: its result, else the forecast that was written, else its ARR, in the
// workspace's currency at the rates of the day. Disagrees says how its call differs
// from the signal.
type ForecastLine struct {
	Account   ID
	Term      ID
	End       Date
	Kind      Word
	Call      string // empty where nobody called
	Signal    RiskLevel
	Result    string
	ARR       float64
	Expected  float64
	Written   bool // a forecast was written
	Unpriced  bool // no rate leads to the workspace's currency
	Disagrees Word
}

// ForecastLines lists the terms that end between two days (from before the latter)
// and are open or were decided, of accounts that are still there. Signals are what
// the records say of each account's renewal.
func ForecastLines(b *Book, signals map[ID]RiskLevel, from, to, on Date) []ForecastLine {
	x := newExchange(&b.Settings, b.Settings.Workspace.Currency)
	var lines []ForecastLine
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 {
			continue
		}
		f = f.settled()
		for i := range f.Terms {
			t := &f.Terms[i]
			if t.End < from || t.End >= to || t.Start > on || isOpen(t) && isCancelled(f, on) {
				continue
			}
			lines = append(lines, forecastLine(x, f, t, signals[f.Account.ID], on))
		}
	}
	return lines
}

func forecastLine(x *exchange, f *File, t *Term, signal RiskLevel, on Date) ForecastLine {
	line := ForecastLine{Account: f.Account.ID, Term: t.ID, End: t.End, Signal: signal, Result: t.Result}
	arr, priced := x.money(t.ARR, on)
	line.ARR, line.Expected, line.Unpriced = arr, arr, !priced && !t.ARR.IsZero()
	if !isOpen(t) {
		line.Kind = ForecastDecided
		if t.Result == resultCancelled {
			line.Kind, line.Expected = ForecastLost, 0
		} else if !t.ResultARR.IsZero() {
			line.Expected, _ = x.money(t.ResultARR, on)
		}
		return line
	}
	if call := latestGate(f, t, on); call != nil {
		line.Call = call.Call
	}
	for i := range f.Renewals {
		if r := &f.Renewals[i]; r.TermID == t.ID && !r.ForecastARR.IsZero() {
			line.Expected, _ = x.money(r.ForecastARR, on)
			line.Written = true
		}
	}
	line.Kind = forecastKind(line.Call, signal)
	line.Disagrees = Disagreement(line.Call, signal)
	return line
}

// forecastKind says where an open term stands. A call and a signal that differ are
// not averaged: the term is likely, and counted as in dispute besides.
func forecastKind(call string, signal RiskLevel) Word {
	against := signal == RiskAtRisk || signal == RiskCritical
	switch {
	case call == CallAtRisk, call != CallOnTrack && against:
		return ForecastAtRisk
	case call == CallOnTrack && !against:
		return ForecastCommitted
	}
	return ForecastLikely
}

// ForecastSum is some terms of the forecast and what they are expected to bring.
type ForecastSum struct {
	Terms    int
	Expected float64
}

func (s *ForecastSum) add(line *ForecastLine) {
	s.Terms++
	s.Expected += line.Expected
}

// Share is a figure between what is left if all that is at risk goes, and if all of
// it stays.
type Share struct{ Low, High float64 }

// ForecastQuarter is the forecast of a calendar quarter, from its first day until
// before its end, by the day on which terms end. ARR is what its terms bring now.
// Gross is the share of it that is kept, rises left out, Net with them; both are nil
// where nothing ends. Disputed are open terms whose call and signal differ, among
// the others.
type ForecastQuarter struct {
	From, To  Date
	Terms     int
	ARR       float64
	Decided   ForecastSum
	Lost      ForecastSum // Expected is the ARR that went
	Committed ForecastSum // those decided not among them
	Likely    ForecastSum
	AtRisk    ForecastSum
	Disputed  ForecastSum
	Unpriced  int
	Gross     *Share
	Net       *Share
}

// QuarterOf returns the first day of a day's calendar quarter, and of the one after.
func QuarterOf(on Date) (from, to Date) {
	at := on.Time()
	first := time.Month(3*((int(at.Month())-1)/3) + 1)
	return NewDate(at.Year(), first, 1), NewDate(at.Year(), first+3, 1)
}

// ForecastQuarters adds lines up for the quarter of a day and those that follow.
func ForecastQuarters(lines []ForecastLine, on Date, quarters int) []ForecastQuarter {
	out := make([]ForecastQuarter, 0, quarters)
	from, to := QuarterOf(on)
	for range quarters {
		q := ForecastQuarter{From: from, To: to}
		q.fill(lines)
		out = append(out, q)
		from, to = QuarterOf(to)
	}
	return out
}

func (q *ForecastQuarter) fill(lines []ForecastLine) {
	var gross, net Share
	for i := range lines {
		line := &lines[i]
		if line.End < q.From || line.End >= q.To {
			continue
		}
		if line.Unpriced {
			q.Unpriced++
		}
		q.Terms++
		q.ARR += line.ARR
		if line.Disagrees != "" {
			q.Disputed.add(line)
		}
		kept := min(line.Expected, line.ARR)
		switch line.Kind {
		case ForecastLost:
			q.Lost.Terms++
			q.Lost.Expected += line.ARR
			continue
		case ForecastAtRisk:
			q.AtRisk.add(line)
			gross.High += kept
			net.High += line.Expected
			continue
		case ForecastDecided:
			q.Decided.add(line)
		case ForecastCommitted:
			q.Committed.add(line)
		default:
			q.Likely.add(line)
		}
		gross.Low, gross.High = gross.Low+kept, gross.High+kept
		net.Low, net.High = net.Low+line.Expected, net.High+line.Expected
	}
	if q.ARR > 0 {
		q.Gross = &Share{gross.Low / q.ARR, gross.High / q.ARR}
		q.Net = &Share{net.Low / q.ARR, net.High / q.ARR}
	}
}

// ForecastMove is a term whose place or amount in the forecast differs from before.
// One that was not there before has no Before, one that has gone no Now.
type ForecastMove struct{ Before, Now *ForecastLine }

// Change is by how much the move changes what is expected; a term called at risk
// keeps what is expected of it, as long as nobody writes another forecast.
func (m *ForecastMove) Change() float64 {
	var change float64
	if m.Now != nil {
		change += m.Now.Expected
	}
	if m.Before != nil {
		change -= m.Before.Expected
	}
	return change
}

// ForecastMoves compares two forecasts by what people wrote: calls, forecasts, ends
// and results. They come with the largest amounts first.
func ForecastMoves(before, now []ForecastLine) []ForecastMove {
	was := make(map[ID]*ForecastLine, len(before))
	for i := range before {
		was[before[i].Term] = &before[i]
	}
	var moves []ForecastMove
	for i := range now {
		line := &now[i]
		old := was[line.Term]
		delete(was, line.Term)
		if old == nil || old.Kind != line.Kind || old.Call != line.Call || old.Expected != line.Expected || old.End != line.End || old.Result != line.Result {
			moves = append(moves, ForecastMove{Before: old, Now: line})
		}
	}
	for _, old := range was {
		moves = append(moves, ForecastMove{Before: old})
	}
	slices.SortFunc(moves, func(a, b ForecastMove) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.term(), b.term()))
	})
	return moves
}

func (m *ForecastMove) weight() float64 {
	var most float64
	for _, line := range []*ForecastLine{m.Before, m.Now} {
		if line != nil {
			most = max(most, line.Expected, line.ARR)
		}
	}
	return most
}

func (m *ForecastMove) term() ID {
	if m.Now != nil {
		return m.Now.Term
	}
	return m.Before.Term
}

// CallRecord is how the calls of one kind at one gate came out: of the terms that
// are over, how many were kept whole (renewed or expanded), and how many were
// contracted or cancelled.
type CallRecord struct {
	Gate  int
	Call  string
	Terms int
	Kept  int
}

// CallRecords tells how good past calls were, by gate (the earliest first) and call.
// A term counts once it has a result; a gate that was not called is absent.
func CallRecords(b *Book, on Date) []CallRecord {
	type key struct {
		gate int
		call string
	}
	sums := map[key]*CallRecord{}
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 {
			continue
		}
		f = f.settled()
		for i := range f.Renewals {
			r := &f.Renewals[i]
			t := find(f.Terms, r.TermID)
			if t == nil || isOpenOn(t, on) {
				continue
			}
			for _, g := range r.Gates {
				if !slices.Contains(callOrder[:3], g.Call) {
					continue
				}
				k := key{int(g.DaysBefore), g.Call}
				if sums[k] == nil {
					sums[k] = &CallRecord{Gate: k.gate, Call: k.call}
				}
				sums[k].Terms++
				if t.Result == "renewed" || t.Result == "expanded" {
					sums[k].Kept++
				}
			}
		}
	}
	out := []CallRecord{}
	for _, sum := range sums {
		out = append(out, *sum)
	}
	slices.SortFunc(out, func(a, b CallRecord) int {
		return cmp.Or(cmp.Compare(b.Gate, a.Gate), cmp.Compare(slices.Index(callOrder, a.Call), slices.Index(callOrder, b.Call)))
	})
	return out
}
