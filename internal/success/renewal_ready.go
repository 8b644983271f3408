package success

import "slices"

// ReadyKey names a line of a renewal's readiness list.
type ReadyKey string

// The lines of the readiness list, in order.
const (
	ReadyValidated  ReadyKey = "outcomes_validated" // somebody who is there stands by each outcome
	ReadyReadings   ReadyKey = "readings_fresh"
	ReadyProof      ReadyKey = "proof_fresh"   // something is proved, and no proof is older than a year
	ReadyNews       ReadyKey = "something_new" // something new within 120 days
	ReadyPeople     ReadyKey = "people_known"  // three people on two levels, and the champion is there
	ReadyPlan       ReadyKey = "plan_signed"   // at its present version
	ReadyBuyer      ReadyKey = "buyer_met"     // within 90 days
	ReadyAnswered   ReadyKey = "answered"      // no message waits beyond its day
	ReadyStory      ReadyKey = "story_begun"   // of this term
	ReadyStoryNew   ReadyKey = "story_new"     // and it is not old news
	ReadyAsk        ReadyKey = "ask_written"   // what we ask for
	ReadyMitigation ReadyKey = "mitigation"    // only where the renewal is at risk
	ReadyTold       ReadyKey = "story_told"    // of this term
	ReadyOffer      ReadyKey = "offer_known"   // what they offer
	ReadyPaper      ReadyKey = "paper_path"    // each step has an owner and a day
	ReadyPaperTime  ReadyKey = "paper_on_time" // only where there are steps
	ReadyCall       ReadyKey = "call_made"     // at the gate that stands
)

// ReadyItem is one line of a renewal's readiness list. Gate is by how many days
// before the decision it is wanted, and Due says that this gate was reached. Count
// of Of have it; both are 0 where it is not counted. On is the day it was done, or
// the oldest of the days that keep it from being done. Record is where it is
// mended, or what shows it.
type ReadyItem struct {
	Key    ReadyKey `json:"key"`
	Gate   int      `json:"gate"`
	Done   bool     `json:"done"`
	Due    bool     `json:"due"`
	Count  int      `json:"count"`
	Of     int      `json:"of"`
	On     Date     `json:"on"`
	Record Link     `json:"record"`
}

// wantedAt is by which of the usual gates a line is wanted.
var wantedAt = map[ReadyKey]int{
	ReadyValidated: 120, ReadyReadings: 120, ReadyProof: 120, ReadyNews: 120, ReadyPeople: 120,
	ReadyPlan: 90, ReadyBuyer: 90, ReadyAnswered: 90,
	ReadyStory: 60, ReadyStoryNew: 60, ReadyAsk: 60, ReadyMitigation: 60,
	ReadyTold: 30, ReadyOffer: 30, ReadyPaper: 30, ReadyPaperTime: 30,
}

// gateFor returns the gate of a workspace at which something is wanted that the
// usual gates want at some days: the last that is no later, else the first.
func gateFor(gates []int, days int) int {
	for i := len(gates) - 1; i >= 0; i-- {
		if gates[i] >= days {
			return gates[i]
		}
	}
	return gates[0]
}

// GateAt returns which of the gates (in days, the earliest first) stands when a
// decision is some days ahead: the last one reached, or 0 before the first.
func GateAt(gates []int, days int) int {
	at := 0
	for _, gate := range gates {
		if days <= gate {
			at = gate
		}
	}
	return at
}

// RenewalFigure is how ready a renewal is on a day. Days counts to the decision and
// is negative once it has passed; Gate is the one that stands, 0 before the first.
// Holds of Of lines of the gates reached are done, the call not counted. Call is the
// latest one made, nil without one; Disagrees says how it differs from the signal.
type RenewalFigure struct {
	Term      ID
	Decision  Date
	Days      int
	Gate      int
	Items     []ReadyItem
	Holds, Of int
	Signal    Signal
	Call      *GateCall
	Due       bool // the call of the gate that stands is still to be made
	Disagrees Word
}

// RenewalOf says how ready a term's renewal is on a day. False where the term is
// not there, or is over with a result.
func RenewalOf(f *File, s *Settings, term ID, on Date) (RenewalFigure, bool) {
	x := newStanding(f, s, on)
	t := find(x.file.Terms, term)
	if t == nil || !isOpenOn(t, on) {
		return RenewalFigure{}, false
	}
	return x.renewalFigure(t, x.risk()), true
}

