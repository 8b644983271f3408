package success

// Live is being written.
func (f *File) Live() *File { return f }

// Velocity is being written.
func Velocity(f *File, s *Settings, on Date) VelocityFigure { return VelocityFigure{} }

// Delivered is being written.
func Delivered(f *File, s *Settings, from, to Date) DeliveredFigure { return DeliveredFigure{} }

// Measures is being written.
func Measures(f *File, s *Settings, on Date) MeasuresFigure { return MeasuresFigure{} }

// Retention is being written.
func Retention(b *Book, from, to Date) RetentionFigure { return RetentionFigure{} }

// Asset is being written.
func Asset(b *Book, account ID, on Date, discountRate, growth float64) (AssetFigure, error) {
	return AssetFigure{}, nil
}

// StoryFigure is being written.
func StoryFigure(f *File, s *Settings, story ID, on Date) (StoryFigureOf, error) {
	return StoryFigureOf{}, nil
}

// TimelineOf is being written.
func TimelineOf(f *File, s *Settings, from, to, today Date) Timeline { return Timeline{} }

// AxesSince is being written.
func AxesSince(f *File, s *Settings, since, on Date) AxesFigure { return AxesFigure{} }

// Explain is being written.
func Explain(figure string, f *File, s *Settings, on Date) (Explanation, error) {
	return Explanation{}, nil
}

// Validate is being written.
func Validate(kind Kind, fields Fields, today Date) error { return nil }

// PlanVersion is being written.
func PlanVersion(f *File, plan ID) string { return "" }
