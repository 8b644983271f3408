package workspace_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// known is an account that speaks of Maria Berglund in every way it can.
type known struct {
	account, person, other, outcome, step, touch, story, file, plain success.ID
	told                                                             string
}

func meet(t *testing.T, w *workspace.Workspace) known {
	t.Helper()
	var k known
	k.account = put(t, w, "account", "", success.Fields{"name": text("Nordhavn"), "tags": raw(`["Friend of Maria","port"]`)})
	on := text(string(k.account))
	k.person = put(t, w, "stakeholder", "", success.Fields{"account_id": on, "name": text("Maria Berglund"), "email": text("maria.b@nordhavn.example"),
		"phone": text("+45 12 34 56"), "title": text("Head of Yard"), "stance": raw("2"), "cares_about": text("her berths")})
	put(t, w, "stakeholder", k.person, success.Fields{"name": text("Maria Holm"), "phone": text("+45 99 88 77")})
	k.other = put(t, w, "stakeholder", "", success.Fields{"account_id": on, "name": text("Jens Holm"), "reports_to_id": text(string(k.person))})
	plan := put(t, w, "success_plan", "", success.Fields{"account_id": on, "title": text("The plan of Maria Berglund")})
	k.outcome = put(t, w, "outcome", "", success.Fields{"plan_id": text(string(plan)), "statement": text("MARIA BERGLUND sleeps"),
		"quote": text("Ask Maria, or Marias team. Mariana is somebody else; Holm too."), "quoted_stakeholder_id": text(string(k.person))})
	benefit := put(t, w, "benefit", "", success.Fields{"account_id": on, "title": text("Quiet nights")})
	k.step = put(t, w, "benefit_step", "", success.Fields{"benefit_id": text(string(benefit)), "on": text("2026-05-01"), "kind": text("yearly"),
		"amount": raw(`{"amount":"100","currency":"EUR"}`), "confirmed_by": text("Maria Holm"), "confirmed_on": text("2026-05-02")})
	k.touch = put(t, w, "touchpoint", "", success.Fields{"account_id": on, "on": text("2026-05-03"), "summary": text("Call with Maria Holm (maria.b@nordhavn.example).")})
	term := put(t, w, "term", "", success.Fields{"account_id": on, "start": text("2026-01-01"), "end": text("2026-12-31")})
	k.story = put(t, w, "story", "", success.Fields{"term_id": text(string(term)), "title": text("One more call")})
	err := attach(t, w, &k)
	if err != nil {
		t.Fatal(err)
	}
	gone := put(t, w, "touchpoint", "", success.Fields{"account_id": on, "on": text("2026-05-04"), "summary": text("Maria Holm again")})
	remove(t, w, "touchpoint", gone)
	return k
}

// attach keeps a told story and two attachments that are no stories.
func attach(t *testing.T, w *workspace.Workspace, k *known) error {
	t.Helper()
	_, err := w.Do(context.Background(), "Tell it to Maria Holm", func(tx *workspace.Tx) (err error) {
		if k.told, err = tx.AddBlob(bytes.NewReader(packed(t, `{"claims":[{"text":"Maria Holm said so"}],"Maria":"kept: a name of a member"}`))); err != nil {
			return err
		}
		mail, err := tx.AddBlob(strings.NewReader("From: Maria <MARIA.B@nordhavn.example>\n\nYes."))
		if err != nil {
			return err
		}
		picture, err := tx.AddBlob(bytes.NewReader([]byte{0xff, 0xd8, 0xff, 0xe0}))
		if err != nil {
			return err
		}
		about, err := json.Marshal(success.Link{Kind: "benefit_step", ID: k.step})
		if err != nil {
			return err
		}
		written, err := tx.Put("evidence", "", success.Fields{"subject": about, "kind": text("file"), "title": text("Mail of Maria"), "blob": text(mail)})
		if err != nil {
			return err
		}
		k.file = written.ID
		if written, err = tx.Put("evidence", "", success.Fields{"subject": about, "kind": text("file"), "title": text("Picture"), "blob": text(picture)}); err != nil {
			return err
		}
		k.plain = written.ID
		_, err = tx.Put("story", k.story, success.Fields{"status": text("told"), "told_on": text("2026-06-01"), "frozen": text(k.told), "content_hash": text("old")})
		return err
	})
	return err
}

