package success

import "math"

// totals are the sums over all benefits on a day.
type totals struct {
	rates      float64 // yearly rates in force
	level      float64 // rates and the lumps of the last 365 days
	benefits   int
	people     int64
	dimensions int
}

// totals sums up a day. Where held is given, the benefits it names count as in
// force too.
func (l *ledger) totals(on Date, proved bool, held func(*stair) bool) totals {
	var t totals
	groups := make([]reach, 0, len(l.stairs))
	dimensions := make([]string, 0, len(l.stairs))
	for i := range l.stairs {
		st := &l.stairs[i]
		v := st.view(proved)
		d, ok := v.at(on)
		if !ok {
			continue
		}
		t.rates += d.rate
		t.level += d.rate + v.onceIn(on.AddDays(-year), on)
		if !d.inForce(on) && (held == nil || !held(st)) {
			continue
		}
		t.benefits++
		groups = widen(groups, st.group, d.people)
		dimensions = addOnce(dimensions, st.benefit.Dimension)
	}
	for _, g := range groups {
		t.people += g.people
	}
	t.dimensions = len(dimensions)
	return t
}

// level is the level of totals alone.
func (l *ledger) level(on Date, proved bool) float64 {
	var sum float64
	for i := range l.stairs {
		v := l.stairs[i].view(proved)
		if d, ok := v.at(on); ok {
			sum += d.rate + v.onceIn(on.AddDays(-year), on)
		}
	}
	return sum
}

// reach is the largest number of people of one group.
type reach struct {
	group  string
	people int64
}

func widen(groups []reach, group string, people int64) []reach {
	for i := range groups {
		if groups[i].group == group {
			groups[i].people = max(groups[i].people, people)
			return groups
		}
	}
	return append(groups, reach{group, people})
}

func addOnce(list []string, word string) []string {
	if word == "" {
		return list
	}
	for _, w := range list {
		if w == word {
			return list
		}
	}
	return append(list, word)
}

// perceived is value as its receivers feel it: news fades with the half-life,
// and a rate that fell below its mark is felt in proportion.
func (l *ledger) perceived(on Date, proved bool) float64 {
	var sum float64
	for i := range l.stairs {
		sum += l.stairs[i].view(proved).perceived(on, on, l.settings.HalfLife())
	}
	return sum
}

// perceived fades what was known on one day to a day on or after it.
func (v *view) perceived(known, on Date, halfLife float64) float64 {
	now, ok := v.at(known)
	if !ok {
		return 0
	}
	var once, rate float64
	for i := range v.days {
		d := &v.days[i]
		if d.on > known {
			break
		}
		if d.rateNews == 0 && d.onceNews == 0 {
			continue
		}
		fade := math.Exp2(-float64(on.Sub(d.on)) / halfLife)
		once += d.onceNews * fade
		rate += d.rateNews * fade
	}
	if now.high == 0 {
		return once
	}
	return once + now.rate/now.high*rate
}

func (l *ledger) side(on Date, proved bool) (Side, totals) {
	now, before := l.totals(on, proved, nil), l.totals(on.AddDays(-year), proved, nil)
	return Side{
		Level:      now.level,
		Velocity:   now.level - before.level,
		Perceived:  l.perceived(on, proved),
		Benefits:   now.benefits,
		People:     now.people,
		Dimensions: now.dimensions,
	}, now
}

// Velocity computes how value grows in an account, as of a day.
func Velocity(f *File, s *Settings, on Date) VelocityFigure {
	return newLedger(f, s).velocity(on)
}

func (l *ledger) velocity(on Date) VelocityFigure {
	account := &l.file.Account
	v := VelocityFigure{Account: account.ID, On: on, Currency: l.currency, LeftOut: l.leftOut}
	var now totals
	v.Proved, now = l.side(on, true)
	v.Claimed, _ = l.side(on, false)
	v.Since = verdictSince(account, on)
	was := l.totals(v.Since, true, nil)
	v.Axes = Axes{
		Benefits:   now.benefits - was.benefits,
		People:     now.people - was.people,
		Dimensions: now.dimensions - was.dimensions,
		Value:      now.level - was.level,
	}
	v.FirstValueOn = l.firstValueOn(on)
	if v.FirstValueOn != 0 && account.StartDate != 0 {
		days := v.FirstValueOn.Sub(account.StartDate)
		v.TimeToFirstValueDays = &days
	}
	v.FirstValueOverdue = v.FirstValueOn == 0 && account.StartDate != 0 &&
		on.Sub(account.StartDate) > firstValueTarget(account)
	v.Verdict = l.verdict(on, v.Since, was, v.FirstValueOn)
	v.SilenceDays = l.silence(on)
	return v
}

