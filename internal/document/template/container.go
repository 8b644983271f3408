// Package template reads a company's own presentation, so that our slides are
// written into its design: masters, layouts, theme and the pictures they use.
// Nothing else of it is taken, and nothing of its old content goes into a file.
package template

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// MaxFile is the largest template that is read, in bytes.
const MaxFile = 25 << 20

// What a template may hold at most; a design comes near none of it.
const (
	mostParts = 10_000
	mostPart  = 40 << 20  // one part, unpacked
	mostBytes = 200 << 20 // all parts that are read, unpacked
)

// Error says why a file cannot be a template, in a sentence for the person who
// chose it: what is wrong, what was kept, what to do.
type Error struct {
	Message string
	Err     error // the cause, for the log; may be nil
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func broken(err error) error {
	return &Error{Err: err,
		Message: "This template is damaged and cannot be read. Open it in PowerPoint, save it again as .pptx, and choose that file. Nothing was written."}
}

func noPresentation() error {
	return &Error{Message: "This file is not a PowerPoint presentation. Choose a .pptx or .potx file. Nothing was written."}
}

func withMacros() error {
	return &Error{Message: "This template has macros, and they are not taken into a document. Save it in PowerPoint as .pptx or .potx without macros, and choose that file. Nothing was written."}
}

// ReadFile reads the template at path. Its errors are those of Read.
func ReadFile(path string) (*Template, error) {
	body, err := Bytes(path)
	if err != nil {
		return nil, err
	}
	return Read(body)
}

// Bytes returns the file at path, and no more of a large one than shows that it
// is too large. Its errors are sentences as those of Read.
func Bytes(path string) ([]byte, error) {
	f, err := os.Open(path) //nolint:gosec // the person names the file
	if err != nil {
		return nil, unopened(path, err)
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, unopened(path, err)
	}
	return body, nil
}

func unopened(path string, err error) error {
	return &Error{Message: fmt.Sprintf("The template %s cannot be opened. Nothing was written.", path), Err: err}
}

// container is a zip of parts, opened as a stranger's: a name leads nowhere
// but into the zip, and no more is unpacked than a design can need.
type container struct {
	files  map[string]*zip.File // by name in lower case, as names of parts are compared
	order  []string
	types  map[string]string // content types by name, and by extension with a dot
	budget int64
}

func open(file []byte) (*container, error) {
	switch {
	case len(file) > MaxFile:
		return nil, &Error{Message: "This template is larger than 25 MiB, the most that is read. Make its pictures smaller in PowerPoint (File, Compress Pictures), and choose it again. Nothing was written."}
	case bytes.HasPrefix(file, []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}):
		return nil, &Error{Message: "This template is protected by a password, or in PowerPoint's old format. Open it in PowerPoint, remove the password, save it as .pptx, and choose that file. Nothing was written."}
	case !bytes.HasPrefix(file, []byte("PK")):
		return nil, noPresentation()
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, broken(err)
	}
	if len(z.File) > mostParts {
		return nil, broken(errTooLarge)
	}
	c := &container{files: map[string]*zip.File{}, types: map[string]string{}, budget: mostBytes}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		name := strings.ToLower(f.Name)
		if c.files[name] != nil {
			return nil, broken(fmt.Errorf("two parts named %s", name))
		}
		c.files[name] = f
		c.order = append(c.order, f.Name)
	}
	if c.files["[content_types].xml"] == nil {
		return nil, noPresentation()
	}
	return c, c.readTypes()
}

func (c *container) readTypes() error {
	root, err := c.tree("[Content_Types].xml")
	if err != nil {
		return err
	}
	for _, k := range root.kids {
		kind := k.attr("ContentType")
		if strings.Contains(strings.ToLower(kind), "vbaproject") || strings.Contains(strings.ToLower(kind), "macroenabled") {
			return withMacros()
		}
		switch k.local {
		case "Default":
			c.types["."+strings.ToLower(k.attr("Extension"))] = kind
		case "Override":
			c.types[strings.ToLower(strings.TrimPrefix(k.attr("PartName"), "/"))] = kind
		}
	}
	for name := range c.files {
		if path.Base(name) == "vbaproject.bin" {
			return withMacros()
		}
	}
	return nil
}

func (c *container) contentType(name string) string {
	name = strings.ToLower(name)
	if kind, ok := c.types[name]; ok {
		return kind
	}
	return c.types[path.Ext(name)]
}

var errMissing = errors.New("a part is missing")

// bytes unpacks a part, within what is left of the budget.
func (c *container) bytes(name string) ([]byte, error) {
	f := c.files[strings.ToLower(name)]
	if f == nil {
		return nil, broken(fmt.Errorf("%w: %s", errMissing, name))
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	defer r.Close()
	most := min(int64(mostPart), c.budget)
	body, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, broken(err)
	}
	if int64(len(body)) > most {
		return nil, &Error{Message: "This template unpacks to far more than a design needs, and was not read further. Make its pictures smaller in PowerPoint, save it again, and choose that file. Nothing was written."}
	}
	c.budget -= int64(len(body))
	return body, nil
}

func (c *container) tree(name string) (*node, error) {
	body, err := c.bytes(name)
	if err != nil {
		return nil, err
	}
	root, err := parse(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	if err != nil {
		return nil, broken(fmt.Errorf("%s: %w", name, err))
	}
	return root, nil
}

// relation is a relationship of a part; target is a part's name, "" for what
// lies outside the file.
type relation struct{ kind, target string }

// relations are those of a part by id; the package's own for "".
func (c *container) relations(name string) (map[string]relation, error) {
	dir, base := path.Split(name)
	rels := dir + "_rels/" + base + ".rels"
	out := map[string]relation{}
	if c.files[strings.ToLower(rels)] == nil {
		return out, nil
	}
	root, err := c.tree(rels)
	if err != nil {
		return nil, err
	}
	for _, k := range root.kids {
		if k.local != "Relationship" {
			continue
		}
		r := relation{kind: k.attr("Type")}
		if k.attr("TargetMode") != "External" {
			r.target = within(dir, k.attr("Target"))
		}
		out[k.attr("Id")] = r
	}
	return out, nil
}

// within is the part that a target names, seen from a folder, or "" where it
// would lead out of the file.
func within(dir, target string) string {
	if strings.Contains(target, "\\") || strings.Contains(target, ":") {
		return ""
	}
	if rest, absolute := strings.CutPrefix(target, "/"); absolute {
		dir, target = "", rest
	}
	name := path.Join(dir, target)
	if name == "." || name == ".." || strings.HasPrefix(name, "../") {
		return ""
	}
	return name
}

// main is the presentation's own part.
func (c *container) main() (string, error) {
	rels, err := c.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		switch {
		case strings.HasPrefix(r.kind, "http://purl.oclc.org/ooxml/") && strings.HasSuffix(r.kind, "/officeDocument"):
			return "", &Error{Message: "This template is saved as Strict Open XML. Save it in PowerPoint as an ordinary .pptx, and choose that file. Nothing was written."}
		case r.kind == ooxml.RelDocument && r.target != "":
			kind := c.contentType(r.target)
			if !strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.presentationml.") || !strings.HasSuffix(kind, ".main+xml") {
				return "", noPresentation()
			}
			return r.target, nil
		}
	}
	return "", noPresentation()
}
