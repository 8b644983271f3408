package success

import "fmt"

func explainVerdict(e *Explanation, l *ledger, on Date) {
	v := l.velocity(on)
	e.Result = string(v.Verdict)
	e.Notes = append(e.Notes, "Since "+v.Since.String()+".")
	if v.Verdict == NotYetKnown || v.Verdict == NoValueYet {
		return
	}
	was := l.totals(v.Since, true, nil)
	held := 0
	now := l.totals(on, true, func(st *stair) bool {
		if !st.lumpsInForce(v.Since, on) {
			return false
		}
		held++
		return true
	})
	change := func(label string, was, is float64, unit string) {
		value := is - was
		e.add(ExplainRow{Label: label, Value: &value, Unit: unit, Text: fmt.Sprintf("%.0f, then %.0f", was, is)})
	}
	change("Benefits in force", float64(was.benefits), float64(now.benefits), "")
	change("People reached", float64(was.people), float64(now.people), "people")
	change("Dimensions", float64(was.dimensions), float64(now.dimensions), "")
	change("Yearly rates", was.rates, now.rates, perYear)
	if held > 0 {
		e.Notes = append(e.Notes, fmt.Sprintf("One-time value that ran out is counted as still in force here: %d benefits.", held))
	}
	for i := range l.stairs {
		st := &l.stairs[i]
		mark := st.provedMark(v.Since, on)
		if mark != "" {
			e.add(ExplainRow{Label: st.benefit.Title, Text: mark, Record: Link{Kind: "benefit", ID: st.benefit.ID}})
		}
	}
}

// provedMark says in a word how a benefit moved since a day.
func (st *stair) provedMark(since, on Date) string {
	was, is := st.proved.inForce(since), st.proved.inForce(on)
	switch {
	case is && !was:
		return "came into force"
	case was && !is:
		return "is no longer in force"
	case !is:
		return ""
	}
	a, _ := st.proved.at(since)
	b, _ := st.proved.at(on)
	switch {
	case b.rate > a.rate || b.people > a.people:
		return "grew"
	case b.rate < a.rate || b.people < a.people:
		return "fell"
	}
	return ""
}

func explainFirstValue(e *Explanation, l *ledger, on Date) {
	a := &l.file.Account
	first := l.firstValueOn(on)
	e.Result = first.String()
	account := Link{Kind: "account", ID: a.ID}
	if a.StartDate != 0 {
		e.add(ExplainRow{Label: "Start", On: a.StartDate, Record: account})
		e.add(ExplainRow{Label: "Due by", On: a.StartDate.AddDays(firstValueTarget(a)), Text: fmt.Sprintf("%d days after the start", firstValueTarget(a)), Record: account})
	}
	if a.FirstValueOn != 0 && a.FirstValueOn <= on {
		e.add(ExplainRow{Label: "Known from before", On: a.FirstValueOn, Record: account})
	}
	for i := range l.stairs {
		for _, d := range l.stairs[i].proved.days {
			if d.firstValue && d.on <= on {
				b := l.stairs[i].benefit
				e.add(ExplainRow{Label: b.Title, On: d.on, Text: "its first proved value", Record: Link{Kind: "benefit", ID: b.ID}})
				break
			}
		}
	}
}

func explainSilence(e *Explanation, l *ledger, on Date) {
	days := l.silence(on)
	if days == nil {
		e.Result = "unknown"
		return
	}
	e.conclude(float64(*days))
	last := l.lastNews(on)
	if last == 0 {
		e.add(ExplainRow{Label: "Nothing is proved yet; counted from", On: on.AddDays(-*days), Record: Link{Kind: "account", ID: l.file.Account.ID}})
		return
	}
	for i := range l.stairs {
		st := &l.stairs[i]
		d, ok := st.proved.at(last)
		if !ok || d.on != last || !d.breaksSilence() {
			continue
		}
		text := "news"
		switch {
		case d.first:
			text = "its first proved step"
		case d.rateNews == 0 && d.onceNews == 0:
			text = "more people than ever"
		}
		e.add(ExplainRow{Label: st.benefit.Title, On: last, Text: text, Record: Link{Kind: "benefit", ID: st.benefit.ID}})
	}
}

func explainARR(e *Explanation, l *ledger, on Date) {
	x := newExchange(l.settings, l.currency)
	e.conclude(0)
	for _, t := range CurrentTerms(l.file, on) {
		amount, _ := x.money(arrMoney(t, on), on)
		text := fmt.Sprintf("runs from %s to %s", t.Start, t.End)
		if t.End <= on {
			text += ", over: " + resultWord(t)
		}
		e.sum(ExplainRow{Label: contractKey(t), On: t.Start, Text: text, Record: Link{Kind: "term", ID: t.ID}}, amount)
	}
	if a := &l.file.Account; a.CancelledOn != 0 && a.CancelledOn <= on {
		e.conclude(0)
		e.Notes = append(e.Notes, "The account is cancelled since "+a.CancelledOn.String()+".")
	}
}

func resultWord(t *Term) string {
	if isOpen(t) {
		return "no result yet"
	}
	return t.Result
}

// explainMeasure shows how far a measure has come, and the readings behind it.
func explainMeasure(f *File, id ID, on Date) (Explanation, error) {
	m := find(f.Measures, id)
	if m == nil {
		return Explanation{}, NotFound("There is no measure %s in this account.", id)
	}
	e := Explanation{
		Figure: "measure/" + string(id), Title: m.Name, Unit: "share", Rows: []ExplainRow{}, Notes: []string{},
		Rule: "Progress is the way from baseline to now, as a share of the way from baseline to target. A measure is stale when its last reading is older than one and a half times its cadence, met at the target, and on track when progress keeps up with the time gone, less 10 points.",
	}
	if m.Direction == "hold" {
		e.Rule = "A measure to hold is met while it lies within its tolerance of the target on the side that is bad. It is stale when its last reading is older than one and a half times its cadence."
	}
	for _, figure := range measureFigures(f, on) {
		if figure.Measure != id {
			continue
		}
		e.Total, e.Result = figure.Progress, string(figure.State)
		record := Link{Kind: "measure", ID: id}
		if m.Baseline != nil {
			e.add(ExplainRow{Label: "Baseline", On: m.BaselineOn, Value: m.Baseline, Unit: m.Unit, Record: record})
		}
		for _, r := range recordedOrder(f.Readings, func(r *Reading) bool { return r.MeasureID == id && r.On == figure.NowOn }) {
			if figure.Now != nil && r.Value == *figure.Now {
				e.add(ExplainRow{Label: "Now", On: r.On, Value: figure.Now, Unit: m.Unit, Record: Link{Kind: "reading", ID: r.ID}})
				break
			}
		}
		if m.Target != nil {
			e.add(ExplainRow{Label: "Target", On: m.TargetOn, Value: m.Target, Unit: m.Unit, Record: record})
		}
		if t := figure.Trend; t != nil {
			e.add(ExplainRow{Label: "Trend", Value: &t.Slope, Unit: m.Unit + " a day", Text: t.Direction})
		}
	}
	return e, nil
}
