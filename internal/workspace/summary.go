package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

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
		if err := decodeRows(rows, settings != nil, today); err != nil {
			return err
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
	read   *Summary // of the stored body, where that is shown
}

// inMemory reports whether the line in memory is the one to show; anew says that
// old ones are made anew.
func (row *summaryRow) inMemory(anew bool, today success.Date) bool {
	c := row.cached
	if c == nil {
		return false
	}
	if row.fresh {
		return c.madeOf == row.stored.Version && c.day == madeOn(today)
	}
	return !anew && c.madeOf >= max(row.stored.MadeOf, -1)
}

// decodeRows reads the bodies of the lines that are shown as they are stored, on all
// processors: when a file of ten thousand accounts is opened, that is most of what
// one waits for.
func decodeRows(rows []summaryRow, anew bool, today success.Date) error {
	var todo []*summaryRow
	for i := range rows {
		row := &rows[i]
		if !row.inMemory(anew, today) && (row.fresh || !anew) && len(row.stored.Body) > 0 {
			todo = append(todo, row)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	workers := runtime.GOMAXPROCS(0)
	failed := make([]error, workers)
	var all sync.WaitGroup
	for n := range workers {
		all.Go(func() {
			for i := n; i < len(todo) && failed[n] == nil; i += workers {
				failed[n] = todo[i].decode()
			}
		})
	}
	all.Wait()
	return errors.Join(failed...)
}

func (row *summaryRow) decode() error {
	s, err := readSummary(row.stored.Body)
	if err != nil {
		return fmt.Errorf("the summary of account %s: %w", row.stored.Space, err)
	}
	s.folded = sqlite.Fold(s.Name)
	row.read = s
	return nil
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
		row.fresh = s.Fresh(madeOn(today))
		if c := row.cached; c != nil {
			row.fresh = row.fresh || c.madeOf == s.Version && c.day == madeOn(today)
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
	if row.inMemory(settings != nil, today) {
		s := row.cached.s
		s.Stale = !row.fresh
		return s, nil
	}
	c := &cachedSummary{madeOf: row.stored.MadeOf, day: row.stored.Day}
	var err error
	switch {
	case !row.fresh && settings != nil:
		c.madeOf, c.day = row.stored.Version, madeOn(today)
		c.s, err = v.summary(id, settings, today)
	case len(row.stored.Body) > 0:
		c.s = *row.read
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

// summary makes an account's row.
func (v view) summary(id success.ID, settings *success.Settings, today success.Date) (Summary, error) {
	space, err := parseID(id)
	if err != nil {
		return Summary{}, err
	}
	g, err := v.glance(space, today, false)
	if err != nil {
		return Summary{}, err
	}
	// It stays in memory, which what it was cut from must not.
	body, err := json.Marshal(g.summary(settings, today))
	if err != nil {
		return Summary{}, fmt.Errorf("writing the summary of account %s: %w", id, err)
	}
	row := summaryRow{stored: sqlite.Summary{Space: space, Body: body}}
	if err := row.decode(); err != nil {
		return Summary{}, err
	}
	return *row.read, nil
}

func (g *glanced) summary(settings *success.Settings, today success.Date) Summary {
	s := summarize(g.file, settings, today)
	s.LastTouch, s.Ahead = g.touches.last, g.touches.next
	return s
}

// summarize works a row out from a live file.
func summarize(f *success.File, settings *success.Settings, today success.Date) Summary {
	glance := success.LookAt(f, settings, today, success.Offer{})
	figure := &glance.Standing.Velocity
	a := &f.Account
	s := Summary{
		Account: a.ID, Name: a.Name, CSM: a.CSM, Segment: a.Segment, Tags: a.Tags, Currency: figure.Currency,
		ARR: glance.Standing.ARR, Cancelled: a.CancelledOn, Verdict: string(figure.Verdict),
		Level: figure.Proved.Level, Claimed: figure.Claimed.Level, Velocity: figure.Proved.Velocity,
		Perceived: figure.Proved.Perceived, Silence: figure.SilenceDays, On: today, folded: sqlite.Fold(a.Name),
		Benefits: figure.Proved.Benefits, People: figure.Proved.People,
	}
	if term, ok := success.RenewalTerm(f, today); ok {
		s.Renewal, s.Decision = term.End, success.DecisionDate(term)
	}
	s.Glance = glanceOf(a, &glance)
	s.Ready = readyOf(f, settings, glance.Ready, today)
	s.Review = success.NextReview(f, today)
	s.setTodo(glance.Todos, success.Asides(a), today)
	s.Spark, s.SparkClaimed = spark(&glance, today)
	return s
}

// spark returns the proved level at the ends of the last months, and the level
// with claims; nothing for the latter where no claim stands above what is proved.
func spark(glance *success.Glance, today success.Date) (proved, claimed []float64) {
	from := today.AddDays(-2 * 365)
	proved, claimed = make([]float64, sparkPoints), make([]float64, sparkPoints)
	more := false
	for i := range proved {
		proved[i], claimed[i] = glance.Level(from.AddDays(2 * 365 * i / (sparkPoints - 1)))
		more = more || claimed[i] > proved[i]
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
		Glance: Glance{
			Parent: a.ParentAccountID, CustomerType: a.CustomerTypeID, Owner: a.AccountOwner, Attributes: a.Attributes,
			Added: a.CreatedAt.Date(), Start: a.StartDate, Tending: success.Tending{Group: success.TendRest, By: 1},
		},
	}, nil
}
