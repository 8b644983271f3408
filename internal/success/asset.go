package success

import "cmp"

// The reasons for having no expected value.
const (
	reasonNoMargin   = "no gross margin"
	reasonNotAFinite = "no finite value at this rate"
	reasonNoRate     = "no exchange rate" // only among others, in the workspace's currency
)

// Asset looks at an account as an asset: payback, the expected value of its
// margin with a discount rate and growth a year (0.1 is 10 %), and what it
// brought through others. It returns CodeNotFound for an account not in the book.
func Asset(b *Book, account ID, on Date, discountRate, growth float64) (AssetFigure, error) {
	f, err := b.file(account)
	if err != nil {
		return AssetFigure{}, err
	}
	currency := CurrencyOf(&f.Account, &b.Settings)
	x := newExchange(&b.Settings, currency)
	a := AssetFigure{Account: account, On: on, Currency: currency, ARR: arrOn(f, x, on, on)}
	a.CACPaybackMonths = payback(&f.Account, x, a.ARR, on)
	a.RetentionRate = b.retentionRate(f, on)
	a.ExpectedValue, a.Reason = expectedValue(&f.Account, a.ARR, a.RetentionRate, discountRate, growth)
	a.Spread = b.spread(f, x, on)
	return a, nil
}

// file returns the live file of an account.
func (b *Book) file(account ID) (*File, error) {
	for _, f := range b.Files {
		if f.Account.ID == account && f.Account.DeletedAt == 0 {
			return f.settled(), nil
		}
	}
	return nil, NotFound("There is no account %s.", account)
}

// payback is the months of margin that an account's acquisition cost takes.
func payback(a *Account, x *exchange, arr float64, on Date) *float64 {
	if a.GrossMargin == nil {
		return nil
	}
	day := a.StartDate
	if day == 0 {
		day = on
	}
	cost, ok := x.money(a.AcquisitionCost, day)
	if !ok {
		return nil
	}
	return share(cost, arr**a.GrossMargin/12)
}

// expectedValue is the margin of all years to come, paid at each year's start:
// M(1+d)/(1+d - r(1+g)).
func expectedValue(a *Account, arr, retention, discount, growth float64) (*float64, *string) {
	reason := reasonNoMargin
	if a.GrossMargin == nil {
		return nil, &reason
	}
	rest := 1 + discount - retention*(1+growth)
	if rest <= 0 {
		reason = reasonNotAFinite
		return nil, &reason
	}
	value := arr * *a.GrossMargin * (1 + discount) / rest
	return &value, nil
}

// retentionRate is the probability set for the account's renewal, else the
// renewal rate of its customer type with one success and one failure added.
func (b *Book) retentionRate(f *File, on Date) float64 {
	if p := renewalProbability(f, on); p != nil {
		return *p
	}
	kind := b.liveType(f.Account.CustomerTypeID)
	kept, all := 1, 2
	for _, other := range b.Files {
		if other.Account.DeletedAt != 0 || (kind != "" && other.Account.CustomerTypeID != kind) {
			continue
		}
		for _, t := range other.settled().Terms {
			if isOpen(&t) || cmp.Or(t.ResultOn, t.End) > on {
				continue
			}
			all++
			if t.Result != resultCancelled {
				kept++
			}
		}
	}
	return float64(kept) / float64(all)
}

// renewalProbability is what somebody set for an account's renewal; nil where nobody did.
func renewalProbability(f *File, on Date) *float64 {
	if t, ok := RenewalTerm(f, on); ok {
		for i := len(f.Renewals) - 1; i >= 0; i-- {
			if r := &f.Renewals[i]; r.TermID == t.ID && r.Probability != nil {
				return r.Probability
			}
		}
	}
	return nil
}

// liveType returns the customer type if it is not in the bin, else none.
func (b *Book) liveType(id ID) ID {
	for i := range b.Settings.CustomerTypes {
		if t := &b.Settings.CustomerTypes[i]; t.ID == id && t.DeletedAt == 0 {
			return id
		}
	}
	return ""
}

// spread is the recurring revenue of the accounts this one referred first, and
// the revenue of its refer actions that name no account.
func (b *Book) spread(f *File, x *exchange, on Date) float64 {
	var sum float64
	files := make(map[ID]*File, len(b.Files))
	for _, other := range b.Files {
		if other.Account.DeletedAt == 0 {
			files[other.Account.ID] = other
		}
	}
	for named, by := range b.referrers(files, on) {
		if by.AccountID == f.Account.ID {
			sum += arrOn(files[named].settled(), x, on, on)
		}
	}
	for i := range f.Actions {
		a := &f.Actions[i]
		if a.Action != "refer" || a.On > on || files[a.ReferredAccountID] != nil {
			continue
		}
		if revenue, ok := x.money(a.Revenue, a.On); ok {
			sum += revenue
		}
	}
	return sum
}

// referrers returns the earliest refer action that names each account; nobody
// refers itself.
func (b *Book) referrers(files map[ID]*File, on Date) map[ID]*CustomerAction {
	first := map[ID]*CustomerAction{}
	for id, f := range files {
		live := f.settled()
		for i := range live.Actions {
			a := &live.Actions[i]
			named := a.ReferredAccountID
			if a.Action != "refer" || a.On > on || named == id || files[named] == nil {
				continue
			}
			was := first[named]
			if was == nil || cmp.Or(cmp.Compare(a.On, was.On), compareMade(&a.Meta, &was.Meta)) < 0 {
				first[named] = a
			}
		}
	}
	return first
}
