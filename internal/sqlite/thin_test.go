package sqlite_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/sqlite"
)

// hourly returns n backups of size bytes, an hour apart, the newest at noon.
func hourly(n int, size int64) []sqlite.Backup {
	var all []sqlite.Backup
	for i := range n {
		all = append(all, sqlite.Backup{Path: fmt.Sprint(i), At: noon.Add(-time.Duration(i) * time.Hour), Size: size})
	}
	return all
}

func kept(all []sqlite.Backup, room int64) []sqlite.Backup {
	gone := map[string]bool{}
	for _, b := range sqlite.Surplus(all, room) {
		gone[b.Path] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(b sqlite.Backup) bool { return gone[b.Path] })
}

func TestAQuarterOfHourlyBackupsThinsToHoursDaysAndWeeks(t *testing.T) {
	t.Parallel()
	got := kept(hourly(24*90, 1), 1<<40)
	var want []time.Time
	for i := range 24 { // 22 November 12:00 to 21 November 13:00
		want = append(want, noon.Add(-time.Duration(i)*time.Hour))
	}
	for i := 2; i < 14; i++ { // the last hour of 20 to 9 November; two days are there already
		want = append(want, time.Date(2026, 11, 22-i, 23, 0, 0, 0, time.UTC))
	}
	// Sundays end weeks. 22 November is one of the kept hours, 15 November one of the days.
	for _, sunday := range []int{8, 1, -6, -13, -20, -27} {
		want = append(want, time.Date(2026, 11, sunday, 23, 0, 0, 0, time.UTC))
	}
	var at []time.Time
	for _, b := range got {
		at = append(at, b.At)
	}
	if diff := cmp.Diff(want, at); diff != "" {
		t.Errorf("-expected +kept:\n%s", diff)
	}
}

func TestBackupsStayWithinTheRoomButNeverUnderThree(t *testing.T) {
	t.Parallel()
	for room, want := range map[int64]int{1 << 40: 24, 1000: 10, 999: 9, 250: 3, 0: 3} {
		// Twenty hourly backups of one day and four of days before.
		all := hourly(13, 100)
		for i := range 11 {
			all = append(all, sqlite.Backup{Path: fmt.Sprint("day ", i), At: noon.AddDate(0, 0, -i-1), Size: 100})
		}
		if got := kept(all, room); len(got) != want {
			t.Errorf("within %d bytes %d backups of 100 bytes are kept, not %d", room, len(got), want)
		}
	}
	if got := kept(hourly(2, 100), 0); len(got) != 2 {
		t.Errorf("of two backups %d are kept", len(got))
	}
}

func TestThinningKeepsTheNewestAndIsStable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var all []sqlite.Backup
		for i, hours := range rapid.SliceOfNDistinct(rapid.IntRange(0, 5000), 0, 80, rapid.ID).Draw(t, "hours ago") {
			all = append(all, sqlite.Backup{
				Path: fmt.Sprint(i), At: noon.Add(-time.Duration(hours) * time.Hour),
				Size: rapid.Int64Range(1, 100).Draw(t, "size"),
			})
		}
		room := rapid.Int64Range(0, 6000).Draw(t, "room")
		once := kept(all, room)
		if diff := cmp.Diff(once, kept(once, room)); diff != "" {
			t.Fatalf("thinning twice removes more:\n%s", diff)
		}
		newest := slices.Clone(all)
		slices.SortFunc(newest, func(a, b sqlite.Backup) int { return b.At.Compare(a.At) })
		for _, b := range newest[:min(3, len(newest))] {
			if !slices.Contains(paths(once), b.Path) {
				t.Fatalf("one of the three newest, of %v, is gone", b.At)
			}
		}
		if len(once) > 24+14+8 {
			t.Fatalf("%d backups are kept", len(once))
		}
	})
}

func paths(all []sqlite.Backup) []string {
	var p []string
	for _, b := range all {
		p = append(p, b.Path)
	}
	return p
}
