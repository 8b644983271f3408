package success

import (
	"cmp"
	"slices"
	"strings"
)

// census knows which records of a file are live, and of what kind they are.
type census map[ID]Kind

func (c census) has(kind Kind, id ID) bool { return id != "" && c[id] == kind }

func (c census) hasLink(l Link) bool { return c.has(l.Kind, l.ID) }

// link empties a link whose record is not live.
func (c census) link(kind Kind, id *ID) {
	if *id != "" && !c.has(kind, *id) {
		*id = ""
	}
}

// links drops the ids of records that are not live. It copies before it drops,
// because the list is shared with the file it came from.
func (c census) links(kind Kind, ids *[]ID) {
	if slices.ContainsFunc(*ids, func(id ID) bool { return !c.has(kind, id) }) {
		*ids = slices.DeleteFunc(slices.Clone(*ids), func(id ID) bool { return !c.has(kind, id) })
	}
}

// keep copies the records that are not in the bin and whose owner is live, in
// the order in which they were made, and enters them in the census.
func keep[T any, P interface {
	*T
	Record
}](c census, list []T, owned func(*T) bool) []T {
	out := make([]T, 0, len(list))
	for i := range list {
		if P(&list[i]).Base().DeletedAt == 0 && owned(&list[i]) {
			out = append(out, list[i])
		}
	}
	inOrder := true
	for i := range out {
		p := P(&out[i])
		c[p.Base().ID] = p.Kind()
		inOrder = inOrder && (i == 0 || compareMade(P(&out[i-1]).Base(), p.Base()) <= 0)
	}
	if !inOrder {
		slices.SortFunc(out, func(a, b T) int { return compareMade(P(&a).Base(), P(&b).Base()) })
	}
	return out
}

// compareMade orders records by when they were made.
func compareMade(a, b *Meta) int {
	if c := cmp.Compare(a.CreatedAt, b.CreatedAt); c != 0 {
		return c
	}
	return strings.Compare(string(a.ID), string(b.ID))
}

// Live returns the file without the records in the bin, without what hangs on
// them, and with the links to them empty. Lists are in the order in which the
// records were made. The file itself is unchanged; the result shares what is
// not changed, and must not be added to.
func (f *File) Live() *File {
	if f.live {
		return f
	}
	out := &File{Account: f.Account, live: true}
	if f.Account.DeletedAt != 0 {
		return out
	}
	c := make(census, 1+f.size())
	if f.Account.ID != "" {
		c[f.Account.ID] = "account"
	}
	out.keepOwned(f, c)
	out.keepEvidence(f, c)
	out.clearLinks(c)
	return out
}

// settled is Live for figures: free where the caller has done it already.
func (f *File) settled() *File {
	if f == nil {
		return &File{live: true}
	}
	return f.Live()
}

func (f *File) size() int {
	return len(f.Terms) + len(f.Stakeholders) + len(f.Plans) + len(f.Signoffs) + len(f.Outcomes) +
		len(f.Measures) + len(f.Readings) + len(f.BehaviorChanges) + len(f.Milestones) +
		len(f.Benefits) + len(f.Steps) + len(f.Evidence) + len(f.Touchpoints) + len(f.Questions) +
		len(f.Insights) + len(f.Actions) + len(f.IndicatorValues) + len(f.Renewals) +
		len(f.Stories) + len(f.Claims) + len(f.Exports)
}

