package success

// Side is one view of an account's value on a day: the proved one or, with
// claims, the claimed one. Money is in major units of the figure's currency.
type Side struct {
	Level      float64 `json:"level"`     // a year, as of the day
	Velocity   float64 `json:"velocity"`  // Level less the Level 365 days before
	Perceived  float64 `json:"perceived"` // value as its receivers feel it
	Benefits   int     `json:"benefits"`  // in force
	People     int64   `json:"people"`    // reached
	Dimensions int     `json:"dimensions"`
}

// Axes are plain differences between two days of the proved figures.
type Axes struct {
	Benefits   int     `json:"benefits"`
	People     int64   `json:"people"`
	Dimensions int     `json:"dimensions"`
	Value      float64 `json:"value"`
}

// Verdict is the one word for how an account's value moves.
type Verdict string

// The verdicts, in the order in which they are tried.
const (
	NotYetKnown Verdict = "not yet known"
	NoValueYet  Verdict = "no value yet"
	Shrinking   Verdict = "shrinking"
	Expanding   Verdict = "expanding"
	Deepening   Verdict = "deepening"
	Static      Verdict = "static"
)

// VelocityFigure answers how value grows: level, velocity, felt value, reach,
// verdict and silence of an account on a day.
type VelocityFigure struct {
	Account              ID      `json:"account"`
	On                   Date    `json:"on"`
	Currency             string  `json:"currency"`
	Proved               Side    `json:"proved"`
	Claimed              Side    `json:"claimed"`
	Since                Date    `json:"since"` // the verdict's t0
	Axes                 Axes    `json:"axes"`
	Verdict              Verdict `json:"verdict"`
	FirstValueOn         Date    `json:"first_value_on"`
	TimeToFirstValueDays *int    `json:"time_to_first_value_days"`
	FirstValueOverdue    bool    `json:"first_value_overdue"`
	SilenceDays          *int    `json:"silence_days"` // nil: unknown
	LeftOut              []ID    `json:"-"`            // steps whose amount had no rate and is left out
}

// DeliveredFigure is the value delivered from a day (counted) to a day (not
// counted), in money, not in money a year.
type DeliveredFigure struct {
	Account  ID      `json:"account"`
	From     Date    `json:"from"`
	To       Date    `json:"to"`
	Currency string  `json:"currency"`
	Proved   float64 `json:"proved"`
	Claimed  float64 `json:"claimed"`
}

// MeasureState says where a measure stands.
type MeasureState string

// The states of a measure, in the order in which they are tried.
const (
	NoBaseline  MeasureState = "no baseline"
	NotMeasured MeasureState = "not measured"
	Stale       MeasureState = "stale"
	Met         MeasureState = "met"
	OnTrack     MeasureState = "on track"
	OffTrack    MeasureState = "off track"
)

// Trend is the Theil-Sen slope of a measure's readings with the Mann-Kendall
// test: N days read, Slope in units a day, P two-sided.
type Trend struct {
	N         int     `json:"n"`
	Slope     float64 `json:"slope"`
	S         int     `json:"s"`
	P         float64 `json:"p"`
	Direction string  `json:"direction"` // rising, falling, flat
}

// MeasureFigure is where one measure stands on a day.
type MeasureFigure struct {
	Measure  ID           `json:"measure"`
	Now      *float64     `json:"now"`
	Progress *float64     `json:"progress"` // unclamped share of the way; nil for hold
	State    MeasureState `json:"state"`
	Trend    *Trend       `json:"trend"`
	NowOn    Date         `json:"-"` // day of the reading behind Now
}

// MeasuresFigure is where an account's measures stand, in order of id.
type MeasuresFigure struct {
	Account  ID              `json:"account"`
	On       Date            `json:"on"`
	Measures []MeasureFigure `json:"measures"`
}

// RetentionFigure is gross, net and logo retention over the accounts that had
// recurring revenue at From; the shares are nil where there were none.
type RetentionFigure struct {
	From     Date     `json:"from"`
	To       Date     `json:"to"`
	Currency string   `json:"currency"`
	Accounts int      `json:"accounts"`
	Kept     int      `json:"kept"`
	ARRFrom  float64  `json:"arr_from"`
	ARRTo    float64  `json:"arr_to"`
	GRR      *float64 `json:"grr"`
	NRR      *float64 `json:"nrr"`
	Logo     *float64 `json:"logo"`
}

// AssetFigure is an account looked at as an asset. Reason says why there is no
// expected value.
type AssetFigure struct {
	Account          ID       `json:"account"`
	On               Date     `json:"on"`
	Currency         string   `json:"currency"`
	ARR              float64  `json:"arr"`
	CACPaybackMonths *float64 `json:"cac_payback_months"`
	RetentionRate    float64  `json:"retention_rate"`
	ExpectedValue    *float64 `json:"expected_value"`
	Reason           *string  `json:"expected_value_reason"`
	Spread           float64  `json:"spread"`
}

// Mark says what a claim brings since the last told story; empty (null in
// JSON) where it points at no benefit with a step.
type Mark string

// The marks of a claim, best first.
const (
	MarkNew     Mark = "new"
	MarkGrown   Mark = "grown"
	MarkOldNews Mark = "old news"
)

// ClaimFigure is the mark of one claim.
type ClaimFigure struct {
	Claim ID   `json:"claim"`
	Mark  Mark `json:"mark"`
}

// StoryFigureOf is how new a story is: Novelty is the share (0..1) of news that
// came after Since, the day of the last told story (none for the first).
type StoryFigureOf struct {
	Story   ID            `json:"story"`
	On      Date          `json:"on"`
	Since   Date          `json:"since"`
	Novelty float64       `json:"novelty"`
	OldNews bool          `json:"old_news"`
	Claims  []ClaimFigure `json:"claims"`
}

// MarshalJSON writes the mark, or null for none.
func (m Mark) MarshalJSON() ([]byte, error) {
	if m == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(m) + `"`), nil
}
