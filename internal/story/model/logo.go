package model

import "math"

// Logo is the provider's logo, a PNG of W by H pixels.
type Logo struct {
	PNG []byte `json:"png"`
	W   int    `json:"w"`
	H   int    `json:"h"`
}

// Fit returns the size of the logo in a place of a width and a height: as large as
// it goes in, its proportions kept. No logo has no size.
func (l *Logo) Fit(w, h float64) (width, height float64) {
	if l == nil || l.W <= 0 || l.H <= 0 {
		return 0, 0
	}
	k := math.Min(w/float64(l.W), h/float64(l.H))
	return float64(l.W) * k, float64(l.H) * k
}
