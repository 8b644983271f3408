package success_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAGlanceHasTheLevelsOfThePictureUpToItsDay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, s := drawFile(t, false), drawSettings()
		on := firstDay.AddDays(rapid.IntRange(0, 2500).Draw(t, "on"))
		from := on.AddDays(-2 * 365)
		glance := success.LookAt(f.Live(), s, on, success.Offer{})
		for _, point := range success.TimelineOf(f, s, from, on, on).Levels {
			if proved, claimed := glance.Level(point.On); proved != point.Proved || claimed != point.Claimed {
				t.Fatalf("on %s: %v and %v, expected %+v", point.On, proved, claimed, point)
			}
		}
	})
}
