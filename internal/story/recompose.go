package story

import (
	"crypto/sha256"
	"encoding/hex"
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

// proofsKept says in the memory that it also holds what Compose proved each
// sentence with.
const proofsKept = "proofs"

// proofprint is the hash of what a sentence leans on.
func proofprint(c *success.Claim) string {
	var links strings.Builder
	for _, l := range c.Proof {
		links.WriteString(string(l.Kind) + " " + string(l.ID) + "\x1f")
	}
	return fingerprint("proof:"+c.Section+"\x1f"+c.Text, links.String())
}

func remember(d *Draft) {
	hashes := []string{proofsKept}
	for _, s := range d.Story.Sections {
		hashes = append(hashes, fingerprint("title:"+s.Key, s.Title))
	}
	for i := range d.Claims {
		hashes = append(hashes, fingerprint(d.Claims[i].Section, d.Claims[i].Text), proofprint(&d.Claims[i]))
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

// ownProof reports whether the author chose what proves a claim. Memories that
// were written before proofs were remembered tell nothing.
func ownProof(known map[string]bool, c *success.Claim) bool {
	return known[proofsKept] && !known[proofprint(c)]
}
