package workspace_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// TestTheFileIsWhatItsJournalSays runs random actions of a person and holds that
// every body is what the journal makes of it, that undoing everything brings back
// the beginning and doing it again the end, and that search finds what is shown.
func TestTheFileIsWhatItsJournalSays(t *testing.T) {
	t.Parallel()
	dir := memoryDir(t)
	empty := emptyFile(t, dir)
	files := 0
	rapid.Check(t, func(rt *rapid.T) {
		files++
		path := filepath.Join(dir, fmt.Sprintf("model-%d.tendril", files))
		if err := os.WriteFile(path, empty, 0o600); err != nil {
			rt.Fatal(err)
		}
		now := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
		options := workspace.Options{Now: func() time.Time { now = now.Add(time.Second); return now }, Actor: "Ada"}
		m := &model{t: rt, ctx: context.Background(), path: path, options: options}
		m.open(workspace.OpenAsAnother)
		defer m.close()
		m.do("account", "")
		for range rapid.IntRange(5, 40).Draw(rt, "steps") {
			m.step()
		}
		m.checkJournal()
		m.checkSearch()
		m.checkUndo()
		m.checkJournal()
	})
}

// model is a person at work.
type model struct {
	t       *rapid.T
	ctx     context.Context
	path    string
	options workspace.Options
	w       *workspace.Workspace
	names   int
	kept    bool // something stayed as it was when its action was taken back
}

func (m *model) open(how func(context.Context, string, workspace.Options) (*workspace.Workspace, error)) {
	var err error
	if m.w, err = how(m.ctx, m.path, m.options); err != nil {
		m.t.Fatal(err)
	}
}

func (m *model) close() {
	if err := m.w.Close(); err != nil {
		m.t.Fatal(err)
	}
}

// shown is every record as it is shown, without the time of the last change, by
// kind and id; those in the bin show only that they are there.
type shown map[string]string

func (m *model) shown() shown {
	out := shown{}
	for _, kind := range []success.Kind{"account", "stakeholder", "success_plan"} {
		err := m.w.Records(m.ctx, kind, func(body json.RawMessage) error {
			var fields map[string]json.RawMessage
			if err := json.Unmarshal(body, &fields); err != nil {
				return err
			}
			if fields["deleted_at"] != nil {
				return nil
			}
			delete(fields, "updated_at")
			text, err := json.Marshal(fields)
			out[string(kind)+" "+string(fields["id"])] = string(text)
			return err
		})
		if err != nil {
			m.t.Fatal(err)
		}
	}
	return out
}

func (m *model) pick(kind success.Kind, deleted bool) success.ID {
	var ids []success.ID
	err := m.w.Records(m.ctx, kind, func(body json.RawMessage) error {
		var meta success.Meta
		err := json.Unmarshal(body, &meta)
		if (meta.DeletedAt != 0) == deleted {
			ids = append(ids, meta.ID)
		}
		return err
	})
	if err != nil {
		m.t.Fatal(err)
	}
	if len(ids) == 0 {
		return ""
	}
	return rapid.SampledFrom(ids).Draw(m.t, "record")
}

func (m *model) step() {
	kind := rapid.SampledFrom([]success.Kind{"account", "account", "stakeholder", "success_plan"}).Draw(m.t, "kind")
	switch rapid.SampledFrom([]string{"new", "change", "change", "change", "two", "delete", "restore", "undo", "undo", "redo", "undo one", "reopen"}).Draw(m.t, "step") {
	case "new":
		m.do(kind, "")
	case "change":
		if id := m.pick(kind, false); id != "" {
			m.do(kind, id)
		}
	case "two":
		m.both(kind)
	case "delete":
		if id := m.pick(kind, false); id != "" {
			m.must(m.w.Do(m.ctx, "Delete", func(tx *workspace.Tx) error { return tx.Delete(kind, id) }))
		}
	case "restore":
		if id := m.pick(kind, true); id != "" {
			m.must(m.w.Do(m.ctx, "Restore", func(tx *workspace.Tx) error { return tx.Restore(kind, id) }))
		}
	case "undo":
		m.undoAndRedo(rapid.Bool().Draw(m.t, "and redo"))
	case "redo":
		_, err := m.w.Redo(m.ctx)
		m.allow(err)
	case "undo one":
		m.undoSome()
	case "reopen":
		m.close()
		m.open(workspace.Open)
	}
}

func (m *model) must(_ workspace.Action, err error) {
	if err != nil {
		m.t.Fatal(err)
	}
}

func (m *model) allow(err error) {
	if err != nil && !strings.Contains(err.Error(), "nothing to") && !strings.Contains(err.Error(), "There is n") {
		m.t.Fatal(err)
	}
}

// undoAndRedo holds that doing again what was taken back changes nothing.
func (m *model) undoAndRedo(redo bool) {
	before := m.shown()
	u, err := m.w.Undo(m.ctx)
	m.allow(err)
	m.kept = m.kept || len(u.Kept) > 0
	if err != nil || !redo || len(u.Kept) > 0 && cmp.Equal(before, m.shown()) {
		// Where all was changed since there is nothing of it to do again: Redo
		// goes on with what was taken back before.
		return
	}
	if _, err := m.w.Redo(m.ctx); err != nil {
		if len(u.Kept) == 0 {
			m.t.Fatalf("nothing to do again after undoing %q: %v", u.Action.Label, err)
		}
		return
	}
	if diff := cmp.Diff(before, m.shown()); diff != "" {
		m.t.Fatalf("undoing and doing %q again changed (-before +after):\n%s", u.Action.Label, diff)
	}
}

