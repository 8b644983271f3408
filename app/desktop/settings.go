package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Settings is what belongs to the workspace as a whole and to the person in it.
type Settings struct{ app *App }

// NewSettings returns the bound settings.
func NewSettings(app *App) *Settings { return &Settings{app: app} }

// SettingsView is everything that the sections on the person and the workspace
// show. Cheque is a plain decimal in the workspace's currency; Missing names the
// currencies in use whose amounts no rate brings into the workspace's.
type SettingsView struct {
	Person       MemberView `json:"person"`
	Name         string     `json:"name"`
	Currency     string     `json:"currency"`
	HalfLifeDays int64      `json:"half_life_days"`
	Cheque       string     `json:"cheque"`
	ChequeIn     string     `json:"cheque_in"` // the currency it is in
	Dimensions   []string   `json:"dimensions"`
	Gates        []int64    `json:"gates"` // days before the decision date, most first
	Company      string     `json:"company"`
	Accent       string     `json:"accent"` // "#1b7446", or "" for our own
	Font         string     `json:"font"`
	Serif        string     `json:"serif"` // the font of the client's words
	Rates        []RateView `json:"rates"`
	Currencies   []string   `json:"currencies"` // in use by accounts
	Missing      []string   `json:"missing"`
	CSMFigures   bool       `json:"csm_figures"` // figures about the people who look after accounts
	ReadOnly     bool       `json:"read_only"`
}

// MemberView is whoever is named in the history.
type MemberView struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

// RateView is what one unit of a currency costs in another from a day on.
type RateView struct {
	ID   string `json:"id"`
	On   string `json:"on"`
	From string `json:"from"`
	To   string `json:"to"`
	Rate string `json:"rate"` // a plain decimal
}

// Page returns the settings of the open workspace.
func (s *Settings) Page() (_ SettingsView, err error) {
	defer s.app.catch("settings.page", &err)
	ws, err := s.app.workspace()
	if err != nil {
		return SettingsView{}, err
	}
	settings, err := ws.Settings(s.app.ctx())
	if err != nil {
		return SettingsView{}, fmt.Errorf("read settings: %w", err)
	}
	info, err := ws.Describe(s.app.ctx())
	if err != nil {
		return SettingsView{}, fmt.Errorf("describe workspace: %w", err)
	}
	person, err := ws.Person(s.app.ctx())
	if err != nil {
		return SettingsView{}, fmt.Errorf("read the person: %w", err)
	}
	w := &settings.Workspace
	view := SettingsView{
		Person: MemberView{Name: person.Name, Email: person.Email}, Name: w.Name, Currency: w.Currency,
		HalfLifeDays: int64(settings.HalfLife()), Cheque: usualCheque, ChequeIn: w.Currency, Dimensions: dimensionsOf(w), Gates: gatesOf(w),
		Company: w.Brand.Company, Accent: w.Brand.Accent, Font: w.Brand.Font, Serif: w.Brand.Serif, Rates: rateViews(settings.Rates),
		Currencies: []string{}, Missing: []string{}, CSMFigures: w.CSMFigures, ReadOnly: info.ReadOnly != "",
	}
	if !w.Cheque.IsZero() {
		view.Cheque, view.ChequeIn = decimal.NewFromFloat(w.Cheque.Major()).String(), w.Cheque.Currency
	}
	if view.Currencies, err = accountCurrencies(s.app); err != nil {
		return SettingsView{}, err
	}
	for _, c := range view.Currencies {
		if !settings.Converts(c, w.Currency) {
			view.Missing = append(view.Missing, c)
		}
	}
	return view, nil
}

