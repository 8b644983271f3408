package exchange

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/tendril-app/tendril/internal/success"
)

// errNotDate is the reason of a text that has no form of a date at all.
var errNotDate = errors.New("is not a date; write it as 2025-03-31")

// earliestYear and latestYear bound what a date of an import can be; outside
// them a typing error is likelier.
const (
	earliestYear = 1900
	latestYear   = 2199
)

// moment is a date with the time of day the text gave, in seconds, or -1.
type moment struct {
	date   success.Date
	second int
}

// parseDate reads a date as programs and people write it. order decides what
// 03/04/2025 means; serials allows the day numbers of spreadsheets (45631).
func parseDate(text string, order DateOrder, serials bool) (success.Date, error) {
	m, err := parseMoment(text, order, serials)
	return m.date, err
}

func parseMoment(text string, order DateOrder, serials bool) (moment, error) {
	text = strings.TrimSpace(text)
	if len(text) == 10 && text[4] == '-' && text[7] == '-' {
		// The common case of a large file: no splitting, no memory.
		if m, ok := plainISO(text); ok {
			return m, nil
		}
	}
	if text == "" || len(text) > 64 {
		return moment{}, errNotDate
	}
	if serials && isSerial(text) {
		return parseSerial(text)
	}
	parts, rest := dateParts(text)
	if len(parts) != 3 {
		return moment{}, errNotDate
	}
	second, err := parseClock(rest)
	if err != nil {
		return moment{}, err
	}
	y, mo, d, err := orderParts(parts, order)
	if err != nil {
		return moment{}, err
	}
	date, err := dayOf(y, mo, d)
	return moment{date, second}, err
}

func plainISO(text string) (moment, bool) {
	n := 0
	for i := range 10 {
		if i == 4 || i == 7 {
			continue
		}
		if text[i] < '0' || text[i] > '9' {
			return moment{}, false
		}
	}
	n = (int(text[0]-'0')*10+int(text[1]-'0'))*100 + int(text[2]-'0')*10 + int(text[3]-'0')
	date, err := dayOf(n, int(text[5]-'0')*10+int(text[6]-'0'), int(text[8]-'0')*10+int(text[9]-'0'))
	return moment{date, -1}, err == nil
}

func dayOf(y, m, d int) (success.Date, error) {
	if y < earliestYear || y > latestYear {
		return 0, fmt.Errorf("is a date in the year %d; years from %d to %d are read", y, earliestYear, latestYear)
	}
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, errors.New("is a day that does not exist")
	}
	date := success.NewDate(y, time.Month(m), d)
	if d > 28 && date.Time().Day() != d {
		return 0, errors.New("is a day that does not exist")
	}
	return date, nil
}

// part is a number or a month's name of a date.
type part struct {
	number int
	digits int
	month  bool
}

// dateParts cuts the first three parts off a text and returns what follows: a
// time, a zone, nothing.
func dateParts(text string) (parts []part, rest string) {
	if len(text) >= 8 && allDigits(text[:8]) && (len(text) == 8 || text[8] == 'T') {
		return []part{digits(text[:4]), digits(text[4:6]), digits(text[6:8])}, strings.TrimPrefix(text[8:], "T")
	}
	for len(parts) < 3 && text != "" {
		p, n, ok := nextPart(text)
		if !ok {
			return nil, ""
		}
		text = text[n:]
		if p.digits > 0 {
			parts = append(parts, p)
		}
		if len(parts) == 3 && !p.month {
			break
		}
		if text, ok = afterPart(text, len(parts)); !ok {
			return nil, ""
		}
	}
	return parts, text
}

// nextPart reads a number of up to four digits, a month's name, or a weekday,
// which is a part without digits.
func nextPart(text string) (p part, length int, ok bool) {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n > 0 {
		return digits(text[:min(n, 4)]), n, n <= 4
	}
	n = wordLength(text)
	word := strings.ToLower(text[:n])
	if month, ok := monthNames[word]; ok {
		return part{month, 2, true}, n, true
	}
	return part{}, n, isWeekday(word)
}

func digits(text string) part {
	number, err := strconv.Atoi(text)
	if err != nil {
		return part{}
	}
	return part{number, len(text), false}
}

// afterPart steps over what stands between two parts; ok is false where they
// run into each other.
func afterPart(text string, parts int) (rest string, ok bool) {
	const between = "./- ,\u00A0"
	cut := strings.TrimLeft(text, between)
	if parts == 0 || parts == 3 || len(cut) != len(text) || text == "" {
		return strings.TrimPrefix(cut, "de "), true
	}
	if cut = trimOrdinal(text); len(cut) != len(text) {
		return cut, true
	}
	return text, isLetterNext(text)
}

func isLetterNext(text string) bool {
	return text != "" && (isASCIILetter(text[0]) || text[0] >= 0x80)
}

// trimOrdinal takes the ending off 1st, 2nd, 3rd, 4th.
func trimOrdinal(text string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(text), end); ok && !isLetterNext(rest) {
			return strings.TrimLeft(text[2:], "./- ,")
		}
	}
	return text
}

