package desktop

// TalksView is an account's conversations: touchpoints, questions and insights as
// one stream, the newest first, with what stands beside them. Days are YYYY-MM-DD
// or empty.
type TalksView struct {
	Account  string           `json:"account"`
	Name     string           `json:"name"`
	Today    string           `json:"today"`
	People   []TalkPersonView `json:"people"`
	Outcomes []NamedView      `json:"outcomes"`
	Teams    []string         `json:"teams"`
	Items    []TalkView       `json:"items"`
	Replies  RepliesView      `json:"replies"`
	Months   []TalkMonthView  `json:"months"`
}

// TalkPersonView is somebody at the client who may have been met.
type TalkPersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
	Email string `json:"email"`
	Left  bool   `json:"left"`
}

// NamedView is a record by its name.
type NamedView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// TalkView is one touchpoint, question or insight; fields that its Kind has not are
// empty. On is the day of a touchpoint, that on which a question was asked, and
// that on which an insight was written down. Reply is where the answer to a message
// stands: owed, late, answered, too late, or empty where none is owed; Due is its
// day, and ReplyDays how long it took, null before it came.
type TalkView struct {
	ID           string          `json:"id"`
	Kind         string          `json:"kind"`
	On           string          `json:"on"`
	Text         string          `json:"text"`
	TouchKind    string          `json:"touch_kind"`
	Direction    string          `json:"direction"`
	People       []string        `json:"people"`
	NeedsReplyBy string          `json:"needs_reply_by"`
	RepliedOn    string          `json:"replied_on"`
	Reply        string          `json:"reply"`
	Due          string          `json:"due"`
	ReplyDays    *int            `json:"reply_days"`
	Leaving      bool            `json:"leaving"`
	Ticket       string          `json:"ticket"`
	Internal     bool            `json:"internal"`
	Outcome      string          `json:"outcome_id"`
	FromTeam     string          `json:"from_team"`
	AskedOf      string          `json:"asked_of"`
	AnsweredOn   string          `json:"answered_on"`
	Answer       string          `json:"answer"`
	OpenDays     *int            `json:"open_days"`
	Question     string          `json:"question_id"`
	Teams        []TeamShareView `json:"teams"`
	Evidence     int             `json:"evidence"`
}

// TeamShareView says that an insight reached a team, and when.
type TeamShareView struct {
	Team     string `json:"team"`
	SharedOn string `json:"shared_on"`
}

// RepliesView is the reply record: the messages of the last 365 days that are owed
// an answer, and older ones still open. MedianDays is null where none was answered,
// Share (0..1) where none is decided.
type RepliesView struct {
	Messages   int             `json:"messages"`
	Answered   int             `json:"answered"`
	InTime     int             `json:"in_time"`
	Open       int             `json:"open"`
	Late       int             `json:"late"`
	MedianDays *float64        `json:"median_days"`
	Share      *float64        `json:"share"`
	Months     []RepliesInView `json:"months"`
}

// RepliesInView is the reply record of one month's messages; Month is its first
// day.
type RepliesInView struct {
	Month      string   `json:"month"`
	Messages   int      `json:"messages"`
	MedianDays *float64 `json:"median_days"`
	Share      *float64 `json:"share"`
}

// TalkMonthView counts the questions asked, the teaching touchpoints and the
// insights of one month; Month is its first day.
type TalkMonthView struct {
	Month    string `json:"month"`
	Asked    int    `json:"asked"`
	Taught   int    `json:"taught"`
	Insights int    `json:"insights"`
}

// RecapView is what was agreed in a conversation, for a mail to those who were
// there. Nothing internal is in it. Language is the one of the account's last
// story, or empty.
type RecapView struct {
	Account  string           `json:"account"`
	On       string           `json:"on"`
	Language string           `json:"language"`
	To       []TalkPersonView `json:"to"`
	Summary  string           `json:"summary"`
	Ours     []RecapLineView  `json:"ours"`
	Theirs   []RecapLineView  `json:"theirs"`
	Changes  []RecapLineView  `json:"changes"`
	Readings []RecapLineView  `json:"readings"`
	Asked    []RecapLineView  `json:"asked"`
	LeftOut  int              `json:"left_out"`
}

// RecapLineView is one line of a recap: what, whose, until when; of a reading its
// number, and of a question its answer.
type RecapLineView struct {
	Text   string   `json:"text"`
	Who    string   `json:"who"`
	Due    string   `json:"due"`
	Value  *float64 `json:"value"`
	Unit   string   `json:"unit"`
	Answer string   `json:"answer"`
}
