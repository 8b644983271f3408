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

// serveUpload keeps a file that the page was given and answers with its path,
// which stands where the window has the path from a dialog.
func (s *Server) serveUpload(w http.ResponseWriter, r *http.Request) {
	path, err := s.newFile(plainName(r.URL.Query().Get("name")))
	if err == nil {
		err = writeBody(path, http.MaxBytesReader(w, r.Body, maxUpload))
	}
	if err != nil {
		s.o.Log.WithError(err).Warn("upload failed")
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
func (s *Server) newFile(name string) (string, error) {
	dir, err := os.MkdirTemp(s.dir, "")
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
	return s.newFile(plainName(suggested))
}

// Reveal offers a written file to the page as a download. Only files that this
// server gave the path of are offered.
func (s *Server) Reveal(path string) error {
	if relative, err := filepath.Rel(s.dir, path); err != nil || strings.HasPrefix(relative, "..") {
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
