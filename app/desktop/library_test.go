package desktop_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func libraryOf(t *testing.T, app *desktop.App, q desktop.LibraryQuery) desktop.LibraryView {
	t.Helper()
	view, err := desktop.NewLibrary(app).Page(q)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// tellStory composes and tells an account's story, past what the pre-flight asks.
func tellStory(t *testing.T, app *desktop.App, account string, leave desktop.StoryLeaveView) string {
	t.Helper()
	draft, err := desktop.NewStories(app).Compose(accountID(t, app, account), british)
	if err != nil {
		t.Fatal(err)
	}
	in := desktop.TellInput{Story: draft.ID, Locale: british, Leave: leave, Agreed: agreedTo(t, app, draft.ID)}
	if _, err := desktop.NewStoryTelling(app).Tell(in); err != nil {
		t.Fatal(err)
	}
	return draft.ID
}

func agreedTo(t *testing.T, app *desktop.App, id string) (agreed []string) {
	t.Helper()
	findings, err := desktop.NewStoryPreflight(app).Check(id, british)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		agreed = append(agreed, f.Key)
	}
	return agreed
}

func TestTheLibraryNamesLeaveThatRunsOutFirst(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	before := libraryOf(t, app, desktop.LibraryQuery{})
	if before.Every != before.All || before.All != before.Told+before.Drafts || before.Told < 8 || before.Drafts == 0 || before.Ending != 0 {
		t.Fatalf("%+v", before)
	}
	id := tellStory(t, app, "Nordhavn Freight", desktop.StoryLeaveView{Permission: "named", By: "Mette Lindqvist", Until: "2026-07-01"})
	view := libraryOf(t, app, desktop.LibraryQuery{})
	first := view.Rows[0]
	if view.Ending != 1 || first.ID != id || first.LeaveState != "ending" || first.LeaveDays != 22 || first.Leave.By != "Mette Lindqvist" || len(first.Version) != 64 {
		t.Errorf("%d run out, the first is %+v", view.Ending, first)
	}
	if view.Told != before.Told+1 || view.Drafts != before.Drafts-1 {
		t.Errorf("%d told and %d drafts after %d and %d", view.Told, view.Drafts, before.Told, before.Drafts)
	}
	if _, err := desktop.NewStoryTelling(app).Permit(id, desktop.StoryLeaveView{Permission: "named", Until: "2026-06-01"}); err != nil {
		t.Fatal(err)
	}
	over := libraryOf(t, app, desktop.LibraryQuery{State: "ending"})
	if over.Total != 1 || over.Rows[0].LeaveState != "over" || over.Rows[0].LeaveDays != -8 {
		t.Errorf("run out: %+v", over.Rows)
	}
	for range 2 {
		if _, err := desktop.NewHistory(app).Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if after := libraryOf(t, app, desktop.LibraryQuery{}); after.Told != before.Told || after.Drafts != before.Drafts {
		t.Errorf("undo left %d told and %d drafts", after.Told, after.Drafts)
	}
}

func TestAStoryIsFoundByWhatTheClientWanted(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	all := libraryOf(t, app, desktop.LibraryQuery{})
	for _, r := range all.Rows {
		if r.Outcomes == nil || r.Dimensions == nil { // the window would read null
			t.Errorf("%s has no list of outcomes or dimensions", r.Title)
		}
	}
	at := slices.IndexFunc(all.Rows, func(r desktop.LibraryStoryView) bool { return len(r.Outcomes) > 0 && len(r.Dimensions) > 0 })
	if at < 0 {
		t.Fatalf("no story has an outcome and a dimension: %+v", all.Rows)
	}
	one := all.Rows[at]
	has := func(rows []desktop.LibraryStoryView) bool {
		return slices.ContainsFunc(rows, func(r desktop.LibraryStoryView) bool { return r.ID == one.ID })
	}
	for _, q := range []desktop.LibraryQuery{
		{Words: strings.ToUpper(one.Outcomes[0])}, {Words: one.AccountName + " " + one.Dimensions[0]}, {Dimension: one.Dimensions[0]}, {Words: one.Title},
	} {
		view := libraryOf(t, app, q)
		if !has(view.Rows) || view.All > all.All {
			t.Errorf("%+v does not find %q among %d", q, one.Title, view.Total)
		}
	}
	if view := libraryOf(t, app, desktop.LibraryQuery{Words: "zebra"}); view.Total != 0 || view.Every != all.Every {
		t.Errorf("zebra: %d of %d", view.Total, view.Every)
	}
	for _, q := range []desktop.LibraryQuery{{Permission: "named", State: "told"}, {Audience: "client"}} {
		if view := libraryOf(t, app, q); view.Total == 0 {
			t.Errorf("%+v finds nothing", q)
		}
	}
	for _, bad := range []desktop.LibraryQuery{{State: "lost"}, {Sort: "colour"}} {
		if _, err := desktop.NewLibrary(app).Page(bad); fieldOf(t, err) == "" {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	named := libraryOf(t, app, desktop.LibraryQuery{Sort: "account", Descending: true, Limit: 3})
	if len(named.Rows) != 3 || named.Total != all.All || named.Rows[0].AccountName < named.Rows[2].AccountName {
		t.Errorf("by account: %+v", named.Rows)
	}
}

func TestWhatWasShownOfAStoryIsOnRecord(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	id := tellStory(t, app, "Nordhavn Freight", desktop.StoryLeaveView{})
	for _, format := range []string{"md", "html"} {
		path := filepath.Join(t.TempDir(), "told."+format)
		if _, err := desktop.NewStories(app).Export(id, format, path, british, agreedTo(t, app, id)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := desktop.NewLibrary(app).Files(id)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || files[0].Format != "html" || files[0].FileName != "told.html" || files[0].Audience != "client" || !files[0].AsTold || len(files[0].Hash) != 64 || files[0].By == "" {
		t.Errorf("%+v", files)
	}
	if view := libraryOf(t, app, desktop.LibraryQuery{Words: "Nordhavn", State: "told"}); view.Rows[0].Files != 2 {
		t.Errorf("%d files", view.Rows[0].Files)
	}
	if _, err := desktop.NewLibrary(app).Files("0199aaaa-0000-7000-8000-000000000000"); err == nil {
		t.Error("a story that is not there has files")
	}
}

func TestAnEmptyWorkspaceHasAnEmptyLibrary(t *testing.T) {
	t.Parallel()
	app, _ := book(t, 3)
	if view := libraryOf(t, app, desktop.LibraryQuery{}); view.Every != 0 || view.Total != 0 || view.Rows == nil {
		t.Errorf("%+v", view)
	}
}
