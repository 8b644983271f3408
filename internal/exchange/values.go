package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
)

// cellError says what is wrong with one cell and what to do.
type cellError struct {
	column, text string
	err          error
}

func (e *cellError) Error() string {
	return fmt.Sprintf("%q: %q %s.", e.column, shorten(e.text, 60), e.err)
}

func (e *cellError) Unwrap() error { return e.err }

// bound is a field with the column it comes from.
type bound struct {
	fieldKind
	index  int
	column *Column
	hint   string // currency that the heading names

	constant string // of a field that no column holds; index is -1 then
}

// cells reads the fields of one row.
type cells struct {
	fields map[string]*bound
	row    *Row
}

func (c cells) text(field string) string {
	b := c.fields[field]
	if b == nil {
		return ""
	}
	return strings.TrimSpace(unguarded(b.raw(c.row)))
}

func (b *bound) raw(row *Row) string {
	if b.index < 0 {
		return b.constant
	}
	return row.Cells[b.index]
}

func (c cells) fail(field string, err error) error {
	b := c.fields[field]
	return &cellError{b.column.Name, b.raw(c.row), err}
}

// date reads a date; an empty cell, or one that spreadsheets and databases
// write for none, is no date.
func (c cells) date(field string) (success.Date, error) {
	m, err := c.moment(field)
	return m.date, err
}

func (c cells) moment(field string) (moment, error) {
	text := c.text(field)
	if isNone(text) || strings.HasPrefix(text, "0000-00-00") {
		return moment{second: -1}, nil
	}
	b := c.fields[field]
	m, err := parseMoment(text, b.column.DateOrder, true)
	if err != nil {
		return m, c.fail(field, err)
	}
	return m, nil
}

// isNone recognises what stands for an empty cell.
func isNone(text string) bool {
	switch text {
	case "", "-", "–", "—":
		return true
	}
	if len(text) > 7 {
		return false
	}
	switch strings.ToLower(text) {
	case "null", "(null)", "(blank)", "n/a", "#n/a", "none", "nil", "nan", "na", "k.a.", "n.a.":
		return true
	}
	return false
}

// number reads a plain number; ok is false for an empty cell.
func (c cells) number(field string) (value decimal.Decimal, ok bool, err error) {
	text := c.text(field)
	if isNone(text) {
		return value, false, nil
	}
	value, err = columnNumber(text, c.fields[field].column)
	if err != nil {
		return value, false, c.fail(field, err)
	}
	return value, true, nil
}

// columnNumber reads a number with its column's decimal mark; a text that the
// mark makes no sense of, but the other one does, can only be meant so.
func columnNumber(text string, column *Column) (decimal.Decimal, error) {
	mark := column.Decimal
	if mark == "" {
		mark = "."
	}
	value, err := parseNumber(text, mark)
	if err == nil {
		return value, nil
	}
	other := ","
	if mark == "," {
		other = "."
	}
	if v, err2 := parseNumber(text, other); err2 == nil {
		return v, nil
	}
	return value, err
}

// whole reads a whole number; "90 days" is 90.
func (c cells) whole(field string) (json.RawMessage, error) {
	text := c.text(field)
	if isNone(text) {
		return nil, nil
	}
	if head, rest, ok := strings.Cut(text, " "); ok && allDigits(head) && wordLength(rest) == len(rest) {
		text = head
	}
	v, err := columnNumber(text, c.fields[field].column)
	if err != nil {
		return nil, c.fail(field, err)
	}
	if !v.IsInteger() || v.Abs().Cmp(decimal.NewFromInt(1<<53)) > 0 {
		return nil, c.fail(field, errors.New("is not a whole number"))
	}
	return json.RawMessage(v.String()), nil
}

// share reads 0.72 and 72 % alike.
func (c cells) share(field string) (json.RawMessage, error) {
	text := c.text(field)
	if isNone(text) {
		return nil, nil
	}
	bare, percent := strings.CutSuffix(text, "%")
	v, err := columnNumber(strings.TrimSpace(bare), c.fields[field].column)
	if err != nil {
		return nil, c.fail(field, err)
	}
	if percent || v.Cmp(one) > 0 {
		v = v.Shift(-2)
	}
	if v.IsNegative() || v.Cmp(one) > 0 {
		return nil, c.fail(field, errors.New("is not between 0 and 100 %"))
	}
	return json.RawMessage(v.String()), nil
}

