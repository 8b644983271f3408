package sample

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
)

// client writes the records of one account. Its methods take days of the
// written story; the small languages for steps, readings and talks keep a
// whole history readable on one page.
type client struct {
	*book
	id       success.ID
	currency string
	name     string
	start    string
}

// client begins an account.
func (b *book) client(start string, a success.Account) *client {
	if a.Currency == "" {
		a.Currency = Currency
	}
	a.StartDate = b.at(start)
	c := &client{book: b, currency: a.Currency, name: a.Name, start: start}
	c.id = b.add(start, &a)
	return c
}

func (c *client) money(major int64) success.Money {
	return success.Money{Minor: major * 100, Currency: c.currency}
}

func eur(major int64) success.Money { return success.Money{Minor: major * 100, Currency: "EUR"} }

func count(n int64) *success.Count { v := success.Count(n); return &v }

func number(v float64) *float64 { return &v }

func place(n int64) success.Position { return success.Position{Decimal: decimal.NewFromInt(n)} }

// term adds a term with its yearly price and what the client spends besides.
func (c *client) term(start, end string, arr, clientCost int64) *success.Term {
	t := &success.Term{AccountID: c.id, Start: c.at(start), End: c.at(end), ARR: c.money(arr), ClientCost: c.money(clientCost), Result: "open"}
	c.add(start, t)
	return t
}

// closed ends a term: what came of it, when, and the price from then on.
func (c *client) closed(t *success.Term, result, on string, arr int64, reason string) success.ID {
	t.Result, t.ResultOn, t.ResultARR, t.ResultReason = result, c.at(on), c.money(arr), reason
	return t.ID
}

// person adds a stakeholder known from a day on.
func (c *client) person(day, role, name, title, team, cares string, stance, influence int64) *success.Stakeholder {
	first, last, _ := strings.Cut(strings.ToLower(name), " ")
	mail := first + "." + strings.ReplaceAll(last, " ", "") + "@" + strings.ReplaceAll(strings.ToLower(strings.Fields(c.name)[0]), "&", "") + ".example"
	s := &success.Stakeholder{
		AccountID: c.id, Name: name, Title: title, Team: team, Role: role, CaresAbout: cares,
		Email: plain.Replace(mail), Stance: count(stance), Influence: count(influence), QuotePermission: "named",
	}
	c.add(day, s)
	return s
}

// plain takes the accents off an address.
var plain = strings.NewReplacer("ń", "n", "ó", "o", "ø", "o", "å", "a", "é", "e", "ö", "o", "ü", "u", "è", "e", "ł", "l", "'", "")

// plan adds a success plan.
func (c *client) plan(day string, term success.ID, title, summary, status string) success.ID {
	return c.add(day, &success.SuccessPlan{
		AccountID: c.id, TermID: term, Title: title, Summary: summary, Status: status, ReviewEveryDays: count(90),
	})
}

// reviewEvery says how often a plan is looked at with the client.
func (c *client) reviewEvery(plan success.ID, days int64) {
	for _, rec := range c.records {
		if p, ok := rec.(*success.SuccessPlan); ok && p.ID == plan {
			p.ReviewEveryDays = count(days)
		}
	}
}

// signed records that somebody agreed to the plan as it stands, or as it stood
// without one record.
func (c *client) signed(plan success.ID, by *success.Stakeholder, on, method string, without success.ID) *success.PlanSignoff {
	s := &success.PlanSignoff{PlanID: plan, StakeholderID: by.ID, SignedOn: c.at(on), Method: method}
	c.add(on, s)
	c.signs = append(c.signs, signature{rec: s, without: without})
	return s
}

// aim is an outcome as the sample writes it.
type aim struct {
	statement, quote  string
	who               *success.Stakeholder
	said, valid       string
	job, why, link    string
	target            string
	priority          int64
	status            string
	validatedByAnyone *success.Stakeholder
}

func (c *client) outcome(day string, plan success.ID, a aim) success.ID {
	o := &success.Outcome{
		PlanID: plan, Statement: a.statement, Quote: a.quote, SaidOn: c.at(a.said), Job: a.job,
		WhyItMatters: a.why, Link: a.link, TargetDate: c.at(a.target), Priority: count(a.priority),
		Position: place(a.priority), Status: "open", ValidatedOn: c.at(a.valid),
	}
	if a.status != "" {
		o.Status = a.status
	}
	if a.who != nil {
		o.QuotedStakeholderID = a.who.ID
		if a.valid != "" {
			o.ValidatedBy = a.who.ID
		}
	}
	if a.validatedByAnyone != nil {
		o.ValidatedBy = a.validatedByAnyone.ID
	}
	return c.add(day, o)
}

