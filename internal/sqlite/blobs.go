package sqlite

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// BlobPiece is the size of the pieces that an attachment lies in, in bytes.
const BlobPiece = 1 << 20

// HasBlob reports whether an attachment is in the file.
func (r *Reader) HasBlob(hash string) (found bool, err error) {
	var size int64
	return r.one("SELECT size FROM blob WHERE hash = ?", []any{hash}, &size)
}

// Blob writes an attachment's bytes to out; found is false where there is none.
func (r *Reader) Blob(hash string, out io.Writer) (found bool, err error) {
	if found, err = r.HasBlob(hash); !found || err != nil {
		return found, err
	}
	return true, r.each("SELECT data FROM blob_piece WHERE hash = ? ORDER BY no", []any{hash}, func(row *row) error {
		var data []byte
		if err := row.scan(&data); err != nil {
			return fmt.Errorf("reading an attachment: %w", err)
		}
		_, err := out.Write(data)
		return err
	})
}

// PutBlob keeps an attachment piece by piece and returns its SHA-256 in lower-case
// hex and its size. An attachment that is there already is kept once.
func (w *Writer) PutBlob(in io.Reader) (hash string, size int64, err error) {
	const staged = "staged" // no hash looks like this
	if err := w.exec("DELETE FROM blob_piece WHERE hash = ?", staged); err != nil {
		return "", 0, err
	}
	sum := sha256.New()
	piece := make([]byte, BlobPiece)
	for no := 0; ; no++ {
		n, err := io.ReadFull(in, piece)
		if n > 0 {
			sum.Write(piece[:n])
			size += int64(n)
			if err := w.exec("INSERT INTO blob_piece (hash, no, data) VALUES (?, ?, ?)", staged, no, piece[:n]); err != nil {
				return "", 0, err
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return "", 0, fmt.Errorf("reading an attachment: %w", err)
		}
	}
	hash = hex.EncodeToString(sum.Sum(nil))
	found, err := w.HasBlob(hash)
	switch {
	case err != nil:
		return "", 0, err
	case found:
		return hash, size, w.exec("DELETE FROM blob_piece WHERE hash = ?", staged)
	}
	if err := w.exec("UPDATE blob_piece SET hash = ? WHERE hash = ?", hash, staged); err != nil {
		return "", 0, err
	}
	return hash, size, w.exec("INSERT INTO blob (hash, size) VALUES (?, ?)", hash, size)
}
