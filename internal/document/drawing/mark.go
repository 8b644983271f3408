package drawing

import (
	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/story/model"
)

// MarkSize is the width and height of a mark, in points.
const MarkSize = 7.0

// Mark draws the sign before a word that names a state; nil for none.
func Mark(m model.Mark) []Shape {
	p := &Picture{}
	c := chart.Point{X: 3.5, Y: 3.5}
	switch m {
	case model.MarkOnTrack, model.MarkEvidenced:
		p.disc(c, 2.5, Green, None, 0)
	case model.MarkOffTrack:
		p.add(Shape{Points: []chart.Point{{X: 3.5, Y: 0.4}, {X: 6.6, Y: 3.5}, {X: 3.5, Y: 6.6}, {X: 0.4, Y: 3.5}}, Fill: Amber})
	case model.MarkMet, model.MarkConfirmed:
		p.path([]chart.Point{{X: 0.8, Y: 3.8}, {X: 2.8, Y: 5.9}, {X: 6.4, Y: 1.2}}, 1.2, Green)
	case model.MarkStale:
		p.add(Shape{Points: []chart.Point{c}, Radius: 2.6, Stroke: Claim, Width: 1, Dash: []float64{1.6, 1.1}})
	case model.MarkNoBaseline:
		for _, x := range []float64{1, 3.5, 6} {
			p.disc(chart.Point{X: x, Y: 3.5}, 0.75, Claim, None, 0)
		}
	case model.MarkClaimed:
		square := []chart.Point{{X: 0.8, Y: 0.8}, {X: 6.2, Y: 0.8}, {X: 6.2, Y: 6.2}, {X: 0.8, Y: 6.2}, {X: 0.8, Y: 0.8}}
		p.path(square, 0.8, Claim)
		p.path([]chart.Point{{X: 0.8, Y: 6.2}, {X: 6.2, Y: 0.8}}, 0.7, Claim)
	case model.MarkNew:
		p.line(0.8, 3.5, 6.2, 3.5, 1.2, Green)
		p.line(3.5, 0.8, 3.5, 6.2, 1.2, Green)
	case model.MarkGrown:
		p.line(3.5, 1.2, 3.5, 6.4, 1.2, Green)
		p.path([]chart.Point{{X: 1.2, Y: 3.4}, {X: 3.5, Y: 1}, {X: 5.8, Y: 3.4}}, 1.2, Green)
	}
	return p.Shapes
}
