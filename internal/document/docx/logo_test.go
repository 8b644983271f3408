package docx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/docx"
	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
	"github.com/tendril-app/tendril/internal/story/model"
)

func TestTheMastheadHasTheLogoAndTheBrandsColour(t *testing.T) {
	t.Parallel()
	doc := drawingtest.Document("nordhavn.en")
	doc.Brand = model.Brand{Accent: "0a5fa8", Logo: &model.Logo{PNG: templatetest.Logo(400, 80), W: 400, H: 80}}
	var file bytes.Buffer
	if err := docx.Write(&file, doc, docx.Options{}); err != nil {
		t.Fatal(err)
	}
	p, err := ooxmltest.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range p.Lint() {
		t.Error(problem)
	}
	body := string(p.Parts["word/document.xml"])
	if n := strings.Count(body, "<pic:pic "); n != 1 || !bytes.Equal(p.Parts["word/media/logo.png"], templatetest.Logo(400, 80)) {
		t.Errorf("%d logos are in the text", n)
	}
	// 150 points wide, as high as that makes it.
	if !strings.Contains(body, `<wp:extent cx="1905000" cy="381000"/>`) {
		t.Error("the logo is not as large as its room")
	}
	for _, part := range []string{"word/document.xml", "word/styles.xml"} {
		if text := string(p.Parts[part]); strings.Contains(text, "1B7446") || !strings.Contains(text, `"0a5fa8" w:themeColor="accent1"`) {
			t.Errorf("%s is still green", part)
		}
	}
}
