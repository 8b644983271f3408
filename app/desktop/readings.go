package desktop

import (
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Readings takes in a round of readings: all measures of an account at once.
type Readings struct{ app *App }

// NewReadings returns the bound readings.
func NewReadings(app *App) *Readings { return &Readings{app: app} }

// ReadingSheetView is a round to fill in: the measures of the plan that counts,
// in its order.
type ReadingSheetView struct {
	Account string           `json:"account"`
	Name    string           `json:"name"`
	Today   string           `json:"today"`
	People  []PlanPersonView `json:"people"`
	Rows    []ReadingRowView `json:"rows"`
}

// ReadingRowView is one measure of a round, with the outcome it judges. Due says
// that the measure has no reading yet, or one older than its cadence.
type ReadingRowView struct {
	Outcome string          `json:"outcome"`
	Measure PlanMeasureView `json:"measure"`
	Due     bool            `json:"due"`
}

// RoundInput is a filled-in round. On and ConfirmedBy hold for each row that
// says nothing else.
type RoundInput struct {
	Account     string         `json:"account"`
	On          string         `json:"on"`
	ConfirmedBy string         `json:"confirmed_by"`
	Source      string         `json:"source"`
	Rows        []ReadingInput `json:"rows"`
}

// ReadingInput is one measure's answer: a value as a plain decimal, or that it
// was not measured.
type ReadingInput struct {
	Measure     string `json:"measure"`
	Value       string `json:"value"`
	NotMeasured bool   `json:"not_measured"`
	On          string `json:"on"`
	ConfirmedBy string `json:"confirmed_by"`
	Source      string `json:"source"`
}

// Sheet returns the round to fill in for an account.
func (r *Readings) Sheet(account string) (_ ReadingSheetView, err error) {
	defer r.app.catch("readings.sheet", &err)
	file, settings, today, err := r.app.account(account)
	if err != nil {
		return ReadingSheetView{}, err
	}
	b := newPlanBuilder(r.app, file, settings, today)
	view := ReadingSheetView{
		Account: account, Name: file.Account.Name, Today: today.String(), People: b.personViews(), Rows: []ReadingRowView{},
	}
	plan, ok := success.PlanOn(file, today)
	if !ok {
		return view, nil
	}
	for _, o := range planOutcomes(file, plan.ID) {
		if o.Status == "dropped" {
			continue
		}
		for _, m := range b.measuresOf(o.ID) {
			measure := b.measure(m)
			due := measure.Now == nil || measure.CadenceDays != nil && int64(measure.Age) >= *measure.CadenceDays
			view.Rows = append(view.Rows, ReadingRowView{Outcome: o.Statement, Measure: measure, Due: due})
		}
	}
	return view, nil
}

// Save writes a whole round as one action. The error's field is "on", or
// "value." and the measure's id, for the first row that is wrong; nothing is
// written then.
func (r *Readings) Save(in RoundInput) (_ WrittenView, err error) {
	defer r.app.catch("readings.save", &err)
	file, _, today, err := r.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	records, err := r.round(file, in, today)
	if err != nil {
		return WrittenView{}, err
	}
	if len(records) == 0 {
		return WrittenView{}, success.Invalid("rows", "Nothing is filled in yet.")
	}
	label := fmt.Sprintf("Update %d readings of %s", len(records), file.Account.Name)
	if len(records) == 1 {
		label = "Update a reading of " + file.Account.Name
	}
	return r.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		for _, rec := range records {
			if _, err := tx.Create(rec); err != nil {
				return "", err
			}
		}
		return file.Account.ID, nil
	})
}

func (r *Readings) round(f *success.File, in RoundInput, today success.Date) ([]success.Record, error) {
	day, err := roundDay("on", in.On, today)
	if err != nil {
		return nil, err
	}
	known := map[success.ID]bool{}
	for i := range f.Measures {
		known[f.Measures[i].ID] = true
	}
	var records []success.Record
	for _, row := range in.Rows {
		id := success.ID(row.Measure)
		if !known[id] {
			return nil, success.NotFound("One of these measures is not there any more. Nothing was written.")
		}
		on := day
		if row.On != "" {
			if on, err = roundDay("on."+row.Measure, row.On, today); err != nil {
				return nil, err
			}
		}
		rec, err := r.answer(row, in, id, on)
		if err != nil {
			return nil, err
		}
		if rec != nil {
			records = append(records, rec)
		}
	}
	return records, nil
}

// answer makes the record of one row; none of a row that says nothing.
func (r *Readings) answer(row ReadingInput, in RoundInput, id success.ID, on success.Date) (success.Record, error) {
	switch {
	case row.NotMeasured:
		return &success.Evidence{
			Subject: success.Link{Kind: "measure", ID: id}, EvidenceKind: "note", Title: success.NotMeasuredTitle,
			Body: strings.TrimSpace(row.Source), On: on, Internal: true,
		}, nil
	case strings.TrimSpace(row.Value) == "":
		return nil, nil //nolint:nilnil // an empty row is no answer and no mistake
	}
	value, err := readNumber("value."+row.Measure, row.Value)
	if err != nil {
		return nil, err
	}
	return &success.Reading{
		MeasureID: id, On: on, Value: value, RecordedAt: success.InstantOf(r.app.o.Now()),
		Source: firstText(row.Source, in.Source), ConfirmedBy: firstText(row.ConfirmedBy, in.ConfirmedBy),
	}, nil
}
