package desktop

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/exchange"
	"github.com/tendril-app/tendril/internal/success"
)

// pastedPrefix begins the path of a table that was pasted and is no file.
const pastedPrefix = "pasted:"

// maxPasted bounds what is pasted, in bytes; more comes as a file.
const maxPasted = 4 << 20

// readKey says which bytes were read and how: a file that was mended since is
// read again.
type readKey struct {
	path                       string
	size                       int64
	at                         time.Time
	encoding, delimiter, sheet string
}

// Paste takes a table as text, as a sheet puts it on the clipboard, and returns
// the path that stands for it. name is what it is called.
func (x *Imports) Paste(name, text string) (_ string, err error) {
	defer x.app.catch("imports.paste", &err)
	if strings.TrimSpace(text) == "" {
		return "", success.Invalid("text", "There is nothing to import in what was pasted. Copy the rows with their headings.")
	}
	if len(text) > maxPasted {
		return "", success.Invalid("text", "This is too much to paste. Save the sheet as CSV or XLSX and drop the file.")
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.pastes++
	path := fmt.Sprintf("%s%d/%s", pastedPrefix, x.pastes, fileNameOf(name))
	x.pasted = map[string]string{path: text}
	return path, nil
}

// open returns the bytes behind a path, their number and when they were written.
func (x *Imports) open(path string) (io.ReadCloser, int64, time.Time, error) {
	if strings.HasPrefix(path, pastedPrefix) {
		x.mu.Lock()
		text, ok := x.pasted[path]
		x.mu.Unlock()
		if !ok {
			return nil, 0, time.Time{}, success.NotFound("What was pasted is gone. Paste it again; nothing was imported.")
		}
		return io.NopCloser(strings.NewReader(text)), int64(len(text)), time.Time{}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, time.Time{}, unreadable(path, err)
	}
	if info.IsDir() {
		return nil, 0, time.Time{}, success.Invalid("path", "%s is a folder. Choose the file in it; nothing was imported.", filepath.Base(path))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, time.Time{}, unreadable(path, err)
	}
	return file, info.Size(), info.ModTime(), nil
}

// unreadable says why a file cannot be read and what to do. Other programs lock
// a file they have open, spreadsheets above all.
func unreadable(path string, err error) error {
	name := filepath.Base(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &success.Error{Code: success.CodeNotFound, Field: "path", Err: err,
			Message: fmt.Sprintf("%s is not there any more. Choose it again; nothing was imported.", name)}
	}
	return &success.Error{Code: success.CodeForbidden, Field: "path", Err: err,
		Message: fmt.Sprintf("%s cannot be read. It may be open in another program, such as Excel, or not yours to read: close it there and choose it again. Nothing was imported.", name)}
}

// read reads the table, or takes it from the last look: a person who changes one
// column of a large file does not wait for the whole again.
func (x *Imports) read(r ImportRequest) (*exchange.Table, int64, error) {
	file, size, at, err := x.open(r.Path)
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	key := readKey{r.Path, size, at, r.Encoding, r.Delimiter, r.Sheet}
	x.mu.Lock()
	last := x.last
	x.mu.Unlock()
	if last != nil && last.table != nil && last.key == key {
		return last.table, size, nil
	}
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, size, unreadable(r.Path, err)
	}
	table, err := exchange.ReadTableAs(filepath.Base(r.Path), bytes.NewReader(data), exchange.ReadOptions{Encoding: r.Encoding, Delimiter: r.Delimiter, Sheet: r.Sheet})
	if err != nil {
		return nil, size, err
	}
	x.mu.Lock()
	x.fresh = key
	x.mu.Unlock()
	return table, size, nil
}
