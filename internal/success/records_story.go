package success

import "encoding/json"

// Motivation is why clients of a kind act.
type Motivation struct {
	Meta
	Stage       string   `json:"stage,omitzero" rec:"enum=acquisition|purchase|success|renewal"`
	Name        string   `json:"name" rec:"title,search,required"`
	Description string   `json:"description,omitzero" rec:"search"`
	Position    Position `json:"position,omitzero"`
}

// Indicator is a measurable sign of a motivation.
type Indicator struct {
	Meta
	MotivationID  ID       `json:"motivation_id,omitzero" rec:"ref=motivation"`
	Name          string   `json:"name" rec:"title,search,required"`
	Stage         string   `json:"stage,omitzero" rec:"enum=acquisition|purchase|success|renewal"`
	IndicatorKind string   `json:"kind,omitzero" rec:"enum=yes/no|number|category"`
	Nature        string   `json:"nature,omitzero" rec:"enum=motivational|demographic|internal"`
	Source        string   `json:"source,omitzero"`
	Position      Position `json:"position,omitzero"`
}

// IndicatorValue is what an account shows for an indicator: a bool, a number or
// a text, as the indicator's kind says.
type IndicatorValue struct {
	Meta
	IndicatorID ID              `json:"indicator_id" rec:"owner2=indicator,required"`
	AccountID   ID              `json:"account_id" rec:"owner=account,required"`
	Value       json.RawMessage `json:"value,omitempty"`
	On          Date            `json:"on,omitzero"`
}

// CustomerType is a named bundle of indicator values. Of several whose rules hold
// the first by Position is meant, then the first made.
type CustomerType struct {
	Meta
	Name        string     `json:"name" rec:"title,search,required"`
	Description string     `json:"description,omitzero" rec:"search"`
	Color       string     `json:"color,omitzero"`
	Rules       []TypeRule `json:"rules,omitzero"`
	Position    Position   `json:"position,omitzero"`
}

// TypeRule is one condition of a customer type.
type TypeRule struct {
	IndicatorID ID              `json:"indicator_id"`
	Op          string          `json:"op"`
	Value       json.RawMessage `json:"value,omitempty"`
}

// Renewal is the work of one term's end: readiness, the call, the result.
type Renewal struct {
	Meta
	TermID      ID          `json:"term_id" rec:"owner=term,required"`
	Gates       []GateCall  `json:"gates,omitzero"`
	Checklist   []CheckItem `json:"checklist,omitzero"`
	Mitigation  string      `json:"mitigation,omitzero" rec:"search"`
	ForecastARR Money       `json:"forecast_arr,omitzero"`
	Probability *float64    `json:"probability,omitzero" rec:"min=0,max=1"`
	Ask         string      `json:"ask,omitzero" rec:"search"`
	Offer       Money       `json:"offer,omitzero"`
	Concessions string      `json:"concessions,omitzero" rec:"search"`
	PaperPath   []PaperStep `json:"paper_path,omitzero"`
	Lessons     string      `json:"lessons,omitzero" rec:"search"`
}

// GateCall is the CSM's call at a gate beside the rule-based signal.
type GateCall struct {
	DaysBefore Count  `json:"days_before"`
	Call       string `json:"call,omitzero"`
	Signal     string `json:"signal,omitzero"`
	Reason     string `json:"reason,omitzero"`
	DecidedBy  string `json:"decided_by,omitzero"`
	On         Date   `json:"on,omitzero"`
}

// CheckItem is one line of a renewal's own checklist.
type CheckItem struct {
	Text   string `json:"text"`
	DoneOn Date   `json:"done_on,omitzero"`
}

// PaperStep is one step of a renewal's paper path.
type PaperStep struct {
	Step   string `json:"step"`
	Owner  string `json:"owner,omitzero"`
	Due    Date   `json:"due,omitzero"`
	DoneOn Date   `json:"done_on,omitzero"`
}

