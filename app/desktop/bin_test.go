package desktop_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestTheBinGivesBackOneOrManyInOneStep(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	bin, s := desktop.NewBin(app), desktop.NewSettings(app)
	rates := settingsOf(t, app).Rates
	for _, r := range rates[:3] {
		must[desktop.WrittenView](t)(s.RemoveRate(r.ID))
	}
	page := must[desktop.BinView](t)(bin.Page("", 0))
	if page.Total != 3 || len(page.Items) != 3 || page.Items[0].Kind != "fx_rate" || page.Items[0].By != "Ines Moreau" {
		t.Fatalf("bin = %+v", page)
	}
	if found := must[desktop.BinView](t)(bin.Page("gbp", 0)); found.Found == 0 || found.Found > 2 {
		t.Errorf("gbp finds %d of 3", found.Found)
	}
	var refs []desktop.BinRef
	for _, item := range page.Items {
		refs = append(refs, desktop.BinRef{Kind: item.Kind, ID: item.ID})
	}
	must[desktop.WrittenView](t)(bin.Restore(refs))
	if got := settingsOf(t, app).Rates; len(got) != len(rates) {
		t.Errorf("%d rates are back, want %d", len(got), len(rates))
	}
	must[desktop.UndoneView](t)(desktop.NewHistory(app).Undo())
	if page := must[desktop.BinView](t)(bin.Page("", 0)); page.Total != 3 {
		t.Errorf("after undo %d are in the bin, want 3", page.Total)
	}
}

func TestEmptyingTheBinCountsMakesACopyAndIsFinal(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	bin := desktop.NewBin(app)
	plan := planOf(t, app, "Nordhavn Freight")
	must[desktop.WrittenView](t)(desktop.NewPlan(app).Delete(accountID(t, app, "Nordhavn Freight"), "outcome", plan.Outcomes[0].ID))
	size := must[int](t)(bin.Size())
	if size < 3 {
		t.Fatalf("size = %d, want the outcome with its measures and readings", size)
	}
	done := must[desktop.EmptiedView](t)(bin.Empty())
	if done.Records != size || !strings.Contains(done.Backup, "before emptying") {
		t.Errorf("emptied = %+v, want %d records", done, size)
	}
	if page := must[desktop.BinView](t)(bin.Page("", 0)); page.Total != 0 {
		t.Errorf("%d are in the bin still", page.Total)
	}
	if done := must[desktop.EmptiedView](t)(bin.Empty()); done.Records != 0 || done.Backup != "" {
		t.Errorf("emptying nothing = %+v", done)
	}
}

func TestABackupIsMadeListedReadAndRestoredAndTheFileOfNowStays(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	b, s := desktop.NewBackups(app), desktop.NewSettings(app)
	made := must[desktop.BackupView](t)(b.Make())
	list := must[desktop.BackupsView](t)(b.List())
	if len(list.Items) != 1 || list.Items[0].Path != made.Path || list.Items[0].Size == 0 || list.Items[0].State != "written" {
		t.Fatalf("backups = %+v", list)
	}
	if check := must[desktop.BackupCheckView](t)(b.Verify(made.Path)); !check.Good || check.Records == 0 {
		t.Errorf("check = %+v", check)
	}
	if list = must[desktop.BackupsView](t)(b.List()); list.Items[0].State != "good" {
		t.Errorf("state = %q", list.Items[0].State)
	}
	must[desktop.WrittenView](t)(s.Set("name", "Changed since"))
	restored := must[desktop.RestoredView](t)(b.Restore(made.Path))
	if name := settingsOf(t, app).Name; name == "Changed since" {
		t.Error("the backup is not open")
	}
	if _, err := os.Stat(restored.Kept); err != nil {
		t.Errorf("the file of before is gone: %v", err)
	}
	must[desktop.WrittenView](t)(s.Set("name", "After restoring"))
	must[desktop.StatusView](t)(desktop.NewWorkspace(app).Open(restored.Kept))
	if name := settingsOf(t, app).Name; name != "Changed since" {
		t.Errorf("the file of before is called %q, want what it was", name)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(restored.Path), "*.restoring*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestADamagedBackupIsSaidToBeAndNothingIsRestored(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	b := desktop.NewBackups(app)
	made := must[desktop.BackupView](t)(b.Make())
	data, err := os.ReadFile(made.Path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data); i++ {
		data[i] ^= 0x5a
	}
	if err := os.WriteFile(made.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if check := must[desktop.BackupCheckView](t)(b.Verify(made.Path)); check.Good || len(check.Problems) == 0 {
		t.Errorf("check = %+v", check)
	}
	before := settingsOf(t, app)
	if _, err := b.Restore(made.Path); err == nil {
		t.Error("a damaged backup was restored")
	}
	if after := settingsOf(t, app); after.Name != before.Name {
		t.Errorf("the workspace is %q now", after.Name)
	}
	if _, err := b.Restore(filepath.Join(t.TempDir(), "other.tendril")); err == nil {
		t.Error("a file that is no backup was restored")
	}
}

func TestTheFileSaysWhereItIsAndWhetherItIsSound(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	b := desktop.NewBackups(app)
	file := must[desktop.FileView](t)(b.File())
	if file.Size == 0 || file.Schema == 0 || file.Version != "test" || len(file.Counts) < 10 {
		t.Errorf("file = %+v", file)
	}
	if check := must[desktop.BackupCheckView](t)(b.VerifyFile()); !check.Good || check.Changes == 0 {
		t.Errorf("check = %+v", check)
	}
}
