package template_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
)

// Whatever stands in a part of a template, it is refused in a sentence, or what is
// made of it is a package whose parts can be read.
func FuzzTemplate(f *testing.F) {
	parts := []string{"ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/theme/theme1.xml",
		"ppt/_rels/presentation.xml.rels", "ppt/slideMasters/_rels/slideMaster1.xml.rels", "[Content_Types].xml"}
	remade(f, func(name string, body []byte) []byte {
		for i, part := range parts {
			if part == name {
				f.Add(byte(i), body)
				f.Add(byte(i), body[:len(body)/2])
				f.Add(byte(i), bytes.ReplaceAll(body, []byte("rId1"), []byte("../../rId1")))
			}
		}
		return body
	})
	f.Add(byte(1), []byte(`<p:sldMaster xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree/></p:cSld><p:clrMap/></p:sldMaster>`))
	f.Add(byte(2), []byte("{{logo}} {{ {{account}} }}"))
	f.Add(byte(3), []byte{})
	f.Fuzz(func(t *testing.T, at byte, body []byte) {
		target := parts[int(at)%len(parts)]
		file := remade(t, func(name string, was []byte) []byte {
			if name == target {
				return append([]byte{}, body...)
			}
			return was
		})
		own, err := template.Read(file)
		if err != nil {
			var refused *template.Error
			if !errors.As(err, &refused) || refused.Message == "" {
				t.Fatalf("%s is refused without a sentence: %v", target, err)
			}
			return
		}
		fill := template.Fill{Values: map[string]string{"account": "A & B <c>"}, Logo: templatetest.Logo(4, 4)}
		own.Report(fill)
		pkg := ooxml.NewPackage()
		own.Place(pkg, fill)
		var out bytes.Buffer
		if err := pkg.Write(&out, time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		p, err := ooxmltest.Open(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for name, part := range p.Parts {
			if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
				continue
			}
			for d := xml.NewDecoder(bytes.NewReader(part)); ; {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s cannot be read: %v", name, err)
				}
			}
		}
	})
}
