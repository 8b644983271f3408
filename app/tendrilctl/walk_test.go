package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/document/ooxmltest"
	"github.com/tendril-app/tendril/internal/story/preflight"
)

// The whole way of a story, from a draft to the files that leave the house: for a
// client that grows, one for whom little is new, one without value yet, and a
// published case.

// written are the files of one story, by what they are.
type written map[string][]byte

// walkStory composes a story, edits it, checks it, tells it and writes it.
func walkStory(t *testing.T, book, day, account, locale string, tell ...string) written {
	t.Helper()
	title := "Walk of " + account + " " + locale
	id, _, _ := strings.Cut(string(ctl(t, book, day, "story", "compose", account, "--locale", locale, "--title", title)), " ")
	const sentence = "We read the figures together, line by line."
	ctl(t, book, day, "put", "claim", "story_id="+id, "section=answer", "text="+sentence, "position=9")
	var checked struct {
		Preflight []preflight.Finding `json:"preflight"`
	}
	if err := json.Unmarshal(ctl(t, book, day, "story", "check", id, "--preflight", "--json"), &checked); err != nil {
		t.Fatal(err)
	}
	for _, f := range checked.Preflight {
		if f.Level == preflight.Error {
			t.Errorf("%s: the pre-flight stops it: %s", title, f.Message)
		}
	}
	ctl(t, book, day, append([]string{"story", "tell", id, "--locale", locale}, tell...)...)
	files := written{}
	write := func(name, format string, args ...string) {
		path := filepath.Join(t.TempDir(), "file."+format)
		ctl(t, book, day, append([]string{"story", "export", id, "--format", format, "-o", path, "-q"}, args...)...)
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[name+"."+format] = body
	}
	for _, length := range []string{"5", "10", "15"} {
		write("deck"+length, "pptx", "--length", length)
	}
	write("again", "pptx")
	for _, format := range []string{"pdf", "docx", "html", "md"} {
		write("deck", format)
		write("renewal", format, "--kind", "renewal-page")
	}
	for _, format := range []string{"docx", "html", "md"} {
		write("success", format, "--kind", "success-story", "--audience", "internal")
	}
	if !bytes.Equal(files["again.pptx"], files["deck10.pptx"]) {
		t.Errorf("%s: what was told is written otherwise the second time", title)
	}
	if !strings.Contains(string(files["deck.md"]), sentence) {
		t.Errorf("%s: what the author added is not there", title)
	}
	return files
}

var (
	pdfPage = regexp.MustCompile(`/Type /Page\b`)
	outside = regexp.MustCompile(`(?:src|href)="(?:https?:)?//|@import|url\(["']?http`)
)

// sound holds every file against what its format asks.
func sound(t *testing.T, name, locale string, files written) {
	t.Helper()
	slides := map[string]int{}
	for file, body := range files {
		name := name + ", " + file
		switch filepath.Ext(file) {
		case ".pptx", ".docx":
			p, err := ooxmltest.Open(body)
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range p.Lint() {
				t.Errorf("%s: %s", name, problem)
			}
			for part := range p.Parts {
				if strings.HasPrefix(part, "ppt/slides/slide") {
					slides[file]++
				}
				if strings.Contains(part, "notesSlide") {
					t.Errorf("%s has notes", name)
				}
			}
			if main := string(p.Parts["word/document.xml"]) + string(p.Parts["ppt/slides/slide2.xml"]) + string(p.Parts["word/styles.xml"]); !strings.Contains(main, `"`+locale+`"`) {
				t.Errorf("%s does not say that it is %s", name, locale)
			}
		case ".pdf":
			n := len(pdfPage.FindAll(body, -1))
			if !bytes.HasPrefix(body, []byte("%PDF")) || n == 0 || strings.HasPrefix(file, "renewal") && n != 1 {
				t.Errorf("%s has %d pages", name, n)
			}
		case ".html":
			if !bytes.Contains(body, []byte(`<html lang="`+locale+`"`)) || outside.Match(body) || bytes.Contains(body, []byte("<script")) {
				t.Errorf("%s does not stand alone in %s", name, locale)
			}
		}
	}
	if five, ten, fifteen := slides["deck5.pptx"], slides["deck10.pptx"], slides["deck15.pptx"]; five < 4 || five >= ten || fifteen < ten {
		t.Errorf("%s: decks of %d, %d and %d slides", name, five, ten, fifteen)
	}
}

func sampleBook(t *testing.T) string {
	t.Helper()
	book := filepath.Join(t.TempDir(), "book.tendril")
	p := &program{stdout: os.Stdout, stderr: os.Stderr, now: clockOn(today), actor: "Ines Moreau", quiet: true}
	if status := p.run(context.Background(), []string{"sample", book, "-q"}); status != 0 {
		t.Fatal("no sample to walk")
	}
	return book
}

