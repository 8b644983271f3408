package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ValuesQuery asks for a page of the sheet of values. All words of Filter must
// stand in an account's name or CSM. Missing keeps only accounts of which one of
// the indicators is not known.
type ValuesQuery struct {
	Indicators []string `json:"indicators"`
	Filter     string   `json:"filter"`
	Missing    bool     `json:"missing"`
	Offset     int      `json:"offset"`
	Limit      int      `json:"limit"`
}

// ValuesView is a page of accounts with what each shows, one cell an indicator in
// the order asked for; an empty cell is not known.
type ValuesView struct {
	Total   int               `json:"total"`
	Offset  int               `json:"offset"`
	Columns []ValueColumnView `json:"columns"`
	Rows    []ValueRowView    `json:"rows"`
}

// ValueColumnView is an indicator of the sheet; Words are the categories in use.
type ValueColumnView struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Kind  string   `json:"kind"`
	Words []string `json:"words"`
}

// ValueRowView is an account of the sheet.
type ValueRowView struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Cells []string `json:"cells"`
}

// ValueInput is what an account shows for an indicator from today on: yes, no, a
// plain decimal or a word; empty says that it is not known any more.
type ValueInput struct {
	Account   string `json:"account"`
	Indicator string `json:"indicator"`
	Value     string `json:"value"`
}

// mostWords is how many categories are offered while one types.
const mostWords = 200

// Values returns a page of the sheet.
func (a *Alignment) Values(q ValuesQuery) (_ ValuesView, err error) {
	defer a.app.catch("alignment.values", &err)
	view := ValuesView{Offset: max(q.Offset, 0), Columns: []ValueColumnView{}, Rows: []ValueRowView{}}
	limit := q.Limit
	if limit <= 0 || limit > pageLimit {
		limit = pageLimit
	}
	err = a.app.align.use(func(book *success.Book, _ success.Date, made *reckoned) error {
		at := map[success.ID]int{}
		for _, id := range q.Indicators {
			i := slices.IndexFunc(book.Settings.Indicators, func(i success.Indicator) bool { return i.ID == success.ID(id) })
			if i < 0 {
				continue // deleted meanwhile
			}
			one := &book.Settings.Indicators[i]
			at[one.ID] = len(view.Columns)
			view.Columns = append(view.Columns, ValueColumnView{ID: id, Name: one.Name, Kind: one.IndicatorKind, Words: wordsInUse(book, one)})
		}
		words := strings.Fields(folded(q.Filter))
		for _, row := range made.names(book) {
			if !hasAll(row.words, words) {
				continue
			}
			cells := cellsOf(row.file, at)
			if q.Missing && !slices.Contains(cells, "") {
				continue
			}
			if view.Total >= view.Offset && len(view.Rows) < limit {
				view.Rows = append(view.Rows, ValueRowView{ID: string(row.file.Account.ID), Name: row.file.Account.Name, Cells: cells})
			}
			view.Total++
		}
		return nil
	})
	return view, err
}

func cellsOf(f *success.File, at map[success.ID]int) []string {
	cells := make([]string, len(at))
	for i := range f.IndicatorValues {
		if place, asked := at[f.IndicatorValues[i].IndicatorID]; asked {
			cells[place] = plainValue(f.IndicatorValues[i].Value)
		}
	}
	return cells
}

// wordsInUse lists the categories of an indicator.
func wordsInUse(book *success.Book, i *success.Indicator) []string {
	words := []string{}
	if i.IndicatorKind != "category" {
		return words
	}
	seen := map[string]bool{}
	for _, f := range book.Files {
		for v := range f.IndicatorValues {
			if f.IndicatorValues[v].IndicatorID != i.ID {
				continue
			}
			if word := plainValue(f.IndicatorValues[v].Value); word != "" && !seen[word] && len(words) < mostWords {
				seen[word] = true
				words = append(words, word)
			}
		}
	}
	slices.Sort(words)
	return words
}

// namedFile is an account with the texts by which it is found and put in order.
type namedFile struct {
	file  *success.File
	name  string
	words string
}

// names lists the accounts in order of name, worked out once a change.
func (m *reckoned) names(book *success.Book) []namedFile {
	if m.named != nil {
		return m.named
	}
	m.named = make([]namedFile, 0, len(book.Files))
	for _, f := range book.Files {
		m.named = append(m.named, namedFile{file: f, name: folded(f.Account.Name), words: folded(f.Account.Name + "\n" + f.Account.CSM)})
	}
	slices.SortFunc(m.named, func(a, b namedFile) int {
		return cmp.Or(strings.Compare(a.name, b.name), cmp.Compare(a.file.Account.ID, b.file.Account.ID))
	})
	return m.named
}

