package exchange

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// lookups is what rows other than accounts are matched against.
type lookups struct {
	measures map[success.ID]*measureEntry
	named    map[string][]*measureEntry // by folded name
	asked    map[[3]string]measureAnswer
	read     map[success.ID]bool       // accounts whose readings were read
	byDay    map[dayKey]*readingEntry  // the reading of a day without a time, else the last recorded
	byTime   map[timeKey]*readingEntry // readings whose time of day is known

	signs *signBook // indicators and their values

	records map[string]*recordEntry // stakeholders, benefits, steps, touchpoints by what tells them apart
}

type measureEntry struct {
	id      success.ID
	name    string
	account success.ID
}

type measureAnswer struct {
	measure *measureEntry
	err     error
}

type dayKey struct {
	measure *measureEntry
	on      success.Date
}

type timeKey struct {
	measure  *measureEntry
	recorded success.Instant
}

// readingEntry is a reading as it will be after the rows planned so far.
type readingEntry struct {
	id       success.ID
	value    float64
	recorded success.Instant
	made     *write
	row      int32 // of the file that spoke of it, 0 for none
}

// readingWrite holds the fields of a reading to write. A file may bring a
// hundred thousand, so the fields are made into JSON only when they are written.
type readingWrite struct {
	measure     success.ID
	account     success.ID
	on          success.Date
	recorded    success.Instant
	value       float64
	source      string
	confidence  string
	confirmedBy string
}

func (r *readingWrite) body(w *write) success.Fields {
	value := json.RawMessage(strconv.FormatFloat(r.value, 'f', -1, 64))
	fields := success.Fields{"value": value}
	if w.target() == "" {
		fields["measure_id"] = jsonText(string(r.measure))
		fields["on"] = jsonDate(r.on)
		if r.recorded != 0 {
			fields["recorded_at"] = jsonText(r.recorded.String())
		}
	}
	for _, f := range [...]struct{ name, text string }{{"source", r.source}, {"confidence", r.confidence}, {"confirmed_by", r.confirmedBy}} {
		if f.text != "" {
			fields[f.name] = jsonText(f.text)
		}
	}
	return fields
}

// byAccount orders the rows of readings by account, as the workspace keeps them:
// to go round all accounts again and again takes several times as long.
func byAccount(rows []*rowPlan) {
	account := func(r *rowPlan) success.ID {
		if len(r.writes) == 0 || r.writes[0].reading == nil {
			return ""
		}
		return r.writes[0].reading.account
	}
	slices.SortStableFunc(rows, func(a, b *rowPlan) int { return cmp.Compare(account(a), account(b)) })
}

// loadReadings reads the measures, whose account each is, and the readings of
// those that the file may speak of.
func (p *planner) loadReadings() error {
	plans, outcomes := map[success.ID]success.ID{}, map[success.ID]success.ID{}
	l := &p.other
	l.measures, l.named = map[success.ID]*measureEntry{}, map[string][]*measureEntry{}
	l.asked, l.read = map[[3]string]measureAnswer{}, map[success.ID]bool{}
	l.byDay, l.byTime = map[dayKey]*readingEntry{}, map[timeKey]*readingEntry{}
	for _, step := range []struct {
		kind success.Kind
		keep func(id success.ID, r linkRecord)
	}{
		{"success_plan", func(id success.ID, r linkRecord) { plans[id] = r.AccountID }},
		{"outcome", func(id success.ID, r linkRecord) { outcomes[id] = plans[r.PlanID] }},
		{"measure", func(id success.ID, r linkRecord) {
			m := &measureEntry{id, r.Name, outcomes[r.OutcomeID]}
			l.measures[id] = m
			l.named[nameKey(r.Name)] = append(l.named[nameKey(r.Name)], m)
		}},
	} {
		if err := p.target.List(step.kind, linked(step.kind, step.keep)); err != nil {
			return fmt.Errorf("reading what there is: %w", err)
		}
	}
	return nil
}

