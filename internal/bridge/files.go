package bridge

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/sirupsen/logrus"
)

// maxUpload bounds one uploaded file: the largest import of a laptop.
const maxUpload = 256 << 20

// plainName keeps the last part of a file's name and nothing that could lead
// out of a folder.
func plainName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	if name == "." || name == ".." || name == "" {
		return "file"
	}
	return name
}

// Inbox keeps files that a page was given and answers with their paths, which
// stand where the window has a path from a dialog. The window's own pages use it
// too, for a file that was dropped or pasted.
type Inbox struct {
	dir string
	log logrus.FieldLogger
}

// NewInbox returns an inbox in a folder of its own, which Close removes.
func NewInbox(log logrus.FieldLogger) (*Inbox, error) {
	dir, err := os.MkdirTemp("", "tendril-files-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for files: %w", err)
	}
	return &Inbox{dir: dir, log: log}, nil
}

// Close removes every file that was taken in.
func (i *Inbox) Close() error { return os.RemoveAll(i.dir) }

// ServeHTTP answers POST /upload?name=NAME with {"path": …}.
func (i *Inbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost || r.URL.Path != "/upload" {
		http.NotFound(w, r)
		return
	}
	path, err := i.newFile(plainName(r.URL.Query().Get("name")))
	if err == nil {
		err = writeBody(path, http.MaxBytesReader(w, r.Body, maxUpload))
	}
	if err != nil {
		i.log.WithError(err).Warn("upload failed")
		http.Error(w, "The file could not be taken in. Nothing was imported.", http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{"path": path}) // the page is gone if this fails
}

func writeBody(path string, body io.Reader) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("keep upload: %w", err)
	}
	defer func() {
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}()
	if _, err := io.Copy(file, body); err != nil {
		return fmt.Errorf("keep upload: %w", err)
	}
	return nil
}

// newFile returns a path of that name in a folder of its own.
func (i *Inbox) newFile(name string) (string, error) {
	dir, err := os.MkdirTemp(i.dir, "")
	if err != nil {
		return "", fmt.Errorf("make a folder: %w", err)
	}
	return filepath.Join(dir, name), nil
}

// OpenFile has no dialog to show: the page uploads instead.
func (s *Server) OpenFile(string, []string) (string, error) { return "", nil }

// SaveFile returns a path to write to; Reveal then hands the file to the page as
// a download.
func (s *Server) SaveFile(_, suggested string) (string, error) {
	return s.inbox.newFile(plainName(suggested))
}

// Reveal offers a written file to the page as a download. Only files that this
// server gave the path of are offered.
func (s *Server) Reveal(path string) error {
	if relative, err := filepath.Rel(s.inbox.dir, path); err != nil || strings.HasPrefix(relative, "..") {
		return fmt.Errorf("reveal: not a file of this session")
	}
	id := secret()
	s.mu.Lock()
	s.files[id] = path
	s.mu.Unlock()
	s.Emit("download", map[string]string{"path": "/download/" + id, "name": filepath.Base(path)})
	return nil
}

func (s *Server) serveDownload(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	path, ok := s.files[r.PathValue("id")]
	s.mu.Unlock()
	if !ok {
		http.Error(w, "This download is gone.", http.StatusNotFound)
		return
	}
	name := filepath.Base(path)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	http.ServeFile(w, r, path)
}
