package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/journal"
)

// The tail is a second, append-only copy of the journal since the newest
// verified backup. One bad page of the database cannot take an edit with it.
//
// It begins with tailMagic. A frame is frameMark, the body's length, a CRC-32C of
// everything after itself and of the length, the server's place and effective
// time (0 without a server), and the entry's bytes; numbers are little-endian.
const (
	tailMagic   = "TENDRILTAIL\x00\x00\x00\x00\x01"
	frameMark   = "Tndl"
	frameHeader = 4 + 4 + 4 + 8 + 8
)

// errTail says that the disk refused to write the tail.
var errTail = errors.New("writing the tail")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// TailEntry is one entry of the journal with what a server said about it.
type TailEntry struct {
	Seq  uint64
	Eff  uint64
	Body []byte
}

// TailReport says what reading a tail met besides good entries. Torn bytes at the
// end come from a write that was cut short, before anybody was told that it was
// saved; Skipped bytes lie between good entries and are damage.
type TailReport struct {
	Entries int
	Skipped int64
	Torn    int64
}

// Tail is an open tail. It is not safe for concurrent use: whoever writes to the
// workspace file has it.
type Tail struct {
	file *os.File
	path string
	size int64 // of what is known to be good
	last int64 // size before the last Append
}

// TailPath returns the name of a workspace file's tail.
func TailPath(path string) string { return path + ".tail" }

// OpenTail opens a workspace file's tail, makes it where there is none, and cuts
// off what a crash left half written.
func OpenTail(path string) (*Tail, error) { return openTail(path, 0) }

// openTail is OpenTail that looks for what is half written only from an offset
// where a frame begins: a tail can be as large as the file.
func openTail(path string, from int64) (*Tail, error) {
	name := TailPath(path)
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening the tail: %w", err)
	}
	t := &Tail{file: f, path: name}
	if err := t.start(from); err != nil {
		f.Close()
		return nil, err
	}
	return t, nil
}

func (t *Tail) start(from int64) error {
	info, err := t.file.Stat()
	if err != nil {
		return fmt.Errorf("opening the tail: %w", err)
	}
	if info.Size() < int64(len(tailMagic)) {
		if _, err := t.file.WriteAt([]byte(tailMagic), 0); err != nil {
			return fmt.Errorf("beginning the tail: %w", err)
		}
		t.size = int64(len(tailMagic))
	} else {
		report, err := scanTail(t.file, from, info.Size(), func(TailEntry) error { return nil })
		if err != nil {
			return err
		}
		t.size = info.Size() - report.Torn
	}
	t.last = t.size
	if err := t.cut(); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(t.path))
}

// cut makes the file end where the good entries end, durably.
func (t *Tail) cut() error {
	if err := errors.Join(t.file.Truncate(t.size), t.file.Sync()); err != nil {
		return fmt.Errorf("cutting the tail: %w", err)
	}
	return nil
}

// Append adds entries and returns when they are on the disk. It is called before
// the transaction commits, so that what is in the file is always in the tail too.
// After an error the tail is as before.
func (t *Tail) Append(entries []TailEntry) error {
	var b frames
	for _, e := range entries {
		b.entry(e)
	}
	return t.append(&b)
}

func (t *Tail) append(entries *frames) error {
	t.last = t.size
	if entries.size == 0 {
		return nil
	}
	_, err := t.file.WriteAt(entries.bytes(), t.size)
	if err == nil {
		err = t.file.Sync()
	}
	if err != nil {
		// What stays when this fails too is written over by the next Append.
		_ = t.cut()
		return fmt.Errorf("%w: %w", errTail, err)
	}
	t.size += entries.size
	return nil
}

// TakeBack removes what the last Append added, for a transaction that did not
// commit. Where it cannot, the number of the entry will be used again, and the
// later of two frames with the same number is the one that counts.
func (t *Tail) TakeBack() error {
	t.size = t.last
	return t.cut()
}

// Size returns the bytes of the tail.
func (t *Tail) Size() int64 { return t.size }

// Close closes the file.
func (t *Tail) Close() error { return t.file.Close() }

// Trim drops the entries that a verified backup holds: those whose number is at
// most the backup's last of their replica. The new tail takes the place of the
// old one at once or not at all.
func (t *Tail) Trim(backup Vector) error {
	part := t.path + ".part"
	f, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("trimming the tail: %w", err)
	}
	size, err := t.copyAfter(f, backup)
	if err != nil {
		f.Close()
		return errors.Join(fmt.Errorf("trimming the tail: %w", err), os.Remove(part))
	}
	// Windows replaces no open file, so both are closed around the renaming.
	err = errors.Join(f.Close(), t.file.Close())
	if err == nil {
		err = os.Rename(part, t.path)
	}
	var reopened error
	if t.file, reopened = os.OpenFile(t.path, os.O_RDWR, 0o600); reopened != nil || err != nil {
		return fmt.Errorf("trimming the tail: %w", errors.Join(err, reopened))
	}
	t.size, t.last = size, size
	return syncFolder(filepath.Dir(t.path))
}

