package success

import (
	"encoding/json"
	"fmt"
	"slices"
)

// File is one account with everything that hangs on it: what the arithmetic
// reads. Records in the bin, and what hangs on them, are left out by Live.
type File struct {
	Account         Account
	Terms           []Term
	Stakeholders    []Stakeholder
	Plans           []SuccessPlan
	Signoffs        []PlanSignoff
	Outcomes        []Outcome
	Measures        []Measure
	Readings        []Reading
	BehaviorChanges []BehaviorChange
	Milestones      []Milestone
	Benefits        []Benefit
	Steps           []BenefitStep
	Evidence        []Evidence
	Touchpoints     []Touchpoint
	Questions       []Question
	Insights        []Insight
	Actions         []CustomerAction
	IndicatorValues []IndicatorValue
	Renewals        []Renewal
	Stories         []Story
	Claims          []Claim
	Exports         []ExportRecord

	live bool // made by Live: figures need not sift it again
}

// Settings is what figures need of the workspace besides an account's file.
type Settings struct {
	Workspace     Workspace
	Rates         []FxRate
	CustomerTypes []CustomerType
	Motivations   []Motivation
	Indicators    []Indicator

	rates *rateIndex // made by Index; nil or out of date is harmless
}

// Book is a whole workspace in memory: for portfolio figures and for tests. The
// files may be partial (accounts, terms and actions only) where a figure needs
// no more.
type Book struct {
	Settings Settings
	Files    []*File // in order of account id
}

// Add reads one record into the file. Kinds that do not hang on an account are
// an error.
func (f *File) Add(kind Kind, body []byte) error {
	f.live = false
	switch kind {
	case "account":
		f.Account = Account{}
		if quickDecode(&f.Account, body) {
			return nil
		}
		f.Account = Account{}
		return decodeInto(&f.Account, kind, body)
	case "term":
		return appendTo(&f.Terms, kind, body)
	case "stakeholder":
		return appendTo(&f.Stakeholders, kind, body)
	case "success_plan":
		return appendTo(&f.Plans, kind, body)
	case "plan_signoff":
		return appendTo(&f.Signoffs, kind, body)
	case "outcome":
		return appendTo(&f.Outcomes, kind, body)
	case "measure":
		return appendTo(&f.Measures, kind, body)
	case "reading":
		return appendTo(&f.Readings, kind, body)
	case "behavior_change":
		return appendTo(&f.BehaviorChanges, kind, body)
	case "milestone":
		return appendTo(&f.Milestones, kind, body)
	case "benefit":
		return appendTo(&f.Benefits, kind, body)
	case "benefit_step":
		return appendTo(&f.Steps, kind, body)
	default:
		return f.addRest(kind, body)
	}
}

// Expect makes room for n more records of a kind of which there are many: to grow
// record by record copies those before again and again.
func (f *File) Expect(kind Kind, n int) {
	switch kind {
	case "reading":
		f.Readings = slices.Grow(f.Readings, n)
	case "benefit_step":
		f.Steps = slices.Grow(f.Steps, n)
	case "touchpoint":
		f.Touchpoints = slices.Grow(f.Touchpoints, n)
	case "evidence":
		f.Evidence = slices.Grow(f.Evidence, n)
	case "question":
		f.Questions = slices.Grow(f.Questions, n)
	case "insight":
		f.Insights = slices.Grow(f.Insights, n)
	case "milestone":
		f.Milestones = slices.Grow(f.Milestones, n)
	}
}

func (f *File) addRest(kind Kind, body []byte) error {
	switch kind {
	case "evidence":
		return appendTo(&f.Evidence, kind, body)
	case "touchpoint":
		return appendTo(&f.Touchpoints, kind, body)
	case "question":
		return appendTo(&f.Questions, kind, body)
	case "insight":
		return appendTo(&f.Insights, kind, body)
	case "customer_action":
		return appendTo(&f.Actions, kind, body)
	case "indicator_value":
		return appendTo(&f.IndicatorValues, kind, body)
	case "renewal":
		return appendTo(&f.Renewals, kind, body)
	case "story":
		return appendTo(&f.Stories, kind, body)
	case "claim":
		return appendTo(&f.Claims, kind, body)
	case "export_record":
		return appendTo(&f.Exports, kind, body)
	}
	return fmt.Errorf("a %s does not hang on an account", kind)
}

// Add reads one workspace-wide record into the settings; other kinds are ignored.
func (s *Settings) Add(kind Kind, body []byte) error {
	switch kind {
	case "workspace":
		return decodeInto(&s.Workspace, kind, body)
	case "fx_rate":
		return appendTo(&s.Rates, kind, body)
	case "customer_type":
		return appendTo(&s.CustomerTypes, kind, body)
	case "motivation":
		return appendTo(&s.Motivations, kind, body)
	case "indicator":
		return appendTo(&s.Indicators, kind, body)
	}
	return nil
}

func appendTo[T any, P interface {
	*T
	Record
}](list *[]T, kind Kind, body []byte) error {
	var zero T
	*list = append(*list, zero)
	rec := P(&(*list)[len(*list)-1])
	if !quickDecode(rec, body) {
		*rec = zero
		if err := decodeInto(rec, kind, body); err != nil {
			return err
		}
	}
	return noteBlanks(rec.Base(), kind, body)
}

func decodeInto(target any, kind Kind, body []byte) error {
	if err := json.Unmarshal(body, target); err != nil {
		return fmt.Errorf("read %s: %w", kind, err)
	}
	return nil
}
