package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
)

// ReplyRecordView is an account's reply record in full: what stands beside its
// price, the trend by month, and the messages still open, oldest first.
type ReplyRecordView struct {
	Replies *ReplySumView     `json:"replies"`
	Months  []ReplyMonthView  `json:"months"`
	Open    []OpenMessageView `json:"open"`
}

// ReplyMonthView is the record of the messages of one month; Month is its first day.
type ReplyMonthView struct {
	Month    string   `json:"month"`
	Messages int      `json:"messages"`
	Median   *float64 `json:"median"`
	Share    *float64 `json:"share"`
}

// OpenMessageView is a message that is owed an answer. Days counts since it came.
type OpenMessageView struct {
	ID      string `json:"id"`
	On      string `json:"on"`
	Due     string `json:"due"`
	Days    int    `json:"days"`
	Late    bool   `json:"late"`
	Summary string `json:"summary"`
}

// openShown is how many open messages stand beside a price.
const openShown = 3

// Replies returns an account's reply record as of today.
func (w *Ways) Replies(account string) (_ ReplyRecordView, err error) {
	defer w.app.catch("ways.replies", &err)
	file, _, today, err := w.app.account(account)
	if err != nil {
		return ReplyRecordView{}, err
	}
	figure := success.Replies(file, today)
	view := ReplyRecordView{Months: []ReplyMonthView{}, Open: []OpenMessageView{}}
	if figure.Messages > 0 {
		view.Replies = &ReplySumView{
			Messages: figure.Messages, Open: figure.Open, Late: figure.Late, Median: figure.Median, Share: figure.Share,
		}
	}
	for _, m := range figure.Months {
		view.Months = append(view.Months, ReplyMonthView{Month: m.Month.String(), Messages: m.Messages, Median: m.Median, Share: m.Share})
	}
	for i := range file.Touchpoints {
		t := &file.Touchpoints[i]
		reply := success.ReplyOf(t, today)
		if t.On > today || reply.State != success.ReplyOwed && reply.State != success.ReplyLate || len(view.Open) == openShown {
			continue
		}
		view.Open = append(view.Open, OpenMessageView{
			ID: string(t.ID), On: t.On.String(), Due: reply.Due.String(), Days: today.Sub(t.On),
			Late: reply.State == success.ReplyLate, Summary: t.Summary,
		})
	}
	return view, nil
}