// keepOwned fills out with the live records of f, owners before what they own.
func (out *File) keepOwned(f *File, c census) {
	out.Terms = keep(c, f.Terms, func(*Term) bool { return true })
	out.Stakeholders = keep(c, f.Stakeholders, func(*Stakeholder) bool { return true })
	out.Plans = keep(c, f.Plans, func(*SuccessPlan) bool { return true })
	out.Signoffs = keep(c, f.Signoffs, func(r *PlanSignoff) bool { return c.has("success_plan", r.PlanID) })
	out.Outcomes = keep(c, f.Outcomes, func(r *Outcome) bool { return c.has("success_plan", r.PlanID) })
	out.Measures = keep(c, f.Measures, func(r *Measure) bool { return c.has("outcome", r.OutcomeID) })
	out.Readings = keep(c, f.Readings, func(r *Reading) bool { return c.has("measure", r.MeasureID) })
	out.BehaviorChanges = keep(c, f.BehaviorChanges, func(r *BehaviorChange) bool { return c.has("outcome", r.OutcomeID) })
	out.Milestones = keep(c, f.Milestones, func(r *Milestone) bool { return c.has("success_plan", r.PlanID) })
	out.Benefits = keep(c, f.Benefits, func(*Benefit) bool { return true })
	out.Steps = keep(c, f.Steps, func(r *BenefitStep) bool { return c.has("benefit", r.BenefitID) })
	out.Touchpoints = keep(c, f.Touchpoints, func(*Touchpoint) bool { return true })
	out.Questions = keep(c, f.Questions, func(*Question) bool { return true })
	out.Insights = keep(c, f.Insights, func(*Insight) bool { return true })
	out.Actions = keep(c, f.Actions, func(*CustomerAction) bool { return true })
	out.IndicatorValues = keep(c, f.IndicatorValues, func(*IndicatorValue) bool { return true })
	out.Renewals = keep(c, f.Renewals, func(r *Renewal) bool { return c.has("term", r.TermID) })
	out.Stories = keep(c, f.Stories, func(r *Story) bool { return c.has("term", r.TermID) })
	out.Claims = keep(c, f.Claims, func(r *Claim) bool { return c.has("story", r.StoryID) })
	out.Exports = keep(c, f.Exports, func(r *ExportRecord) bool { return c.has("story", r.StoryID) })
}

// keepEvidence keeps what hangs on live records. Evidence may hang on evidence,
// so it is repeated until nothing more is found.
func (out *File) keepEvidence(f *File, c census) {
	for found := -1; found != len(out.Evidence); {
		found = len(out.Evidence)
		out.Evidence = keep(c, f.Evidence, func(r *Evidence) bool { return c.hasLink(r.Subject) })
	}
}

func (out *File) clearLinks(c census) {
	for i := range out.Terms {
		c.link("term", &out.Terms[i].PreviousTermID)
	}
	for i := range out.Stakeholders {
		c.link("stakeholder", &out.Stakeholders[i].ReportsToID)
	}
	for i := range out.Plans {
		c.link("term", &out.Plans[i].TermID)
	}
	for i := range out.Signoffs {
		c.link("stakeholder", &out.Signoffs[i].StakeholderID)
		c.link("evidence", &out.Signoffs[i].EvidenceID)
	}
	for i := range out.Outcomes {
		c.link("stakeholder", &out.Outcomes[i].QuotedStakeholderID)
		c.link("stakeholder", &out.Outcomes[i].ValidatedBy)
	}
	for i := range out.Measures {
		c.link("stakeholder", &out.Measures[i].OwnerStakeholderID)
	}
	for i := range out.BehaviorChanges {
		c.link("stakeholder", &out.BehaviorChanges[i].OwnerStakeholderID)
	}
	for i := range out.Milestones {
		c.link("outcome", &out.Milestones[i].OutcomeID)
		c.link("behavior_change", &out.Milestones[i].BehaviorChangeID)
		c.links("milestone", &out.Milestones[i].DependsOn)
	}
	for i := range out.Benefits {
		c.link("outcome", &out.Benefits[i].OutcomeID)
		c.link("measure", &out.Benefits[i].MeasureID)
		c.link("behavior_change", &out.Benefits[i].BehaviorChangeID)
	}
	out.clearMoreLinks(c)
}

func (out *File) clearMoreLinks(c census) {
	for i := range out.Evidence {
		c.link("stakeholder", &out.Evidence[i].StakeholderID)
	}
	for i := range out.Touchpoints {
		c.links("stakeholder", &out.Touchpoints[i].StakeholderIDs)
	}
	for i := range out.Questions {
		c.link("outcome", &out.Questions[i].OutcomeID)
	}
	for i := range out.Insights {
		c.link("question", &out.Insights[i].QuestionID)
	}
	dead := func(l Link) bool { return !c.hasLink(l) }
	for i := range out.Claims {
		if proof := &out.Claims[i].Proof; slices.ContainsFunc(*proof, dead) {
			*proof = slices.DeleteFunc(slices.Clone(*proof), dead)
		}
	}
}
