package telling_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tendril-app/tendril/internal/sample"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

func newBook(t *testing.T) *workspace.Workspace {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 6, 9, 10, 0, 0, 0, time.UTC) }
	ws, err := sample.Make(t.Context(), filepath.Join(t.TempDir(), "book.tendril"), workspace.Options{Now: now, Actor: "Ines Moreau"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return ws
}

// read is an account's newest story, as it is or as it was told.
func read(t *testing.T, ws *workspace.Workspace, account string, id success.ID) *telling.Story {
	t.Helper()
	ref, err := ws.Resolve(t.Context(), "account", account)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ws.File(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := ws.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &telling.Story{File: f, Settings: settings, On: ws.Today()}
	for i := range f.Stories {
		if f.Stories[i].ID == id {
			s.Story = &f.Stories[i]
		}
	}
	for i := range f.Claims {
		if f.Claims[i].StoryID == id {
			s.Claims = append(s.Claims, f.Claims[i])
		}
	}
	return s
}

// draft composes a story of an account.
func draft(t *testing.T, ws *workspace.Workspace, account string) success.ID {
	t.Helper()
	s := read(t, ws, account, "")
	term, ok := success.RenewalTerm(s.File, s.On)
	if !ok {
		t.Fatal("no term")
	}
	d, err := story.Compose(s.File, s.Settings, term.ID, s.On, story.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.Story, s.Claims = &d.Story, d.Claims
	var id success.ID
	do(t, ws, func(tx *workspace.Tx) (err error) { id, err = telling.Begin(tx, s); return err })
	return id
}

func do(t *testing.T, ws *workspace.Workspace, fn func(tx *workspace.Tx) error) {
	t.Helper()
	if _, err := ws.Do(t.Context(), "Test", fn); err != nil {
		t.Fatal(err)
	}
}

func tell(t *testing.T, ws *workspace.Workspace, account string, id success.ID, leave telling.Leave) {
	t.Helper()
	s := read(t, ws, account, id)
	do(t, ws, func(tx *workspace.Tx) error {
		_, err := telling.Tell(tx, s, ws.Today(), story.Options{}, leave)
		return err
	})
}

func document(t *testing.T, ws *workspace.Workspace, account string, id success.ID, o story.Options) *model.Document {
	t.Helper()
	s := read(t, ws, account, id)
	if err := s.Thaw(t.Context(), ws); err != nil {
		t.Fatal(err)
	}
	doc, err := s.Document(o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func refused(t *testing.T, ws *workspace.Workspace, want string, fn func(tx *workspace.Tx) error) {
	t.Helper()
	_, err := ws.Do(t.Context(), "Test", fn)
	var e *success.Error
	if !errors.As(err, &e) || !strings.Contains(e.Message, want) {
		t.Errorf("err = %v, want one that says %q", err, want)
	}
}

func raw(t *testing.T, v any) json.RawMessage {
	t.Helper()
	body, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestWhatWasToldStaysWhateverTheRecordsSay(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	id := draft(t, ws, account)
	before := document(t, ws, account, id, story.Options{})
	tell(t, ws, account, id, telling.Leave{Permission: "named", By: "Mette Lindqvist", Until: success.MustDate("2027-06-30")})
	told := map[model.Audience]*model.Document{}
	for _, a := range []model.Audience{"", model.AudienceInternal, model.AudiencePublic} {
		told[a] = document(t, ws, account, id, story.Options{Audience: a, Length: 15})
	}
	own := document(t, ws, account, id, story.Options{})
	if hash, err := own.ContentHash(); err != nil || own.Version != hash[:8] || read(t, ws, account, id).Story.ContentHash != hash {
		t.Errorf("the version %s and the story's hash are not %s", own.Version, hash)
	}
	own.Version, own.VersionText = before.Version, before.VersionText
	if diff := cmp.Diff(before, own); diff != "" {
		t.Errorf("the draft reads otherwise once it is told:\n%s", diff)
	}
	do(t, ws, func(tx *workspace.Tx) error { // everything goes on
		file := read(t, ws, account, id).File
		if _, err := tx.Put("account", file.Account.ID, success.Fields{"name": raw(t, "Nordhavn Group"), "csm": raw(t, "Tom Adeyemi")}); err != nil {
			return err
		}
		for i := range file.Benefits {
			if err := tx.Delete("benefit", file.Benefits[i].ID); err != nil {
				return err
			}
		}
		return nil
	})
	for a, want := range told {
		if diff := cmp.Diff(want, document(t, ws, "Nordhavn Group", id, story.Options{Audience: a, Length: 15})); diff != "" {
			t.Errorf("%s: what was told has changed:\n%s", a, diff)
		}
	}
}

func TestATellingIsTakenBackByUndo(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	id := draft(t, ws, account)
	tell(t, ws, account, id, telling.Leave{})
	if _, err := ws.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := read(t, ws, account, id)
	if s.Story.Status != "draft" || s.Story.Frozen != "" || s.Story.ToldOn != 0 {
		t.Errorf("the story is still %+v", s.Story)
	}
	do(t, ws, func(tx *workspace.Tx) error {
		_, err := tx.Put("story", id, success.Fields{"title": raw(t, "A draft again")})
		return err
	})
}

func TestAToldStoryIsNotWrittenAndItsPermissionIs(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	id := draft(t, ws, account)
	tell(t, ws, account, id, telling.Leave{})
	claim := read(t, ws, account, id).Claims[0].ID
	const want = "Begin a new draft"
	refused(t, ws, want, func(tx *workspace.Tx) error {
		_, err := tx.Put("claim", claim, success.Fields{"text": raw(t, "Other words")})
		return err
	})
	refused(t, ws, want, func(tx *workspace.Tx) error {
		_, err := tx.Create(&success.Claim{StoryID: id, Section: "learned", Text: "Late"})
		return err
	})
	refused(t, ws, want, func(tx *workspace.Tx) error { return tx.Delete("claim", claim) })
	refused(t, ws, want, func(tx *workspace.Tx) error {
		_, err := tx.Put("story", id, success.Fields{"status": raw(t, "draft")})
		return err
	})
	refused(t, ws, "already", func(tx *workspace.Tx) error {
		_, err := telling.Tell(tx, read(t, ws, account, id), ws.Today(), story.Options{}, telling.Leave{})
		return err
	})
	do(t, ws, func(tx *workspace.Tx) error {
		_, err := tx.Put("story", id, success.Fields{"permission": raw(t, "public"), "permission_by": raw(t, "Henrik Dahl")})
		return err
	})
}

func TestANewDraftGoesOnFromWhatWasTold(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	id := draft(t, ws, account)
	tell(t, ws, account, id, telling.Leave{Permission: "named", By: "Mette Lindqvist"})
	told := read(t, ws, account, id)
	if err := told.Thaw(t.Context(), ws); err != nil {
		t.Fatal(err)
	}
	var next success.ID
	do(t, ws, func(tx *workspace.Tx) (err error) { next, err = telling.Begin(tx, told); return err })
	again := read(t, ws, account, next)
	if again.Story.Status != "draft" || again.Story.Frozen != "" || again.Story.Permission != "" || again.Story.Title != told.Story.Title {
		t.Errorf("the new draft is %+v", again.Story)
	}
	if len(again.Claims) != len(told.Claims) || len(again.Claims) == 0 {
		t.Errorf("%d claims, want %d", len(again.Claims), len(told.Claims))
	}
	do(t, ws, func(tx *workspace.Tx) error { return tx.Delete("claim", again.Claims[0].ID) })
}

func TestWhatWasNotToldIsSaid(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	id := draft(t, ws, account)
	tell(t, ws, account, id, telling.Leave{})
	s := read(t, ws, account, id)
	if err := s.Thaw(t.Context(), ws); err != nil {
		t.Fatal(err)
	}
	for _, o := range []story.Options{{Locale: "de-DE"}, {Commercial: true}, {Audience: "nobody"}} {
		var e *success.Error
		if _, err := s.Document(o); !errors.As(err, &e) || !strings.Contains(e.Message, "kept as it was") {
			t.Errorf("%+v: %v", o, err)
		}
	}
	short, err := s.Document(story.Options{Without: []string{"appendix", "headline"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range short.Pages {
		if p.Key == model.KeyHeadline || strings.HasPrefix(string(p.Key), "appendix") {
			t.Errorf("the page %s is there", p.Key)
		}
	}
	s.Story.Frozen = strings.Repeat("0", 64)
	var e *success.Error
	if err := s.Thaw(t.Context(), ws); !errors.As(err, &e) || e.Code != success.CodeUnavailable {
		t.Errorf("a story whose keeping is gone: %v", err)
	}
}

func TestTheSameStoryFreezesToTheSameBytes(t *testing.T) {
	t.Parallel()
	ws := newBook(t)
	const account = "Nordhavn Freight"
	s := read(t, ws, account, draft(t, ws, account))
	var bodies [2][]byte
	for i := range bodies {
		z, err := story.Freeze(s.File, s.Settings, s.Story, s.Claims, s.On, story.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if bodies[i], err = z.Encode(); err != nil {
			t.Fatal(err)
		}
		back, err := story.Thaw(bytes.NewReader(bodies[i]))
		if err != nil {
			t.Fatal(err)
		}
		again, err := back.Encode()
		if err != nil || !bytes.Equal(again, bodies[i]) {
			t.Errorf("what was thawed freezes to other bytes (%v)", err)
		}
	}
	if !bytes.Equal(bodies[0], bodies[1]) {
		t.Error("one story has two freezings")
	}
	if len(bodies[0]) > 512<<10 {
		t.Errorf("a frozen story takes %d bytes", len(bodies[0]))
	}
	t.Logf("%d bytes", len(bodies[0]))
	for _, bad := range [][]byte{nil, []byte("no gzip"), bodies[0][:len(bodies[0])/2]} {
		if _, err := story.Thaw(bytes.NewReader(bad)); err == nil {
			t.Error("what is broken was read")
		}
	}
}