// boolean reads yes and no in a few languages; an empty cell is nil.
func (c cells) boolean(field string) (json.RawMessage, error) {
	text := strings.ToLower(c.text(field))
	if isNone(text) {
		return nil, nil
	}
	switch text {
	case "true", "yes", "y", "1", "ja", "j", "wahr", "x", "oui", "si", "sí", "on":
		return json.RawMessage("true"), nil
	case "false", "no", "n", "0", "nein", "falsch", "non", "off":
		return json.RawMessage("false"), nil
	}
	return nil, c.fail(field, errors.New("is neither yes nor no"))
}

// enum reads one of a field's words, whatever its case; the words of other
// programs are translated.
func (c cells) enum(field string, kind success.Kind, name string) (string, error) {
	text := strings.ToLower(c.text(field))
	if isNone(text) {
		return "", nil
	}
	spec, err := success.SpecOf(kind)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", field, err)
	}
	options := spec.Field(name).Enum
	bare := strings.NewReplacer("_", " ", "-", " ").Replace(text)
	for _, o := range options {
		if o == text || o == bare {
			return o, nil
		}
	}
	if o, ok := enumWords[string(kind)+"."+name+":"+bare]; ok {
		return o, nil
	}
	return "", c.fail(field, fmt.Errorf("is none of: %s", strings.Join(options, ", ")))
}

var enumWords = map[string]string{
	"stakeholder.role:decision maker": "economic buyer", "stakeholder.role:budget holder": "economic buyer", "stakeholder.role:end user": "user",
	"stakeholder.role:technical buyer": "technical lead", "stakeholder.role:influencer": "user lead", "stakeholder.role:sponsor": "executive sponsor",
	"stakeholder.role:champion/advocate": "champion", "stakeholder.role:entscheider": "economic buyer", "stakeholder.role:anwender": "user",
	"touchpoint.direction:inbound": "in", "touchpoint.direction:incoming": "in", "touchpoint.direction:outbound": "out", "touchpoint.direction:outgoing": "out",
	"touchpoint.direction:eingehend": "in", "touchpoint.direction:ausgehend": "out", "touchpoint.direction:received": "in", "touchpoint.direction:sent": "out",
	"touchpoint.kind:ticket": "support", "touchpoint.kind:meeting": "engage", "touchpoint.kind:call": "engage", "touchpoint.kind:email": "engage",
	"touchpoint.kind:e mail": "engage", "touchpoint.kind:training": "teach", "touchpoint.kind:sales": "commercial",
	"benefit_step.kind:annual": "yearly", "benefit_step.kind:annually": "yearly", "benefit_step.kind:recurring": "yearly", "benefit_step.kind:jährlich": "yearly",
	"benefit_step.kind:per year": "yearly", "benefit_step.kind:one time": "once", "benefit_step.kind:one off": "once", "benefit_step.kind:einmalig": "once",
	"term.result:churned": "cancelled", "term.result:canceled": "cancelled", "term.result:lost": "cancelled", "term.result:upsell": "expanded", "term.result:downgrade": "contracted",
	"benefit_step.confirmation:bestätigt": "confirmed", "benefit_step.confirmation:belegt": "evidenced", "benefit_step.confirmation:behauptet": "claimed",
	"reading.confidence:hoch": "high", "reading.confidence:mittel": "medium", "reading.confidence:niedrig": "low",
}

