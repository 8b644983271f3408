package workspace_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/journal/journaltest"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

func TestWorkspaceFilesConvergeAndLoseNothing(t *testing.T) {
	t.Parallel()
	dir := memoryDir(t)
	empty := emptyFile(t, dir)
	files := 0
	journaltest.Converge(t, 300, func(rt *rapid.T, name string, clock func() time.Time) journaltest.Replica {
		files++
		path := filepath.Join(dir, fmt.Sprintf("%s-%d.tendril", name, files))
		if err := os.WriteFile(path, empty, 0o600); err != nil {
			rt.Fatal(err)
		}
		w, err := workspace.OpenAsAnother(context.Background(), path, workspace.Options{Now: clock, Actor: name})
		if err != nil {
			rt.Fatal(err)
		}
		return &replica{w: w, ctx: context.Background(), path: path}
	})
}

// memoryDir is a folder in memory where there is one: thousands of small
// transactions need real files and no real disk.
func memoryDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "tendril-*") //nolint:usetesting // the test's own folder is on a disk
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// emptyFile returns the bytes of a file without records.
func emptyFile(t *testing.T, dir string) []byte {
	t.Helper()
	path := filepath.Join(dir, "empty.tendril")
	w, err := workspace.CreateEmpty(context.Background(), path, workspace.Options{Now: func() time.Time { return time.Unix(1_700_000_000, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// replica lets the suite work on a real file.
type replica struct {
	w    *workspace.Workspace
	ctx  context.Context
	path string
}

func (r *replica) Close() error {
	report, err := r.w.Verify(r.ctx)
	if err == nil && len(report.Problems) > 0 {
		err = fmt.Errorf("the file is not what its journal says: %s", report.Problems)
	}
	if err != nil {
		_ = r.w.Close()
		return err
	}
	if err := r.w.Close(); err != nil {
		return err
	}
	for _, path := range []string{r.path, r.path + ".tail"} {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

func (r *replica) Do(_ time.Time, edits []journaltest.Edit) error {
	_, err := r.w.Do(r.ctx, "Edit", func(tx *workspace.Tx) error {
		for _, e := range edits {
			if err := edit(tx, e); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func edit(tx *workspace.Tx, e journaltest.Edit) error {
	id := success.ID(e.Record.String())
	fields := success.Fields{}
	for _, c := range e.Changes {
		switch {
		case c.Op == journal.OpDelete && e.Resolve:
			fields["deleted_at"] = text("2026-01-01T00:00:00.000Z")
		case c.Op == journal.OpRestore && e.Resolve:
			fields["deleted_at"] = json.RawMessage("null")
		case c.Op == journal.OpDelete:
			return tx.Delete("account", id)
		case c.Op == journal.OpRestore:
			return tx.Restore("account", id)
		default:
			if err := value(tx, e, c, fields); err != nil {
				return err
			}
		}
	}
	switch {
	case e.Create:
		fields["id"] = text(string(id))
		_, err := tx.Import("account", fields)
		return err
	case e.Resolve:
		_, err := tx.Settle("account", id, fields)
		return err
	}
	_, err := tx.Put("account", id, fields)
	return err
}

func value(tx *workspace.Tx, e journaltest.Edit, c journaltest.Change, fields success.Fields) error {
	field, key, keyed := journal.CellField(c.Cell)
	set := json.RawMessage("null")
	if c.Op == journal.OpSet {
		set = text(c.Value)
	}
	if !keyed {
		fields[field] = set
		return nil
	}
	var a success.Account
	if !e.Create {
		body, err := tx.Get("account", success.ID(e.Record.String()))
		if err != nil {
			return err
		}
		if err := json.Unmarshal(body, &a); err != nil {
			return err
		}
	}
	switch {
	case field == "attributes" && e.Resolve:
		a.Attributes = map[string]json.RawMessage{key: set}
	case field == "attributes":
		if a.Attributes == nil {
			a.Attributes = map[string]json.RawMessage{}
		}
		a.Attributes[key] = set
	case c.Op == journal.OpAdd:
		a.Tags = append(a.Tags, key)
	default:
		a.Tags = slices.DeleteFunc(a.Tags, func(tag string) bool { return tag == key })
	}
	whole, err := json.Marshal(map[string]any{"tags": a.Tags, "attributes": a.Attributes}[field])
	fields[field] = whole
	return err
}

func (r *replica) Pending() ([][]byte, error) { return r.w.Pending(r.ctx, 1<<20) }

func (r *replica) Ack(_ time.Time, acks []journal.Ack) error { return r.w.Acknowledge(r.ctx, acks) }

func (r *replica) Receive(_ time.Time, page []journal.Sequenced) error { return r.w.Apply(r.ctx, page) }

// State reads what the file shows: bodies from the records, the rest from the
// history that a person can read.
func (r *replica) State() (journaltest.State, error) {
	state := journaltest.State{}
	var accounts []success.Account
	err := r.w.Records(r.ctx, "account", func(body json.RawMessage) error {
		accounts = append(accounts, success.Account{})
		return json.Unmarshal(body, &accounts[len(accounts)-1])
	})
	for i := range accounts {
		if err == nil {
			state[string(accounts[i].ID)], err = r.record(&accounts[i])
		}
	}
	return state, err
}

func (r *replica) record(a *success.Account) (journaltest.Record, error) {
	rec := journaltest.Record{Shown: map[string]string{journaltest.Presence: journaltest.Live}, Conflicts: map[string][]string{}, History: map[string][]string{}}
	if a.DeletedAt != 0 {
		rec.Shown[journaltest.Presence] = journaltest.Deleted
	}
	for cell, v := range map[string]string{journaltest.Name: a.Name, journaltest.CSM: a.CSM, journaltest.Notes: a.Notes} {
		if v != "" {
			rec.Shown[cell] = v
		}
	}
	for key, v := range a.Attributes {
		rec.Shown[journal.CellName("attributes", key)] = strings.Trim(string(v), `"`)
	}
	for _, tag := range a.Tags {
		rec.Shown[journal.CellName("tags", tag)] = tag
	}
	conflicts, err := r.w.Conflicts(r.ctx, "account", a.ID)
	if err != nil {
		return rec, err
	}
	for _, c := range conflicts {
		for _, v := range c.Others {
			rec.Conflicts[c.Cell] = append(rec.Conflicts[c.Cell], shownAs(c.Cell, v))
		}
		slices.Sort(rec.Conflicts[c.Cell])
	}
	if rec.Unseen, err = r.w.EditedUnseen(r.ctx, "account", a.ID); err != nil {
		return rec, err
	}
	history, err := r.w.History(r.ctx, "account", a.ID)
	for _, c := range history {
		tell(&rec, c)
	}
	for _, values := range rec.History {
		slices.Sort(values)
	}
	return rec, err
}

func shownAs(cell, v string) string {
	switch {
	case cell == journaltest.Presence && v == "":
		return journaltest.Live
	case cell == journaltest.Presence:
		return journaltest.Deleted
	case v == "":
		return journaltest.Nothing
	}
	return v
}

func tell(rec *journaltest.Record, c workspace.Change) {
	switch {
	case c.What == "deleted":
		rec.History[""] = append(rec.History[""], journaltest.Deleted)
	case c.What == "restored":
		rec.History[""] = append(rec.History[""], journaltest.Live)
	case c.Field != "":
		v := c.To
		if v == "" {
			v = journaltest.Nothing
		}
		rec.History[c.Field] = append(rec.History[c.Field], v)
	}
}
