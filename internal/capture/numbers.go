package capture

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
)

const digits = `\d+(?:[.,'’]\d+)*`

const currencies = `€|\$|£|¥|EUR|USD|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|INR|SGD|HKD|ZAR|TRY|ILS|KRW|CNY`

const factors = `k|tsd\.?|thousand|m|mn|mio\.?|million`

const periods = `yr|year|y|a|annum|jahr|mo|mth|month|monat|quarter|qtr|quartal|week|wk|woche|day|tag`

var (
	peoplePattern = regexp.MustCompile(`(?i)(?:^|[^\d.,'’])((\d+(?:[.,'’]\d{3})*)\s*(?:people|persons?|users?|employees|colleagues|staff|heads|leute|personen|menschen|mitarbeiter(?:innen)?|kolleg(?:en|innen)))(?:[^\pL]|$)`)
	amountPattern = regexp.MustCompile(`(?i)(?:^|[^\pL\d.,'’])((` + currencies + `)?\s?(` + digits + `)\s?(` + factors + `)?\b?(?:\s?(?:-|–|to|bis)\s?(` + digits + `)\s?(` + factors + `)?\b?)?\s?(` + currencies + `)?(?:\s?(?:/|per\s|a\s|pro\s|im\s|p\.\s?)\s?(` + periods + `)\b\.?)?)`)
	oncePattern   = regexp.MustCompile(`(?i)(?:^|[^\pL])(once|one[ -]time|one[ -]off|einmalig)(?:[^\pL]|$)`)
)

// takePeople reads a number of people.
func (l *line) takePeople(key string) (people json.RawMessage, ok bool) {
	m := l.match(peoplePattern)
	if m == nil {
		return nil, false
	}
	value, ok := number(l.group(m, 2), true, l.Comma)
	if !ok || !value.IsInteger() || len(value.String()) > 9 {
		return nil, false
	}
	l.take(m[2], m[3], key, "people")
	return json.RawMessage(value.String()), true
}

// number reads digits with their marks. Where two kinds of mark stand, the last
// is the decimal one; a single mark before three digits is that of thousands
// if that is how money is written, or how the reader's language writes it.
func number(text string, money, comma bool) (decimal.Decimal, bool) {
	text = strings.NewReplacer("'", "", "’", "").Replace(text)
	point, last := strings.LastIndexByte(text, '.'), strings.LastIndexByte(text, ',')
	mark := ""
	switch {
	case point >= 0 && last >= 0:
		mark = map[bool]string{true: ".", false: ","}[point > last]
	case point >= 0 && !isThousands(text, ".", money || comma):
		mark = "."
	case last >= 0 && !isThousands(text, ",", money || !comma):
		mark = ","
	}
	for _, m := range []string{".", ","} {
		if m != mark {
			text = strings.ReplaceAll(text, m, "")
		}
	}
	if mark != "" && strings.Count(text, mark) > 1 {
		return decimal.Decimal{}, false
	}
	value, err := decimal.NewFromString(strings.ReplaceAll(text, ",", "."))
	return value, err == nil && len(text) <= 30
}

// isThousands reports whether a mark can only set off thousands, or, where
// either would do, whether it is wanted so.
func isThousands(text, mark string, wanted bool) bool {
	groups := strings.Split(text, mark)
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	if len(groups) > 2 {
		return true
	}
	return wanted && groups[0] != "0"
}

func factor(word string) decimal.Decimal {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "k", "tsd", "thousand":
		return decimal.NewFromInt(1000)
	case "m", "mn", "mio", "million":
		return decimal.NewFromInt(1_000_000)
	}
	return decimal.NewFromInt(1)
}

// currencyOf reads a sign or a code; a dollar sign is the account's own dollar.
func currencyOf(sign, account string) string {
	switch strings.ToUpper(sign) {
	case "":
		return account
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "¥":
		return map[bool]string{true: "CNY", false: "JPY"}[account == "CNY"]
	case "$":
		switch account {
		case "CAD", "AUD", "NZD", "SGD", "HKD", "MXN":
			return account
		}
		return "USD"
	}
	return strings.ToUpper(sign)
}

// timesAYear is how often a period comes in a year.
func timesAYear(period string) int64 {
	switch p := strings.ToLower(period); {
	case p == "mo" || p == "mth" || p == "month" || p == "monat":
		return 12
	case strings.HasPrefix(p, "q"):
		return 4
	case strings.HasPrefix(p, "w"):
		return 52
	case p == "day" || p == "tag":
		return 365
	}
	return 1
}

// amount is money as a note has it.
type amount struct {
	value, low, high success.Money
	yearly           bool
	from, to         int
}

// findAmount finds the first money of the line: a number with a currency, a
// factor or a period, or one that stands between two commas by itself.
func (l *line) findAmount() (amount, bool) {
	at := 0
	free := l.free()
	for {
		m := amountPattern.FindStringSubmatchIndex(free[at:])
		if m == nil {
			return amount{}, false
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		if a, ok := l.amountOf(m); ok {
			return a, true
		}
		at = m[7] // after the number: the next may be the one
	}
}

func (l *line) amountOf(m []int) (amount, bool) {
	before, after := l.group(m, 2), l.group(m, 7)
	scale, period := l.group(m, 4), l.group(m, 8)
	a := amount{from: m[2], to: m[3], yearly: period != ""}
	if before+after+scale+period == "" && !l.standsAlone(m[2], m[3]) {
		return a, false
	}
	if scale == "" {
		scale = l.group(m, 6)
	}
	currency := before
	if currency == "" {
		currency = after
	}
	currency = currencyOf(currency, success.CurrencyOf(&l.file.Account, l.Settings))
	times := decimal.NewFromInt(timesAYear(period))
	read := func(text, scale string) (success.Money, bool) {
		value, ok := number(text, true, l.Comma)
		if !ok {
			return success.Money{}, false
		}
		money, err := success.ParseMoney(value.Mul(factor(scale)).Mul(times).StringFixed(success.Exponent(currency)), currency)
		return money, err == nil
	}
	var ok bool
	if a.value, ok = read(l.group(m, 3), scale); !ok {
		return a, false
	}
	if high := l.group(m, 5); high != "" {
		a.low = a.value
		if l.group(m, 6) != "" {
			scale = l.group(m, 6)
		}
		if a.high, ok = read(high, scale); !ok || a.high.Minor < a.low.Minor {
			return a, false
		}
		a.value.Minor = a.low.Minor + (a.high.Minor-a.low.Minor)/2
	}
	return a, true
}

// standsAlone reports whether nothing but blanks stands between a stretch and
// the commas around it.
func (l *line) standsAlone(from, to int) bool {
	start := l.body - l.start
	before := strings.TrimRight(l.text[start:from], " \t")
	after := strings.TrimLeft(l.text[to:], " \t")
	return (before == "" || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";")) &&
		(after == "" || after[0] == ',' || after[0] == ';')
}
