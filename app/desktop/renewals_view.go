package desktop

// RenewalsView is the renewals ahead. Columns are the board: those whose decision
// has passed, those at each gate with the nearest first, and those before the first
// gate. Months are by the day of the decision. Cards are the renewals that columns
// or months name. ARR of a group is in Currency, at today's rates.
type RenewalsView struct {
	Today     string             `json:"today"`
	Person    string             `json:"person"`
	Currency  string             `json:"currency"`
	Accounts  int                `json:"accounts"`
	CSMs      []TodayCSMView     `json:"csms"`
	Chosen    []string           `json:"chosen"`
	Gates     []int64            `json:"gates"`
	Total     int                `json:"total"`
	CallsDue  int                `json:"calls_due"`
	Disputed  int                `json:"disputed"` // call and signal differ
	Reckoning int                `json:"reckoning"`
	Columns   []RenewalGroupView `json:"columns"`
	Months    []RenewalGroupView `json:"months"`
	Cards     []RenewalCardView  `json:"cards"`
	ReadOnly  bool               `json:"read_only"`
}

// RenewalGroupView is a column of the board (Key is passed, gate or ahead) or a
// month (YYYY-MM). Terms are the first of Count.
type RenewalGroupView struct {
	Key   string   `json:"key"`
	Gate  int      `json:"gate"`
	Count int      `json:"count"`
	ARR   float64  `json:"arr"`
	Terms []string `json:"terms"`
}

// RenewalCardView is one renewal on the board. Days counts to the decision; Gate is
// the one that stands, 0 before the first. Holds of Of lines that are due are done,
// Open names the others. Due says that the call of this gate is still to be made.
// Ended says that the term is over and wants its result. Amounts are in Currency.
type RenewalCardView struct {
	Account     string   `json:"account"`
	Name        string   `json:"name"`
	CSM         string   `json:"csm"`
	Term        string   `json:"term"`
	Decision    string   `json:"decision"`
	End         string   `json:"end"`
	Days        int      `json:"days"`
	Gate        int      `json:"gate"`
	Currency    string   `json:"currency"`
	ARR         float64  `json:"arr"`
	Forecast    *float64 `json:"forecast"`
	Probability *float64 `json:"probability"`
	Verdict     string   `json:"verdict"`
	Signal      string   `json:"signal"`
	Call        string   `json:"call"`
	CallGate    int      `json:"call_gate"`
	Due         bool     `json:"due"`
	Disagrees   string   `json:"disagrees"` // hopeful, worried or empty
	Holds       int      `json:"holds"`
	Of          int      `json:"of"`
	Open        []string `json:"open"`
	Ended       bool     `json:"ended"`
	Stale       bool     `json:"stale"`
}

// RenewalView is one renewal with all that is known of it. Amounts are in Currency,
// in major units; ARR is the term's. Items, Signal and Days are of an open term.
type RenewalView struct {
	Account    string  `json:"account"`
	Name       string  `json:"name"`
	CSM        string  `json:"csm"`
	Person     string  `json:"person"`
	Currency   string  `json:"currency"`
	Today      string  `json:"today"`
	Term       string  `json:"term"`
	Contract   string  `json:"contract"`
	Start      string  `json:"start"`
	End        string  `json:"end"`
	Decision   string  `json:"decision"`
	NoticeDays int64   `json:"notice_days"`
	AutoRenew  bool    `json:"auto_renew"`
	Days       int     `json:"days"`
	Gate       int     `json:"gate"`
	FirstGate  string  `json:"first_gate"` // the day of the first gate
	ARR        float64 `json:"arr"`
	Verdict    string  `json:"verdict"`

	Gates     []RenewalGateView   `json:"gates"`
	Items     []RenewalItemView   `json:"items"`
	Holds     int                 `json:"holds"`
	Of        int                 `json:"of"`
	Signal    string              `json:"signal"`
	Reasons   []RenewalReasonView `json:"reasons"`
	Call      string              `json:"call"` // the latest
	Disagrees string              `json:"disagrees"`
	MayWatch  bool                `json:"may_watch"` // "monitor" is a call at this gate

	Checklist   []RenewalTickView `json:"checklist"`
	Mitigation  string            `json:"mitigation"`
	Ask         string            `json:"ask"`
	Offer       *float64          `json:"offer"`
	Concessions string            `json:"concessions"`
	Paper       []RenewalStepView `json:"paper"`
	Forecast    *float64          `json:"forecast"`
	Probability *float64          `json:"probability"` // 0..1
	Lessons     string            `json:"lessons"`

	Result       string   `json:"result"` // open, or how it ended
	ResultOn     string   `json:"result_on"`
	ResultARR    *float64 `json:"result_arr"`
	ResultReason string   `json:"result_reason"`
	NextStart    string   `json:"next_start"` // what the next term would be
	NextEnd      string   `json:"next_end"`

	Others   []RenewalOtherView `json:"others"`
	People   []string           `json:"people"` // who may own a step
	Plan     bool               `json:"plan"`
	Story    string             `json:"story"` // the newest of this term
	ReadOnly bool               `json:"read_only"`
}

// RenewalGateView is a gate of a renewal and its call. Signal is what the records
// said when it was made, Disagrees how the call differed from it. Now says that it
// is the gate that stands.
type RenewalGateView struct {
	DaysBefore int64  `json:"days_before"`
	On         string `json:"on"`
	Reached    bool   `json:"reached"`
	Now        bool   `json:"now"`
	Call       string `json:"call"`
	Signal     string `json:"signal"`
	Disagrees  string `json:"disagrees"`
	Reason     string `json:"reason"`
	DecidedBy  string `json:"decided_by"`
	DecidedOn  string `json:"decided_on"`
}

// RenewalItemView is a line of the readiness list: see success.ReadyItem. Title is
// what a person calls the record.
type RenewalItemView struct {
	Key   string `json:"key"`
	Gate  int    `json:"gate"`
	Done  bool   `json:"done"`
	Due   bool   `json:"due"`
	Count int    `json:"count"`
	Of    int    `json:"of"`
	On    string `json:"on"`
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
}

// RenewalReasonView is a reason for the signal: see success.SignalReason.
type RenewalReasonView struct {
	Kind     string `json:"kind"`
	Name     string `json:"name"`
	Severity int    `json:"severity"`
	Count    int    `json:"count"`
	Of       int    `json:"of"`
	Title    string `json:"title"`
}

// RenewalTickView is a line of a renewal's own checklist.
type RenewalTickView struct {
	Text   string `json:"text"`
	DoneOn string `json:"done_on"`
}

// RenewalStepView is a step of the paper path. Late says that its day has passed.
type RenewalStepView struct {
	Step   string `json:"step"`
	Owner  string `json:"owner"`
	Due    string `json:"due"`
	DoneOn string `json:"done_on"`
	Late   bool   `json:"late"`
}

// RenewalOtherView is another term of the account: of another contract, or one that
// is over.
type RenewalOtherView struct {
	Term     string `json:"term"`
	Contract string `json:"contract"`
	End      string `json:"end"`
	Result   string `json:"result"`
}
