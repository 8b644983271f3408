package exchange

import (
	"runtime"
	"slices"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
)

// rowsAtOnce is how many rows of readings a processor reads before it takes more.
const rowsAtOnce = 2048

// readRows begins to read what the rows say, on processors that have nothing else
// to do: that depends on nothing but the row. The answer is there when the function
// returned was called.
func (p *planner) readRows() (wait func()) {
	p.readings = make([]readingWrite, len(p.Table.Rows))
	chunks := make(chan int, len(p.readings)/rowsAtOnce+1)
	for at := 0; at < len(p.readings); at += rowsAtOnce {
		chunks <- at
	}
	close(chunks)
	work := func() {
		for at := range chunks {
			for i := at; i < min(at+rowsAtOnce, len(p.readings)); i++ {
				p.readRow(i)
			}
		}
	}
	var others sync.WaitGroup
	for range max(1, runtime.GOMAXPROCS(0)-1) {
		others.Go(work)
	}
	return func() {
		work() // what is left
		others.Wait()
	}
}

func (p *planner) readRow(i int) {
	row := &p.Table.Rows[i]
	if row.Fault != "" {
		return
	}
	r, err := p.readReading(cells{p.fields, row})
	r.err = err
	p.readings[i] = r
}

// spare are records of a plan that were made many at once: a file of readings needs
// a hundred thousand of each.
type spare struct {
	writes  []write
	lists   []*write
	entries []readingEntry
}

// spareRows is how many are made at once.
const spareRows = 256

// write returns the one write of a reading; id is "" for a new one.
func (s *spare) write(id success.ID, r *readingWrite) []*write {
	if len(s.writes) == 0 {
		s.writes, s.lists = make([]write, spareRows), make([]*write, spareRows)
	}
	w, list := &s.writes[0], s.lists[:1:1]
	s.writes, s.lists = s.writes[1:], s.lists[1:]
	w.kind, w.id, w.reading = "reading", id, r
	list[0] = w
	return list
}

func (s *spare) entry(e readingEntry) *readingEntry {
	if len(s.entries) == 0 {
		s.entries = make([]readingEntry, spareRows)
	}
	out := &s.entries[0]
	s.entries = s.entries[1:]
	*out = e
	return out
}

// byAccount orders the rows of readings by account, as the workspace keeps them: to
// go round all accounts again and again takes several times as long. Rows of one
// account stay in order, and those that write nothing come first.
func byAccount(rows []*rowPlan) []*rowPlan {
	of := map[success.ID][]*rowPlan{}
	for _, r := range rows {
		account := success.ID("")
		if len(r.writes) > 0 && r.writes[0].reading != nil {
			account = r.writes[0].reading.measure.account
		}
		of[account] = append(of[account], r)
	}
	accounts := make([]success.ID, 0, len(of))
	for account := range of {
		accounts = append(accounts, account)
	}
	slices.Sort(accounts)
	sorted := make([]*rowPlan, 0, len(rows))
	for _, account := range accounts {
		sorted = append(sorted, of[account]...)
	}
	return sorted
}
