package exchange

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// What a bundle may unfold to. An attachment is at most 25 MiB in a workspace;
// a file that shrinks a hundredfold beyond all text does is a bomb.
const (
	maxBundleFile  = 8 << 30
	maxBundleTotal = 16 << 30
	maxBundleFiles = 100000
	maxShrink      = 200
	shrinkFrom     = 64 << 20
	maxLine        = 32 << 20
	maxManifest    = 1 << 20
)

// bundleFile is one file of a bundle.
type bundleFile struct {
	name string
	size int64
	open func() (io.ReadCloser, error)
}

// bundleFiles lists the files of a zip file or folder by their names in the
// bundle.
func bundleFiles(name string) (map[string]bundleFile, func() error, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the bundle: %w", err)
	}
	if info.IsDir() {
		return folderFiles(name)
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		if errors.Is(err, zip.ErrFormat) {
			return nil, nil, &success.Error{Code: success.CodeInvalid, Field: "file", Err: err, Message: "The file is no bundle: it cannot be read as a zip file. It may have been cut short on its way here."}
		}
		return nil, nil, fmt.Errorf("opening the bundle: %w", err)
	}
	files, err := zipFiles(&z.Reader)
	if err != nil {
		return nil, nil, errors.Join(err, z.Close())
	}
	return files, z.Close, nil
}

func zipFiles(z *zip.Reader) (map[string]bundleFile, error) {
	var p problems
	files := map[string]bundleFile{}
	if len(z.File) > maxBundleFiles {
		p.add("", 0, "The bundle holds more than %d files.", maxBundleFiles)
		return nil, p.err()
	}
	prefix := topFolder(z)
	total := uint64(0)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 && safePath(strings.TrimSuffix(f.Name, "/")) {
			continue
		}
		total += f.UncompressedSize64
		_, twice := files[strings.TrimPrefix(f.Name, prefix)]
		switch {
		case !safePath(f.Name) || f.Mode()&fs.ModeType != 0:
			p.add(shorten(f.Name, 80), 0, "The name is not one that a bundle may hold.")
		case twice:
			p.add(shorten(f.Name, 80), 0, "The file is in the bundle twice.")
		case f.UncompressedSize64 > maxBundleFile || total > maxBundleTotal,
			f.UncompressedSize64 > shrinkFrom && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxShrink:
			p.add(shorten(f.Name, 80), 0, "The file unfolds to more than a bundle may hold.")
		default:
			name := strings.TrimPrefix(f.Name, prefix)
			files[name] = bundleFile{name, int64(f.UncompressedSize64), func() (io.ReadCloser, error) { return f.Open() }}
		}
	}
	return files, p.err()
}

// topFolder returns the one folder that everything lies in where a folder was
// zipped instead of its contents.
func topFolder(z *zip.Reader) string {
	for _, f := range z.File {
		if dir, file := path.Split(f.Name); file == "manifest.json" && strings.Count(dir, "/") <= 1 {
			return dir
		}
	}
	return ""
}

// safePath refuses names that lead out of a folder or mean something else on
// another system.
func safePath(name string) bool {
	return name != "" && fs.ValidPath(name) && !strings.ContainsAny(name, "\\:\x00")
}

// folderFiles lists the files of an unpacked bundle. Links are no files: one
// could lead anywhere.
func folderFiles(name string) (map[string]bundleFile, func() error, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the bundle: %w", err)
	}
	files := map[string]bundleFile{}
	var p problems
	err = fs.WalkDir(root.FS(), ".", func(at string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if strings.Count(at, "/") > 0 {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular():
			p.add(at, 0, "This is a link and no file; a bundle holds only files.")
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files[at] = bundleFile{at, info.Size(), func() (io.ReadCloser, error) { return root.Open(at) }}
		return nil
	})
	if err == nil {
		err = p.err()
	}
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("listing the bundle: %w", err), root.Close())
	}
	return files, root.Close, nil
}

