package success

import (
	"cmp"
	"math"
	"slices"
)

// Measures computes where each measure of an account stands on a day.
func Measures(f *File, s *Settings, on Date) MeasuresFigure {
	f = f.settled()
	return MeasuresFigure{Account: f.Account.ID, On: on, Measures: measureFigures(f, on)}
}

func measureFigures(f *File, on Date) []MeasureFigure { return figuresOf(f, on, measureFigure) }

// placedMeasures places the measures without their trends, which look at each
// pair of readings.
func placedMeasures(f *File, on Date) []MeasureFigure { return figuresOf(f, on, placeMeasure) }

func figuresOf(f *File, on Date, figure func(*Measure, []*Reading, Date) MeasureFigure) []MeasureFigure {
	byMeasure := make(map[ID][]*Reading, len(f.Measures))
	for _, r := range recordedOrder(f.Readings, func(r *Reading) bool { return r.On <= on }) {
		list := byMeasure[r.MeasureID]
		if n := len(list); n > 0 && list[n-1].On == r.On {
			list[n-1] = r // of several readings of a day the last recorded holds
			continue
		}
		byMeasure[r.MeasureID] = append(list, r)
	}
	out := make([]MeasureFigure, len(f.Measures))
	for i := range f.Measures {
		m := &f.Measures[i]
		out[i] = figure(m, byMeasure[m.ID], on)
	}
	slices.SortFunc(out, func(a, b MeasureFigure) int { return cmp.Compare(a.Measure, b.Measure) })
	return out
}

// measureFigure places a measure by its readings, one a day, in order.
func measureFigure(m *Measure, readings []*Reading, on Date) MeasureFigure {
	figure := placeMeasure(m, readings, on)
	figure.Trend = trendOf(readings)
	return figure
}

func placeMeasure(m *Measure, readings []*Reading, on Date) MeasureFigure {
	figure := MeasureFigure{Measure: m.ID}
	if n := len(readings); n > 0 {
		figure.Now, figure.NowOn = &readings[n-1].Value, readings[n-1].On
	}
	figure.Progress = progress(m, figure.Now)
	figure.State = measureState(m, &figure, on)
	return figure
}

// progress is the unclamped share of the way from baseline to target; nil for a
// hold measure and where one of the three numbers is missing.
func progress(m *Measure, now *float64) *float64 {
	if m.Direction == "hold" || now == nil || m.Baseline == nil || m.Target == nil || *m.Target == *m.Baseline {
		return nil
	}
	p := (*now - *m.Baseline) / (*m.Target - *m.Baseline)
	return &p
}

func measureState(m *Measure, figure *MeasureFigure, on Date) MeasureState {
	switch {
	case m.Baseline == nil || m.Target == nil:
		return NoBaseline
	case figure.Now == nil:
		return NotMeasured
	case pastCadence(m, figure.NowOn, on):
		return Stale
	case m.Direction == "hold":
		if deviation(m, *figure.Now) <= tolerance(m) {
			return Met
		}
		return OffTrack
	case figure.Progress == nil: // baseline and target are equal, which entry refuses
		return NoBaseline
	case *figure.Progress >= 1:
		return Met
	case isOnTrack(m, *figure.Progress, on):
		return OnTrack
	}
	return OffTrack
}

// pastCadence reports whether a reading is older than one and a half times the
// measure's cadence; a measure without one never grows stale.
func pastCadence(m *Measure, readOn, on Date) bool {
	return m.CadenceDays != nil && *m.CadenceDays > 0 && float64(on.Sub(readOn)) > 1.5*float64(*m.CadenceDays)
}

// deviation is how far a hold measure is off on its bad side.
func deviation(m *Measure, now float64) float64 {
	switch m.BadSide {
	case "below":
		return *m.Target - now
	case "above":
		return now - *m.Target
	}
	return math.Abs(now - *m.Target)
}

// tolerance is the deviation a hold measure allows: 5 % of its target where
// nothing is set.
func tolerance(m *Measure) float64 {
	if m.Tolerance != nil {
		return *m.Tolerance
	}
	return 0.05 * math.Abs(*m.Target)
}

// isOnTrack compares progress with the share of the time that has gone, less
// ten points; without two dates in order any progress will do.
func isOnTrack(m *Measure, progress float64, on Date) bool {
	if m.BaselineOn == 0 || m.TargetOn <= m.BaselineOn {
		return progress > 0
	}
	gone := float64(on.Sub(m.BaselineOn)) / float64(m.TargetOn.Sub(m.BaselineOn))
	return progress >= min(1, max(0, gone))-0.1
}

// trendOf is the Theil-Sen slope and the Mann-Kendall test (two-sided normal
// approximation, corrected for ties and continuity) of readings on at least
// four days; nil for fewer.
func trendOf(readings []*Reading) *Trend {
	n := len(readings)
	if n < 4 {
		return nil
	}
	t := &Trend{N: n, Direction: "flat"}
	slopes := make([]float64, 0, n*(n-1)/2)
	for i, a := range readings {
		for _, b := range readings[i+1:] {
			slopes = append(slopes, (b.Value-a.Value)/float64(b.On.Sub(a.On)))
			t.S += cmp.Compare(b.Value, a.Value)
		}
	}
	t.Slope = median(slopes)
	t.P = mannKendall(t.S, readings)
	if t.P < 0.1 && t.S > 0 {
		t.Direction = "rising"
	} else if t.P < 0.1 && t.S < 0 {
		t.Direction = "falling"
	}
	return t
}

func mannKendall(s int, readings []*Reading) float64 {
	ties := map[float64]int{}
	for _, r := range readings {
		ties[r.Value]++
	}
	spread := func(n int) int { return n * (n - 1) * (2*n + 5) }
	variance := spread(len(readings))
	for _, n := range ties {
		variance -= spread(n)
	}
	if s == 0 || variance <= 0 {
		return 1
	}
	z := (math.Abs(float64(s)) - 1) / math.Sqrt(float64(variance)/18)
	return math.Erfc(z / math.Sqrt2)
}

// median sorts values and returns the middle one, or the mean of the two.
func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	if n%2 == 1 {
		return values[n/2]
	}
	return (values[n/2-1] + values[n/2]) / 2
}