// list reads several values in one cell, set apart by semicolons or, where
// there is none, by commas.
func (c cells) list(field string) []string {
	text := c.text(field)
	if isNone(text) {
		return nil
	}
	mark := ","
	if strings.Contains(text, ";") {
		mark = ";"
	}
	var out []string
	for _, v := range strings.Split(text, mark) {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// currencies decides which currency an amount is in.
type currencies struct {
	column  string // the code column of the row, "" when there is none or it is empty
	given   string // by the person, for the whole file
	account string // the account's own, where it is known
	home    string // the workspace's
}

// rowCurrency reads the code column of a row.
func (c cells) rowCurrency() (string, error) {
	text := c.text("currency")
	if isNone(text) {
		return "", nil
	}
	if code, _, ok := currencySign(text); ok {
		return code, nil
	}
	if _, inner, ok := strings.Cut(text, "("); ok { // "Euro (EUR)"
		if code, _, ok := currencySign(strings.TrimSuffix(inner, ")")); ok {
			return code, nil
		}
	}
	if head, _, ok := strings.Cut(text, " "); ok { // "EUR - Euro"
		if code, _, ok := currencySign(head); ok {
			return code, nil
		}
	}
	return "", c.fail("currency", errors.New("is not a currency; write its code, such as EUR"))
}

// of returns the currency of an amount: the code column, then what is written
// in the cell or in the heading, then the person's word, then the account's,
// then the workspace's. A sign that several currencies share ($) yields to the
// person's word, and means the account's or the workspace's where they share it.
func (k currencies) of(a amountText, hint string) string {
	switch {
	case k.column != "":
		return k.column
	case a.currency != "" && !a.ambiguous:
		return a.currency
	case hint != "":
		return hint
	case k.given != "":
		return k.given
	case a.currency != "" && shares(a.currency, k.account):
		return k.account
	case a.currency != "" && shares(a.currency, k.home):
		return k.home
	case a.currency != "":
		return a.currency
	case k.account != "":
		return k.account
	}
	return k.home
}

// money reads an amount; none is true for an empty cell. times is 12 for an
// amount a month.
func (c cells) money(field string, k currencies, times int64) (m success.Money, none bool, err error) {
	text := c.text(field)
	if isNone(text) {
		return m, true, nil
	}
	b := c.fields[field]
	a := splitAmount(text)
	if a.unknown != "" {
		return m, false, c.fail(field, errors.New("is not an amount; write digits, and a currency code at most"))
	}
	code := k.of(a, b.hint)
	if k.column != "" && a.currency != "" && !a.ambiguous && a.currency != k.column {
		return m, false, c.fail(field, fmt.Errorf("is in %s while the row's currency is %s; make them agree", a.currency, k.column))
	}
	if !knownCurrency(code) {
		return m, false, c.fail(field, fmt.Errorf("has no known currency (%q); name one for the file", code))
	}
	column := *b.column
	if e := evidenceOf(text); column.Ambiguous && e.onlyPoint && success.Exponent(code) < 3 {
		column.Decimal = "," // no price has three decimal places: "48.000" is forty-eight thousand
	}
	value, err := columnNumber(a.number, &column)
	if err != nil {
		return m, false, c.fail(field, errors.New("is not an amount"))
	}
	value = value.Mul(a.factor).Mul(decimal.NewFromInt(times))
	if value.IsNegative() {
		return m, false, c.fail(field, errors.New("is below 0; a credit is no amount here, correct it or leave the cell empty"))
	}
	m, err = success.ParseMoney(value.Round(success.Exponent(code)).String(), code)
	if err != nil {
		return m, false, c.fail(field, errors.New("is too large to be an amount"))
	}
	return m, false, nil
}

// plain reads a cell by the type of its field; nil for an empty one.
func (c cells) plain(name string, b *bound, k currencies) (json.RawMessage, error) {
	switch b.value {
	case valueDate, valuePeriod:
		d, err := c.date(name)
		if err != nil || d == 0 {
			return nil, err
		}
		return jsonDate(d), nil
	case valueMoney:
		m, none, err := c.money(name, k, 1)
		if err != nil || none {
			return nil, err
		}
		return jsonMoney(m), nil
	case valueWhole:
		return c.whole(name)
	case valueShare:
		return c.share(name)
	case valueBool:
		return c.boolean(name)
	case valueEnum:
		return c.enumValue(name, b)
	case valueList:
		return c.listValue(name), nil
	}
	if text := c.text(name); !isNone(text) {
		return jsonText(text), nil
	}
	return nil, nil
}

func (c cells) enumValue(name string, b *bound) (json.RawMessage, error) {
	text, err := c.enum(name, success.Kind(b.kind), b.field)
	if err != nil || text == "" {
		return nil, err
	}
	return jsonText(text), nil
}

func (c cells) listValue(name string) json.RawMessage {
	if list := c.list(name); list != nil {
		return jsonValue(list)
	}
	return nil
}

func jsonText(s string) json.RawMessage {
	if isPlainText(s) {
		return json.RawMessage(`"` + s + `"`)
	}
	out, err := json.Marshal(s)
	if err != nil {
		return json.RawMessage(`""`) // a text always marshals
	}
	return out
}

// isPlainText reports whether a text is in JSON as it is.
func isPlainText(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7f, c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}

func jsonDate(d success.Date) json.RawMessage { return json.RawMessage(`"` + d.String() + `"`) }

func jsonMoney(m success.Money) json.RawMessage {
	return json.RawMessage(`{"amount":"` + m.Text() + `","currency":"` + m.Currency + `"}`)
}
