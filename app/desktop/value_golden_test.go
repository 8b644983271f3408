package desktop_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The window's tests draw the picture from this file, so it has to be what the
// program answers, field for field.
func TestThePictureThatTheWindowIsTestedWithIsTheProgramsOwn(t *testing.T) {
	t.Parallel()
	const golden = "../../frontend/src/features/account/value/testdata/nordhavn.json"
	app := newSample(t)
	header, err := desktop.NewAccount(app).Header(accountID(t, app, "Nordhavn Freight"))
	if err != nil {
		t.Fatal(err)
	}
	both := map[string]any{"header": header, "timeline": timelineOf(t, app, "Nordhavn Freight")}
	got, err := json.MarshalIndent(both, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(compact(t, got), compact(t, want)) {
		t.Error("the picture of Nordhavn changed: look at it, then run this test with -update")
	}
}

// compact takes the white space out, which the window's formatter lays out its own way.
func compact(t *testing.T, text []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, text); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
