package desktop_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

func TestAnAccountIsHandedOverAndTheRecordOfItIsItsOwn(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
		t.Fatal(err)
	}
	account, path := accountID(t, app, "Nordhavn Freight"), filepath.Join(t.TempDir(), "handover.md")
	handovers := desktop.NewHandovers(app)
	done, err := handovers.Export(account, "md", path, british)
	if err != nil || done.Pages != 2 || done.FileName != "handover.md" {
		t.Fatalf("%+v, %v", done, err)
	}
	if text := read(t, path); !strings.Contains(text, "Taking over Nordhavn Freight") || !strings.Contains(text, "Internal to Quayside: not for Nordhavn Freight") {
		t.Errorf("the page says %s", text)
	}
	if n := written(t, app); n != 1 {
		t.Errorf("%d exports are noted", n)
	}
	page, err := desktop.NewChronicle(app).Page(desktop.ChronicleQuery{Account: account})
	if err != nil {
		t.Fatal(err)
	}
	first := page.Actions[0]
	if first.Label != "Export handover.md" || first.Records != 1 || first.Changes[0].Kind != "export_record" {
		t.Fatalf("the account's history begins with %+v", first)
	}
	place, err := desktop.NewSearch(app).Place("export_record", first.Changes[0].ID)
	if err != nil || place.Account != account || place.Part != "renewal" {
		t.Errorf("the record is shown at %+v, %v", place, err)
	}

	if _, err := handovers.Export(account, "pptx", path, british); desktop.ProblemOf(err).Code != success.CodeInvalid {
		t.Errorf("as a presentation: %v", err)
	}
	if _, err := handovers.Export("11111111-1111-4111-8111-111111111111", "md", path, british); desktop.ProblemOf(err).Code != success.CodeNotFound {
		t.Errorf("an account that is not there: %v", err)
	}
	if n := written(t, app); n != 1 {
		t.Errorf("what failed is noted too: %d", n)
	}
}
