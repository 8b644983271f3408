package journal_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func set(replica byte, n uint64, eff uint64, value string) journal.Head {
	id := journal.ID{Replica: journal.ReplicaID{replica}, N: n}
	return journal.Head{ID: id, Rank: journal.RankOf(id, eff), Value: journal.Value{Type: journal.TypeString, Text: value}}
}

func TestAClockNeverGoesBackAndIsLaterThanWhatItSaw(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var c journal.Clock
		for range rapid.IntRange(1, 50).Draw(t, "steps") {
			before := c.Last
			now := noon.Add(time.Duration(rapid.Int64Range(-1e17, 1e17).Draw(t, "offset")))
			seen := journal.HLCOf(noon.Add(time.Duration(rapid.Int64Range(-1e9, 1e9).Draw(t, "seen"))))
			got := c.Next(now, seen)
			if got <= before || got <= seen || got < journal.HLCOf(now) {
				t.Fatalf("after %d, at %v, having seen %d, the clock says %d", before, now, seen, got)
			}
		}
	})
}

func TestAFullCounterRollsIntoTheNextMillisecond(t *testing.T) {
	t.Parallel()
	c := journal.Clock{Last: journal.HLCOf(noon) + 1<<20 - 1}
	if got, want := c.Next(noon, 0), journal.HLCOf(noon.Add(time.Millisecond)); got != want {
		t.Errorf("the clock says %d, not %d", got, want)
	}
}

func TestAClockIsNotDraggedBeyondBelief(t *testing.T) {
	t.Parallel()
	var c journal.Clock
	if got := c.Next(noon, ^journal.HLC(0)); got != journal.HLCOf(noon) {
		t.Errorf("the clock says %v", got.Time())
	}
	if !journal.HLCOf(noon).Plausible() || journal.HLC(0).Plausible() || (^journal.HLC(0)).Plausible() {
		t.Error("the years 1990 to 2200 are not the plausible ones")
	}
}

func TestAServersAnswerBringsAClockBack(t *testing.T) {
	t.Parallel()
	c := journal.Clock{Last: journal.HLCOf(noon.AddDate(1, 0, 0))}
	c.Settle(noon, journal.HLCOf(noon)+5)
	if got, want := c.Next(noon, journal.HLCOf(noon)+5), journal.HLCOf(noon)+6; got != want {
		t.Errorf("the clock says %v, not %v", got.Time(), want.Time())
	}
}

func TestAPendingEditIsAboveAllItsAuthorHadSeen(t *testing.T) {
	t.Parallel()
	e := reading()
	e.Fields[1].Prev = []journal.ID{{N: 1}, {N: 2}}
	ranks := map[uint64]uint64{1: uint64(e.HLC) + 900, 2: 4}
	got := journal.LocalRank(e, func(id journal.ID) uint64 { return ranks[id.N] })
	if want := uint64(e.HLC) + 901; got != want {
		t.Errorf("ranked %d, not %d", got, want)
	}
}

func TestEqualValuesAreNoConflictAndAreReplacedTogether(t *testing.T) {
	t.Parallel()
	var c journal.Cell
	c.Apply(set(1, 1, 10, "gold"), nil)
	c.Apply(set(2, 1, 20, "gold"), nil)
	if c.Conflict() {
		t.Error("two people who wrote the same are in conflict")
	}
	c.Apply(set(1, 2, 30, "silver"), c.Seen())
	if c.Conflict() || len(c.Heads) != 1 {
		t.Errorf("replacing what both wrote leaves %d heads", len(c.Heads))
	}
}

func TestAnEditOverAConflictSettlesOnlyWhatItsAuthorSaw(t *testing.T) {
	t.Parallel()
	var c journal.Cell
	c.Apply(set(1, 1, 10, "lost"), nil)
	c.Apply(set(2, 1, 20, "shown"), nil)
	c.Apply(set(2, 2, 30, "next"), c.Seen())
	losers := c.Losers()
	if len(losers) != 1 || losers[0].Value.Text != "lost" {
		t.Fatalf("in conflict are %+v, not the value that nobody settled", losers)
	}
	c.Apply(set(2, 3, 40, "settled"), c.All())
	if c.Conflict() {
		t.Error("a settled conflict is still one")
	}
}

func TestAnAcknowledgementMayChangeTheWinner(t *testing.T) {
	t.Parallel()
	var c journal.Cell
	c.Apply(set(1, 1, 900, "a year ahead"), nil)
	c.Apply(set(2, 1, 20, "on time"), nil)
	if moved := c.SetRank(journal.ID{Replica: journal.ReplicaID{1}, N: 1}, 15); !moved {
		t.Error("nobody is told that the cell shows something else")
	}
	if w, _ := c.Winner(); w.Value.Text != "on time" {
		t.Errorf("shown is %q", w.Value.Text)
	}
}

func TestAnAdditionThatNoRemovalHadSeenStays(t *testing.T) {
	t.Parallel()
	var c journal.Cell
	element := func(replica byte, eff uint64, op journal.Op) journal.Head {
		h := set(replica, eff, eff, "")
		h.Op, h.Value = op, journal.Value{}
		return h
	}
	first := element(1, 10, journal.OpAdd)
	c.Apply(first, nil)
	c.Apply(element(2, 20, journal.OpAdd), []journal.ID{first.ID})
	c.Apply(element(3, 30, journal.OpRemove), []journal.ID{first.ID})
	if w, _ := c.Winner(); w.Op != journal.OpAdd || c.Conflict() {
		t.Errorf("the element is in by operation %d, conflict %v", w.Op, c.Conflict())
	}
	c.Apply(element(3, 40, journal.OpRemove), c.Seen())
	if w, _ := c.Winner(); w.Op != journal.OpRemove {
		t.Error("a removal that saw every addition does not hold")
	}
}

