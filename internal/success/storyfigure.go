package success

import (
	"cmp"
	"slices"
)

// oldNewsBelow is the novelty under which a story without a new or grown claim
// is old news.
const oldNewsBelow = 0.2

// StoryFigure computes how new a story is on a day, and what each claim brings.
// A told story stands as on the day it was told. It returns CodeNotFound for a
// story not in the file.
func StoryFigure(f *File, s *Settings, story ID, on Date) (StoryFigureOf, error) {
	l := newLedger(f, s)
	for i := range l.file.Stories {
		if l.file.Stories[i].ID == story {
			return l.story(&l.file.Stories[i], on), nil
		}
	}
	return StoryFigureOf{}, NotFound("There is no story %s in this account.", story)
}

func isTold(s *Story) bool { return s.Status == "told" && s.ToldOn != 0 }

func (l *ledger) story(story *Story, on Date) StoryFigureOf {
	if isTold(story) {
		on = story.ToldOn
	}
	figure := StoryFigureOf{Story: story.ID, On: on, Claims: []ClaimFigure{}}
	figure.Since = LastTold(l.file, story.ID, on)
	told := make([]bool, len(l.stairs)) // the benefits of the story
	fresh := false
	for i := range l.file.Claims {
		c := &l.file.Claims[i]
		if c.StoryID != story.ID {
			continue
		}
		mark := l.mark(l.pointsAt(c.Proof, told), figure.Since, on)
		fresh = fresh || mark == MarkNew || mark == MarkGrown
		figure.Claims = append(figure.Claims, ClaimFigure{Claim: c.ID, Mark: mark})
	}
	slices.SortFunc(figure.Claims, func(a, b ClaimFigure) int { return cmp.Compare(a.Claim, b.Claim) })
	figure.Novelty = l.novelty(told, figure.Since, on)
	figure.OldNews = figure.Novelty < oldNewsBelow && !fresh
	return figure
}

// LastTold returns the latest day, up to a day, on which another story of the
// account was told; none where there was no other.
func LastTold(f *File, except ID, on Date) Date {
	var last Date
	f = f.settled()
	for i := range f.Stories {
		if s := &f.Stories[i]; s.ID != except && isTold(s) && s.ToldOn <= on {
			last = max(last, s.ToldOn)
		}
	}
	return last
}

// pointsAt returns the benefits that proof points at, by index, and adds them
// to all.
func (l *ledger) pointsAt(proof []Link, all []bool) []int {
	var out []int
	for i := range l.stairs {
		for _, link := range proof {
			if l.leadsTo(link, l.stairs[i].benefit) {
				out = append(out, i)
				all[i] = true
				break
			}
		}
	}
	return out
}

// leadsTo reports whether a record belongs to a benefit: the benefit itself, its
// steps, its measure and that measure's readings, its outcome, its behavior
// change, or evidence on any of these.
func (l *ledger) leadsTo(link Link, b *Benefit) bool {
	for range maxEvidenceDepth {
		if link.Kind != "evidence" {
			break
		}
		e := find(l.file.Evidence, link.ID)
		if e == nil {
			return false
		}
		link = e.Subject
	}
	switch link.Kind {
	case "benefit":
		return link.ID == b.ID
	case "benefit_step":
		s := find(l.file.Steps, link.ID)
		return s != nil && s.BenefitID == b.ID
	case "measure":
		return link.ID == b.MeasureID
	case "reading":
		r := find(l.file.Readings, link.ID)
		return r != nil && r.MeasureID == b.MeasureID
	case "outcome":
		return link.ID == b.OutcomeID
	case "behavior_change":
		return link.ID == b.BehaviorChangeID
	}
	return false
}

// maxEvidenceDepth bounds how far evidence on evidence is followed.
const maxEvidenceDepth = 8

// find returns the record with an id, or nil.
func find[T any, P interface {
	*T
	Record
}](list []T, id ID) *T {
	for i := range list {
		if P(&list[i]).Base().ID == id {
			return &list[i]
		}
	}
	return nil
}

// novelty is the share of news after since among it and the news of the 365
// days up to since, unfaded and unscaled, over the proved benefits.
func (l *ledger) novelty(told []bool, since, on Date) float64 {
	var after, before float64
	for i := range l.stairs {
		if !told[i] {
			continue
		}
		for _, d := range l.stairs[i].proved.days {
			news := d.rateNews + d.onceNews
			switch {
			case d.on > on:
			case since == 0 || d.on > since:
				after += news
			case since.Sub(d.on) <= year:
				before += news
			}
		}
	}
	if after == 0 {
		return 0
	}
	return after / (after + before)
}

// mark is the best mark of the benefits a claim points at.
func (l *ledger) mark(benefits []int, since, on Date) Mark {
	best := Mark("")
	for _, i := range benefits {
		switch mark := l.stairs[i].mark(since, on); {
		case mark == MarkNew:
			return MarkNew
		case mark == MarkGrown || best == "":
			best = mark
		}
	}
	return best
}

// mark says what a benefit brings since a day: new where its first step came
// after it, grown with news or more people than it ever had. It looks at all
// steps: what was told as a claim is no news when it is proved.
func (st *stair) mark(since, on Date) Mark {
	if len(st.claimed.days) == 0 || st.claimed.days[0].on > on {
		return ""
	}
	if st.claimed.days[0].on > since {
		return MarkNew
	}
	for _, d := range st.claimed.days {
		if d.on > since && d.on <= on && (d.rateNews > 0 || d.onceNews > 0 || d.peopleRose) {
			return MarkGrown
		}
	}
	return MarkOldNews
}
