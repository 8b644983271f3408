package desktop_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func peopleOf(t *testing.T, app *desktop.App, account string) desktop.PeopleView {
	t.Helper()
	page, err := desktop.NewPeople(app).Page(account)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func personNamed(t *testing.T, page desktop.PeopleView, name string) desktop.StakeholderView {
	t.Helper()
	at := slices.IndexFunc(page.People, func(p desktop.StakeholderView) bool { return strings.HasPrefix(p.Name, name) })
	if at < 0 {
		t.Fatalf("%s is not among %+v", name, page.People)
	}
	return page.People[at]
}

func TestNobodyReportsToThemselves(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	people, account := desktop.NewPeople(app), accountID(t, app, "Nordhavn Freight")
	page := peopleOf(t, app, account)
	henrik, piotr := personNamed(t, page, "Henrik"), personNamed(t, page, "Piotr")
	_, err := people.Write(desktop.RecordInput{Account: account, ID: henrik.ID, Fields: map[string]string{"reports_to_id": piotr.ID}})
	refused(t, err, "reports_to_id")
	_, err = people.Write(desktop.RecordInput{Account: account, ID: henrik.ID, Fields: map[string]string{"reports_to_id": henrik.ID}})
	refused(t, err, "reports_to_id")
	jens := personNamed(t, page, "Jens")
	if _, err := people.Write(desktop.RecordInput{Account: account, ID: jens.ID, Fields: map[string]string{"reports_to_id": piotr.ID, "stance": "-1"}}); err != nil {
		t.Fatal(err)
	}
	if now := personNamed(t, peopleOf(t, app, account), "Jens"); now.ReportsTo != piotr.ID || now.Stance == nil || *now.Stance != -1 {
		t.Errorf("%+v", now)
	}
	undone, err := desktop.NewHistory(app).Undo()
	if err != nil || undone.Screen.Name != "people" {
		t.Errorf("undone on %+v, %v", undone.Screen, err)
	}
}

func TestWhatHungOnSomebodyWhoLeftIsNamed(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	people, account := desktop.NewPeople(app), accountID(t, app, "Nordhavn Freight")
	mette := personNamed(t, peopleOf(t, app, account), "Mette")
	if _, err := people.Write(desktop.RecordInput{Account: account, ID: mette.ID, Fields: map[string]string{"left_on": "2026-06-08", "quote_permission": "named", "quote_permission_until": "2027-01-01"}}); err != nil {
		t.Fatal(err)
	}
	page := peopleOf(t, app, account)
	gone := personNamed(t, page, "Mette")
	if !gone.Left || gone.QuotePermission != "named" || gone.QuotePermissionUntil != "2027-01-01" || gone.LastTouch != "2026-06-05" {
		t.Errorf("%+v", gone)
	}
	for _, what := range []string{"said", "agreed", "confirmed", "manages"} {
		if !slices.ContainsFunc(gone.Depends, func(d desktop.DependView) bool { return d.What == what && d.ID != "" && d.Title != "" }) {
			t.Errorf("nothing says what she %s: %+v", what, gone.Depends)
		}
	}
	if last := page.People[len(page.People)-1]; !last.Left {
		t.Error("who has left stands before who is there")
	}
}

func TestWhatIsHeldOnAPersonIsWrittenDown(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	people, account := desktop.NewPeople(app), accountID(t, app, "Nordhavn Freight")
	sofie := personNamed(t, peopleOf(t, app, account), "Sofie")
	if _, err := people.Write(desktop.RecordInput{Account: account, ID: sofie.ID, Fields: map[string]string{"stance": "-2", "phone": "+45 99 88"}}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "held.json")
	held, err := people.Held(account, sofie.ID, path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var written struct {
		About   string `json:"about"`
		Records []struct {
			Kind string `json:"kind"`
		} `json:"records"`
	}
	if err := json.Unmarshal(text, &written); err != nil {
		t.Fatal(err)
	}
	if written.About != sofie.Name || len(written.Records) != held.Records || held.Records < 5 || held.Changes < held.Records {
		t.Errorf("%+v", held)
	}
	for _, sign := range []string{`"stance": -2`, "+45 99 88", `"kind": "touchpoint"`, `"kind": "question"`, `"field": "stance"`} {
		if !strings.Contains(string(text), sign) {
			t.Errorf("%s is not written down", sign)
		}
	}
	if strings.Contains(string(text), "Lone asks for the paper path") {
		t.Error("a record of somebody else is written down")
	}
}

func TestForgettingAPersonSaysWhatItDidAndLeavesTheirProof(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	people, account := desktop.NewPeople(app), accountID(t, app, "Nordhavn Freight")
	mette := personNamed(t, peopleOf(t, app, account), "Mette")
	in := desktop.ForgetInput{Account: account, ID: mette.ID, As: "Former contact"}
	look, err := people.LookForget(in)
	if err != nil || look.Name != mette.Name || look.Records < 2 || len(look.Parts) == 0 {
		t.Fatalf("look = %+v, %v", look, err)
	}
	done, err := people.Forget(in)
	if err != nil || done.Records != look.Records || done.Backups != look.Backups+1 {
		t.Fatalf("done = %+v, %v, looked %+v", done, err, look)
	}
	after := personNamed(t, peopleOf(t, app, account), "Former")
	if after.ID != mette.ID || after.ForgottenOn == "" || after.Email != "" || len(after.Depends) != len(mette.Depends) {
		t.Errorf("after = %+v", after)
	}
	_, err = people.Forget(in)
	refused(t, err, "")
	in.ID = personNamed(t, peopleOf(t, app, account), "Henrik").ID
	in.Account = accountID(t, app, "Castellan Ports")
	if _, err = people.LookForget(in); err == nil {
		t.Error("somebody of another account was looked at")
	}
}
