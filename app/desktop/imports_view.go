package desktop

import (
	"maps"
	"path/filepath"
	"slices"

	"github.com/tendril-app/tendril/internal/exchange"
)

// ImportRequest names a file and what a person said about it; empty fields are
// found from the file. Map says into which field a column goes; an empty field
// leaves the column out. Constants gives fields a value for every row. Mapping is
// the id of a saved mapping, "none", or empty for the one that fits the headings.
// AnswerAll says what all rows that leave something open mean, by kind of
// question, and Answers what single rows do, by their number.
type ImportRequest struct {
	Path      string            `json:"path"`
	As        string            `json:"as"`
	Source    string            `json:"source"`
	Encoding  string            `json:"encoding"`
	Delimiter string            `json:"delimiter"`
	Sheet     string            `json:"sheet"`
	DateOrder string            `json:"date_order"`
	Decimal   string            `json:"decimal"`
	Currency  string            `json:"currency"`
	Mapping   string            `json:"mapping"`
	Map       map[string]string `json:"map"`
	Constants map[string]string `json:"constants"`
	AnswerAll map[string]string `json:"answer_all"`
	Answers   map[string]string `json:"answers"`
}

// ImportColumnView is a column of the file and where it goes. Field is a field's
// name, "attributes", or empty where the column is left out. Confidence is
// given, exact, likely, guess or empty.
type ImportColumnView struct {
	Name       string `json:"name"`
	Sample     string `json:"sample"`
	Field      string `json:"field"`
	Confidence string `json:"confidence"`
}

// ImportMappingView is a saved mapping. Fits says that it was made for a file
// with the same headings.
type ImportMappingView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Fits bool   `json:"fits"`
}

// ImportQuestionView says how many rows leave something open, and the answer
// that holds for all of them where a person gave one.
type ImportQuestionView struct {
	Kind   string `json:"kind"`
	Count  int    `json:"count"`
	Answer string `json:"answer"`
}

// ImportNoteView is what deserves a look. Row 0 speaks of the whole file.
type ImportNoteView struct {
	Row  int    `json:"row"`
	File string `json:"file"`
	Text string `json:"text"`
}

// ImportView is a file as it is understood and what importing it would do. As is
// one of Kinds, or "bundle". Missing names fields without which no row can be
// applied, and Problem says why nothing of the file can be; both are empty when
// all is well.
type ImportView struct {
	Path       string               `json:"path"`
	Name       string               `json:"name"`
	Size       int64                `json:"size"`
	Format     string               `json:"format"`
	Encoding   string               `json:"encoding"`
	Encodings  []string             `json:"encodings"`
	Delimiter  string               `json:"delimiter"`
	Sheet      string               `json:"sheet"`
	Sheets     []string             `json:"sheets"`
	DateOrder  string               `json:"date_order"`
	Decimal    string               `json:"decimal"`
	Currency   string               `json:"currency"`
	Currencies []string             `json:"currencies"`
	As         string               `json:"as"`
	Kinds      []string             `json:"kinds"`
	Confidence string               `json:"confidence"`
	Source     string               `json:"source"`
	Sources    []string             `json:"sources"`
	Mapping    string               `json:"mapping"`
	Mappings   []ImportMappingView  `json:"mappings"`
	Rows       int                  `json:"rows"`
	Columns    []ImportColumnView   `json:"columns"`
	Fields     []string             `json:"fields"`
	Main       []string             `json:"main"`
	Constants  map[string]string    `json:"constants"`
	Missing    []string             `json:"missing"`
	Problem    string               `json:"problem"`
	New        int                  `json:"new"`
	Changed    int                  `json:"changed"`
	Same       int                  `json:"same"`
	Refused    int                  `json:"refused"`
	Questions  []ImportQuestionView `json:"questions"`
	Notes      []ImportNoteView     `json:"notes"`
	MoreNotes  int                  `json:"more_notes"`
	Bundle     ImportBundleView     `json:"bundle"`
}

