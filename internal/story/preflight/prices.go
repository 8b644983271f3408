package preflight

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// price is a sum that stands only in the commercial sections.
type price struct {
	value  float64
	record success.Link
	what   string
	secret bool // ours alone: in no section at all
}

var (
	numberPattern = regexp.MustCompile(`(?i)\d{1,3}(?:[.,'’ \x{00a0}\x{202f}\x{2009}]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`)
	scalePattern  = regexp.MustCompile(`(?i)^[\s\x{00a0}\x{202f}]?(k|tsd\.?|thousand|tausend|mille|m|mn|mio\.?|million(?:en)?)(?:$|[^\pL])`)
	moneyBefore   = regexp.MustCompile(`(?i)(?:€|\$|£|¥|(?:^|[^\pL])(?:EUR|USD|GBP|CHF|PLN|DKK|SEK|NOK|JPY|CAD|AUD|BRL|kr|zł))[\s\x{00a0}\x{202f}]?$`)
	moneyAfter    = regexp.MustCompile(`(?i)^[\s\x{00a0}\x{202f}]?(?:€|\$|£|EUR|USD|GBP|CHF|euros?|dollars?|pounds?|PLN|DKK|SEK|NOK|JPY|CAD|AUD)`)
	priceWords    = plain(`arr|mrr|acv|tcv|(?:annual|monthly) recurring revenue|recurring revenue|annual contract value|contract value|jahresvertragswert|vertragswert|jährlicher umsatz|deal size`)
	discountWords = plain(`discounts?|rebates?|rabatte?n?|preisnachl\pL*|list price|listenpreis\pL*|price increase|preiserhöhung\pL*|uplift`)
)

// learnPrices gathers what the client pays, and what we reckon with.
func (c *check) learnPrices() {
	add := func(m success.Money, kind success.Kind, id success.ID, what string, secret bool) {
		if v := m.Major(); !m.IsZero() && v >= 100 {
			c.sums = append(c.sums, price{v, success.Link{Kind: kind, ID: id}, what, secret})
		}
	}
	f := c.live
	for i := range f.Terms {
		t := &f.Terms[i]
		add(t.ARR, "term", t.ID, ofThePriceOfATerm, false)
		add(t.ResultARR, "term", t.ID, ofThePriceAfterATerm, false)
		if v := t.ARR.Major() / 12; v >= 100 {
			c.sums = append(c.sums, price{v, success.Link{Kind: "term", ID: t.ID}, ofThePriceOfAMonth, false})
		}
	}
	for i := range f.Renewals {
		r := &f.Renewals[i]
		add(r.ForecastARR, "renewal", r.ID, ofOurForecast, true)
		add(r.Offer, "renewal", r.ID, ofTheClientsOffer, false)
	}
	add(f.Account.AcquisitionCost, "account", f.Account.ID, ofWhatTheClientCostUsToWin, true)
	add(f.Account.SwitchingCost, "account", f.Account.ID, ofWhatItWouldCostTheClientToLeave, true)
	c.dropShown()
	// A forecast that is the price itself says no more than the price.
	c.sums = slices.DeleteFunc(c.sums, func(p price) bool {
		return p.secret && slices.ContainsFunc(c.sums, func(o price) bool { return !o.secret && o.value == p.value })
	})
}

// dropShown leaves out sums that are also something else: an amount of value
// that the client may see.
func (c *check) dropShown() {
	var shown []float64
	for i := range c.visible.Steps {
		s := &c.visible.Steps[i]
		shown = append(shown, s.Amount.Major(), s.AmountLow.Major(), s.AmountHigh.Major())
	}
	for _, r := range c.visible.Readings {
		shown = append(shown, r.Value)
	}
	for i := range c.visible.Measures {
		m := &c.visible.Measures[i]
		for _, v := range []*float64{m.Baseline, m.Target} {
			if v != nil {
				shown = append(shown, *v)
			}
		}
	}
	tl := success.TimelineOf(c.visible, c.in.Settings, c.in.On.AddYears(-3), c.in.On, c.in.On)
	for _, l := range tl.Levels {
		shown = append(shown, l.Proved, l.Claimed)
	}
	c.sums = slices.DeleteFunc(c.sums, func(p price) bool {
		return slices.ContainsFunc(shown, func(v float64) bool { return math.Abs(v-p.value) < 0.005*p.value })
	})
}

