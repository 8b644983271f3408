package workspace

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// A new day makes every summary anew though hardly an account has changed. So what
// an account's summary was made of is kept packed, until the account changes: its
// live records without those that no summary of that day or later looks at, and
// without the texts of people.

// gistFormat goes up when something else is left out of what is packed.
const gistFormat = 1

// formatOfGists tells what this version packs from what others do.
func formatOfGists() int64 { return success.PackFormat()<<8 + gistFormat }

// touchDays are the days of the newest touchpoint that has been, and of the first
// that is noted ahead.
type touchDays struct{ last, next success.Date }

// glanced is what a summary is made of.
type glanced struct {
	file    *success.File
	touches touchDays
	gist    *sqlite.Gist // to be stored; nil where it is
}

// glance reads what an account's summary of a day is made of. keep asks for the gist
// of what was read from the records.
func (v view) glance(space journal.UUID, today success.Date, keep bool) (glanced, error) {
	gist, found, err := v.r.Gist(space)
	if err != nil {
		return glanced{}, err
	}
	if found && gist.Format == formatOfGists() && success.Date(gist.Day) <= today {
		// One that cannot be read is made anew.
		if f, last, err := openGist(gist.Body); err == nil {
			return glanced{file: f, touches: daysOf(f, last, today)}, nil
		}
	}
	f, last, err := v.glanceFile(space, today)
	if err != nil {
		return glanced{}, err
	}
	f = f.LiveAlone()
	g := glanced{file: f, touches: daysOf(f, last, today)}
	if keep {
		leaveOutTexts(f)
		g.gist = &sqlite.Gist{Day: int32(today), Format: formatOfGists(), Body: closeGist(f, last)}
	}
	return g, nil
}

// sums are of the checksum that a gist ends with: nobody would see of what was
// damaged that the figures made of it are wrong.
var sums = crc32.MakeTable(crc32.Castagnoli)

func closeGist(f *success.File, last success.Date) []byte {
	body := append(binary.AppendVarint(nil, int64(last)), f.Pack()...)
	return binary.LittleEndian.AppendUint32(body, crc32.Checksum(body, sums))
}

var errGist = errors.New("the gist of an account is damaged")

func openGist(body []byte) (f *success.File, last success.Date, err error) {
	end := len(body) - 4
	if end < 0 || binary.LittleEndian.Uint32(body[end:]) != crc32.Checksum(body[:end], sums) {
		return nil, 0, errGist
	}
	day, size := binary.Varint(body[:end])
	if size <= 0 {
		return nil, 0, errGist
	}
	f, err = success.UnpackFile(body[size:end])
	return f, success.Date(day), err //nolint:gosec // it was a day
}

// daysOf looks at the touchpoints that were kept, which all those ahead are, and at
// the last of the day on which the others were left out.
func daysOf(f *success.File, last, today success.Date) touchDays {
	days := touchDays{last: last}
	for i := range f.Touchpoints {
		on := f.Touchpoints[i].On
		switch {
		case on <= today:
			days.last = max(days.last, on)
		case days.next == 0 || on < days.next:
			days.next = on
		}
	}
	return days
}

// leaveOutTexts takes out of a file what no summary reads: names and addresses of
// people and what was said, of which a summary sees at most that there is something.
func leaveOutTexts(f *success.File) {
	a := &f.Account
	leaveOut(&a.Notes, &a.Website, &a.CancelReason)
	each(f.Stakeholders, func(r *success.Stakeholder) { leaveOut(&r.Name, &r.Title, &r.Email, &r.Phone, &r.CaresAbout) })
	each(f.Touchpoints, func(r *success.Touchpoint) { leaveOut(&r.Summary, &r.Ticket) })
	each(f.Questions, func(r *success.Question) { leaveOut(&r.Text, &r.Answer, &r.AskedOf) })
	each(f.Insights, func(r *success.Insight) { leaveOut(&r.Text) })
	each(f.Readings, func(r *success.Reading) { leaveOut(&r.Source, &r.ConfirmedBy) })
	each(f.Steps, func(r *success.BenefitStep) { leaveOut(&r.ConfirmedBy) })
	each(f.Evidence, func(r *success.Evidence) { leaveOut(&r.Title, &r.Body, &r.URL) })
	each(f.Actions, func(r *success.CustomerAction) { leaveOut(&r.Note) })
	each(f.Claims, func(r *success.Claim) { leaveOut(&r.Text) })
	each(f.Terms, func(r *success.Term) { leaveOut(&r.ResultReason) })
	each(f.Stories, func(r *success.Story) {
		leaveOut(&r.Title, &r.PermissionBy)
		each(r.Sections, func(s *success.StorySection) { leaveOut(&s.Title, &s.Body) })
	})
	each(f.Renewals, func(r *success.Renewal) {
		leaveOut(&r.Mitigation, &r.Ask, &r.Concessions, &r.Lessons)
		each(r.PaperPath, func(s *success.PaperStep) { leaveOut(&s.Step, &s.Owner) })
	})
}

func each[T any](list []T, do func(*T)) {
	for i := range list {
		do(&list[i])
	}
}

func leaveOut(texts ...*string) {
	for _, text := range texts {
		if strings.TrimSpace(*text) != "" {
			*text = "…"
		}
	}
}