// gauge is a measure as the sample writes it. Read is its history: "DAY VALUE
// how who or what", how being confirmed, evidenced or claimed.
type gauge struct {
	name, unit, direction   string
	baseline, target        float64
	from, until, source     string
	cadence                 int64
	owner                   *success.Stakeholder
	unitValue               string
	basis, valuedBy, valued string
	open                    bool // no baseline yet
	kind                    string
	read                    []string
}

func (c *client) measure(outcome success.ID, g gauge) success.ID {
	m := &success.Measure{
		OutcomeID: outcome, Name: g.name, Unit: g.unit, Direction: g.direction, Source: g.source,
		Target: number(g.target), TargetOn: c.at(g.until), BaselineOn: c.at(g.from), UnitValueBasis: g.basis,
		UnitValueConfirmedBy: g.valuedBy, UnitValueConfirmedOn: c.at(g.valued), MeasureKind: "client",
	}
	if g.kind != "" {
		m.MeasureKind = g.kind
	}
	if !g.open {
		m.Baseline = number(g.baseline)
	}
	if g.cadence > 0 {
		m.CadenceDays = count(g.cadence)
	}
	if g.owner != nil {
		m.OwnerStakeholderID = g.owner.ID
	}
	if g.unitValue != "" {
		m.UnitValue = success.Amount{Value: decimal.RequireFromString(g.unitValue), Currency: c.currency}
	}
	id := c.add(g.from, m)
	for _, line := range g.read {
		c.reading(id, line)
	}
	return id
}

// reading reads "2026-06-05 2.1 confirmed Mette Lindqvist".
func (c *client) reading(measure success.ID, line string) {
	parts := strings.SplitN(line, " ", 4)
	r := &success.Reading{MeasureID: measure, On: c.at(parts[0]), Value: parsed(parts[1]), Confidence: "medium"}
	rest := ""
	if len(parts) == 4 {
		rest = parts[3]
	}
	switch parts[2] {
	case "confirmed":
		r.ConfirmedBy, r.Confidence = rest, "high"
	case "evidenced":
		r.Source = rest
	case "claimed":
		r.Source, r.Confidence = rest, "low"
	default:
		panic("sample: bad reading " + line)
	}
	id := c.add(parts[0], r)
	r.RecordedAt = r.CreatedAt
	if parts[2] == "evidenced" {
		c.evidence(parts[0], "reading", id, "link", rest, "")
	}
}

func parsed(text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic("sample: bad number " + text)
	}
	return v
}

// change adds a behavior change.
func (c *client) change(day string, b success.BehaviorChange, people int64, stage, on string, owner *success.Stakeholder) success.ID {
	b.People, b.Stage, b.StageOn = count(people), stage, c.at(on)
	if owner != nil {
		b.OwnerStakeholderID = owner.ID
	}
	return c.add(day, &b)
}

// gain adds a benefit with its steps: "DAY yearly 62000 14 confirmed Mette
// Lindqvist". A dash stands for no amount or no people; "confirmed@DAY" says
// when it was confirmed, if not on its own day.
func (c *client) gain(b success.Benefit, steps ...string) success.ID {
	b.AccountID = c.id
	id := c.add(strings.Fields(steps[0])[0], &b)
	for _, line := range steps {
		c.step(id, line)
	}
	return id
}

func (c *client) step(benefit success.ID, line string) success.ID {
	parts := strings.SplitN(line, " ", 6)
	if len(parts) < 5 {
		panic("sample: bad step " + line)
	}
	how, when, _ := strings.Cut(parts[4], "@")
	s := &success.BenefitStep{BenefitID: benefit, On: c.at(parts[0]), StepKind: parts[1], Confirmation: how, ConfirmedOn: c.at(when)}
	if parts[2] != "-" {
		s.Amount = c.money(int64(parsed(parts[2])))
	}
	if parts[3] != "-" {
		s.People = count(int64(parsed(parts[3])))
	}
	who := ""
	if len(parts) == 6 {
		who = parts[5]
	}
	if how == "confirmed" {
		s.ConfirmedBy = who
		if when == "" {
			s.ConfirmedOn = s.On
		}
	}
	id := c.add(parts[0], s)
	if how == "evidenced" && who != "" {
		c.evidence(parts[0], "benefit_step", id, "link", who, "")
	}
	return id
}

