package sqlite

import (
	"fmt"

	"github.com/tendril-app/tendril/internal/journal"
)

// Summary is an account's stored line of the portfolio. It is fresh when it was
// made of the account's present version, on the day asked for.
type Summary struct {
	Space   journal.UUID
	Version int64
	MadeOf  int64
	Day     int32
	Body    []byte
}

// Fresh reports whether the line holds on day.
func (s *Summary) Fresh(day int32) bool { return s.MadeOf == s.Version && s.Day == day }

func (s *Summary) scan(row *row) error {
	var space []byte
	if err := row.scan(&space, &s.Version, &s.MadeOf, &s.Day, &s.Body); err != nil {
		return fmt.Errorf("reading a summary: %w", err)
	}
	copy(s.Space[:], space)
	return nil
}

// Summaries hands out all stored lines in order of account id.
func (r *Reader) Summaries(fn func(s Summary) error) error {
	return r.each("SELECT space, version, made_of, day, body FROM summary", nil, func(row *row) error {
		var s Summary
		if err := s.scan(row); err != nil {
			return err
		}
		return fn(s)
	})
}

// StaleSummaries returns the accounts whose line does not hold on day.
func (r *Reader) StaleSummaries(day int32) ([]journal.UUID, error) {
	var all []journal.UUID
	err := r.each("SELECT space FROM summary WHERE made_of <> version OR day <> ?", []any{day}, func(row *row) error {
		var id []byte
		if err := row.scan(&id); err != nil {
			return fmt.Errorf("reading a summary: %w", err)
		}
		all = append(all, journal.UUID(id))
		return nil
	})
	return all, err
}

// SummaryVersion returns the version of an account.
func (r *Reader) SummaryVersion(space journal.UUID) (version int64, err error) {
	_, err = r.one("SELECT version FROM summary WHERE space = ?", []any{space[:]}, &version)
	return version, err
}

// Touch makes an account's line old.
func (w *Writer) Touch(space journal.UUID) error {
	return w.exec("INSERT INTO summary (space, version) VALUES (?, 1) ON CONFLICT (space) DO UPDATE SET version = version + 1", space[:])
}

// TouchAll makes all lines old.
func (w *Writer) TouchAll() error { return w.exec("UPDATE summary SET version = version + 1") }

// SetSummary stores an account's line, made of one version of it. A line that was
// read before the account changed is not stored: it might say what was taken out of
// the file in between.
func (w *Writer) SetSummary(s *Summary) error {
	return w.exec("UPDATE summary SET made_of = ?, day = ?, body = ? WHERE space = ? AND version = ?",
		s.MadeOf, s.Day, string(s.Body), s.Space[:], s.MadeOf)
}
