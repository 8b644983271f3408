package success_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAFamilyIsRolledUpWithAllBelow(t *testing.T) {
	t.Parallel()
	f := success.FamiliesOf(map[success.ID]success.ID{"group": "", "de": "group", "at": "group", "wien": "at", "other": ""})
	arr := map[success.ID]float64{"group": 1, "de": 10, "at": 100, "wien": 1000, "other": 10000}
	sum := f.RollUp("group", func(id success.ID) (float64, float64) { return arr[id], 2 * arr[id] })
	if sum != (success.RolledUp{Accounts: 4, ARR: 1111, Level: 2222}) {
		t.Errorf("rolled up to %+v", sum)
	}
	if f.Head("wien") != "group" || f.Parent("wien") != "at" || f.HasBelow("de") || !f.HasBelow("at") {
		t.Error("the family stands wrong")
	}
}

func TestAParentInTheBinIsNone(t *testing.T) {
	t.Parallel()
	f := success.FamiliesOf(map[success.ID]success.ID{"a": "gone", "b": "b"})
	if f.Parent("a") != "" || f.Parent("b") != "" {
		t.Errorf("parents are %q and %q", f.Parent("a"), f.Parent("b"))
	}
}

func TestACircleOfParentsOpensAtTheFirstMade(t *testing.T) {
	t.Parallel()
	f := success.FamiliesOf(map[success.ID]success.ID{"2": "3", "3": "5", "5": "2", "7": "3"})
	if f.Parent("2") != "" || f.Head("7") != "2" {
		t.Errorf("2 stands below %q, 7 in the family of %q", f.Parent("2"), f.Head("7"))
	}
	if got := f.Below("2"); !slices.Equal(got, []success.ID{"5", "3", "7"}) {
		t.Errorf("below 2 stand %v", got)
	}
	if !f.WouldCircle("2", "7") || f.WouldCircle("7", "2") {
		t.Error("the next circle is not seen")
	}
}

func TestEachAccountIsInOneFamilyOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		parents := map[success.ID]success.ID{}
		for i := range n {
			parents[success.ID(strconv.Itoa(i))] = success.ID(strconv.Itoa(rapid.IntRange(-1, n).Draw(t, "parent")))
		}
		f := success.FamiliesOf(parents)
		counted := map[success.ID]int{}
		var total float64
		for id := range parents {
			if f.Parent(id) != "" {
				continue
			}
			total += f.RollUp(id, func(success.ID) (float64, float64) { return 1, 0 }).ARR
			counted[id]++
			for _, below := range f.Below(id) {
				counted[below]++
				if f.Head(below) != id {
					t.Fatalf("%s is below %s and in the family of %s", below, id, f.Head(below))
				}
			}
		}
		for id := range parents {
			if counted[id] != 1 {
				t.Fatalf("%s is counted %d times of %v", id, counted[id], parents)
			}
		}
		if math.Abs(total-float64(n)) > 0 {
			t.Fatalf("the heads sum up to %v of %d", total, n)
		}
	})
}
