// Package logos makes the pictures that people choose as a logo fit for documents.
package logos

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/gif"  // so that a GIF is known for what it is
	_ "image/jpeg" // logos are PNG or JPEG files
	"image/png"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
)

// Most is the largest file that is taken, in bytes: 10 MiB.
const Most = 10 << 20

const (
	mostPixels = 40_000_000 // in a picture that is taken apart: 160 MB
	leastSide  = 16         // pixels of a side: less is a dot
	// keptW and keptH are the most that a kept logo has: sharp at three inches
	// of width on paper.
	keptW, keptH = 900, 450
	mostKept     = 4 * keptW * keptH // bytes of it, however badly it packs
)

// Error says in a sentence for people why a picture cannot be taken.
type Error struct{ Message string }

func (e *Error) Error() string { return e.Message }

// Read reads a PNG or JPEG file as a logo: a PNG of its pixels alone, small enough
// for every document. It returns an *Error for what cannot be one.
func Read(file []byte) (*model.Logo, error) {
	if len(file) > Most {
		return nil, &Error{Message: fmt.Sprintf("The logo has %d MB; %d MB is the most. Save it smaller: 900 pixels across are enough.", len(file)>>20, Most>>20)}
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil && isSVG(file):
		return nil, &Error{Message: "PowerPoint, Word and PDF cannot all show an SVG. Save the logo as a PNG, 900 pixels across or more, and choose that."}
	case err != nil || format != "png" && format != "jpeg":
		return nil, &Error{Message: "This is no picture that documents can show. Choose a PNG or JPEG file."}
	case size.Width < leastSide || size.Height < leastSide:
		return nil, &Error{Message: fmt.Sprintf("The logo is only %d × %d pixels. Choose a larger one: 300 pixels across or more.", size.Width, size.Height)}
	case size.Width*size.Height > mostPixels:
		return nil, &Error{Message: fmt.Sprintf("The logo has %d × %d pixels, too many for a document. Save it smaller: 900 pixels across are enough.", size.Width, size.Height)}
	}
	pixels, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, &Error{Message: "The picture is damaged: it ends in the middle or cannot be read. Save it anew and choose it again."}
	}
	small := shrunk(pixels)
	var out bytes.Buffer
	if err := png.Encode(&out, small); err != nil {
		return nil, fmt.Errorf("writing the logo: %w", err)
	}
	return &model.Logo{PNG: out.Bytes(), W: small.Rect.Dx(), H: small.Rect.Dy()}, nil
}

// Kept reads a logo that Read has made; a file that it has not is made one now.
func Kept(file []byte) (*model.Logo, error) {
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err == nil && format == "png" && size.Width <= keptW && size.Height <= keptH && len(file) <= mostKept {
		return &model.Logo{PNG: file, W: size.Width, H: size.Height}, nil
	}
	return Read(file)
}

func isSVG(file []byte) bool {
	head := strings.ToLower(string(file[:min(len(file), 1024)]))
	return strings.Contains(head, "<svg")
}

// shrunk is a picture of at most keptW by keptH pixels, each the mean of those that
// it stands for, weighed by how much they cover.
func shrunk(from image.Image) *image.NRGBA {
	b := from.Bounds()
	w, h := b.Dx(), b.Dy()
	if k := max(float64(w)/keptW, float64(h)/keptH); k > 1 {
		w, h = max(int(float64(w)/k), 1), max(int(float64(h)/k), 1)
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		y0, y1 := b.Min.Y+y*b.Dy()/h, b.Min.Y+(y+1)*b.Dy()/h
		for x := range w {
			x0, x1 := b.Min.X+x*b.Dx()/w, b.Min.X+(x+1)*b.Dx()/w
			out.SetNRGBA(x, y, mean(from, image.Rect(x0, y0, max(x1, x0+1), max(y1, y0+1))))
		}
	}
	return out
}

func mean(from image.Image, part image.Rectangle) color.NRGBA {
	var r, g, b, a, n uint64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			pr, pg, pb, pa := from.At(x, y).RGBA()
			r, g, b, a, n = r+uint64(pr), g+uint64(pg), b+uint64(pb), a+uint64(pa), n+1
		}
	}
	c := color.NRGBAModel.Convert(color.RGBA64{R: uint16(r / n), G: uint16(g / n), B: uint16(b / n), A: uint16(a / n)})
	return c.(color.NRGBA) //nolint:forcetypeassert // what the model converts to
}