// ImportBundleView says what is in a bundle.
type ImportBundleView struct {
	Workspace   string                 `json:"workspace"`
	ExportedAt  string                 `json:"exported_at"`
	Records     int                    `json:"records"`
	Attachments int                    `json:"attachments"`
	Kinds       []ImportBundleKindView `json:"kinds"`
}

// ImportBundleKindView counts the records of a kind in a bundle.
type ImportBundleKindView struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

// ImportRowsQuery asks for a page of the preview: of the rows with a status, or
// of those that leave a kind of question open.
type ImportRowsQuery struct {
	Status   string `json:"status"`
	Question string `json:"question"`
	Offset   int    `json:"offset"`
	Limit    int    `json:"limit"`
}

// ImportRowsView is a page of the preview.
type ImportRowsView struct {
	Total  int             `json:"total"`
	Offset int             `json:"offset"`
	Rows   []ImportRowView `json:"rows"`
}

// ImportRowView is one row and what would happen to it. Place names it for Row.
type ImportRowView struct {
	Place   int              `json:"place"`
	Row     int              `json:"row"`
	Status  string           `json:"status"`
	Name    string           `json:"name"`
	Reason  string           `json:"reason"`
	Cells   []ImportCellView `json:"cells"`
	Changes int              `json:"changes"`
	Ask     ImportAskView    `json:"ask"`
}

// ImportCellView is a main field of a row as it will be. Kind is text, date,
// money or number; a value that cannot be read is Bad and stands as written.
type ImportCellView struct {
	Field string `json:"field"`
	Kind  string `json:"kind"`
	From  string `json:"from"`
	Value string `json:"value"`
	Bad   bool   `json:"bad"`
}

// ImportAskView is what a row leaves open; Kind is empty where it leaves nothing.
type ImportAskView struct {
	Kind     string `json:"kind"`
	Was      string `json:"was"`
	Becomes  string `json:"becomes"`
	Answer   string `json:"answer"`
	Answered bool   `json:"answered"`
}

// ImportDetailView is everything about one row: what it would write, and the
// cells as the file has them.
type ImportDetailView struct {
	Row     ImportRowView      `json:"row"`
	Changes []ImportChangeView `json:"changes"`
	Written []ImportColumnView `json:"written"`
}

