package exchange_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

const (
	sold = "Account Name;Contract Start;Renewal Date;ARR;Currency\nKestrel;2025-01-01;2026-12-31;90000;EUR\n"
	// The program still shows the first start beside the next end.
	soldOn  = "Account Name;Contract Start;Renewal Date;ARR;Currency\nKestrel;2025-01-01;2027-12-31;90000;EUR\n"
	forLess = "Account Name;Contract Start;Renewal Date;ARR;Currency\nKestrel;2025-01-01;2026-12-31;72000;EUR\n"
)

// termsOf lists the terms there are as "start end amount result".
func termsOf(t *testing.T, s *shelf) []string {
	t.Helper()
	var out []string
	for _, term := range all[success.Term](t, s, "term") {
		out = append(out, term.Start.String()+" "+term.End.String()+" "+term.ARR.Text()+" "+term.Result)
	}
	return out
}

func TestALaterEndIsAskedAboutAndIsWhatThePersonSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		o      exchange.Options
		answer exchange.TermAnswer
		want   []string
	}{
		{"by itself", exchange.Options{}, exchange.AnswerCorrection, []string{"2025-01-01 2027-12-31 90000.00 "}},
		{"renewal", exchange.Options{AnswerAll: map[string]exchange.TermAnswer{exchange.AskLaterEnd: exchange.AnswerRenewal}}, exchange.AnswerRenewal,
			[]string{"2025-01-01 2026-12-31 90000.00 ", "2026-12-31 2027-12-31 90000.00 "}},
		{"this row's answer wins", exchange.Options{
			AnswerAll: map[string]exchange.TermAnswer{exchange.AskLaterEnd: exchange.AnswerRenewal},
			Answers:   map[int]exchange.TermAnswer{2: exchange.AnswerCorrection},
		}, exchange.AnswerCorrection, []string{"2025-01-01 2027-12-31 90000.00 "}},
	} {
		s := newShelf("EUR")
		c.o.Today = today
		take(t, s, readText(t, sold), c.o)
		plan, err := exchange.NewPlan(readText(t, soldOn), s, c.o)
		if err != nil {
			t.Fatal(err)
		}
		row, _ := plan.Row(0)
		want := &exchange.Question{Kind: exchange.AskLaterEnd, Was: "2026-12-31", Becomes: "2027-12-31", Answer: c.answer, Answered: c.name != "by itself"}
		if diff := cmp.Diff(want, row.Question); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		take(t, s, readText(t, soldOn), c.o)
		if diff := cmp.Diff(c.want, termsOf(t, s)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if again := take(t, s, readText(t, soldOn), exchange.Options{Today: today}); again.Same != 1 {
			t.Errorf("%s: the same file again is %+v", c.name, again)
		}
	}
}

func TestALowerAmountIsAskedAboutAndAContractionKeepsThePast(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	o := exchange.Options{Today: today}
	take(t, s, readText(t, sold), o)
	plan, err := exchange.NewPlan(readText(t, forLess), s, o)
	if err != nil {
		t.Fatal(err)
	}
	if n := plan.Questions()[exchange.AskLowerAmount]; n != 1 {
		t.Fatalf("%d questions", n)
	}
	o.AnswerAll = map[string]exchange.TermAnswer{exchange.AskLowerAmount: exchange.AnswerContraction}
	if r := take(t, s, readText(t, forLess), o); r.Changed != 1 {
		t.Fatalf("result = %+v", r)
	}
	want := []string{"2025-01-01 " + today.String() + " 90000.00 contracted", today.String() + " 2026-12-31 72000.00 "}
	if diff := cmp.Diff(want, termsOf(t, s)); diff != "" {
		t.Error(diff)
	}
	o.AnswerAll = nil
	if again := take(t, s, readText(t, forLess), o); again.Same != 1 {
		t.Errorf("the same file again is %+v", again)
	}
}

func TestALowerAmountIsACorrectionUnlessSaidOtherwise(t *testing.T) {
	t.Parallel()
	s := newShelf("EUR")
	take(t, s, readText(t, sold), exchange.Options{Today: today})
	take(t, s, readText(t, forLess), exchange.Options{Today: today})
	if diff := cmp.Diff([]string{"2025-01-01 2026-12-31 72000.00 "}, termsOf(t, s)); diff != "" {
		t.Error(diff)
	}
}
