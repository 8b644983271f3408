package journaltest

import (
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/tendril-app/tendril/internal/journal"
)

// CasesVariable names the environment variable that asks for more cases.
const CasesVariable = "TENDRIL_CONVERGENCE_CASES"

// Open returns a new empty replica with its own id; clock is its wall clock.
type Open func(t *rapid.T, name string, clock func() time.Time) Replica

// Converge runs random histories of three replicas, cases of them or as many as
// the environment asks for, and fails when none was run. A failing one is made
// small, and its seed is printed.
func Converge(t *testing.T, cases int, open Open) {
	t.Helper()
	if text := os.Getenv(CasesVariable); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			t.Fatalf("%s=%q is no number of cases", CasesVariable, text)
		}
		cases = n
	}
	ran, edits := 0, 0
	for ran < cases && !t.Failed() {
		before := ran
		rapid.Check(t, func(rt *rapid.T) {
			// Each check tries many cases; the last needs only the rest of them.
			if ran >= cases && !t.Failed() {
				return
			}
			ran++
			w := newWorld(rt, open)
			defer w.close(rt)
			w.live(rt)
			w.quiesce(rt)
			w.judge(rt)
			edits += len(w.oracle.saved)
		})
		if ran == before {
			break
		}
	}
	if ran == 0 || edits == 0 {
		t.Fatalf("%d histories with %d edits were tried; a suite that tries nothing proves nothing", ran, edits)
	}
	t.Logf("%d histories with %d saved edits converged and lost none", ran, edits)
}

// world is one history: devices with clocks of their own and a server.
type world struct {
	now      time.Time
	server   *journal.Sequencer
	devices  []*device
	records  uint16
	oracle   oracle
	openMore func(name string) Replica
	extra    []Replica
}

// device is a person's laptop.
type device struct {
	Replica
	name   string
	drift  time.Duration
	cursor uint64
	knows  map[journal.ID]bool // entries that were made here or delivered
}

func newWorld(t *rapid.T, open Open) *world {
	w := &world{now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), server: journal.NewSequencer()}
	w.oracle.byEntry = map[journal.ID][]int{}
	for _, name := range []string{"ada", "ben", "cleo"} {
		d := &device{name: name, knows: map[journal.ID]bool{}}
		d.Replica = open(t, name, func() time.Time { return d.clock(w) })
		w.devices = append(w.devices, d)
	}
	w.openMore = func(name string) Replica {
		r := open(t, name, func() time.Time { return w.now })
		w.extra = append(w.extra, r)
		return r
	}
	return w
}

func (d *device) clock(w *world) time.Time { return w.now.Add(d.drift) }

func (w *world) close(t *rapid.T) {
	for _, d := range w.devices {
		must(t, d.Close())
	}
	for _, r := range w.extra {
		must(t, r.Close())
	}
}

func must(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%+v", err)
	}
}

// live lets random things happen.
func (w *world) live(t *rapid.T) {
	device := rapid.SampledFrom(w.devices)
	for range rapid.IntRange(15, 100).Draw(t, "steps") {
		d := device.Draw(t, "device")
		switch rapid.SampledFrom([]string{"edit", "edit", "edit", "edit", "edit", "push", "push", "pull", "pull", "scrambled", "jump", "wait"}).Draw(t, "step") {
		case "edit":
			w.edit(t, d)
		case "push":
			w.push(t, d, rapid.Bool().Draw(t, "ack lost"), rapid.IntRange(1, 6).Draw(t, "entries"))
		case "pull":
			for range rapid.IntRange(1, 3).Draw(t, "pages") {
				w.pull(t, d, rapid.IntRange(1, 5).Draw(t, "limit"))
			}
		case "scrambled":
			w.pullScrambled(t, d)
		case "jump":
			ms := rapid.SampledFrom([]int64{1, 1000, 3_600_000, 86_400_000, 315_360_000_000}).Draw(t, "milliseconds")
			sign := rapid.SampledFrom([]int64{-1, 1}).Draw(t, "direction")
			d.drift += time.Duration(sign*ms) * time.Millisecond
			d.drift = max(-20*365*24*time.Hour, min(d.drift, 40*365*24*time.Hour))
		case "wait":
			w.now = w.now.Add(time.Duration(rapid.IntRange(0, 5000).Draw(t, "milliseconds passing")) * time.Millisecond)
		}
	}
}