// evidence hangs a proof on a record. Links point at a page that is nobody's.
func (c *client) evidence(day string, on success.Kind, id success.ID, kind, title, body string) *success.Evidence {
	e := &success.Evidence{Subject: success.Link{Kind: on, ID: id}, EvidenceKind: kind, Title: title, Body: body, On: c.at(day)}
	proof := c.add(day, e)
	if kind == "link" {
		e.URL = "https://files.quayside.example/proof/" + string(proof[24:])
	}
	return e
}

// quote keeps a person's words about a record.
func (c *client) quote(day string, on success.Kind, id success.ID, who *success.Stakeholder, words string) {
	e := c.evidence(day, on, id, "quote", fmt.Sprintf("%s, {%s year}", who.Name, day), words)
	e.StakeholderID = who.ID
}

// step adds a milestone.
func (c *client) milestone(plan, outcome, change success.ID, side, owner, due, done, title string, after ...success.ID) success.ID {
	day := c.start
	if done != "" && done < day {
		day = done
	}
	return c.add(day, &success.Milestone{
		PlanID: plan, OutcomeID: outcome, BehaviorChangeID: change, Title: title, Side: side, Owner: owner,
		Due: c.at(due), DoneOn: c.at(done), DependsOn: after,
	})
}

// talk adds a touchpoint: "out coach" or "in support". Who was there follows.
func (c *client) talk(day, how, summary string, who ...*success.Stakeholder) *success.Touchpoint {
	direction, kind, _ := strings.Cut(how, " ")
	t := &success.Touchpoint{AccountID: c.id, On: c.at(day), TouchKind: kind, Direction: direction, Summary: summary}
	for _, s := range who {
		t.StakeholderIDs = append(t.StakeholderIDs, s.ID)
	}
	c.add(day, t)
	return t
}

// owed says by when an answer was promised and when it was given ("" is not yet).
func (c *client) owed(t *success.Touchpoint, by, replied string) {
	t.NeedsReplyBy, t.RepliedOn = c.at(by), c.at(replied)
}

// ask adds a question and, where it was answered, its answer.
func (c *client) ask(day, of, text, answered, answer string) success.ID {
	return c.add(day, &success.Question{
		AccountID: c.id, AskedOf: of, Text: text, AskedOn: c.at(day), AnsweredOn: c.at(answered), Answer: answer,
	})
}

// learned adds an insight and the team it was passed to.
func (c *client) learned(day string, question success.ID, text, team string) success.ID {
	i := &success.Insight{AccountID: c.id, QuestionID: question, Text: text}
	if team != "" {
		i.Teams = []success.TeamShare{{Team: team, SharedOn: c.at(day)}}
	}
	return c.add(day, i)
}

// did adds a customer action.
func (c *client) did(day, stage, action, note string) *success.CustomerAction {
	positive := action == "try" || action == "buy" || action == "upgrade" || action == "refer"
	a := &success.CustomerAction{AccountID: c.id, On: c.at(day), Stage: stage, Action: action, Positive: &positive, Note: note}
	c.add(day, a)
	return a
}

// shows adds what the account shows for an indicator, as JSON.
func (c *client) shows(indicator success.ID, value string) {
	c.add(c.start, &success.IndicatorValue{IndicatorID: indicator, AccountID: c.id, Value: []byte(value), On: c.at(c.start)})
}

// told adds a story that was told, with its claims: "section|text" and proof.
func (c *client) told(term success.ID, day, title string) success.ID {
	return c.add(day, &success.Story{
		TermID: term, Title: title, Audience: "client", Status: "told", ToldOn: c.at(day), Permission: "named",
	})
}

// claim adds one statement of a story.
func (c *client) claim(day string, story success.ID, section string, n int64, text string, proof ...success.Link) {
	c.add(day, &success.Claim{StoryID: story, Section: section, Text: text, Position: place(n), Proof: proof})
}

func to(kind success.Kind, id success.ID) success.Link { return success.Link{Kind: kind, ID: id} }
