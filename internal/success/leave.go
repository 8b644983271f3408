package success

// LeaveState says how the client's leave to show a story stands on a day.
type LeaveState string

// How leave stands. Without a permission there is none.
const (
	LeaveNone   LeaveState = ""
	LeaveHolds  LeaveState = "holds"
	LeaveEnding LeaveState = "ending" // within LeaveEndsSoon days
	LeaveOver   LeaveState = "over"
)

// LeaveEndsSoon is within how many days of its last one a leave is to be asked
// for again.
const LeaveEndsSoon = 60

// LeaveOn says how the leave to show a story stands on day t, and how many days
// are left: 0 on the last day it holds, below 0 after it. Leave without a last
// day holds, with 0 days.
func LeaveOn(s *Story, t Date) (LeaveState, int) {
	switch {
	case s.Permission == "":
		return LeaveNone, 0
	case s.PermissionUntil == 0:
		return LeaveHolds, 0
	}
	days := s.PermissionUntil.Sub(t)
	switch {
	case days < 0:
		return LeaveOver, days
	case days <= LeaveEndsSoon:
		return LeaveEnding, days
	}
	return LeaveHolds, days
}
