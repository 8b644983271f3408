package template_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/document/template"
	"github.com/tendril-app/tendril/internal/document/template/templatetest"
)

func read(t *testing.T, file []byte) *template.Template {
	t.Helper()
	got, err := template.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// remade is a template with some of its parts written anew by change; a nil
// answer leaves a part out.
func remade(tb testing.TB, change func(name string, body []byte) []byte, more ...string) []byte {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(templatetest.House()), int64(len(templatetest.House())))
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, body []byte) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(body)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		if body = change(f.Name, body); body != nil {
			put(f.Name, body)
		}
	}
	for i := 0; i+1 < len(more); i += 2 {
		put(more[i], []byte(more[i+1]))
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestLayoutsAreMatchedByTypeAndByName(t *testing.T) {
	t.Parallel()
	r := read(t, templatetest.House()).Report(template.Fill{Values: map[string]string{"account": "Nordhavn", "date": "", "confidentiality": "Ours"}, Logo: templatetest.Logo(4, 4)})
	want := []template.Use{
		{Kind: template.Cover, Layout: "Titelfolie", How: template.ByType},
		{Kind: template.Content, Layout: "Titel und Inhalt", How: template.ByType},
		{Kind: template.Two, Layout: "01_Nur Titel", How: template.StandIn},
		{Kind: template.Plain, Layout: "01_Nur Titel", How: template.ByName},
	}
	if diff := cmp.Diff(want, r.Layouts); diff != "" {
		t.Errorf("layouts (-want +got):\n%s", diff)
	}
	tokens := []template.Token{
		{Name: "account", State: template.Filled, Count: 1}, {Name: "client_logo", State: template.Unknown, Picture: true, Count: 1},
		{Name: "confidentiality", State: template.Filled, Count: 3}, {Name: "date", State: template.Empty, Count: 1},
		{Name: "logo", State: template.Filled, Picture: true, Count: 1}, {Name: "quarter", State: template.Unknown, Count: 1},
	}
	if diff := cmp.Diff(tokens, r.Tokens); diff != "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Hausschrift Grotesk"}, r.Fonts); diff != "" {
		t.Error(diff)
	}
	gone := map[template.Thing]int{}
	for _, g := range r.Removed {
		gone[g.What] = g.Count
	}
	wantGone := map[template.Thing]int{template.Slides: 1, template.Notes: 1, template.Comments: 2, template.Sections: 1, template.Pictures: 1,
		template.Embedded: 1, template.Data: 1, template.Tags: 5, template.Properties: 3, template.Thumbnail: 1}
	if diff := cmp.Diff(wantGone, gone); diff != "" {
		t.Errorf("removed (-want +got):\n%s", diff)
	}
}

func TestNothingOfATemplateButItsDesignIsPlaced(t *testing.T) {
	t.Parallel()
	pkg := ooxml.NewPackage()
	placed := read(t, templatetest.House()).Place(pkg, template.Fill{Values: map[string]string{"account": "A & B"}, Logo: templatetest.Logo(40, 10)})
	pkg.Relate(ooxml.RelDocument, placed.Masters[0])
	var out bytes.Buffer
	if err := pkg.Write(&out, time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	p, err := ooxmltest.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if problems := p.Lint(); len(problems) > 0 {
		t.Error(problems)
	}
	for name, body := range p.Parts {
		if strings.Contains(name+string(body), templatetest.Planted) {
			t.Errorf("%s holds what was in the template", name)
		}
	}
	cover := string(p.Parts["ppt/slideLayouts/slideLayout1.xml"])
	if !strings.Contains(cover, "<a:t>Für A &amp; B</a:t>") || strings.Contains(cover, "{{") || strings.Contains(cover, "ount}}") {
		t.Errorf("the cover's tokens are not filled: %s", cover)
	}
	// 40 by 10 pixels in 1900000 by 800000: as wide as the place, in its middle.
	if !strings.Contains(cover, `<a:off x="6600000" y="662500"/><a:ext cx="1900000" cy="475000"/>`) || strings.Contains(cover, "5600000") {
		t.Errorf("the logos are not in their places: %s", cover)
	}
}

func TestWhatIsNoTemplateIsRefusedInASentence(t *testing.T) {
	t.Parallel()
	same := func(_ string, body []byte) []byte { return body }
	without := func(part string) func(string, []byte) []byte {
		return func(name string, body []byte) []byte {
			if name == part {
				return nil
			}
			return body
		}
	}
	replace := func(part, old, with string) func(string, []byte) []byte {
		return func(name string, body []byte) []byte {
			if name == part {
				return bytes.ReplaceAll(body, []byte(old), []byte(with))
			}
			return body
		}
	}
	deep := strings.Repeat("<a>", 5000) + strings.Repeat("</a>", 5000)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":           {nil, "not a PowerPoint presentation"},
		"a text":            {[]byte("Dear client"), "not a PowerPoint presentation"},
		"an encrypted file": {append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 600)...), "protected by a password"},
		"half a file":       {templatetest.House()[:3000], "damaged"},
		"macros":            {templatetest.WithMacros(), "macros"},
		"a macro part":      {remade(t, same, "ppt/vbaProject.bin", "x"), "macros"},
		"a macro type": {remade(t, replace("[Content_Types].xml", "openxmlformats-officedocument.presentationml.presentation.main", "ms-powerpoint.template.macroEnabled.main")),
			"macros"},
		"a document":         {remade(t, replace("[Content_Types].xml", "presentationml.presentation.main", "wordprocessingml.document.main")), "not a PowerPoint presentation"},
		"no layout":          {templatetest.WithoutLayout(), "no layout with a title"},
		"no content types":   {remade(t, without("[Content_Types].xml")), "not a PowerPoint presentation"},
		"no master":          {remade(t, without("ppt/slideMasters/slideMaster1.xml")), "damaged"},
		"no theme":           {remade(t, without("ppt/theme/theme1.xml")), "damaged"},
		"no size":            {remade(t, replace("ppt/presentation.xml", "sldSz", "sldSx")), "how large its slides are"},
		"a huge size":        {remade(t, replace("ppt/presentation.xml", "9144000", "999999999999999")), "how large its slides are"},
		"two parts alike":    {remade(t, same, "PPT/Theme/theme1.xml", "<a/>"), "damaged"},
		"a document type":    {remade(t, replace("ppt/theme/theme1.xml", "<a:theme ", `<!DOCTYPE a [<!ENTITY b "c">]><a:theme `)), "damaged"},
		"XML without end":    {remade(t, replace("ppt/theme/theme1.xml", "</a:theme>", "")), "damaged"},
		"XML too deep":       {remade(t, replace("ppt/theme/theme1.xml", "</a:theme>", deep+"</a:theme>")), "damaged"},
		"strict":             {remade(t, replace("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")), "Strict Open XML"},
		"a way out":          {remade(t, replace("_rels/.rels", `Target="ppt/presentation.xml"`, `Target="../../ppt/presentation.xml"`)), "not a PowerPoint presentation"},
		"a bomb":             {remade(t, same, "ppt/bomb.xml", "") /* replaced below */, "unpacks to far more"},
		"more than 25 MiB":   {make([]byte, template.MaxFile+1), "larger than 25 MiB"},
		"a part of Windows'": {remade(t, replace("_rels/.rels", `Target="ppt/presentation.xml"`, `Target="C:\Windows\ppt.xml"`)), "not a PowerPoint presentation"},
	} {
		if name == "a bomb" {
			c.file = remade(t, replace("ppt/media/band.png", "\x89PNG", strings.Repeat("0", 41<<20)))
		}
		_, err := template.Read(c.file)
		var refused *template.Error
		if !errors.As(err, &refused) {
			t.Errorf("%s: got %v, want a refusal", name, err)
			continue
		}
		if !strings.Contains(refused.Message, c.says) || !strings.HasSuffix(refused.Message, "Nothing was written.") {
			t.Errorf("%s: says %q, want it to say %q", name, refused.Message, c.says)
		}
	}
}

