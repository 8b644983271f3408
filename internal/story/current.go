package story

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/story/prose"
	"github.com/tendril-app/tendril/internal/success"
)

// current brings the sentences that Compose wrote up to the records as they
// are: a draft's sentence is taken as it would be written today, in the
// language and for the audience of the document, and left out where it would
// not be written any more. The author's sentences, and a told story's, are
// as they are.
func (p *pages) current(claims []success.Claim) []success.Claim {
	if len(p.known) == 0 || p.story.Status == "told" {
		return claims
	}
	fresh := p.compose().Claims
	p.takenOut = p.missingEvidence(claims, fresh)
	used := make([]bool, len(fresh))
	out := make([]success.Claim, 0, len(claims))
	take := func(c success.Claim, same func(a *success.Claim) bool) bool {
		for i := range fresh {
			if !used[i] && same(&fresh[i]) {
				used[i] = true
				if !ownProof(p.known, &c) {
					c.Proof = fresh[i].Proof
				}
				c.Text = fresh[i].Text
				p.known[fingerprint(c.Section, c.Text)] = true
				out = append(out, c)
				return true
			}
		}
		return false
	}
	for i := range claims {
		c := claims[i]
		if !p.known[fingerprint(c.Section, c.Text)] {
			out = append(out, c)
			continue
		}
		if take(c, func(a *success.Claim) bool { return a.Section == c.Section && a.Text == c.Text }) {
			continue
		}
		take(c, func(a *success.Claim) bool { return subject(a) == subject(&c) })
	}
	return out
}

// missingEvidence is the evidence that Compose once wrote into the story and
// the author took out.
func (p *pages) missingEvidence(claims, fresh []success.Claim) map[success.Link]bool {
	there := map[success.Link]bool{}
	for i := range claims {
		for _, link := range claims[i].Proof {
			there[link] = true
		}
	}
	out := map[success.Link]bool{}
	for i := range fresh {
		c := &fresh[i]
		if c.Section != SectionAppendix || len(c.Proof) != 1 || there[c.Proof[0]] {
			continue
		}
		if p.known[fingerprint(c.Section, c.Text)] {
			out[c.Proof[0]] = true
		}
	}
	return out
}

// amounts finds the numbers of a text, with their groups of three.
var amounts = regexp.MustCompile(`[0-9]{1,3}(?:[.,'’ \x{00a0}\x{202f}][0-9]{3})+|[0-9]+`)

// namesPrice reports whether a claim that leans on a term says what it costs: a
// year or the term to date, however the sum is grouped, or in thousands.
func (x *facts) namesPrice(c *success.Claim) bool {
	for _, link := range c.Proof {
		if link.Kind != "term" {
			continue
		}
		t := find(x.f.Terms, link.ID)
		if t == nil || t.ARR.IsZero() || t.ARR.Minor == 0 {
			continue
		}
		for _, price := range []float64{t.ARR.Major(), math.Round(x.costs().price)} {
			if price >= 1 && x.holdsSum(prose.Plain(c.Text), int64(price)) {
				return true
			}
		}
	}
	return false
}

// holdsSum reports whether a sum stands in a text.
func (x *facts) holdsSum(text string, sum int64) bool {
	whole, thousands := strconv.FormatInt(sum, 10), strconv.FormatInt(sum/1000, 10)
	for _, at := range amounts.FindAllStringIndex(text, -1) {
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, text[at[0]:at[1]])
		after := strings.TrimLeft(text[at[1]:], " "+nbsp+slim)
		inThousands := strings.HasPrefix(after, "k") || strings.HasPrefix(after, strings.TrimLeft(x.l.form.thousand, nbsp))
		if strings.HasSuffix(digits, whole) || digits == thousands && inThousands {
			return true
		}
	}
	return false
}