// verdictSince is the day since which the verdict looks: a year back, or the
// account's start where that is later and has come.
func verdictSince(a *Account, on Date) Date {
	back := on.AddDays(-year)
	if a.StartDate > back && a.StartDate <= on {
		return a.StartDate
	}
	return back
}

func firstValueTarget(a *Account) int {
	if a.FirstValueTargetDays == nil {
		return 90
	}
	return int(*a.FirstValueTargetDays)
}

// firstValueOn is the earlier of the account's own day and the first proved
// step with an amount or people above 0; none where neither has come.
func (l *ledger) firstValueOn(on Date) Date {
	first := l.file.Account.FirstValueOn
	if first > on {
		first = 0
	}
	for i := range l.stairs {
		for _, d := range l.stairs[i].proved.days {
			if d.on > on {
				break
			}
			if d.firstValue {
				if first == 0 || d.on < first {
					first = d.on
				}
				break
			}
		}
	}
	return first
}

// known reports whether anything is known of the account besides its terms.
func (l *ledger) known(on Date) bool {
	if len(l.file.Plans) > 0 || len(l.file.Benefits) > 0 {
		return true
	}
	for i := range l.file.Touchpoints {
		if l.file.Touchpoints[i].On <= on {
			return true
		}
	}
	return false
}

func (l *ledger) verdict(on, since Date, was totals, firstValueOn Date) Verdict {
	if !l.known(on) {
		return NotYetKnown
	}
	if firstValueOn == 0 {
		return NoValueYet
	}
	now := l.totals(on, true, func(st *stair) bool { return st.lumpsInForce(since, on) })
	rose, fell := 0, 0
	for _, change := range []int64{
		int64(now.benefits - was.benefits), now.people - was.people, int64(now.dimensions - was.dimensions),
	} {
		switch {
		case change > 0:
			rose++
		case change < 0:
			fell++
		}
	}
	switch {
	case now.rates < 0.95*was.rates || (fell > 0 && rose == 0):
		return Shrinking
	case rose >= 2 && fell == 0:
		return Expanding
	case rose > 0 || (fell == 0 && now.rates > 1.05*was.rates):
		return Deepening
	}
	return Static
}

// lumpsInForce reports whether a benefit of one-time value alone was in force
// on a day: that its value runs out is no fall.
func (st *stair) lumpsInForce(since, on Date) bool {
	now, ok := st.proved.at(on)
	if !ok || now.yearly {
		return false
	}
	then, ok := st.proved.at(since)
	return ok && then.inForce(since)
}

// silence is the number of days since the last proved news, first proved step
// or rise of people; nil where nothing says when it began.
func (l *ledger) silence(on Date) *int {
	last := l.lastNews(on)
	if last == 0 {
		a := &l.file.Account
		if a.StartDate == 0 || a.StartDate > on {
			return nil
		}
		last = a.StartDate
		if a.FirstValueOn > last && a.FirstValueOn <= on {
			last = a.FirstValueOn
		}
	}
	days := on.Sub(last)
	return &days
}

// breaksSilence reports whether a day of the proved view is heard.
func (d *day) breaksSilence() bool {
	return d.first || d.peopleRose || d.rateNews > 0 || d.onceNews > 0
}

func (l *ledger) lastNews(on Date) Date {
	var last Date
	for i := range l.stairs {
		days := l.stairs[i].proved.days
		for j := len(days) - 1; j >= 0; j-- {
			if days[j].on <= on && days[j].breaksSilence() {
				last = max(last, days[j].on)
				break
			}
		}
	}
	return last
}

// Delivered computes the value delivered from a day (counted) to a day (not
// counted).
func Delivered(f *File, s *Settings, from, to Date) DeliveredFigure {
	l := newLedger(f, s)
	d := DeliveredFigure{Account: l.file.Account.ID, From: from, To: to, Currency: l.currency}
	for i := range l.stairs {
		d.Proved += l.stairs[i].proved.delivered(from, to)
		d.Claimed += l.stairs[i].claimed.delivered(from, to)
	}
	return d
}

func (v *view) delivered(from, to Date) float64 {
	var sum float64
	for i := range v.days {
		d := &v.days[i]
		if d.on >= from && d.on < to {
			sum += d.onceNews
		}
		begin, end := max(d.on, from), to
		if i+1 < len(v.days) {
			end = min(end, v.days[i+1].on)
		}
		if end > begin {
			sum += d.rate * float64(end.Sub(begin)) / year
		}
	}
	return sum
}
