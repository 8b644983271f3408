package desktop_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/success"
)

// written counts how often the writing of a document was noted.
func written(t *testing.T, app *desktop.App) int {
	t.Helper()
	actions, err := desktop.NewHistory(app).Recent()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, a := range actions {
		if strings.HasPrefix(a.Label, "Export ") {
			n++
		}
	}
	return n
}

func TestADocumentThatIsStoppedLeavesNoFileAndIsNotNoted(t *testing.T) {
	t.Parallel()
	for _, format := range formats.Names() {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			app, sh := newApp(t)
			if _, err := desktop.NewWorkspace(app).CreateSample(); err != nil {
				t.Fatal(err)
			}
			stories := desktop.NewStories(app)
			draft, err := stories.Compose(accountID(t, app, "Nordhavn Freight"), british)
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			sh.hear = cancelAtOnce(t, app)
			_, err = stories.Export(draft.ID, format, filepath.Join(folder, "new."+format), british, nil)
			if desktop.ProblemOf(err).Code != success.CodeCancelled {
				t.Fatalf("err = %v", err)
			}
			if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
				t.Errorf("left %v, %v", left, err)
			}
			old := filepath.Join(folder, "old."+format)
			if err := os.WriteFile(old, []byte("told in March"), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err = stories.Export(draft.ID, format, old, british, nil); desktop.ProblemOf(err).Code != success.CodeCancelled {
				t.Fatalf("err = %v", err)
			}
			if text, err := os.ReadFile(old); err != nil || string(text) != "told in March" {
				t.Errorf("the old file is %q, %v", text, err)
			}
			if n := written(t, app); n != 0 {
				t.Errorf("%d documents noted", n)
			}
			sh.hear = nil
			if _, err = stories.Export(draft.ID, format, old, british, nil); err != nil {
				t.Fatal(err)
			}
			if n := written(t, app); n != 1 {
				t.Errorf("%d documents noted after one was written", n)
			}
		})
	}
}

func TestADocumentThatCannotTakeItsPlaceSaysWhatWasKept(t *testing.T) {
	t.Parallel()
	app, stories, id := composed(t, "Nordhavn Freight")
	folder := t.TempDir()
	taken := filepath.Join(folder, "story.pdf")
	if err := os.MkdirAll(filepath.Join(taken, "somebody's"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{taken, filepath.Join(folder, "gone", "story.pdf")} {
		_, err := stories.Export(id, "pdf", path, british, nil)
		problem := desktop.ProblemOf(err)
		if problem.Code != success.CodeUnavailable || !strings.Contains(problem.Message, "what was there is as it was") {
			t.Errorf("%s: %+v", path, problem)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("left %v, %v", left, err)
	}
	if n := written(t, app); n != 0 {
		t.Errorf("%d documents noted", n)
	}
}

func TestAFolderThatMayNotBeWrittenToIsNamed(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("nothing is forbidden to this user")
	}
	_, stories, id := composed(t, "Nordhavn Freight")
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil { //nolint:gosec // a folder is entered by its x
		t.Fatal(err)
	}
	_, err := stories.Export(id, "pdf", filepath.Join(folder, "story.pdf"), british, nil)
	problem := desktop.ProblemOf(err)
	if problem.Code != success.CodeUnavailable || !strings.Contains(problem.Message, folder) || !strings.Contains(problem.Message, "choose another folder") {
		t.Errorf("%+v", problem)
	}
}

// full is a disk that has room for n bytes.
type full struct{ n int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.n {
		return 0, errFull
	}
	f.n -= len(p)
	return len(p), nil
}

func TestADiskIsToBlameOnlyForWhatItRefused(t *testing.T) {
	t.Parallel()
	errDraw := errors.New("nothing to draw")
	for name, tc := range map[string]struct {
		room int
		draw error
		want error
	}{
		"room":               {room: 1 << 20},
		"full in the middle": {room: 5000, want: errFull},
		"full at the end":    {room: 8200, want: errFull},
		"drawing went wrong": {room: 1 << 20, draw: errDraw},
	} {
		got := desktop.FillDisk(&full{tc.room}, func(w io.Writer) error {
			if tc.draw != nil {
				return tc.draw
			}
			for range 10 {
				if _, err := w.Write(make([]byte, 1000)); err != nil {
					return err
				}
			}
			return nil
		})
		if !errors.Is(got, tc.want) {
			t.Errorf("%s: the disk refused %v", name, got)
		}
	}
}
