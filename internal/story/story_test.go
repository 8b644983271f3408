package story_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

var update = flag.Bool("update", false, "write the golden files anew")

var today = success.MustDate(sample.WrittenFor)

func book(t *testing.T) *success.Book {
	t.Helper()
	b, err := sample.Book(today, sample.DefaultSeed)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func account(t *testing.T, b *success.Book, name string) *success.File {
	t.Helper()
	for _, f := range b.Files {
		if f.Account.Name == name {
			return f
		}
	}
	t.Fatalf("no account %q", name)
	return nil
}

func compose(t *testing.T, b *success.Book, f *success.File, o story.Options) story.Draft {
	t.Helper()
	d, err := story.Compose(f, &b.Settings, "", today, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// golden compares with a file of testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run the test with -update and look at the difference:\n%s", name, got)
	}
}

// text writes a draft as a person would read it, with marks and proof.
func text(b *success.Book, f *success.File, d *story.Draft) string {
	var out strings.Builder
	fmt.Fprintf(&out, "# %s\n", d.Story.Title)
	marks := story.Marks(f, &b.Settings, &d.Story, d.Claims, today)
	fmt.Fprintf(&out, "novelty %.3f against %s, old news %t\n", marks.Novelty, marks.Since, marks.OldNews)
	for _, s := range d.Story.Sections {
		if s.Key == story.SectionComposed {
			continue
		}
		fmt.Fprintf(&out, "\n## %s: %s\n", s.Key, s.Title)
		for i, c := range d.Claims {
			if c.Section != s.Key {
				continue
			}
			kinds := []string{}
			for _, p := range c.Proof {
				kinds = append(kinds, string(p.Kind))
			}
			fmt.Fprintf(&out, "- %s\n    [%s; %s; %s]\n", c.Text, marks.Claims[i].State, marks.Claims[i].Mark, strings.Join(kinds, " "))
		}
	}
	return out.String()
}

func TestComposedStoriesReadAsTheyShould(t *testing.T) {
	t.Parallel()
	b := book(t)
	for _, c := range []struct {
		name, account string
		o             story.Options
	}{
		{"expanding.client.txt", "Nordhavn Freight", story.Options{}},
		{"expanding.internal.txt", "Nordhavn Freight", story.Options{Audience: model.AudienceInternal, Commercial: true}},
		{"expanding.de.txt", "Nordhavn Freight", story.Options{Locale: "de"}},
		{"static.client.txt", "Meridian Steel", story.Options{}},
		{"static.internal.txt", "Meridian Steel", story.Options{Audience: model.AudienceInternal}},
		{"shrinking.client.txt", "Kestrel Parcel", story.Options{}},
		{"novalue.client.txt", "Vega Cold Chain", story.Options{}},
		{"novalue.internal.txt", "Vega Cold Chain", story.Options{Audience: model.AudienceInternal}},
		{"unknown.client.txt", "Albion Glassworks", story.Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := account(t, b, c.account)
			d := compose(t, b, f, c.o)
			golden(t, c.name, text(b, f, &d))
		})
	}
}
