package desktop

// MapView is the velocity map: an account with a bonded share in each place of the
// lists, which are of one length. Left counts, by reason, the accounts without one.
type MapView struct {
	Waiting  ReckoningView  `json:"waiting"`
	Currency string         `json:"currency"`
	Accounts int            `json:"accounts"`
	All      int            `json:"all"` // without the filter
	Points   []MapPointView `json:"points"`
	Left     []MapLeftView  `json:"left"`
}

// MapPointView is one account on the map. Low and High are the ends of its bonded
// share (0..1). Relative is its velocity over the larger of its value level now and a
// year ago, so that it lies between -1 (all is gone) and 1 (all is new); 0 where it
// has neither. Velocity and Level are in Currency, the account's; BookARR in the
// workspace's.
type MapPointView struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	Currency string  `json:"currency"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
	Relative float64 `json:"relative"`
	Velocity float64 `json:"velocity"`
	BookARR  float64 `json:"book_arr"`
	Verdict  string  `json:"verdict"`
}

// MapLeftView counts accounts that are not on the map for one reason.
type MapLeftView struct {
	Reason   string `json:"reason"`
	Accounts int    `json:"accounts"`
}

// VelocityMap returns the accounts that have a bonded share, in order of name.
func (w *Ways) VelocityMap(only WaysFilter) (_ MapView, err error) {
	defer w.app.catch("ways.velocity_map", &err)
	now, rows, err := w.load(only)
	if err != nil {
		return MapView{}, err
	}
	view := MapView{Waiting: now.waiting(), Currency: now.settings.Workspace.Currency, All: now.started(), Points: make([]MapPointView, 0, len(rows)), Left: []MapLeftView{}}
	if view.Waiting.Accounts > 0 {
		return view, nil
	}
	left := map[string]int{}
	for i := range rows {
		row := &rows[i]
		if !hasStarted(row, now.today) {
			continue
		}
		view.Accounts++
		if row.Price == nil {
			left[row.Unpriced]++
			continue
		}
		point := MapPointView{
			ID: string(row.Account), Name: row.Name, Currency: row.Currency, Low: min(1, row.Price.Bonded.Low), High: min(1, row.Price.Bonded.High),
			Velocity: row.Velocity, BookARR: row.BookARR, Verdict: row.Verdict,
		}
		if most := max(row.Level, row.Level-row.Velocity); most > 0 {
			point.Relative = row.Velocity / most
		}
		view.Points = append(view.Points, point)
	}
	for _, reason := range []string{"too new", "not priced", "not yet known", "cancelled"} {
		if left[reason] > 0 {
			view.Left = append(view.Left, MapLeftView{Reason: reason, Accounts: left[reason]})
		}
	}
	return view, nil
}
