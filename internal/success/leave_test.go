package success_test

import (
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func TestLeaveHoldsOnItsLastDayAndIsNamedSixtyDaysBefore(t *testing.T) {
	t.Parallel()
	today := success.MustDate("2026-06-09")
	for _, c := range []struct {
		permission, until string
		want              success.LeaveState
		days              int
	}{
		{"", "2026-06-10", success.LeaveNone, 0},
		{"named", "", success.LeaveHolds, 0},
		{"named", "2026-06-09", success.LeaveEnding, 0},
		{"public", "2026-06-08", success.LeaveOver, -1},
		{"anonymous", "2026-08-08", success.LeaveEnding, 60},
		{"named", "2026-08-09", success.LeaveHolds, 61},
	} {
		s := &success.Story{Permission: c.permission}
		if c.until != "" {
			s.PermissionUntil = success.MustDate(c.until)
		}
		if got, days := success.LeaveOn(s, today); got != c.want || days != c.days {
			t.Errorf("%s until %q: %q, %d days; want %q, %d", c.permission, c.until, got, days, c.want, c.days)
		}
	}
}
