package success

// Retention computes gross, net and logo retention between two days, over the
// accounts that had recurring revenue on the first, in the workspace's currency
// with the rates of the first day.
func Retention(b *Book, from, to Date) RetentionFigure {
	r := RetentionFigure{From: from, To: to, Currency: b.Settings.Workspace.Currency}
	x := newExchange(&b.Settings, r.Currency)
	var kept float64
	for _, f := range b.Files {
		if f.Account.DeletedAt != 0 {
			continue
		}
		f = f.settled()
		was := arrOn(f, x, from, from)
		if was <= 0 {
			continue
		}
		is := arrOn(f, x, to, from)
		r.Accounts++
		r.ARRFrom += was
		r.ARRTo += is
		kept += min(was, is)
		if is > 0 {
			r.Kept++
		}
	}
	if r.Accounts > 0 {
		r.GRR = share(kept, r.ARRFrom)
		r.NRR = share(r.ARRTo, r.ARRFrom)
		r.Logo = share(float64(r.Kept), float64(r.Accounts))
	}
	return r
}

// share is a part of a whole; a share of nothing is nil.
func share(part, whole float64) *float64 {
	if whole == 0 {
		return nil
	}
	q := part / whole
	return &q
}
