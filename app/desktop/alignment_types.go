package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// CustomerTypes are named bundles of indicator values, and suggestions of new ones.
type CustomerTypes struct{ app *App }

// NewCustomerTypes returns the bound customer types.
func NewCustomerTypes(app *App) *CustomerTypes { return &CustomerTypes{app: app} }

// CustomerTypesView lists the customer types in the order in which their rules are
// tried. Untyped are the accounts of none; Open counts the accounts that follow the
// rules as no type is set on them, ByRules those of them to which the rules give one.
type CustomerTypesView struct {
	Types    []CustomerTypeView `json:"types"`
	Untyped  TypeCountView      `json:"untyped"`
	Open     int                `json:"open"`
	ByRules  int                `json:"by_rules"`
	Signs    []SignView         `json:"signs"`
	Ops      []string           `json:"ops"`
	ReadOnly bool               `json:"read_only"`
}

// SignView is an indicator that a rule may hold, with the categories in use.
type SignView struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Kind  string   `json:"kind"`
	Words []string `json:"words"`
}

// CustomerTypeView is a named bundle of indicator values with its size and how its
// terms ended.
type CustomerTypeView struct {
	ID          string        `json:"id"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Color       string        `json:"color"`
	Rules       []RuleView    `json:"rules"`
	Count       TypeCountView `json:"count"`
}

// TypeCountView is how large a type is. Accounts are not cancelled; Decided are
// terms with a known result. The rate and its interval lie between 0 and 1, null
// where nothing is decided yet.
type TypeCountView struct {
	Accounts  int      `json:"accounts"`
	Cancelled int      `json:"cancelled"`
	Decided   int      `json:"decided"`
	Renewed   int      `json:"renewed"`
	Rate      *float64 `json:"rate"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
}

// RuleView is one condition of a type: an indicator by its id, with its name.
type RuleView struct {
	Indicator string `json:"indicator"`
	Name      string `json:"name"`
	Op        string `json:"op"`
	Value     string `json:"value"`
}

