package document

// columnsBox sets blocks side by side.
type columnsBox struct{ boxes []box }

func (c *columnsBox) width(w float64) float64 {
	n := float64(len(c.boxes))
	return (w - (n-1)*columnGap) / n
}

func (c *columnsBox) height(w float64) float64 {
	h := 0.0
	for _, b := range c.boxes {
		h = max(h, b.height(c.width(w)))
	}
	return h
}

func (c *columnsBox) elastic() bool {
	for _, b := range c.boxes {
		if b.elastic() {
			return true
		}
	}
	return false
}

func (c *columnsBox) split(w, h float64) (head, rest box) { return c.part(w, h, false) }

func (c *columnsBox) part(w, h float64, forced bool) (head, rest box) {
	var heads, rests []box
	taken, left := false, false
	for _, b := range c.boxes {
		hd, rs := b, box(nil)
		if b.height(c.width(w)) > h {
			if hd, rs = b.split(c.width(w), h); hd == nil && forced {
				hd, rs = force(b, c.width(w), h)
			}
		}
		if hd == nil {
			hd = empty{}
		} else if _, none := hd.(empty); !none {
			taken = true
		}
		if rs == nil {
			rs = empty{}
		} else {
			left = true
		}
		heads, rests = append(heads, hd), append(rests, rs)
	}
	switch {
	case !taken:
		return nil, c
	case !left:
		return &columnsBox{heads}, nil
	default:
		return &columnsBox{heads}, &columnsBox{rests}
	}
}

func (c *columnsBox) draw(s *slide, r rect, _ int) error {
	w := c.width(r.W)
	for i, b := range c.boxes {
		h := r.H
		if !b.elastic() {
			h = b.height(w)
		}
		x := r.X + float64(i)*(w+columnGap)
		if s.deck.rtl {
			x = r.X + r.W - w - float64(i)*(w+columnGap)
		}
		holder := 0
		if s.layout == layoutTwo {
			holder = i + 1
		}
		if err := b.draw(s, rect{X: x, Y: r.Y, W: w, H: h}, holder); err != nil {
			return err
		}
	}
	return nil
}

// empty holds the place of a column that has run out.
type empty struct{}

func (empty) height(float64) float64            { return 0 }
func (empty) elastic() bool                     { return false }
func (empty) split(float64, float64) (_, _ box) { return empty{}, nil }
func (empty) draw(*slide, rect, int) error      { return nil }
