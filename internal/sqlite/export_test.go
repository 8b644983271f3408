package sqlite

// Copied returns when the log was copied into the file.
func (f *File) Copied() { f.copying.Wait() }
