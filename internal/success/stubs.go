package success

// TimelineOf is being written.
func TimelineOf(f *File, s *Settings, from, to, today Date) Timeline { return Timeline{} }

// AxesSince is being written.
func AxesSince(f *File, s *Settings, since, on Date) AxesFigure { return AxesFigure{} }

// Explain is being written.
func Explain(figure string, f *File, s *Settings, on Date) (Explanation, error) {
	return Explanation{}, nil
}
