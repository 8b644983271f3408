package success

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Money is an amount in minor units (cents for EUR, yen for JPY) with its ISO
// 4217 code. The zero Money means "no amount"; a sum of nothing has a currency.
type Money struct {
	Minor    int64
	Currency string
}

// Amount is a decimal amount in major units with its currency, for prices that
// may have more places than the currency has (the value of one unit of a
// measure). The zero Amount means "no amount".
type Amount struct {
	Value    decimal.Decimal
	Currency string
}

// exponents lists the currencies of ISO 4217 whose minor unit is not a hundredth.
var exponents = map[string]int32{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
	"RWF": 0, "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
	"CLF": 4, "UYW": 4,
}

// Exponent returns the number of decimal places of a currency's minor unit;
// 2 for codes it does not know.
func Exponent(currency string) int32 {
	if e, ok := exponents[currency]; ok {
		return e
	}
	return 2
}

// powers are the minor units in a major one, by exponent.
var powers = [...]float64{1, 10, 100, 1000, 10000}

// IsCurrency reports whether code has the form of an ISO 4217 code.
func IsCurrency(code string) bool {
	if len(code) != 3 {
		return false
	}
	for _, c := range code {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// ParseMoney reads a decimal amount in major units. It returns an error for
// text that is no number, for more places than the currency has, for amounts
// below 0 and for those that do not fit.
func ParseMoney(text, currency string) (Money, error) {
	amount, err := parseAmount(text, currency)
	if err != nil {
		return Money{}, err
	}
	minor := amount.Value.Shift(Exponent(currency))
	if !minor.IsInteger() {
		return Money{}, fmt.Errorf("%s has more decimal places than %s", text, currency)
	}
	if minor.Cmp(decimal.NewFromInt(1<<62)) > 0 {
		return Money{}, fmt.Errorf("%s %s is too large", text, currency)
	}
	return Money{Minor: minor.IntPart(), Currency: currency}, nil
}

func parseAmount(text, currency string) (Amount, error) {
	if !IsCurrency(currency) {
		return Amount{}, fmt.Errorf("%q is not a currency code", currency)
	}
	if len(text) > 40 || strings.ContainsAny(text, "eE") {
		return Amount{}, fmt.Errorf("%q is not an amount", text)
	}
	value, err := decimal.NewFromString(text)
	if err != nil {
		return Amount{}, fmt.Errorf("%q is not an amount", text)
	}
	if value.IsNegative() {
		return Amount{}, fmt.Errorf("%s is below 0", text)
	}
	return Amount{Value: value, Currency: currency}, nil
}

// IsZero reports whether m is no amount at all; 0 EUR is an amount.
func (m Money) IsZero() bool { return m.Currency == "" }

// Major returns the amount in major units, for figures.
func (m Money) Major() float64 {
	if m.Minor < 1<<53 && m.Minor > -(1<<53) { // both exact, so the quotient is the nearest float
		return float64(m.Minor) / powers[Exponent(m.Currency)]
	}
	f, _ := decimal.New(m.Minor, -Exponent(m.Currency)).Float64()
	return f
}

// Text returns the amount in major units as a decimal with the currency's places.
func (m Money) Text() string {
	e := Exponent(m.Currency)
	return decimal.New(m.Minor, -e).StringFixed(e)
}

type moneyJSON struct {
	Amount   json.RawMessage `json:"amount"`
	Currency string          `json:"currency"`
}

func readMoney(data []byte) (text, currency string, none bool, err error) {
	if string(data) == "null" {
		return "", "", true, nil
	}
	var raw moneyJSON
	if err := json.Unmarshal(data, &raw); err != nil {
		return "", "", false, fmt.Errorf(`%s is not an amount like {"amount": "12.00", "currency": "EUR"}`, data)
	}
	text = strings.Trim(string(raw.Amount), `"`)
	return text, raw.Currency, false, nil
}

// MarshalJSON writes {"amount": "12.00", "currency": "EUR"}, or null.
func (m Money) MarshalJSON() ([]byte, error) {
	if m.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`{"amount":"` + m.Text() + `","currency":"` + m.Currency + `"}`), nil
}

// UnmarshalJSON reads what MarshalJSON writes; the amount may also be a number.
func (m *Money) UnmarshalJSON(data []byte) error {
	if fast, ok := parsePlainMoney(data); ok {
		*m = fast
		return nil
	}
	text, currency, none, err := readMoney(data)
	if err != nil {
		return err
	}
	if none {
		*m = Money{}
		return nil
	}
	parsed, err := ParseMoney(text, currency)
	if err != nil {
		return err
	}
	*m = parsed
	return nil
}

// parsePlainMoney reads an amount in the form in which bundles and we write it,
// with or without spaces, without allocating more than its currency; false for
// any other form, which is then read with more patience.
func parsePlainMoney(data []byte) (Money, bool) {
	rest, ok := expect(data, `{"amount":"`)
	if !ok {
		return Money{}, false
	}
	minor, places, rest, ok := plainNumber(rest)
	if !ok {
		return Money{}, false
	}
	rest, ok = expect(rest, `","currency":"`)
	if !ok || len(rest) < 3 {
		return Money{}, false
	}
	currency := intern(rest[:3])
	if !IsCurrency(currency) || places != int(Exponent(currency)) {
		return Money{}, false
	}
	rest, ok = expect(rest[3:], `"}`)
	return Money{Minor: minor, Currency: currency}, ok && len(rest) == 0
}

// plainNumber reads digits, with one point among them or none, and says how many
// stand after it.
func plainNumber(text []byte) (value int64, places int, rest []byte, ok bool) {
	const longest = 15 // digits that surely fit
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	whole, rest := text[:end], text[end:]
	var fraction []byte
	if len(rest) > 0 && rest[0] == '.' {
		end = 1
		for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
			end++
		}
		fraction, rest = rest[1:end], rest[end:]
		if len(fraction) == 0 {
			return 0, 0, nil, false
		}
	}
	if len(whole) == 0 || len(whole)+len(fraction) > longest {
		return 0, 0, nil, false
	}
	value = int64(number(whole))
	for _, c := range fraction {
		value = value*10 + int64(c-'0')
	}
	return value, len(fraction), rest, true
}

