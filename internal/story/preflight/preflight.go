// Package preflight reads a story as a stranger would before it leaves the
// house: for a client or the public it looks for what they must not see. It
// reads words, not files: whoever makes a file hands in what stands in its
// notes, workbooks and properties as well.
//
// A finding names its place. An error stops an export; a warning asks once,
// where only a person can tell whether it is meant.
package preflight

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// Level says what a finding does to an export.
type Level string

// The levels.
const (
	Error   Level = "error"   // stops it
	Warning Level = "warning" // asks once
)

// Code says what was found.
type Code string

// The codes.
const (
	CodeInternal     Code = "internal"      // an internal record or its words
	CodeOtherAccount Code = "other_account" // another account's name
	CodeRisk         Code = "risk"          // words of our own judgment
	CodePrice        Code = "price"         // what they pay, outside the commercial sections
	CodeProbability  Code = "probability"   // how likely we think a renewal
	CodeUnproved     Code = "unproved"      // a number that nothing proves
	CodeStale        Code = "stale"         // a number whose proof or records have moved on
	CodeClaimed      Code = "claimed"       // a number that is only claimed and does not say so
	CodePlaceholder  Code = "placeholder"   // something that was to be filled in
	CodeEmpty        Code = "empty"         // a claim or title without words
	CodePermission   Code = "permission"    // leave to tell or to quote is missing
	CodeLeft         Code = "left"          // somebody who is no longer there
	CodeMasked       Code = "masked"        // left out of an anonymous story
	CodePrivate      Code = "private"       // an address or a telephone number of a person
)

// PlaceKind says where in a story or file a text stands.
type PlaceKind string

// The kinds of place. Cell and property are those of a made file, template is
// the design that it is written into.
const (
	PlaceTitle    PlaceKind = "title"
	PlaceSection  PlaceKind = "section"
	PlaceClaim    PlaceKind = "claim"
	PlacePage     PlaceKind = "page"
	PlaceNotes    PlaceKind = "notes"
	PlaceCell     PlaceKind = "cell"
	PlaceProperty PlaceKind = "property"
	PlaceTemplate PlaceKind = "template"
	PlaceStory    PlaceKind = "story" // the story as a whole
)

// Place is where a finding stands, and where a click on it leads.
type Place struct {
	Kind    PlaceKind  `json:"kind"`
	Section string     `json:"section,omitempty"`
	Claim   success.ID `json:"claim,omitempty"`
	Page    string     `json:"page,omitempty"`
	Part    string     `json:"part,omitempty"` // a file's part, a page's field
}

// Text is one text at its place.
type Text struct {
	Place Place
	Text  string

	generated bool // written by Tendril and not by a person
}

// Finding is one thing found. Found is the text as it stands; Record, where
// there is one, is what it leads to; Name is a name that the reason needs.
type Finding struct {
	Code   Code         `json:"code"`
	Level  Level        `json:"level"`
	Place  Place        `json:"place"`
	Found  string       `json:"found,omitempty"`
	Record success.Link `json:"record,omitzero"`
	Name   string       `json:"name,omitempty"`
	// Message says it in a sentence, in English.
	Message string `json:"message"`
}

// Other is another account of the workspace.
type Other struct {
	ID       success.ID
	Name     string
	Website  string
	ParentID success.ID
}

// Input is a story with what it is held against. Claims are the story's, as
// they stand. Texts are further texts of a made file: its notes, the cells of
// its workbooks, its properties.
type Input struct {
	File     *success.File
	Settings *success.Settings
	Story    *success.Story
	Claims   []success.Claim
	On       success.Date
	Options  story.Options
	Others   []Other
	Texts    []Text
	// Design is what the layouts say that a deck is written into. They are read
	// for the names of other accounts alone: the rest of them asks for words.
	Design []Text
	// Document is the document as it was told; nil makes it of the records.
	Document *model.Document
}

