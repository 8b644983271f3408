package success

import (
	"cmp"
	"math"
	"slices"
)

// silentDays is how long nothing new has to last to be called a silence.
const silentDays = 120

// TimelineOf computes what the value picture draws of an account between two
// days, both counted. Days after today show what is if all that is in force
// stays and nothing new comes: one-time amounts leave, felt value fades.
func TimelineOf(f *File, s *Settings, from, to, today Date) Timeline {
	l := newLedgerUntil(f, s, today)
	return Timeline{
		Account: l.file.Account.ID, Currency: l.currency, From: from, To: to, Today: today,
		Levels:   l.levels(from, to),
		Felt:     l.felt(from, to),
		Silences: l.silences(from, to, today),
		Events:   l.events(from, to, today),
		Lanes:    l.lanes(today),
		Leaving:  l.leaving(from, to),
	}
}

// turns returns the days between two on which a benefit may change: those of
// its steps, and those on which a lump leaves the year.
func (st *stair) turns(from, to Date) []Date {
	var out []Date
	add := func(d Date) {
		if d > from && d <= to {
			out = append(out, d)
		}
	}
	for i := range st.steps {
		add(st.steps[i].on)
		if !st.steps[i].yearly {
			add(st.steps[i].on.AddDays(year))
		}
	}
	return out
}

func inOrder(days []Date) []Date {
	slices.Sort(days)
	return slices.Compact(days)
}

