package ooxml

import (
	"fmt"
	"math"
	"strconv"
)

// leastContrast is what WCAG 2.2 asks between words and their ground.
const leastContrast = 4.5

// Readable returns a colour as it can be read on a ground, both "rrggbb": itself
// where it has a contrast of 4.5 to 1, else a shade of it that has, darker on a
// light ground and lighter on a dark one. What is no colour comes back as it is.
func Readable(colour, ground string) string {
	if !IsColour(colour) || !IsColour(ground) {
		return colour
	}
	from, on := channels(colour), luminance(channels(ground))
	to := [3]float64{}
	if on < 0.18 {
		to = [3]float64{255, 255, 255}
	}
	out := colour
	for step := 0.0; step <= 1; step += 0.02 {
		var c [3]float64
		for i := range c {
			c[i] = math.Round(from[i] + (to[i]-from[i])*step)
		}
		if step > 0 {
			out = fmt.Sprintf("%02x%02x%02x", int(c[0]), int(c[1]), int(c[2]))
		}
		l := luminance(c)
		if (max(l, on)+0.05)/(min(l, on)+0.05) >= leastContrast {
			break
		}
	}
	return out
}

func channels(hex string) (c [3]float64) {
	n, _ := strconv.ParseUint(hex, 16, 32)
	return [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c [3]float64) float64 {
	var l [3]float64
	for i, v := range c {
		if v /= 255; v <= 0.04045 {
			l[i] = v / 12.92
		} else {
			l[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}
