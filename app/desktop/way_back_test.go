package desktop_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
	"github.com/tendril-app/tendril/internal/success"
)

// ended is a workspace that has a backup and was closed.
func ended(t *testing.T) string {
	t.Helper()
	app, _ := newApp(t)
	status := got[desktop.StatusView](t)(desktop.NewWorkspace(app).CreateEmpty("Quayside", "EUR"))
	got[desktop.BackupView](t)(desktop.NewBackups(app).Make())
	if err := app.Close(); err != nil {
		t.Fatal(err)
	}
	return status.Path
}

func TestAFileThatIsOpenElsewhereOpensHereForReading(t *testing.T) {
	t.Parallel()
	first, _ := newApp(t)
	path := got[desktop.StatusView](t)(desktop.NewWorkspace(first).CreateEmpty("Quayside", "EUR")).Path
	second, _ := newApp(t)
	here := desktop.NewWorkspace(second)
	if _, err := here.Open(path); err == nil {
		t.Fatal("a file that another program writes to was opened for writing")
	}
	status := got[desktop.StatusView](t)(here.Status())
	if status.State != "damaged" || status.Failed == nil || status.Failed.Obstacle != "held" || status.Failed.Path != path {
		t.Fatalf("status = %+v, failed %+v", status, status.Failed)
	}
	status = got[desktop.StatusView](t)(here.OpenToRead())
	if status.State != "read-only" || status.Name != "Quayside" || status.Failed != nil || status.Message == "" {
		t.Errorf("opened for reading: %+v", status)
	}
	if _, err := here.OpenToRead(); err == nil {
		t.Error("what is open already was opened once more")
	}
}

func TestADamagedFileIsMadeNewFromItsBackup(t *testing.T) {
	t.Parallel()
	path := ended(t)
	wreck := bytes.Repeat([]byte("ruined"), 4000)
	if err := os.WriteFile(path, wreck, 0o600); err != nil {
		t.Fatal(err)
	}
	app, _ := newApp(t)
	here := desktop.NewWorkspace(app)
	if _, err := here.Open(path); err == nil {
		t.Fatal("a ruined file was opened")
	}
	failed := got[desktop.StatusView](t)(here.Status()).Failed
	if failed == nil || failed.Obstacle != "damaged" {
		t.Fatalf("failed = %+v", failed)
	}
	way := got[desktop.WayBackView](t)(here.WayBack())
	if way.Backup == "" || way.Path != path || filepath.Base(way.New) != "Quayside recovered.tendril" {
		t.Errorf("the way back = %+v", way)
	}
	made := got[desktop.RecoveredView](t)(here.Recover())
	status := got[desktop.StatusView](t)(here.Status())
	if made.Path != way.New || made.Backup != way.Backup || status.State != "open" || status.Path != way.New || status.Name != "Quayside" {
		t.Errorf("recovered %+v, open %+v", made, status)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, wreck) {
		t.Errorf("the damaged file was touched: %v", err)
	}
}

func TestALostFileIsSaidAndMadeNewFromItsBackup(t *testing.T) {
	t.Parallel()
	path := ended(t)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	app, _ := newApp(t)
	here := desktop.NewWorkspace(app)
	if _, err := here.Open(path); err == nil {
		t.Fatal("a lost file was opened")
	}
	if failed := got[desktop.StatusView](t)(here.Status()).Failed; failed == nil || failed.Obstacle != "gone" {
		t.Fatalf("failed = %+v", failed)
	}
	got[desktop.RecoveredView](t)(here.Recover())
	if status := got[desktop.StatusView](t)(here.Status()); status.State != "open" || status.Name != "Quayside" {
		t.Errorf("status = %+v", status)
	}
}

func TestWithoutABackupNothingIsMadeOfALostFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	app, _ := newApp(t)
	here := desktop.NewWorkspace(app)
	path := filepath.Join(dir, "gone.tendril")
	if _, err := here.Open(path); err == nil {
		t.Fatal("a file that never was is open")
	}
	if way := got[desktop.WayBackView](t)(here.WayBack()); way.Backup != "" {
		t.Errorf("the way back = %+v", way)
	}
	var problem *success.Error
	if _, err := here.Recover(); !errors.As(err, &problem) {
		t.Errorf("recovering nothing says %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*recovered*")); len(left) > 0 {
		t.Errorf("half a file was left: %v", left)
	}
}
