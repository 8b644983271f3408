package desktop

// CaptureInput is a page of notes about an account, the day of the conversation
// (empty is today), and what the writer settled beside the text. Comma reads 4,200
// as a little over four.
type CaptureInput struct {
	Account string            `json:"account"`
	Text    string            `json:"text"`
	On      string            `json:"on"`
	Comma   bool              `json:"comma"`
	Plain   []int             `json:"plain"`
	Names   map[string]string `json:"names"`
	Fixes   []CaptureFix      `json:"fixes"`
}

// CaptureFix gives a field of what a line proposes another value, as it is typed:
// days are YYYY-MM-DD, numbers plain decimals, a list of ids parted by blanks, the
// subject of a quote "kind id"; an empty text takes the field out. Line 0 is the
// conversation.
type CaptureFix struct {
	Line  int    `json:"line"`
	Kind  string `json:"kind"`
	Field string `json:"field"`
	Value string `json:"value"`
}

// CaptureView is what a page was read as. Records counts what would be saved; Note
// is what stays in words. Nothing of it is saved.
type CaptureView struct {
	On      string              `json:"on"`
	Note    string              `json:"note"`
	Records int                 `json:"records"`
	Talk    []CaptureFieldView  `json:"talk"`
	People  []CapturePersonView `json:"people"`
	Lines   []CaptureLineView   `json:"lines"`
}

// CapturePersonView is somebody who was met: by ID, or new where that is empty.
type CapturePersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Title string `json:"title"`
}

// CaptureLineView is one line that begins with a sign. Plain says that the writer
// left it as words, Reason why it could not be read; either has no Records.
type CaptureLineView struct {
	Line    int                 `json:"line"`
	Sign    string              `json:"sign"`
	Text    string              `json:"text"`
	Plain   bool                `json:"plain"`
	Reason  string              `json:"reason"`
	Name    string              `json:"name"`
	Guess   string              `json:"guess"`
	Records []CaptureRecordView `json:"records"`
}

// CaptureRecordView is one record that a line makes, or, with an ID, changes.
type CaptureRecordView struct {
	Kind   string             `json:"kind"`
	ID     string             `json:"id"`
	Fields []CaptureFieldView `json:"fields"`
}

// CaptureFieldView is a field as it can be typed.
type CaptureFieldView struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// CaptureAccountView is what the preview of notes offers of their account. HasPlan
// says that there is a plan for milestones and changes to stand in.
type CaptureAccountView struct {
	ID         string               `json:"id"`
	Name       string               `json:"name"`
	Currency   string               `json:"currency"`
	Today      string               `json:"today"`
	HasPlan    bool                 `json:"has_plan"`
	People     []TalkPersonView     `json:"people"`
	Outcomes   []NamedView          `json:"outcomes"`
	Benefits   []NamedView          `json:"benefits"`
	Measures   []CaptureMeasureView `json:"measures"`
	Dimensions []string             `json:"dimensions"`
}

// CaptureMeasureView is a measure that a reading may be of.
type CaptureMeasureView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Unit string `json:"unit"`
}
