package desktop

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// People are an account's stakeholders: who they are, how they stand, who reports
// to whom, and what hangs on them.
type People struct{ app *App }

// NewPeople returns the bound people.
func NewPeople(app *App) *People { return &People{app: app} }

// PeopleView is everybody at an account; those who are there first, by influence and
// name. Days are YYYY-MM-DD or empty.
type PeopleView struct {
	Account string            `json:"account"`
	Name    string            `json:"name"`
	Today   string            `json:"today"`
	People  []StakeholderView `json:"people"`
}

// StakeholderView is one person. Stance (-2..2) and Influence (1..3) are null where
// nobody said. LastTouch is the newest conversation with them. Depends lists what
// hangs on them.
type StakeholderView struct {
	ID                   string       `json:"id"`
	Name                 string       `json:"name"`
	Title                string       `json:"title"`
	Team                 string       `json:"team"`
	Email                string       `json:"email"`
	Phone                string       `json:"phone"`
	Role                 string       `json:"role"`
	Stance               *int64       `json:"stance"`
	Influence            *int64       `json:"influence"`
	CaresAbout           string       `json:"cares_about"`
	ReportsTo            string       `json:"reports_to_id"`
	LeftOn               string       `json:"left_on"`
	Left                 bool         `json:"left"`
	QuotePermission      string       `json:"quote_permission"`
	QuotePermissionUntil string       `json:"quote_permission_until"`
	Internal             bool         `json:"internal"`
	ForgottenOn          string       `json:"forgotten_on"`
	LastTouch            string       `json:"last_touch"`
	Touches              int          `json:"touches"`
	Depends              []DependView `json:"depends"`
}

