package document_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
	"github.com/tendril-app/tendril/internal/story/model"
)

var keep = flag.String("decks", "", "folder to write the test decks to, to look at them")

func pptx(tb testing.TB, doc *model.Document, o document.Options) []byte {
	tb.Helper()
	var buf bytes.Buffer
	if err := document.PPTX(&buf, doc, o); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

func decks() map[string]*model.Document {
	return map[string]*model.Document{"nordhavn": nordhavn(), "bare": withLogo(bare()), "extreme": extreme()}
}

func withLogo(doc *model.Document) *model.Document {
	doc.Brand.Logo = &model.Logo{PNG: templatetest.Logo(40, 10), W: 40, H: 10}
	return doc
}

// The logo lies in the file once, on the layout of covers, and below it is what
// says who may read the deck.
func TestTheLogoStandsOnTheCover(t *testing.T) {
	t.Parallel()
	p := open(t, pptx(t, withLogo(nordhavn()), document.Options{}))
	cover := string(p.Parts["ppt/slideLayouts/slideLayout1.xml"])
	if n := strings.Count(cover, "<p:pic>"); n != 1 || !strings.Contains(cover, `descr="Quayside"`) {
		t.Errorf("%d pictures on the cover's layout: %s", n, cover)
	}
	if !bytes.Equal(p.Parts["ppt/media/logo.png"], templatetest.Logo(40, 10)) {
		t.Error("the logo is not in the file as it is")
	}
	if own := string(open(t, pptx(t, nordhavn(), document.Options{})).Parts["ppt/slideLayouts/slideLayout1.xml"]); strings.Contains(own, "<p:pic>") || own == cover {
		t.Error("a deck without a logo has one")
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, doc := range decks() {
		first := pptx(t, doc, document.Options{})
		if *keep != "" {
			if err := os.WriteFile(filepath.Join(*keep, name+".pptx"), first, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first, pptx(t, decks()[name], document.Options{})) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestMonthsAreNamedInTheLanguageOfTheDeck(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]string{"de-DE": "[$-407]mmm", "en-US": "[$-809]mmm", "pt-BR": "[$-416]mmm", "sv-SE": ">mmm"} {
		doc := nordhavn()
		doc.Locale = locale
		for i := range doc.Pages {
			for k := range doc.Pages[i].Blocks {
				if c := doc.Pages[i].Blocks[k].Chart; c != nil {
					c.DateFormat = ""
				}
			}
		}
		if xml := string(open(t, pptx(t, doc, document.Options{})).Parts["ppt/charts/chart1.xml"]); !strings.Contains(xml, "<c:formatCode>"+strings.TrimPrefix(want, ">")) {
			t.Errorf("%s: the days are not written as %s", locale, want)
		}
	}
}