// isCommercial reports whether prices may stand at a place.
func (c *check) isCommercial(p Place) bool {
	if !c.in.Options.Commercial || c.in.Options.Audience == model.AudiencePublic {
		return false
	}
	return p.Section == story.SectionInvestment || p.Section == story.SectionDecisions ||
		strings.HasPrefix(p.Page, string(model.KeyInvestment)) || strings.HasPrefix(p.Page, string(model.KeyDecisions)) || strings.HasPrefix(p.Page, string(model.KeyAppendix))
}

// prices finds sums and words of the contract.
func (c *check) prices(t Text) {
	allowed := c.isCommercial(t.Place)
	told := map[string]bool{}
	for _, at := range numberPattern.FindAllStringIndex(t.Text, -1) {
		value, slack, end, money := readNumber(t.Text, at)
		found := t.Text[at[0]:end]
		for _, p := range c.sums {
			if allowed && !p.secret || told[found] || math.Abs(value-p.value) > math.Min(slack, 0.02*p.value) {
				continue
			}
			if !money && isYear(found) {
				continue
			}
			told[found] = true
			c.add(Finding{Code: CodePrice, Level: Error, Place: t.Place, Found: found, Record: p.record,
				Message: fmt.Sprintf("%q is %s.", found, p.what)})
		}
	}
	if allowed {
		return
	}
	if m := priceWords.FindStringSubmatch(t.Text); m != nil {
		c.add(Finding{Code: CodePrice, Level: Error, Place: t.Place, Found: m[1], Message: fmt.Sprintf("%q speaks of the price outside the commercial sections.", m[1])})
	}
	if m := discountWords.FindStringSubmatch(t.Text); m != nil && !c.common[fold(m[1])] {
		c.add(Finding{Code: CodePrice, Level: Warning, Place: t.Place, Found: m[1], Message: fmt.Sprintf("%q may speak of the price outside the commercial sections.", m[1])})
	}
}

func isYear(text string) bool {
	year, err := strconv.Atoi(text)
	return err == nil && year >= 1900 && year <= 2100
}

// readNumber reads a number with what follows it. slack is how far the value
// meant may lie from the one written: half its last digit.
func readNumber(text string, at []int) (value, slack float64, end int, money bool) {
	digits := text[at[0]:at[1]]
	end = at[1]
	value, places := parseNumber(digits)
	slack = 0.5 * math.Pow10(-places)
	if m := scalePattern.FindStringSubmatchIndex(text[end:]); m != nil {
		scale := 1000.0
		if word := strings.ToLower(text[end+m[2] : end+m[3]]); word[0] == 'm' && word != "mille" {
			scale = 1e6
		}
		value, slack, end, money = value*scale, slack*scale, end+m[3], true
	}
	money = money || moneyBefore.MatchString(text[:at[0]]) || moneyAfter.MatchString(text[end:])
	return value, slack, end, money
}

// parseNumber reads digits with marks: marks before three digits set off
// thousands, any other one the decimals.
func parseNumber(digits string) (value float64, places int) {
	last := strings.LastIndexAny(digits, ".,")
	whole, fraction := digits, ""
	if last >= 0 && (len(digits)-last-1 != 3 || digits[:last] == "0") {
		whole, fraction = digits[:last], digits[last+1:]
	}
	whole = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	if fraction != "" {
		whole += "." + fraction
	}
	value, _ = strconv.ParseFloat(whole, 64)
	return value, len(fraction)
}