func (x *standing) renewalFigure(t *Term, risk RiskFigure) RenewalFigure {
	decision := DecisionDate(t)
	r := RenewalFigure{Term: t.ID, Decision: decision, Days: decision.Sub(x.on), Items: []ReadyItem{}}
	gates := Gates(x.settings)
	r.Gate = GateAt(gates, r.Days)
	r.Call = x.latestCallOf(t)
	list := &readyList{standing: x, term: t, work: x.workOn(t), risk: risk, call: r.Call}
	list.fill()
	for _, item := range list.items {
		item.Gate = gateFor(gates, wantedAt[item.Key])
		item.Due = r.Days <= item.Gate
		r.Items = append(r.Items, item)
		if item.Due {
			r.Of++
			if item.Done {
				r.Holds++
			}
		}
	}
	slices.SortStableFunc(r.Items, func(a, b ReadyItem) int { return b.Gate - a.Gate })
	r.Signal = x.signal(risk, &r)
	if r.Gate > 0 {
		_, r.Due = DueGate(x.file, x.settings, t, x.on)
		r.Items = append(r.Items, ReadyItem{Key: ReadyCall, Gate: r.Gate, Due: true, Done: !r.Due, Record: Link{"term", t.ID}})
	}
	if r.Call != nil {
		r.Disagrees = Disagreement(r.Call.Call, r.Signal.Level)
	}
	return r
}

// latestCallOf is the last call that was made on a term.
func (x *standing) latestCallOf(t *Term) *GateCall { return latestGate(x.file, t, x.on) }

// workOn is the renewal record of a term; an empty one where nothing was written.
func (x *standing) workOn(t *Term) *Renewal {
	for i := range x.file.Renewals {
		if x.file.Renewals[i].TermID == t.ID {
			return &x.file.Renewals[i]
		}
	}
	return &Renewal{TermID: t.ID}
}

// readyList gathers the lines of one renewal.
type readyList struct {
	*standing
	term  *Term
	work  *Renewal
	risk  RiskFigure
	call  *GateCall
	items []ReadyItem
}

func (l *readyList) add(item ReadyItem) { l.items = append(l.items, item) }

func (l *readyList) fill() {
	l.fromPlan()
	l.value()
	l.people()
	l.fromStories()
	l.fromWork()
}

// planRecord is where a plan is mended: itself, or the account where there is none.
func (l *readyList) planRecord() Link {
	if l.plan != nil {
		return Link{"success_plan", l.plan.ID}
	}
	return Link{"account", l.file.Account.ID}
}

// counted is a line that holds when each of a list has it, and there is one.
func counted[T any](key ReadyKey, list []*T, at Link, has func(*T) bool, link func(*T) Link) ReadyItem {
	item := ReadyItem{Key: key, Of: len(list), Record: at}
	for _, one := range list {
		if has(one) {
			item.Count++
		} else if item.Record == at {
			item.Record = link(one)
		}
	}
	item.Done = item.Of > 0 && item.Count == item.Of
	return item
}

// fromPlan is what the plan shows: outcomes stood by, measures read, and the signature.
func (l *readyList) fromPlan() {
	at := l.planRecord()
	l.add(counted(ReadyValidated, l.outcomes, at, l.isValidated, func(o *Outcome) Link { return Link{"outcome", o.ID} }))
	l.add(counted(ReadyReadings, l.measures, at, func(m *Measure) bool {
		now := l.measureNow[m.ID]
		return now.Now != nil && !pastCadence(m, now.NowOn, l.on)
	}, func(m *Measure) Link { return Link{"measure", m.ID} }))
	signed := ReadyItem{Key: ReadyPlan, Done: l.isSigned(), Record: at}
	for i := range l.file.Signoffs {
		if s := &l.file.Signoffs[i]; l.plan != nil && s.PlanID == l.plan.ID && s.SignedOn <= l.on {
			signed.On = max(signed.On, s.SignedOn)
		}
	}
	l.add(signed)
}