func TestATemplateFileOfMicrosoftIsReadLikeAPresentation(t *testing.T) {
	t.Parallel()
	potx := remade(t, func(name string, body []byte) []byte {
		if name == "[Content_Types].xml" {
			return bytes.ReplaceAll(body, []byte("presentationml.presentation.main"), []byte("presentationml.template.main"))
		}
		return body
	})
	if got := read(t, potx); got.W != 720 || got.H != 540 {
		t.Errorf("the slide is %v by %v points, want 720 by 540", got.W, got.H)
	}
}

func FuzzReading(f *testing.F) {
	f.Add(templatetest.House())
	f.Add(templatetest.WithMacros())
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := template.Read(file)
		var refused *template.Error
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		use(t, got)
	})
}

// FuzzParts writes what it likes into the parts of a template that is whole.
func FuzzParts(f *testing.F) {
	f.Add("ppt/slideMasters/slideMaster1.xml", "type=\"title\"", "type=\"\"")
	f.Add("ppt/slideLayouts/slideLayout4.xml", "<a:t>", "<a:t>{{a}}{{")
	f.Add("ppt/theme/theme1.xml", "val=\"", "val=\"x")
	f.Add("ppt/presentation.xml", "cx=\"9144000\"", "cx=\"-1\"")
	f.Add("_rels/.rels", "ppt", "..")
	f.Fuzz(func(t *testing.T, part, old, with string) {
		if old == "" || len(with) > 1000 {
			return
		}
		file := remade(t, func(name string, body []byte) []byte {
			if name == part {
				return bytes.ReplaceAll(body, []byte(old), []byte(with))
			}
			return body
		})
		if got, err := template.Read(file); err == nil {
			use(t, got)
		} else if refused := (*template.Error)(nil); !errors.As(err, &refused) {
			t.Fatalf("an error without a sentence: %v", err)
		}
	})
}

// use does with a template all that a deck does.
func use(t *testing.T, own *template.Template) {
	t.Helper()
	fill := template.Fill{Values: map[string]string{"account": "A"}, Logo: templatetest.Logo(2, 2)}
	report := own.Report(fill)
	if len(report.Layouts) != len(template.Kinds()) {
		t.Fatalf("%d kinds of slide have a layout", len(report.Layouts))
	}
	if err := report.Print(io.Discard, "x.pptx"); err != nil {
		t.Fatal(err)
	}
	pkg := ooxml.NewPackage()
	placed := own.Place(pkg, fill)
	for _, kind := range template.Kinds() {
		if placed.Layout(kind) == nil {
			t.Fatalf("%s has no layout", kind)
		}
		placed.FooterText(kind)
		own.Ground(kind)
	}
	if err := pkg.Write(io.Discard, time.Date(2026, 6, 9, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
}