func packed(t *testing.T, body string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// forgettable is a workspace whose told stories have the hash "new".
func forgettable(t *testing.T) (*workspace.Workspace, string) {
	t.Helper()
	o := options()
	o.ContentHash = func([]byte) (string, error) { return "new", nil }
	path := filepath.Join(t.TempDir(), "x.tendril")
	w, err := workspace.Create(context.Background(), path, "Nordlicht", "EUR", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w, path
}

func TestForgettingAPersonTakesThemOutOfEverythingAndKeepsWhatIsProved(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w, path := forgettable(t)
	k := meet(t, w)
	how := workspace.ForgetHow{As: "Former contact"}
	look, err := w.LookForget(ctx, k.person, how)
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, w, "stakeholder", k.person)["name"]; got != "Maria Holm" {
		t.Fatalf("looking changed the name to %v", got)
	}
	done, err := w.Forget(ctx, k.person, how)
	if err != nil {
		t.Fatal(err)
	}
	if look.Records != done.Records || look.Files != 1 || done.Files != 1 || done.Unread != 1 || !slices.Equal(done.Stories, []string{"One more call"}) {
		t.Errorf("looked: %+v\ndone: %+v", look, done)
	}
	if done.Name != "Maria Holm" || look.Changes == 0 || done.Changes != look.Changes {
		t.Errorf("done = %+v, looked = %+v", done, look)
	}
	for _, part := range done.Parts {
		if part.Text == "Holm" {
			t.Error("Holm is the name of Jens too, and was looked for alone")
		}
	}
	person := get(t, w, "stakeholder", k.person)
	for _, field := range []string{"email", "phone", "title", "stance", "cares_about"} {
		if person[field] != nil {
			t.Errorf("%s is %v still", field, person[field])
		}
	}
	if person["name"] != "Former contact" || person["forgotten_on"] != "2026-11-21" || person["left_on"] != "2026-11-21" {
		t.Errorf("person = %v", person)
	}
	if got := get(t, w, "stakeholder", k.other)["name"]; got != "Jens Holm" {
		t.Errorf("the other is called %v", got)
	}
	outcome := get(t, w, "outcome", k.outcome)
	if outcome["quote"] != "Ask Former contact, or Former contact team. Mariana is somebody else; Holm too." || outcome["statement"] != "Former contact sleeps" {
		t.Errorf("outcome = %v", outcome)
	}
	if got := get(t, w, "benefit_step", k.step)["confirmed_by"]; got != "Former contact" {
		t.Errorf("confirmed by %v: what was proved must stay proved", got)
	}
	if got := get(t, w, "evidence", k.plain)["blob"]; got == nil {
		t.Error("a picture that nobody can search was taken away")
	}
	nowhere(t, w, path)
	told(t, w, k)
	sound(t, w)
}

// told checks that the redacted story keeps its old hashes beside the new ones.
func told(t *testing.T, w *workspace.Workspace, k known) {
	t.Helper()
	story := get(t, w, "story", k.story)
	fresh, _ := story["frozen"].(string)
	if fresh == k.told || story["content_hash"] != "new" {
		t.Fatalf("story = %v", story)
	}
	redacted, err := json.Marshal(story["redacted"])
	if err != nil || string(redacted) != `[{"content_hash":"old","frozen":"`+k.told+`","on":"2026-11-21"}]` {
		t.Errorf("redacted = %s, %v", redacted, err)
	}
	r, err := w.OpenBlob(context.Background(), fresh)
	if err != nil {
		t.Fatal(err)
	}
	in, err := gzip.NewReader(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(in)
	if err != nil || string(body) != `{"claims":[{"text":"Former contact said so"}],"Maria":"kept: a name of a member"}` {
		t.Errorf("told = %s, %v", body, err)
	}
}

// nowhere reads the file, what lies beside it, its history and its search.
func nowhere(t *testing.T, w *workspace.Workspace, path string) {
	t.Helper()
	ctx := context.Background()
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil {
		t.Fatal(err)
	}
	backups, err := filepath.Glob(filepath.Join(w.BackupFolder(), "*"))
	if err != nil || len(backups) == 0 {
		t.Fatalf("no backup after forgetting: %v", err)
	}
	for _, file := range append(files, backups...) {
		body, err := os.ReadFile(file)
		if err != nil {
			continue // a folder
		}
		// "Maria" itself is a member of the told story's JSON, which is compressed.
		for _, sign := range []string{"Maria", "maria.b", "Berglund", "berglund", "99 88 77", "12 34 56", "her berths"} {
			if at := bytes.Index(body, []byte(sign)); at >= 0 && !strings.HasPrefix(string(body[at:]), "Mariana") {
				t.Errorf("%s still has %q: …%q…", filepath.Base(file), sign, body[max(0, at-40):min(len(body), at+60)])
			}
		}
	}
	actions, err := w.Actions(ctx, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range actions {
		if strings.Contains(a.Label, "Maria") {
			t.Errorf("an action is called %q", a.Label)
		}
	}
	found, err := w.Search(ctx, "berglund", 10)
	if err != nil || len(found) != 0 {
		t.Errorf("search finds %v, %v", found, err)
	}
}

func sound(t *testing.T, w *workspace.Workspace) {
	t.Helper()
	report, err := w.Verify(context.Background())
	if err != nil || len(report.Problems) != 0 {
		t.Errorf("the file is not sound: %v, %v", report.Problems, err)
	}
}

func TestAPersonWhoWasForgottenDoesNotComeBackWithABackup(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w, path := forgettable(t)
	k := meet(t, w)
	old := filepath.Join(t.TempDir(), "old.tendril")
	if _, err := w.Backup(ctx, old); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Forget(ctx, k.person, workspace.ForgetHow{As: "Former contact", Keep: []string{"Maria"}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := workspace.MoveFile(path, path+".aside"); err != nil {
		t.Fatal(err)
	}
	o := options()
	if err := workspace.CopyBackup(ctx, old, path, o); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if got := get(t, w, "stakeholder", k.person)["name"]; got != "Former contact" {
		t.Errorf("name = %v", got)
	}
	if got := get(t, w, "outcome", k.outcome)["quote"]; got != "Ask Maria, or Marias team. Mariana is somebody else; Holm too." {
		t.Errorf("quote = %v, want the parts to stay that were to stay", got)
	}
	sound(t, w)
}

func TestForgettingRefusesWhatItCannotDoAndChangesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	w, _ := forgettable(t)
	k := meet(t, w)
	before, err := w.Verify(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]struct {
		id   success.ID
		how  workspace.ForgetHow
		code success.Code
	}{
		"an account":  {k.account, workspace.ForgetHow{As: "x"}, success.CodeNotFound},
		"nobody":      {"0197a0a0-0000-7000-8000-000000000001", workspace.ForgetHow{As: "x"}, success.CodeNotFound},
		"nameless as": {k.person, workspace.ForgetHow{As: " "}, success.CodeInvalid},
	} {
		_, err := w.Forget(ctx, ask.id, ask.how)
		var told *success.Error
		if !errors.As(err, &told) || told.Code != ask.code {
			t.Errorf("%s: %v, want %s", name, err, ask.code)
		}
	}
	after, err := w.Verify(ctx)
	if err != nil || after.Changes != before.Changes {
		t.Errorf("%d changes, had %d (%v)", after.Changes, before.Changes, err)
	}
}
