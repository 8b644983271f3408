package sqlite_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/sqlite"
)

func TestColumnsThatAllRowsShareAreGivenOnce(t *testing.T) {
	t.Parallel()
	want := "INSERT OR FAIL INTO record (space, kind, id, made, newest, body) VALUES (?,?,?,?,?,?),(?1,?2,?,?,?,?),(?1,?2,?,?,?,?)"
	if got := sqlite.RecordInsertion(3); got != want {
		t.Errorf("%s", got)
	}
}
