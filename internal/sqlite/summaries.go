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

// StaleSummaries returns the lines that do not hold on day, without their bodies.
func (r *Reader) StaleSummaries(day int32) ([]Summary, error) {
	var all []Summary
	err := r.each("SELECT space, version, made_of, day, '' FROM summary WHERE made_of <> version OR day <> ?", []any{day}, func(row *row) error {
		var s Summary
		if err := s.scan(row); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// Gist is what an account's line is made of, packed for a day and those after it.
// Format says how it is packed.
type Gist struct {
	Day    int32
	Format int64
	Body   []byte
}

// Gist returns the stored gist of an account; found is false where there is none
// since the account changed.
func (r *Reader) Gist(space journal.UUID) (g Gist, found bool, err error) {
	if r.old {
		return g, false, nil
	}
	found, err = r.one("SELECT day, format, body FROM gist WHERE space = ?", []any{space[:]}, &g.Day, &g.Format, &g.Body)
	return g, found, err
}

// SetGist stores an account's gist, made of one version of it: like a line, not
// where the account has changed since.
func (w *Writer) SetGist(space journal.UUID, madeOf int64, g *Gist) error {
	return w.exec("INSERT OR REPLACE INTO gist (space, day, format, body) SELECT space, ?, ?, ? FROM summary WHERE space = ? AND version = ?",
		g.Day, g.Format, g.Body, space[:], madeOf)
}

// Touch makes an account's line old, and takes its gist away: nothing that was
// taken out of a record stays in it.
func (w *Writer) Touch(space journal.UUID) error {
	if err := w.exec("DELETE FROM gist WHERE space = ?", space[:]); err != nil {
		return err
	}
	return w.exec("INSERT INTO summary (space, version) VALUES (?, 1) ON CONFLICT (space) DO UPDATE SET version = version + 1", space[:])
}

// TouchAll makes all lines old. The accounts have not changed: their gists stay.
func (w *Writer) TouchAll() error { return w.exec("UPDATE summary SET version = version + 1") }

// SetSummary stores an account's line, made of one version of it. A line that was
// read before the account changed is not stored: it might say what was taken out of
// the file in between.
func (w *Writer) SetSummary(s *Summary) error {
	return w.exec("UPDATE summary SET made_of = ?, day = ?, body = ? WHERE space = ? AND version = ?",
		s.MadeOf, s.Day, string(s.Body), s.Space[:], s.MadeOf)
}