func wordLength(text string) int {
	for i, r := range text {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(text)
}

func allDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// monthNames holds English, German, French, Spanish, Italian and Dutch names
// and their first letters where they are used alone.
var monthNames = func() map[string]int {
	out := map[string]int{}
	for i, names := range []string{
		"january jan januar jän jänner janvier janv enero ene gennaio gen januari",
		"february feb februar février févr fev febrero febbraio februari",
		"march mar märz mrz mär maerz mars marzo maart mrt",
		"april apr avril avr abril abr aprile",
		"may mai mayo maggio mag mei",
		"june jun juni juin junio giugno giu",
		"july jul juli juillet juil julio luglio lug",
		"august aug août aout agosto ago augustus",
		"september sep sept septembre septiembre settembre set",
		"october oct oktober okt octobre octubre ottobre ott",
		"november nov novembre noviembre",
		"december dec dezember dez décembre déc diciembre dic dicembre",
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = i + 1
		}
	}
	return out
}()

func isWeekday(word string) bool {
	switch strings.ToLower(word) {
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag":
		return true
	}
	return false
}

// orderParts says which part is the year, the month and the day.
func orderParts(p []part, order DateOrder) (y, m, d int, err error) {
	year, month, day := roles(p, order)
	if day.month || day.digits > 2 || month.digits > 2 {
		return 0, 0, 0, errNotDate
	}
	if y, err = fullYear(year); err != nil {
		return 0, 0, 0, err
	}
	numbers := !p[0].month && !p[1].month && p[0].digits != 4
	if numbers && month.number > 12 && month.number <= 31 && day.number <= 12 {
		return 0, 0, 0, fmt.Errorf("is no date when read as %s, as the other dates of the column are", orderName(order))
	}
	return y, month.number, day.number, nil
}

// roles gives each part its role: a year of four digits in front and a month in
// words are clear by themselves, the rest follows the column's order.
func roles(p []part, order DateOrder) (year, month, day part) {
	words := p[0].month || p[1].month
	switch {
	case p[0].digits == 4 || !words && order == OrderYMD && p[2].digits <= 2:
		return p[0], p[1], p[2]
	case p[0].month || !words && order == OrderMDY:
		return p[2], p[0], p[1]
	}
	return p[2], p[1], p[0]
}

// fullYear reads a year of four digits, or of two as spreadsheets do: 00 to 68
// are this century.
func fullYear(p part) (int, error) {
	switch {
	case p.month || p.digits != 4 && p.digits != 2:
		return 0, errNotDate
	case p.digits == 4:
		return p.number, nil
	case p.number < 69:
		return p.number + 2000, nil
	}
	return p.number + 1900, nil
}

func orderName(o DateOrder) string {
	switch o {
	case OrderMDY:
		return "month/day/year"
	case OrderYMD:
		return "year-month-day"
	}
	return "day/month/year"
}

// clock is a time of day with whatever follows it: AM, PM, a zone.
var clock = regexp.MustCompile(`(?i)^(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|UTC|GMT|Uhr|[+-]\d{2}:?(?:\d{2})?)?$`)

// parseClock reads the time of day after a date: 14:05, 1:00 PM,
// T03:23:15.000Z, 09:14:00 +0200. It returns seconds, or -1 for none. The day
// stays the one that is written, whatever the zone.
func parseClock(text string) (int, error) {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimLeft(text, " ,\u00A0"), "T"))
	if text == "" || text == "Z" {
		return -1, nil
	}
	found := clock.FindStringSubmatch(text)
	if found == nil || found[2] == "" && found[4] == "" && !strings.HasSuffix(strings.ToLower(text), "uhr") {
		return 0, errNotDate
	}
	h, m, s := digits(found[1]).number, digits(found[2]).number, digits(found[3]).number
	switch half := strings.ToLower(found[4]); {
	case half == "p" && h < 12:
		h += 12
	case half == "a" && h == 12:
		h = 0
	}
	if h > 24 || m > 59 || s > 60 {
		return 0, errors.New("has a time of day that does not exist")
	}
	return h*3600 + m*60 + s, nil
}

// isSerial recognises the day numbers of spreadsheets for the years 1927 to 2146.
func isSerial(text string) bool {
	whole, frac, _ := strings.Cut(text, ".")
	return len(whole) == 5 && allDigits(whole) && (frac == "" || allDigits(frac)) && whole >= "10000" && whole <= "90000"
}

// parseSerial reads a day number counted as spreadsheets do since 1900.
func parseSerial(text string) (moment, error) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return moment{}, errNotDate
	}
	day := int(v)
	out := moment{success.NewDate(1899, time.December, 30).AddDays(day), -1}
	if f := v - float64(day); f > 0 {
		out.second = int(f*86400 + 0.5)
	}
	return out, nil
}

// dateEvidence tells which orders a text written in three numbers allows.
// plain is false for texts whose order is clear by itself or that are no date.
func dateEvidence(text string) (dmy, mdy, ymd, plain bool) {
	parts, rest := dateParts(strings.TrimSpace(text))
	if len(parts) != 3 || parts[0].month || parts[1].month || parts[2].month || parts[0].digits == 4 {
		return false, false, false, false
	}
	if _, err := parseClock(rest); err != nil {
		return false, false, false, false
	}
	try := func(o DateOrder) bool {
		y, m, d, err := orderParts(parts, o)
		if err != nil {
			return false
		}
		_, err = dayOf(y, m, d)
		return err == nil
	}
	dmy, mdy = try(OrderDMY), try(OrderMDY)
	ymd = parts[2].digits <= 2 && try(OrderYMD)
	return dmy, mdy, ymd, dmy || mdy || ymd
}