func (t *Tail) copyAfter(to *os.File, backup Vector) (size int64, err error) {
	b := []byte(tailMagic)
	flush := func() error {
		n, err := to.Write(b)
		size += int64(n)
		b = b[:0]
		return err
	}
	_, err = scanTail(t.file, 0, t.size, func(e TailEntry) error {
		entry, err := journal.Decode(e.Body)
		// An entry that cannot be read here is kept for whoever can.
		if err == nil && entry.ID.N <= backup[entry.ID.Replica] {
			return nil
		}
		if b = appendFrame(b, e); len(b) > 1<<20 {
			return flush()
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	if err == nil {
		err = to.Sync()
	}
	return size, err
}

// ReadTail hands the entries of a workspace file's tail to fn, in order. A tail
// that is not there is empty. Damage and a torn end are passed over and reported.
func ReadTail(path string, fn func(TailEntry) error) (TailReport, error) {
	return readTail(path, 0, fn)
}

// readTail is ReadTail from an offset where a frame begins.
func readTail(path string, from int64, fn func(TailEntry) error) (TailReport, error) {
	f, err := os.Open(TailPath(path))
	if errors.Is(err, fs.ErrNotExist) {
		return TailReport{}, nil
	}
	if err != nil {
		return TailReport{}, fmt.Errorf("opening the tail: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return TailReport{}, fmt.Errorf("opening the tail: %w", err)
	}
	return scanTail(f, from, info.Size(), fn)
}

// scanTail reads frames up to size, looking for the next good one after a bad one.
// from is where to begin; an offset that is not in the tail means its beginning.
func scanTail(r io.ReaderAt, from, size int64, fn func(TailEntry) error) (TailReport, error) {
	var report TailReport
	s := &frameScanner{r: r, size: size}
	good := int64(len(tailMagic))
	if from > good && from <= size {
		good = from
	}
	for at := good; at < size; {
		entry, length, err := s.frame(at)
		if err != nil {
			return report, err
		}
		if length == 0 {
			if at, err = s.next(at + 1); err != nil {
				return report, err
			}
			continue
		}
		report.Skipped += at - good
		report.Entries++
		if err := fn(entry); err != nil {
			return report, err
		}
		at += length
		good = at
	}
	report.Torn = max(0, size-good)
	return report, nil
}

// frameScanner reads through a window, as a frame is small and a file is not.
type frameScanner struct {
	r      io.ReaderAt
	size   int64
	window []byte
	from   int64
}

// bytes returns n bytes at an offset, fewer at the end. They hold until the next call.
func (s *frameScanner) bytes(at int64, n int) ([]byte, error) {
	n = int(min(int64(n), s.size-at))
	if at < s.from || at+int64(n) > s.from+int64(len(s.window)) {
		s.window = make([]byte, min(max(int64(n), 1<<16), s.size-at))
		s.from = at
		if _, err := s.r.ReadAt(s.window, at); err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("reading the tail: %w", err)
		}
	}
	return s.window[at-s.from:][:n], nil
}

// frame returns the entry at an offset and its frame's length, 0 for no good one.
func (s *frameScanner) frame(at int64) (TailEntry, int64, error) {
	b, err := s.bytes(at, frameHeader)
	if err != nil || len(b) < frameHeader || string(b[:4]) != frameMark {
		return TailEntry{}, 0, err
	}
	length := int64(binary.LittleEndian.Uint32(b[4:]))
	if length == 0 || length > journal.MaxBody || at+frameHeader+length > s.size {
		return TailEntry{}, 0, nil
	}
	if b, err = s.bytes(at, frameHeader+int(length)); err != nil {
		return TailEntry{}, 0, err
	}
	if binary.LittleEndian.Uint32(b[8:]) != frameSum(b) {
		return TailEntry{}, 0, nil
	}
	return TailEntry{
		Seq:  binary.LittleEndian.Uint64(b[12:]),
		Eff:  binary.LittleEndian.Uint64(b[20:]),
		Body: append([]byte(nil), b[frameHeader:]...),
	}, frameHeader + length, nil
}

// next returns the offset of the next frame mark from at on, or the end.
func (s *frameScanner) next(at int64) (int64, error) {
	for ; at < s.size; at++ {
		b, err := s.bytes(at, len(frameMark))
		if err != nil {
			return 0, err
		}
		if string(b) == frameMark {
			return at, nil
		}
	}
	return s.size, nil
}
