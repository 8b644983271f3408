package workspace

// An import makes a hundred thousand records in one action, a batch at a time.
// What a batch is worked out with is used again by the next, as the collector of
// garbage otherwise takes a sixth of the time.

// reused hands out pieces of work that are all done with at the same moment.
type reused[T any] struct {
	made []*T
	used int
}

// next returns a piece, as whoever had it last left it.
func (r *reused[T]) next() *T {
	if r.used == len(r.made) {
		r.made = append(r.made, new(T))
	}
	r.used++
	return r.made[r.used-1]
}

// back takes back the piece handed out last.
func (r *reused[T]) back() { r.used-- }

// again makes all pieces free; nobody may hold one any more.
func (r *reused[T]) again() { r.used = 0 }

// blockSize is how many bytes of short texts lie in one piece of memory at most.
const blockSize = 64 << 10

// block keeps texts that live about equally long beside each other: a piece of
// memory for each would cost more than the texts. Its pieces grow, as one edit is
// no import. The zero block is empty.
type block struct{ free []byte }

// keep has write append a text of about size bytes, and returns it.
func (k *block) keep(size int, write func(b []byte) []byte) []byte {
	if cap(k.free)-len(k.free) < size {
		k.free = make([]byte, 0, max(size, min(4*cap(k.free), blockSize)))
	}
	start := len(k.free)
	k.free = write(k.free)
	return k.free[start:len(k.free):len(k.free)]
}
