package workspace_test

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
	"github.com/tendril-app/tendril/internal/workspace/benchgen"
)

// on is options with a clock that stands on a day.
func on(day success.Date) workspace.Options {
	return workspace.Options{Now: func() time.Time { return day.Time().Add(12 * time.Hour) }, Actor: "Ada"}
}

// book writes a file of accounts of all sorts.
func book(t *testing.T, path string, today success.Date) {
	t.Helper()
	ctx := context.Background()
	w, err := workspace.Create(ctx, path, "Nordlicht", "EUR", on(today))
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Do(ctx, "Sample", func(tx *workspace.Tx) error {
		return sample.Load(func(rec success.Record) error {
			_, err := tx.Create(rec)
			return err
		}, today)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := benchgen.Fill(ctx, w, benchgen.Size{Name: "few", Accounts: 5}, today); err != nil {
		t.Fatal(err)
	}
	var account success.ID
	rows, err := w.Summaries(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if rows[i].Name == "Nordhavn Freight" {
			account = rows[i].Account
		}
	}
	// What was noted ahead counts one day, and blanks are not words.
	put(t, w, "touchpoint", "", success.Fields{"account_id": text(string(account)), "on": text(today.AddDays(20).String()), "direction": text("out"), "summary": text("Visit")})
	put(t, w, "touchpoint", "", success.Fields{"account_id": text(string(account)), "on": text(today.AddDays(60).String()), "direction": text("in"), "needs_reply_by": text(today.AddDays(62).String())})
	put(t, w, "question", "", success.Fields{"account_id": text(string(account)), "text": text("Why?"), "answer": text("  "), "asked_on": text(today.String())})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// linesOf opens a file on a day and returns its summaries as they are stored.
func linesOf(t *testing.T, path string, today success.Date) (lines []string) {
	t.Helper()
	ctx := context.Background()
	w, err := workspace.Open(ctx, path, on(today))
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	rows, err := w.Summaries(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		lines = append(lines, asJSON(t, rows[i]))
	}
	return lines
}

// run runs statements on a file that nobody has open.
func run(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}

func countOf(t *testing.T, path, query string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSummariesMadeOfGistsSayWhatThoseOfTheRecordsSay(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.tendril")
	today := success.MustDate("2026-06-09")
	book(t, path, today)
	run(t, path, "UPDATE summary SET day = 0") // what was edited has its gist from the next day on
	made := linesOf(t, path, today)
	if gists := countOf(t, path, "SELECT count(*) FROM gist"); gists != len(made) {
		t.Fatalf("%d gists of %d accounts", gists, len(made))
	}
	for _, later := range []int{1, 25, 70, 120, 400} {
		day := today.AddDays(later)
		ofGists := linesOf(t, path, day)
		run(t, path, "DELETE FROM gist", "UPDATE summary SET day = 0")
		ofRecords := linesOf(t, path, day)
		for i := range ofRecords {
			if ofGists[i] != ofRecords[i] {
				t.Errorf("%d days later:\n got %s\nwant %s", later, ofGists[i], ofRecords[i])
			}
		}
	}
	// A clock that was set back: what those gists left out may be news again.
	if ofGists := linesOf(t, path, today); len(ofGists) != len(made) || ofGists[3] != made[3] {
		t.Errorf("the day before:\n got %s\nwant %s", ofGists[3], made[3])
	}
}

func TestAGistThatIsDamagedIsMadeAnew(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.tendril")
	today := success.MustDate("2026-06-09")
	book(t, path, today)
	want := linesOf(t, path, today)
	for _, statement := range []string{
		"UPDATE gist SET body = x''",
		"UPDATE gist SET body = substr(body, 1, length(body) / 2)",
		"UPDATE gist SET body = CAST(substr(body, 1, 40) || x'55' || substr(body, 42) AS BLOB)",
		"UPDATE gist SET format = format + 1",
		"DELETE FROM gist",
	} {
		run(t, path, statement, "UPDATE summary SET day = 0")
		got := linesOf(t, path, today)
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("after %s:\n got %s\nwant %s", statement, got[i], want[i])
			}
		}
	}
}

func TestAGistNamesNobody(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.tendril")
	w, err := workspace.Create(ctx, path, "Nordlicht", "EUR", on(success.MustDate("2026-11-21")))
	if err != nil {
		t.Fatal(err)
	}
	account, _, _, _ := plan(t, w)
	put(t, w, "stakeholder", "", success.Fields{"account_id": text(string(account)), "name": text("Mariana Quist"), "email": text("mq@lodz.example")})
	put(t, w, "touchpoint", "", success.Fields{"account_id": text(string(account)), "on": text("2026-11-01"), "summary": text("Mariana Quist called")})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	linesOf(t, path, success.MustDate("2026-11-22"))
	if n := countOf(t, path, "SELECT count(*) FROM gist"); n != 1 {
		t.Errorf("%d gists", n)
	}
	for _, sign := range []string{"Quist", "mq@lodz"} {
		if n := countOf(t, path, "SELECT count(*) FROM gist WHERE instr(body, CAST('"+sign+"' AS BLOB)) > 0"); n != 0 {
			t.Errorf("a gist has %q", sign)
		}
	}
}

// firstSchema makes a file as the first version wrote it.
func firstSchema(t *testing.T) (path string, lines []string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "x.tendril")
	today := success.MustDate("2026-06-09")
	book(t, path, today)
	lines = linesOf(t, path, today)
	run(t, path, "DROP TABLE gist", "DELETE FROM goose_db_version WHERE version_id = 2")
	return path, lines
}

func TestAFileOfTheFirstVersionIsBackedUpAndMigrated(t *testing.T) {
	t.Parallel()
	path, want := firstSchema(t)
	got := linesOf(t, path, success.MustDate("2026-06-09"))
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %s\nwant %s", got[i], want[i])
		}
	}
	if n := countOf(t, path, "SELECT max(version_id) FROM goose_db_version"); n != 2 {
		t.Errorf("the file has schema %d", n)
	}
	backups, err := filepath.Glob(filepath.Join(filepath.Dir(path), "x.backups", "*.tendril"))
	if err != nil || len(backups) == 0 {
		t.Fatalf("%v, %v", backups, err)
	}
	if old := countOf(t, backups[0], "SELECT max(version_id) FROM goose_db_version"); old != 1 {
		t.Errorf("the backup has schema %d", old)
	}
}

func TestAFileOfTheFirstVersionCanBeReadWithoutWritingIt(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path, want := firstSchema(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := on(success.MustDate("2026-06-09").AddDays(1))
	o.ReadOnly = true
	w, err := workspace.Open(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := w.Summaries(ctx)
	if err != nil || len(rows) != len(want) {
		t.Errorf("%d summaries of %d, %v", len(rows), len(want), err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file has changed (%v)", err)
	}
}
