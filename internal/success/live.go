package success

import (
	"cmp"
	"slices"
	"strings"
)

// census knows which records of a file are live, and of what kind they are.
type census struct {
	kinds map[ID]Kind
	own   bool // the file's lists may be used up
}

func (c census) has(kind Kind, id ID) bool { return id != "" && c.kinds[id] == kind }

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
	out := list[:0]
	if !c.own || list == nil {
		out = make([]T, 0, len(list))
	}
	for i := range list {
		if P(&list[i]).Base().DeletedAt == 0 && owned(&list[i]) {
			out = append(out, list[i])
		}
	}
	inOrder := true
	for i := range out {
		p := P(&out[i])
		c.kinds[p.Base().ID] = p.Kind()
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
func (f *File) Live() *File { return f.liveOf(false) }

// LiveAlone is Live of a file that nobody else has: its lists are used up, and
// nothing is copied.
func (f *File) LiveAlone() *File { return f.liveOf(true) }

func (f *File) liveOf(own bool) *File {
	if f.live {
		return f
	}
	out := &File{Account: f.Account, live: true}
	if f.Account.DeletedAt != 0 {
		return out
	}
	c := census{make(map[ID]Kind, 1+f.size()), own}
	if f.Account.ID != "" {
		c.kinds[f.Account.ID] = "account"
	}
	keepOwned(out, f, c)
	keepEvidence(out, f, c)
	clearLinks(out, c)
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
func keepOwned(out, f *File, c census) {
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
	out.Exports = keep(c, f.Exports, func(r *ExportRecord) bool { return r.StoryID == "" || c.has("story", r.StoryID) })
}

// keepEvidence keeps what hangs on live records. Evidence may hang on evidence,
// so it is repeated until nothing more is found.
func keepEvidence(out, f *File, c census) {
	c.own = false // it is gone through again
	for found := -1; found != len(out.Evidence); {
		found = len(out.Evidence)
		out.Evidence = keep(c, f.Evidence, func(r *Evidence) bool { return c.hasLink(r.Subject) })
	}
}

// clearLinks empties the links to records that are not live.
func clearLinks(out *File, c census) {
	all(out.Terms, func(r *Term) { c.link("term", &r.PreviousTermID) })
	all(out.Stakeholders, func(r *Stakeholder) { c.link("stakeholder", &r.ReportsToID) })
	all(out.Plans, func(r *SuccessPlan) { c.link("term", &r.TermID) })
	all(out.Signoffs, func(r *PlanSignoff) {
		c.link("stakeholder", &r.StakeholderID)
		c.link("evidence", &r.EvidenceID)
	})
	all(out.Outcomes, func(r *Outcome) {
		c.link("stakeholder", &r.QuotedStakeholderID)
		c.link("stakeholder", &r.ValidatedBy)
	})
	all(out.Measures, func(r *Measure) { c.link("stakeholder", &r.OwnerStakeholderID) })
	all(out.BehaviorChanges, func(r *BehaviorChange) { c.link("stakeholder", &r.OwnerStakeholderID) })
	all(out.Milestones, func(r *Milestone) {
		c.link("outcome", &r.OutcomeID)
		c.link("behavior_change", &r.BehaviorChangeID)
		c.links("milestone", &r.DependsOn)
	})
	all(out.Benefits, func(r *Benefit) {
		c.link("outcome", &r.OutcomeID)
		c.link("measure", &r.MeasureID)
		c.link("behavior_change", &r.BehaviorChangeID)
	})
	all(out.Evidence, func(r *Evidence) { c.link("stakeholder", &r.StakeholderID) })
	all(out.Touchpoints, func(r *Touchpoint) { c.links("stakeholder", &r.StakeholderIDs) })
	all(out.Questions, func(r *Question) { c.link("outcome", &r.OutcomeID) })
	all(out.Insights, func(r *Insight) { c.link("question", &r.QuestionID) })
	dead := func(l Link) bool { return !c.hasLink(l) }
	all(out.Claims, func(r *Claim) {
		if slices.ContainsFunc(r.Proof, dead) {
			r.Proof = slices.DeleteFunc(slices.Clone(r.Proof), dead)
		}
	})
}

func all[T any](list []T, do func(*T)) {
	for i := range list {
		do(&list[i])
	}
}