// ImportChangeView is one field that would change; From is empty for what is new.
type ImportChangeView struct {
	Kind  string `json:"kind"`
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// ImportDoneView says what an import wrote.
type ImportDoneView struct {
	Action  ActionView       `json:"action"`
	New     int              `json:"new"`
	Changed int              `json:"changed"`
	Same    int              `json:"same"`
	Refused int              `json:"refused"`
	Notes   []ImportNoteView `json:"notes"`
}

// importKinds are what a table's rows can be.
var importKinds = []string{
	string(exchange.AsAccounts), string(exchange.AsTerms), string(exchange.AsStakeholders),
	string(exchange.AsReadings), string(exchange.AsBenefits), string(exchange.AsTouchpoints), string(exchange.AsValues),
}

// commonCurrencies are offered beside the workspace's own.
var commonCurrencies = []string{"EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "JPY"}

// maxNotes is how many notes cross to the window; nobody reads a thousand.
const maxNotes = 100

// emptyImportView has every list empty rather than missing.
func emptyImportView(r ImportRequest, size int64) ImportView {
	return ImportView{
		Path: r.Path, Name: filepath.Base(r.Path), Size: size, Encodings: []string{}, Sheets: []string{}, Currencies: []string{},
		Kinds: []string{}, Sources: []string{}, Mappings: []ImportMappingView{}, Columns: []ImportColumnView{}, Fields: []string{},
		Main: []string{}, Constants: map[string]string{}, Missing: []string{}, Questions: []ImportQuestionView{},
		Notes: []ImportNoteView{}, Bundle: ImportBundleView{Kinds: []ImportBundleKindView{}},
	}
}

// describe says how a table is written and where its columns go.
func (v *ImportView) describe(t *exchange.Table, m *exchange.Matching, o exchange.Options) {
	v.Format, v.Encoding, v.Delimiter, v.Rows = t.Format, t.Encoding, t.Delimiter, len(t.Rows)
	v.Sheet, v.Sheets = t.Sheet, append(v.Sheets, t.Sheets...)
	v.As, v.Confidence, v.Kinds = string(m.As), string(m.AsConfidence), importKinds
	v.Source, v.Sources = m.Source, exchange.Sources()
	v.Encodings = exchange.Encodings()
	if v.Encoding != "" && !slices.Contains(v.Encodings, v.Encoding) {
		v.Encodings = append(v.Encodings, v.Encoding)
	}
	v.Currency = o.Currency
	if o.Currency == "" {
		v.Currency = o.WorkspaceCurrency
	}
	for _, code := range append([]string{v.Currency, o.WorkspaceCurrency}, commonCurrencies...) {
		if !slices.Contains(v.Currencies, code) {
			v.Currencies = append(v.Currencies, code)
		}
	}
	v.Fields, v.Missing = append(v.Fields, m.Fields...), append(v.Missing, m.Missing...)
	slices.Sort(v.Fields)
	maps.Copy(v.Constants, o.Constants)
	for i, c := range m.Columns {
		column := ImportColumnView{Name: c.Column, Field: c.Field, Confidence: string(c.Confidence)}
		if samples := t.Columns[i].Samples; len(samples) > 0 {
			column.Sample = samples[0]
		}
		v.Columns = append(v.Columns, column)
	}
	v.DateOrder, v.Decimal = habitsOf(t, o)
	for _, note := range t.Notes {
		v.Notes = append(v.Notes, ImportNoteView{Text: note})
	}
}

// habitsOf says how dates and numbers are read. A date that begins with its year
// can only be read one way, so another column's order is the one worth showing.
func habitsOf(t *exchange.Table, o exchange.Options) (order, decimal string) {
	for _, c := range t.Columns {
		if c.Type == exchange.ColumnDate && (order == "" || order == string(exchange.OrderYMD)) {
			order = string(c.DateOrder)
		}
		if c.Type == exchange.ColumnNumber && (decimal == "" || c.Decimal == ",") {
			decimal = c.Decimal
		}
	}
	if o.DateOrder != "" && order != "" {
		order = string(o.DateOrder)
	}
	if o.Decimal != "" && decimal != "" {
		decimal = o.Decimal
	}
	return order, decimal
}

func (v *ImportView) count(result exchange.Result) {
	v.New, v.Changed, v.Same, v.Refused = result.New, result.Changed, result.Same, result.Refused
	v.Notes, v.MoreNotes = noteViews(result.Notes)
}

func noteViews(notes []exchange.RowResult) (views []ImportNoteView, more int) {
	views = []ImportNoteView{}
	for _, n := range notes[:min(len(notes), maxNotes)] {
		views = append(views, ImportNoteView{Row: n.Row, File: n.File, Text: n.Reason})
	}
	return views, len(notes) - len(views)
}

func importRowView(plan *exchange.Plan, place int) ImportRowView {
	row, cells := plan.Row(place)
	view := ImportRowView{
		Place: place, Row: row.Row, Status: string(row.Status), Name: row.Name, Reason: row.Reason,
		Cells: []ImportCellView{}, Changes: len(row.Changes),
	}
	for _, c := range cells {
		view.Cells = append(view.Cells, ImportCellView(c))
	}
	if q := row.Question; q != nil {
		view.Ask = ImportAskView{Kind: q.Kind, Was: q.Was, Becomes: q.Becomes, Answer: string(q.Answer), Answered: q.Answered}
	}
	return view
}