// CustomerTypeInput is a type as it is typed; without an ID it is made, as the last.
type CustomerTypeInput struct {
	ID          string     `json:"id"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	Color       string     `json:"color"`
	Rules       []RuleView `json:"rules"`
}

// RuleCountView is for how many accounts rules hold.
type RuleCountView struct {
	Accounts  int `json:"accounts"`
	Cancelled int `json:"cancelled"`
	Known     int `json:"known"` // accounts of which all the rules' indicators are known
}

// SuggestionsView are the suggested types, highest lift first.
type SuggestionsView struct {
	Outcome     string           `json:"outcome"`
	Accounts    int              `json:"accounts"`
	Tried       int              `json:"tried"`
	TooFew      bool             `json:"too_few"`
	Suggestions []SuggestionView `json:"suggestions"`
}

// SuggestionView is a bundle of indicator values that goes with the positive
// outcome. Shares lie between 0 and 1.
type SuggestionView struct {
	Rules    []RuleView `json:"rules"`
	N        int        `json:"n"`
	Support  float64    `json:"support"`
	Positive int        `json:"positive"`
	Rate     float64    `json:"rate"`
	Low      float64    `json:"low"`
	High     float64    `json:"high"`
	BaseRate float64    `json:"base_rate"`
	Lift     float64    `json:"lift"`
	Q        float64    `json:"q"`
}

// List returns the customer types with their sizes.
func (c *CustomerTypes) List() (_ CustomerTypesView, err error) {
	defer c.app.catch("customer_types.list", &err)
	view := CustomerTypesView{Types: []CustomerTypeView{}, Signs: []SignView{}, Ops: success.RuleOps()}
	err = c.app.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		s := &book.Settings
		figures := map[success.ID]*success.TypeFigure{}
		for i, f := range made.typeFigures(book, today) {
			figures[f.Type] = &made.types[i]
		}
		for _, t := range success.LiveTypes(s) {
			view.Types = append(view.Types, CustomerTypeView{
				ID: string(t.ID), Name: t.Name, Description: t.Description, Color: t.Color,
				Rules: ruleViews(s, t.Rules), Count: typeCount(figures[t.ID]),
			})
		}
		view.Untyped = typeCount(figures[""])
		for _, i := range orderedIndicators(s) {
			view.Signs = append(view.Signs, SignView{ID: string(i.ID), Name: i.Name, Kind: i.IndicatorKind, Words: wordsInUse(book, i)})
		}
		open := made.openTypes(book, today)
		view.Open = open.open
		for _, list := range open.byRules {
			view.ByRules += len(list)
		}
		return nil
	})
	if err != nil {
		return CustomerTypesView{}, err
	}
	view.ReadOnly, err = c.app.readOnly()
	return view, err
}

func typeCount(f *success.TypeFigure) TypeCountView {
	if f == nil {
		return TypeCountView{}
	}
	view := TypeCountView{Accounts: f.Accounts, Cancelled: f.Cancelled, Decided: f.Decided, Renewed: f.Renewed, Rate: f.RenewalRate}
	if f.Wilson != nil {
		view.Low, view.High = &f.Wilson[0], &f.Wilson[1]
	}
	return view
}

func ruleViews(s *success.Settings, rules []success.TypeRule) []RuleView {
	views := []RuleView{}
	for _, r := range rules {
		views = append(views, RuleView{
			Indicator: string(r.IndicatorID), Op: r.Op, Value: plainValue(r.Value),
			Name: titleIn(s.Indicators, r.IndicatorID, func(i *success.Indicator) string { return i.Name }),
		})
	}
	return views
}

// openAccounts are those on which no type is set: they follow the rules.
type openAccounts struct {
	open    int
	byRules map[success.ID][]success.ID // type → accounts
}

func (m *reckoned) openTypes(book *success.Book, today success.Date) *openAccounts {
	if m.open != nil {
		return m.open
	}
	m.open = &openAccounts{byRules: map[success.ID][]success.ID{}}
	live := map[success.ID]bool{}
	for _, t := range success.LiveTypes(&book.Settings) {
		live[t.ID] = true
	}
	for _, f := range book.Files {
		if live[f.Account.CustomerTypeID] {
			continue
		}
		m.open.open++
		if id, ok := success.TypeByRules(f, &book.Settings, today); ok {
			m.open.byRules[id] = append(m.open.byRules[id], f.Account.ID)
		}
	}
	return m.open
}

// typeRules reads rules as they are typed.
func typeRules(s *success.Settings, rules []RuleView) ([]success.TypeRule, error) {
	out := []success.TypeRule{}
	for n, r := range rules {
		field := fmt.Sprintf("rules.%d", n)
		i := slices.IndexFunc(s.Indicators, func(i success.Indicator) bool { return i.ID == success.ID(r.Indicator) })
		if i < 0 {
			return nil, success.Invalid(field, "Choose an indicator.")
		}
		kind := s.Indicators[i].IndicatorKind
		if !slices.Contains(success.RuleOps(), r.Op) {
			return nil, success.Invalid(field, "A rule holds a value as one of: %s.", strings.Join(success.RuleOps(), ", "))
		}
		if kind != "number" && r.Op != success.RuleIs && r.Op != success.RuleIsNot {
			return nil, success.Invalid(field, "Only numbers can be above or below. Use “is” or “is not”.")
		}
		raw, err := rawValue(field, kind, r.Value)
		if err != nil {
			return nil, err
		}
		if raw == nil {
			return nil, success.Invalid(field, "Say which value.")
		}
		out = append(out, success.TypeRule{IndicatorID: success.ID(r.Indicator), Op: r.Op, Value: raw})
	}
	return out, nil
}

// Count says for how many accounts rules hold, before they are kept. Rules
// that are not complete yet hold for none.
func (c *CustomerTypes) Count(rules []RuleView) (_ RuleCountView, err error) {
	defer c.app.catch("customer_types.count", &err)
	var view RuleCountView
	err = c.app.align.use(func(book *success.Book, today success.Date, _ *reckoned) error {
		typed, err := typeRules(&book.Settings, rules)
		if err != nil {
			return nil //nolint:nilerr // half a rule is no mistake yet
		}
		for _, f := range book.Files {
			if f.Account.StartDate > today {
				continue
			}
			if knowsAll(f, typed) {
				view.Known++
			}
			if !success.RulesHold(f, typed, today) {
				continue
			}
			if f.Account.CancelledOn != 0 && f.Account.CancelledOn <= today {
				view.Cancelled++
			} else {
				view.Accounts++
			}
		}
		return nil
	})
	return view, err
}

func knowsAll(f *success.File, rules []success.TypeRule) bool {
	for _, r := range rules {
		if !slices.ContainsFunc(f.IndicatorValues, func(v success.IndicatorValue) bool {
			return v.IndicatorID == r.IndicatorID && plainValue(v.Value) != ""
		}) {
			return false
		}
	}
	return len(rules) > 0
}

// Write makes or changes a customer type. The error's field is "name", or
// "rules." and the place of the rule that is wrong.
func (c *CustomerTypes) Write(in CustomerTypeInput) (_ WrittenView, err error) {
	defer c.app.catch("customer_types.write", &err)
	settings, err := c.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	name := strings.TrimSpace(in.Name)
	if name == "" {
		return WrittenView{}, success.Invalid("name", "Give the type a name: what drives these clients?")
	}
	for _, t := range success.LiveTypes(settings) {
		if t.ID != success.ID(in.ID) && strings.EqualFold(t.Name, name) {
			return WrittenView{}, success.Invalid("name", "There is a customer type of this name already.")
		}
	}
	rules, err := typeRules(settings, in.Rules)
	if err != nil {
		return WrittenView{}, err
	}
	raw, err := json.Marshal(rules)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write the rules: %w", err)
	}
	fields := success.Fields{
		"name": jsonText(name), "description": textOrNone(in.Description), "color": textOrNone(in.Color), "rules": raw,
	}
	label := "Change customer type" + named(name)
	if in.ID == "" {
		label = "Add customer type" + named(name)
		if at := endOfPlaces(typePlaces(settings)); !at.IsZero() {
			fields["position"] = []byte(at.String())
		}
	}
	return c.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("customer_type", success.ID(in.ID), fields)
		return written.ID, err
	})
}

func textOrNone(text string) json.RawMessage {
	if text = strings.TrimSpace(text); text == "" {
		return json.RawMessage("null")
	}
	return jsonText(text)
}

func typePlaces(s *success.Settings) []placed {
	return placesOf(success.LiveTypes(s), func(t *success.CustomerType) placed { return placed{t.ID, t.Position} })
}

// Move puts a customer type before another one, or at the end: the first whose
// rules hold is an account's.
func (c *CustomerTypes) Move(id, before string) (_ WrittenView, err error) {
	defer c.app.catch("customer_types.move", &err)
	settings, err := c.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	name := alignmentName(settings, "customer_type", success.ID(id))
	if name == "" {
		return WrittenView{}, success.NotFound("This customer type is not there any more.")
	}
	places := moveTo(typePlaces(settings), success.ID(id), success.ID(before))
	return c.app.write("Move customer type"+named(name), func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), putPlaces(tx, "customer_type", places)
	})
}

// Delete puts a customer type in the bin; accounts that were of it are of none,
// or of what the other rules say.
func (c *CustomerTypes) Delete(id string) (_ WrittenView, err error) {
	defer c.app.catch("customer_types.delete", &err)
	settings, err := c.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	name := alignmentName(settings, "customer_type", success.ID(id))
	return c.app.write("Delete customer type"+named(name), func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("customer_type", success.ID(id))
	})
}

// Apply sets on each account that has none the type that the rules say, as one
// action. A type that somebody set is left alone.
func (c *CustomerTypes) Apply() (_ WrittenView, err error) {
	defer c.app.catch("customer_types.apply", &err)
	var types map[success.ID][]success.ID
	count := 0
	err = c.app.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		types = made.openTypes(book, today).byRules
		for _, list := range types {
			count += len(list)
		}
		return nil
	})
	if err != nil {
		return WrittenView{}, err
	}
	if count == 0 {
		return WrittenView{}, success.Invalid("", "The rules say nothing of the accounts that have no type. Nothing was changed.")
	}
	return c.app.write(fmt.Sprintf("Set the customer type of %d accounts", count), func(tx *workspace.Tx) (success.ID, error) {
		for id, list := range types {
			for _, account := range list {
				if _, err := tx.Put("account", account, success.Fields{"customer_type_id": jsonText(string(id))}); err != nil {
					return "", err
				}
			}
		}
		return "", nil
	})
}

// Suggest looks for bundles of values that go with the positive outcome. With many
// accounts it is a job that can be stopped while it waits to begin.
func (c *CustomerTypes) Suggest(outcome string) (_ SuggestionsView, err error) {
	defer c.app.catch("customer_types.suggest", &err)
	var copied success.Book
	var today success.Date
	err = c.app.align.use(func(book *success.Book, on success.Date, _ *reckoned) error {
		// Files are replaced and never changed, so a copy of the list may be read on.
		copied, today = success.Book{Settings: book.Settings, Files: slices.Clone(book.Files)}, on
		return nil
	})
	if err != nil {
		return SuggestionsView{}, err
	}
	var found success.TypeSuggestions
	look := func(context.Context, progressFunc) (err error) {
		found, err = success.SuggestTypes(&copied, today, outcome)
		return err
	}
	if len(copied.Files) < aJobFrom {
		err = look(c.app.ctx(), nil)
	} else {
		err = c.app.run(jobReckon, "", look)
	}
	if err != nil {
		return SuggestionsView{}, err
	}
	view := SuggestionsView{Outcome: found.Outcome, Accounts: found.Accounts, Tried: found.Tried, TooFew: found.TooFew, Suggestions: []SuggestionView{}}
	for _, s := range found.Suggestions {
		view.Suggestions = append(view.Suggestions, SuggestionView{
			Rules: ruleViews(&copied.Settings, s.Rules), N: s.N, Support: s.Support, Positive: s.Positive, Rate: s.Rate,
			Low: s.Wilson[0], High: s.Wilson[1], BaseRate: s.BaseRate, Lift: s.Lift, Q: s.Q,
		})
	}
	return view, nil
}
