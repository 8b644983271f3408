package success

// Explain is being written.
func Explain(figure string, f *File, s *Settings, on Date) (Explanation, error) {
	return Explanation{}, nil
}