// push sends the first entries that wait, whole groups at least; the answer may
// be lost on its way.
func (w *world) push(t *rapid.T, d *device, lost bool, limit int) {
	bodies, err := d.Pending()
	must(t, err)
	end := min(limit, len(bodies))
	for end < len(bodies) && decode(t, bodies[end]).ID.N != decode(t, bodies[end]).TxFirst {
		end++
	}
	if end == 0 {
		return
	}
	answer, err := w.server.Push(w.now, decode(t, bodies[0]).ID.Replica, bodies[:end])
	must(t, err)
	if !lost {
		must(t, d.Ack(d.clock(w), answer.Acks))
	}
}

func (w *world) pull(t *rapid.T, d *device, limit int) {
	page, err := w.server.Pull(d.cursor, limit)
	must(t, err)
	w.deliver(t, d, page)
	d.cursor += uint64(len(page))
}

// pullScrambled delivers all that is new in pieces, in any order, some twice and
// some of long ago.
func (w *world) pullScrambled(t *rapid.T, d *device) {
	var pages [][]journal.Sequenced
	from := rapid.Uint64Range(0, d.cursor).Draw(t, "from")
	for from = groupStart(t, w.server, from); from < w.server.Head(); {
		page, err := w.server.Pull(from, rapid.IntRange(1, 4).Draw(t, "limit"))
		must(t, err)
		from += uint64(len(page))
		pages = append(pages, page)
		if rapid.IntRange(0, 3).Draw(t, "twice") == 0 {
			pages = append(pages, page)
		}
	}
	for _, page := range rapid.Permutation(pages).Draw(t, "order") {
		w.deliver(t, d, page)
	}
	d.cursor = w.server.Head()
}

// groupStart returns the largest cursor up to at that splits no group.
func groupStart(t *rapid.T, s *journal.Sequencer, at uint64) uint64 {
	for ; at > 0; at-- {
		page, err := s.Pull(at, 1)
		must(t, err)
		if len(page) == 0 {
			return at
		}
		if e := decode(t, page[0].Body); e.ID.N == e.TxFirst {
			return at
		}
	}
	return 0
}

func (w *world) deliver(t *rapid.T, d *device, page []journal.Sequenced) {
	if len(page) == 0 {
		return
	}
	must(t, d.Receive(d.clock(w), page))
	for _, s := range page {
		d.knows[decode(t, s.Body).ID] = true
	}
}

// quiesce brings everybody online until nothing moves any more.
func (w *world) quiesce(t *rapid.T) {
	for range 3 {
		for _, d := range w.devices {
			w.push(t, d, false, 1<<20)
			w.pull(t, d, 1<<20)
		}
	}
	for _, d := range w.devices {
		pending, err := d.Pending()
		must(t, err)
		if len(pending) > 0 || d.cursor != w.server.Head() {
			t.Fatalf("%s has %d entries that nobody took and is at %d of %d", d.name, len(pending), d.cursor, w.server.Head())
		}
	}
	if w.server.Held() > 0 {
		t.Fatalf("the server still holds %d entries", w.server.Held())
	}
}

// judge compares what everybody shows with each other, with the suite's own
// reckoning, with a replica that got the log in another order, and with what the
// persons saw saved.
func (w *world) judge(t *rapid.T) {
	log, err := w.server.Pull(0, 1<<20)
	must(t, err)
	checkOrder(t, log)
	want := reckon(t, log)
	for _, d := range w.devices {
		same(t, d.name+" shows", want, state(t, d))
	}
	w.oracle.check(t, want)

	late := &device{Replica: w.openMore("late"), name: "late", knows: map[journal.ID]bool{}}
	w.pullScrambled(t, late)
	same(t, "a replica that got the log in another order shows", want, state(t, late))
}

func state(t *rapid.T, r Replica) State {
	t.Helper()
	s, err := r.State()
	must(t, err)
	return s
}

func same(t *rapid.T, what string, want, got State) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s something else (-expected +shown):\n%s", what, diff)
	}
}

func decode(t *rapid.T, body []byte) *journal.Entry {
	t.Helper()
	e, err := journal.Decode(body)
	must(t, err)
	return e
}
