package exchange

// Result counts what an import did, or would do. Its JSON is what the command
// line answers.
type Result struct {
	New     int         `json:"new"`
	Changed int         `json:"changed"`
	Same    int         `json:"same"`
	Refused int         `json:"refused"`
	Rows    []RowResult `json:"rows"`            // the refused ones, with what to do about each
	Notes   []RowResult `json:"notes,omitempty"` // what was applied but deserves a look; row 0 speaks of the whole file
}

// RowResult says something about one row of a table or one line of a bundle.
type RowResult struct {
	Row    int    `json:"row"`            // as a spreadsheet counts them: the header is row 1
	File   string `json:"file,omitempty"` // in a bundle; Row is then the line
	Reason string `json:"reason"`
}

// Status says what an import does with a row.
type Status string

// The statuses of a row.
const (
	StatusNew     Status = "new"
	StatusChanged Status = "changed"
	StatusSame    Status = "same"
	StatusRefused Status = "refused"
)

// RowPreview is one row of the preview: what would happen and which cells of
// existing records would change.
type RowPreview struct {
	Row     int          `json:"row"`
	Status  Status       `json:"status"`
	Name    string       `json:"name"`
	Reason  string       `json:"reason,omitempty"`
	Changes []CellChange `json:"changes,omitempty"`

	Question *Question `json:"question,omitempty"`
}

// CellChange is one field that an import sets: From is empty for a new record.
type CellChange struct {
	Kind  string `json:"kind"`
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}
