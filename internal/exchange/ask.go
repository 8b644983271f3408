package exchange

import (
	"github.com/tendril-app/tendril/internal/success"
)

// TermAnswer says what a row that changes a contract means.
type TermAnswer string

// The answers about a term. A renewal is a new term that follows the old one; a
// contraction ends the old term today and goes on at the lower amount; a
// correction mends what was entered.
const (
	AnswerRenewal     TermAnswer = "renewal"
	AnswerContraction TermAnswer = "contraction"
	AnswerCorrection  TermAnswer = "correction"
)

// The kinds of Question.
const (
	AskLaterEnd    = "later_end"    // the same contract with a later end: renewal or correction?
	AskLowerAmount = "lower_amount" // the same term for less: contraction or correction?
)

// Question is what a row leaves open, and what is done about it: the person's
// answer, or what an import decides by itself.
type Question struct {
	Kind     string     `json:"kind"`
	Was      string     `json:"was"`     // the end or the amount there is
	Becomes  string     `json:"becomes"` // what the row says
	Answer   TermAnswer `json:"answer"`
	Answered bool       `json:"answered"` // by a person
}

// Questions says how many rows leave something open, by kind.
func (p *Plan) Questions() map[string]int {
	out := map[string]int{}
	for i := range p.rows {
		if q := p.rows[i].ask; q != nil {
			out[q.Kind]++
		}
	}
	return out
}

// ask notes a question about a row and returns its answer: the person's for the
// row, else theirs for all such rows, else the given one.
func (p *planner) ask(rp *rowPlan, row int, kind, was, becomes string, usual TermAnswer) TermAnswer {
	q := &Question{Kind: kind, Was: was, Becomes: becomes, Answer: usual}
	for _, answer := range []TermAnswer{p.o.AnswerAll[kind], p.o.Answers[row]} {
		if kind == AskLaterEnd && answer == AnswerRenewal || kind == AskLowerAmount && answer == AnswerContraction || answer == AnswerCorrection {
			q.Answer, q.Answered = answer, true
		}
	}
	rp.ask = q
	return q.Answer
}

// askLaterEnd settles whether a row with a later end renews the last term there
// is or corrects it. Only a row that begins after that term leaves nothing open.
func (p *planner) askLaterEnd(rp *rowPlan, c cells, terms termEntries, t *termRow, found, previous *termEntry) (*termEntry, *termEntry) {
	if len(terms) == 0 {
		return found, previous
	}
	last := terms[len(terms)-1]
	if last.made != nil || t.end <= last.end || t.start > last.start {
		return found, previous
	}
	usual := AnswerCorrection
	if previous == last || t.start != 0 && t.start < last.start && t.end.Sub(last.end) > correctionDays {
		usual = AnswerRenewal
	}
	if p.ask(rp, c.row.Number, AskLaterEnd, last.end.String(), t.end.String(), usual) == AnswerCorrection {
		return last, nil
	}
	if t.start != 0 {
		t.start = last.end // the row's start is that of the whole contract
	}
	return nil, last
}

// contracts reports whether a row lowers the amount of a running term from
// today on, rather than correcting what was entered.
func (p *planner) contracts(rp *rowPlan, c cells, found *termEntry, t *termRow) bool {
	var was success.Money
	if t.arr == nil || found.made != nil || t.end != found.end || was.UnmarshalJSON(found.fields["arr"]) != nil {
		return false
	}
	lower := was.Currency == t.arr.Currency && t.arr.Minor < was.Minor
	if !lower || p.o.Today <= found.start || p.o.Today >= found.end {
		return false
	}
	usual := AnswerCorrection
	return p.ask(rp, c.row.Number, AskLowerAmount, shown(found.fields["arr"]), shown(jsonMoney(*t.arr)), usual) == AnswerContraction
}

// contract ends a term today and lets a new one go on at the lower amount: what
// was true until today stays in every figure about the past.
func (p *planner) contract(rp *rowPlan, c cells, entry *accountEntry, found *termEntry, t termRow, fields success.Fields) error {
	over := success.Fields{
		"end": jsonDate(p.o.Today), "result": jsonText("contracted"), "result_on": jsonDate(p.o.Today), "result_arr": jsonMoney(*t.arr),
	}
	rp.changes = append(rp.changes, cellChanges("term", found.fields, over)...)
	rp.writes = append(rp.writes, &write{kind: "term", id: found.id, fields: over})
	for name, value := range over {
		found.fields[name] = value
	}
	found.row = c.row.Number
	found.settle()
	t.start = p.o.Today
	if err := p.newTerm(rp, c, entry, found, t, fields); err != nil {
		return err
	}
	rp.status = StatusChanged
	return nil
}

// begins returns the start that a row gives a term that is there. A program
// that shows a contract's first start for ever does not move a later term back.
func (ts termEntries) begins(found *termEntry, start success.Date) success.Date {
	for _, other := range ts {
		if other != found && other.start == start && other.end <= found.start {
			return found.start
		}
	}
	return start
}
