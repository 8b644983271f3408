// Package model is the document model: what a story says, page by page, in
// plain types that every format (slides, page, web, text) draws from. It is
// pure data. internal/story fills it, internal/document renders it, and a
// renderer never decides content: each text, number, date and sum arrives
// here ready formatted in the document's locale, together with what a reader
// who cannot see the picture needs (alt texts, the table behind a chart) and
// in reading order.
//
// Raw numbers stand beside their texts only where a picture has to be drawn
// to scale. Days are ISO dates ("2026-06-09"). Everything marshals to JSON
// and back without loss, so a frozen story can be kept as it was told.
package model

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Audience says for whom a document is made.
type Audience string

// The audiences. Only internal documents may carry internal records; a
// client's or a public file never has speaker notes.
const (
	AudienceInternal Audience = "internal"
	AudienceClient   Audience = "client"
	AudiencePublic   Audience = "public"
)

// Kind says what a document is.
type Kind string

// The kinds: the renewal deck with a page for each part, the two that a story is
// told as on one sheet of paper, and the account on two for who takes it over.
const (
	KindDeck         Kind = ""
	KindRenewalPage  Kind = "renewal-page"
	KindSuccessStory Kind = "success-story"
	KindHandover     Kind = "handover"
)

// Document is one story, ready to be drawn.
type Document struct {
	// Kind is what the document is; see MostSheets.
	Kind Kind `json:"kind,omitempty"`
	// Title is the story's name, also the file's title property.
	Title string `json:"title"`
	// Subtitle stands under the title on the cover; may be empty.
	Subtitle string `json:"subtitle,omitempty"`
	// Client and Provider are the two parties' names.
	Client   string `json:"client"`
	Provider string `json:"provider,omitempty"`
	// Parties is the cover's top line ("Nordhavn Freight and Quayside").
	Parties string `json:"parties,omitempty"`
	// Teams is the cover's line of people of both sides, already joined.
	Teams string `json:"teams,omitempty"`
	// Author is the person who wrote it, on our side; see FileAuthor.
	Author string `json:"author,omitempty"`

	// Language is the BCP 47 tag of the texts ("en", "de", "ar"); Locale is
	// the one numbers and dates were written in ("en-GB") and is what the
	// files are tagged with. An empty Locale means Language.
	Language string `json:"language"`
	Locale   string `json:"locale,omitempty"`

	Audience Audience `json:"audience"`
	// Date is the document's own day, ISO; every time stamp inside a file is
	// this day's midnight UTC. DateText is what the cover shows ("18 June
	// 2026, Aarhus").
	Date     string `json:"date"`
	DateText string `json:"date_text,omitempty"`
	// Version is the story's version as shown and as recorded at an export
	// (the first digits of the content hash, or "draft").
	Version string `json:"version,omitempty"`
	// VersionText is the version as the cover shows it ("Version a41c 09fe").
	VersionText string `json:"version_text,omitempty"`
	// Confidentiality is the line on the cover; may be empty.
	Confidentiality string `json:"confidentiality,omitempty"`
	// Footer is the closing line: who supplied the figures, how they were
	// reckoned, that claimed sums are claims, that nothing is promised.
	Footer string `json:"footer,omitempty"`

	Brand Brand  `json:"brand"`
	Words Words  `json:"words"`
	Pages []Page `json:"pages"`
}

// Brand overrides the look. Zero fields keep Tendril's own.
type Brand struct {
	// Colours are "RRGGBB". Ink is text, Accent takes the place of green for
	// value proved, AccentSoft of its area fill.
	Ink        string `json:"ink,omitempty"`
	Accent     string `json:"accent,omitempty"`
	AccentSoft string `json:"accent_soft,omitempty"`
	// Sans and Serif name typefaces: ours, and the client's words.
	Sans  string `json:"sans,omitempty"`
	Serif string `json:"serif,omitempty"`
	// Logo stands on the first page; nil where there is none.
	Logo *Logo `json:"logo,omitempty"`
}

// Words are the few words a renderer has to write itself, in the document's
// language. A zero word falls back to English.
type Words struct {
	// Continued follows a title whose page runs on to a further slide
	// ("continued").
	Continued string `json:"continued,omitempty"`
	// Date heads the first column of the table behind a dated chart.
	Date string `json:"date,omitempty"`
	// Source and Method introduce the small type under a chart.
	Source string `json:"source,omitempty"`
	Method string `json:"method,omitempty"`
	// Page names a slide's number for a screen reader ("Page").
	Page string `json:"page,omitempty"`
	// Chart is the name of a chart that has no title ("Chart").
	Chart string `json:"chart,omitempty"`
	// Table is the name of a table that has no caption ("Table").
	Table string `json:"table,omitempty"`
}

// Key says which part of a story a page is. Renderers treat KeyTitle as the
// cover; every other page is laid out from its blocks alone.
type Key string

