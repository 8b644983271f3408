package ooxml_test

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
)

func FuzzTextComesBackAsItCanBeHeld(f *testing.F) {
	for _, s := range []string{`& < > " '`, "\x00\x1f\ufffe", "a\r\nb\vc", "🚚 ﷽", "\xff\xfe", "]]>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean := ooxml.Clean(s)
		body := ooxml.NewXML().Element("t", clean, "a", clean).Bytes()
		var back struct {
			Attr string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal(body, &back); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if back.Text != clean || back.Attr != strings.ReplaceAll(clean, "\n", " ") {
			t.Fatalf("%q came back as %q and %q", clean, back.Text, back.Attr)
		}
		if err := xml.Unmarshal(ooxml.NewXML().Element("t", s).Bytes(), &back); err != nil {
			t.Fatalf("uncleaned %q: %v", s, err)
		}
	})
}

func TestTargetsAreRelativeToTheirPart(t *testing.T) {
	t.Parallel()
	p := ooxml.NewPackage()
	deck := p.Add("ppt/presentation.xml", "x/deck", []byte("<a/>"))
	slide := p.Add("ppt/slides/slide1.xml", "x/slide", []byte("<a/>"))
	sheet := p.Add("other/sheet.xml", "x/sheet", []byte("<a/>"))
	p.Relate("k", deck)
	deck.Relate("k", slide)
	slide.Relate("k", deck)
	if again := slide.Relate("k", sheet); again != slide.Relate("k", sheet) {
		t.Error("the same relationship has two ids")
	}
	var buf bytes.Buffer
	if err := p.Write(&buf, time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	got, err := ooxmltest.Open(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if problems := got.Lint(); len(problems) > 0 {
		t.Error(problems)
	}
	rels, err := got.Relationships("ppt/slides/slide1.xml")
	if err != nil {
		t.Fatal(err)
	}
	if rels[0].Target != "../presentation.xml" || rels[1].Target != "../../other/sheet.xml" {
		t.Errorf("targets are %v", rels)
	}
}

func TestTwoPartsOfOneNameAreRefused(t *testing.T) {
	t.Parallel()
	p := ooxml.NewPackage()
	p.Add("a.xml", "x", nil)
	p.Add("a.xml", "x", nil)
	if err := p.Write(&bytes.Buffer{}, time.Unix(0, 0)); err == nil {
		t.Error("written all the same")
	}
}

func TestTheLinterSeesWhatIsWrong(t *testing.T) {
	t.Parallel()
	p := ooxml.NewPackage()
	part := p.Add("a.xml", "x", []byte(`<p xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><cNvPr id="1"/><cNvPr id="1"/><q r:id="rId9"/><valAx><axId val="1"/></valAx></p>`))
	p.Add("orphan.xml", "", []byte(`<p/>`))
	p.Relate("k", part)
	part.Relate("k", &ooxml.Part{Name: "gone.xml"})
	var buf bytes.Buffer
	if err := p.Write(&buf, time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	got, err := ooxmltest.Open(buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(got.Lint(), "\n")
	for _, want := range []string{"orphan.xml is an orphan", "orphan.xml has no content type", "gone.xml, which is not there", "two shapes with the id 1", "uses rId9", "axis 1 has no plot"} {
		if !strings.Contains(said, want) {
			t.Errorf("the linter does not say %q, only:\n%s", want, said)
		}
	}
}
