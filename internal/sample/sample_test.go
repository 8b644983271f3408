package sample_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

// written is the day the sample was written for; its figures are known there.
var written = success.MustDate(sample.WrittenFor)

func load(t *testing.T, end success.Date) *success.Book {
	t.Helper()
	book, err := sample.Book(end, sample.DefaultSeed)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func file(t *testing.T, book *success.Book, name string) *success.File {
	t.Helper()
	for _, f := range book.Files {
		if f.Account.Name == name {
			return f
		}
	}
	t.Fatalf("no account %q in the sample", name)
	return nil
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestNordhavnHasTheFiguresOfItsStory(t *testing.T) {
	t.Parallel()
	book := load(t, written)
	v := success.Velocity(file(t, book, "Nordhavn Freight"), &book.Settings, written)
	if v.Verdict != success.Expanding {
		t.Errorf("verdict %s", v.Verdict)
	}
	p := v.Proved
	if p.Level != 909000 || p.Velocity != 525000 || p.Benefits != 7 || p.People != 266 || p.Dimensions != 7 {
		t.Errorf("proved %+v", p)
	}
	if !near(p.Perceived, 538429, 1) {
		t.Errorf("felt %f, want 538429", p.Perceived)
	}
	if v.Claimed.Level != 1113000 {
		t.Errorf("with claims %f, want 1113000", v.Claimed.Level)
	}
	if *v.TimeToFirstValueDays != 78 || *v.SilenceDays != 29 {
		t.Errorf("first value on day %d, silent for %d", *v.TimeToFirstValueDays, *v.SilenceDays)
	}
	renewed := success.Velocity(file(t, book, "Nordhavn Freight"), &book.Settings, success.MustDate("2025-09-01")).Proved
	if renewed.Level != 595000 || renewed.People != 159 || renewed.Benefits != 5 {
		t.Errorf("at the renewal %+v", renewed)
	}
}

func TestEveryVerdictIsShown(t *testing.T) {
	t.Parallel()
	book := load(t, written)
	want := []struct {
		name            string
		verdict         success.Verdict
		level, velocity float64
		felt            float64
	}{
		{"Nordhavn Freight", success.Expanding, 909000, 525000, 538429},
		{"Castellan Ports", success.Deepening, 570000, 130000, 199551},
		{"Lumen Pharma Logistics", success.Expanding, 380000, 146000, 195570},
		{"Meridian Steel", success.Static, 250000, 0, 56451},
		{"Ostara Foods", success.Expanding, 214000, 144000, 124534},
		{"Brightwell Dairies", success.Static, 164000, 0, 33620},
		{"Kestrel Parcel", success.Shrinking, 58000, -130000, 8126},
		{"Arbour Home", success.Deepening, 132000, 62000, 72685},
		{"Vega Cold Chain", success.NoValueYet, 0, 0, 0},
		{"Solent Marine Supply", success.Static, 63000, 0, 13670},
		{"Tallow & Finch", success.NoValueYet, 0, 0, 0},
		{"Pellegrino Vini", success.Expanding, 40000, 40000, 31425},
		{"Albion Glassworks", success.NotYetKnown, 0, 0, 0},
	}
	for _, w := range want {
		v := success.Velocity(file(t, book, w.name), &book.Settings, written)
		if v.Verdict != w.verdict || !near(v.Proved.Level, w.level, 1) || !near(v.Proved.Velocity, w.velocity, 1) {
			t.Errorf("%s: %s %.0f %+.0f, want %s %.0f %+.0f (axes %+v)", w.name, v.Verdict, v.Proved.Level, v.Proved.Velocity, w.verdict, w.level, w.velocity, v.Axes)
		}
		if !near(v.Proved.Perceived, w.felt, max(10, w.felt*0.001)) {
			t.Errorf("%s: felt %.0f, want about %.0f", w.name, v.Proved.Perceived, w.felt)
		}
	}
}

func TestThePortfolioStandsAsItIsDrawn(t *testing.T) {
	t.Parallel()
	book := load(t, written)
	standing := map[success.ID]success.AccountStanding{}
	for _, a := range success.Portfolio(book, written, success.DefaultOffer(&book.Settings, written)).Accounts {
		standing[a.Account] = a
	}
	for _, w := range []struct {
		name, risk, client, provider string
		walkAway                     float64
	}{
		{"Nordhavn Freight", "watch", "renewal", "harvesting", 332974}, {"Castellan Ports", "on track", "growing", "tending", 173235},
		{"Lumen Pharma Logistics", "on track", "growing", "harvesting", 148771}, {"Meridian Steel", "at risk", "growing", "tending", 13929},
		{"Ostara Foods", "on track", "growing", "harvesting", 89045}, {"Brightwell Dairies", "at risk", "renewal", "harvesting", 8358},
		{"Kestrel Parcel", "critical", "renewal", "saving", 1477}, {"Arbour Home", "on track", "growing", "tending", 50296},
		{"Vega Cold Chain", "at risk", "new", "integrating", 0}, {"Solent Marine Supply", "at risk", "growing", "tending", 3319},
		{"Tallow & Finch", "watch", "new", "integrating", -1}, {"Pellegrino Vini", "on track", "growing", "tending", 17818},
	} {
		a := standing[file(t, book, w.name).Account.ID]
		if string(a.Risk) != w.risk || a.ClientPhase != w.client || a.ProviderPhase != w.provider {
			t.Errorf("%s: %s, %s, %s %v", w.name, a.Risk, a.ClientPhase, a.ProviderPhase, a.Flags)
		}
		switch {
		case a.WalkAway == nil && w.walkAway < 0: // too new for a price
		case a.WalkAway == nil || !near(a.WalkAway.Low, w.walkAway, w.walkAway*0.02):
			t.Errorf("%s: walk-away %+v, want %.0f", w.name, a.WalkAway, w.walkAway)
		}
	}
}

func TestOneAccountWasLostInTheYear(t *testing.T) {
	t.Parallel()
	book := load(t, written)
	r := success.Retention(book, written.AddDays(-365), written)
	if r.GRR == nil || !near(*r.GRR, 0.949, 0.0005) || !near(*r.NRR, 1.032, 0.0005) || r.Accounts != r.Kept+1 {
		t.Errorf("retention %+v: gross %v net %v", r, *r.GRR, *r.NRR)
	}
}

func TestTheSameDayAndSeedGiveTheSameRecords(t *testing.T) {
	t.Parallel()
	body := func(seed uint64) string {
		out, err := json.Marshal(sample.Records(written, seed))
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if first, second := body(7), body(7); first != second {
		t.Error("the same seed gave two samples")
	}
	if body(7) == body(8) {
		t.Error("the seed changes nothing")
	}
}

func TestEveryRecordIsValidOnAnyEndDay(t *testing.T) {
	t.Parallel()
	for _, day := range []string{sample.WrittenFor, "2026-11-21", "2028-02-29"} {
		end := success.MustDate(day)
		seen := map[success.ID]bool{}
		for _, rec := range sample.Records(end, sample.DefaultSeed) {
			fields, err := success.FieldsOf(rec)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := json.Marshal(fields)
			if err := success.Validate(rec.Kind(), fields, end); err != nil {
				t.Errorf("%s: %s %s: %v", day, rec.Kind(), body, err)
			}
			id := rec.Base().ID
			if seen[id] || len(id) != 36 {
				t.Errorf("%s: id %q of a %s", day, id, rec.Kind())
			}
			seen[id] = true
			if rec.Base().CreatedAt.Date() > end {
				t.Errorf("%s: %s made after the end", day, body)
			}
			if strings.Contains(string(body), "{20") {
				t.Errorf("a day was left in its braces: %s", body)
			}
		}
	}
}

func TestLinksPointBackwards(t *testing.T) {
	t.Parallel()
	seen := map[success.ID]bool{}
	for _, rec := range sample.Records(written, sample.DefaultSeed) {
		fields, err := success.FieldsOf(rec)
		if err != nil {
			t.Fatal(err)
		}
		for name, raw := range fields {
			if !strings.HasSuffix(name, "_id") {
				continue
			}
			var id success.ID
			if err := json.Unmarshal(raw, &id); err == nil && id != "" && !seen[id] {
				t.Errorf("%s.%s names %s, which comes later or never", rec.Kind(), name, id)
			}
		}
		seen[rec.Base().ID] = true
	}
}

func TestEveryKindOfRecordIsInTheSample(t *testing.T) {
	t.Parallel()
	have := map[success.Kind]bool{}
	for _, rec := range sample.Records(written, sample.DefaultSeed) {
		have[rec.Kind()] = true
	}
	without := []success.Kind{"saved_view", "mapping", "template"}
	for _, s := range success.Specs() {
		if !have[s.Kind] && !slices.Contains(without, s.Kind) {
			t.Errorf("no %s in the sample", s.Kind)
		}
	}
}

func TestLoadStopsAtTheFirstRefusal(t *testing.T) {
	t.Parallel()
	refused := errors.New("refused")
	n := 0
	err := sample.Load(func(success.Record) error {
		n++
		if n == 5 {
			return refused
		}
		return nil
	}, written)
	if !errors.Is(err, refused) || n != 5 {
		t.Errorf("%d records, %v", n, err)
	}
}

func TestTheOpenStoryIsComposedAndKeepsItsAuthorsWords(t *testing.T) {
	t.Parallel()
	for _, end := range []success.Date{written, written.AddDays(173)} {
		book := load(t, end)
		f := file(t, book, "Nordhavn Freight")
		at := slices.IndexFunc(f.Stories, func(s success.Story) bool { return s.Status == "draft" })
		claims := slices.DeleteFunc(slices.Clone(f.Claims), func(c success.Claim) bool { return c.StoryID != f.Stories[at].ID })
		own := 0
		for i := range claims {
			if story.Edited(&f.Stories[at], &claims[i]) {
				own++
			}
		}
		if len(claims) < 30 || own != 2 {
			t.Errorf("%d claims, %d of them her own", len(claims), own)
		}
		offers, err := story.Offers(f, &book.Settings, &f.Stories[at], claims, end, story.Options{Locale: "en-GB"})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range offers {
			if !o.Own {
				t.Errorf("the story does not say what the records say: %+v", o)
			}
		}
	}
}