// DependView is one record that hangs on a person. What is how: said, owns,
// confirmed, validated, agreed, does, manages.
type DependView struct {
	What  string `json:"what"`
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Page returns an account's people.
func (p *People) Page(account string) (_ PeopleView, err error) {
	defer p.app.catch("people.page", &err)
	file, _, today, err := p.app.account(account)
	if err != nil {
		return PeopleView{}, err
	}
	view := PeopleView{Account: string(file.Account.ID), Name: file.Account.Name, Today: today.String(), People: []StakeholderView{}}
	touched, touches := lastTouches(file, today)
	for i := range file.Stakeholders {
		s := &file.Stakeholders[i]
		view.People = append(view.People, StakeholderView{
			ID: string(s.ID), Name: s.Name, Title: s.Title, Team: s.Team, Email: s.Email, Phone: s.Phone, Role: s.Role,
			Stance: wholeOf(s.Stance), Influence: wholeOf(s.Influence), CaresAbout: s.CaresAbout, ReportsTo: string(s.ReportsToID),
			LeftOn: s.LeftOn.String(), Left: s.LeftOn != 0 && s.LeftOn <= today, QuotePermission: s.QuotePermission,
			QuotePermissionUntil: s.QuotePermissionUntil.String(), Internal: s.Internal, ForgottenOn: s.ForgottenOn.String(),
			LastTouch: touched[s.ID].String(), Touches: touches[s.ID], Depends: dependsOn(file, s),
		})
	}
	slices.SortStableFunc(view.People, func(a, b StakeholderView) int {
		return cmp.Or(compareBool(a.Left, b.Left), cmp.Compare(orZero(b.Influence), orZero(a.Influence)), cmp.Compare(a.Name, b.Name))
	})
	return view, nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func orZero(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

func wholeOf(n *success.Count) *int64 {
	if n == nil {
		return nil
	}
	v := int64(*n)
	return &v
}

// lastTouches returns when each person was last in a conversation, and how often.
func lastTouches(f *success.File, today success.Date) (map[success.ID]success.Date, map[success.ID]int) {
	last, count := map[success.ID]success.Date{}, map[success.ID]int{}
	for i := range f.Touchpoints {
		t := &f.Touchpoints[i]
		if t.On > today {
			continue
		}
		for _, id := range t.StakeholderIDs {
			last[id] = max(last[id], t.On)
			count[id]++
		}
	}
	return last, count
}

// dependsOn lists what hangs on a person: by their id, or by their name where a
// record holds only that. What is over (a dropped outcome, a done milestone) hangs
// on nobody.
func dependsOn(f *success.File, s *success.Stakeholder) []DependView {
	d := depends{id: s.ID, name: s.Name, list: []DependView{}}
	for i := range f.Outcomes {
		if o := &f.Outcomes[i]; o.Status != "dropped" {
			d.add(o.QuotedStakeholderID == d.id, "said", "outcome", o.ID, o.Statement)
			d.add(o.ValidatedBy == d.id, "validated", "outcome", o.ID, o.Statement)
		}
	}
	for i := range f.Measures {
		m := &f.Measures[i]
		d.add(m.OwnerStakeholderID == d.id, "owns", "measure", m.ID, m.Name)
		d.add(d.named(m.UnitValueConfirmedBy), "confirmed", "measure", m.ID, m.Name)
	}
	for i := range f.BehaviorChanges {
		c := &f.BehaviorChanges[i]
		d.add(c.OwnerStakeholderID == d.id, "owns", "behavior_change", c.ID, cmp.Or(c.To, c.Process))
	}
	for i := range f.Milestones {
		m := &f.Milestones[i]
		d.add(m.DoneOn == 0 && d.named(m.Owner), "does", "milestone", m.ID, m.Title)
	}
	for i := range f.Signoffs {
		g := &f.Signoffs[i]
		title := titleIn(f.Plans, g.PlanID, func(p *success.SuccessPlan) string { return p.Title })
		d.add(g.StakeholderID == d.id, "agreed", "success_plan", g.PlanID, title)
	}
	for i := range f.Steps {
		step := &f.Steps[i]
		title := titleIn(f.Benefits, step.BenefitID, func(b *success.Benefit) string { return b.Title })
		d.add(d.named(step.ConfirmedBy), "confirmed", "benefit", step.BenefitID, title)
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		d.add(e.StakeholderID == d.id, "said", e.Subject.Kind, e.Subject.ID, cmp.Or(short(e.Body), e.Title))
	}
	for i := range f.Stakeholders {
		other := &f.Stakeholders[i]
		d.add(other.ReportsToID == d.id, "manages", "stakeholder", other.ID, other.Name)
	}
	return d.list
}

type depends struct {
	id   success.ID
	name string
	list []DependView
}

func (d *depends) named(text string) bool { return text != "" && text == d.name }

// add notes a record once for each way in which it hangs on the person.
func (d *depends) add(is bool, what string, kind success.Kind, id success.ID, title string) {
	one := DependView{What: what, Kind: string(kind), ID: string(id), Title: title}
	if is && !slices.Contains(d.list, one) {
		d.list = append(d.list, one)
	}
}

// Write makes or changes a person. It returns CodeInvalid with the field that is
// wrong, also where two people would report to each other.
func (p *People) Write(in RecordInput) (_ WrittenView, err error) {
	defer p.app.catch("people.write", &err)
	file, settings, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	fields, err := typedFields("stakeholder", in.Fields, success.CurrencyOf(&file.Account, settings))
	if err != nil {
		return WrittenView{}, err
	}
	if boss := success.ID(unquoted(fields["reports_to_id"])); boss != "" && reportsTo(file, boss, success.ID(in.ID)) {
		return WrittenView{}, success.Invalid("reports_to_id", "Then they would report to each other in a circle. Choose somebody above both.")
	}
	if on, err := success.ParseDate(unquoted(fields["left_on"])); err == nil && on > today.AddDays(366) {
		return WrittenView{}, success.Invalid("left_on", "This day is more than a year ahead.")
	}
	label := "Change person" + named(titleIn(file.Stakeholders, success.ID(in.ID), func(s *success.Stakeholder) string { return s.Name }))
	if in.ID == "" {
		fields["account_id"] = jsonText(string(file.Account.ID))
		label = "Add person" + named(in.Fields["name"])
	}
	return p.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("stakeholder", success.ID(in.ID), fields)
		return written.ID, err
	})
}

// reportsTo reports whether from reports to a person, directly or by others; a
// person always does to themselves.
func reportsTo(f *success.File, from, to success.ID) bool {
	for range len(f.Stakeholders) + 1 {
		if from == "" {
			return false
		}
		if from == to {
			return true
		}
		from = success.ID(titleIn(f.Stakeholders, from, func(s *success.Stakeholder) string { return string(s.ReportsToID) }))
	}
	return true // a circle that was there before
}

// Delete puts a person in the bin.
func (p *People) Delete(account, id string) (_ WrittenView, err error) {
	defer p.app.catch("people.delete", &err)
	file, _, _, err := p.app.account(account)
	if err != nil {
		return WrittenView{}, err
	}
	name := titleIn(file.Stakeholders, success.ID(id), func(s *success.Stakeholder) string { return s.Name })
	return p.app.write("Delete person"+named(name), func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("stakeholder", success.ID(id))
	})
}
