package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// lookups is what rows other than accounts are matched against.
type lookups struct {
	measures map[success.ID]*measureEntry
	named    map[string][]*measureEntry // by folded name
	asked    map[[4]string]measureAnswer
	spaces   map[success.ID]bool       // accounts whose measures were read
	every    bool                      // those of all accounts were
	plans    map[success.ID]success.ID // the account of a plan
	outcomes map[success.ID]success.ID // and of an outcome
	byDay    map[dayKey]*readingEntry  // the reading of a day without a time, else the last recorded
	byTime   map[timeKey]*readingEntry // readings whose time of day is known

	signs *signBook // indicators and their values

	records map[string]*recordEntry // stakeholders, benefits, steps, touchpoints by what tells them apart
}

type measureEntry struct {
	quoted  json.RawMessage // its id
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

// loadReadings reads what the file's rows say, the measures that they name, and the
// readings of those measures' accounts: a file speaks of few accounts, and a book
// has millions of readings.
func (p *planner) loadReadings() error {
	l := &p.other
	l.plans, l.outcomes = map[success.ID]success.ID{}, map[success.ID]success.ID{}
	l.measures, l.named = map[success.ID]*measureEntry{}, map[string][]*measureEntry{}
	l.asked, l.spaces = map[[4]string]measureAnswer{}, map[success.ID]bool{}
	l.byDay, l.byTime = map[dayKey]*readingEntry{}, map[timeKey]*readingEntry{}
	done := p.readRows()
	defer done()
	accounts, err := p.accountsOfRows()
	if err != nil {
		return err
	}
	return p.loadReadingsOf(accounts)
}

// accountsOfRows finds the measures of all rows and returns the accounts that they
// are of, in the order of the file. What a row names wrongly is told when its turn
// comes.
func (p *planner) accountsOfRows() ([]success.ID, error) {
	var accounts []success.ID
	seen := map[success.ID]bool{}
	for i := range p.Table.Rows {
		row := &p.Table.Rows[i]
		if row.Fault != "" {
			continue
		}
		m, err := p.measure(cells{p.fields, row})
		var person *success.Error
		if err != nil && !errors.As(err, &person) {
			return nil, fmt.Errorf("planning row %d: %w", row.Number, err)
		}
		if m != nil && !seen[m.account] {
			seen[m.account] = true
			accounts = append(accounts, m.account)
		}
	}
	return accounts, nil
}

// tooManyAccounts is how many accounts are read one by one: to read the measures of
// all accounts takes about as long then.
const tooManyAccounts = 2000

// loadMeasuresOf reads an account's measures.
func (p *planner) loadMeasuresOf(account success.ID) error {
	l := &p.other
	if l.every || l.spaces[account] {
		return nil
	}
	if account == "" || len(l.spaces) >= tooManyAccounts {
		return p.loadMeasures()
	}
	l.spaces[account] = true
	return p.eachLink(func(kind success.Kind, fn func(success.ID, json.RawMessage) error) error {
		return p.target.ListIn(kind, account, fn)
	})
}

// loadMeasures reads the measures of all accounts.
func (p *planner) loadMeasures() error {
	if p.other.every {
		return nil
	}
	p.other.every = true
	return p.eachLink(p.target.List)
}

// eachLink reads plans, outcomes and measures, and so whose account each measure is.
func (p *planner) eachLink(list func(kind success.Kind, fn func(success.ID, json.RawMessage) error) error) error {
	l := &p.other
	for _, step := range []struct {
		kind success.Kind
		keep func(id success.ID, r linkRecord)
	}{
		{"success_plan", func(id success.ID, r linkRecord) { l.plans[id] = r.AccountID }},
		{"outcome", func(id success.ID, r linkRecord) { l.outcomes[id] = l.plans[r.PlanID] }},
		{"measure", func(id success.ID, r linkRecord) {
			if l.measures[id] != nil {
				return // read with its account before
			}
			m := &measureEntry{jsonText(string(id)), r.Name, l.outcomes[r.OutcomeID]}
			l.measures[id] = m
			l.named[nameKey(r.Name)] = append(l.named[nameKey(r.Name)], m)
		}},
	} {
		if err := list(step.kind, linked(step.kind, step.keep)); err != nil {
			return fmt.Errorf("reading what there is: %w", err)
		}
	}
	return nil
}

// loadReadingsOf reads the readings of accounts.
func (p *planner) loadReadingsOf(accounts []success.ID) error {
	l := &p.other
	for _, account := range accounts {
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
				l.addReading(m, r.On, p.spare.entry(readingEntry{id: id, value: r.Value, recorded: r.RecordedAt}))
			}
			return nil
		})
		if err != nil {
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
	ask := [4]string{c.text("account_external_id"), c.text("account"), c.text("measure_id"), c.text("measure")}
	if known, ok := p.other.asked[ask]; ok {
		return known.measure, known.err
	}
	m, err := p.findMeasure(c)
	p.other.asked[ask] = measureAnswer{m, err}
	return m, err
}

// measureByID finds a measure by its id; nil where there is none.
func (p *planner) measureByID(id success.ID) (*measureEntry, error) {
	l := &p.other
	if l.measures[id] == nil && !l.every && success.IsID(string(id)) {
		if err := p.loadMeasuresBeside(id); err != nil {
			return nil, err
		}
	}
	return l.measures[id], nil
}

// loadMeasuresBeside reads the measures of the account that a measure is of, or all
// where nobody can tell whose it is.
func (p *planner) loadMeasuresBeside(id success.ID) error {
	places, ok := beneath(p.target).(placer)
	if !ok {
		return p.loadMeasures()
	}
	account, err := places.AccountOf("measure", id)
	if err != nil {
		return fmt.Errorf("reading what there is: %w", err)
	}
	if account == "" {
		return nil
	}
	return p.loadMeasuresOf(account)
}

// accountNamed finds the account a row names, and reads its measures.
func (p *planner) accountNamed(id, text string) (*accountEntry, error) {
	if p.seen == nil {
		if err := p.loadBook(); err != nil {
			return nil, err
		}
	}
	account, err := p.seen.find(p.Matching.Source, id, text)
	if err == nil {
		err = p.loadMeasuresOf(account.id)
	}
	return account, err
}

func (p *planner) findMeasure(c cells) (*measureEntry, error) {
	for _, field := range []string{"measure_id", "measure"} {
		m, err := p.measureByID(success.ID(strings.ToLower(c.text(field))))
		if m != nil || err != nil {
			return m, err
		}
	}
	name := c.text("measure")
	if isNone(name) {
		return nil, success.Invalid("measure", "The row names no measure.")
	}
	var account *accountEntry
	if id, text := c.text("account_external_id"), c.text("account"); id != "" || text != "" {
		found, err := p.accountNamed(id, text)
		if err != nil {
			return nil, err
		}
		account = found
	} else if err := p.loadMeasures(); err != nil {
		return nil, err
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
