package story

import (
	"cmp"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// OfferKind is what composing anew would do to one sentence.
type OfferKind string

// The kinds of offer.
const (
	OfferAdd     OfferKind = "add"
	OfferChange  OfferKind = "change"
	OfferProof   OfferKind = "proof" // the same words, other records behind them
	OfferRemove  OfferKind = "remove"
	OfferHeading OfferKind = "heading"
)

// Offer is one change that composing anew would make, to take or to leave.
type Offer struct {
	// Key names the offer as long as the records and the story stay as they are.
	Key     string
	Kind    OfferKind
	Section string
	// Claim is the claim it is about; empty for a new sentence or a heading.
	Claim success.ID
	// From and To are the sentence before and after; one is empty where there
	// is none.
	From, To string
	// Own says that it goes against the author: it is of a sentence or heading
	// that the author wrote, or took out.
	Own bool

	fresh *success.Claim
}

// Changes is what composing anew changes in a story.
type Changes struct {
	// Story is the story with its new headings.
	Story success.Story
	// Add are new claims without ids, Change claims with new text or proof,
	// Remove those whose sentence no longer holds.
	Add, Change []success.Claim
	Remove      []success.ID
}

// Recompose composes a draft story anew and merges it with what its author made
// of it, which stays as it is. Claims are those of the story, any order. It
// returns an Error of CodeInvalid for a told story, which is frozen.
func Recompose(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (Changes, error) {
	return RecomposeOnly(f, s, st, claims, on, o, func(offer Offer) bool { return !offer.Own })
}

// RecomposeOnly is Recompose with the offers that take chooses. A sentence or a
// heading that is not taken anew stands as it is and is the author's from then
// on; one that is not taken in counts as taken out.
func RecomposeOnly(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options, take func(Offer) bool) (Changes, error) {
	m, err := merge(f, s, st, claims, on, o)
	if err != nil {
		return Changes{}, err
	}
	out := Changes{}
	headings := map[string]string{}
	for _, offer := range m.offers {
		if !take(offer) {
			continue
		}
		switch offer.Kind {
		case OfferAdd:
			out.Add = append(out.Add, *offer.fresh)
		case OfferRemove:
			out.Remove = append(out.Remove, offer.Claim)
		case OfferHeading:
			headings[offer.Section] = offer.To
		default:
			changed := *find(m.old, offer.Claim)
			changed.Text, changed.Proof = offer.fresh.Text, offer.fresh.Proof
			out.Change = append(out.Change, changed)
		}
	}
	out.Story = m.headed(headings)
	return out, nil
}

// Offers says what composing a draft story anew would change, sentence by
// sentence. It returns an Error of CodeInvalid for a told story.
func Offers(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) ([]Offer, error) {
	m, err := merge(f, s, st, claims, on, o)
	if err != nil {
		return nil, err
	}
	return m.offers, nil
}

// merging holds a composed story against the one that is there.
type merging struct {
	known  map[string]bool
	story  *success.Story
	old    []success.Claim
	fresh  Draft
	offers []Offer
}

func merge(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (*merging, error) {
	if st.Status == "told" {
		return nil, success.Invalid("status", "This story was told and is kept as it was. Begin a new draft.")
	}
	fresh, err := composeFor(f, s, st.TermID, st.ID, on, o)
	if err != nil {
		return nil, err
	}
	m := &merging{known: remembered(st), story: st, fresh: fresh, old: slices.Clone(claims)}
	slices.SortStableFunc(m.old, func(a, b success.Claim) int {
		return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	m.claims()
	m.headings()
	return m, nil
}

func (m *merging) offer(kind OfferKind, section string, claim success.ID, from, to string, own bool, fresh *success.Claim) {
	key := fingerprint(string(kind)+" "+section+" "+string(claim), to)
	m.offers = append(m.offers, Offer{Key: key, Kind: kind, Section: section, Claim: claim, From: from, To: to, Own: own, fresh: fresh})
}

// subject is what a claim is about: its section and the first record it names.
func subject(c *success.Claim) string {
	if len(c.Proof) == 0 {
		return c.Section
	}
	return c.Section + " " + string(c.Proof[0].Kind) + " " + string(c.Proof[0].ID)
}

// claims pairs old and new ones: first those of the same words, then, in order,
// those about the same thing.
func (m *merging) claims() {
	old, fresh := m.old, m.fresh.Claims
	usedOld, usedNew := make([]bool, len(old)), make([]bool, len(fresh))
	pair := func(same func(a, b *success.Claim) bool) {
		for i := range fresh {
			if usedNew[i] {
				continue
			}
			for j := range old {
				if !usedOld[j] && same(&old[j], &fresh[i]) {
					usedOld[j], usedNew[i] = true, true
					m.pair(&old[j], &fresh[i])
					break
				}
			}
		}
	}
	pair(func(a, b *success.Claim) bool { return a.Section == b.Section && a.Text == b.Text })
	pair(func(a, b *success.Claim) bool { return subject(a) == subject(b) })
	for i := range fresh {
		if c := &fresh[i]; !usedNew[i] {
			m.offer(OfferAdd, c.Section, "", "", c.Text, m.known[fingerprint(c.Section, c.Text)], c)
		}
	}
	for j := range old {
		if c := &old[j]; !usedOld[j] && m.known[fingerprint(c.Section, c.Text)] {
			m.offer(OfferRemove, c.Section, c.ID, c.Text, "", false, nil)
		}
	}
}

// pair offers a new sentence, or new proof, for an old one.
func (m *merging) pair(old, fresh *success.Claim) {
	own := !m.known[fingerprint(old.Section, old.Text)]
	switch {
	case old.Text != fresh.Text:
		m.offer(OfferChange, old.Section, old.ID, old.Text, fresh.Text, own, fresh)
	case !slices.Equal(old.Proof, fresh.Proof):
		m.offer(OfferProof, old.Section, old.ID, old.Text, fresh.Text, own || ownProof(m.known, old), fresh)
	}
}

// headings offers the headings that would read otherwise.
func (m *merging) headings() {
	for _, s := range m.fresh.Story.Sections {
		if s.Key == SectionComposed || s.Title == "" {
			continue
		}
		old := ""
		for _, o := range m.story.Sections {
			if o.Key == s.Key {
				old = o.Title
			}
		}
		if old != s.Title {
			own := old != "" && !m.known[fingerprint("title:"+s.Key, old)]
			m.offer(OfferHeading, s.Key, "", old, s.Title, own, nil)
		}
	}
}

// headed returns the story with the headings that were taken and the memory of
// what Compose writes today. The order of the sections is the author's.
func (m *merging) headed(taken map[string]string) success.Story {
	out := *m.story
	out.Locale = cmp.Or(out.Locale, m.fresh.Story.Locale)
	out.Sections = slices.Clone(m.story.Sections)
	for _, s := range m.fresh.Story.Sections {
		at := slices.IndexFunc(out.Sections, func(o success.StorySection) bool { return o.Key == s.Key })
		switch {
		case s.Key == SectionComposed:
			continue
		case at < 0:
			out.Sections = append(out.Sections, success.StorySection{Key: s.Key, Title: taken[s.Key]})
		case taken[s.Key] != "":
			out.Sections[at].Title = taken[s.Key]
		}
	}
	out.Sections = slices.DeleteFunc(out.Sections, func(s success.StorySection) bool { return s.Key == SectionComposed })
	out.Sections = append(out.Sections, m.fresh.Story.Sections[len(m.fresh.Story.Sections)-1])
	return out
}
