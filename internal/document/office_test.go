package document_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document"
	"github.com/tendril-app/tendril/internal/story/model"
)

// convert opens a deck in LibreOffice and returns the text of each page.
func convert(t *testing.T, file []byte) []string {
	t.Helper()
	dir := t.TempDir()
	deck := filepath.Join(dir, "deck.pptx")
	if err := os.WriteFile(deck, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", "pdf", "--outdir", dir, deck).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", filepath.Join(dir, "deck.pdf"), "-").Output()
	if err != nil {
		t.Fatalf("reading the PDF: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

// flat is a text without spaces and line breaks, which differ by layout.
func flat(s string) string { return strings.Join(strings.Fields(s), "") }

func TestLibreOfficeShowsWhatTheModelSays(t *testing.T) {
	need(t, "soffice")
	need(t, "pdftotext")
	doc := nordhavn()
	pages := convert(t, pptx(t, doc, document.Options{}))
	if len(pages) != len(doc.Pages) {
		t.Fatalf("%d pages, want %d", len(pages), len(doc.Pages))
	}
	for i, p := range doc.Pages {
		for _, want := range said(p) {
			if !strings.Contains(flat(pages[i]), flat(want)) {
				t.Errorf("page %d does not say %q", i+1, want)
			}
		}
	}
	if !strings.Contains(flat(pages[len(pages)-1]), flat(doc.Footer)) {
		t.Error("the closing line is missing")
	}
}

// said are the texts of a page that stand on one line or more by themselves.
func said(p model.Page) []string {
	texts := []string{p.Subtitle, p.Foot}
	texts = append(texts, strings.Split(p.Title, "\n")...)
	for _, b := range p.Blocks {
		if b.Value != nil && p.Key != model.KeyTitle {
			for _, c := range b.Value.Callouts {
				texts = append(texts, c.Title, c.Detail)
			}
			texts = append(texts, b.Value.ProvedEnd.Title, b.Value.ClaimedEnd.Detail, b.Value.Silences[0].Title)
		}
		if b.Figures != nil {
			for _, f := range b.Figures.Items {
				texts = append(texts, f.Value, f.Label)
			}
		}
		if b.Table != nil {
			for _, r := range b.Table.Rows {
				texts = append(texts, r.Cells[2].Text, r.Cells[4].Text, r.Cells[6].Text)
			}
		}
		if b.Decisions != nil {
			for _, it := range b.Decisions.Items {
				texts = append(texts, it.Ask, it.Owner, it.By)
			}
		}
	}
	return texts
}

func TestLibreOfficeOpensTheEmptyAndTheExtreme(t *testing.T) {
	need(t, "soffice")
	need(t, "pdftotext")
	if pages := convert(t, pptx(t, bare(), document.Options{})); len(pages) != len(bare().Pages) {
		t.Errorf("the empty deck has %d pages, want %d", len(pages), len(bare().Pages))
	}
	file := pptx(t, internal(extreme()), document.Options{Notes: true, Tables: true})
	slides := 0
	for _, name := range open(t, file).Names {
		if strings.HasPrefix(name, "ppt/slides/slide") && !strings.HasSuffix(name, ".rels") {
			slides++
		}
	}
	if pages := convert(t, file); len(pages) != slides {
		t.Errorf("the extreme deck has %d pages, want %d", len(pages), slides)
	}
}
