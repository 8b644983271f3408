package success

import (
	"cmp"
	"slices"
	"strings"
)

// The results of a term.
const (
	resultOpen      = "open"
	resultCancelled = "cancelled"
)

func isOpen(t *Term) bool { return t.Result == "" || t.Result == resultOpen }

// isOpenOn reports whether a term was still to be decided on a day: a result
// that came later was not there yet.
func isOpenOn(t *Term, on Date) bool { return isOpen(t) || t.ResultOn > on }

// contractKey is a contract's name as it is compared.
func contractKey(t *Term) string {
	if name := strings.ToLower(strings.TrimSpace(t.Contract)); name != "" {
		return name
	}
	return "main"
}

// CurrentTerms returns, for each contract, the live term with the latest start
// that has come, also after its end while no later one has begun; in order of
// contract.
func CurrentTerms(f *File, on Date) []*Term {
	f = f.settled()
	current := make([]*Term, 0, 2)
	for i := range f.Terms {
		t := &f.Terms[i]
		if t.Start > on {
			continue
		}
		at := slices.IndexFunc(current, func(c *Term) bool { return contractKey(c) == contractKey(t) })
		if at < 0 {
			current = append(current, t)
		} else if t.Start >= current[at].Start { // of one day the last made
			current[at] = t
		}
	}
	slices.SortFunc(current, func(a, b *Term) int { return cmp.Compare(contractKey(a), contractKey(b)) })
	return current
}

// DecisionDate is the day by which a term's renewal has to be won: its end less
// the days of notice.
func DecisionDate(t *Term) Date {
	if t.NoticeDays == nil {
		return t.End
	}
	return t.End.AddDays(-int(*t.NoticeDays))
}

// RenewalTerm returns the open current term with the earliest decision date,
// past ones included (of two the first made), or false where there is none.
func RenewalTerm(f *File, on Date) (*Term, bool) {
	var best *Term
	for _, t := range openTerms(f, on) {
		if best == nil || cmp.Or(cmp.Compare(DecisionDate(t), DecisionDate(best)), compareMade(&t.Meta, &best.Meta)) < 0 {
			best = t
		}
	}
	return best, best != nil
}

func openTerms(f *File, on Date) []*Term {
	return slices.DeleteFunc(CurrentTerms(f, on), func(t *Term) bool { return !isOpenOn(t, on) })
}

// isCancelled reports whether a client has gone: on the day of cancellation, or
// with the current term of every contract over with that result.
func isCancelled(f *File, on Date) bool {
	if f.Account.CancelledOn != 0 && f.Account.CancelledOn <= on {
		return true
	}
	current := CurrentTerms(f, on)
	for _, t := range current {
		if t.Result != resultCancelled || t.End > on {
			return false
		}
	}
	return len(current) > 0
}

// arrMoney is a term's annual recurring revenue on a day, its result included.
func arrMoney(t *Term, on Date) Money {
	switch {
	case on < t.End || isOpen(t):
		return t.ARR
	case t.Result == resultCancelled:
		return Money{}
	case !t.ResultARR.IsZero():
		return t.ResultARR
	}
	return t.ARR
}

// arrOn sums an account's recurring revenue on a day over its contracts, with
// the rates of another day. An amount without a rate counts as nothing.
func arrOn(f *File, x *exchange, on, ratesOn Date) float64 {
	if f.Account.CancelledOn != 0 && f.Account.CancelledOn <= on {
		return 0
	}
	var sum float64
	for _, t := range CurrentTerms(f, on) {
		if amount, ok := x.money(arrMoney(t, on), ratesOn); ok {
			sum += amount
		}
	}
	return sum
}

// ARR is an account's annual recurring revenue on a day, in major units of the
// account's currency.
func ARR(f *File, s *Settings, on Date) float64 {
	f = f.settled()
	return arrOn(f, newExchange(s, CurrencyOf(&f.Account, s)), on, on)
}
