package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

// ctl runs the program on a file as of a day, and returns what it prints.
func ctl(t *testing.T, book, day string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	p := &program{stdout: &out, stderr: &errs, now: clockOn(day), actor: "Ines Moreau"}
	if status := p.run(context.Background(), append(args, "-w", book)); status != 0 {
		t.Fatalf("tendrilctl %s: status %d\n%s%s", strings.Join(args, " "), status, &out, &errs)
	}
	return out.Bytes()
}

// newBook makes an empty file and brings tables or bundles in, on a day.
func newBook(t *testing.T, day string, files ...string) string {
	t.Helper()
	book := filepath.Join(t.TempDir(), "book.tendril")
	p := &program{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, now: clockOn(day), actor: "Ines Moreau", quiet: true}
	if status := p.run(context.Background(), []string{"new", book}); status != 0 {
		t.Fatal("no file to bring anything into")
	}
	for _, file := range files {
		ctl(t, book, day, "import", file)
	}
	return book
}

// measuresOf returns where an account's measures stand on a day, by name.
func measuresOf(t *testing.T, book, account, day, bundle string) map[string]success.MeasureFigure {
	t.Helper()
	var figure success.MeasuresFigure
	if err := json.Unmarshal(ctl(t, book, day, "measures", account, "--json"), &figure); err != nil {
		t.Fatal(err)
	}
	names := map[success.ID]string{}
	for _, m := range bundled[success.Measure](t, bundle, "measure") {
		names[m.ID] = m.Name
	}
	out := map[string]success.MeasureFigure{}
	for _, m := range figure.Measures {
		out[names[m.Measure]] = m
	}
	return out
}

// bundled reads the records of a kind from an unpacked bundle.
func bundled[T any](t *testing.T, bundle, kind string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(bundle, kind+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // only read
	var out []T
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var rec T
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		out = append(out, rec)
	}
	return out
}

const cases = "testdata/real/case_studies"

func TestPublishedCaseStudiesComeOutAsPublished(t *testing.T) {
	t.Parallel()
	const unknown = -1 // no progress: the case says what is, and not what was
	book := newBook(t, "2020-06-01", cases)
	for _, c := range []struct {
		account, measure string
		now, progress    float64
		change           float64 // now against the baseline: -0.3 is 30 % less, 1 is twice
		published        string
		state            success.MeasureState
	}{
		{"Babylon", "Clinical validation run", 20, 1, -0.9667, "at least 30 times faster (-96.7 %)", success.Met},
		{"Babylon", "Live environments", 3, 2.0 / 3, 2, "3 times, a fourth coming", success.OnTrack},
		{"Babylon", "Appointments within 30 minutes", 39, unknown, 0, "39 %, without what it was before", success.NoBaseline},
		// Published as "almost 85 %". Its own figures, half an hour and five minutes, give 83.3 %:
		// the published percentage is rounded up, and the figures stand.
		{"Squarespace", "Deployment time", 5, 1, -0.8333, "almost 85 %", success.Met},
		{"Squarespace", "Microservices in work", 24, 1, 1, "twice that", success.Met},
		{"Squarespace", "Services migrated", 25, 0.25, 0, "about a quarter", success.OnTrack},
		{"Pinterest", "Build-farm instance-hours per day", 70, 1, -0.3, "30 % less", success.Met},
		{"Pinterest", "Capacity reclaimed off-peak", 80, 0.8, 0, "over 80 %", success.OnTrack},
	} {
		got, ok := measuresOf(t, book, c.account, "2020-06-01", cases)[c.measure]
		if !ok || got.Now == nil || *got.Now != c.now || got.State != c.state {
			t.Errorf("%s, %s (%s): %+v", c.account, c.measure, c.published, got)
			continue
		}
		if (got.Progress == nil) != (c.progress == unknown) || got.Progress != nil && math.Abs(*got.Progress-c.progress) > 1e-9 {
			t.Errorf("%s, %s (%s): progress %v", c.account, c.measure, c.published, got.Progress)
		}
		for _, m := range bundled[success.Measure](t, cases, "measure") {
			if m.ID != got.Measure || m.Baseline == nil || *m.Baseline == 0 {
				continue
			}
			if change := *got.Now / *m.Baseline - 1; math.Abs(change-c.change) > 0.0001 {
				t.Errorf("%s, %s (%s): changed by %.4f", c.account, c.measure, c.published, change)
			}
		}
	}
}

// The cases name people for one benefit and money for none: what is reached and
// how wide it is can be told, what it is worth cannot.
func TestPublishedBenefitsReachWhomTheyAreSaidToReach(t *testing.T) {
	t.Parallel()
	book := newBook(t, "2020-06-01", cases)
	for account, want := range map[string]success.VelocityFigure{
		"Babylon":     {Proved: success.Side{Benefits: 2, People: 75_000, Dimensions: 2}, Verdict: success.Expanding},
		"Squarespace": {Proved: success.Side{Benefits: 1, Dimensions: 1}, Verdict: success.NoValueYet},
		"Pinterest":   {Proved: success.Side{Benefits: 1, Dimensions: 1}, Verdict: success.NoValueYet},
	} {
		var got success.VelocityFigure
		if err := json.Unmarshal(ctl(t, book, "2020-06-01", "velocity", account, "--json"), &got); err != nil {
			t.Fatal(err)
		}
		if got.Proved != want.Proved || got.Verdict != want.Verdict || got.Claimed != got.Proved {
			t.Errorf("%s: %+v is %s", account, got.Proved, got.Verdict)
		}
	}
}

const curl = "testdata/real/curl"

func TestAPartMonthIsNoReadingWhileItRuns(t *testing.T) {
	t.Parallel()
	book := newBook(t, "2021-09-24", filepath.Join(curl, "bundle"))
	refused := filepath.Join(t.TempDir(), "refused.csv")
	ctl(t, book, "2021-09-24", "import", filepath.Join(curl, "readings.csv"), "--refused", refused)
	rows, err := os.ReadFile(refused)
	if err != nil || strings.Count(string(rows), "2021-09,") != 2 || !strings.Contains(string(rows), "is not over yet") {
		t.Errorf("refused: %s, %v", rows, err)
	}
	got := measuresOf(t, book, "curl", "2021-09-24", filepath.Join(curl, "bundle"))
	closed, days := got["Tickets closed"], got["Median days to close"]
	if closed.Now == nil || *closed.Now != 140 || closed.State != success.OnTrack {
		t.Errorf("tickets closed: %+v", closed)
	}
	if closed.Trend == nil || closed.Trend.N != 126 || closed.Trend.Direction != "rising" {
		t.Errorf("tickets closed: %+v", closed.Trend)
	}
	if days.Trend == nil || days.Trend.Direction != "falling" || days.State != success.Met {
		t.Errorf("median days: %+v, %+v", days, days.Trend)
	}
}

// A file that was cut off in mid-month and comes in years later does not say so:
// its last month stands as a low reading. It is not called a fall: the trend looks
// at all months, and one of them turns nothing.
func TestAPartMonthThatNobodyCanSeeTurnsNoTrend(t *testing.T) {
	t.Parallel()
	book := newBook(t, "2021-10-15", filepath.Join(curl, "bundle"), filepath.Join(curl, "readings.csv"))
	closed := measuresOf(t, book, "curl", "2021-10-15", filepath.Join(curl, "bundle"))["Tickets closed"]
	if closed.Now == nil || *closed.Now != 104 || closed.Trend == nil || closed.Trend.N != 127 || closed.Trend.Direction != "rising" {
		t.Errorf("%+v, %+v", closed, closed.Trend)
	}
}
