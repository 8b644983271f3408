package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

const mailOfMette = "From: Mette Lindqvist <METTE@nordhavn.example>\r\nTo: ines@quayside.example, New One <new.one@nordhavn.example>\r\n" +
	"Subject: The plan holds\r\nDate: Mon, 8 Jun 2026 10:00:00 +0200\r\n\r\nIt held until six.\r\n"

func dropped(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestADroppedMailBecomesATouchpointWithItsPeopleAndFile(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	letters, account := desktop.NewLetters(app), accountID(t, app, "Nordhavn Freight")
	before := talksOf(t, app, account)
	mette := before.People[0]
	for _, p := range before.People {
		if strings.HasPrefix(p.Name, "Mette") {
			mette = p
		}
	}
	mail := dropped(t, "plan.eml", strings.ReplaceAll(mailOfMette, "METTE@nordhavn.example", strings.ToUpper(mette.Email)))
	if _, err := desktop.NewSettings(app).SetPerson("Ines Moreau", "ines@quayside.example"); err != nil {
		t.Fatal(err)
	}
	view, err := letters.Read(account, []string{mail, dropped(t, "broken.ics", "BEGIN:VCALENDAR"), filepath.Join(t.TempDir(), "gone.eml")})
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Letters) != 3 || view.Letters[1].Problem == "" || view.Letters[2].Problem == "" || view.Letters[0].Problem != "" {
		t.Fatalf("%+v", view.Letters)
	}
	read := view.Letters[0]
	if read.On != "2026-06-08" || read.Direction != "in" || read.Subject != "The plan holds" || len(read.People) != 3 || read.People[0].ID != mette.ID ||
		!read.People[1].Ours || read.People[2].ID != "" || read.People[2].Ours || read.Known != "" {
		t.Errorf("%+v", read)
	}
	if got := talksOf(t, app, account); len(got.Items) != len(before.Items) || len(got.People) != len(before.People) {
		t.Fatal("looking saved something")
	}
	one := desktop.LetterInput{Path: mail, People: []string{mette.ID}, New: read.People[2:], Fields: map[string]string{
		"on": read.On, "direction": "in", "kind": "engage", "summary": read.Subject + "\n" + read.Text, "needs_reply_by": "2026-06-10",
	}}
	written, err := letters.Save(desktop.LettersInput{Account: account, Letters: []desktop.LetterInput{one, one}})
	if err != nil {
		t.Fatal(err)
	}
	got := talkOf(t, app, account, written.ID)
	if len(got.People) != 2 || got.Evidence != 1 || got.Reply != "owed" {
		t.Errorf("%+v", got)
	}
	if after := talksOf(t, app, account); len(after.People) != len(before.People)+1 || len(after.Items) != len(before.Items)+2 {
		t.Errorf("%d people, %d items", len(after.People), len(after.Items))
	}
	if again, err := letters.Read(account, []string{mail}); err != nil || again.Letters[0].Known == "" {
		t.Errorf("the file is not known again: %+v, %v", again, err)
	}
	one.Fields["summary"] = ""
	_, err = letters.Save(desktop.LettersInput{Account: account, Letters: []desktop.LetterInput{one}})
	refused(t, err, "summary")
	if _, err := desktop.NewHistory(app).Undo(); err != nil {
		t.Fatal(err)
	}
	if got := talksOf(t, app, account); len(got.Items) != len(before.Items) || len(got.People) != len(before.People) {
		t.Error("one undo left something of the mails")
	}
}
