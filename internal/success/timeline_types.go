package success

// Timeline is what the value picture draws of one account. All money is in
// major units of Currency; lists are in order of day.
type Timeline struct {
	Account  ID           `json:"account"`
	Currency string       `json:"currency"`
	From     Date         `json:"from"`
	To       Date         `json:"to"`
	Today    Date         `json:"today"`
	Levels   []LevelPoint `json:"levels"`   // one at From, then one each day something changes; after Today: if all stays in force
	Felt     []FeltPoint  `json:"felt"`     // weekly, and on each day of news or of a changed rate
	Silences []Silence    `json:"silences"` // spans of 120 days and more between proved news
	Events   []Event      `json:"events"`   // terms, told stories, first value, cancellation
	Lanes    []Lane       `json:"lanes"`    // one a benefit, by first appearance
	Leaving  []Leaving    `json:"leaving"`  // one-time amounts leaving the year within the picture
}

// LevelPoint is value and reach from a day on, until the next point.
type LevelPoint struct {
	On                Date    `json:"on"`
	Proved            float64 `json:"proved"`
	Claimed           float64 `json:"claimed"`
	Benefits          int     `json:"benefits"`
	People            int64   `json:"people"`
	Dimensions        int     `json:"dimensions"`
	ClaimedBenefits   int     `json:"claimed_benefits"`
	ClaimedPeople     int64   `json:"claimed_people"`
	ClaimedDimensions int     `json:"claimed_dimensions"`
}

// FeltPoint is perceived value on a day. Before is its value just before the
// day's own news: where it differs the curve is upright.
type FeltPoint struct {
	On     Date    `json:"on"`
	Before float64 `json:"before"`
	Value  float64 `json:"value"`
}

// Silence is a time without proved news. To is the day of the next news, or
// Today while it lasts (Open).
type Silence struct {
	From      Date    `json:"from"`
	To        Date    `json:"to"`
	Days      int     `json:"days"`
	Open      bool    `json:"open"`
	FeltStart float64 `json:"felt_start"`
	FeltEnd   float64 `json:"felt_end"`
}

// Event is a vertical of the picture. Kind is start (a contract's first term),
// renewal (a term that follows another one of its contract), term_end (of a
// term that none follows), told, first_value or cancelled; Record names the
// term, the story or the account, and Text is the contract or the title.
type Event struct {
	On     Date   `json:"on"`
	Kind   string `json:"kind"`
	Record Link   `json:"record"`
	Text   string `json:"text"`
}

// Lane is one benefit in the picture.
type Lane struct {
	Benefit   ID         `json:"benefit"`
	Title     string     `json:"title"`
	Dimension string     `json:"dimension"`
	Group     string     `json:"group"`
	Internal  bool       `json:"internal"`
	Spans     []Span     `json:"spans"` // in force, with claims
	Marks     []StepMark `json:"marks"`
	Proved    float64    `json:"proved"`  // its level today
	Claimed   float64    `json:"claimed"` // its level today with claims
	People    int64      `json:"people"`  // today, with claims
	Stale     bool       `json:"stale"`   // its newest proof is older than 365 days
	ProofOn   Date       `json:"proof_on"`
}

// Span is a time in force; To is not counted and is none while it lasts.
// Proved says whether it is in force by proved steps alone.
type Span struct {
	From   Date `json:"from"`
	To     Date `json:"to"`
	Proved bool `json:"proved"`
}

// StepMark is one step of a benefit as a mark. Record is the step, or the
// reading that made it.
type StepMark struct {
	On           Date     `json:"on"`
	Record       Link     `json:"record"`
	Kind         string   `json:"kind"` // once, yearly
	Amount       *float64 `json:"amount"`
	People       *int64   `json:"people"`
	Reach        int64    `json:"reach"` // people from this step on, with claims
	Confirmation string   `json:"confirmation"`
	News         float64  `json:"news"`         // proved news of the day
	ClaimedNews  float64  `json:"claimed_news"` // news with claims
}

// Leaving is a one-time amount that leaves the year on a day.
type Leaving struct {
	On      Date    `json:"on"`
	Benefit ID      `json:"benefit"`
	Title   string  `json:"title"`
	Amount  float64 `json:"amount"`
	Proved  bool    `json:"proved"`
}

// AxisFigure is one axis between two days. ClaimedChange is what the claims add
// to the proved change.
type AxisFigure struct {
	Was           float64 `json:"was"`
	Is            float64 `json:"is"`
	ProvedChange  float64 `json:"proved_change"`
	ClaimedChange float64 `json:"claimed_change"`
}

// AxesFigure is the four axes since any day.
type AxesFigure struct {
	Since      Date       `json:"since"`
	On         Date       `json:"on"`
	Currency   string     `json:"currency"`
	Benefits   AxisFigure `json:"benefits"`
	People     AxisFigure `json:"people"`
	Dimensions AxisFigure `json:"dimensions"`
	Value      AxisFigure `json:"value"`
}

// Explanation is the why behind a figure: the rule in plain words, the
// arithmetic as rows, and the records it stands on.
type Explanation struct {
	Figure   string       `json:"figure"`
	Title    string       `json:"title"`
	Rule     string       `json:"rule"`
	Currency string       `json:"currency"`
	Rows     []ExplainRow `json:"rows"`
	Result   string       `json:"result"` // a word, where the figure is one
	Total    *float64     `json:"total"`  // a number, where it is one
	Unit     string       `json:"unit"`   // "money", "money a year", "days", "people", "share", ""
	Notes    []string     `json:"notes"`
}

// ExplainRow is one line of the arithmetic with the record behind it.
type ExplainRow struct {
	Label  string   `json:"label"`
	On     Date     `json:"on"`
	Value  *float64 `json:"value"`
	Text   string   `json:"text"`
	Unit   string   `json:"unit"`
	Record Link     `json:"record"`
}
