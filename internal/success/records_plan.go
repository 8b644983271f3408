package success

// SuccessPlan is what success means to a client for a period, and how both
// sides get there.
type SuccessPlan struct {
	Meta
	AccountID       ID     `json:"account_id" rec:"owner=account,required"`
	TermID          ID     `json:"term_id,omitzero" rec:"ref=term"`
	Title           string `json:"title,omitzero" rec:"title,search"`
	Summary         string `json:"summary,omitzero" rec:"search"`
	Status          string `json:"status,omitzero" rec:"enum=draft|agreed|active|closed,default=draft"`
	ReviewEveryDays *Count `json:"review_every_days,omitzero" rec:"min=1"`
}

// PlanSignoff records that a client agreed to one version of a plan.
type PlanSignoff struct {
	Meta
	PlanID        ID     `json:"plan_id" rec:"owner=success_plan,required"`
	Version       string `json:"version,omitzero"`
	StakeholderID ID     `json:"stakeholder_id,omitzero" rec:"ref=stakeholder"`
	SignedOn      Date   `json:"signed_on,omitzero"`
	Method        string `json:"method,omitzero" rec:"enum=meeting|mail|document"`
	EvidenceID    ID     `json:"evidence_id,omitzero" rec:"ref=evidence"`
}

// Outcome is one result the client wants, in the client's words.
type Outcome struct {
	Meta
	PlanID              ID       `json:"plan_id" rec:"owner=success_plan,required"`
	Statement           string   `json:"statement" rec:"title,search,required"`
	Quote               string   `json:"quote,omitzero" rec:"search"`
	QuotedStakeholderID ID       `json:"quoted_stakeholder_id,omitzero" rec:"ref=stakeholder"`
	SaidOn              Date     `json:"said_on,omitzero"`
	Job                 string   `json:"job,omitzero" rec:"search"`
	WhyItMatters        string   `json:"why_it_matters,omitzero" rec:"search"`
	Link                string   `json:"link,omitzero" rec:"search"`
	Priority            *Count   `json:"priority,omitzero"`
	Status              string   `json:"status,omitzero" rec:"enum=proposed|open|achieved|dropped,default=open"`
	TargetDate          Date     `json:"target_date,omitzero"`
	ValidatedOn         Date     `json:"validated_on,omitzero"`
	ValidatedBy         ID       `json:"validated_by,omitzero" rec:"ref=stakeholder"`
	Position            Position `json:"position,omitzero"`
}

// Measure is a number of the client's by which an outcome is judged. UnitValue
// is money a year for one unit of improvement; Attribution (0..1) the share of
// it that is ours.
type Measure struct {
	Meta
	OutcomeID            ID       `json:"outcome_id" rec:"owner=outcome,required"`
	Name                 string   `json:"name" rec:"title,search,required"`
	Unit                 string   `json:"unit,omitzero"`
	Direction            string   `json:"direction,omitzero" rec:"enum=up|down|hold,default=up"`
	Baseline             *float64 `json:"baseline,omitzero"`
	BaselineOn           Date     `json:"baseline_on,omitzero"`
	Target               *float64 `json:"target,omitzero"`
	TargetOn             Date     `json:"target_on,omitzero"`
	Tolerance            *float64 `json:"tolerance,omitzero" rec:"min=0"`
	BadSide              string   `json:"bad_side,omitzero" rec:"enum=below|above|both"`
	UnitValue            Amount   `json:"unit_value,omitzero"`
	UnitValueBasis       string   `json:"unit_value_basis,omitzero" rec:"search"`
	Attribution          *float64 `json:"attribution,omitzero" rec:"default=1,min=0,max=1"`
	UnitValueConfirmedBy string   `json:"unit_value_confirmed_by,omitzero"`
	UnitValueConfirmedOn Date     `json:"unit_value_confirmed_on,omitzero"`
	CadenceDays          *Count   `json:"cadence_days,omitzero" rec:"min=1"`
	Source               string   `json:"source,omitzero" rec:"search"`
	OwnerStakeholderID   ID       `json:"owner_stakeholder_id,omitzero" rec:"ref=stakeholder"`
	MeasureKind          string   `json:"kind,omitzero" rec:"enum=client|vendor,default=client"`
}

// Reading is a dated value of a measure.
type Reading struct {
	Meta
	MeasureID   ID      `json:"measure_id" rec:"owner=measure,required"`
	On          Date    `json:"on" rec:"required,past"`
	Value       float64 `json:"value" rec:"required"`
	RecordedAt  Instant `json:"recorded_at,omitzero"`
	Source      string  `json:"source,omitzero"`
	Confidence  string  `json:"confidence,omitzero" rec:"enum=low|medium|high"`
	ConfirmedBy string  `json:"confirmed_by,omitzero"`
}

// BehaviorChange is how the client must change the way it works, and how far
// the change has stuck.
type BehaviorChange struct {
	Meta
	OutcomeID          ID     `json:"outcome_id" rec:"owner=outcome,required"`
	Process            string `json:"process,omitzero" rec:"title,search"`
	From               string `json:"from,omitzero" rec:"search"`
	To                 string `json:"to,omitzero" rec:"search"`
	WhyToday           string `json:"why_today,omitzero" rec:"search"`
	Who                string `json:"who,omitzero" rec:"search"`
	People             *Count `json:"people,omitzero" rec:"min=0"`
	OwnerStakeholderID ID     `json:"owner_stakeholder_id,omitzero" rec:"ref=stakeholder"`
	Stage              string `json:"stage,omitzero" rec:"enum=not started|aware|trying|habit|embedded,default=not started"`
	StageOn            Date   `json:"stage_on,omitzero"`
}

// Milestone is a dated joint step with an owner on one side or the other.
type Milestone struct {
	Meta
	PlanID           ID       `json:"plan_id" rec:"owner=success_plan,required"`
	OutcomeID        ID       `json:"outcome_id,omitzero" rec:"ref=outcome"`
	BehaviorChangeID ID       `json:"behavior_change_id,omitzero" rec:"ref=behavior_change"`
	Title            string   `json:"title" rec:"title,search,required"`
	Side             string   `json:"side,omitzero" rec:"enum=client|us,default=us"`
	Owner            string   `json:"owner,omitzero"`
	Due              Date     `json:"due,omitzero"`
	DoneOn           Date     `json:"done_on,omitzero"`
	DependsOn        []ID     `json:"depends_on,omitzero"`
	Position         Position `json:"position,omitzero"`
}

// Kind returns "success_plan".
func (*SuccessPlan) Kind() Kind { return "success_plan" }

// Kind returns "plan_signoff".
func (*PlanSignoff) Kind() Kind { return "plan_signoff" }

// Kind returns "outcome".
func (*Outcome) Kind() Kind { return "outcome" }

// Kind returns "measure".
func (*Measure) Kind() Kind { return "measure" }

// Kind returns "reading".
func (*Reading) Kind() Kind { return "reading" }

// Kind returns "behavior_change".
func (*BehaviorChange) Kind() Kind { return "behavior_change" }

// Kind returns "milestone".
func (*Milestone) Kind() Kind { return "milestone" }
