package logos_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/logos"
)

func file(t *testing.T, w, h int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	pixels := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			pixels.SetNRGBA(x, y, color.NRGBA{R: 200, G: 40, B: 10, A: uint8(255 * (x % 2))})
		}
	}
	var out bytes.Buffer
	if err := encode(&out, pixels); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(w *bytes.Buffer, m image.Image) error  { return png.Encode(w, m) }
func asJPEG(w *bytes.Buffer, m image.Image) error { return jpeg.Encode(w, m, nil) }
func asGIF(w *bytes.Buffer, m image.Image) error  { return gif.Encode(w, m, nil) }

func TestALogoIsKeptSmallAndWithItsColours(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file         []byte
		wantW, wantH int
	}{
		{file(t, 120, 30, asPNG), 120, 30},
		{file(t, 120, 30, asJPEG), 120, 30},
		{file(t, 3600, 900, asPNG), 900, 225},
		{file(t, 600, 1800, asPNG), 150, 450},
	} {
		logo, err := logos.Read(c.file)
		if err != nil {
			t.Fatal(err)
		}
		pixels, format, err := image.Decode(bytes.NewReader(logo.PNG))
		if err != nil || format != "png" || logo.W != c.wantW || logo.H != c.wantH || pixels.Bounds().Dx() != c.wantW || pixels.Bounds().Dy() != c.wantH {
			t.Errorf("%d × %d of %s (%v), want %d × %d", logo.W, logo.H, format, err, c.wantW, c.wantH)
		}
	}
	// Four columns, every other one clear, are one that covers half: the clear ones do not darken it.
	logo, err := logos.Read(file(t, 3600, 900, asPNG))
	if err != nil {
		t.Fatal(err)
	}
	pixels, _ := png.Decode(bytes.NewReader(logo.PNG))
	if c := color.NRGBAModel.Convert(pixels.At(10, 10)).(color.NRGBA); c.R < 198 || c.R > 202 || c.G < 38 || c.G > 42 || c.A < 126 || c.A > 129 {
		t.Errorf("the mean is %+v", c)
	}
}

func TestNothingButPixelsIsKept(t *testing.T) {
	t.Parallel()
	body := file(t, 40, 20, asPNG)
	said := append([]byte(nil), body[:33]...) // a text chunk after the header, as cameras and programs write them
	said = append(said, "\x00\x00\x00\x0dtEXtAuthor\x00Ines M\xde\xad\xbe\xef"...)
	if _, err := logos.Read(append(said, body[33:]...)); err == nil {
		t.Error("a chunk with a wrong sum was read")
	}
	logo, err := logos.Read(append(body, "hidden words after the end"...))
	if err != nil || bytes.Contains(logo.PNG, []byte("hidden")) {
		t.Errorf("what stood behind the picture was kept (%v)", err)
	}
}

func TestWhatCannotBeALogoIsRefusedInASentence(t *testing.T) {
	t.Parallel()
	whole := file(t, 200, 200, asPNG)
	bomb := append([]byte(nil), whole...)
	copy(bomb[16:], "\x00\x00\x7f\xff\x00\x00\x7f\xff") // says that it is 32767 pixels square
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":     {nil, "no picture"},
		"words":     {[]byte("Our logo"), "no picture"},
		"gif":       {file(t, 40, 40, asGIF), "no picture"},
		"svg":       {[]byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), "as a PNG"},
		"cut off":   {whole[:len(whole)-40], "damaged"},
		"a dot":     {file(t, 8, 8, asPNG), "only 8 × 8 pixels"},
		"too large": {make([]byte, logos.Most+1), "10 MB is the most"},
		"a bomb":    {bomb, "too many"},
	} {
		_, err := logos.Read(c.file)
		var refused *logos.Error
		if !errors.As(err, &refused) || !strings.Contains(refused.Message, c.want) {
			t.Errorf("%s: %v, want one that says %q", name, err, c.want)
		}
	}
}
