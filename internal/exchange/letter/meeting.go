package letter

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/tendril-app/tendril/internal/success"
)

// mostMeetings is how many meetings of one calendar file are read; whoever drops a
// whole calendar meant something else.
const mostMeetings = 50

// readMeetings reads the meetings of a calendar file.
func readMeetings(name string, raw []byte) ([]Message, error) {
	calendar, err := parsed(raw)
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "path", Err: err,
			Message: fmt.Sprintf("%s cannot be read as a calendar file: it is broken or cut short.", name)}
	}
	events := calendar.Events()
	if len(events) == 0 {
		return nil, success.Invalid("path", "%s holds no meeting.", name)
	}
	if len(events) > mostMeetings {
		return nil, success.Invalid("path", "%s holds %d meetings. Drop the meeting itself and not a whole calendar.", name, len(events))
	}
	var out []Message
	for _, event := range events {
		m := meetingOf(event)
		if status := event.GetProperty(ics.ComponentPropertyStatus); status != nil && strings.EqualFold(status.Value, "CANCELLED") {
			continue
		}
		if m.On == 0 {
			return nil, success.Invalid("path", "%s names no day for “%.60s”.", name, m.Subject)
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		return nil, success.Invalid("path", "%s holds only a meeting that was cancelled.", name)
	}
	return out, nil
}

// parsed reads a calendar; the library panics at some broken ones.
func parsed(raw []byte) (calendar *ics.Calendar, err error) {
	defer func() {
		if r := recover(); r != nil {
			calendar, err = nil, fmt.Errorf("the calendar's parser gave up: %v", r)
		}
	}()
	calendar, err = ics.ParseCalendar(bytes.NewReader(raw))
	if err == nil && calendar == nil {
		err = errors.New("no calendar")
	}
	return calendar, err
}

func meetingOf(event *ics.VEvent) Message {
	value := func(p ics.ComponentProperty) string {
		if found := event.GetProperty(p); found != nil {
			return valid([]byte(found.Value))
		}
		return ""
	}
	m := Message{Meeting: true, Subject: oneLine(value(ics.ComponentPropertySummary))}
	m.On = startOf(event)
	if organizer := event.GetProperty(ics.ComponentPropertyOrganizer); organizer != nil {
		m.From = addressOf(organizer.Value, organizer.ICalParameters)
	}
	for _, attendee := range event.Attendees() {
		m.To = withOthers(m.To, m.From, []Address{addressOf(attendee.Value, attendee.ICalParameters)})
	}
	text := strings.TrimSpace(value(ics.ComponentPropertyDescription))
	if place := oneLine(value(ics.ComponentPropertyLocation)); place != "" && !strings.Contains(text, place) {
		text = strings.TrimSpace(place + "\n" + text)
	}
	m.Text = shorten(unquoted(text))
	return m
}

// startOf is the day on which a meeting begins, on its own clock: what the file
// writes down, wherever it is read.
func startOf(event *ics.VEvent) success.Date {
	start := event.GetProperty(ics.ComponentPropertyDtStart)
	if start == nil || len(start.Value) < len("20060102") {
		return 0
	}
	at, err := time.Parse("20060102", start.Value[:8])
	if err != nil {
		return 0
	}
	return dayOf(at)
}

func addressOf(value string, parameters map[string][]string) Address {
	a := Address{Email: emailOf(value)}
	if name := parameters["CN"]; len(name) > 0 {
		a.Name = oneLine(strings.Trim(valid([]byte(name[0])), `"'`))
	}
	if strings.EqualFold(a.Name, a.Email) {
		a.Name = ""
	}
	return a
}
