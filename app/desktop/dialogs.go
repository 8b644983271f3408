package desktop

// Dialogs are the system's file dialogs, or what stands for them in a browser.
type Dialogs struct{ app *App }

// NewDialogs returns the bound dialogs.
func NewDialogs(app *App) *Dialogs { return &Dialogs{app: app} }

// OpenFile asks for a file to read, by patterns such as "*.csv". An empty path
// means the person cancelled.
func (d *Dialogs) OpenFile(title string, patterns []string) (_ string, err error) {
	defer d.app.catch("dialogs.open_file", &err)
	return d.app.o.Shell.OpenFile(title, patterns)
}

// SaveFile asks where to write a file; suggested is its name. An empty path
// means the person cancelled.
func (d *Dialogs) SaveFile(title, suggested string) (_ string, err error) {
	defer d.app.catch("dialogs.save_file", &err)
	return d.app.o.Shell.SaveFile(title, suggested)
}

// Reveal shows a written file in its folder; in a browser it is downloaded.
func (d *Dialogs) Reveal(path string) (err error) {
	defer d.app.catch("dialogs.reveal", &err)
	return d.app.o.Shell.Reveal(path)
}
