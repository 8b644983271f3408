package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// AssetsQuery asks for the accounts as assets: By is type or csm, From and To are
// days (empty means the last 12 months up to today), Discount and Growth shares a
// year (0.1 is 10 %).
type AssetsQuery struct {
	Only     WaysFilter `json:"only"`
	By       string     `json:"by"`
	From     string     `json:"from"`
	To       string     `json:"to"`
	Discount float64    `json:"discount"`
	Growth   float64    `json:"growth"`
}

// AssetsView is the portfolio as assets, whole and in groups. Amounts are in
// Currency.
type AssetsView struct {
	Currency string           `json:"currency"`
	Today    string           `json:"today"`
	From     string           `json:"from"`
	To       string           `json:"to"`
	Accounts int              `json:"accounts"` // then or now, without the filter
	All      AssetGroupView   `json:"all"`
	Groups   []AssetGroupView `json:"groups"` // the largest first
}

// AssetGroupView is some accounts as assets together: see success.AssetSum. Key is
// a customer type's id or a CSM's name, and empty for the accounts without.
// the renewal rate that expected values of the type are reckoned with.
type AssetGroupView struct {
	Key        string   `json:"key"`
	Name       string   `json:"name"`
	Accounts   int      `json:"accounts"`
	ARR        float64  `json:"arr"`
	Base       int      `json:"base"`
	Kept       int      `json:"kept"`
	Was        float64  `json:"was"`
	Is         float64  `json:"is"`
	GRR        *float64 `json:"grr"`
	NRR        *float64 `json:"nrr"`
	Logo       *float64 `json:"logo"`
	Payback    *float64 `json:"payback"` // months
	PaybackOf  int      `json:"payback_of"`
	Expected   float64  `json:"expected"`
	ExpectedOf int      `json:"expected_of"`
	NoMargin   int      `json:"no_margin"`
	NoFinite   int      `json:"no_finite"`
	NoRate     int      `json:"no_rate"`
	Spread     float64  `json:"spread"`
	Herfindahl *float64 `json:"herfindahl"`
}

// AssetWhyView is one account behind a figure of assets: what it brings, and was on
// the first day where the figure compares two.
type AssetWhyView struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Value  *float64 `json:"value"`
	Was    *float64 `json:"was"`
	Rate   float64  `json:"rate"`   // yearly retention
	Reason string   `json:"reason"` // why it has no expected value
}

// Assets returns the portfolio as assets.
func (w *Ways) Assets(q AssetsQuery) (_ AssetsView, err error) {
	defer w.app.catch("ways.assets", &err)
	lines, every, book, err := w.assets(q)
	if err != nil {
		return AssetsView{}, err
	}
	terms, err := assetTerms(q, w.today())
	if err != nil {
		return AssetsView{}, err
	}
	view := AssetsView{
		Currency: book.Settings.Workspace.Currency, Today: w.today().String(), From: terms.From.String(), To: terms.To.String(),
		Accounts: every, All: assetGroupView("", "", lines), Groups: []AssetGroupView{},
	}
	groups := map[string][]success.AssetLine{}
	keys := groupKeys(book, q.By)
	for i := range lines {
		key := keys[lines[i].Account]
		groups[key] = append(groups[key], lines[i])
	}
	for key, part := range groups {
		view.Groups = append(view.Groups, assetGroupView(key, groupName(book, q.By, key), part))
	}
	slices.SortFunc(view.Groups, func(a, b AssetGroupView) int {
		return cmp.Or(cmp.Compare(b.ARR, a.ARR), strings.Compare(a.Name, b.Name))
	})
	return view, nil
}

// AssetWhy returns the accounts behind a figure of a group, those that weigh most
// first: grr, nrr, logo, payback, expected, spread or herfindahl. Group is empty for
// those without, and "*" for all.
func (w *Ways) AssetWhy(q AssetsQuery, group, figure string) (_ []AssetWhyView, err error) {
	defer w.app.catch("ways.asset_why", &err)
	lines, _, book, err := w.assets(q)
	if err != nil {
		return nil, err
	}
	keys := groupKeys(book, q.By)
	names := map[success.ID]string{}
	for _, f := range book.Files {
		names[f.Account.ID] = f.Account.Name
	}
	views := []AssetWhyView{}
	for i := range lines {
		l := &lines[i]
		if group != "*" && keys[l.Account] != group {
			continue
		}
		view := AssetWhyView{ID: string(l.Account), Name: names[l.Account], Rate: l.Retention}
		if fillAssetWhy(&view, l, figure) {
			views = append(views, view)
		}
	}
	weight := func(v *AssetWhyView) float64 {
		switch {
		case v.Value == nil:
			return -1
		case v.Was != nil:
			return max(*v.Was-*v.Value, *v.Value-*v.Was)
		}
		return *v.Value
	}
	slices.SortFunc(views, func(a, b AssetWhyView) int {
		return cmp.Or(cmp.Compare(weight(&b), weight(&a)), strings.Compare(a.Name, b.Name))
	})
	return views[:min(len(views), behindShown)], nil
}

