package letter_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/exchange/letter"
	"github.com/tendril-app/tendril/internal/success"
)

func read(t *testing.T, name, text string) letter.Message {
	t.Helper()
	all, err := letter.Read(name, []byte(strings.ReplaceAll(text, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 {
		t.Fatalf("%d messages", len(all))
	}
	return all[0]
}

func day(text string) success.Date { return success.MustDate(text) }

func TestAMailIsReadInItsCharset(t *testing.T) {
	t.Parallel()
	m := read(t, "a.eml", `From: =?ISO-8859-1?Q?Mette_Lindqvist_=28Gda=F1sk=29?= <Mette@Nordhavn.example>
To: Ines Moreau <ines@quayside.example>, "Dahl, Henrik" <henrik@nordhavn.example>
Cc: mette@nordhavn.example, ines@quayside.example
Subject: =?utf-8?B?w5xiZXIgZGVuIFBsYW4=?=
Date: Fri, 5 Jun 2026 23:30:00 -0700
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe aus Danzig,
der Plan h=E4lt.

Am 4. Juni 2026 um 10:00 schrieb Ines Moreau:
> H=E4lt er?
--x
Content-Type: text/html

<p>no</p>
--x--
`)
	if m.Subject != "Über den Plan" || m.On != day("2026-06-05") || m.Text != "Grüße aus Danzig,\nder Plan hält." || m.Meeting {
		t.Errorf("%+v", m)
	}
	want := []letter.Address{{Name: "Ines Moreau", Email: "ines@quayside.example"}, {Name: "Dahl, Henrik", Email: "henrik@nordhavn.example"}}
	if m.From.Email != "mette@nordhavn.example" || !strings.HasPrefix(m.From.Name, "Mette Lindqvist") || !slices.Equal(m.To, want) {
		t.Errorf("from %+v to %+v", m.From, m.To)
	}
}

func TestAMailOfHTMLAloneBecomesPlain(t *testing.T) {
	t.Parallel()
	m := read(t, "a.eml", "From: a@x.example\nSubject: s\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: base64\n\nPHN0eWxlPnB7fTwvc3R5bGU+PHA+SGVsbG8gJmFtcDsgdGhhbmtzPC9wPjxkaXY+V2UgcGF5IIAxPC9kaXY+\n")
	if m.Text != "Hello & thanks\n\nWe pay €1" {
		t.Errorf("%q", m.Text)
	}
}

func TestAMeetingIsReadFromACalendarAndFromAnInvitation(t *testing.T) {
	t.Parallel()
	calendar := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:1@x
DTSTAMP:20260601T080000Z
DTSTART;TZID=Europe/Copenhagen:20260604T090000
DTEND;TZID=Europe/Copenhagen:20260604T100000
SUMMARY:Quarter review\, docks
LOCATION:Pier 4
DESCRIPTION:We look at the plan.\nAnd at Aarhus.
ORGANIZER;CN=Ines Moreau:mailto:ines@quayside.example
ATTENDEE;CN="Henrik Dahl":MAILTO:Henrik@Nordhavn.example
ATTENDEE;CN=piotr@nordhavn.example:mailto:piotr@nordhavn.example
ATTENDEE:mailto:ines@quayside.example
END:VEVENT
END:VCALENDAR
`
	want := []letter.Address{{Name: "Henrik Dahl", Email: "henrik@nordhavn.example"}, {Email: "piotr@nordhavn.example"}}
	check := func(m letter.Message) {
		t.Helper()
		if !m.Meeting || m.Subject != "Quarter review, docks" || m.On != day("2026-06-04") || m.From.Email != "ines@quayside.example" || m.Text != "Pier 4\nWe look at the plan.\nAnd at Aarhus." {
			t.Errorf("%+v", m)
		}
		if !slices.Equal(m.To, want) {
			t.Errorf("to %+v", m.To)
		}
	}
	check(read(t, "m.ics", calendar))
	check(read(t, "no-ending", calendar))
	check(read(t, "i.eml", "From: Ines Moreau <ines@quayside.example>\nTo: henrik@nordhavn.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\n\n"+calendar+"\n--b--\n"))
}

func TestABrokenFileGetsASentence(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a.eml": "no head at all", "b.eml": "", "c.ics": "BEGIN:VCALENDAR\nVERSION", "d.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "e.msg": "\xd0\xcf\x11\xe0",
		"f.eml": "X-Nothing: 1\n\nwords", "g.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n",
		"h.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260601\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n",
		"i.ics": "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260601\nEND:VEVENT\n", 51) + "END:VCALENDAR\n",
	} {
		_, err := letter.Read(name, []byte(text))
		var problem *success.Error
		if !errors.As(err, &problem) || problem.Code != success.CodeInvalid || !strings.Contains(problem.Message, name) || !strings.HasSuffix(problem.Message, ".") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAMailWithoutMuchIsStillAMail(t *testing.T) {
	t.Parallel()
	m := read(t, "x.eml", "From: Broken <a@x.example, \"B\" <b@x.example>; not an address\nSubject: Gr\xfc\xdfe\n\n> only a quote\n")
	if m.On != 0 || m.Subject != "Grüße" || m.Text != "> only a quote" || m.From.Email != "a@x.example" {
		t.Errorf("%+v", m)
	}
}

func FuzzALetterNeverBreaksTheReader(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Ext(file), raw)
	}
	f.Add(".eml", []byte("From: a@x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--"))
	f.Add(".eml", []byte("From: =?x-nonsense?Q?a?= <a@x>\nDate: 1\n\n=?utf-8?B?w5x?="))
	f.Add(".ics", []byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;X=\"\":20260601\nATTENDEE;CN=:mailto:\nEND:VEVENT\nEND:VCALENDAR"))
	f.Add(".ics", []byte("END:VCALENDAR"))
	f.Fuzz(func(t *testing.T, ending string, raw []byte) {
		all, err := letter.Read("x"+ending, raw)
		if err != nil {
			var problem *success.Error
			if !errors.As(err, &problem) {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		for _, m := range all {
			for _, text := range []string{m.Subject, m.Text, m.From.Name, m.From.Email} {
				if !utf8.ValidString(text) {
					t.Fatalf("%q is no text", text)
				}
			}
			for i, a := range m.To {
				if a.Email == "" || a.Email == m.From.Email || slices.ContainsFunc(m.To[:i], func(b letter.Address) bool { return b.Email == a.Email }) {
					t.Fatalf("%+v is in %+v", a, m.To)
				}
			}
		}
	})
}
