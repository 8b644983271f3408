package desktop

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// portfolioRow is a summary with what it is sorted, found and filtered by.
type portfolioRow struct {
	workspace.Summary
	foldedName, foldedCSM, words string

	typeName, parentName string
	client, provider     string         // the phases that hold
	rate                 float64        // one unit of the account's currency in the workspace's; 0 without one
	price                *success.Range // walk-away, against the usual offer, in the account's currency
	sale                 string         // yes, maybe or no; else why there is no price
}

// rowMaker makes rows of one book on one day.
type rowMaker struct {
	book  *portfolioBook
	today success.Date
	rates map[string]float64
}

func (m *rowMaker) row(s *workspace.Summary) portfolioRow {
	r := portfolioRow{Summary: *s, foldedName: folded(s.Name), foldedCSM: folded(s.CSM)}
	r.typeName = m.book.types[s.CustomerType]
	r.parentName = m.book.names[m.book.families.Parent(s.Account)]
	r.client, r.provider = s.Phases()
	if r.Tending.Group == 0 {
		r.Tending = success.Tending{Group: success.TendRest, By: 1} // of a row that is still to be made anew
	}
	r.rate = m.rate(s.Currency)
	r.sale = s.Unpriced
	if s.Price != nil {
		offer := success.DefaultOffer(m.book.settings, m.today)
		price := s.Price.WalkAway(offer)
		r.price = &price
		if r.rate > 0 {
			r.sale = string(success.SaleAt(price, offer.Cheque/r.rate+offer.Discount*s.ARR))
		}
	}
	words := append([]string{s.Name, s.Segment, s.CSM, s.Owner, s.Verdict, r.typeName}, s.Tags...)
	r.words = folded(strings.Join(words, "\n"))
	return r
}

func (m *rowMaker) rate(currency string) float64 {
	rate, ok := m.rates[currency]
	if !ok {
		rate, _ = rateTo(m.book.settings, currency, m.today)
		m.rates[currency] = rate
	}
	return rate
}

// folded returns text without case and accents.
func folded(text string) string {
	if isPlain(text) {
		return strings.ToLower(text)
	}
	fold := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(fold, text)
	if err != nil {
		out = text
	}
	return strings.ToLower(out)
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// attribute returns an imported value as a person reads it; empty for none.
func (r *portfolioRow) attribute(name string) string {
	raw := bytes.TrimSpace(r.Attributes[name])
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return string(raw)
}

// PortfolioRowView is one line of the table: an account, or, where Head is there,
// the head of a group. Amounts are in Currency, in major units; dates are
// YYYY-MM-DD or empty. Verdict is empty while the account's figures are still
// being reckoned.
type PortfolioRowView struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Segment     string    `json:"segment"`
	CSM         string    `json:"csm"`
	Currency    string    `json:"currency"`
	ARR         float64   `json:"arr"`
	Renewal     string    `json:"renewal"`
	LastTouch   string    `json:"last_touch"`
	CancelledOn string    `json:"cancelled_on"`
	Verdict     string    `json:"verdict"`
	Velocity    float64   `json:"velocity"`
	Level       float64   `json:"level"`
	Claimed     float64   `json:"claimed"`
	Silence     *int      `json:"silence"`
	Spark       []float64 `json:"spark"`
	// SparkClaimed is the level with claims; empty where nothing is only claimed.
	SparkClaimed []float64 `json:"spark_claimed"`

	Type       string   `json:"type"`
	Owner      string   `json:"owner"`
	Tags       []string `json:"tags"`
	Parent     string   `json:"parent"` // the name of the account it stands below
	Added      string   `json:"added"`
	Decision   string   `json:"decision"`
	Client     string   `json:"client_phase"` // the phases that hold
	Provider   string   `json:"provider_phase"`
	Overruled  bool     `json:"overruled"` // one of them was set by hand
	Mismatches []string `json:"mismatches"`
	Risk       string   `json:"risk"`
	// Flag is the sign that weighs most, and Flags counts them.
	Flag   string `json:"flag"`
	FlagOn string `json:"flag_on"`
	Flags  int    `json:"flags"`
	// Checks are [holds, of] of success, behavior, bonding, learning, velocity and
	// coverage; zeros while nothing is known.
	Checks [][2]int `json:"checks"`
	// PriceLow and PriceHigh are the walk-away price; null where there is none, and
	// Sale says why. Else it says whether the account is for sale: yes, maybe, no.
	PriceLow  *float64 `json:"price_low"`
	PriceHigh *float64 `json:"price_high"`
	Sale      string   `json:"sale"`

	Attributes map[string]string   `json:"attributes"` // of the columns asked for
	Below      *PortfolioBelowView `json:"below"`      // where accounts stand below it
	Head       *PortfolioHeadView  `json:"head"`
}

