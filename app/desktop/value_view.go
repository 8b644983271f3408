package desktop

// TimelineView is everything the picture of an account's value needs. Days are
// YYYY-MM-DD or empty, money is in major units of Currency, unrounded.
type TimelineView struct {
	Account           string           `json:"account"`
	Name              string           `json:"name"`
	Currency          string           `json:"currency"`
	Today             string           `json:"today"`
	From              string           `json:"from"`
	To                string           `json:"to"`
	TermFrom          string           `json:"term_from"`
	TermTo            string           `json:"term_to"`
	HalfLifeDays      float64          `json:"half_life_days"`
	FirstValueDue     string           `json:"first_value_due"`
	FirstValueOverdue bool             `json:"first_value_overdue"`
	Level             []LevelPointView `json:"level"`
	Felt              []FeltPointView  `json:"felt"`
	Lines             []LineView       `json:"lines"`
	Silences          []SilenceView    `json:"silences"`
	Lanes             []LaneView       `json:"lanes"`
	Axes              AxesView         `json:"axes"`
	ProvedCount       int              `json:"proved_count"`
	ClaimedCount      int              `json:"claimed_count"`
	ClaimedSteps      int              `json:"claimed_steps"`
	Waiting           WaitingView      `json:"waiting"`
	Dimensions        []string         `json:"dimensions"`
	Groups            []string         `json:"groups"`
	People            []PersonView     `json:"people"`
	Draft             DraftView        `json:"draft"`
}

// DraftView is the story of the next renewal that was not told yet; without an
// ID there is none. FileName is what its deck may be called.
type DraftView struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	FileName string `json:"file_name"`
}

// LevelPointView is the level from a day on; Claimed counts every claim.
type LevelPointView struct {
	On      string  `json:"on"`
	Proved  float64 `json:"proved"`
	Claimed float64 `json:"claimed"`
}

// FeltPointView is felt value right after a day's steps. All news fades at one
// pace, so it halves in a half-life until the next point.
type FeltPointView struct {
	On    string  `json:"on"`
	Value float64 `json:"value"`
}

// LineView is a vertical of the picture. Kind is start, first_value, renewed,
// renewal, told, cancelled or leaves. Days counts from the start to first value,
// or from today to a renewal; From and To are the ARR around a renewal, To alone
// a one-time amount that leaves the year.
type LineView struct {
	Kind   string  `json:"kind"`
	On     string  `json:"on"`
	Days   int     `json:"days"`
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Title  string  `json:"title"`
	Proved bool    `json:"proved"`
}

// SilenceView is a time of 120 days or more without proved news, and felt value
// at its ends.
type SilenceView struct {
	From     string  `json:"from"`
	To       string  `json:"to"`
	Days     int     `json:"days"`
	Open     bool    `json:"open"`
	FeltFrom float64 `json:"felt_from"`
	FeltTo   float64 `json:"felt_to"`
}

// LaneView is the benefits of one dimension, the proved ones first.
type LaneView struct {
	Dimension string        `json:"dimension"`
	Benefits  []BenefitView `json:"benefits"`
}

// BenefitView is one benefit. ProvedNow and ClaimedNow are its part of today's
// level; People are those reached by what is proved, or by the claims where
// nothing is; LeavesOn is the day its one-time amount leaves the year.
type BenefitView struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Dimension  string         `json:"dimension"`
	Group      string         `json:"group"`
	Measure    string         `json:"measure"`
	Internal   bool           `json:"internal"`
	Stale      bool           `json:"stale"`
	ProofOn    string         `json:"proof_on"`
	InForce    bool           `json:"in_force"`
	Proved     bool           `json:"proved"`
	Kind       string         `json:"kind"`
	ProvedNow  float64        `json:"proved_now"`
	ClaimedNow float64        `json:"claimed_now"`
	People     int64          `json:"people"`
	LeavesOn   string         `json:"leaves_on"`
	Spans      []SpanView     `json:"spans"`
	Steps      []StepView     `json:"steps"`
	Evidence   []EvidenceView `json:"evidence"`
}

// SpanView is a time in force; To is empty while it lasts.
type SpanView struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Proved bool   `json:"proved"`
}

// StepView is one step of a benefit. Record is the kind of record that made it;
// Reach are the people from this step on, with claims.
type StepView struct {
	ID           string   `json:"id"`
	Record       string   `json:"record"`
	On           string   `json:"on"`
	Kind         string   `json:"kind"`
	Amount       *float64 `json:"amount"`
	People       *int64   `json:"people"`
	Reach        int64    `json:"reach"`
	Confirmation string   `json:"confirmation"`
	ConfirmedBy  string   `json:"confirmed_by"`
	ConfirmedOn  string   `json:"confirmed_on"`
	News         float64  `json:"news"`
	ClaimedNews  float64  `json:"claimed_news"`
}

// EvidenceView is what backs a benefit or one of its steps.
type EvidenceView struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Title string `json:"title"`
	Body  string `json:"body"`
	URL   string `json:"url"`
	On    string `json:"on"`
	By    string `json:"by"`
}

// AxesView is the four axes since the last renewal (or the start, or a year
// ago), and the verdict, which looks at the last year.
type AxesView struct {
	Since      string   `json:"since"`
	SinceKind  string   `json:"since_kind"`
	Verdict    string   `json:"verdict"`
	Benefits   AxisView `json:"benefits"`
	People     AxisView `json:"people"`
	Dimensions AxisView `json:"dimensions"`
	Value      AxisView `json:"value"`
}

// AxisView is one axis: Claimed is how much more Change would be if every claim
// were confirmed.
type AxisView struct {
	Was     float64         `json:"was"`
	Is      float64         `json:"is"`
	Change  float64         `json:"change"`
	Claimed float64         `json:"claimed"`
	Series  []AxisPointView `json:"series"`
}

// AxisPointView is an axis from a day on.
type AxisPointView struct {
	On    string  `json:"on"`
	Value float64 `json:"value"`
}

// WaitingView is what is only claimed, a year, whose yes it waits for, and the
// steps that wait.
type WaitingView struct {
	Amount float64           `json:"amount"`
	People []string          `json:"people"`
	Steps  []WaitingStepView `json:"steps"`
}

// WaitingStepView is a claimed step and who can confirm it; Who is empty where
// nobody is known.
type WaitingStepView struct {
	Benefit string `json:"benefit"`
	Step    string `json:"step"`
	Who     string `json:"who"`
}
