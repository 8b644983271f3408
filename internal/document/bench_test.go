package document_test

import (
	"io"
	"testing"

	"github.com/tendril-app/tendril/internal/document"
)

func BenchmarkPPTX(b *testing.B) {
	doc := nordhavn()
	doc.Pages = append(doc.Pages, workPage()) // ten slides
	for b.Loop() {
		if err := document.PPTX(io.Discard, doc, document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
