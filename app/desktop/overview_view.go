package desktop

// OverviewView is an account on one page. Days are YYYY-MM-DD or empty, money is
// in major units of Currency. Agreed says when and at how many outcomes the
// client agreed to the plan; Outcomes has those with words of the client first.
type OverviewView struct {
	Account      string                `json:"account"`
	Today        string                `json:"today"`
	Currency     string                `json:"currency"`
	Us           string                `json:"us"`
	Plan         OverviewPlanView      `json:"plan"`
	Outcomes     []OverviewOutcomeView `json:"outcomes"`
	OutcomeCount int                   `json:"outcome_count"`
	Proved       float64               `json:"proved"`
	Claimed      float64               `json:"claimed"`
	ARR          float64               `json:"arr"`
	Verdict      string                `json:"verdict"`
	Principles   []PrincipleView       `json:"principles"`
	Risk         string                `json:"risk"`
	Flags        []FlagView            `json:"flags"`
	Promises     []MilestoneView       `json:"promises"`
	Renewal      *OverviewRenewalView  `json:"renewal"`
	Story        *OverviewStoryView    `json:"story"`
}

// OverviewPlanView is the plan that counts; without an ID there is none. Current
// says that the agreement stands for the plan as it is.
type OverviewPlanView struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Signed   bool   `json:"signed"`
	SignedBy string `json:"signed_by"`
	SignedOn string `json:"signed_on"`
	Current  bool   `json:"current"`
	Signings int    `json:"signings"`
	Since    int    `json:"since"`
}

// OverviewOutcomeView is what success is, with the one measure that says best how
// far it is.
type OverviewOutcomeView struct {
	ID          string           `json:"id"`
	Statement   string           `json:"statement"`
	Quote       string           `json:"quote"`
	QuotedName  string           `json:"quoted_name"`
	QuotedTitle string           `json:"quoted_title"`
	SaidOn      string           `json:"said_on"`
	Measure     *PlanMeasureView `json:"measure"`
}

// PrincipleView is one of the five principles, or coverage beside them.
type PrincipleView struct {
	Key    string      `json:"key"`
	Holds  int         `json:"holds"`
	Checks []CheckView `json:"checks"`
	Facts  FactsView   `json:"facts"`
}

// CheckView is one check. Count is how many records fail it, What names the first
// and Kind, ID and Field say where that one is mended, where that can be told.
type CheckView struct {
	Key   string `json:"key"`
	Holds bool   `json:"holds"`
	Count int    `json:"count"`
	What  string `json:"what"`
	Days  int    `json:"days"`
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Field string `json:"field"`
}

// FactsView is what a principle says where nothing fails. Days is null where
// there is nothing to count from.
type FactsView struct {
	Count int     `json:"count"`
	Of    int     `json:"of"`
	Share float64 `json:"share"`
	Days  *int    `json:"days"`
}

// FlagView is a sign that something is wrong, with the day it dates from and the
// record that shows it.
type FlagView struct {
	Name     string `json:"name"`
	Severity int    `json:"severity"`
	On       string `json:"on"`
	Kind     string `json:"kind"`
	ID       string `json:"id"`
	Title    string `json:"title"`
}

// OverviewRenewalView is the renewal that is decided next. Days counts to the
// decision and is negative once it has passed. Draft and DraftID are the story
// that was not told yet.
type OverviewRenewalView struct {
	Term       string     `json:"term"`
	End        string     `json:"end"`
	DecisionOn string     `json:"decision_on"`
	Days       int        `json:"days"`
	NoticeDays int64      `json:"notice_days"`
	AutoRenew  bool       `json:"auto_renew"`
	Gates      []GateView `json:"gates"`
	Signal     string     `json:"signal"`
	Draft      string     `json:"draft"`
	DraftID    string     `json:"draft_id"`
	Novelty    float64    `json:"novelty"`
}

// GateView is a day before the decision on which a call is due. Call and Signal
// are empty until somebody has called.
type GateView struct {
	DaysBefore int64  `json:"days_before"`
	On         string `json:"on"`
	Call       string `json:"call"`
	Signal     string `json:"signal"`
	Reason     string `json:"reason"`
	DecidedBy  string `json:"decided_by"`
	DecidedOn  string `json:"decided_on"`
	Past       bool   `json:"past"`
}

// OverviewStoryView is the story that was told last.
type OverviewStoryView struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	ToldOn string `json:"told_on"`
}
