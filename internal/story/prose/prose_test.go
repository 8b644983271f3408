package prose_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/story/prose"
)

func bold(s string) model.Run   { return model.Run{Text: s, Bold: true} }
func italic(s string) model.Run { return model.Run{Text: s, Italic: true} }
func say(s string) model.Run    { return model.Run{Text: s} }

func runs(rs ...model.Run) model.Paragraph { return model.Paragraph{Runs: rs} }

func TestMarkupIsReadAsManner(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []model.Paragraph
	}{
		"strong and emphasis": {"It is **€909k a year**, *at last*.", []model.Paragraph{
			runs(say("It is "), bold("€909k a year"), say(", "), italic("at last"), say("."))}},
		"a list under a sentence": {"Three things:\n\n- one\n- **two**\n  - deeper\n- three", []model.Paragraph{
			runs(say("Three things:")), model.Bullet("one"),
			{Bullet: true, Runs: []model.Run{bold("two")}}, {Bullet: true, Level: 1, Runs: []model.Run{say("deeper")}}, model.Bullet("three")}},
		"a numbered list": {"1. first\n2. second\n   - why\n3. third", []model.Paragraph{
			{Number: 1, Runs: []model.Run{say("first")}}, {Number: 2, Runs: []model.Run{say("second")}},
			{Bullet: true, Level: 1, Runs: []model.Run{say("why")}}, {Number: 3, Runs: []model.Run{say("third")}}}},
		"a heading keeps its own signs": {"### What we do in C#\n\nMore.", []model.Paragraph{
			{Heading: true, Runs: []model.Run{say("What we do in C#")}}, runs(say("More."))}},
		"a line break is a line break": {"a\nb\n\nc", []model.Paragraph{runs(say("a\nb")), runs(say("c"))}},
		"both manners":                 {"***all***", []model.Paragraph{runs(model.Run{Text: "all", Bold: true, Italic: true})}},
		"an escaped star":              {`5 \* 3 and \*not\*`, []model.Paragraph{runs(say("5 * 3 and *not*"))}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, prose.Parse(c.text)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.want, prose.Parse(prose.Write(c.want))); diff != "" {
				t.Errorf("written as %q and read again: %s", prose.Write(c.want), diff)
			}
		})
	}
}

func TestOldTextsAreReadAndKeptAsTheyWere(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Proved value stands at €909,000 a year, 7.2 times the subscription.",
		"10. März 2026: Gdańsk läuft.", "1. März 2026 beginnt Aarhus.", "+ 107 people since the renewal.", "* provisional",
		"snake_case_name and _underscores_", "a < b && c > d &amp; \"e\"", `\\server\share\new`, "#1 priority", "# one", "€909k* and €20k*",
		"2 * 3 * 4 = 24", "`code` [link](https://x) ![p](q) <b>no</b> ~~no~~", "2026-06-09 -- done - really", "-5 %", "…", "-", "1.", "###", "100 % + 3)",
	} {
		got := prose.Parse(text)
		if len(got) != 1 || got[0].String() != text || len(got[0].Runs) != 1 || got[0].Item() || got[0].Heading {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func TestPlainTextsAreWrittenAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Proved value stands at €909,000 a year.", "snake_case & <b>", "#1 priority", `C:\new\test`, "10. März"} {
		if got := prose.Escape(text); got != text {
			t.Errorf("%q is written as %q", text, got)
		}
	}
	for _, text := range []string{"- not a list", "**not bold**", "### no heading", `\*`, `a\\*b*`} {
		if got := prose.Plain(prose.Escape(text)); got != text {
			t.Errorf("%q is escaped as %q, which reads %q", text, prose.Escape(text), got)
		}
	}
}

func TestPlainHasNoMarkup(t *testing.T) {
	t.Parallel()
	if got, want := prose.Plain("**Now**\n\n- a\n- *b*\n\n1. c\n2. d"), "Now\n• a\n• b\n1. c\n2. d"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// words are a text's letters and digits in order: what may never be lost.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func said(ps []model.Paragraph) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

func paragraphs() *rapid.Generator[[]model.Paragraph] {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("abz €9.,-*#\\_1 \n“„ü×(")), 1, 8, -1)
	run := rapid.Custom(func(t *rapid.T) model.Run {
		return model.Run{Text: text.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
	})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) model.Paragraph {
		p := model.Paragraph{Runs: rapid.SliceOfN(run, 1, 4).Draw(t, "runs")}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 1:
			p.Bullet, p.Level = true, rapid.IntRange(0, 4).Draw(t, "level")
		case 2:
			p.Number, p.Level = 1, rapid.IntRange(0, 4).Draw(t, "level")
		case 3:
			p.Heading = true
		}
		return p
	}), 1, 6)
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := paragraphs().Draw(t, "paragraphs")
		once := prose.Parse(prose.Write(in))
		if diff := cmp.Diff(once, prose.Parse(prose.Write(once))); diff != "" {
			t.Fatalf("%q is not read as it was written: %s", prose.Write(once), diff)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		got, want := squeeze(prose.Plain(prose.Write(in))), squeeze(said(in))
		for _, mark := range []string{"•"} {
			got = strings.ReplaceAll(got, mark, "")
		}
		if strip(words(got)) != strip(words(want)) {
			t.Fatalf("%q became %q by %q", want, got, prose.Write(in))
		}
	})
}

// strip takes the digits away, which numbered lists bring and shift.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzParseLosesNoText(f *testing.F) {
	for _, s := range []string{
		"**a***b*", "*a**b***c**", "- a\n  - b\n\n    c\n1. d", "### h\n- x", "a\\\nb", "a  \nb", `\\*x*`, "* * *", "-\n- a", "1.\n2. b", "- - a", "-\ta\n\tb", "***", "\x00a", "1. a\n5. b",
		"- ### a\n  b", "    code", "a\n---\nb", "1. a\n\n\n1. b", "**a\n\nb**",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := prose.Parse(s)
		if a, b := strip(words(strings.ToValidUTF8(s, ""))), strip(words(strings.ToValidUTF8(said(got), ""))); a != b {
			t.Fatalf("%q lost text: %q is left of %q", s, b, a)
		}
		for _, p := range got {
			if strings.TrimSpace(p.String()) == "" {
				t.Fatalf("%q has an empty paragraph", s)
			}
		}
		written := prose.Write(got)
		if diff := cmp.Diff(said(got), said(prose.Parse(written))); diff != "" {
			t.Fatalf("%q is written as %q, which says something else: %s", s, written, diff)
		}
	})
}
