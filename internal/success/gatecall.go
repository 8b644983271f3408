package success

// lastMonitor is from how many days before the decision on "monitor" is no call
// any more.
const lastMonitor = 90

// CheckCall returns an error with the field at fault where a call is none: it is
// "on track" or "at risk", and "monitor" only more than 90 days before the
// decision, when there is still time to look on.
func CheckCall(c GateCall) error {
	switch {
	case c.Call == "on track" || c.Call == "at risk":
		return nil
	case c.Call == "monitor" && c.DaysBefore > lastMonitor:
		return nil
	case c.Call == "monitor":
		return Invalid("call", "From 90 days before the decision on, “monitor” is no call: say on track or at risk.")
	}
	return Invalid("call", "Say on track or at risk.")
}