// The pages of a renewal deck, in order.
const (
	KeyTitle      Key = "title"
	KeyAnswer     Key = "answer"
	KeyAims       Key = "aims"
	KeyScorecard  Key = "scorecard"
	KeyHeadline   Key = "headline"
	KeyGrowth     Key = "growth"
	KeyInvestment Key = "investment"
	KeyWork       Key = "work"
	KeyNext       Key = "next"
	KeyDecisions  Key = "decisions"
	KeyAppendix   Key = "appendix"
	KeyOutcome    Key = "outcome"
)

// The further parts of the documents that fit one page.
const (
	KeyWhy     Key = "why"
	KeyRisks   Key = "risks"
	KeyPeople  Key = "people"
	KeyBefore  Key = "before"
	KeyDone    Key = "done"
	KeyResults Key = "results"
	KeyQuote   Key = "quote"
	KeyLeave   Key = "leave"
)

// The further parts of a handover page.
const (
	KeyFirst    Key = "first-weeks"
	KeyRenewal  Key = "renewal"
	KeyPromises Key = "promises"
	KeyTalks    Key = "conversations"
	KeyStanding Key = "standing"
	KeyNotes    Key = "notes"
	KeyUnknown  Key = "unknown"
)

// The pages of one part have keys of their own, made of the part's and what
// they are of: "appendix-evidence", "outcome-ID".

// Page is one page's content. A page that does not fit one slide runs on to
// further ones under the same title.
type Page struct {
	Key Key `json:"key"`
	// Title is the page's claim, a sentence.
	Title string `json:"title"`
	// Subtitle stands under it, smaller; may be empty.
	Subtitle string  `json:"subtitle,omitempty"`
	Blocks   []Block `json:"blocks,omitempty"`
	// Columns sets the blocks side by side instead of one under another.
	Columns bool `json:"columns,omitempty"`
	// Foot is the line at the bottom: what proves the page.
	Foot string `json:"foot,omitempty"`
	// Notes are the presenter's: source and method of each figure, one
	// paragraph each. Drawn only in a presenter's copy.
	Notes []string `json:"notes,omitempty"`
}

// Block is one thing on a page: exactly one field is set.
type Block struct {
	Text      *Text         `json:"text,omitempty"`
	Figures   *Figures      `json:"figures,omitempty"`
	Quotes    *Quotes       `json:"quotes,omitempty"`
	Table     *Table        `json:"table,omitempty"`
	Chart     *Chart        `json:"chart,omitempty"`
	Value     *ValuePicture `json:"value,omitempty"`
	Decisions *Decisions    `json:"decisions,omitempty"`
}

// Tone colours a word, figure or mark. Colour never speaks alone: a tone that
// means a state comes with a Mark or a word.
type Tone string

// The tones: plain ink, quieter ink, growth, trouble, danger, claimed.
const (
	TonePlain   Tone = ""
	ToneQuiet   Tone = "quiet"
	ToneGrowth  Tone = "growth"
	ToneTrouble Tone = "trouble"
	ToneDanger  Tone = "danger"
	ToneClaimed Tone = "claimed"
)

// Mark is the small sign before a word that names a state.
type Mark string

// The marks. MarkNone draws nothing.
const (
	MarkNone       Mark = ""
	MarkOnTrack    Mark = "on_track"    // disc
	MarkOffTrack   Mark = "off_track"   // diamond
	MarkMet        Mark = "met"         // tick
	MarkStale      Mark = "stale"       // ring
	MarkNoBaseline Mark = "no_baseline" // dots
	MarkConfirmed  Mark = "confirmed"   // tick
	MarkEvidenced  Mark = "evidenced"   // disc
	MarkClaimed    Mark = "claimed"     // hollow square
	MarkNew        Mark = "new"         // plus
	MarkGrown      Mark = "grown"       // up arrow
)

// FileAuthor is who the properties of a file name as its author: the provider
// where the file leaves the house, the person where it stays; may be empty.
func (d *Document) FileAuthor() string {
	if d.Audience == AudienceInternal {
		return cmp.Or(d.Author, d.Provider)
	}
	return d.Provider
}

// MostSheets is how many sheets of paper the document may take; 0 says as many
// as it needs.
func (d *Document) MostSheets() int {
	switch d.Kind {
	case KindDeck:
		return 0
	case KindHandover:
		return 2
	case KindRenewalPage, KindSuccessStory:
	}
	return 1
}

// Close reports whether the document is to fit a number of sheets: its parts are
// then set close, and its head is small.
func (d *Document) Close() bool { return d.MostSheets() > 0 }

// ContentHash returns the SHA-256, in hex, of everything the document says:
// its JSON without Version, VersionText and Audience. The same story gives
// the same hash for every audience's copy of the same pages.
func (d *Document) ContentHash() (string, error) {
	c := *d
	c.Version, c.VersionText, c.Audience = "", "", ""
	body, err := json.Marshal(&c)
	if err != nil {
		return "", fmt.Errorf("hashing a document: %w", err)
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:]), nil
}
