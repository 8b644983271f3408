package success

import (
	"slices"
	"time"
)

// repliesSpan is how far back the reply record looks, in days.
const repliesSpan = 365

// ReplyState says where a message that is owed an answer stands.
type ReplyState string

// The states of an answer. The empty one is owed none.
const (
	ReplyNone     ReplyState = ""
	ReplyOwed     ReplyState = "owed"     // not yet answered, its day has not passed
	ReplyLate     ReplyState = "late"     // not answered, its day has passed
	ReplyAnswered ReplyState = "answered" // answered by its day
	ReplyTooLate  ReplyState = "too late" // answered after its day
)

// Reply is where the answer to one message stands on a day: the day by which it is
// owed (0 where none is), and the days it took, which say nothing before it came.
type Reply struct {
	State ReplyState
	Due   Date
	Days  int
}

// ReplyOf says where the answer to a message stands on a day (domain, section 12,
// Checks). A message that nobody is owed an answer to, and was answered all the
// same, has Days and no state.
func ReplyOf(t *Touchpoint, on Date) Reply {
	r := Reply{Due: owedBy(t)}
	replied := t.RepliedOn != 0 && t.RepliedOn <= on
	if replied {
		r.Days = t.RepliedOn.Sub(t.On)
	}
	switch {
	case r.Due == 0:
	case replied && t.RepliedOn > r.Due:
		r.State = ReplyTooLate
	case replied:
		r.State = ReplyAnswered
	case r.Due < on:
		r.State = ReplyLate
	default:
		r.State = ReplyOwed
	}
	return r
}

// RepliesFigure is an account's reply record on a day (domain, section 6), over the
// messages of the last 365 days that are owed an answer, and older ones still open.
// Median is in days, of those answered, nil where there are none. Share is of those
// answered, or whose day has passed, the part answered in time (0..1), nil where
// there are none. Months are the last twelve, oldest first.
type RepliesFigure struct {
	Messages int           `json:"messages"`
	Answered int           `json:"answered"`
	InTime   int           `json:"in_time"`
	Open     int           `json:"open"`
	Late     int           `json:"late"` // of those open
	Median   *float64      `json:"median_days"`
	Share    *float64      `json:"share_in_time"`
	Months   []RepliesIn   `json:"months"`
	Records  []ReplyRecord `json:"-"`
}

// RepliesIn is the reply record of the messages of one month. Month is its first
// day.
type RepliesIn struct {
	Month    Date     `json:"month"`
	Messages int      `json:"messages"`
	Median   *float64 `json:"median_days"`
	Share    *float64 `json:"share_in_time"`
}

// ReplyRecord is one message that is owed an answer, and where that stands.
type ReplyRecord struct {
	ID ID
	On Date
	Reply
}

// Replies returns an account's reply record on a day.
func Replies(f *File, on Date) RepliesFigure {
	var figure RepliesFigure
	for i := range f.Touchpoints {
		t := &f.Touchpoints[i]
		r := ReplyOf(t, on)
		open := r.State == ReplyOwed || r.State == ReplyLate
		if r.State == ReplyNone || t.On > on || on.Sub(t.On) > repliesSpan && !open {
			continue
		}
		figure.Records = append(figure.Records, ReplyRecord{ID: t.ID, On: t.On, Reply: r})
	}
	var sum replySum
	months := make([]replySum, 12)
	first := addMonths(on, 1-len(months))
	for _, r := range figure.Records {
		sum.add(r.Reply)
		if at := monthsBetween(first, r.On); at >= 0 && at < len(months) {
			months[at].add(r.Reply)
		}
	}
	figure.Messages, figure.Answered, figure.InTime = sum.messages, len(sum.days), sum.inTime
	figure.Open, figure.Late = sum.open, sum.late
	figure.Median, figure.Share = sum.median(), sum.share()
	for i := range months {
		figure.Months = append(figure.Months, RepliesIn{
			Month: addMonths(first, i), Messages: months[i].messages, Median: months[i].median(), Share: months[i].share(),
		})
	}
	return figure
}

// replySum adds up answers.
type replySum struct {
	messages, inTime, open, late int
	days                         []float64
}

func (s *replySum) add(r Reply) {
	s.messages++
	switch r.State {
	case ReplyOwed:
		s.open++
	case ReplyLate:
		s.open++
		s.late++
	case ReplyAnswered:
		s.inTime++
		s.days = append(s.days, float64(r.Days))
	case ReplyTooLate:
		s.days = append(s.days, float64(r.Days))
	}
}

func (s *replySum) median() *float64 {
	if len(s.days) == 0 {
		return nil
	}
	m := median(slices.Clone(s.days))
	return &m
}

// share leaves out what may still be answered in time.
func (s *replySum) share() *float64 {
	decided := len(s.days) + s.late
	if decided == 0 {
		return nil
	}
	share := float64(s.inTime) / float64(decided)
	return &share
}

// TalkMonth counts what was asked and what was taught in one month: questions
// asked, and teaching touchpoints. Month is its first day.
type TalkMonth struct {
	Month    Date `json:"month"`
	Asked    int  `json:"asked"`
	Taught   int  `json:"taught"`
	Insights int  `json:"insights"`
}

// LearningAndTeaching counts the questions asked and the teaching touchpoints of
// an account month by month (domain, section 5, Learning), over the months up to a
// day, oldest first. An insight counts on the day it was written down.
func LearningAndTeaching(f *File, months int, on Date) []TalkMonth {
	first := addMonths(on, 1-months)
	out := make([]TalkMonth, months)
	for i := range out {
		out[i].Month = addMonths(first, i)
	}
	at := func(day Date) *TalkMonth {
		i := monthsBetween(first, day)
		if day == 0 || day > on || i < 0 || i >= months {
			return &TalkMonth{}
		}
		return &out[i]
	}
	for i := range f.Questions {
		at(f.Questions[i].AskedOn).Asked++
	}
	for i := range f.Touchpoints {
		if t := &f.Touchpoints[i]; t.TouchKind == "teach" {
			at(t.On).Taught++
		}
	}
	for i := range f.Insights {
		at(f.Insights[i].CreatedAt.Date()).Insights++
	}
	return out
}

// addMonths is the first day of the month n months after a day's.
func addMonths(on Date, n int) Date {
	t := on.Time()
	return NewDate(t.Year(), t.Month()+time.Month(n), 1)
}

// monthsBetween counts the months from one day's month to another's.
func monthsBetween(from, to Date) int {
	a, b := from.Time(), to.Time()
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
}
