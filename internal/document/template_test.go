package document_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
)

func house(tb testing.TB) *template.Template {
	tb.Helper()
	t, err := template.Read(templatetest.House())
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func TestATemplateHoldsTheDeckAndNothingOfItsOwnPast(t *testing.T) {
	t.Parallel()
	own := house(t)
	for name, doc := range decks() {
		doc := withLogo(internal(doc))
		o := document.Options{Template: own, Notes: true, Tables: true}
		file := pptx(t, doc, o)
		if *keep != "" {
			if err := os.WriteFile(filepath.Join(*keep, name+"-house.pptx"), file, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		p := open(t, file)
		for _, problem := range p.Lint() {
			t.Errorf("%s: %s", name, problem)
		}
		for part, body := range p.Parts {
			if bytes.Contains(body, []byte(templatetest.Planted)) || strings.Contains(part, templatetest.Planted) {
				t.Errorf("%s: %s holds what was in the template", name, part)
			}
			if bytes.Contains(body, []byte("{{")) {
				t.Errorf("%s: %s has a token left", name, part)
			}
		}
		if !bytes.Equal(file, pptx(t, withLogo(internal(decks()[name])), o)) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}
