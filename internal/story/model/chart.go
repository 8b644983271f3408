package model

// ChartKind is the form of a chart.
type ChartKind string

// The forms. ChartStep is a line that changes only at its points (upright
// risers, level treads). In a combination the series with Line are lines over
// the columns, on the same axis.
const (
	ChartLine          ChartKind = "line"
	ChartStep          ChartKind = "step"
	ChartColumn        ChartKind = "column"
	ChartStackedColumn ChartKind = "stacked_column"
	ChartBar           ChartKind = "bar"
	ChartStackedBar    ChartKind = "stacked_bar"
	ChartCombination   ChartKind = "combination"
	ChartDoughnut      ChartKind = "doughnut"
)

// Chart is a chart as data; a format that can draws it natively, with its
// figures behind it.
type Chart struct {
	Kind ChartKind `json:"kind"`
	// Title stands over the chart, small; may be empty where the page's title
	// says it.
	Title string `json:"title,omitempty"`
	// Categories are the texts along the first axis, one a point. Days, where
	// set, are the same points as ISO dates in rising order and make it an
	// axis of time (line, step, column); Categories are then their texts.
	Categories []string `json:"categories"`
	Days       []string `json:"days,omitempty"`
	// CategoryHead heads the first column of the table behind the chart.
	CategoryHead string   `json:"category_head,omitempty"`
	Series       []Series `json:"series"`
	// CategoryAxis and ValueAxis are the axes' titles; may be empty. Unit goes
	// with the value axis where it has no title.
	CategoryAxis string `json:"category_axis,omitempty"`
	ValueAxis    string `json:"value_axis,omitempty"`
	Unit         string `json:"unit,omitempty"`
	// NumberFormat is the axis' and labels' number format in the notation of
	// a spreadsheet, fit for the locale's currency and decimals (`#,##0`,
	// `"€"#,##0,"k"`); empty means General. DateFormat likewise (`mmm yyyy`).
	NumberFormat string `json:"number_format,omitempty"`
	DateFormat   string `json:"date_format,omitempty"`
	// Min and Max bound the value axis; nil leaves Max to the renderer and
	// Min at zero.
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
	// Labels shows each value at its mark; otherwise series are named at
	// their end or in a legend.
	Labels bool `json:"labels,omitempty"`
	// Alt describes the picture to who cannot see it: what it shows and what
	// follows from it.
	Alt string `json:"alt"`
	// Source and Method stand in small type under the chart.
	Source string `json:"source,omitempty"`
	Method string `json:"method,omitempty"`
}

// Role says what a series stands for, and with that its colour and fill.
type Role string

// The roles: proved is solid green, claimed hatched, target and baseline thin
// and dashed, cost grey ink; a plain series takes the next ink or dimension
// colour.
const (
	RolePlain    Role = ""
	RoleProved   Role = "proved"
	RoleClaimed  Role = "claimed"
	RoleTarget   Role = "target"
	RoleBaseline Role = "baseline"
	RoleCost     Role = "cost"
)

// Series is one series of a chart.
type Series struct {
	Name string `json:"name"`
	Role Role   `json:"role,omitempty"`
	// Line makes it a line in a combination.
	Line bool `json:"line,omitempty"`
	// Values are the points; nil is a gap. Texts are the same as shown.
	Values []*float64 `json:"values"`
	Texts  []string   `json:"texts,omitempty"`
	// Colours of a doughnut's slices follow Roles, one a point; may be short.
	Roles []Role `json:"roles,omitempty"`
}

// ValuePicture is the picture of how value has grown: a staircase of proved
// value filled, what is claimed besides hatched above it, its news named at
// the steps, silences in amber.
type ValuePicture struct {
	// From and To are the first and last day drawn, ISO. Today, where it lies
	// before To, begins the future: the same marks dashed on a wash.
	From  string `json:"from"`
	To    string `json:"to"`
	Today string `json:"today,omitempty"`
	// Points are the days on which a level changes, in rising order; a level
	// holds until the next point. The first may lie on From.
	Points []LevelPoint `json:"points"`
	// ValueTicks are the grid's lines from zero up, at most five; DateTicks
	// the words under the picture.
	ValueTicks []ValueTick `json:"value_ticks"`
	DateTicks  []DateTick  `json:"date_ticks"`
	Callouts   []Callout   `json:"callouts,omitempty"`
	Verticals  []Vertical  `json:"verticals,omitempty"`
	Silences   []Silence   `json:"silences,omitempty"`
	// ProvedEnd and ClaimedEnd stand at the right end of their lines.
	ProvedEnd  EndLabel `json:"proved_end"`
	ClaimedEnd EndLabel `json:"claimed_end"`
	// ProvedName and ClaimedName head the columns of the table behind the
	// picture and name the series of its chart.
	ProvedName  string `json:"proved_name"`
	ClaimedName string `json:"claimed_name"`
	// NumberFormat is as in Chart.
	NumberFormat string `json:"number_format,omitempty"`
	// Empty is the sentence shown in place of a picture without value.
	Empty  string `json:"empty,omitempty"`
	Alt    string `json:"alt"`
	Source string `json:"source,omitempty"`
	Method string `json:"method,omitempty"`
}

// LevelPoint is the level from a day on.
type LevelPoint struct {
	On string `json:"on"`
	// Proved is the proved level a year; WithClaims the level if every claim
	// were confirmed, at least Proved.
	Proved     float64 `json:"proved"`
	WithClaims float64 `json:"with_claims"`
	// DateText, ProvedText and ClaimsText are the same as shown in the table
	// behind the picture.
	DateText   string `json:"date_text"`
	ProvedText string `json:"proved_text"`
	ClaimsText string `json:"claims_text"`
}

// ValueTick is a line of the grid.
type ValueTick struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

// DateTick is a word on the axis of time.
type DateTick struct {
	On   string `json:"on"`
	Text string `json:"text"`
}

// Callout names the news of a day at its step. Earlier ones in the list win
// where there is no room for all.
type Callout struct {
	On    string `json:"on"`
	Title string `json:"title"`
	// Short is the title cut by its sense, for where the whole has no room;
	// may be empty.
	Short  string `json:"short,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// VerticalKind is what an upright line marks.
type VerticalKind string

// The kinds of upright line.
const (
	VerticalStart   VerticalKind = "start"
	VerticalRenewal VerticalKind = "renewal"
	VerticalTold    VerticalKind = "told"
	VerticalFirst   VerticalKind = "first_value"
	VerticalLeaves  VerticalKind = "leaves"
	VerticalToday   VerticalKind = "today"
)

// Vertical is an upright line through the picture with its words above it.
type Vertical struct {
	On   string       `json:"on"`
	Kind VerticalKind `json:"kind"`
	Text string       `json:"text"`
}

// Silence is a time in which nothing new came.
type Silence struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Title  string `json:"title"`
	Detail string `json:"detail,omitempty"`
}

// EndLabel is the words at the end of a line; an empty Title draws none.
type EndLabel struct {
	Title  string `json:"title"`
	Detail string `json:"detail,omitempty"`
}