// linked hands a record's links to keep.
func linked(kind success.Kind, keep func(id success.ID, r linkRecord)) func(success.ID, json.RawMessage) error {
	return func(id success.ID, body json.RawMessage) error {
		texts, ok := success.PlainTexts(body, "account_id", "plan_id", "outcome_id", "name")
		r := linkRecord{}
		if ok {
			r.AccountID, r.PlanID, r.OutcomeID, r.Name = success.ID(texts[0]), success.ID(texts[1]), success.ID(texts[2]), texts[3]
		} else if err := json.Unmarshal(body, &r); err != nil {
			return fmt.Errorf("reading %s %s: %w", kind, id, err)
		}
		keep(id, r)
		return nil
	}
}

// loadReadingsOf reads the readings of an account when the first row about it
// comes: a file speaks of few accounts, and a book has millions of readings.
func (p *planner) loadReadingsOf(account success.ID) error {
	l := &p.other
	if l.read[account] {
		return nil
	}
	l.read[account] = true
	err := p.target.ListIn("reading", account, func(id success.ID, body json.RawMessage) error {
		rec, err := success.Decode("reading", body)
		if err != nil {
			return fmt.Errorf("reading reading %s: %w", id, err)
		}
		r, ok := rec.(*success.Reading)
		if !ok {
			return nil
		}
		if m := l.measures[r.MeasureID]; m != nil && m.account == account {
			l.addReading(m, r.On, &readingEntry{id: id, value: r.Value, recorded: r.RecordedAt})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading what there is: %w", err)
	}
	return nil
}

// linkRecord holds the fields by which plans, outcomes and measures are matched.
type linkRecord struct {
	AccountID success.ID `json:"account_id"`
	PlanID    success.ID `json:"plan_id"`
	OutcomeID success.ID `json:"outcome_id"`
	Name      string     `json:"name"`
}

func (l *lookups) addReading(m *measureEntry, on success.Date, r *readingEntry) {
	day := dayKey{m, on}
	have := l.byDay[day]
	if have == nil || r.recorded == 0 || have.recorded != 0 && have.recorded <= r.recorded {
		l.byDay[day] = r
	}
	if r.recorded != 0 {
		l.byTime[timeKey{m, r.recorded}] = r
	}
}

// measure finds the measure a row names: by id, or by name within its account.
func (p *planner) measure(c cells) (*measureEntry, error) {
	ask := [3]string{c.text("account_external_id"), c.text("account"), c.text("measure_id") + "\x00" + c.text("measure")}
	if known, ok := p.other.asked[ask]; ok {
		return known.measure, known.err
	}
	m, err := p.findMeasure(c)
	p.other.asked[ask] = measureAnswer{m, err}
	return m, err
}

func (p *planner) findMeasure(c cells) (*measureEntry, error) {
	for _, field := range []string{"measure_id", "measure"} {
		if m := p.other.measures[success.ID(strings.ToLower(c.text(field)))]; m != nil {
			return m, nil
		}
	}
	name := c.text("measure")
	if isNone(name) {
		return nil, success.Invalid("measure", "The row names no measure.")
	}
	var account *accountEntry
	if id, text := c.text("account_external_id"), c.text("account"); id != "" || text != "" {
		found, err := p.seen.find(p.Matching.Source, id, text)
		if err != nil {
			return nil, err
		}
		account = found
	}
	var fit []*measureEntry
	for _, m := range p.other.named[nameKey(name)] {
		if account == nil || m.account == account.id {
			fit = append(fit, m)
		}
	}
	switch {
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) > 1:
		return nil, success.Invalid("measure", "There are %d measures named %q. Name the account too, or the measure by its id.", len(fit), name)
	case account != nil:
		return nil, success.Invalid("measure", "%s has no measure %q. Add it to the plan first, or correct the name.", account.name, name)
	}
	return nil, success.Invalid("measure", "There is no measure %q. Add it to a plan first, or correct the name.", name)
}

// planReading plans one row of readings. A row with a time of day is a reading
// of its own; one without corrects the reading of its day.
func (p *planner) planReading(rp *rowPlan, c cells) error {
	m, err := p.measure(c)
	if err != nil {
		return err
	}
	rp.name = m.name
	if err := p.loadReadingsOf(m.account); err != nil {
		return err
	}
	r, err := p.readReading(c, m)
	if err != nil {
		return err
	}
	have := p.other.byDay[dayKey{m, r.on}]
	if r.recorded != 0 {
		have = p.other.byTime[timeKey{m, r.recorded}]
	} else if have != nil && have.recorded != 0 && have.row != 0 {
		have = nil // another row of this file is about a time of that day
	}
	row := int32(min(c.row.Number, math.MaxInt32))
	switch {
	case have == nil:
		w := &write{kind: "reading", reading: r}
		p.other.addReading(m, r.on, &readingEntry{value: r.value, recorded: r.recorded, made: w, row: row})
		rp.writes, rp.status = []*write{w}, StatusNew
	case have.value == r.value:
		if have.row == 0 {
			have.row = row
		}
	case have.row != 0:
		return success.Invalid("on", "Row %d already gives %s on %s, with another value. Leave one of the two out, or add the time of day.", have.row, m.name, r.on)
	default:
		rp.changes = []CellChange{{Kind: "reading", Field: "value", From: strconv.FormatFloat(have.value, 'f', -1, 64), To: strconv.FormatFloat(r.value, 'f', -1, 64)}}
		rp.writes, rp.status = []*write{{kind: "reading", id: have.id, reading: r}}, StatusChanged
		have.value, have.row = r.value, row
	}
	return nil
}

func (p *planner) readReading(c cells, m *measureEntry) (*readingWrite, error) {
	at, err := c.readingDay()
	if err != nil {
		return nil, err
	}
	if at.date == 0 {
		return nil, success.Invalid("on", "The row has no date.")
	}
	if p.o.Today != 0 && at.date > p.o.Today {
		if _, month := lastOfMonth(c.text("on")); month {
			return nil, c.fail("on", errors.New("is not over yet; a part of a month would read as a fall, so bring it in when the month is over"))
		}
		return nil, c.fail("on", errors.New("has not come yet; a reading cannot be of the future"))
	}
	value, ok, err := c.number("value")
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, success.Invalid("value", "The row has no value. Leave the row out if nothing was measured.")
	}
	r := &readingWrite{measure: m.id, account: m.account, on: at.date, value: value.InexactFloat64()}
	if math.IsInf(r.value, 0) {
		return nil, c.fail("value", errors.New("is too large"))
	}
	if at.second >= 0 {
		r.recorded = success.InstantOf(at.date.Time().Add(time.Duration(at.second) * time.Second))
	}
	r.source, r.confirmedBy = c.text("source"), c.text("confirmed_by")
	if c.fields["confidence"] != nil {
		if r.confidence, err = c.enum("confidence", "reading", "confidence"); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// readingDay reads a day, or a month as its last day: what a month brought is
// known when it is over.
func (c cells) readingDay() (moment, error) {
	if day, ok := lastOfMonth(c.text("on")); ok {
		return moment{day, -1}, nil
	}
	return c.moment("on")
}

// lastOfMonth reads a month such as 2021-09 as its last day.
func lastOfMonth(text string) (success.Date, bool) {
	if len(text) != 7 || text[4] != '-' || !allDigits(text[:4]) || !allDigits(text[5:]) {
		return 0, false
	}
	year, err := strconv.Atoi(text[:4])
	month, err2 := strconv.Atoi(text[5:])
	if err != nil || err2 != nil || month < 1 || month > 12 || year < earliestYear || year > latestYear {
		return 0, false
	}
	return success.NewDate(year, time.Month(month)+1, 1).AddDays(-1), true
}
