package document_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/document"
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
	return map[string]*model.Document{"nordhavn": nordhavn(), "bare": bare(), "extreme": extreme()}
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
