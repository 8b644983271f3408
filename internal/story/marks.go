package story

import (
	"github.com/tendril-app/tendril/internal/success"
)

// ClaimMark says of one claim what it brings since the last told story and how
// far its records carry it.
type ClaimMark struct {
	Claim success.ID         `json:"claim"`
	Mark  success.Mark       `json:"mark"`
	State success.ClaimState `json:"state"`
}

// Figure is how new a story is, with each claim's mark and state in the order
// of the claims handed in. Novelty is a share (0..1).
type Figure struct {
	Since   success.Date `json:"since"`
	Novelty float64      `json:"novelty"`
	OldNews bool         `json:"old_news"`
	Claims  []ClaimMark  `json:"claims"`
}

// Marks judges a story and its claims on a day, drafts included: a claim needs
// no id for it. The claims are judged as they are handed in, not as the file
// has them. A told story stands as on the day it was told.
func Marks(f *success.File, s *success.Settings, story *success.Story, claims []success.Claim, on success.Date) Figure {
	if story.Status == "told" && story.ToldOn != 0 {
		on = story.ToldOn
	}
	proofs := success.NewProofs(f, s, on)
	figure := Figure{Since: success.LastTold(f, story.ID, on), Claims: make([]ClaimMark, len(claims))}
	all := make([][]success.Link, len(claims))
	fresh := false
	for i := range claims {
		proof := claims[i].Proof
		all[i] = proof
		figure.Claims[i] = ClaimMark{Claim: claims[i].ID, Mark: proofs.Mark(proof, figure.Since), State: proofs.State(proof)}
		fresh = fresh || figure.Claims[i].Mark == success.MarkNew || figure.Claims[i].Mark == success.MarkGrown
	}
	figure.Novelty = proofs.Novelty(all, figure.Since)
	figure.OldNews = figure.Novelty < oldNewsBelow && !fresh
	return figure
}

// oldNewsBelow is the novelty under which a story without a new or grown claim
// is old news.
const oldNewsBelow = 0.2
