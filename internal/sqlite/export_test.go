package sqlite

// Copied returns when the log was copied into the file.
func (f *File) Copied() { f.copying.Wait() }

// RecordInsertion is the statement that stores some records of an account.
func RecordInsertion(rows int) string { return insertPlain.text(rows) }