// PortfolioBelowView adds up an account and all below it, in the workspace's
// currency. Accounts counts those below.
type PortfolioBelowView struct {
	Accounts int     `json:"accounts"`
	ARR      float64 `json:"arr"`
	Level    float64 `json:"level"`
}

// PortfolioHeadView heads a group of accounts that one value has in common. ARR,
// Level and AtRisk (the ARR of those at risk or critical) are sums in the
// workspace's currency; Known is the ARR of those whose risk is known.
type PortfolioHeadView struct {
	Key    string  `json:"key"`
	Label  string  `json:"label"`
	Count  int     `json:"count"`
	ARR    float64 `json:"arr"`
	Level  float64 `json:"level"`
	AtRisk float64 `json:"at_risk"`
	Known  float64 `json:"known"`
	Folded bool    `json:"folded"`
}

func headRow(g *portfolioGroup) PortfolioRowView {
	head := g.PortfolioHeadView
	return PortfolioRowView{
		ID: "group:" + g.Key, Name: g.Label, Spark: []float64{}, SparkClaimed: []float64{}, Tags: []string{}, Mismatches: []string{},
		Checks: [][2]int{}, Attributes: map[string]string{}, Head: &head,
	}
}

func (p *Portfolio) rowView(r *portfolioRow, columns []string) PortfolioRowView {
	s := &r.Summary
	view := PortfolioRowView{
		ID: string(s.Account), Name: s.Name, Segment: s.Segment, CSM: s.CSM, Currency: s.Currency,
		ARR: s.ARR, Renewal: s.Renewal.String(), LastTouch: s.LastTouch.String(), CancelledOn: s.Cancelled.String(),
		Verdict: s.Verdict, Velocity: s.Velocity, Level: s.Level, Claimed: s.Claimed,
		Spark: append([]float64{}, s.Spark...), SparkClaimed: append([]float64{}, s.SparkClaimed...),
		Type: r.typeName, Owner: s.Owner, Tags: append([]string{}, s.Tags...), Parent: r.parentName, Added: s.Added.String(),
		Decision: s.Decision.String(), Client: r.client, Provider: r.provider, Overruled: s.ClientSet != "" || s.ProviderSet != "",
		Mismatches: append([]string{}, s.Mismatches...), Risk: s.Risk, Flags: len(s.Flags), Sale: r.sale,
		Checks: [][2]int{}, Attributes: map[string]string{},
	}
	if hasNews(s) {
		view.Silence = s.Silence
	}
	for _, t := range s.Checks {
		view.Checks = append(view.Checks, [2]int{int(t.Holds), int(t.Of)})
	}
	if f := worst(s.Flags); f != nil {
		view.Flag, view.FlagOn = string(f.Name), f.On.String()
	}
	if r.price != nil {
		view.PriceLow, view.PriceHigh = &r.price.Low, &r.price.High
	}
	for _, column := range columns {
		if name, ok := strings.CutPrefix(column, attributePrefix); ok {
			view.Attributes[name] = r.attribute(name)
		}
	}
	if p.book.families.HasBelow(s.Account) {
		view.Below = p.below(s.Account)
	}
	return view
}

// worst is the flag that weighs most, of equal ones the oldest.
func worst(flags []success.Flag) *success.Flag {
	if len(flags) == 0 {
		return nil
	}
	f := slices.MinFunc(flags, func(a, b success.Flag) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.On, b.On))
	})
	return &f
}

func (p *Portfolio) below(id success.ID) *PortfolioBelowView {
	sum := p.book.families.RollUp(id, func(one success.ID) (arr, level float64) {
		r := &p.rows[p.book.places[one]]
		return r.ARR * r.rate, r.Level * r.rate
	})
	return &PortfolioBelowView{Accounts: sum.Accounts - 1, ARR: sum.ARR, Level: sum.Level}
}

// attributePrefix begins the name of a column, filter or order by an imported
// value.
const attributePrefix = "attribute:"

// principleNames are the principles in the order of a row's checks.
var principleNames = []string{"success", "behavior", "bonding", "learning", "velocity", "coverage"}

func number(text string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return n, err == nil
}
