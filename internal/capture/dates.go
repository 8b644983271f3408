package capture

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

const monthNames = `jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|mär|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?`

const dayNames = `mon(?:day|tag)?|tue(?:sday)?|dienstag|wed(?:nesday)?|mittwoch|thu(?:rsday)?|donnerstag|fri(?:day)?|freitag|sat(?:urday)?|samstag|sun(?:day)?|sonntag`

// dateForms is a day as people write it in notes: 2026-03-12, 12 Mar, March
// 12th 2026, 12.3., tomorrow, Friday.
const dateForms = `(?:(\d{4})-(\d{1,2})-(\d{1,2})` +
	`|(\d{1,2})(?:st|nd|rd|th|\.)?\s?(` + monthNames + `)\b\.?(?:,?\s(\d{4}))?` +
	`|(` + monthNames + `)\.?\s(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s(\d{4}))?` +
	`|(\d{1,2})\.(\d{1,2})\.(\d{4})?` +
	`|(today|heute|tomorrow|morgen|yesterday|gestern)\b` +
	`|(?:(?:next|nächsten|kommenden)\s)?(` + dayNames + `)\b)`

var (
	// duePattern is a day that something is due by.
	duePattern = regexp.MustCompile(`(?i)(?:^|[\s,(\x00])((?:by|until|till|due|before|on|am|bis(?:\s(?:zum|zu))?)\s` + dateForms + `)`)
	// onPattern is a day on its own.
	onPattern = regexp.MustCompile(`(?i)(?:^|[\s,(\x00])((?:on\s|am\s|vom\s|from\s|as\sof\s)?` + dateForms + `)(?:$|[\s,;.)\x00])`)
	// lastPattern is a day at the end of the line, without a word before it.
	lastPattern = regexp.MustCompile(`(?i)[\s,(]((?:)` + dateForms + `)[\s.)]*$`)
)

// dateGroup is where the groups of dateForms begin in the patterns above.
const dateGroup = 2

// day reads a date of a match. A day without a year is the next one, or the
// last one, seen from the conversation; a year that is written is taken as is.
func (l *line) day(match []int, ahead bool) (success.Date, bool) {
	g := func(n int) string { return l.group(match, dateGroup+n) }
	switch {
	case g(0) != "":
		return dayOf(g(0), g(1), g(2))
	case g(4) != "":
		return l.nearest(g(5), monthNumber(g(4)), g(3), ahead)
	case g(6) != "":
		return l.nearest(g(8), monthNumber(g(6)), g(7), ahead)
	case g(9) != "":
		return l.nearest(g(11), g(10), g(9), ahead)
	case g(12) != "":
		return l.On.AddDays(relative(g(12))), true
	}
	return l.weekday(g(13), ahead)
}

func relative(word string) int {
	switch strings.ToLower(word) {
	case "tomorrow", "morgen":
		return 1
	case "yesterday", "gestern":
		return -1
	}
	return 0
}

func monthNumber(name string) string {
	name = strings.ToLower(name)
	for i, starts := range [][]string{{"jan"}, {"feb"}, {"mar", "mär"}, {"apr"}, {"may", "mai"}, {"jun"}, {"jul"}, {"aug"}, {"sep"}, {"oct", "okt"}, {"nov"}, {"dec", "dez"}} {
		for _, start := range starts {
			if strings.HasPrefix(name, start) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return ""
}

func dayOf(year, month, day string) (success.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2200 || t.Day() != d || int(t.Month()) != m {
		return 0, false
	}
	return success.DateOf(t), true
}

// nearest is a day of the year, in the year given or in the one that makes it
// the next day (or the last).
func (l *line) nearest(year, month, day string, ahead bool) (success.Date, bool) {
	if year != "" {
		return dayOf(year, month, day)
	}
	this := l.On.Time().Year()
	// Eight years hold every 29 February but one around 1900 and 2100.
	for step := range 9 {
		y := this - step
		if ahead {
			y = this + step
		}
		d, ok := dayOf(strconv.Itoa(y), month, day)
		if ok && (ahead && d >= l.On || !ahead && d <= l.On) {
			return d, true
		}
	}
	return 0, false
}

func (l *line) weekday(name string, ahead bool) (success.Date, bool) {
	name = strings.ToLower(name)
	for i, starts := range [][]string{{"sun", "son"}, {"mon"}, {"tue", "die"}, {"wed", "mit"}, {"thu", "don"}, {"fri", "fre"}, {"sat", "sam"}} {
		for _, start := range starts {
			if !strings.HasPrefix(name, start) {
				continue
			}
			gap := (i - int(l.On.Time().Weekday()) + 7) % 7
			if !ahead {
				return l.On.AddDays((gap - 7) % 7), true
			}
			if gap == 0 {
				gap = 7
			}
			return l.On.AddDays(gap), true
		}
	}
	return 0, false
}