// expect cuts text off the front of JSON, past spaces between its marks.
func expect(data []byte, text string) ([]byte, bool) {
	for i := range len(text) {
		for len(data) > 0 && data[0] == ' ' {
			data = data[1:]
		}
		if len(data) == 0 || data[0] != text[i] {
			return nil, false
		}
		data = data[1:]
	}
	return data, true
}

// intern returns the code of a common currency without allocating.
func intern(code []byte) string {
	switch string(code) {
	case "EUR":
		return "EUR"
	case "USD":
		return "USD"
	case "GBP":
		return "GBP"
	case "CHF":
		return "CHF"
	}
	return string(code)
}

// IsZero reports whether a is no amount at all.
func (a Amount) IsZero() bool { return a.Currency == "" }

// Major returns the amount in major units, for figures.
func (a Amount) Major() float64 {
	f, _ := a.Value.Float64()
	return f
}

// MarshalJSON writes {"amount": "0.125", "currency": "EUR"}, or null.
func (a Amount) MarshalJSON() ([]byte, error) {
	if a.IsZero() {
		return []byte("null"), nil
	}
	text := a.Value.String()
	if e := Exponent(a.Currency); a.Value.Exponent() > -e {
		text = a.Value.StringFixed(e)
	}
	return []byte(`{"amount":"` + text + `","currency":"` + a.Currency + `"}`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (a *Amount) UnmarshalJSON(data []byte) error {
	text, currency, none, err := readMoney(data)
	if err != nil {
		return err
	}
	if none {
		*a = Amount{}
		return nil
	}
	parsed, err := parseAmount(text, currency)
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}

// Count is a whole number. It reads 12 and 12.0 alike, as spreadsheets and
// other programs write both; 12.5 is an error.
type Count int64

// UnmarshalJSON reads a whole number.
func (c *Count) UnmarshalJSON(data []byte) error {
	const digits, longest = "0123456789", 64
	if len(data) <= 15 && len(data) > 0 && len(bytes.Trim(data, digits)) == 0 {
		*c = Count(number(data))
		return nil
	}
	if string(data) == "null" {
		return nil
	}
	if len(data) > longest {
		return fmt.Errorf("%.20s… is not a whole number", data)
	}
	value, err := decimal.NewFromString(string(data))
	if err != nil || value.Exponent() > 20 || value.Exponent() < -40 || !value.IsInteger() || value.Abs().Cmp(decimal.NewFromInt(1<<53)) > 0 {
		return fmt.Errorf("%s is not a whole number", data)
	}
	*c = Count(value.IntPart())
	return nil
}