func (m *model) undoSome() {
	actions, err := m.w.Actions(m.ctx, 20)
	if err != nil {
		m.t.Fatal(err)
	}
	actions = slices.DeleteFunc(actions, func(a workspace.Action) bool { return a.Undone || a.Undoes != "" })
	if len(actions) == 0 {
		return
	}
	u, err := m.w.UndoAction(m.ctx, rapid.SampledFrom(actions).Draw(m.t, "action").ID)
	m.allow(err)
	m.kept = m.kept || len(u.Kept) > 0
}

// do creates or changes one record.
func (m *model) do(kind success.Kind, id success.ID) {
	account := success.ID("")
	if kind != "account" && id == "" {
		if account = m.pick("account", false); account == "" {
			return
		}
	}
	m.must(m.w.Do(m.ctx, "Edit "+string(kind), func(tx *workspace.Tx) error {
		_, err := tx.Put(kind, id, m.fields(kind, id, account))
		return err
	}))
}

// both changes a record and makes another in one action.
func (m *model) both(kind success.Kind) {
	id, account := m.pick(kind, false), m.pick("account", false)
	if id == "" || account == "" {
		return
	}
	m.must(m.w.Do(m.ctx, "Edit and add", func(tx *workspace.Tx) error {
		if _, err := tx.Put(kind, id, m.fields(kind, id, account)); err != nil {
			return err
		}
		if _, err := tx.Put("stakeholder", "", m.fields("stakeholder", "", account)); err != nil {
			return err
		}
		_, err := tx.Put(kind, id, m.fields(kind, id, account))
		return err
	}))
}

func (m *model) word() json.RawMessage {
	m.names++
	return text(fmt.Sprintf("wörd%d %s", m.names, rapid.SampledFrom([]string{"Łódź", "plain", "東京", "Straße"}).Draw(m.t, "word")))
}

func (m *model) fields(kind success.Kind, id, account success.ID) success.Fields {
	f := success.Fields{}
	maybe := func(name string, values ...string) {
		if rapid.Bool().Draw(m.t, name) {
			f[name] = json.RawMessage(rapid.SampledFrom(values).Draw(m.t, name+" value"))
		}
	}
	switch kind {
	case "account":
		f["name"] = m.word()
		maybe("tags", `["a","b"]`, `["b"]`, `null`, `["c","a"]`)
		maybe("attributes", `{"x":1,"y":"z"}`, `{"y":2}`, `null`)
		maybe("external_ids", `{"crm":"1"}`, `{"crm":"2","erp":"x"}`, `null`)
		maybe("acquisition_cost", `{"amount":"12.5","currency":"EUR"}`, `null`)
		maybe("gross_margin", `0.5`, `0.25`, `null`)
		maybe("later_field", `{"b":1,"a":[1.50]}`, `"x"`, `null`)
	case "stakeholder":
		f["name"] = m.word()
		maybe("stance", `1`, `-2`, `null`)
		maybe("left_on", `"2026-01-01"`, `null`)
	case "success_plan":
		f["title"] = m.word()
		maybe("summary", `"a \"quoted\" <b> text\n"`, `null`)
	}
	if id == "" && kind != "account" {
		f["account_id"] = text(string(account))
	}
	return f
}

func (m *model) checkJournal() {
	report, err := m.w.Verify(m.ctx)
	if err != nil {
		m.t.Fatal(err)
	}
	if len(report.Problems) > 0 {
		m.t.Fatalf("the file differs from its journal: %s", strings.Join(report.Problems, "\n"))
	}
}

// checkUndo takes everything back and does it again.
func (m *model) checkUndo() {
	end := m.shown()
	kept := m.kept
	steps := 0
	for ; ; steps++ {
		u, err := m.w.Undo(m.ctx)
		if err != nil {
			m.allow(err)
			break
		}
		kept = kept || len(u.Kept) > 0
	}
	if beginning := m.shown(); len(beginning) > 0 && !kept {
		m.t.Fatalf("after undoing everything there is still %v", slices.Collect(maps.Values(beginning)))
	}
	for range steps {
		if _, err := m.w.Redo(m.ctx); err != nil {
			m.allow(err)
			break
		}
	}
	if diff := cmp.Diff(end, m.shown()); diff != "" && !kept {
		m.t.Fatalf("undoing and doing everything again changed (-before +after):\n%s", diff)
	}
}

// checkSearch looks for every shown name, and for those that nobody has any more.
func (m *model) checkSearch() {
	want := map[string]int{}
	for key, body := range m.shown() {
		var r struct {
			Name      string     `json:"name"`
			Title     string     `json:"title"`
			AccountID success.ID `json:"account_id"`
		}
		if err := json.Unmarshal([]byte(body), &r); err != nil {
			m.t.Fatal(err)
		}
		if r.AccountID != "" && m.inBin(r.AccountID) {
			continue
		}
		_ = key
		want[strings.Fields(r.Name + r.Title)[0]]++
	}
	for n := range m.names {
		word := fmt.Sprintf("wörd%d", n+1)
		hits, err := m.w.Search(m.ctx, strings.ReplaceAll(word, "ö", "o"), 50)
		if err != nil {
			m.t.Fatal(err)
		}
		// The last word may be the beginning of one, so others are found too.
		found := 0
		for _, h := range hits {
			if strings.Fields(h.Title)[0] == word {
				found++
			}
		}
		if found != want[word] {
			m.t.Fatalf("search for %q finds %d records and %d show it", word, found, want[word])
		}
	}
}

func (m *model) inBin(account success.ID) bool {
	body, err := m.w.Get(m.ctx, "account", account)
	if err != nil {
		m.t.Fatal(err)
	}
	return strings.Contains(string(body), `"deleted_at"`)
}
