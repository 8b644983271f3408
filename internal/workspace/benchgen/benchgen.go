// Package benchgen fills a workspace with generated accounts for measuring: a
// believable mix of records from a fixed seed, written as a person's imports are.
package benchgen

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Size is how much is generated.
type Size struct {
	Name     string
	Accounts int
}

// The sizes that budgets are stated for: about 80,000 and 2,700,000 records, 270
// an account.
var (
	S = Size{Name: "S", Accounts: 300}
	L = Size{Name: "L", Accounts: 10_000}
)

// perAction is how many accounts one action brings.
const perAction = 100

// seed makes every run the same.
const seed = 7

// Fill writes size.Accounts accounts with two to three years of history that end
// on today; the same size and day give the same records but for their ids.
func Fill(ctx context.Context, w *workspace.Workspace, size Size, today success.Date) error {
	g := &generator{rnd: rand.New(rand.NewPCG(seed, 1)), today: today} //nolint:gosec // repeatable data, no secret
	for done := 0; done < size.Accounts; {
		n := min(perAction, size.Accounts-done)
		_, err := w.Do(ctx, "Import accounts", func(tx *workspace.Tx) error {
			g.tx = tx
			if done == 0 {
				if err := g.shared(); err != nil {
					return err
				}
			}
			for i := range n {
				if err := g.account(done + i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("generating accounts: %w", err)
		}
		done += n
	}
	return nil
}

// generator makes one account after another.
type generator struct {
	tx         *workspace.Tx
	rnd        *rand.Rand
	today      success.Date
	indicators []success.ID
	people     []success.ID // of the account being made
	failed     error
}

func (g *generator) shared() error {
	for i := range 5 {
		g.indicators = append(g.indicators, g.put("indicator", fields{"name": "Indicator " + strconv.Itoa(i), "kind": "number"}))
	}
	for _, day := range []int{800, 400, 40} {
		g.put("fx_rate", fields{"on": g.today.AddDays(-day), "from": "USD", "to": "EUR", "rate": 0.9 + g.rnd.Float64()/10})
	}
	return g.failed
}

type fields map[string]any

// put writes one record; after an error it writes nothing more.
func (g *generator) put(kind success.Kind, values fields) success.ID {
	if g.failed != nil {
		return ""
	}
	f := make(success.Fields, len(values))
	for name, v := range values {
		if id, ok := v.(success.ID); ok && id == "" {
			continue
		}
		f[name], g.failed = json.Marshal(v)
		if g.failed != nil {
			return ""
		}
	}
	written, err := g.tx.Put(kind, "", f)
	g.failed = err
	return written.ID
}

func (g *generator) money(from, to int) success.Money {
	return success.Money{Minor: int64(from+g.rnd.IntN(to-from)) * 100, Currency: "EUR"}
}

func (g *generator) ago(days int) success.Date { return g.today.AddDays(-g.rnd.IntN(days)) }

func (g *generator) of(list ...string) string { return list[g.rnd.IntN(len(list))] }

func (g *generator) person() success.ID { return g.people[g.rnd.IntN(len(g.people))] }

func (g *generator) words(n int) string {
	var b []byte
	for i := range n {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, vocabulary[g.rnd.IntN(len(vocabulary))]...)
	}
	return string(b)
}

var vocabulary = []string{
	"billing", "ticket", "team", "report", "hours", "saved", "invoice", "process", "onboarding", "training",
	"weekly", "monthly", "error", "rate", "customer", "order", "delivery", "stock", "planning", "forecast",
	"quality", "audit", "risk", "compliance", "review", "manager", "support", "answer", "faster", "cheaper",
	"Prüfung", "Łódź", "café", "manual", "automatic", "approval", "contract", "renewal", "budget", "growth",
	"warehouse", "shipping", "returns", "finance", "legal", "procurement", "roadmap", "pilot", "rollout", "workshop",
}

// account makes one account with about 270 records.
func (g *generator) account(n int) error {
	start := g.today.AddDays(-900 + g.rnd.IntN(500))
	id := g.put("account", fields{
		"name": fmt.Sprintf("%s %s %05d", g.words(1), g.of("AG", "Ltd", "GmbH", "Inc"), n), "csm": g.of("Ada", "Ben", "Cleo", "Dan"),
		"segment": g.of("small", "middle", "large"), "tags": []string{g.of("gold", "silver"), g.of("north", "south")},
		"currency": "EUR", "start_date": start, "external_ids": map[string]string{"crm": strconv.Itoa(100_000 + n)},
		"attributes": map[string]string{"Industry": g.words(1), "Region": g.of("EMEA", "APAC")},
	})
	g.people = g.people[:0]
	for range 5 {
		g.people = append(g.people, g.put("stakeholder", fields{
			"account_id": id, "name": g.words(2), "title": g.words(2), "role": g.of("champion", "user", "economic buyer"),
			"stance": g.rnd.IntN(5) - 2,
		}))
	}
	previous := success.ID("")
	for at := start; at <= g.today; at = at.AddYears(1) {
		previous = g.put("term", fields{
			"account_id": id, "start": at, "end": at.AddYears(1), "arr": g.money(5_000, 90_000), "notice_days": 60, "previous_term_id": previous,
		})
	}
	g.plan(id, start)
	g.conversations(id)
	g.story(previous)
	return g.failed
}

// plan makes a success plan with what hangs on it, and the account's benefits.
func (g *generator) plan(account success.ID, start success.Date) {
	plan := g.put("success_plan", fields{"account_id": account, "title": g.words(3), "summary": g.words(20), "status": "active"})
	for i := range 3 {
		outcome := g.put("outcome", fields{
			"plan_id": plan, "statement": g.words(8), "quote": g.words(10), "quoted_stakeholder_id": g.person(), "position": i + 1,
		})
		change := g.put("behavior_change", fields{"outcome_id": outcome, "process": g.words(2), "from": g.words(4), "to": g.words(4), "stage": "trying"})
		for range 3 {
			g.put("milestone", fields{"plan_id": plan, "outcome_id": outcome, "title": g.words(4), "due": g.today.AddDays(g.rnd.IntN(90))})
		}
		measure := g.measure(outcome, start)
		for j := range 2 {
			b := fields{"account_id": account, "outcome_id": outcome, "title": g.words(4), "dimension": g.of("cost", "time", "risk"), "group": g.words(1)}
			if i == 0 && j == 0 {
				b["measure_id"] = measure
			} else {
				b["behavior_change_id"] = change
			}
			benefit := g.put("benefit", b)
			for k := range 5 {
				g.put("benefit_step", fields{
					"benefit_id": benefit, "on": g.today.AddDays(-700 + 130*k + g.rnd.IntN(100)), "kind": g.of("yearly", "yearly", "once"),
					"amount": g.money(500, 20_000), "people": 1 + g.rnd.IntN(60), "confirmation": g.of("claimed", "evidenced", "confirmed"),
				})
			}
			g.put("evidence", fields{"subject": success.Link{Kind: "benefit", ID: benefit}, "kind": "note", "title": g.words(3), "body": g.words(25)})
		}
	}
}

func (g *generator) measure(outcome success.ID, start success.Date) success.ID {
	measure := g.put("measure", fields{
		"outcome_id": outcome, "name": g.words(3), "unit": "h", "direction": "down", "baseline": 60, "baseline_on": start,
		"target": 20, "target_on": start.AddYears(2), "unit_value": success.Money{Minor: 20_000, Currency: "EUR"}, "cadence_days": 30,
	})
	for k := range 30 {
		g.put("reading", fields{
			"measure_id": measure, "on": g.today.AddDays(-20 * k), "value": float64(20+k) + float64(g.rnd.IntN(100))/10, "source": "ticket system",
		})
	}
	return measure
}

// conversations makes what was said and learned.
func (g *generator) conversations(account success.ID) {
	for range 70 {
		g.put("touchpoint", fields{
			"account_id": account, "on": g.ago(700), "kind": g.of("learn", "coach", "support", "lead"), "direction": g.of("in", "out"),
			"summary": g.words(15), "stakeholder_ids": []success.ID{g.person()},
		})
	}
	for range 15 {
		q := g.put("question", fields{"account_id": account, "text": g.words(9), "asked_on": g.ago(600), "asked_of": g.words(1)})
		g.put("insight", fields{"account_id": account, "question_id": q, "text": g.words(14)})
	}
	for range 8 {
		g.put("customer_action", fields{"account_id": account, "on": g.ago(700), "action": g.of("try", "buy", "refer", "complain"), "stage": "success"})
	}
	for _, indicator := range g.indicators {
		g.put("indicator_value", fields{"indicator_id": indicator, "account_id": account, "value": g.rnd.IntN(100), "on": g.ago(300)})
	}
}

func (g *generator) story(term success.ID) {
	g.put("renewal", fields{"term_id": term, "mitigation": g.words(10), "probability": g.rnd.Float64()})
	story := g.put("story", fields{"term_id": term, "title": g.words(4), "audience": "client"})
	for i := range 8 {
		g.put("claim", fields{"story_id": story, "section": g.of("results", "growth"), "text": g.words(14), "position": i + 1})
	}
}