func TestTheWholeWayOfAStory(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		account, locale string
		says            map[string]string // in a file
	}{
		{"Nordhavn Freight", "en-GB", map[string]string{"deck.md": "Proved value", "renewal.md": "We ask you for"}},
		{"Nordhavn Freight", "de-DE", map[string]string{"deck.md": "Der belegte Wert", "renewal.md": "Wir bitten Sie um"}},
		// Little is new, and what is proposed about it.
		{"Brightwell Dairies", "en-GB", map[string]string{
			"deck.md":    "Little is new: the last new benefit dates from 10 July 2024, and the value has held since. What we propose about it:",
			"renewal.md": "Little is new", "success.md": "Little is new",
		}},
		{"Brightwell Dairies", "de-DE", map[string]string{"deck.md": "Wenig ist neu: Der letzte neue Nutzen stammt vom 10. Juli 2024", "renewal.md": "Was wir dazu vorschlagen"}},
		{"Vega Cold Chain", "en-GB", map[string]string{"deck.md": "First value awaits your confirmation", "renewal.md": "No value is proved yet, and this page does not pretend otherwise"}},
		{"Vega Cold Chain", "de-DE", map[string]string{"deck.md": "Der erste Wert wartet auf Ihre Bestätigung", "renewal.md": "Noch ist kein Wert belegt"}},
	} {
		t.Run(c.account+" "+c.locale, func(t *testing.T) {
			t.Parallel()
			files := walkStory(t, sampleBook(t), today, c.account, c.locale)
			sound(t, c.account, c.locale, files)
			for file, words := range c.says {
				if text := strings.ReplaceAll(string(files[file]), "\u00a0", " "); !strings.Contains(text, words) {
					t.Errorf("%s does not say %q", file, words)
				}
			}
		})
	}
}

// A published case comes in, is told, and leaves as a success story that gives
// nobody away: not in its words, its properties or its workbooks.
func TestAPublishedCaseIsToldWithoutANameInIt(t *testing.T) {
	t.Parallel()
	const day = "2020-06-01"
	book := newBook(t, day, cases)
	id := accountOf(t, book, "Babylon")
	ctl(t, book, day, "put", "account", id, "website=https://babylon.example")
	ctl(t, book, day, "put", "term", "account_id="+id, "start=2019-09-01", "end=2020-08-31", "arr=118400 EUR")
	ctl(t, book, day, "put", "stakeholder", "account_id="+id, "name=Jérôme Mbeki", "title=Head of Research", "role=champion", "quote_permission=anonymous")
	ctl(t, book, day, "put", "benefit_step", "benefit_id=0195f000-0000-7000-8000-000000000008", "on=2020-05-04", "kind=yearly", "amount=431700 EUR", "confirmation=evidenced")
	ctl(t, book, day, "put", "evidence", "subject=benefit:0195f000-0000-7000-8000-000000000008", "kind=quote", "title=Jérôme Mbeki", "body=At the Kigali site we counted 431,700 ourselves.", "on=2020-05-04")
	for _, locale := range []string{"en-GB", "de-DE"} {
		told := walkStory(t, book, day, "Babylon", locale, "--permission", "anonymous", "--by", "Jérôme Mbeki", "--until", "2021-05-31")
		sound(t, "Babylon", locale, told)
		if !strings.Contains(string(told["success.md"]), "Babylon") {
			t.Error("a named story has no name")
		}
		title := "Walk of Babylon " + locale
		for _, format := range []string{"pdf", "docx", "html", "md"} {
			path := filepath.Join(t.TempDir(), "anonymous."+format)
			ctl(t, book, day, "story", "export", title, "--kind", "success-story", "--anonymous", "--audience", "public", "--format", format, "-o", path, "-q")
			all := strings.ToLower(everyText(t, path))
			if len(all) < 200 {
				t.Errorf("%s: nothing is told: %q", format, all)
			}
			for _, secret := range []string{"babylon", "jérôme", "jerome", "mbeki", "kigali", "118,400", "118.400", "118400", "431,700", "431.700", "431700", "432k", "432 tsd", "75,000", "75.000", "75000"} {
				if strings.Contains(all, secret) {
					t.Errorf("%s, %s: %q is in it", locale, format, secret)
				}
			}
		}
	}
}

// accountOf is the id of an account.
func accountOf(t *testing.T, book, name string) string {
	t.Helper()
	for line := range strings.Lines(string(ctl(t, book, "2020-06-01", "list", "account"))) {
		if id, rest, ok := strings.Cut(line, " "); ok && strings.TrimSpace(rest) == name {
			return id
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

// everyText is all that can be read in a file: a package's parts, and those of the
// workbooks inside it; of a PDF its words and its properties.
func everyText(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	switch filepath.Ext(path) {
	case ".docx":
		return unpacked(t, body)
	case ".pdf":
		var out strings.Builder
		for _, tool := range [][]string{{"pdftotext", path, "-"}, {"pdfinfo", path}} {
			if _, err := exec.LookPath(tool[0]); err != nil {
				t.Skip("needs " + tool[0])
			}
			text, err := exec.CommandContext(t.Context(), tool[0], tool[1:]...).Output()
			if err != nil {
				t.Fatal(err)
			}
			out.Write(text)
		}
		return out.String()
	}
	return string(body)
}

func unpacked(t *testing.T, body []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".xlsx") {
			out.WriteString(unpacked(t, part))
			continue
		}
		fmt.Fprintf(&out, "%s\n%s\n", f.Name, part)
	}
	return out.String()
}