// eachLine calls fn with each line that is not blank.
func eachLine(file bundleFile, fn func(line int, text []byte) error) error {
	r, err := file.open()
	if err != nil {
		return fmt.Errorf("opening %s: %w", file.name, err)
	}
	defer r.Close()
	in := bufio.NewReaderSize(io.LimitReader(r, file.size+1), 1<<16)
	var long []byte
	for line := 1; ; line++ {
		text, err := readLine(in, &long)
		if err != nil && !errors.Is(err, io.EOF) {
			return lineError(file.name, line, err)
		}
		last := err != nil
		if line == 1 {
			text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
		}
		if text = bytes.TrimSpace(text); len(text) > 0 {
			if err := fn(line, text); err != nil {
				return err
			}
		}
		if last {
			return nil
		}
	}
}

var errLongLine = errors.New("the line is too long")

// readLine reads one line, of any length up to maxLine; long is reused.
func readLine(in *bufio.Reader, long *[]byte) ([]byte, error) {
	text, err := in.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return text, err
	}
	*long = append((*long)[:0], text...)
	for errors.Is(err, bufio.ErrBufferFull) {
		if len(*long) > maxLine {
			return nil, errLongLine
		}
		text, err = in.ReadSlice('\n')
		*long = append(*long, text...)
	}
	return *long, err
}

func lineError(file string, line int, err error) error {
	var p problems
	switch {
	case errors.Is(err, errLongLine):
		p.add(file, line, "The line is longer than %d MiB.", maxLine>>20)
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF):
		p.add(file, line, "The file is damaged from here on.")
	default:
		var corrupt interface{ Error() string }
		if errors.As(err, &corrupt) && strings.Contains(err.Error(), "flate: corrupt") {
			p.add(file, line, "The file is damaged from here on.")
			break
		}
		return fmt.Errorf("reading %s line %d: %w", file, line, err)
	}
	return p.err()
}

var blobName = regexp.MustCompile(`^blobs/([0-9a-f]{64})$`)

// checkBlobs verifies that each attachment has the hash it is named by.
func (b *Bundle) checkBlobs(p *problems) error {
	for name, file := range b.files {
		match := blobName.FindStringSubmatch(name)
		if match == nil {
			continue
		}
		sum := sha256.New()
		if err := file.copyTo(sum); err != nil {
			p.add(name, 0, "The attachment cannot be read; it is damaged.")
			continue
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != match[1] {
			p.add(name, 0, "The attachment is not the one its name says; it was changed or damaged.")
			continue
		}
		b.blobs = append(b.blobs, match[1])
	}
	slices.Sort(b.blobs)
	return nil
}

func (f bundleFile) copyTo(w io.Writer) error {
	r, err := f.open()
	if err != nil {
		return fmt.Errorf("opening %s: %w", f.name, err)
	}
	defer r.Close()
	if _, err := io.Copy(w, io.LimitReader(r, f.size+1)); err != nil {
		return fmt.Errorf("reading %s: %w", f.name, err)
	}
	return nil
}

func (b *Bundle) copyBlobs(store BlobStore) error {
	for _, hash := range b.blobs {
		r, err := b.files["blobs/"+hash].open()
		if err != nil {
			return fmt.Errorf("opening attachment %s: %w", hash, err)
		}
		err = store.PutBlob(hash, r)
		if err = errors.Join(err, r.Close()); err != nil {
			return fmt.Errorf("keeping attachment %s: %w", hash, err)
		}
	}
	return nil
}

// IsBundle reports whether a path is a bundle by the looks of it: a folder, or
// a zip file, that holds a manifest. It reads no more than the list of files.
func IsBundle(name string) bool {
	info, err := os.Stat(name)
	if err != nil {
		return false
	}
	if info.IsDir() {
		_, err := os.Stat(filepath.Join(name, "manifest.json"))
		return err == nil
	}
	if strings.HasSuffix(strings.ToLower(name), ".tendril.zip") {
		return true
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return false
	}
	defer z.Close()
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return path.Base(f.Name) == "manifest.json" && strings.Count(f.Name, "/") <= 1
	})
}
