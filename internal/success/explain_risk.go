package success

import "fmt"

func explainBonded(e *Explanation, l *ledger, on Date) {
	x := newStanding(l.file, l.settings, on)
	low, high := x.bonded()
	x.bondRows(e)
	e.conclude(low)
	e.Result = bondWords(low, high)
}

func bondWords(low, high float64) string {
	if low == high {
		return fmt.Sprintf("%.0f %%", 100*low)
	}
	return fmt.Sprintf("%.0f to %.0f %%", 100*low, 100*high)
}

// bondRows shows each felt benefit with what it is bound to.
func (x *standing) bondRows(e *Explanation) {
	for i := range x.stairs {
		st := &x.stairs[i]
		felt := st.proved.perceived(x.on, x.on, x.settings.HalfLife())
		if felt == 0 {
			continue
		}
		text := "no behavior change named: unknown"
		if b := find(x.file.BehaviorChanges, st.benefit.BehaviorChangeID); b != nil {
			stage := b.Stage
			if stage == "" {
				stage = "not started"
			}
			text = "not bonded, " + stage
			if x.atHabit(b) {
				text = "bonded, " + stage
			}
		}
		e.add(ExplainRow{Label: st.benefit.Title, Value: &felt, Unit: "money", Text: text, Record: Link{Kind: "benefit", ID: st.benefit.ID}})
	}
}

func explainWalkAway(e *Explanation, l *ledger, on Date) {
	x := newStanding(l.file, l.settings, on)
	if why := x.unpriced(); why != "" {
		e.Result = string(why)
		e.add(ExplainRow{Label: "No price", Text: string(why), Record: Link{Kind: "account", ID: x.file.Account.ID}})
		return
	}
	a := Stand(l.file, l.settings, on, DefaultOffer(l.settings, on))
	felt := x.velocity.Proved.Perceived
	e.add(ExplainRow{Label: "Proved felt value", Value: &felt, Unit: "money", Record: Link{Kind: "account", ID: a.Account}})
	x.bondRows(e)
	e.add(ExplainRow{Label: "Bonded share", Text: bondWords(a.BondedShare.Low, a.BondedShare.High)})
	e.conclude(a.WalkAway.Low)
	e.Result = string(a.ForSale)
	if a.WalkAway.High != a.WalkAway.Low {
		e.Notes = append(e.Notes, fmt.Sprintf("The price is a range up to %.0f, because for some benefits no behavior change is named.", a.WalkAway.High))
	}
	e.Notes = append(e.Notes, "The result says whether the account is for sale at the usual cheque.")
}

func explainRisk(e *Explanation, l *ledger, on Date) {
	r := newStanding(l.file, l.settings, on).risk()
	e.Result = string(r.Risk)
	for _, f := range r.Flags {
		e.sum(ExplainRow{Label: flagWords[f.Name], On: f.On, Unit: "weight", Record: f.Record}, float64(f.Severity))
	}
	if r.Risk == "" {
		e.Result = PhaseCancelled
	}
	if len(r.Flags) == 0 {
		e.add(ExplainRow{Label: "No flag is raised", Record: Link{Kind: "account", ID: r.Account}})
	}
}

// flagWords are the flags as a person reads them.
var flagWords = map[FlagName]string{
	FlagNoOutcome:         "The plan has no outcome",
	FlagFirstValueOverdue: "First value is overdue",
	FlagShrinking:         "Value is shrinking",
	FlagStatic:            "Value is static",
	FlagReadingsStale:     "A measure has not been read for too long",
	FlagProofStale:        "A benefit's proof is older than a year",
	FlagDefinitionStale:   "An outcome has not been validated for 180 days by somebody who is there",
	FlagChampionLeft:      "The champion has left",
	FlagSingleThreaded:    "Fewer than two people are known who are there",
	FlagUnanswered:        "A message was not answered in time",
	FlagLeaving:           "They said they may leave, and were not answered",
	FlagNegativeAction:    "A negative action in the last 90 days",
	FlagRenewalUnsigned:   "A renewal is decided within 90 days without an agreed plan",
	FlagRenewalNoStory:    "A renewal is decided within 60 days without a story",
	FlagTermEnded:         "A term has ended without a result",
}

// Words returns a flag as a person reads it.
func (f FlagName) Words() string { return flagWords[f] }

func explainPhases(e *Explanation, l *ledger, on Date) {
	x := newStanding(l.file, l.settings, on)
	risk := x.risk().Risk
	client := x.clientPhase()
	account := Link{Kind: "account", ID: x.file.Account.ID}
	derived, set := client, (*Overruling)(nil)
	theirs, ours := Overruled(&x.file.Account, client, on)
	if set = theirs; e.Figure == "provider_phase" {
		derived, set = x.providerPhase(client, risk), ours
	}
	e.Result = set.Held(derived)
	if set != nil {
		e.add(ExplainRow{Label: "Overruled", On: set.On, Text: set.Reason, Record: account})
		e.add(ExplainRow{Label: "Derived from the records", Text: derived, Record: account})
	}
	first := x.velocity.FirstValueOn
	e.add(ExplainRow{Label: "First value", On: first, Text: orNone(first.String()), Record: account})
	for _, t := range x.open {
		text := fmt.Sprintf("%d days from the day", DecisionDate(t).Sub(on))
		e.add(ExplainRow{Label: "Decision date", On: DecisionDate(t), Text: text, Record: Link{Kind: "term", ID: t.ID}})
	}
	e.add(ExplainRow{Label: "Verdict", Text: string(x.velocity.Verdict), Record: account})
	e.add(ExplainRow{Label: "Risk", Text: orNone(string(risk)), Record: account})
	if x.plan != nil {
		text := "not agreed at its present version"
		if x.isSigned() {
			text = "agreed at its present version"
		}
		e.add(ExplainRow{Label: "Plan", Text: text, Record: Link{Kind: "success_plan", ID: x.plan.ID}})
	}
}

func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

func explainDecision(e *Explanation, l *ledger, on Date) {
	t, ok := RenewalTerm(l.file, on)
	if !ok {
		e.Result = "none"
		e.add(ExplainRow{Label: "No term is open", Record: Link{Kind: "account", ID: l.file.Account.ID}})
		return
	}
	record := Link{Kind: "term", ID: t.ID}
	e.Result = DecisionDate(t).String()
	e.add(ExplainRow{Label: "End of the term", On: t.End, Text: contractKey(t), Record: record})
	notice := 0.0
	if t.NoticeDays != nil {
		notice = float64(*t.NoticeDays)
	}
	e.add(ExplainRow{Label: "Notice", Value: &notice, Unit: "days", Record: record})
	e.add(ExplainRow{Label: "Decision date", On: DecisionDate(t), Text: fmt.Sprintf("%d days from the day", DecisionDate(t).Sub(on)), Record: record})
}