func TestADeletionTellsEditsItSawFromOthers(t *testing.T) {
	t.Parallel()
	var presence, name, notes journal.Cell
	name.Apply(set(1, 1, 10, "seen"), nil)
	seen := journal.DeletionSeen(&presence, []*journal.Cell{&name, &notes})
	notes.Apply(set(2, 1, 20, "unseen"), nil)
	late := journal.EditedUnseen(seen, []*journal.Cell{&name, &notes})
	if len(late) != 1 || late[0].Value.Text != "unseen" {
		t.Errorf("unseen edits are %+v", late)
	}
}

// history returns n lone entries of a replica, each having seen the one before.
func history(replica byte, n int, seen ...journal.ID) [][]byte {
	var bodies [][]byte
	for i := range n {
		e := reading()
		e.ID = journal.ID{Replica: journal.ReplicaID{replica}, N: uint64(i + 1)}
		e.TxFirst, e.TxLen, e.HLC = e.ID.N, 1, journal.HLCOf(noon)
		e.Fields = e.Fields[:1]
		e.Fields[0].Prev = seen
		seen = []journal.ID{e.ID}
		bodies = append(bodies, e.Encode())
	}
	return bodies
}

func TestARepeatedPushIsAcknowledgedAgain(t *testing.T) {
	t.Parallel()
	s := journal.NewSequencer()
	bodies := history(1, 3)
	first, err := s.Push(noon, journal.ReplicaID{1}, bodies)
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.Push(noon.Add(time.Hour), journal.ReplicaID{1}, bodies)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, second); diff != "" || s.Head() != 3 {
		t.Errorf("the log has %d entries and the second answer differs:\n%s", s.Head(), diff)
	}
}

func TestAForkIsRefused(t *testing.T) {
	t.Parallel()
	s := journal.NewSequencer()
	if _, err := s.Push(noon, journal.ReplicaID{1}, history(1, 2)); err != nil {
		t.Fatal(err)
	}
	other := history(1, 2, journal.ID{Replica: journal.ReplicaID{2}, N: 1})
	if _, err := s.Push(noon, journal.ReplicaID{1}, other); !errors.Is(err, journal.ErrForked) {
		t.Errorf("another entry under a used number gave error %v", err)
	}
	if s.Head() != 2 {
		t.Errorf("the log has %d entries", s.Head())
	}
}

func TestAPushStopsBeforeAGap(t *testing.T) {
	t.Parallel()
	s := journal.NewSequencer()
	bodies := history(1, 5)
	got, err := s.Push(noon, journal.ReplicaID{1}, [][]byte{bodies[0], bodies[1], bodies[3]})
	if err != nil || got.Acked != 2 || s.Head() != 2 {
		t.Errorf("acknowledged up to %d, error %v", got.Acked, err)
	}
}

func TestAGroupIsTakenWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	var bodies [][]byte
	for n := uint64(1); n <= 3; n++ {
		e := reading()
		e.ID.N, e.TxFirst, e.TxLen = n, 1, 3
		bodies = append(bodies, e.Encode())
	}
	s := journal.NewSequencer()
	if got, err := s.Push(noon, reading().ID.Replica, bodies[:2]); err != nil || got.Acked != 0 {
		t.Errorf("of a torn group %d entries were taken, error %v", got.Acked, err)
	}
	if got, err := s.Push(noon, reading().ID.Replica, bodies); err != nil || got.Acked != 3 {
		t.Errorf("of the whole group %d entries were taken, error %v", got.Acked, err)
	}
	if page, err := s.Pull(0, 1); err != nil || len(page) != 3 {
		t.Errorf("a pull of one entry gave %d of a group of three, error %v", len(page), err)
	}
}

func TestAnEntryWaitsForWhatItsAuthorHadSeen(t *testing.T) {
	t.Parallel()
	s := journal.NewSequencer()
	waiting := history(2, 2, journal.ID{Replica: journal.ReplicaID{1}, N: 3})
	got, err := s.Push(noon, journal.ReplicaID{2}, waiting)
	if err != nil || got.Acked != 2 || len(got.Acks) != 0 || s.Held() != 2 || s.Head() != 0 {
		t.Fatalf("answer %+v, %d held, %d in the log, error %v", got, s.Held(), s.Head(), err)
	}
	if _, err := s.Push(noon, journal.ReplicaID{1}, history(1, 3)); err != nil {
		t.Fatal(err)
	}
	if s.Held() != 0 || s.Head() != 5 {
		t.Errorf("%d held, %d in the log", s.Held(), s.Head())
	}
	if again, err := s.Push(noon, journal.ReplicaID{2}, waiting); err != nil || len(again.Acks) != 2 {
		t.Errorf("the repeated push is answered by %+v, error %v", again, err)
	}
}

func TestAClockAYearAheadLandsAtReceipt(t *testing.T) {
	t.Parallel()
	e := reading()
	e.ID.N, e.TxFirst, e.TxLen, e.HLC = 1, 1, 1, journal.HLCOf(noon.AddDate(1, 0, 0))
	s := journal.NewSequencer()
	got, err := s.Push(noon, e.ID.Replica, [][]byte{e.Encode()})
	if err != nil || len(got.Acks) != 1 || got.Acks[0].Eff != uint64(journal.HLCOf(noon)) {
		t.Errorf("answer %+v, error %v", got, err)
	}
}
