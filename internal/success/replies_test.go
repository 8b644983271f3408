package success_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// message is something that came in, with the day by which it is owed an answer.
func message(n int, on, due, replied string) success.Touchpoint {
	t := success.Touchpoint{Meta: meta(n), AccountID: testID(1), On: day(on), Direction: "in"}
	if due != "" {
		t.NeedsReplyBy = day(due)
	}
	if replied != "" {
		t.RepliedOn = day(replied)
	}
	return t
}

func TestTheReplyRecordCountsWhatIsOwedAnAnswer(t *testing.T) {
	t.Parallel()
	ticket := message(705, "2026-04-01", "", "2026-04-09") // support has a week
	ticket.TouchKind = "support"
	ours := message(706, "2026-06-01", "2026-06-02", "")
	ours.Direction = "out"
	f := &success.File{Touchpoints: []success.Touchpoint{
		message(700, "2026-05-01", "2026-05-03", "2026-05-02"),
		message(701, "2026-05-10", "2026-05-12", "2026-05-13"),
		message(702, "2026-06-08", "2026-06-09", ""),           // its day has not passed
		message(703, "2024-01-01", "2024-01-02", ""),           // old, and still open
		message(704, "2024-01-01", "2024-01-02", "2024-01-02"), // old and done
		ticket, ours,
		message(707, "2026-06-05", "2026-06-06", "2026-06-20"), // the answer is still to come
		message(708, "2026-05-20", "", "2026-05-21"),           // owed none
		message(709, "2026-06-20", "2026-06-21", ""),           // not there yet
	}}
	r := success.Replies(f, ninthOfJune)
	if r.Messages != 6 || r.Answered != 3 || r.InTime != 1 || r.Open != 3 || r.Late != 2 {
		t.Errorf("%+v", r)
	}
	if r.Median == nil || *r.Median != 3 || r.Share == nil || *r.Share != 0.2 {
		t.Errorf("median %v, share %v", r.Median, r.Share)
	}
	if len(r.Months) != 12 || r.Months[0].Month != day("2025-07-01") || r.Months[10].Messages != 2 || *r.Months[10].Share != 0.5 || r.Months[9].Share == nil {
		t.Errorf("months: %+v", r.Months)
	}
	if empty := success.Replies(&success.File{}, ninthOfJune); empty.Median != nil || empty.Share != nil || len(empty.Months) != 12 {
		t.Errorf("of nothing: %+v", empty)
	}
}

func TestQuestionsAreCountedAgainstTeaching(t *testing.T) {
	t.Parallel()
	f := &success.File{
		Questions: []success.Question{
			{Meta: meta(720), AskedOn: day("2026-06-01")}, {Meta: meta(721), AskedOn: day("2026-06-30")},
			{Meta: meta(722), AskedOn: day("2026-04-30")}, {Meta: meta(723)},
		},
		Touchpoints: []success.Touchpoint{{Meta: meta(724), On: day("2026-05-31"), TouchKind: "teach"}, {Meta: meta(725), On: day("2026-05-31"), TouchKind: "learn"}},
	}
	months := success.LearningAndTeaching(f, 3, ninthOfJune)
	if len(months) != 3 || months[0].Month != day("2026-04-01") || months[0].Asked != 1 || months[1].Taught != 1 || months[1].Asked != 0 || months[2].Asked != 1 {
		t.Errorf("%+v", months)
	}
}