// SaveValues writes what accounts show as one action. The error's field is the
// account's and the indicator's id with a dot between, for the first cell that is
// wrong; nothing is written then.
func (a *Alignment) SaveValues(values []ValueInput) (_ WrittenView, err error) {
	defer a.app.catch("alignment.save_values", &err)
	if len(values) == 0 {
		return WrittenView{}, success.Invalid("values", "Nothing is filled in yet.")
	}
	var changes []valueChange
	err = a.app.align.use(func(book *success.Book, today success.Date, _ *reckoned) error {
		for _, v := range values {
			change, err := changeOf(book, a.app.align.at, v, today)
			if err != nil {
				return err
			}
			changes = append(changes, change)
		}
		return nil
	})
	if err != nil {
		return WrittenView{}, err
	}
	label := fmt.Sprintf("Say what %d values of indicators are", len(changes))
	if len(changes) == 1 {
		label = "Say what a value of an indicator is"
	}
	return a.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		for _, c := range changes {
			if err := c.put(tx); err != nil {
				return "", err
			}
		}
		return success.ID(values[0].Account), nil
	})
}

// valueChange is one value to write: a new one, or that of today put right.
type valueChange struct {
	today  success.ID // the value that was written today already
	record success.IndicatorValue
}

func (c valueChange) put(tx *workspace.Tx) error {
	if c.today == "" {
		_, err := tx.Create(&c.record)
		return err
	}
	value := c.record.Value
	if value == nil {
		value = json.RawMessage("null")
	}
	_, err := tx.Put("indicator_value", c.today, success.Fields{"value": value})
	return err
}

func changeOf(book *success.Book, at map[success.ID]int, in ValueInput, today success.Date) (valueChange, error) {
	field := in.Account + "." + in.Indicator
	place, known := at[success.ID(in.Account)]
	i := slices.IndexFunc(book.Settings.Indicators, func(i success.Indicator) bool { return i.ID == success.ID(in.Indicator) })
	if !known || i < 0 {
		return valueChange{}, success.NotFound("One of these accounts or indicators is not there any more. Nothing was written.")
	}
	raw, err := rawValue(field, book.Settings.Indicators[i].IndicatorKind, in.Value)
	if err != nil {
		return valueChange{}, err
	}
	c := valueChange{record: success.IndicatorValue{
		IndicatorID: success.ID(in.Indicator), AccountID: success.ID(in.Account), Value: raw, On: today,
	}}
	f := book.Files[place]
	for v := range f.IndicatorValues {
		if have := &f.IndicatorValues[v]; have.IndicatorID == c.record.IndicatorID && have.On == today {
			c.today = have.ID
		}
	}
	return c, nil
}

// rawValue reads a typed value as its indicator wants it; nil where it is empty.
func rawValue(field, kind, text string) (json.RawMessage, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, nil
	}
	switch kind {
	case "yes/no":
		switch strings.ToLower(text) {
		case "yes", "true":
			return json.RawMessage("true"), nil
		case "no", "false":
			return json.RawMessage("false"), nil
		}
		return nil, success.Invalid(field, "“%.30s” is neither yes nor no.", text)
	case "number":
		value, err := readNumber(field, text)
		if err != nil {
			return nil, err
		}
		return json.RawMessage(strconv.FormatFloat(value, 'f', -1, 64)), nil
	}
	return jsonText(text), nil
}

// AttributeView is a column that an import brought and that has no field, with
// how many accounts have it and a few of its values.
type AttributeView struct {
	Name    string   `json:"name"`
	Filled  int      `json:"filled"`
	Samples []string `json:"samples"`
}

// Attributes lists the columns without a field, those most accounts have first.
func (a *Alignment) Attributes() (_ []AttributeView, err error) {
	defer a.app.catch("alignment.attributes", &err)
	views := []AttributeView{}
	err = a.app.align.use(func(book *success.Book, _ success.Date, _ *reckoned) error {
		found := map[string]*AttributeView{}
		for _, f := range book.Files {
			for name, raw := range f.Account.Attributes {
				text := plainValue(raw)
				if text == "" {
					continue
				}
				one := found[name]
				if one == nil {
					one = &AttributeView{Name: name, Samples: []string{}}
					found[name] = one
				}
				one.Filled++
				if len(one.Samples) < 3 && !slices.Contains(one.Samples, text) {
					one.Samples = append(one.Samples, text)
				}
			}
		}
		for _, one := range found {
			views = append(views, *one)
		}
		return nil
	})
	slices.SortFunc(views, func(x, y AttributeView) int {
		return cmp.Or(cmp.Compare(y.Filled, x.Filled), strings.Compare(x.Name, y.Name))
	})
	return views, err
}

// AttributeTable returns an attribute of all accounts as a table with the columns
// account_id and value, for an import to read as an indicator's values.
func (a *Alignment) AttributeTable(name string) (_ string, err error) {
	defer a.app.catch("alignment.attribute_table", &err)
	var b strings.Builder
	b.WriteString("account_id,value\n")
	err = a.app.align.use(func(book *success.Book, _ success.Date, made *reckoned) error {
		for _, row := range made.names(book) {
			if text := plainValue(row.file.Account.Attributes[name]); text != "" {
				fmt.Fprintf(&b, "%s,\"%s\"\n", row.file.Account.ID, strings.ReplaceAll(text, `"`, `""`))
			}
		}
		return nil
	})
	return b.String(), err
}
