package exchange

import (
	"errors"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// errNotNumber is the reason of a text that is no number.
var errNotNumber = errors.New("is not a number")

// parseNumber reads a decimal number; dec is the decimal mark of its column,
// "." or ",". Thousands may be set off by the other mark, blanks or
// apostrophes, in groups of three (or of two before the last, as in India).
func parseNumber(text, dec string) (decimal.Decimal, error) {
	text = strings.TrimSpace(text)
	negative := false
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		text, negative = strings.TrimSpace(strings.TrimSuffix(inner, ")")), true
	}
	text = strings.Replace(text, "\u2212", "-", 1)
	switch {
	case strings.HasPrefix(text, "-"):
		text, negative = strings.TrimSpace(text[1:]), !negative
	case strings.HasPrefix(text, "+"):
		text = text[1:]
	case strings.HasSuffix(text, "-") && len(text) > 1:
		text, negative = strings.TrimSpace(text[:len(text)-1]), !negative
	}
	plain, err := plainDigits(text, dec)
	if err != nil {
		return decimal.Decimal{}, err
	}
	value, err := decimal.NewFromString(plain)
	if err != nil {
		return decimal.Decimal{}, errNotNumber
	}
	if negative {
		value = value.Neg()
	}
	return value, nil
}

// plainDigits takes the thousands marks out and makes the decimal mark a point.
func plainDigits(text, dec string) (string, error) {
	if text == "" || len(text) > 60 {
		return "", errNotNumber
	}
	if mantissa, exp, ok := cutExponent(text); ok {
		digits, err := plainDigits(mantissa, dec)
		return digits + "e" + exp, err
	}
	whole, frac, _ := cutLast(text, dec)
	if frac != "" && !allDigits(frac) || whole == "" && frac == "" {
		return "", errNotNumber
	}
	if allDigits(whole) {
		if frac == "" {
			return whole, nil
		}
		return whole + "." + frac, nil
	}
	digits, err := ungroup(whole, dec)
	if err != nil {
		return "", err
	}
	if frac != "" {
		digits += "." + frac
	}
	return digits, nil
}

// cutExponent cuts 1.2E+05 as spreadsheets write large numbers; exponents of
// three digits are refused, for nothing a client measures needs them.
func cutExponent(text string) (mantissa, exp string, ok bool) {
	i := strings.IndexAny(text, "eE")
	if i <= 0 {
		return "", "", false
	}
	exp = strings.TrimPrefix(text[i+1:], "+")
	if digits := strings.TrimPrefix(exp, "-"); len(digits) == 0 || len(digits) > 2 || !allDigits(digits) {
		return "", "", false
	}
	return text[:i], exp, true
}

func cutLast(text, mark string) (before, after string, found bool) {
	i := strings.LastIndex(text, mark)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(mark):], true
}

// groupMarks are what stands between thousands.
const groupMarks = " \u00A0\u202F\u2009'’`´_.,"

// ungroup joins 1'234'567. All marks must be the same, and the groups of three
// digits; groups of two are read before a last one of three.
func ungroup(whole, dec string) (string, error) {
	var b strings.Builder
	var mark rune
	groups := []int{0}
	for _, r := range whole {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
			groups[len(groups)-1]++
		case strings.ContainsRune(groupMarks, r) && string(r) != dec && (mark == 0 || mark == r):
			mark = r
			groups = append(groups, 0)
		default:
			return "", errNotNumber
		}
	}
	if mark == 0 && b.Len() == 0 {
		return "0", nil // ".5"
	}
	if mark != 0 && !grouped(groups, mark) {
		return "", errNotNumber
	}
	return b.String(), nil
}

// grouped reports whether digits stand in groups of three, or of two before the
// last one as in India.
func grouped(groups []int, mark rune) bool {
	last := len(groups) - 1
	if groups[last] != 3 || groups[0] < 1 || groups[0] > 3 {
		return false
	}
	for _, n := range groups[1:last] {
		if n != 3 && (n != 2 || mark != ',') {
			return false
		}
	}
	return true
}

// numberEvidence tells what one text shows about its column's decimal mark.
type numberEvidence struct {
	isNumber  bool
	point     bool // the point is certainly the decimal mark
	comma     bool // the comma is certainly the decimal mark
	onlyPoint bool // "1.234": either
	onlyComma bool // "1,234": either
	thousands string
}

