package success

import (
	"cmp"
	"slices"
	"strings"
)

// year is the length of a year in days wherever money a year meets days, and
// the reach back of velocity.
const year = 365

// step is one step of a benefit, written or made by a reading, with its amount
// in the account's currency.
type step struct {
	on           Date
	yearly       bool
	proved       bool
	fromReading  bool
	recordedAt   Instant // of the reading
	priced       bool    // has an amount, in a currency with a rate
	above        bool    // has an amount above 0, with or without a rate
	zero         bool    // has an amount, and it is 0
	amount       float64
	people       *Count
	confirmation string
	confirmedOn  Date
	meta         *Meta
}

func (s *step) hasAmount() bool { return s.above || s.zero }

func (s *step) link() Link {
	if s.fromReading {
		return Link{Kind: "reading", ID: s.meta.ID}
	}
	return Link{Kind: "benefit_step", ID: s.meta.ID}
}

// day is the state of a benefit from a day on, in one view of it.
type day struct {
	on         Date
	rate       float64 // yearly rate in force
	high       float64 // highest rate so far
	rateNews   float64 // how far the day's rate passes the mark before
	onceNews   float64 // lumps of the day
	people     int64
	yearly     bool // has had a yearly step
	amount     int8 // of the last yearly amount: -1 none yet, 0 ended, 1 above 0
	lastOnce   Date // last once step since the last yearly 0
	first      bool // the view's first step of the benefit
	peopleRose bool // above what the benefit ever had
	firstValue bool // an amount or people above 0 that count as value
}

// view is a benefit day by day: proved, or with claims.
type view struct{ days []day }

// at returns the state on a day; false before the view's first step.
func (v *view) at(on Date) (*day, bool) {
	i, exact := slices.BinarySearchFunc(v.days, on, func(d day, t Date) int { return cmp.Compare(d.on, t) })
	if exact {
		return &v.days[i], true
	}
	if i == 0 {
		return nil, false
	}
	return &v.days[i-1], true
}

// inForce reports whether the benefit is in force on a day on or after d's.
func (d *day) inForce(on Date) bool {
	if d.yearly && d.amount != 0 {
		return true
	}
	return d.lastOnce != 0 && on.Sub(d.lastOnce) < year
}

// onceIn sums the lumps of the days after one day up to another.
func (v *view) onceIn(after, to Date) float64 {
	var sum float64
	for i := len(v.days) - 1; i >= 0 && v.days[i].on > after; i-- {
		if v.days[i].on <= to {
			sum += v.days[i].onceNews
		}
	}
	return sum
}

// stair is one benefit with its steps in order.
type stair struct {
	benefit *Benefit
	group   string // trimmed, without case
	steps   []step
	proved  view
	claimed view
}

func (st *stair) view(proved bool) *view {
	if proved {
		return &st.proved
	}
	return &st.claimed
}

// ledger is all benefits of an account, ready for arithmetic.
type ledger struct {
	file     *File // live
	settings *Settings
	currency string
	stairs   []stair
	until    Date // last day of steps, or none
	leftOut  []ID // steps whose amount has no rate
}

func newLedger(f *File, s *Settings) *ledger { return newLedgerUntil(f, s, 0) }

// newLedgerUntil leaves out steps and readings after a day, so that the days
// that follow show what is if all stays as it is. No day means no limit.
func newLedgerUntil(f *File, s *Settings, until Date) *ledger {
	f = f.settled()
	l := &ledger{file: f, settings: s, currency: CurrencyOf(&f.Account, s), until: until}
	l.stairs = make([]stair, len(f.Benefits))
	at := make(map[ID]int, len(f.Benefits))
	for i := range f.Benefits {
		b := &f.Benefits[i]
		l.stairs[i] = stair{benefit: b, group: strings.ToLower(strings.TrimSpace(b.Group))}
		at[b.ID] = i
	}
	x := newExchange(s, l.currency)
	l.addReadings(x)
	l.addWritten(x, at)
	for i := range l.stairs {
		st := &l.stairs[i]
		if until != 0 {
			st.steps = slices.DeleteFunc(st.steps, func(s step) bool { return s.on > until })
		}
		st.sort()
		st.proved.days = walk(st.steps, true)
		st.claimed.days = walk(st.steps, false)
	}
	return l
}

// sort puts the steps in order. Most stairs are in order already, and a step is
// large to move.
func (st *stair) sort() {
	for i := 1; i < len(st.steps); i++ {
		if compareSteps(&st.steps[i-1], &st.steps[i]) > 0 {
			slices.SortStableFunc(st.steps, func(a, b step) int { return compareSteps(&a, &b) })
			return
		}
	}
}

// compareSteps orders steps by day, those of readings before written ones, then
// by when they were recorded and made: the last of a day holds.
func compareSteps(a, b *step) int {
	if c := cmp.Compare(a.on, b.on); c != 0 {
		return c
	}
	if a.fromReading != b.fromReading {
		if a.fromReading {
			return -1
		}
		return 1
	}
	if c := cmp.Compare(a.recordedAt, b.recordedAt); c != 0 {
		return c
	}
	return compareMade(a.meta, b.meta)
}

func (l *ledger) addWritten(x *exchange, at map[ID]int) {
	counts := make([]int, len(l.stairs))
	for i := range l.file.Steps {
		counts[at[l.file.Steps[i].BenefitID]]++
	}
	for i := range l.stairs {
		l.stairs[i].steps = slices.Grow(l.stairs[i].steps, counts[i])
	}
	for i := range l.file.Steps {
		r := &l.file.Steps[i]
		s := step{
			on: r.On, yearly: r.StepKind == "yearly", proved: isProof(r.Confirmation), people: r.People,
			confirmation: r.Confirmation, confirmedOn: r.ConfirmedOn, meta: &r.Meta,
		}
		if s.confirmation == "" {
			s.confirmation = claimed
		}
		if !r.Amount.IsZero() {
			s.above, s.zero = r.Amount.Minor > 0, r.Amount.Minor == 0
			l.price(&s, x, r.Amount.Currency, r.Amount.Major())
		}
		st := &l.stairs[at[r.BenefitID]]
		st.steps = append(st.steps, s)
	}
}

