package success

// Benefit is value realised, in the client's economics. Its amounts and people
// are in its steps.
type Benefit struct {
	Meta
	AccountID        ID     `json:"account_id" rec:"owner=account,required"`
	OutcomeID        ID     `json:"outcome_id,omitzero" rec:"ref=outcome"`
	MeasureID        ID     `json:"measure_id,omitzero" rec:"ref=measure"`
	BehaviorChangeID ID     `json:"behavior_change_id,omitzero" rec:"ref=behavior_change"`
	Title            string `json:"title" rec:"title,search,required"`
	Dimension        string `json:"dimension,omitzero" rec:"search"`
	Group            string `json:"group,omitzero" rec:"search"`
	Internal         bool   `json:"internal,omitzero"`
}

// BenefitStep is one dated change of a benefit: a lump ("once") or a new yearly
// rate ("yearly", 0 ends it), the people it reaches from then on, and how far
// it is proved.
type BenefitStep struct {
	Meta
	BenefitID    ID     `json:"benefit_id" rec:"owner=benefit,required"`
	On           Date   `json:"on" rec:"required,past"`
	StepKind     string `json:"kind" rec:"enum=once|yearly,required"`
	Amount       Money  `json:"amount,omitzero"`
	AmountLow    Money  `json:"amount_low,omitzero"`
	AmountHigh   Money  `json:"amount_high,omitzero"`
	People       *Count `json:"people,omitzero" rec:"min=0"`
	Confirmation string `json:"confirmation,omitzero" rec:"enum=claimed|evidenced|confirmed,default=claimed"`
	ConfirmedBy  string `json:"confirmed_by,omitzero"`
	ConfirmedOn  Date   `json:"confirmed_on,omitzero"`
}

// Evidence is what backs a benefit, a reading or a claim.
type Evidence struct {
	Meta
	Subject       Link   `json:"subject" rec:"owner=*,required"`
	EvidenceKind  string `json:"kind,omitzero" rec:"enum=file|link|quote|note,default=note"`
	Title         string `json:"title,omitzero" rec:"title,search"`
	Body          string `json:"body,omitzero" rec:"search"`
	Blob          string `json:"blob,omitzero" rec:"blob"`
	URL           string `json:"url,omitzero"`
	On            Date   `json:"on,omitzero"`
	StakeholderID ID     `json:"stakeholder_id,omitzero" rec:"ref=stakeholder"`
	Internal      bool   `json:"internal,omitzero"`
}

// Touchpoint is a conversation or message, in or out.
type Touchpoint struct {
	Meta
	AccountID      ID     `json:"account_id" rec:"owner=account,required"`
	On             Date   `json:"on" rec:"required"`
	TouchKind      string `json:"kind,omitzero" rec:"enum=learn|coach|lead|engage|teach|support|commercial|upgrade"`
	Direction      string `json:"direction,omitzero" rec:"enum=in|out"`
	StakeholderIDs []ID   `json:"stakeholder_ids,omitzero"`
	Summary        string `json:"summary,omitzero" rec:"title,search"`
	NeedsReplyBy   Date   `json:"needs_reply_by,omitzero"`
	RepliedOn      Date   `json:"replied_on,omitzero"`
	Leaving        bool   `json:"leaving,omitzero"`
	Ticket         string `json:"ticket,omitzero" rec:"search"`
	Internal       bool   `json:"internal,omitzero"`
}

// Question is something asked of the client in order to learn.
type Question struct {
	Meta
	AccountID  ID     `json:"account_id" rec:"owner=account,required"`
	OutcomeID  ID     `json:"outcome_id,omitzero" rec:"ref=outcome"`
	FromTeam   string `json:"from_team,omitzero" rec:"search"`
	AskedOf    string `json:"asked_of,omitzero" rec:"search"`
	Text       string `json:"text" rec:"title,search,required"`
	AskedOn    Date   `json:"asked_on,omitzero"`
	AnsweredOn Date   `json:"answered_on,omitzero" rec:"past"`
	Answer     string `json:"answer,omitzero" rec:"search"`
}

// Insight is what was learned, and the teams it was passed to.
type Insight struct {
	Meta
	AccountID  ID          `json:"account_id" rec:"owner=account,required"`
	QuestionID ID          `json:"question_id,omitzero" rec:"ref=question"`
	Text       string      `json:"text" rec:"title,search,required"`
	Teams      []TeamShare `json:"teams,omitzero"`
}

// TeamShare says that an insight reached a team.
type TeamShare struct {
	Team     string `json:"team"`
	SharedOn Date   `json:"shared_on,omitzero"`
}

// CustomerAction is something the client did: try, buy, upgrade, refer, or
// bounce, negotiate, complain, churn.
type CustomerAction struct {
	Meta
	AccountID         ID     `json:"account_id" rec:"owner=account,required"`
	On                Date   `json:"on" rec:"required"`
	Stage             string `json:"stage,omitzero" rec:"enum=acquisition|purchase|success|renewal"`
	Action            string `json:"action" rec:"title,required,enum=try|buy|upgrade|refer|bounce|negotiate|complain|churn"`
	Positive          *bool  `json:"positive,omitzero"`
	Note              string `json:"note,omitzero" rec:"search"`
	ReferredAccountID ID     `json:"referred_account_id,omitzero" rec:"ref=account"`
	Revenue           Money  `json:"revenue,omitzero"`
}

// Kind returns "benefit".
func (*Benefit) Kind() Kind { return "benefit" }

// Kind returns "benefit_step".
func (*BenefitStep) Kind() Kind { return "benefit_step" }

// Kind returns "evidence".
func (*Evidence) Kind() Kind { return "evidence" }

// Kind returns "touchpoint".
func (*Touchpoint) Kind() Kind { return "touchpoint" }

// Kind returns "question".
func (*Question) Kind() Kind { return "question" }

// Kind returns "insight".
func (*Insight) Kind() Kind { return "insight" }

// Kind returns "customer_action".
func (*CustomerAction) Kind() Kind { return "customer_action" }