func (l *ledger) levels(from, to Date) []LevelPoint {
	days := []Date{from}
	for i := range l.stairs {
		days = append(days, l.stairs[i].turns(from, to)...)
	}
	out := make([]LevelPoint, 0, len(days))
	for _, on := range inOrder(days) {
		p := l.levelPoint(on)
		if n := len(out); n > 0 {
			same := out[n-1]
			same.On = on
			if same == p {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

func (l *ledger) levelPoint(on Date) LevelPoint {
	proved, all := l.totals(on, true, nil), l.totals(on, false, nil)
	return LevelPoint{
		On: on, Proved: proved.level, Claimed: all.level,
		Benefits: proved.benefits, People: proved.people, Dimensions: proved.dimensions,
		ClaimedBenefits: all.benefits, ClaimedPeople: all.people, ClaimedDimensions: all.dimensions,
	}
}

// felt samples perceived value once a week, and on each day on which it jumps.
func (l *ledger) felt(from, to Date) []FeltPoint {
	const sampling = 7
	days := []Date{from, to}
	for on := from; on < to; on = on.AddDays(sampling) {
		days = append(days, on)
	}
	for i := range l.stairs {
		for _, d := range l.stairs[i].proved.days {
			if d.on > from && d.on <= to {
				days = append(days, d.on)
			}
		}
	}
	days = inOrder(days)
	faders := make([]fader, len(l.stairs))
	for i := range l.stairs {
		faders[i] = fader{days: l.stairs[i].proved.days, halfLife: l.settings.HalfLife()}
	}
	out := make([]FeltPoint, 0, len(days))
	for _, on := range days {
		p := FeltPoint{On: on}
		for i := range faders {
			p.Before += faders[i].until(on)
			p.Value += faders[i].with(on)
		}
		out = append(out, p)
	}
	return out
}

// fader follows a benefit's felt value from day to day, so that a long curve
// does not go back to the first step for each of its points.
type fader struct {
	days       []day
	halfLife   float64
	next       int // first day not yet taken in
	on         Date
	once, rate float64 // news, faded to on
}

func (f *fader) fadeTo(on Date) {
	if f.on != on {
		fade := math.Exp2(-float64(on.Sub(f.on)) / f.halfLife)
		f.once, f.rate, f.on = f.once*fade, f.rate*fade, on
	}
}

func (f *fader) take(upTo Date) {
	for ; f.next < len(f.days) && f.days[f.next].on <= upTo; f.next++ {
		d := &f.days[f.next]
		f.fadeTo(d.on)
		f.once += d.onceNews
		f.rate += d.rateNews
	}
}

func (f *fader) felt() float64 {
	if f.next == 0 || f.days[f.next-1].high == 0 {
		return f.once
	}
	return f.once + f.days[f.next-1].rate/f.days[f.next-1].high*f.rate
}

// until is felt value on a day without the day's own steps.
func (f *fader) until(on Date) float64 {
	f.take(on.AddDays(-1))
	f.fadeTo(on)
	return f.felt()
}

// with is felt value on a day with the day's own steps.
func (f *fader) with(on Date) float64 {
	f.take(on)
	return f.felt()
}

// feltBefore is perceived value on a day without the day's own steps.
func (l *ledger) feltBefore(on Date) float64 {
	var sum float64
	for i := range l.stairs {
		sum += l.stairs[i].proved.perceived(on.AddDays(-1), on, l.settings.HalfLife())
	}
	return sum
}

// newsDays returns the days on which silence broke, up to a day, in order.
func (l *ledger) newsDays(until Date) []Date {
	var days []Date
	for i := range l.stairs {
		for j := range l.stairs[i].proved.days {
			if d := &l.stairs[i].proved.days[j]; d.on <= until && d.breaksSilence() {
				days = append(days, d.on)
			}
		}
	}
	return inOrder(days)
}

// silences returns the silences of 120 days and more that touch the picture.
// The first counts from the account's start, as the figure does.
func (l *ledger) silences(from, to, today Date) []Silence {
	out := []Silence{}
	news := l.newsDays(today)
	last := Date(0)
	if a := &l.file.Account; a.StartDate != 0 && a.StartDate <= today {
		last = a.StartDate
		if a.FirstValueOn > last && a.FirstValueOn <= today {
			last = a.FirstValueOn
		}
		if len(news) > 0 && news[0] < last {
			last = 0
		}
	}
	add := func(begin, end Date, open bool) {
		if begin == 0 || end.Sub(begin) < silentDays || end < from || begin > to {
			return
		}
		s := Silence{From: begin, To: end, Days: end.Sub(begin), Open: open, FeltStart: l.perceived(begin, true)}
		s.FeltEnd = l.feltBefore(end)
		if open {
			s.FeltEnd = l.perceived(end, true)
		}
		out = append(out, s)
	}
	for _, on := range news {
		add(last, on, false)
		last = on
	}
	add(last, today, true)
	return out
}

// events returns the verticals of the picture in order of day.
func (l *ledger) events(from, to, today Date) []Event {
	out := []Event{}
	add := func(on Date, kind string, record Link, text string) {
		if on != 0 && on >= from && on <= to {
			out = append(out, Event{On: on, Kind: kind, Record: record, Text: text})
		}
	}
	l.termEvents(add)
	for i := range l.file.Stories {
		if s := &l.file.Stories[i]; isTold(s) && s.ToldOn <= today {
			add(s.ToldOn, "told", Link{Kind: "story", ID: s.ID}, s.Title)
		}
	}
	account := Link{Kind: "account", ID: l.file.Account.ID}
	add(l.firstValueOn(today), "first_value", account, "")
	add(l.file.Account.CancelledOn, "cancelled", account, l.file.Account.CancelReason)
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	return out
}

func (l *ledger) termEvents(add func(Date, string, Link, string)) {
	for i := range l.file.Terms {
		t := &l.file.Terms[i]
		kind, followed := "start", false
		for j := range l.file.Terms {
			o := &l.file.Terms[j]
			if o.ID == t.ID || contractKey(o) != contractKey(t) {
				continue
			}
			if o.Start < t.Start {
				kind = "renewal"
			}
			followed = followed || o.Start > t.Start
		}
		record := Link{Kind: "term", ID: t.ID}
		add(t.Start, kind, record, t.Contract)
		if !followed {
			add(t.End, "term_end", record, t.Contract)
		}
	}
}

// leaving returns the one-time amounts that leave the year within the picture.
func (l *ledger) leaving(from, to Date) []Leaving {
	out := []Leaving{}
	for i := range l.stairs {
		st := &l.stairs[i]
		for _, s := range st.steps {
			if on := s.on.AddDays(year); !s.yearly && s.amount > 0 && on >= from && on <= to {
				out = append(out, Leaving{On: on, Benefit: st.benefit.ID, Title: st.benefit.Title, Amount: s.amount, Proved: s.proved})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Leaving) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Benefit, b.Benefit))
	})
	return out
}

// AxesSince compares the four axes on two days: "since the last renewal",
// "since the last story", or since any other day.
func AxesSince(f *File, s *Settings, since, on Date) AxesFigure {
	l := newLedgerUntil(f, s, on)
	was, is := l.levelPoint(since), l.levelPoint(on)
	axis := func(provedWas, provedIs, claimedWas, claimedIs float64) AxisFigure {
		a := AxisFigure{Was: provedWas, Is: provedIs, ProvedChange: provedIs - provedWas}
		a.ClaimedChange = claimedIs - claimedWas - a.ProvedChange
		return a
	}
	count := func(a, b, c, d int) AxisFigure { return axis(float64(a), float64(b), float64(c), float64(d)) }
	return AxesFigure{
		Since: since, On: on, Currency: l.currency,
		Benefits:   count(was.Benefits, is.Benefits, was.ClaimedBenefits, is.ClaimedBenefits),
		People:     axis(float64(was.People), float64(is.People), float64(was.ClaimedPeople), float64(is.ClaimedPeople)),
		Dimensions: count(was.Dimensions, is.Dimensions, was.ClaimedDimensions, is.ClaimedDimensions),
		Value:      axis(was.Proved, is.Proved, was.Claimed, is.Claimed),
	}
}
