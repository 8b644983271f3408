package success

import (
	"fmt"
	"slices"
	"strings"
)

func explainRenewal(e *Explanation, l *ledger, on Date) {
	t, ok := RenewalTerm(l.file, on)
	if !ok {
		e.Result = "none"
		e.add(ExplainRow{Label: "No term is open", Record: Link{Kind: "account", ID: l.file.Account.ID}})
		return
	}
	record := Link{Kind: "term", ID: t.ID}
	e.add(ExplainRow{Label: "Start of the term", On: t.Start, Text: contractKey(t), Record: record})
	e.add(ExplainRow{Label: "End of the term", On: t.End, Text: contractKey(t), Record: record})
	e.conclude(float64(t.End.Sub(on)))
	if DecisionDate(t) != t.End {
		e.Notes = append(e.Notes, fmt.Sprintf("It is decided by %s, because notice is due before the end.", DecisionDate(t)))
	}
}

// touchesShown is how many of the last touchpoints an explanation lists.
const touchesShown = 5

func explainLastTouch(e *Explanation, l *ledger, on Date) {
	touches := slices.Clone(l.file.Touchpoints)
	touches = slices.DeleteFunc(touches, func(t Touchpoint) bool { return t.On > on })
	slices.SortStableFunc(touches, func(a, b Touchpoint) int { return b.On.Sub(a.On) })
	if len(touches) == 0 {
		e.Result = "none"
		e.add(ExplainRow{Label: "No touchpoint is recorded", Record: Link{Kind: "account", ID: l.file.Account.ID}})
		return
	}
	e.conclude(float64(on.Sub(touches[0].On)))
	for i := range touches[:min(touchesShown, len(touches))] {
		t := &touches[i]
		e.add(ExplainRow{Label: firstText(t.Summary, t.TouchKind, "Touchpoint"), On: t.On, Text: t.TouchKind, Record: Link{Kind: "touchpoint", ID: t.ID}})
	}
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// explainSeries shows the level that a small chart draws, at the days a person
// would ask about.
func explainSeries(e *Explanation, l *ledger, on Date) {
	account := Link{Kind: "account", ID: l.file.Account.ID}
	for _, days := range []int{2 * year, year + year/2, year, year / 2, 0} {
		at := on.AddDays(-days)
		level := l.totals(at, e.proved(), nil).level
		e.add(ExplainRow{Label: "Value level", On: at, Value: &level, Unit: perYear, Record: account})
	}
	level := l.totals(on, e.proved(), nil).level
	e.conclude(level)
	for i := range l.stairs {
		st := &l.stairs[i]
		days := st.view(e.proved()).days
		if len(days) > 0 && days[0].on <= on {
			e.add(ExplainRow{Label: st.benefit.Title, On: days[0].on, Text: "its first step", Record: Link{Kind: "benefit", ID: st.benefit.ID}})
		}
	}
}

// explainStory shows why a story is news, or old news.
func explainStory(l *ledger, id ID, on Date) (Explanation, error) {
	story := find(l.file.Stories, id)
	if story == nil {
		return Explanation{}, NotFound("There is no story %s in this account.", id)
	}
	figure := l.story(story, on)
	e := Explanation{
		Figure: "story/" + string(id), Title: "Novelty", Unit: "share", Currency: l.currency, Rows: []ExplainRow{}, Notes: []string{},
		Rule: "Novelty is the news since the last told story, as a share of this news and that of the year before it, over the benefits that the claims point at. A story below 20 % without a new or grown claim is old news. A claim is new where its benefit began since, grown where it brought more or reached more people than ever, else old news.",
	}
	e.conclude(figure.Novelty)
	if figure.OldNews {
		e.Notes = append(e.Notes, "This story is old news.")
	}
	if figure.Since == 0 {
		e.Notes = append(e.Notes, "No story was told before: all news counts.")
	} else {
		e.Notes = append(e.Notes, fmt.Sprintf("The last story was told on %s.", figure.Since))
	}
	for _, c := range figure.Claims {
		claim := find(l.file.Claims, c.Claim)
		text := string(c.Mark)
		if text == "" {
			text = "points at no benefit"
		}
		e.add(ExplainRow{Label: strings.TrimSpace(claim.Text), Text: text, Record: Link{Kind: "claim", ID: c.Claim}})
	}
	return e, nil
}
