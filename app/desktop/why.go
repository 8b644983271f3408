package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
)

// Why says what stands behind a figure.
type Why struct{ app *App }

// NewWhy returns the bound why.
func NewWhy(app *App) *Why { return &Why{app: app} }

// WhyView is the rule behind a figure in plain words, its arithmetic and the
// records it stands on. Result is a word where the figure is one; Total is null
// where it is no number.
type WhyView struct {
	Title    string       `json:"title"`
	Rule     string       `json:"rule"`
	Currency string       `json:"currency"`
	Rows     []WhyRowView `json:"rows"`
	Result   string       `json:"result"`
	Total    *float64     `json:"total"`
	Unit     string       `json:"unit"`
	Notes    []string     `json:"notes"`
}

// WhyRowView is one line of the arithmetic with the record behind it.
type WhyRowView struct {
	Label string   `json:"label"`
	On    string   `json:"on"`
	Value *float64 `json:"value"`
	Text  string   `json:"text"`
	Unit  string   `json:"unit"`
	Kind  string   `json:"kind"`
	ID    string   `json:"id"`
}

// Explain returns the why of an account's figure, such as "level", "people" or
// "verdict", as of today. It returns CodeNotFound for a figure it does not know.
func (w *Why) Explain(account, figure string) (_ WhyView, err error) {
	defer w.app.catch("why.explain", &err)
	file, settings, today, err := w.app.account(account)
	if err != nil {
		return WhyView{}, err
	}
	e, err := success.Explain(figure, file, settings, today)
	if err != nil {
		return WhyView{}, err
	}
	view := WhyView{
		Title: e.Title, Rule: e.Rule, Currency: e.Currency, Rows: []WhyRowView{},
		Result: e.Result, Total: e.Total, Unit: e.Unit, Notes: append([]string{}, e.Notes...),
	}
	for _, r := range e.Rows {
		view.Rows = append(view.Rows, WhyRowView{
			Label: r.Label, On: r.On.String(), Value: r.Value, Text: r.Text, Unit: r.Unit,
			Kind: string(r.Record.Kind), ID: string(r.Record.ID),
		})
	}
	return view, nil
}
