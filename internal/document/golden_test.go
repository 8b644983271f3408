package document_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/document"
)

var update = flag.Bool("update", false, "write the golden files anew")

// outline is a slide as a person would describe it: its shapes in reading
// order, their places in points, and their words.
func outline(t *testing.T, body []byte) string {
	t.Helper()
	var b strings.Builder
	var name, place string
	var words []string
	flush := func() {
		if name != "" {
			fmt.Fprintf(&b, "  %s %s %q\n", name, place, strings.Join(words, " / "))
		}
		name, place, words = "", "", nil
	}
	points := func(e xml.StartElement) string {
		var out []string
		for _, a := range e.Attr {
			n, err := strconv.Atoi(a.Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, strconv.FormatFloat(float64(n)/12700, 'f', 1, 64))
		}
		return strings.Join(out, ",")
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	text := false
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			flush()
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "cNvPr":
				flush()
				for _, a := range e.Attr {
					if a.Name.Local == "name" {
						name = a.Value
					}
				}
			case "off":
				place = points(e)
			case "ext":
				if len(e.Attr) == 2 && !strings.Contains(place, "+") && place != "" {
					place += "+" + points(e)
				}
			case "t":
				text = true
			}
		case xml.EndElement:
			text = text && e.Name.Local != "t"
		case xml.CharData:
			if text {
				words = append(words, string(e))
			}
		}
	}
}

func TestTheNordhavnDeckLooksAsItWasSeen(t *testing.T) {
	t.Parallel()
	p := open(t, pptx(t, nordhavn(), document.Options{}))
	var b strings.Builder
	for _, name := range p.Names {
		b.WriteString(name + "\n")
		if strings.HasPrefix(name, "ppt/slides/slide") && !strings.HasSuffix(name, ".rels") {
			b.WriteString(outline(t, p.Parts[name]))
		}
	}
	golden := filepath.Join("testdata", "nordhavn.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the deck changed (-want +got); look at it, then -update:\n%s", diff)
	}
}