func evidenceOf(text string) numberEvidence {
	a := splitAmount(text)
	number := a.number
	asPoint, errPoint := parseNumber(number, ".")
	asComma, errComma := parseNumber(number, ",")
	e := numberEvidence{isNumber: a.unknown == "" && (errPoint == nil || errComma == nil)}
	for _, r := range number {
		if strings.ContainsRune(groupMarks, r) && r != '.' && r != ',' {
			e.thousands = string(r)
		}
	}
	if !e.isNumber || !strings.ContainsAny(number, ".,") {
		return e
	}
	open := errPoint == nil && errComma == nil && !asPoint.Equal(asComma)
	// Only groups of commas ("1,234,567") leave the decimal mark a point as well.
	e.point = errComma != nil
	e.comma = errPoint != nil
	e.onlyPoint = open && strings.Contains(number, ".")
	e.onlyComma = open && !e.onlyPoint
	return e
}

// amountText is an amount taken apart: "€ 48k" is number "48", factor 1000,
// currency EUR.
type amountText struct {
	number    string
	factor    decimal.Decimal
	currency  string // ISO code, "" when none is written
	ambiguous bool   // the sign is that of several currencies: $, kr, ¥
	unknown   string // letters that are no currency and no factor
}

var one, thousand, million = decimal.NewFromInt(1), decimal.NewFromInt(1000), decimal.NewFromInt(1000000)

// splitAmount takes currency signs, codes and words for thousands off a number.
func splitAmount(text string) amountText {
	out := amountText{factor: one}
	text, negative := leadingMinus(strings.TrimSpace(text))
	start := strings.IndexFunc(text, isNumberStart)
	end := strings.LastIndexFunc(text, unicode.IsDigit)
	if start < 0 || end < start {
		out.number, out.unknown = text, text
		return out
	}
	before, after := strings.TrimSpace(text[:start]), strings.TrimSpace(text[end+1:])
	switch after {
	case "-": // negative in old ledgers
		negative, after = true, ""
	case ",-", ".-", ",--", ".--", ",–", ".–", ",—", ".—": // a whole amount
		after = ""
	}
	for _, word := range append(strings.Fields(before), strings.Fields(after)...) {
		out.word(word)
	}
	out.number = strings.TrimSpace(text[start : end+1])
	if negative {
		out.number = "-" + out.number
	}
	return out
}

// leadingMinus takes the brackets or the minus off that make a number negative.
func leadingMinus(text string) (rest string, negative bool) {
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		return strings.TrimSpace(strings.TrimSuffix(inner, ")")), true
	}
	for _, minus := range []string{"-", "\u2212"} {
		if rest, ok := strings.CutPrefix(text, minus); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return text, false
}

func isNumberStart(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == '-' || r == '+' }

// word reads what stands beside a number.
func (a *amountText) word(word string) {
	bare := strings.Trim(word, ".,:/")
	switch strings.ToLower(bare) {
	case "", "pa", "p.a", "yr", "year", "jahr", "annual", "annually":
		return
	case "k", "tsd":
		a.factor = a.factor.Mul(thousand)
		return
	case "m", "mio", "mn", "million":
		a.factor = a.factor.Mul(million)
		return
	}
	if code, ambiguous, ok := currencySign(bare); ok && (a.currency == "" || a.currency == code) {
		a.currency, a.ambiguous = code, ambiguous
		return
	}
	if factor, rest := grown(bare); rest != "" {
		if code, ambiguous, ok := currencySign(rest); ok {
			a.word(factor)
			a.currency, a.ambiguous = code, ambiguous
			return
		}
	}
	a.unknown = word
}

// grown takes a factor apart from the sign it has grown together with: "k€",
// "€k", "kEUR".
func grown(word string) (factor, rest string) {
	if len(word) < 2 {
		return "", ""
	}
	for _, factor := range []string{"k", "m"} {
		if strings.EqualFold(word[:1], factor) {
			return factor, word[1:]
		}
		if strings.EqualFold(word[len(word)-1:], factor) {
			return factor, word[:len(word)-1]
		}
	}
	return "", ""
}
