package formats_test

import (
	"bytes"
	"testing"

	"github.com/tendril-app/tendril/internal/document/drawing/drawingtest"
	"github.com/tendril-app/tendril/internal/document/formats"
)

func TestEveryFormatIsWrittenAndTwiceTheSame(t *testing.T) {
	t.Parallel()
	begins := map[string]string{"pptx": "PK", "docx": "PK", "pdf": "%PDF", "html": "<!doctype html>", "md": "# "}
	for _, name := range formats.Names() {
		var files [2]bytes.Buffer
		for i := range files {
			if err := formats.Write(&files[i], name, drawingtest.Document("nordhavn.en"), formats.Options{}); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Errorf("%s: the same story gives other bytes", name)
		}
		if begins[name] == "" || !bytes.HasPrefix(files[0].Bytes(), []byte(begins[name])) {
			t.Errorf("%s begins with %q", name, files[0].Bytes()[:10])
		}
	}
	if formats.Known("doc") {
		t.Error("a format nobody writes is known")
	}
	if err := formats.Write(&bytes.Buffer{}, "doc", drawingtest.Document("bare"), formats.Options{}); err == nil {
		t.Error("an unknown format is written")
	}
}