// Check returns what stands in the way of an export, errors first, then in the
// order of the story. An internal document is not checked. It returns the error
// of a story that cannot be made into a document.
func Check(in Input) ([]Finding, error) {
	in.Options.Audience = cmp.Or(in.Options.Audience, model.Audience(in.Story.Audience), model.AudienceClient)
	if in.Options.Audience == model.AudienceInternal {
		return []Finding{}, nil
	}
	c := newCheck(in)
	doc := in.Document
	if doc == nil {
		var err error
		if doc, err = story.Document(in.File, in.Settings, in.Story, in.Claims, in.On, in.Options); err != nil {
			return nil, err
		}
	}
	c.written = storyTexts(in)
	for _, t := range c.written {
		c.text(t)
	}
	c.claims()
	c.permissions()
	c.leftOut(doc)
	own := c.findings
	for _, t := range c.unread(documentTexts(doc)) {
		c.text(t)
	}
	c.findings = withoutEchoes(own, c.findings, PlacePage, PlaceNotes)
	for _, t := range in.Texts {
		c.text(t)
	}
	for _, t := range in.Design {
		c.otherAccounts(t, split(t.Text))
	}
	return sorted(withoutEchoes(own, c.findings, PlacePage)), nil
}

// Stops reports whether any finding is an error.
func Stops(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Level == Error })
}

// check is one pre-flight.
type check struct {
	in       Input
	live     *success.File
	visible  *success.File
	written  []Text
	names    []otherName
	byStart  map[string][]int // names by how they begin
	byHost   map[string]int   // names by their web address
	own      [][]string       // our account's own names
	secrets  []secret
	byFirst  map[string][]int // secrets by their first word
	common   map[string]bool  // words of the records that the client may see
	sums     []price
	findings []Finding
}

func newCheck(in Input) *check {
	c := &check{in: in, live: in.File.Live(), visible: story.Visible(in.File, in.Options.Audience, in.On)}
	c.learnWords()
	c.learnNames()
	c.learnSecrets()
	c.learnPrices()
	return c
}

// unread leaves out texts of a document that the story has word for word, or
// that an earlier page has.
func (c *check) unread(texts []Text) []Text {
	type key struct {
		kind PlaceKind
		text string
	}
	seen := map[key]bool{}
	for _, t := range c.written {
		seen[key{PlacePage, t.Text}] = true
	}
	return slices.DeleteFunc(texts, func(t Text) bool {
		k := key{t.Place.Kind, t.Text}
		was := seen[k]
		seen[k] = true
		return was || strings.TrimSpace(t.Text) == ""
	})
}

// text reads one text for everything that words alone give away.
func (c *check) text(t Text) {
	if strings.TrimSpace(t.Text) == "" {
		c.empty(t)
		return
	}
	words := split(t.Text)
	c.otherAccounts(t, words)
	c.internals(t, words)
	c.risks(t)
	c.prices(t)
	c.placeholders(t)
	c.private(t)
	c.departed(t, words)
}

func (c *check) add(f Finding) { c.findings = append(c.findings, f) }

// withoutEchoes drops what places of some kinds repeat of a claim, a title or a
// section, or of each other: it is mended there.
func withoutEchoes(own, all []Finding, kinds ...PlaceKind) []Finding {
	type key struct {
		code  Code
		found string
	}
	seen := map[key]bool{}
	for _, f := range own {
		seen[key{f.Code, fold(f.Found)}] = true
	}
	out := slices.Clone(own)
	for _, f := range all[len(own):] {
		k := key{f.Code, fold(f.Found)}
		drawn := slices.Contains(kinds, f.Place.Kind)
		if drawn && seen[k] {
			continue
		}
		if drawn {
			seen[k] = true
		}
		out = append(out, f)
	}
	return out
}

// sorted puts errors first and keeps the order of the story.
func sorted(findings []Finding) []Finding {
	if findings == nil {
		findings = []Finding{}
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(a.Level, b.Level) })
	return findings
}
