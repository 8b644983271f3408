package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// portfolioLines is what a query shows: the accounts found, in order, and the
// lines of the table, which are those accounts and the heads of their groups.
type portfolioLines struct {
	order  []int
	groups []*portfolioGroup
	list   []portfolioLine
}

// portfolioLine is an account by its place in the rows, or, where that is below
// 0, the head of a group.
type portfolioLine struct{ row, group int }

// portfolioGroup is the accounts that one value has in common.
type portfolioGroup struct {
	PortfolioHeadView
	rank int // of values that have an order of their own
	rows []int
}

// lines answers a query, its page left aside.
func (b *portfolioBook) lines(rows []portfolioRow, q PortfolioQuery, today success.Date) (*portfolioLines, error) {
	order, err := b.rank(rows, q, today)
	if err != nil {
		return nil, err
	}
	lines := &portfolioLines{order: order}
	by, err := b.groupBy(q)
	if err != nil {
		return nil, err
	}
	if by != nil {
		lines.groups = group(rows, order, by, q.Folded)
	}
	// The standing order has heads only where something stands apart.
	if by == nil || q.Group == "" && len(lines.groups) < 2 {
		for _, at := range order {
			lines.list = append(lines.list, portfolioLine{row: at})
		}
		return lines, nil
	}
	for i, g := range lines.groups {
		lines.list = append(lines.list, portfolioLine{row: -1, group: i})
		if g.Folded {
			continue
		}
		for _, at := range g.rows {
			lines.list = append(lines.list, portfolioLine{row: at, group: i})
		}
	}
	return lines, nil
}

// A grouping says what parts an account: its key, what a person calls it, and
// its rank among the groups. The empty key is that of accounts without a value.
type grouping func(r *portfolioRow) (key, label string, rank int)

// wordRanks are the fields whose words have an order of their own.
var wordRanks = map[string]map[string]int{
	"client_phase": phaseRanks, "provider_phase": phaseRanks, "verdict": verdictRanks, "risk": riskRanks,
	"sale": {"yes": 1, "maybe": 2, "no": 3},
}

// groupBy returns what a query groups by; nil for nothing.
func (b *portfolioBook) groupBy(q PortfolioQuery) (grouping, error) {
	switch {
	case q.Group == "" && q.Sort == standingSort && !q.Descending:
		return byTending, nil
	case q.Group == "":
		return nil, nil //nolint:nilnil // no grouping is an answer
	}
	words := b.wordsOf(q.Group)
	if words == nil || q.Group == "tag" || q.Group == "flag" || q.Group == "mismatch" {
		return nil, success.Invalid("group", "The portfolio has no groups by %q.", q.Group)
	}
	ranks := wordRanks[q.Group]
	return func(r *portfolioRow) (string, string, int) {
		has := words(r)
		if len(has) == 0 {
			return "", "", 0
		}
		label := has[0]
		switch q.Group {
		case "type":
			label = r.typeName
		case "parent":
			label = b.names[success.ID(has[0])]
		}
		return has[0], label, ranks[has[0]]
	}, nil
}

// The groups of the standing order; the first two of its stretches are one.
var tendingKeys = map[int]string{
	success.TendNew: "first", success.TendSilent: "first", success.TendRest: "rest", success.TendCritical: "critical",
	success.TendCancelled: "cancelled",
}

func byTending(r *portfolioRow) (string, string, int) {
	key := tendingKeys[r.Tending.Group]
	return "tending:" + key, "", cmp.Or(r.Tending.Group, success.TendRest)
}

// group parts accounts that are in order already.
func group(rows []portfolioRow, order []int, by grouping, folded []string) []*portfolioGroup {
	var groups []*portfolioGroup
	of := map[string]*portfolioGroup{}
	for _, at := range order {
		r := &rows[at]
		key, label, rank := by(r)
		g := of[key]
		if g == nil {
			g = &portfolioGroup{rank: rank, PortfolioHeadView: PortfolioHeadView{Key: key, Label: label, Folded: slices.Contains(folded, key)}}
			of[key] = g
			groups = append(groups, g)
		}
		g.rows = append(g.rows, at)
		g.add(r)
	}
	slices.SortStableFunc(groups, func(a, b *portfolioGroup) int {
		return cmp.Or(lastIfEmpty(a.Key == "", b.Key == ""), cmp.Compare(a.rank, b.rank), strings.Compare(foldedLabel(a), foldedLabel(b)))
	})
	return groups
}

func foldedLabel(g *portfolioGroup) string { return folded(g.Label) }

func (g *portfolioGroup) add(r *portfolioRow) {
	arr := r.ARR * r.rate
	g.Count++
	g.ARR += arr
	g.Level += r.Level * r.rate
	switch r.Risk {
	case string(success.RiskAtRisk), string(success.RiskCritical):
		g.AtRisk += arr
		g.Known += arr
	case string(success.RiskOnTrack), string(success.RiskWatch):
		g.Known += arr
	}
}