// accountCurrencies returns the currencies that accounts are in, in order.
func accountCurrencies(app *App) ([]string, error) {
	now, err := app.rows.now()
	if err != nil {
		return nil, fmt.Errorf("read the currencies in use: %w", err)
	}
	seen := map[string]bool{}
	list := []string{}
	for i := range now.summaries {
		if c := now.summaries[i].Currency; c != "" && !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	slices.Sort(list)
	return list, nil
}

func dimensionsOf(w *success.Workspace) []string {
	out := []string{}
	for _, d := range w.Dimensions {
		out = append(out, dimensionKey(d))
	}
	if len(out) == 0 {
		out = append(out, defaultDimensions...)
	}
	return out
}

func gatesOf(w *success.Workspace) []int64 {
	list := w.Gates
	if len(list) == 0 {
		list = usualGates
	}
	out := []int64{}
	for _, days := range list {
		out = append(out, int64(days))
	}
	slices.SortFunc(out, func(a, b int64) int { return cmp.Compare(b, a) })
	return slices.Compact(out)
}

// settingsLabels name each change in the history.
var settingsLabels = map[string]string{
	"name": "Rename the workspace", "currency": "Change the workspace's currency", "half_life_days": "Change the half-life of news",
	"cheque": "Change the rival's cheque", "company": "Change our name in documents", "accent": "Change the colour of documents",
	"font": "Change the font of documents", "serif": "Change the font of what clients said",
}

// Set changes one value of the workspace, given as it is typed: name, currency,
// half_life_days, cheque, company, accent, font or serif. It returns CodeInvalid with the
// field for what cannot be, and refuses a currency that would falsify totals.
func (s *Settings) Set(field, text string) (_ WrittenView, err error) {
	defer s.app.catch("settings.set", &err)
	text = strings.TrimSpace(text)
	if _, known := settingsLabels[field]; !known {
		return WrittenView{}, success.Invalid(field, "The workspace has no %s.", field)
	}
	settings, err := s.settings()
	if err != nil {
		return WrittenView{}, err
	}
	fields, err := s.fieldsOf(settings, field, text)
	if err != nil {
		return WrittenView{}, err
	}
	return s.put(settingsLabels[field], fields)
}

func (s *Settings) settings() (*success.Settings, error) {
	ws, err := s.app.workspace()
	if err != nil {
		return nil, err
	}
	settings, err := ws.Settings(s.app.ctx())
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	return settings, nil
}

// put changes the workspace's own record.
func (s *Settings) put(label string, fields success.Fields) (WrittenView, error) {
	return s.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("workspace", "", fields)
		return written.ID, err
	})
}

func (s *Settings) fieldsOf(settings *success.Settings, field, text string) (success.Fields, error) {
	switch field {
	case "company", "accent", "font", "serif":
		return brandField(settings.Workspace.Brand, field, text)
	case "currency":
		return s.newCurrency(settings, strings.ToUpper(text))
	case "name":
		if text == "" {
			return nil, success.Invalid(field, "Give the workspace a name.")
		}
	}
	return typedFields("workspace", map[string]string{field: text}, settings.Workspace.Currency)
}

// newCurrency is another currency for the workspace. A cheque that nobody has set
// is one in the old currency and stays that where there is a rate.
func (s *Settings) newCurrency(settings *success.Settings, to string) (success.Fields, error) {
	if err := s.checkCurrency(settings, to); err != nil {
		return nil, err
	}
	fields := success.Fields{"currency": jsonText(to)}
	if from := settings.Workspace.Currency; settings.Workspace.Cheque.IsZero() && settings.Converts(from, to) && from != to {
		raw, err := json.Marshal(map[string]string{"amount": usualCheque, "currency": from})
		if err != nil {
			return nil, fmt.Errorf("write the cheque: %w", err)
		}
		fields["cheque"] = raw
	}
	return fields, nil
}

// usualCheque is the rival's cheque where a workspace has set none.
const usualCheque = "5000"

// checkCurrency refuses a currency into which something that is counted cannot be
// brought: its amounts would be left out of every total without a word.
func (s *Settings) checkCurrency(settings *success.Settings, to string) error {
	if !success.IsCurrency(to) {
		return success.Invalid("currency", "%q is no currency code; write three capitals such as EUR.", to)
	}
	used, err := s.currenciesInUse(settings)
	if err != nil {
		return err
	}
	moved := *settings
	moved.Workspace.Currency = to
	var missing []string
	for _, c := range used {
		if !moved.Converts(c, to) {
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return success.Invalid("currency", "There is no rate from %s to %s, so these amounts would drop out of every total. Add the rate first; nothing was changed.",
		strings.Join(missing, ", "), to)
}

var currencyIn = regexp.MustCompile(`"currency":"([A-Z]{3})"`)

// currenciesInUse returns the currencies of all amounts there are, in order.
func (s *Settings) currenciesInUse(settings *success.Settings) ([]string, error) {
	ws, err := s.app.workspace()
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	if cheque := settings.Workspace.Cheque; !cheque.IsZero() {
		seen[cheque.Currency] = true
	}
	for _, spec := range success.Specs() {
		if spec.Kind == "workspace" || !hasMoney(spec) {
			continue
		}
		err := ws.List(s.app.ctx(), spec.Kind, workspace.Query{}, func(body json.RawMessage) error {
			for _, found := range currencyIn.FindAllSubmatch(body, -1) {
				seen[string(found[1])] = true
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the currencies in use: %w", err)
		}
	}
	list := make([]string, 0, len(seen))
	for c := range seen {
		list = append(list, c)
	}
	slices.Sort(list)
	return list, nil
}

func hasMoney(spec *success.Spec) bool {
	return slices.ContainsFunc(spec.Fields, func(f success.FieldSpec) bool {
		return f.Type == success.TypeMoney || f.Type == success.TypeAmount || f.Currency && f.Name == "currency"
	})
}
