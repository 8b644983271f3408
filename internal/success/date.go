package success

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day without a time or a zone, counted in days. The zero
// Date means "no date"; every other value is a day from year 1 to year 9999.
type Date int32

// dateEpoch is the day before Date 1, chosen so that the zero Date is free.
const dateEpoch = 719163 // days from 0000-12-31 to 1970-01-01

// NewDate returns the day of year, month and day, normalising as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/86400 + dateEpoch)
}

// DateOf returns the local day of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// ParseDate reads YYYY-MM-DD. The empty text is no date. It returns an error
// for anything else, also for days that do not exist.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", text)
	}
	return DateOf(t), nil
}

// MustDate is ParseDate for constants; it panics on bad text.
func MustDate(text string) Date {
	d, err := ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == 0 }

// Time returns midnight UTC of d.
func (d Date) Time() time.Time { return time.Unix(int64(d-dateEpoch)*86400, 0).UTC() }

// AddDays returns the day n days after d (before, where n is negative).
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddYears returns the same day of another year; 29 February becomes 1 March
// where there is none.
func (d Date) AddYears(n int) Date {
	t := d.Time()
	return NewDate(t.Year()+n, t.Month(), t.Day())
}

// Sub returns the number of days from other to d.
func (d Date) Sub(other Date) int { return int(d) - int(other) }

// String returns YYYY-MM-DD, or the empty text for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalJSON writes "YYYY-MM-DD", or null for no date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	if len(data) == 12 && data[0] == '"' {
		if fast, ok := parseDigits(data[1:11]); ok {
			*d = fast
			return nil
		}
	}
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("%s is not a date", data)
	}
	if text == nil {
		*d = 0
		return nil
	}
	parsed, err := ParseDate(*text)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// parseDigits reads YYYY-MM-DD without allocating: reading a large book is
// mostly reading dates.
func parseDigits(b []byte) (Date, bool) {
	if !hasShape(b, "0000-00-00") {
		return 0, false
	}
	y, m, day := number(b[0:4]), number(b[5:7]), number(b[8:10])
	if y < 1 || m < 1 || m > 12 || day < 1 || day > 31 {
		return 0, false
	}
	d := dayNumber(y, m, day)
	if day > 28 && d.Time().Day() != day {
		return 0, false
	}
	return d, true
}

// number reads digits.
func number(digits []byte) int {
	v := 0
	for _, c := range digits {
		v = v*10 + int(c-'0')
	}
	return v
}

// dayNumber counts the days to a day of the proleptic Gregorian calendar, with
// the year taken to begin in March so that a leap day is its last.
func dayNumber(y, m, d int) Date {
	if m <= 2 {
		y--
		m += 12
	}
	return Date(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 306)
}

// parseInstantDigits reads the one form that we write, quotes included, without
// allocating.
func parseInstantDigits(b []byte) (Instant, bool) {
	if !hasShape(b, `"0000-00-00T00:00:00.000Z"`) {
		return 0, false
	}
	day, ok := parseDigits(b[1:11])
	h, m, s := number(b[12:14]), number(b[15:17]), number(b[18:20])
	if !ok || h > 23 || m > 59 || s > 59 {
		return 0, false
	}
	seconds := int64(day-dateEpoch)*86400 + int64(h*3600+m*60+s)
	return Instant(seconds*1000 + int64(number(b[21:24]))), true
}

// hasShape compares a text with a pattern in which 0 stands for any digit.
func hasShape(b []byte, shape string) bool {
	if len(b) != len(shape) {
		return false
	}
	for i, c := range b {
		if c == shape[i] || (shape[i] == '0' && c >= '0' && c <= '9') {
			continue
		}
		return false
	}
	return true
}

// Instant is a moment in UTC with milliseconds, counted from 1970; 0 means
// none. Moments before 1970 do not occur in records.
type Instant int64

// instantLayout is the only form in which instants are written.
const instantLayout = "2006-01-02T15:04:05.000Z"

// InstantOf returns t cut to milliseconds.
func InstantOf(t time.Time) Instant { return Instant(t.UnixMilli()) }

// ParseInstant reads RFC 3339 in any zone; the empty text is no instant.
func ParseInstant(text string) (Instant, error) {
	if text == "" {
		return 0, nil
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a time of the form 2006-01-02T15:04:05.000Z", text)
	}
	return InstantOf(t), nil
}

// IsZero reports whether i is no instant.
func (i Instant) IsZero() bool { return i == 0 }

// Time returns i in UTC.
func (i Instant) Time() time.Time { return time.UnixMilli(int64(i)).UTC() }

// Date returns the UTC day of i.
func (i Instant) Date() Date {
	if i == 0 {
		return 0
	}
	return DateOf(i.Time())
}

// String returns RFC 3339 in UTC with milliseconds, or the empty text.
func (i Instant) String() string {
	if i == 0 {
		return ""
	}
	return i.Time().Format(instantLayout)
}

// MarshalJSON writes the RFC 3339 text, or null for none.
func (i Instant) MarshalJSON() ([]byte, error) {
	if i == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + i.String() + `"`), nil
}

// UnmarshalJSON reads RFC 3339 text or null.
func (i *Instant) UnmarshalJSON(data []byte) error {
	if fast, ok := parseInstantDigits(data); ok {
		*i = fast
		return nil
	}
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("%s is not a time", data)
	}
	if text == nil {
		*i = 0
		return nil
	}
	parsed, err := ParseInstant(*text)
	if err != nil {
		return err
	}
	*i = parsed
	return nil
}
