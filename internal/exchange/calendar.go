package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/success"
)

// calendarTitles are an event's title and, where it has one, the line above its
// own words, by language.
var calendarTitles = map[string]map[success.CalendarKind]string{
	"en": {
		success.CalendarDecision: "%s decides on its renewal",
		success.CalendarRenewal:  "%s: the term ends",
		success.CalendarGate:     "%s: renewal call, %d days before the decision",
		success.CalendarPaper:    "%s: %s",
		success.CalendarReview:   "%s: plan review",
		success.CalendarOurs:     "We promised %s: %s",
		success.CalendarTheirs:   "%s promised: %s",
		success.CalendarReply:    "Answer %s",
	},
	"de": {
		success.CalendarDecision: "%s entscheidet über die Verlängerung",
		success.CalendarRenewal:  "%s: Ende der Laufzeit",
		success.CalendarGate:     "%s: Einschätzung zur Verlängerung, %d Tage vor der Entscheidung",
		success.CalendarPaper:    "%s: %s",
		success.CalendarReview:   "%s: Durchsicht des Plans",
		success.CalendarOurs:     "Unsere Zusage an %s: %s",
		success.CalendarTheirs:   "Zusage von %s: %s",
		success.CalendarReply:    "%s eine Antwort geben",
	},
}

// WriteCalendar writes events as an iCalendar file of whole days, in a language
// (English where it is not known). made is the time of writing, which the form
// wants on each event.
func WriteCalendar(w io.Writer, name string, events []success.CalendarEvent, language string, made time.Time) error {
	titles := calendarTitles[strings.ToLower(language)]
	if titles == nil {
		titles = calendarTitles["en"]
	}
	b := bufio.NewWriter(w)
	line := func(name, value string) { foldLine(b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Tendril//Calendar//EN")
	line("CALSCALE", "GREGORIAN")
	line("METHOD", "PUBLISH")
	line("X-WR-CALNAME", escapeText(name))
	stamp := made.UTC().Format("20060102T150405Z")
	for _, e := range events {
		line("BEGIN", "VEVENT")
		line("UID", e.UID+"@tendril.app")
		line("DTSTAMP", stamp)
		line("DTSTART;VALUE=DATE", icsDay(e.On))
		line("DTEND;VALUE=DATE", icsDay(e.On.AddDays(1)))
		line("SUMMARY", escapeText(calendarTitle(titles[e.Kind], e)))
		if text := calendarDetail(e); text != "" {
			line("DESCRIPTION", escapeText(text))
		}
		line("CATEGORIES", escapeText(string(e.Kind)))
		line("TRANSP", "TRANSPARENT")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

func icsDay(d success.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

func calendarTitle(form string, e success.CalendarEvent) string {
	switch e.Kind {
	case success.CalendarGate:
		return fmt.Sprintf(form, e.AccountName, e.Days)
	case success.CalendarPaper, success.CalendarOurs, success.CalendarTheirs:
		return fmt.Sprintf(form, e.AccountName, shorten(strings.Join(strings.Fields(e.Text), " "), 120))
	}
	return fmt.Sprintf(form, e.AccountName)
}

// calendarDetail is what the title does not say.
func calendarDetail(e success.CalendarEvent) string {
	switch e.Kind {
	case success.CalendarPaper, success.CalendarOurs, success.CalendarTheirs:
		return e.Who
	}
	return e.Text
}

// escapeText writes a text value. Control characters have no form there.
func escapeText(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, text)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// longestLine is how many bytes a line may hold; what is more goes on in the
// next after a blank.
const longestLine = 75

func foldLine(b *bufio.Writer, line string) {
	room := longestLine
	for len(line) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		_, _ = b.WriteString(line[:cut] + "\r\n ") // Flush tells of a failure
		line, room = line[cut:], longestLine-1
	}
	_, _ = b.WriteString(line + "\r\n")
}
