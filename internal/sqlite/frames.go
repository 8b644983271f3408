package sqlite

import (
	"encoding/binary"
	"hash/crc32"
)

// frameBlock is how many bytes of frames are gathered in one piece: to grow one
// piece to the size of an import would copy it again and again.
const frameBlock = 1 << 20

// frames are entries in the form of the tail, ready to be written. The zero
// frames are empty.
type frames struct {
	blocks [][]byte
	size   int64
}

// add adds a change, with what a server said about it.
func (f *frames) add(c *Change) {
	e := TailEntry{Seq: c.Seq, Body: c.Body}
	if c.Seq != 0 {
		e.Eff = c.Rank
	}
	f.entry(e)
}

func (f *frames) entry(e TailEntry) {
	length := frameHeader + len(e.Body)
	last := len(f.blocks) - 1
	if last < 0 || len(f.blocks[last])+length > cap(f.blocks[last]) {
		room := length
		if last >= 0 { // one edit is no import
			room = max(length, frameBlock)
		}
		f.blocks = append(f.blocks, make([]byte, 0, room))
		last++
	}
	f.blocks[last] = appendFrame(f.blocks[last], e)
	f.size += int64(length)
}

// bytes returns all frames in one piece, so that they are written at once: what a
// crash leaves of a transaction should be all or nothing.
func (f *frames) bytes() []byte {
	if len(f.blocks) == 1 {
		return f.blocks[0]
	}
	all := make([]byte, 0, f.size)
	for i, b := range f.blocks {
		all = append(all, b...)
		f.blocks[i] = nil
	}
	return all
}

func appendFrame(b []byte, e TailEntry) []byte {
	start := len(b)
	b = append(b, frameMark...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(e.Body)))
	b = append(b, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint64(b, e.Seq)
	b = binary.LittleEndian.AppendUint64(b, e.Eff)
	b = append(b, e.Body...)
	binary.LittleEndian.PutUint32(b[start+8:], frameSum(b[start:]))
	return b
}

func frameSum(frame []byte) uint32 {
	sum := crc32.Update(0, castagnoli, frame[4:8])
	return crc32.Update(sum, castagnoli, frame[12:])
}
