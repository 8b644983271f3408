package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// sparkPoints is how many months of the proved level a summary shows, today
// included: two years.
const sparkPoints = 25

// atOnce is how many old summaries are made anew while somebody waits for the
// portfolio; beyond that it shows what it has, marked stale, and the rest follows.
const atOnce = 300

// Summaries returns one row for each live account, in order of name. Rows that a
// change or a new day made old are made anew; when there are more than a few
// hundred of them, they come as they were, marked Stale, are made anew in the
// background, and an Event follows. Those never made before have no Verdict.
func (w *Workspace) Summaries(ctx context.Context) ([]Summary, error) {
	today := w.Today()
	var all []Summary
	stale := false
	err := w.read(ctx, func(v view) error {
		rows, err := w.summaryRows(v, today)
		if err != nil {
			return err
		}
		old := 0
		for i := range rows {
			if !rows[i].fresh {
				old++
			}
		}
		var settings *success.Settings
		// Nobody makes the rows of a file that cannot be written behind its back.
		if old > 0 && (old <= atOnce || w.why() != "") {
			if settings, err = v.settings(); err != nil {
				return err
			}
		}
		for i := range rows {
			s, err := w.summaryOf(v, &rows[i], settings, today)
			if err != nil {
				return err
			}
			stale = stale || s.Stale
			all = append(all, s)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the summaries: %w", err)
	}
	if stale {
		w.refresher.owe(w)
	}
	slices.SortFunc(all, func(a, b Summary) int {
		if c := strings.Compare(a.folded, b.folded); c != 0 {
			return c
		}
		return strings.Compare(string(a.Account), string(b.Account))
	})
	return all, nil
}

// summaryRow is a stored line with what is known of it in memory.
type summaryRow struct {
	stored sqlite.Summary
	cached *cachedSummary
	fresh  bool
}

// cachedSummary is a line as read or made, with the version it was made of.
type cachedSummary struct {
	madeOf int64
	day    int32
	s      Summary
}

func (w *Workspace) summaryRows(v view, today success.Date) ([]summaryRow, error) {
	bin := map[journal.UUID]bool{}
	err := v.r.InBin("account", func(space, _ journal.UUID) error {
		bin[space] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	var rows []summaryRow
	err = v.r.Summaries(func(s sqlite.Summary) error {
		if bin[s.Space] {
			return nil
		}
		row := summaryRow{stored: s, cached: w.refresher.cached(s.Space)}
		row.fresh = s.Fresh(int32(today))
		if c := row.cached; c != nil {
			row.fresh = row.fresh || c.madeOf == s.Version && c.day == int32(today)
		}
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

// summaryOf returns an account's row: from memory, from the file, or made anew
// where settings are given.
func (w *Workspace) summaryOf(v view, row *summaryRow, settings *success.Settings, today success.Date) (Summary, error) {
	id := success.ID(row.stored.Space.String())
	newest := max(row.stored.MadeOf, -1)
	if c := row.cached; c != nil && (row.fresh && c.madeOf == row.stored.Version && c.day == int32(today) || !row.fresh && settings == nil && c.madeOf >= newest) {
		s := c.s
		s.Stale = !row.fresh
		return s, nil
	}
	c := &cachedSummary{madeOf: row.stored.MadeOf, day: row.stored.Day}
	var err error
	switch {
	case !row.fresh && settings != nil:
		c.madeOf, c.day = row.stored.Version, int32(today)
		c.s, err = v.summary(id, settings, today)
	case len(row.stored.Body) > 0:
		if err = json.Unmarshal(row.stored.Body, &c.s); err == nil {
			c.s.folded = sqlite.Fold(c.s.Name)
		}
	default:
		s, err := v.plainSummary(id)
		s.Stale = true
		return s, err
	}
	if err != nil {
		return Summary{}, fmt.Errorf("the summary of account %s: %w", id, err)
	}
	w.refresher.cache(row.stored.Space, c)
	s := c.s
	s.Stale = !row.fresh && settings == nil
	return s, nil
}

// The kinds that a summary is made of: always, and where a benefit's money comes
// from readings.
var (
	summaryKinds = []string{"account", "benefit", "benefit_step", "success_plan", "term", "touchpoint"}
	readingKinds = []string{"evidence", "measure", "outcome", "reading"}
)

// summary makes an account's row.
func (v view) summary(id success.ID, settings *success.Settings, today success.Date) (Summary, error) {
	f := &success.File{}
	space, err := parseID(id)
	if err != nil {
		return Summary{}, err
	}
	var touches touchDays
	err = v.addKinds(f, space, summaryKinds, func(kind string, body []byte) bool {
		if kind == "touchpoint" {
			touches.note(body, today)
		}
		return kind == "touchpoint"
	})
	if err != nil {
		return Summary{}, err
	}
	f.Touchpoints = touches.records()
	if err := v.addReadings(f, space); err != nil {
		return Summary{}, err
	}
	return summarize(f.Live(), settings, today), nil
}

// touchDays are the first and the last day of the touchpoints that have been:
// there are many of them, and a summary asks no more.
type touchDays struct{ first, last success.Date }

func (t *touchDays) note(body []byte, today success.Date) {
	var on success.Date
	if on.UnmarshalJSON(member(body, "on")) != nil || on == 0 || on > today {
		return
	}
	if t.first == 0 || on < t.first {
		t.first = on
	}
	t.last = max(t.last, on)
}

func (t *touchDays) records() []success.Touchpoint {
	if t.first == 0 {
		return nil
	}
	return []success.Touchpoint{{Meta: success.Meta{ID: "first"}, On: t.first}, {Meta: success.Meta{ID: "last"}, On: t.last}}
}

// addReadings adds what a benefit's money comes from where it is bound to a
// measure that has a price.
func (v view) addReadings(f *success.File, space journal.UUID) error {
	bound := map[success.ID]bool{}
	for i := range f.Benefits {
		if id := f.Benefits[i].MeasureID; id != "" {
			bound[id] = true
		}
	}
	if len(bound) == 0 {
		return nil
	}
	return v.addKinds(f, space, readingKinds, func(kind string, body []byte) bool {
		switch kind {
		case "reading":
			return !bound[success.ID(textOf(member(body, "measure_id")))]
		case "evidence":
			// What backs a written step is said by the step itself.
			about := textOf(member(member(body, "subject"), "type"))
			return about != "reading" && about != "measure" && about != "evidence"
		}
		return false
	})
}

// summarize works a row out from a live file.
func summarize(f *success.File, settings *success.Settings, today success.Date) Summary {
	figure := success.Velocity(f, settings, today)
	a := &f.Account
	s := Summary{
		Account: a.ID, Name: a.Name, CSM: a.CSM, Segment: a.Segment, Tags: a.Tags, Currency: figure.Currency,
		ARR: success.ARR(f, settings, today), Cancelled: a.CancelledOn, Verdict: string(figure.Verdict),
		Level: figure.Proved.Level, Claimed: figure.Claimed.Level, Velocity: figure.Proved.Velocity,
		Perceived: figure.Proved.Perceived, Silence: figure.SilenceDays, On: today, folded: sqlite.Fold(a.Name),
		Benefits: figure.Proved.Benefits, People: figure.Proved.People,
	}
	if term, ok := success.RenewalTerm(f, today); ok {
		s.Renewal, s.Decision = term.End, success.DecisionDate(term)
	}
	for i := range f.Touchpoints {
		if on := f.Touchpoints[i].On; on <= today && on > s.LastTouch {
			s.LastTouch = on
		}
	}
	s.Spark, s.SparkClaimed = spark(f, settings, today)
	return s
}

// spark returns the proved level at the ends of the last months, and the level
// with claims; nothing for the latter where no claim stands above what is proved.
func spark(f *success.File, settings *success.Settings, today success.Date) (proved, claimed []float64) {
	from := today.AddDays(-2 * 365)
	levels := success.Levels(f, settings, from, today, today)
	proved, claimed = make([]float64, sparkPoints), make([]float64, sparkPoints)
	at, more := 0, false
	for i := range proved {
		day := from.AddDays(2 * 365 * i / (sparkPoints - 1))
		for at+1 < len(levels) && levels[at+1].On <= day {
			at++
		}
		if at < len(levels) && levels[at].On <= day {
			proved[i], claimed[i] = levels[at].Proved, levels[at].Claimed
			more = more || claimed[i] > proved[i]
		}
	}
	if !more {
		claimed = nil
	}
	return proved, claimed
}

// plainSummary is the row of an account whose figures are still being made.
func (v view) plainSummary(id success.ID) (Summary, error) {
	rec, err := v.record("account", id)
	if err != nil {
		return Summary{}, err
	}
	var a success.Account
	if err := json.Unmarshal(rec.Body, &a); err != nil {
		return Summary{}, fmt.Errorf("reading account %s: %w", id, err)
	}
	return Summary{
		Account: id, Name: a.Name, CSM: a.CSM, Segment: a.Segment, Tags: a.Tags, Currency: a.Currency,
		Cancelled: a.CancelledOn, Spark: []float64{}, folded: sqlite.Fold(a.Name),
	}, nil
}