// fillAssetWhy says what an account brings to a figure, and whether it does at all.
func fillAssetWhy(v *AssetWhyView, l *success.AssetLine, figure string) bool {
	switch figure {
	case "grr", "nrr", "logo":
		v.Value, v.Was = &l.Is, &l.Was
		moved := l.Was != l.Is
		switch figure {
		case "grr":
			moved = l.Is < l.Was
		case "logo":
			moved = l.Is <= 0
		}
		return l.Was > 0 && moved
	case "payback":
		v.Value = l.Payback
		return l.Listed && l.Payback != nil
	case "expected":
		v.Value, v.Reason = l.Expected, l.Reason
		return l.Listed && l.Expected != nil
	case "spread":
		v.Value = &l.Spread
		return l.Spread > 0
	}
	v.Value = &l.ARR
	return l.Listed && l.ARR > 0
}

// today is the day of the open workspace.
func (w *Ways) today() success.Date {
	ws, err := w.app.workspace()
	if err != nil {
		return success.DateOf(w.app.o.Now())
	}
	return ws.Today()
}

// assets reads what assets are made of, once for each change, and reckons those of
// the accounts that the filter leaves; every counts all accounts, then or now.
func (w *Ways) assets(q AssetsQuery) (lines []success.AssetLine, every int, book *success.Book, err error) {
	now, left, err := w.load(q.Only)
	if err != nil {
		return nil, 0, nil, err
	}
	terms, err := assetTerms(q, now.today)
	if err != nil {
		return nil, 0, nil, err
	}
	if book, err = w.app.terms.book(now.ws, now.settings); err != nil {
		return nil, 0, nil, err
	}
	lines = success.Assets(book, terms)
	sum := success.SumAssets(lines)
	every = max(sum.Accounts, sum.Base)
	if len(left) < len(now.summaries) {
		wanted := make(map[success.ID]bool, len(left))
		for i := range left {
			wanted[left[i].Account] = true
		}
		lines = slices.DeleteFunc(lines, func(l success.AssetLine) bool { return !wanted[l.Account] })
	}
	return lines, every, book, nil
}

func assetTerms(q AssetsQuery, today success.Date) (success.AssetTerms, error) {
	terms := success.AssetTerms{To: today, Discount: q.Discount, Growth: q.Growth}
	var err error
	if q.To != "" {
		if terms.To, err = success.ParseDate(q.To); err != nil {
			return terms, success.Invalid("to", "%q is no day.", q.To)
		}
	}
	terms.From = terms.To.AddYears(-1)
	if q.From != "" {
		if terms.From, err = success.ParseDate(q.From); err != nil {
			return terms, success.Invalid("from", "%q is no day.", q.From)
		}
	}
	if terms.From >= terms.To {
		return terms, success.Invalid("from", "The period ends before it begins; choose an earlier first day.")
	}
	return terms, nil
}

// groupKeys returns which group each account is in.
func groupKeys(book *success.Book, by string) map[success.ID]string {
	live := map[success.ID]bool{}
	for i := range book.Settings.CustomerTypes {
		t := &book.Settings.CustomerTypes[i]
		live[t.ID] = t.DeletedAt == 0
	}
	keys := make(map[success.ID]string, len(book.Files))
	for _, f := range book.Files {
		switch {
		case by == "csm":
			keys[f.Account.ID] = strings.TrimSpace(f.Account.CSM)
		case live[f.Account.CustomerTypeID]:
			keys[f.Account.ID] = string(f.Account.CustomerTypeID)
		}
	}
	return keys
}

func groupName(book *success.Book, by, key string) string {
	if by == "csm" {
		return key
	}
	for i := range book.Settings.CustomerTypes {
		if t := &book.Settings.CustomerTypes[i]; string(t.ID) == key {
			return t.Name
		}
	}
	return ""
}

func assetGroupView(key, name string, lines []success.AssetLine) AssetGroupView {
	s := success.SumAssets(lines)
	return AssetGroupView{
		Key: key, Name: name, Accounts: s.Accounts, ARR: s.ARR, Base: s.Base, Kept: s.Kept, Was: s.Was, Is: s.Is,
		GRR: s.GRR, NRR: s.NRR, Logo: s.Logo, Payback: s.Payback, PaybackOf: s.PaybackOf,
		Expected: s.Expected, ExpectedOf: s.ExpectedOf, NoMargin: s.NoMargin, NoFinite: s.NoFinite, NoRate: s.NoRate,
		Spread: s.Spread, Herfindahl: s.Herfindahl,
	}
}
