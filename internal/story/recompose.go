package story

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Compose remembers what it wrote: the body of the section "composed" holds one
// short hash for each sentence and heading of its own. A text whose hash is
// there is Compose's and may be written anew; any other is the author's and is
// never touched. A remembered sentence that is gone was taken out by the author
// and does not come back.

// hashDigits is how much of a hash is kept: 64 bits, far more than a story's
// hundred sentences need.
const hashDigits = 16

func fingerprint(section, text string) string {
	sum := sha256.Sum256([]byte(section + "\x1f" + text))
	return hex.EncodeToString(sum[:])[:hashDigits]
}

func remember(d *Draft) {
	var hashes []string
	for _, s := range d.Story.Sections {
		hashes = append(hashes, fingerprint("title:"+s.Key, s.Title))
	}
	for _, c := range d.Claims {
		hashes = append(hashes, fingerprint(c.Section, c.Text))
	}
	d.Story.Sections = append(d.Story.Sections, success.StorySection{Key: SectionComposed, Body: strings.Join(hashes, " ")})
}

func remembered(st *success.Story) map[string]bool {
	out := map[string]bool{}
	for _, s := range st.Sections {
		if s.Key == SectionComposed {
			for hash := range strings.FieldsSeq(s.Body) {
				out[hash] = true
			}
		}
	}
	return out
}

// Edited reports whether a claim of a story is the author's: written or changed
// by hand since Compose wrote it.
func Edited(st *success.Story, c *success.Claim) bool {
	return !remembered(st)[fingerprint(c.Section, c.Text)]
}

// Changes is what composing anew would change in a story. Nothing in it touches
// a text the author wrote or changed.
type Changes struct {
	// Story is the story with its new headings.
	Story success.Story
	// Add are new claims without ids, Change claims with new text or proof,
	// Remove those whose sentence no longer holds.
	Add, Change []success.Claim
	Remove      []success.ID
}

// Recompose composes a draft story anew and merges it with what its author made
// of it. Claims are those of the story, any order. It returns an Error of
// CodeInvalid for a told story, which is frozen.
func Recompose(f *success.File, s *success.Settings, st *success.Story, claims []success.Claim, on success.Date, o Options) (Changes, error) {
	if st.Status == "told" {
		return Changes{}, success.Invalid("status", "This story was told and is kept as it was. Begin a new draft.")
	}
	fresh, err := composeFor(f, s, st.TermID, st.ID, on, o)
	if err != nil {
		return Changes{}, err
	}
	m := merging{known: remembered(st), story: st}
	m.claims(claims, fresh.Claims)
	m.out.Story = m.headings(&fresh.Story)
	return m.out, nil
}

type merging struct {
	known map[string]bool
	story *success.Story
	out   Changes
}

// headings takes new headings where the author left the old ones alone. A story
// that Compose never wrote keeps all it has.
func (m *merging) headings(fresh *success.Story) success.Story {
	out := *m.story
	out.Sections = slices.Clone(fresh.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		at := slices.IndexFunc(m.story.Sections, func(o success.StorySection) bool { return o.Key == s.Key })
		if at < 0 || s.Key == SectionComposed {
			continue
		}
		old := m.story.Sections[at]
		s.Body = old.Body
		if old.Title != "" && !m.known[fingerprint("title:"+s.Key, old.Title)] {
			s.Title = old.Title
		}
	}
	for _, old := range m.story.Sections {
		if !slices.ContainsFunc(out.Sections, func(s success.StorySection) bool { return s.Key == old.Key }) {
			out.Sections = append(out.Sections, old)
		}
	}
	return out
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
func (m *merging) claims(old, fresh []success.Claim) {
	old = slices.Clone(old)
	slices.SortStableFunc(old, func(a, b success.Claim) int {
		return cmp.Or(a.Position.Cmp(b.Position.Decimal), cmp.Compare(a.ID, b.ID))
	})
	usedOld, usedNew := make([]bool, len(old)), make([]bool, len(fresh))
	pair := func(same func(a, b *success.Claim) bool) {
		for i := range fresh {
			if usedNew[i] {
				continue
			}
			for j := range old {
				if !usedOld[j] && same(&old[j], &fresh[i]) {
					usedOld[j], usedNew[i] = true, true
					m.merge(&old[j], &fresh[i])
					break
				}
			}
		}
	}
	pair(func(a, b *success.Claim) bool { return a.Section == b.Section && a.Text == b.Text })
	pair(func(a, b *success.Claim) bool { return subject(a) == subject(b) })
	for i := range fresh {
		if !usedNew[i] && !m.known[fingerprint(fresh[i].Section, fresh[i].Text)] {
			m.out.Add = append(m.out.Add, fresh[i])
		}
	}
	for j := range old {
		if !usedOld[j] && m.known[fingerprint(old[j].Section, old[j].Text)] {
			m.out.Remove = append(m.out.Remove, old[j].ID)
		}
	}
}

// merge writes a new sentence over one of Compose's own; the author's stays.
func (m *merging) merge(old, fresh *success.Claim) {
	if !m.known[fingerprint(old.Section, old.Text)] {
		return
	}
	if old.Text == fresh.Text && slices.Equal(old.Proof, fresh.Proof) {
		return
	}
	changed := *old
	changed.Text, changed.Proof = fresh.Text, fresh.Proof
	m.out.Change = append(m.out.Change, changed)
}
