package desktop

// PlanPageView is an account's plan as its page shows it. Days are YYYY-MM-DD or
// empty, amounts are plain decimals in Currency. Plan.ID is empty while there is
// no plan. Us is what the vendor's side is called.
type PlanPageView struct {
	Account    string             `json:"account"`
	Name       string             `json:"name"`
	Us         string             `json:"us"`
	Me         string             `json:"me"`
	Today      string             `json:"today"`
	Currency   string             `json:"currency"`
	TermEnd    string             `json:"term_end"`
	People     []PlanPersonView   `json:"people"`
	Plans      []PlanChoiceView   `json:"plans"`
	Plan       PlanHeadView       `json:"plan"`
	Outcomes   []OutcomeView      `json:"outcomes"`
	Milestones []MilestoneView    `json:"milestones"`
	Terms      []PlanTermView     `json:"terms"`
	Evidence   []EvidenceItemView `json:"evidence"`
}

// PlanPersonView is somebody at the client who may be quoted, own or agree.
type PlanPersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
	Role  string `json:"role"`
	Left  bool   `json:"left"`
}

// PlanChoiceView is one of the account's plans.
type PlanChoiceView struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Status string `json:"status"`
}

// PlanTermView is a term that a plan may be for.
type PlanTermView struct {
	ID    string `json:"id"`
	Start string `json:"start"`
	End   string `json:"end"`
}

// PlanHeadView is the plan itself and who agreed to it. Signed is false without
// any sign-off; Current says that the sign-off stands for the plan as it is now.
type PlanHeadView struct {
	ID              string           `json:"id"`
	Title           string           `json:"title"`
	Summary         string           `json:"summary"`
	Status          string           `json:"status"`
	Term            string           `json:"term_id"`
	ReviewEveryDays *int64           `json:"review_every_days"`
	Signed          bool             `json:"signed"`
	SignedBy        string           `json:"signed_by"`
	SignedOn        string           `json:"signed_on"`
	Method          string           `json:"method"`
	RecordedBy      string           `json:"recorded_by"`
	Signings        int              `json:"signings"`
	Current         bool             `json:"current"`
	Since           []PlanChangeView `json:"since"`
	Agreements      []AgreementView  `json:"agreements"`
}

// PlanChangeView is one thing that changed since the plan was agreed. What is
// added, changed or deleted.
type PlanChangeView struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
	What  string `json:"what"`
	By    string `json:"by"`
	On    string `json:"on"`
}

// OutcomeView is one result the client wants, with what hangs on it. Prompt asks
// for the client's words where a template has left a question.
type OutcomeView struct {
	ID           string               `json:"id"`
	Statement    string               `json:"statement"`
	Prompt       string               `json:"prompt"`
	Quote        string               `json:"quote"`
	QuotedBy     string               `json:"quoted_stakeholder_id"`
	QuotedName   string               `json:"quoted_name"`
	QuotedTitle  string               `json:"quoted_title"`
	SaidOn       string               `json:"said_on"`
	Job          string               `json:"job"`
	WhyItMatters string               `json:"why_it_matters"`
	Link         string               `json:"link"`
	Priority     *int64               `json:"priority"`
	Status       string               `json:"status"`
	TargetDate   string               `json:"target_date"`
	ValidatedOn  string               `json:"validated_on"`
	ValidatedBy  string               `json:"validated_by"`
	Measures     []PlanMeasureView    `json:"measures"`
	Changes      []BehaviorChangeView `json:"changes"`
}

// PlanMeasureView is a number of the client's. State is one of the domain's
// words; NowProof is claimed, evidenced or confirmed; Age counts days since the
// last reading; Trend is rising, falling, flat or empty. Question says that the
// name speaks of our success and nobody has answered for it.
type PlanMeasureView struct {
	ID                   string        `json:"id"`
	Name                 string        `json:"name"`
	Unit                 string        `json:"unit"`
	Direction            string        `json:"direction"`
	Baseline             *float64      `json:"baseline"`
	BaselineOn           string        `json:"baseline_on"`
	Target               *float64      `json:"target"`
	TargetOn             string        `json:"target_on"`
	Tolerance            *float64      `json:"tolerance"`
	BadSide              string        `json:"bad_side"`
	UnitValue            string        `json:"unit_value"`
	UnitValueBasis       string        `json:"unit_value_basis"`
	Attribution          *float64      `json:"attribution"`
	UnitValueConfirmedBy string        `json:"unit_value_confirmed_by"`
	UnitValueConfirmedOn string        `json:"unit_value_confirmed_on"`
	CadenceDays          *int64        `json:"cadence_days"`
	Source               string        `json:"source"`
	Owner                string        `json:"owner_stakeholder_id"`
	OwnerName            string        `json:"owner_name"`
	Kind                 string        `json:"kind"`
	Question             bool          `json:"question"`
	State                string        `json:"state"`
	Progress             *float64      `json:"progress"`
	Now                  *float64      `json:"now"`
	NowOn                string        `json:"now_on"`
	NowSource            string        `json:"now_source"`
	NowProof             string        `json:"now_proof"`
	Age                  int           `json:"age"`
	Trend                string        `json:"trend"`
	Readings             []ReadingView `json:"readings"`
	NotMeasuredOn        string        `json:"not_measured_on"`
	Evidence             int           `json:"evidence"`
}

// ReadingView is one reading; Proof is claimed, evidenced or confirmed.
type ReadingView struct {
	ID          string  `json:"id"`
	On          string  `json:"on"`
	Value       float64 `json:"value"`
	Source      string  `json:"source"`
	Confidence  string  `json:"confidence"`
	ConfirmedBy string  `json:"confirmed_by"`
	Proof       string  `json:"proof"`
	Evidence    int     `json:"evidence"`
}

// BehaviorChangeView is how work changes. Days counts since the stage was
// reached; Stuck says that it has stood before habit for 120 days or longer.
type BehaviorChangeView struct {
	ID       string `json:"id"`
	Process  string `json:"process"`
	From     string `json:"from"`
	To       string `json:"to"`
	WhyToday string `json:"why_today"`
	Who      string `json:"who"`
	People   *int64 `json:"people"`
	Owner    string `json:"owner_stakeholder_id"`
	Stage    string `json:"stage"`
	StageOn  string `json:"stage_on"`
	Days     int    `json:"days"`
	Stuck    bool   `json:"stuck"`
}

// MilestoneView is a dated joint step. Late counts the days it is overdue, 0
// where it is done or not due yet.
type MilestoneView struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Side      string   `json:"side"`
	Owner     string   `json:"owner"`
	Due       string   `json:"due"`
	DoneOn    string   `json:"done_on"`
	Late      int      `json:"late"`
	Outcome   string   `json:"outcome_id"`
	Change    string   `json:"behavior_change_id"`
	DependsOn []string `json:"depends_on"`
}
