package success

// walker goes up a benefit's stair step by step and notes each day's state.
type walker struct {
	onlyProved bool
	days       []day
	now        day
	started    bool // a step of the view has been met
	peopleEver int64

	last       float64 // last yearly amount of the view's own steps
	hasLast    bool
	lastAny    float64 // last yearly amount of any step
	lastSign   int8    // as day.amount, of the view's own steps
	anySign    int8
	yearlyLast bool // the last yearly amount of the day is above 0: first value
	value      bool // another reason for first value on the day
}

// walk returns the state of a benefit after each day on which a step of the
// view changes it. Steps come in order. In the proved view a claimed step is
// seen only as far as it lowers the yearly rate or ends it.
func walk(steps []step, onlyProved bool) []day {
	w := walker{onlyProved: onlyProved, lastSign: -1, anySign: -1}
	w.days = make([]day, 0, len(steps))
	for i := 0; i < len(steps); {
		on := steps[i].on
		w.begin(on)
		for ; i < len(steps) && steps[i].on == on; i++ {
			w.take(&steps[i])
		}
		w.end()
	}
	return w.days
}

func (w *walker) begin(on Date) {
	w.now.on = on
	w.now.rateNews, w.now.onceNews = 0, 0
	w.now.first, w.now.peopleRose, w.now.firstValue = false, false, false
	w.yearlyLast, w.value = false, false
}

func (w *walker) take(s *step) {
	own := s.proved || !w.onlyProved
	if s.yearly && s.hasAmount() {
		w.takeAnyYearly(s)
	}
	if !own {
		return
	}
	if !w.started {
		w.started, w.now.first = true, true
	}
	switch {
	case !s.yearly:
		w.now.lastOnce = s.on
		w.now.onceNews += s.amount
		w.value = w.value || s.above
	default:
		w.now.yearly = true
		if s.hasAmount() {
			w.yearlyLast = s.above
			w.lastSign = sign(s)
		}
		if s.priced {
			w.last, w.hasLast = s.amount, true
		}
	}
	w.takePeople(s)
}

// takeAnyYearly notes a yearly amount of any confirmation: a 0 ends the benefit
// in every view, and what follows it decides whether it lives again.
func (w *walker) takeAnyYearly(s *step) {
	w.anySign = sign(s)
	if s.priced {
		w.lastAny = s.amount
	}
	if s.zero {
		w.now.lastOnce = 0
	}
}

func (w *walker) takePeople(s *step) {
	if s.people == nil {
		return
	}
	w.now.people = int64(*s.people)
	if w.now.people > 0 {
		w.value = true
	}
	if w.now.people > w.peopleEver {
		w.peopleEver, w.now.peopleRose = w.now.people, true
	}
}

func sign(s *step) int8 {
	if s.above {
		return 1
	}
	return 0
}

func (w *walker) end() {
	if !w.started {
		return // claims before anything is proved leave no trace, but are remembered
	}
	w.now.amount = w.lastSign
	if w.anySign == 0 {
		w.now.amount = 0
	}
	w.now.rate = 0
	if w.hasLast {
		w.now.rate = min(w.last, w.lastAny)
	}
	if w.now.rate > w.now.high {
		w.now.rateNews = w.now.rate - w.now.high
		w.now.high = w.now.rate
	}
	w.now.firstValue = w.value || w.yearlyLast
	w.days = append(w.days, w.now)
}
