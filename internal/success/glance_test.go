package success_test

import (
	"reflect"
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
		if got, expect := glance.Levels(from, on), success.TimelineOf(f, s, from, on, on).Levels; !reflect.DeepEqual(got, expect) {
			t.Fatalf("on %s: %+v, expected %+v", on, got, expect)
		}
	})
}