// value is what is proved, how fresh it is, and when something new came last.
func (l *readyList) value() {
	account := Link{"account", l.file.Account.ID}
	proof := ReadyItem{Key: ReadyProof, Record: account}
	for i := range l.stairs {
		st := &l.stairs[i]
		if !st.proved.inForce(l.on) {
			continue
		}
		proof.Of++
		if !st.isStale(l.on) {
			proof.Count++
		} else if proof.Record == account {
			proof.Record, proof.On = Link{"benefit", st.benefit.ID}, st.proofOn()
		}
	}
	proof.Done = proof.Of > 0 && proof.Count == proof.Of
	l.add(proof)
	news := ReadyItem{Key: ReadyNews, Record: account}
	if silence := l.velocity.SilenceDays; silence != nil {
		news.Count, news.On = *silence, l.on.AddDays(-*silence)
		news.Done = l.velocity.FirstValueOn != 0 && *silence < silentDays
	}
	l.add(news)
}

func (l *readyList) people() {
	account := Link{"account", l.file.Account.ID}
	c := l.coverageChecks()
	l.add(ReadyItem{
		Key: ReadyPeople, Record: account, Count: len(l.active()),
		Done: c.ThreeActiveStakeholders && c.TwoLevels && c.ChampionNotLeft,
	})
	buyer := ReadyItem{Key: ReadyBuyer, Record: account, Done: c.EconomicBuyerMet}
	for _, p := range l.active() {
		if p.Role == "economic buyer" {
			buyer.Record = Link{"stakeholder", p.ID}
			break
		}
	}
	l.add(buyer)
	answered := ReadyItem{Key: ReadyAnswered, Record: account, Done: true}
	for i := range l.risk.Flags {
		if f := &l.risk.Flags[i]; f.Name == FlagUnanswered || f.Name == FlagLeaving {
			answered.Done, answered.On, answered.Record = false, f.On, f.Record
		}
	}
	l.add(answered)
}

// fromStories is how far the story of the term is.
func (l *readyList) fromStories() {
	record := Link{"term", l.term.ID}
	begun := ReadyItem{Key: ReadyStory, Record: record}
	fresh := ReadyItem{Key: ReadyStoryNew, Record: record}
	told := ReadyItem{Key: ReadyTold, Record: record}
	for i := range l.file.Stories {
		s := &l.file.Stories[i]
		if s.TermID != l.term.ID {
			continue
		}
		at := Link{"story", s.ID}
		begun.Done, begun.Record = true, at
		fresh.Done, fresh.Record = !l.story(s, l.on).OldNews, at
		if s.ToldOn != 0 && s.ToldOn <= l.on {
			told.Done, told.On = true, max(told.On, s.ToldOn)
		}
		told.Record = at
	}
	l.add(begun)
	l.add(fresh)
	l.add(told)
}

// fromWork is what the renewal's own record says.
func (l *readyList) fromWork() {
	record := Link{"term", l.term.ID}
	l.add(ReadyItem{Key: ReadyAsk, Done: isFilled(l.work.Ask), Record: record})
	if l.isAtRisk() {
		l.add(ReadyItem{Key: ReadyMitigation, Done: isFilled(l.work.Mitigation), Record: record})
	}
	l.add(ReadyItem{Key: ReadyOffer, Done: !l.work.Offer.IsZero(), Record: record})
	paper := ReadyItem{Key: ReadyPaper, Of: len(l.work.PaperPath), Record: record}
	onTime := ReadyItem{Key: ReadyPaperTime, Of: paper.Of, Record: record}
	for _, step := range l.work.PaperPath {
		done := step.DoneOn != 0
		if done || isFilled(step.Owner) && step.Due != 0 {
			paper.Count++
		}
		if done || step.Due == 0 || step.Due >= l.on {
			onTime.Count++
		} else if onTime.On == 0 || step.Due < onTime.On {
			onTime.On = step.Due
		}
	}
	paper.Done = paper.Of > 0 && paper.Count == paper.Of
	l.add(paper)
	if onTime.Of > 0 {
		onTime.Done = onTime.Count == onTime.Of
		l.add(onTime)
	}
}

// isAtRisk reports whether the records or the CSM say that a renewal is at risk:
// then there has to be a plan against it.
func (l *readyList) isAtRisk() bool {
	return l.risk.Risk == RiskAtRisk || l.risk.Risk == RiskCritical || l.call != nil && l.call.Call == CallAtRisk
}
