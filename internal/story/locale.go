package story

import (
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/tendril-app/tendril/internal/success"
)

// Locale writes numbers, dates and money as a place writes them.
type Locale struct {
	tag     string
	lang    string // the language alone: "en"
	printer *message.Printer
	form    form
}

// form is what a language needs beyond the grouping of digits.
type form struct {
	months, short [12]string
	long, brief   string // patterns of a day: {d}, {m} a month's name, {y}
	monthYear     string
	money         string // pattern of an amount: {c} currency sign, {n} number
	thousand      string // what follows a number of thousands in a picture
	million       string
	percent       string
	open, close   string // quotation marks
	decimal       string
}

const (
	nbsp = "\u00a0"
	slim = "\u202f"
)

func names(text string) (out [12]string) {
	copy(out[:], strings.Fields(text))
	return out
}

// forms are the languages that documents are written in. Numbers with their
// unit never break over a line.
var forms = map[string]form{
	"en": {
		months: names("January February March April May June July August September October November December"),
		short:  names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
		long:   "{d} {m} {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{c}{n}", thousand: "k", million: "M", percent: "%", open: "“", close: "”", decimal: ".",
	},
	"de": {
		months: names("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
		short:  names("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
		long:   "{d}. {m} {y}", brief: "{d}. {m} {y}", monthYear: "{m} {y}",
		money: "{n}" + nbsp + "{c}", thousand: nbsp + "Tsd.", million: nbsp + "Mio.", percent: nbsp + "%", open: "„", close: "“", decimal: ",",
	},
	"fr": {
		months: names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		short:  names("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
		long:   "{d} {m} {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{n}" + nbsp + "{c}", thousand: nbsp + "k", million: nbsp + "M", percent: slim + "%", open: "«" + nbsp, close: nbsp + "»", decimal: ",",
	},
	"es": {
		months: names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
		short:  names("ene feb mar abr may jun jul ago sept oct nov dic"),
		long:   "{d} de {m} de {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{n}" + nbsp + "{c}", thousand: nbsp + "mil", million: nbsp + "M", percent: nbsp + "%", open: "«", close: "»", decimal: ",",
	},
	"nl": {
		months: names("januari februari maart april mei juni juli augustus september oktober november december"),
		short:  names("jan feb mrt apr mei jun jul aug sep okt nov dec"),
		long:   "{d} {m} {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{c}" + nbsp + "{n}", thousand: "K", million: nbsp + "mln.", percent: "%", open: "“", close: "”", decimal: ",",
	},
	"pl": {
		months: names("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
		short:  names("sty lut mar kwi maj cze lip sie wrz paź lis gru"),
		long:   "{d} {m} {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{n}" + nbsp + "{c}", thousand: nbsp + "tys.", million: nbsp + "mln", percent: "%", open: "„", close: "”", decimal: ",",
	},
	"pt": {
		months: names("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
		short:  names("jan fev mar abr mai jun jul ago set out nov dez"),
		long:   "{d} de {m} de {y}", brief: "{d} {m} {y}", monthYear: "{m} {y}",
		money: "{c}" + nbsp + "{n}", thousand: nbsp + "mil", million: nbsp + "mi", percent: "%", open: "“", close: "”", decimal: ",",
	},
	"ja": {
		months: names("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
		short:  names("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
		long:   "{y}年{m}{d}日", brief: "{y}年{m}{d}日", monthYear: "{y}年{m}",
		money: "{c}{n}", thousand: "千", million: "百万", percent: "%", open: "「", close: "」", decimal: ".",
	},
}

// signs are the currencies written with a sign; the others with their code.
var signs = map[string]string{
	"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "CHF": "CHF", "SEK": "kr", "NOK": "kr", "DKK": "kr", "PLN": "zł", "BRL": "R$",
}

// NewLocale returns the locale of a BCP 47 tag ("en-GB", "de"). A language
// without rules of its own is written as English.
func NewLocale(tag string) *Locale {
	parsed, err := language.Parse(tag)
	if err != nil || tag == "" {
		tag, parsed = "en-GB", language.BritishEnglish
	}
	base, _ := parsed.Base()
	f, known := forms[base.String()]
	if !known {
		tag, parsed, f = "en-GB", language.BritishEnglish, forms["en"]
		base, _ = parsed.Base()
	}
	if region, _ := parsed.Region(); base.String() == "en" && region.String() == "US" && strings.HasSuffix(tag, "US") {
		f.long, f.brief = "{m} {d}, {y}", "{m} {d}, {y}"
	}
	return &Locale{tag: tag, lang: base.String(), printer: message.NewPrinter(parsed), form: f}
}

// Tag returns the locale's BCP 47 tag.
func (l *Locale) Tag() string { return l.tag }

func (l *Locale) day(pattern string, months *[12]string, d success.Date) string {
	if d.IsZero() {
		return ""
	}
	t := d.Time()
	return strings.NewReplacer("{d}", strconv.Itoa(t.Day()), "{m}", months[t.Month()-1], "{y}", strconv.Itoa(t.Year())).Replace(pattern)
}

// Date writes a day in full ("9 June 2026"); no day is the empty text.
func (l *Locale) Date(d success.Date) string { return l.day(l.form.long, &l.form.months, d) }

// ShortDate writes a day with a short month ("9 Jun 2026").
func (l *Locale) ShortDate(d success.Date) string { return l.day(l.form.brief, &l.form.short, d) }

// DayMonth writes a day without its year ("9 Jun").
func (l *Locale) DayMonth(d success.Date) string {
	pattern := strings.NewReplacer(" de {y}", "", ", {y}", "", " {y}", "", "{y}年", "").Replace(l.form.brief)
	return l.day(pattern, &l.form.short, d)
}

// Month writes a month and its year, short ("Sep 2024").
func (l *Locale) Month(d success.Date) string {
	return l.day(l.form.monthYear, &l.form.short, d)
}

// MonthOnly writes a month alone, short ("Jul").
func (l *Locale) MonthOnly(t time.Month) string { return l.form.short[t-1] }

// Number writes a number with at most so many decimals, trailing zeros cut.
func (l *Locale) Number(v float64, decimals int) string {
	return l.number(v, number.MaxFractionDigits(decimals))
}

// Fixed writes a number with so many decimals, trailing zeros kept.
func (l *Locale) Fixed(v float64, decimals int) string {
	return l.number(v, number.MinFractionDigits(decimals), number.MaxFractionDigits(decimals))
}

func (l *Locale) number(v float64, options ...number.Option) string {
	if math.Abs(v) < 10000 && (l.lang == "es" || l.lang == "pl") {
		options = append(options, number.NoSeparator()) // four digits are not grouped there
	}
	text := l.printer.Sprint(number.Decimal(v, options...))
	if l.lang == "fr" {
		text = strings.ReplaceAll(text, nbsp, slim)
	}
	return text
}

// Count writes a whole number.
func (l *Locale) Count(n int64) string { return l.Number(float64(n), 0) }

// Percent writes a share (0.35) as a whole percentage ("35%").
func (l *Locale) Percent(share float64) string {
	return l.Number(math.Round(share*100), 0) + l.form.percent
}

// Money writes an amount in full, in whole major units ("€126,000"). Yen and
// other currencies without a minor unit are whole anyway.
func (l *Locale) Money(amount float64, currency string) string {
	return l.amount(l.Number(math.Round(amount), 0), "", currency)
}

// ShortMoney writes an amount as in prose and pictures ("€909k", "€12.3M");
// below ten thousand it is written in full.
func (l *Locale) ShortMoney(amount float64, currency string) string {
	switch size := math.Abs(amount); {
	case size < 9999.5:
		return l.Money(amount, currency)
	case size < 9999500:
		return l.Thousands(amount, currency)
	}
	return l.amount(l.Number(amount/1e6, 1), l.form.million, currency)
}

// Thousands writes an amount in thousands, whatever its size, so that the
// figures of one picture can be compared and added ("€1,000k").
func (l *Locale) Thousands(amount float64, currency string) string {
	return l.amount(l.Number(math.Round(amount/1000), 0), l.form.thousand, currency)
}

func (l *Locale) amount(digits, unit, currency string) string {
	sign, known := signs[currency]
	if !known {
		sign = currency
	}
	pattern := l.form.money
	if len([]rune(sign)) > 1 && sign != "R$" && strings.HasPrefix(pattern, "{c}{n}") {
		pattern = "{c}" + nbsp + "{n}" // letters need room: "kr 120k"
	}
	if unit != "" && strings.HasPrefix(pattern, "{n}"+nbsp) && unit == nbsp+"k" {
		return digits + unit + sign // 909 k€
	}
	return strings.NewReplacer("{c}", sign, "{n}", digits+unit).Replace(pattern)
}

// NumberFormat returns the spreadsheet notation for axis labels in thousands of
// a currency.
func (l *Locale) NumberFormat(currency string) string {
	sign, known := signs[currency]
	if !known {
		sign = currency
	}
	unit := `"` + l.form.thousand + `"`
	if strings.HasPrefix(l.form.money, "{c}") {
		return `"` + sign + `"#,##0,` + unit
	}
	return `#,##0,"` + l.form.thousand + nbsp + sign + `"`
}

// Quote sets words in the language's quotation marks.
func (l *Locale) Quote(words string) string {
	words = strings.TrimSpace(words)
	return l.form.open + strings.Trim(words, "“”\"„«»「」") + l.form.close
}
