package journal

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// ErrForked is wrapped by Sequencer.Push when a replica sends other bytes under
// a number it has used before: a copy of it lives on somewhere.
var ErrForked = errors.New("the replica's history has forked")

// Sequenced is an entry with what the server added: its place in the order of
// the log, from 1 without gaps, and its effective time.
type Sequenced struct {
	Body []byte
	Seq  uint64
	Eff  uint64
}

// Ack says that an entry is in the server's log and where.
type Ack struct {
	ID  ID
	Seq uint64
	Eff uint64
}

// Pushed is the answer to a push. Acked is the number up to which the replica's
// entries are kept; entries that are kept but wait for others have no Ack yet
// and come back by a pull.
type Pushed struct {
	Acked uint64
	Acks  []Ack
}

// Sequencer is a server's log in memory: it gives every entry its place and its
// effective time, knows repeated deliveries, and holds an entry that names
// another as seen until that one has come. It is not safe for concurrent use.
type Sequencer struct {
	log      []Sequenced
	known    map[ID]Ack
	replicas map[ReplicaID]*replicaLog
	order    []ReplicaID // as they came, so that one history gives one log
}

// replicaLog is what the server keeps of one replica.
type replicaLog struct {
	digests [][32]byte // of entry i+1
	eff     uint64     // of the newest entry in the log
	held    []heldEntry
}

type heldEntry struct {
	entry *Entry
	body  []byte
	recv  time.Time
}

// NewSequencer returns an empty log.
func NewSequencer() *Sequencer {
	return &Sequencer{known: map[ID]Ack{}, replicas: map[ReplicaID]*replicaLog{}}
}

// Push takes a replica's entries in the order of their numbers, at the server's
// time now. Entries it has are acknowledged again. It stops before a gap and
// before a group that is not complete, and says by Acked where to go on. The
// error wraps ErrForked or ErrMalformed, and then nothing after the offending
// entry was taken.
func (s *Sequencer) Push(now time.Time, replica ReplicaID, bodies [][]byte) (Pushed, error) {
	rl := s.replica(replica)
	var repeated []ID
	var group []heldEntry
	var failed error
	for _, body := range bodies {
		e, err := Decode(body)
		if err == nil && e.ID.Replica != replica {
			err = malformed("an entry of replica %s in a push of %s", e.ID.Replica, replica)
		}
		if err != nil {
			failed = fmt.Errorf("taking an entry of a push: %w", err)
			break
		}
		if have := uint64(len(rl.digests)); e.ID.N <= have {
			if rl.digests[e.ID.N-1] != Digest(body) {
				failed = fmt.Errorf("entry %d of replica %s: %w", e.ID.N, replica, ErrForked)
				break
			}
			repeated = append(repeated, e.ID)
			continue
		}
		if e.ID.N != uint64(len(rl.digests)+len(group))+1 {
			break // a gap: the answer says from where
		}
		if e.TxFirst+uint64(len(group)) != e.ID.N || len(group) > 0 && group[0].entry.TxLen != e.TxLen {
			failed = malformed("entry %d does not continue its group", e.ID.N)
			break
		}
		group = append(group, heldEntry{entry: e, body: slices.Clone(body), recv: now})
		if len(group) == int(e.TxLen) {
			for _, g := range group {
				rl.digests = append(rl.digests, Digest(g.body))
				repeated = append(repeated, g.entry.ID)
			}
			rl.held = append(rl.held, group...)
			group = nil
		}
	}
	s.release()
	return s.answer(rl, repeated), failed
}

func (s *Sequencer) answer(rl *replicaLog, ids []ID) Pushed {
	p := Pushed{Acked: uint64(len(rl.digests))}
	for _, id := range ids {
		if ack, ok := s.known[id]; ok {
			p.Acks = append(p.Acks, ack)
		}
	}
	return p
}

func (s *Sequencer) replica(id ReplicaID) *replicaLog {
	rl := s.replicas[id]
	if rl == nil {
		rl = &replicaLog{}
		s.replicas[id] = rl
		s.order = append(s.order, id)
	}
	return rl
}

// release moves every group whose entries name only what is in the log from the
// waiting list into the log, until none is left. A replica's entries keep their
// order, so one that waits holds back those after it.
func (s *Sequencer) release() {
	for moved := true; moved; {
		moved = false
		for _, id := range s.order {
			rl := s.replicas[id]
			for len(rl.held) > 0 {
				group := rl.held[:rl.held[0].entry.TxLen]
				if !s.ready(group) {
					break
				}
				for _, h := range group {
					s.append(rl, h)
				}
				rl.held = rl.held[len(group):]
				moved = true
			}
		}
	}
}

func (s *Sequencer) ready(group []heldEntry) bool {
	known := func(id ID) bool { _, ok := s.known[id]; return ok }
	return !slices.ContainsFunc(group, func(h heldEntry) bool { return !h.entry.Ready(known) })
}

// append gives an entry its place and its effective time: the author's clock,
// but not after the receipt, then above the replica's last entry and above all
// that the author had seen. So one total order agrees with what people saw, and
// a clock that runs ahead drags nobody.
func (s *Sequencer) append(rl *replicaLog, h heldEntry) {
	e := h.entry
	eff := uint64(HLCOf(h.recv))
	if e.HLC.Plausible() {
		eff = min(eff, uint64(e.HLC))
	}
	eff = max(eff, rl.eff+1)
	for i := range e.Fields {
		for _, p := range e.Fields[i].Prev {
			eff = max(eff, s.known[p].Eff+1)
		}
	}
	rl.eff = eff
	ack := Ack{ID: e.ID, Seq: uint64(len(s.log)) + 1, Eff: eff}
	s.known[e.ID] = ack
	s.log = append(s.log, Sequenced{Body: h.body, Seq: ack.Seq, Eff: eff})
}

// Head returns the place of the newest entry, 0 for an empty log.
func (s *Sequencer) Head() uint64 { return uint64(len(s.log)) }

// Held returns how many entries wait for others.
func (s *Sequencer) Held() int {
	n := 0
	for _, rl := range s.replicas {
		n += len(rl.held)
	}
	return n
}

// Pull returns the entries after the place cursor, about limit of them: a group
// is never split, and at least one is returned when there is any. Everyone gets
// their own entries too, which tells them what a lost answer did not.
func (s *Sequencer) Pull(cursor uint64, limit int) ([]Sequenced, error) {
	if cursor > s.Head() {
		return nil, fmt.Errorf("pulling after %d of a log of %d: %w", cursor, s.Head(), ErrForked)
	}
	end := min(cursor+uint64(max(limit, 1)), s.Head())
	for end < s.Head() {
		e, err := Decode(s.log[end].Body)
		if err != nil {
			return nil, fmt.Errorf("reading entry %d of the log: %w", end+1, err)
		}
		if e.ID.N == e.TxFirst {
			break
		}
		end++
	}
	return slices.Clone(s.log[cursor:end]), nil
}
