package story

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// Frozen is a story as it was told: its words, and every document that can be
// made of it. What is exported later is made of these documents alone, so it
// says what was told whatever the records say by then.
type Frozen struct {
	Format  string       `json:"format"` // "tendril-story"
	Version int          `json:"version"`
	ToldOn  success.Date `json:"told_on"`
	// Locale and Commercial are those that the documents were written with.
	Locale     string `json:"locale"`
	Commercial bool   `json:"commercial"`

	Title    string                 `json:"title"`
	Audience model.Audience         `json:"audience"`
	Length   int                    `json:"length"`
	Sections []success.StorySection `json:"sections"`
	Claims   []FrozenClaim          `json:"claims"`
	// Logo is the one of all documents, which are kept without.
	Logo      *model.Logo      `json:"logo,omitempty"`
	Documents []FrozenDocument `json:"documents"`
}

// FrozenClaim is one sentence as it was told.
type FrozenClaim struct {
	ID       success.ID       `json:"id"`
	Section  string           `json:"section"`
	Text     string           `json:"text"`
	Position success.Position `json:"position"`
	Proof    []success.Link   `json:"proof"`
}

// FrozenDocument is the document of one kind for one audience: a deck at one
// length, a success story with or without the client's name.
type FrozenDocument struct {
	Audience  model.Audience  `json:"audience"`
	Length    int             `json:"length,omitempty"`
	Kind      model.Kind      `json:"kind,omitempty"`
	Anonymous bool            `json:"anonymous,omitempty"`
	Document  *model.Document `json:"document"`
}

const (
	frozenFormat  = "tendril-story"
	frozenVersion = 1
	// frozenMost is the most that a frozen story may unpack to, in bytes.
	frozenMost = 256 << 20
)

// Freeze makes what is kept of a draft that is told on a day: its sentences as
// they read on that day, and the documents for its audience and every closer
// one, at every length. o says locale and commercial terms; its other fields
// are the story's own.
func Freeze(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (*Frozen, error) {
	o.Audience = cmp.Or(o.Audience, model.Audience(st.Audience), model.AudienceClient)
	o.Locale = cmp.Or(o.Locale, st.Locale)
	o = o.filled()
	o.Without, o.Presenter = nil, false
	z := &Frozen{
		Format: frozenFormat, Version: frozenVersion, ToldOn: on, Locale: o.Locale, Commercial: o.Commercial,
		Title: st.Title, Audience: o.Audience, Length: Lengths()[0], Sections: slices.Clone(st.Sections),
	}
	if st.Length != nil {
		z.Length = int(*st.Length)
	}
	for _, audience := range audiencesOf(o.Audience) {
		for _, length := range Lengths() {
			one := o
			one.Audience, one.Length = audience, length
			p, err := pagesOf(f, s, st, claims, on, one)
			if err != nil {
				return nil, err
			}
			doc, err := p.document(true)
			if err != nil {
				return nil, err
			}
			z.Documents = append(z.Documents, FrozenDocument{Audience: audience, Length: length, Document: doc})
			if length == Lengths()[0] && audience != model.AudiencePublic {
				if doc, err = p.single(true, model.KindRenewalPage, audience, false); err != nil {
					return nil, err
				}
				z.Documents = append(z.Documents, FrozenDocument{Audience: audience, Kind: model.KindRenewalPage, Document: doc})
			}
			if audience == o.Audience && length == Lengths()[0] {
				z.keep(p)
			}
		}
	}
	if err := z.freezeSuccess(f, s, st, claims, on, o); err != nil {
		return nil, err
	}
	z.Logo = o.Logo
	for i := range z.Documents {
		z.Documents[i].Document.Brand.Logo = nil
	}
	return z, nil
}

// freezeSuccess keeps the success story for each audience, named and anonymous;
// one that would give the client away is not kept, and telling goes on.
func (z *Frozen) freezeSuccess(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) error {
	o.Kind = model.KindSuccessStory
	p, err := pagesOf(f, s, st, claims, on, o)
	if err != nil {
		return err
	}
	for _, audience := range audiencesOf(z.Audience) {
		for _, anonymous := range []bool{false, true} {
			doc, err := p.single(true, o.Kind, audience, anonymous)
			var refused *success.Error
			switch {
			case err == nil:
				z.Documents = append(z.Documents, FrozenDocument{Audience: audience, Kind: o.Kind, Anonymous: anonymous, Document: doc})
			case !errors.As(err, &refused):
				return err
			}
		}
	}
	return nil
}

// audiencesOf are those that may be shown what was told to one: an internal
// story is shown to nobody else.
func audiencesOf(told model.Audience) []model.Audience {
	switch told {
	case model.AudienceInternal:
		return []model.Audience{told}
	default:
		return []model.Audience{model.AudienceClient, model.AudienceInternal, model.AudiencePublic}
	}
}

// keep keeps the sentences as they were told; those that Compose wrote anew for
// the day are remembered as Compose's.
func (z *Frozen) keep(p *pages) {
	written := remembered(p.story)
	var hashes []string
	for i := range p.said {
		c := &p.said[i]
		z.Claims = append(z.Claims, FrozenClaim{c.ID, c.Section, c.Text, c.Position, c.Proof})
		if hash := fingerprint(c.Section, c.Text); p.known[hash] && !written[hash] {
			hashes = append(hashes, hash, proofprint(c))
		}
	}
	for i := range z.Sections {
		if z.Sections[i].Key == SectionComposed {
			z.Sections[i].Body = strings.Join(append([]string{z.Sections[i].Body}, hashes...), " ")
		}
	}
}

// Encode writes what is to be kept: JSON, compressed. The same story told on the
// same day gives the same bytes.
func (z *Frozen) Encode() ([]byte, error) {
	body, err := json.Marshal(z)
	if err != nil {
		return nil, fmt.Errorf("freezing a story: %w", err)
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(body)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("freezing a story: %w", err)
	}
	return out.Bytes(), nil
}

// Thaw reads what Encode wrote. It returns an error of CodeUnavailable for what a
// later version of Tendril kept.
func Thaw(r io.Reader) (*Frozen, error) {
	in, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("reading a told story: %w", err)
	}
	var z Frozen
	if err := json.NewDecoder(io.LimitReader(in, frozenMost)).Decode(&z); err != nil {
		return nil, fmt.Errorf("reading a told story: %w", err)
	}
	if z.Format != frozenFormat || z.Version != frozenVersion {
		return nil, &success.Error{Code: success.CodeUnavailable, Message: "This story was told with a later version of Tendril, which is needed to show it as it was."}
	}
	return &z, nil
}