// Story is the renewal story of one term, frozen when told.
type Story struct {
	Meta
	TermID          ID             `json:"term_id" rec:"owner=term,required"`
	Title           string         `json:"title,omitzero" rec:"title,search"`
	Audience        string         `json:"audience,omitzero" rec:"enum=client|internal|public,default=client"`
	Sections        []StorySection `json:"sections,omitzero"`
	Status          string         `json:"status,omitzero" rec:"enum=draft|in review|told,default=draft"`
	ToldOn          Date           `json:"told_on,omitzero"`
	Locale          string         `json:"locale,omitzero"` // of its documents, BCP 47; empty is the reader's own
	Length          *Count         `json:"length,omitzero"` // of its deck, in slides; empty is the usual one
	Permission      string         `json:"permission,omitzero" rec:"enum=internal|named|anonymous|public"`
	PermissionBy    string         `json:"permission_by,omitzero"`
	PermissionUntil Date           `json:"permission_until,omitzero"`
	Frozen          string         `json:"frozen,omitzero" rec:"blob"` // what was told, word for word
	ContentHash     string         `json:"content_hash,omitzero"`      // of the document for its own audience
	Redacted        []Redaction    `json:"redacted,omitzero"`
}

// Redaction says that a person was taken out of a told story, and what the story
// was known by before: who has a file of that day can still tell which one it is.
type Redaction struct {
	On          Date   `json:"on"`
	Frozen      string `json:"frozen"`
	ContentHash string `json:"content_hash"`
}

// StorySection is one section of a story, in its order; its claims are records
// of their own. A hidden one was taken out, with all its claims, and can come
// back.
type StorySection struct {
	Key    string `json:"key"`
	Title  string `json:"title,omitzero"`
	Body   string `json:"body,omitzero"`
	Hidden bool   `json:"hidden,omitzero"`
}

// Claim is one statement of a story, tied to the records that prove it.
type Claim struct {
	Meta
	StoryID  ID       `json:"story_id" rec:"owner=story,required"`
	Section  string   `json:"section,omitzero"`
	Text     string   `json:"text,omitzero" rec:"title,search"`
	Position Position `json:"position,omitzero"`
	Proof    []Link   `json:"proof,omitzero"`
}

// ExportRecord says who got which version of a story, or a document that is no
// story's, such as a handover page, of an account.
type ExportRecord struct {
	Meta
	StoryID     ID      `json:"story_id,omitzero" rec:"owner=story"`
	AccountID   ID      `json:"account_id,omitzero" rec:"else=account"`
	Format      string  `json:"format,omitzero"`
	Template    string  `json:"template,omitzero"`
	Audience    string  `json:"audience,omitzero" rec:"enum=client|internal|public"`
	ExportedAt  Instant `json:"exported_at,omitzero"`
	ExportedBy  string  `json:"exported_by,omitzero"`
	ContentHash string  `json:"content_hash,omitzero"`
	FileName    string  `json:"file_name,omitzero" rec:"title"`
}

// SavedView is a named way to look at the portfolio.
type SavedView struct {
	Meta
	Name     string          `json:"name" rec:"title,required"`
	ViewKind string          `json:"kind,omitzero"`
	Body     json.RawMessage `json:"body,omitempty"`
}

// Mapping is a named matching of import columns to fields.
type Mapping struct {
	Meta
	Name        string          `json:"name" rec:"title,required"`
	MappingKind string          `json:"kind,omitzero"`
	Body        json.RawMessage `json:"body,omitempty"`
}

// Template is a named start for a plan or a document.
type Template struct {
	Meta
	Name         string          `json:"name" rec:"title,required"`
	TemplateKind string          `json:"kind,omitzero"`
	Body         json.RawMessage `json:"body,omitempty"`
}

// Kind returns "motivation".
func (*Motivation) Kind() Kind { return "motivation" }

// Kind returns "indicator".
func (*Indicator) Kind() Kind { return "indicator" }

// Kind returns "indicator_value".
func (*IndicatorValue) Kind() Kind { return "indicator_value" }

// Kind returns "customer_type".
func (*CustomerType) Kind() Kind { return "customer_type" }

// Kind returns "renewal".
func (*Renewal) Kind() Kind { return "renewal" }

// Kind returns "story".
func (*Story) Kind() Kind { return "story" }

// Kind returns "claim".
func (*Claim) Kind() Kind { return "claim" }

// Kind returns "export_record".
func (*ExportRecord) Kind() Kind { return "export_record" }

// Kind returns "saved_view".
func (*SavedView) Kind() Kind { return "saved_view" }

// Kind returns "mapping".
func (*Mapping) Kind() Kind { return "mapping" }

// Kind returns "template".
func (*Template) Kind() Kind { return "template" }
