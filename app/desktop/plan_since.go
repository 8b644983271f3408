package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// signedFields are the fields that a client agrees to, by kind. What else
// changes in a plan leaves the agreement as it is.
var signedFields = map[success.Kind][]string{
	"success_plan":    {"title", "summary"},
	"outcome":         {"statement", "quote", "job", "why_it_matters", "link", "target_date"},
	"measure":         {"name", "unit", "direction", "baseline", "target", "target_on"},
	"behavior_change": {"process", "from", "to", "who", "people"},
	"milestone":       {"title", "side", "owner", "due"},
}

func (b *planBuilder) head(p *success.SuccessPlan) (PlanHeadView, error) {
	view := PlanHeadView{
		ID: string(p.ID), Title: p.Title, Summary: p.Summary, Status: cmp.Or(p.Status, "draft"), Term: string(p.TermID),
		ReviewEveryDays: whole(p.ReviewEveryDays), Since: []PlanChangeView{}, Agreements: b.agreements(p.ID),
	}
	sign := b.signoff(p.ID, &view)
	if sign == nil {
		return view, nil
	}
	view.Signed, view.SignedOn, view.Method = true, sign.SignedOn.String(), sign.Method
	if who := b.people[sign.StakeholderID]; who != nil {
		view.SignedBy = who.Name
	}
	ws, err := b.app.workspace()
	if err != nil {
		return view, err
	}
	history, err := ws.History(b.app.ctx(), "plan_signoff", sign.ID)
	if err != nil {
		return view, fmt.Errorf("read who recorded the sign-off: %w", err)
	}
	if n := len(history); n > 0 {
		view.RecordedBy = history[n-1].Actor
	}
	if !view.Current {
		view.Since, err = b.since(ws, p, sign)
	}
	return view, err
}

// signoff returns the sign-off that stands for the plan as it is, else the last.
func (b *planBuilder) signoff(plan success.ID, view *PlanHeadView) *success.PlanSignoff {
	version := success.PlanVersion(b.file, plan)
	view.Current = success.IsPlanSigned(b.file, plan, b.today)
	var best *success.PlanSignoff
	for i := range b.file.Signoffs {
		s := &b.file.Signoffs[i]
		if s.PlanID != plan || s.SignedOn > b.today {
			continue
		}
		view.Signings++
		if view.Current && s.Version != version {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(s.SignedOn, best.SignedOn), cmp.Compare(s.CreatedAt, best.CreatedAt)) > 0 {
			best = s
		}
	}
	return best
}

// since lists what changed of the plan's signed content after a sign-off.
func (b *planBuilder) since(ws *workspace.Workspace, p *success.SuccessPlan, sign *success.PlanSignoff) ([]PlanChangeView, error) {
	inPlan := map[success.ID]bool{p.ID: true}
	out := []PlanChangeView{}
	for _, kind := range []success.Kind{"success_plan", "outcome", "measure", "behavior_change", "milestone"} {
		q := workspace.Query{Account: b.file.Account.ID, All: true}
		var bodies []json.RawMessage
		err := ws.List(b.app.ctx(), kind, q, func(body json.RawMessage) error {
			bodies = append(bodies, slices.Clone(body))
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read what changed of the plan: %w", err)
		}
		for _, body := range bodies {
			change, err := b.changeSince(ws, kind, body, inPlan, sign)
			if err != nil {
				return nil, err
			}
			if change.What != "" {
				out = append(out, change)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y PlanChangeView) int { return cmp.Compare(x.On, y.On) })
	return out, nil
}

// changeSince says what became of one record of the plan since a sign-off; What
// is empty where nothing did, or where it is none of the plan's.
func (b *planBuilder) changeSince(ws *workspace.Workspace, kind success.Kind, body json.RawMessage, inPlan map[success.ID]bool, sign *success.PlanSignoff) (PlanChangeView, error) {
	rec, err := success.Decode(kind, body)
	if err != nil {
		return PlanChangeView{}, err
	}
	meta := rec.Base()
	if kind != "success_plan" {
		owner := ownerOf(rec)
		if !inPlan[owner] {
			return PlanChangeView{}, nil
		}
		inPlan[meta.ID] = true
	} else if !inPlan[meta.ID] {
		return PlanChangeView{}, nil
	}
	change := PlanChangeView{Kind: string(kind), ID: string(meta.ID), Title: titleOfRecord(rec)}
	at := sign.CreatedAt
	switch {
	case meta.DeletedAt != 0 && meta.DeletedAt > at && meta.CreatedAt <= at:
		change.What, change.On = "deleted", success.DateOf(meta.DeletedAt.Time()).String()
	case meta.DeletedAt != 0:
		return PlanChangeView{}, nil
	case meta.CreatedAt > at:
		change.What, change.On = "added", success.DateOf(meta.CreatedAt.Time()).String()
	case meta.UpdatedAt > at:
		history, err := ws.History(b.app.ctx(), kind, meta.ID)
		if err != nil {
			return PlanChangeView{}, fmt.Errorf("read what changed of the plan: %w", err)
		}
		i := lastOf(history, signedFields[kind], at)
		if i >= 0 {
			change.What, change.On, change.By = "changed", success.DateOf(history[i].At.Time()).String(), history[i].Actor
		}
	}
	return change, nil
}

// lastOf returns the newest change since a moment of a field that is not as it was
// then, or -1. What was taken back since is no change. The history is newest first.
func lastOf(history []workspace.Change, fields []string, at success.Instant) int {
	newest, before := map[string]int{}, map[string]string{}
	for i := range history {
		c := &history[i]
		if c.At <= at || c.What != "changed" || !slices.Contains(fields, c.Field) {
			continue
		}
		if _, ok := newest[c.Field]; !ok {
			newest[c.Field] = i
		}
		before[c.Field] = c.From
	}
	last := -1
	for field, i := range newest {
		if history[i].To != before[field] && (last < 0 || i < last) {
			last = i
		}
	}
	return last
}

func ownerOf(rec success.Record) success.ID {
	switch r := rec.(type) {
	case *success.Outcome:
		return r.PlanID
	case *success.Milestone:
		return r.PlanID
	case *success.Measure:
		return r.OutcomeID
	case *success.BehaviorChange:
		return r.OutcomeID
	}
	return ""
}

func titleOfRecord(rec success.Record) string {
	switch r := rec.(type) {
	case *success.SuccessPlan:
		return r.Title
	case *success.Outcome:
		return r.Statement
	case *success.Measure:
		return r.Name
	case *success.BehaviorChange:
		return cmp.Or(r.To, r.Process)
	case *success.Milestone:
		return r.Title
	}
	return ""
}
