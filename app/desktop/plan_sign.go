package desktop

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// AgreementView is one time that the client agreed to the plan. Current says that
// it stands for the plan as it is now; Evidence counts what shows it.
type AgreementView struct {
	ID       string `json:"id"`
	By       string `json:"by"`
	On       string `json:"on"`
	Method   string `json:"method"`
	Current  bool   `json:"current"`
	Evidence int    `json:"evidence"`
}

// agreements lists the times that the client agreed to a plan, the newest first.
func (b *planBuilder) agreements(plan success.ID) []AgreementView {
	version := success.PlanVersion(b.file, plan)
	var list []*success.PlanSignoff
	for i := range b.file.Signoffs {
		if s := &b.file.Signoffs[i]; s.PlanID == plan && s.SignedOn <= b.today {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(x, y *success.PlanSignoff) int {
		return cmp.Or(cmp.Compare(y.SignedOn, x.SignedOn), cmp.Compare(y.CreatedAt, x.CreatedAt))
	})
	views := []AgreementView{}
	for _, s := range list {
		view := AgreementView{ID: string(s.ID), On: s.SignedOn.String(), Method: s.Method, Current: s.Version == version, Evidence: b.pieces[s.ID]}
		if who := b.people[s.StakeholderID]; who != nil {
			view.By = who.Name
		}
		views = append(views, view)
	}
	return views
}

// Sign notes that somebody at the client agreed to the plan as it stands, with
// what shows it, as one action. A plan in draft becomes agreed by it.
func (p *Plan) Sign(in SignInput) (_ WrittenView, err error) {
	defer p.app.catch("plan.sign", &err)
	file, _, today, err := p.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	sign, err := signoffOf(file, in, today)
	if err != nil {
		return WrittenView{}, err
	}
	attach := func(*workspace.Tx, success.Link) (success.ID, error) { return "", nil }
	if in.Proof != nil {
		proof := *in.Proof
		proof.On = cmp.Or(proof.On, in.On)
		piece, err := newAttachment(proof, today)
		if err != nil {
			return WrittenView{}, err
		}
		defer piece.close()
		attach = piece.attach
	}
	return p.app.write("Note who agreed to the plan", func(tx *workspace.Tx) (success.ID, error) {
		for i := range file.Plans {
			if file.Plans[i].ID == sign.PlanID && file.Plans[i].Status == "draft" {
				if _, err := tx.Put("success_plan", sign.PlanID, success.Fields{"status": jsonText("agreed")}); err != nil {
					return "", err
				}
			}
		}
		id, err := tx.Create(sign)
		if err != nil {
			return "", err
		}
		evidence, err := attach(tx, success.Link{Kind: "plan_signoff", ID: id})
		if err != nil || evidence == "" {
			return id, err
		}
		_, err = tx.Put("plan_signoff", id, success.Fields{"evidence_id": jsonText(string(evidence))})
		return id, err
	})
}

func signoffOf(f *success.File, in SignInput, today success.Date) (*success.PlanSignoff, error) {
	on, err := success.ParseDate(in.On)
	switch {
	case err != nil || on == 0:
		return nil, success.Invalid("signed_on", "Say on which day they agreed.")
	case on > today:
		return nil, success.Invalid("signed_on", "They cannot have agreed in the future.")
	case in.Person == "":
		return nil, success.Invalid("stakeholder_id", "Say who agreed.")
	}
	plan := success.ID(in.Plan)
	version := success.PlanVersion(f, plan)
	if version == "" {
		return nil, success.NotFound("This plan is not there any more.")
	}
	return &success.PlanSignoff{PlanID: plan, Version: version, StakeholderID: success.ID(in.Person), SignedOn: on, Method: in.Method}, nil
}
