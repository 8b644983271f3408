package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
)

// Account is what every screen of one account has above it.
type Account struct{ app *App }

// NewAccount returns the bound account.
func NewAccount(app *App) *Account { return &Account{app: app} }

// HeaderView is who an account is and where it stands. Amounts are in Currency,
// in major units; dates are YYYY-MM-DD or empty. DaysToRenewal counts to TermEnd
// and is negative once it has passed; both say nothing without a TermEnd.
// TermNumber counts the terms of its contract up to it.
type HeaderView struct {
	ID            string   `json:"id"`
	Name          string   `json:"name"`
	Type          string   `json:"type"`
	Currency      string   `json:"currency"`
	CSM           string   `json:"csm"`
	Today         string   `json:"today"`
	TermStart     string   `json:"term_start"`
	TermEnd       string   `json:"term_end"`
	TermNumber    int      `json:"term_number"`
	DaysToRenewal int      `json:"days_to_renewal"`
	ARR           float64  `json:"arr"`
	CancelledOn   string   `json:"cancelled_on"`
	ClientPhase   string   `json:"client_phase"`
	ProviderPhase string   `json:"provider_phase"`
	PhaseMismatch []string `json:"phase_mismatch"`
	// Where the CSM overruled a phase, the one above is that one; these are what the
	// records say and why it was overruled. Empty where nobody did.
	ClientDerived   string       `json:"client_derived"`
	ClientReason    string       `json:"client_reason"`
	ProviderDerived string       `json:"provider_derived"`
	ProviderReason  string       `json:"provider_reason"`
	People          []PersonView `json:"people"`
	Axes            AxesView     `json:"axes"`
	BenefitsOnFile  int          `json:"benefits_on_file"`
}

// PersonView is a person at the client. Left says that they have gone.
type PersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
	Email string `json:"email"`
	Left  bool   `json:"left"`
}

// Header returns who an account is and where it stands. It returns CodeNotFound
// for an account that is not there or is in the bin.
func (a *Account) Header(id string) (_ HeaderView, err error) {
	defer a.app.catch("account.header", &err)
	file, settings, today, err := a.app.account(id)
	if err != nil {
		return HeaderView{}, err
	}
	return headerView(file, settings, today), nil
}

// account reads one account's live file with what its figures need besides.
func (a *App) account(id string) (*success.File, *success.Settings, success.Date, error) {
	ws, err := a.workspace()
	if err != nil {
		return nil, nil, 0, err
	}
	file, err := ws.File(a.ctx(), success.ID(id))
	if err != nil {
		return nil, nil, 0, err
	}
	settings, err := ws.Settings(a.ctx())
	if err != nil {
		return nil, nil, 0, err
	}
	return file.Live(), settings, ws.Today(), nil
}

func headerView(f *success.File, s *success.Settings, today success.Date) HeaderView {
	roads := success.Roads(f, s, today)
	view := HeaderView{
		ID: string(f.Account.ID), Name: f.Account.Name, Type: typeName(f, s),
		Currency: success.CurrencyOf(&f.Account, s), CSM: f.Account.CSM, Today: today.String(),
		ARR: success.ARR(f, s, today), CancelledOn: f.Account.CancelledOn.String(),
		ClientPhase: roads.ClientOverruled.Held(roads.Client), ProviderPhase: roads.ProviderOverruled.Held(roads.Provider),
		PhaseMismatch: append([]string{}, roads.Mismatches...),
		People:        peopleViews(f, today), Axes: axesView(f, s, today), BenefitsOnFile: len(f.Benefits),
	}
	if set := roads.ClientOverruled; set != nil {
		view.ClientDerived, view.ClientReason = roads.Client, set.Reason
	}
	if set := roads.ProviderOverruled; set != nil {
		view.ProviderDerived, view.ProviderReason = roads.Provider, set.Reason
	}
	if t, ok := success.RenewalTerm(f, today); ok {
		view.TermStart, view.TermEnd = t.Start.String(), t.End.String()
		view.DaysToRenewal = t.End.Sub(today)
		for i := range f.Terms {
			if f.Terms[i].Contract == t.Contract && f.Terms[i].Start <= t.Start {
				view.TermNumber++
			}
		}
	}
	return view
}

func typeName(f *success.File, s *success.Settings) string {
	for i := range s.CustomerTypes {
		if s.CustomerTypes[i].ID == f.Account.CustomerTypeID {
			return s.CustomerTypes[i].Name
		}
	}
	return ""
}

func peopleViews(f *success.File, today success.Date) []PersonView {
	views := []PersonView{}
	for i := range f.Stakeholders {
		p := &f.Stakeholders[i]
		views = append(views, PersonView{
			ID: string(p.ID), Name: p.Name, Title: p.Title, Email: p.Email,
			Left: p.LeftOn != 0 && p.LeftOn <= today,
		})
	}
	return views
}