// price sets a step's amount. Nothing of any currency is nothing; an amount
// without a rate is left out.
func (l *ledger) price(s *step, x *exchange, currency string, major float64) {
	rate, ok := x.rate(currency, s.on)
	switch {
	case s.zero:
		s.priced = true
	case ok:
		s.amount, s.priced = major*rate, true
	default:
		l.leftOut = append(l.leftOut, s.meta.ID)
	}
}

// The confirmations, weakest first.
const (
	claimed   = "claimed"
	evidenced = "evidenced"
	confirmed = "confirmed"
)

func isProof(confirmation string) bool { return confirmation == evidenced || confirmation == confirmed }

// weaker returns the weaker of two confirmations.
func weaker(a, b string) string {
	if a == claimed || b == claimed {
		return claimed
	}
	if a == evidenced || b == evidenced {
		return evidenced
	}
	return confirmed
}

// addReadings lets measures that have a price make steps of their readings.
func (l *ledger) addReadings(x *exchange) {
	f := l.file
	bound := map[ID]int{}
	for i := range f.Benefits {
		if id := f.Benefits[i].MeasureID; id != "" {
			if _, taken := bound[id]; !taken {
				bound[id] = i // the first made has the measure's steps
			}
		}
	}
	if len(bound) == 0 {
		return
	}
	backed := backedRecords(f)
	priced := map[ID]*pricedMeasure{}
	for i := range f.Measures {
		m := &f.Measures[i]
		at, ok := bound[m.ID]
		if ok && m.Direction != "hold" && m.Baseline != nil && !m.UnitValue.IsZero() {
			priced[m.ID] = newPricedMeasure(m, &l.stairs[at], backed[m.ID])
		}
	}
	if len(priced) == 0 {
		return
	}
	var m *pricedMeasure
	for i := range f.Readings {
		r := &f.Readings[i]
		if m == nil || m.id != r.MeasureID { // readings of one measure mostly stand together
			m = priced[r.MeasureID]
		}
		if m != nil {
			m.stair.steps = append(m.stair.steps, l.readingStep(m, r, x, backed))
		}
	}
}

// readingStep is the step that a reading makes: its yearly amount, with the
// weaker confirmation of the reading and of the unit value.
func (l *ledger) readingStep(m *pricedMeasure, r *Reading, x *exchange, backed map[ID]bool) step {
	s := step{on: r.On, yearly: true, fromReading: true, recordedAt: r.RecordedAt, meta: &r.Meta}
	s.confirmation = weaker(m.confirmation, confirmationOf(r.ConfirmedBy, r.ConfirmedBy == "" && backed[r.ID]))
	s.proved = isProof(s.confirmation)
	amount := m.worth(r.Value)
	s.above, s.zero = amount > 0, amount == 0
	l.price(&s, x, m.currency, amount)
	return s
}

// pricedMeasure is a measure whose readings make the steps of a benefit.
type pricedMeasure struct {
	id           ID
	stair        *stair
	baseline     float64
	down         bool
	price        float64 // money a year for one unit of improvement, our share of it
	currency     string
	confirmation string // of the unit value
}

func newPricedMeasure(m *Measure, st *stair, backed bool) *pricedMeasure {
	p := &pricedMeasure{
		id: m.ID, stair: st, baseline: *m.Baseline, down: m.Direction == "down",
		price: m.UnitValue.Major(), currency: m.UnitValue.Currency,
		confirmation: confirmationOf(m.UnitValueConfirmedBy, backed),
	}
	if m.Attribution != nil {
		p.price *= *m.Attribution
	}
	return p
}

// worth is the yearly amount of a reading, in the currency of the unit value.
func (p *pricedMeasure) worth(value float64) float64 {
	better := value - p.baseline
	if p.down {
		better = -better
	}
	return max(0, better) * p.price
}

func confirmationOf(by string, backed bool) string {
	switch {
	case by != "":
		return confirmed
	case backed:
		return evidenced
	}
	return claimed
}

// backedRecords returns the records that evidence hangs on. A note of our own
// is no evidence; a note with a stakeholder is.
func backedRecords(f *File) map[ID]bool {
	backed := make(map[ID]bool, len(f.Evidence))
	for i := range f.Evidence {
		if isEvidence(&f.Evidence[i]) {
			backed[f.Evidence[i].Subject.ID] = true
		}
	}
	return backed
}

func isEvidence(e *Evidence) bool {
	return (e.EvidenceKind != "" && e.EvidenceKind != "note") || e.StakeholderID != ""
}

// recordedOrder returns the readings that pass in the order in which they count:
// the last of a day holds.
func recordedOrder(readings []Reading, pass func(*Reading) bool) []*Reading {
	out := make([]*Reading, 0, len(readings))
	for i := range readings {
		if pass(&readings[i]) {
			out = append(out, &readings[i])
		}
	}
	if !slices.IsSortedFunc(out, compareRecorded) {
		slices.SortFunc(out, compareRecorded)
	}
	return out
}

func compareRecorded(a, b *Reading) int {
	if c := cmp.Compare(a.On, b.On); c != 0 {
		return c
	}
	if c := cmp.Compare(a.RecordedAt, b.RecordedAt); c != 0 {
		return c
	}
	return compareMade(&a.Meta, &b.Meta)
}