// Document returns the document that was told, for an audience and a length,
// without the pages that o leaves out. It returns an error of CodeInvalid for
// what was not told: another language, prices, another audience.
func (z *Frozen) Document(o Options) (*model.Document, error) {
	o.Audience, o.Length = cmp.Or(o.Audience, z.Audience), cmp.Or(o.Length, z.Length)
	if o.Locale != "" && NewLocale(o.Locale).Tag() != z.Locale {
		return nil, success.Invalid("locale", "This story was told in %s and is kept as it was. Begin a new draft to write it in %s.", z.Locale, NewLocale(o.Locale).Tag())
	}
	if o.Commercial && !z.Commercial && o.Audience == model.AudienceClient {
		return nil, success.Invalid("commercial", "This story was told without prices and is kept as it was. Begin a new draft to name them.")
	}
	if o.Kind != model.KindDeck {
		o.Length = 0
	}
	at := slices.IndexFunc(z.Documents, func(d FrozenDocument) bool {
		return d.Audience == o.Audience && d.Length == o.Length && d.Kind == o.Kind && d.Anonymous == o.Anonymous
	})
	switch {
	case at >= 0:
	case o.Kind != model.KindDeck && slices.ContainsFunc(audiencesOf(z.Audience), func(a model.Audience) bool { return a == o.Audience }):
		return nil, success.Invalid("kind", "Of this story no such page was kept when it was told. Begin a new draft to make one.")
	default:
		return nil, success.Invalid("audience", "This story was told for the %s audience and is kept as it was. Begin a new draft to write it for another.", z.Audience)
	}
	doc := *z.Documents[at].Document
	doc.Brand.Logo = z.Logo
	doc.Pages = slices.DeleteFunc(slices.Clone(doc.Pages), func(p model.Page) bool { return o.leavesOut(p.Key) })
	return &doc, nil
}

// ContentHash is the hash of the document for the story's own audience and
// length.
func (z *Frozen) ContentHash() (string, error) {
	doc, err := z.Document(Options{})
	if err != nil {
		return "", err
	}
	return doc.ContentHash()
}

// Told returns the story and its claims with the words they were told with; what
// may still change of the story, such as its permission, is as in st.
func (z *Frozen) Told(st *success.Story) (*success.Story, []success.Claim) {
	told := *st
	told.Title, told.Audience, told.Sections, told.Locale = z.Title, string(z.Audience), z.Sections, z.Locale
	claims := make([]success.Claim, 0, len(z.Claims))
	for _, c := range z.Claims {
		claim := success.Claim{StoryID: st.ID, Section: c.Section, Text: c.Text, Position: c.Position, Proof: c.Proof}
		claim.ID = c.ID
		claims = append(claims, claim)
	}
	return &told, claims
}

// Again is a draft that goes on from a told story: the same words, told to
// nobody yet.
func Again(st *success.Story, claims []success.Claim) Draft {
	d := Draft{Story: *st, Claims: make([]success.Claim, 0, len(claims))}
	d.Story.Meta = success.Meta{}
	d.Story.Status, d.Story.ToldOn, d.Story.Frozen, d.Story.ContentHash = "draft", 0, "", ""
	d.Story.Permission, d.Story.PermissionBy, d.Story.PermissionUntil = "", "", 0
	for _, c := range claims {
		c.Meta, c.StoryID = success.Meta{}, ""
		d.Claims = append(d.Claims, c)
	}
	return d
}
