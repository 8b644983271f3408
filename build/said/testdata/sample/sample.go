package sample

import "fmt"

const damaged = "It is damaged."

type workspace struct{ readOnly string }

func (w *workspace) why() string { return w.readOnly }

func (w *workspace) act() error {
	w.readOnly = damaged
	if why := w.why(); why != "" {
		return &Error{Message: why + " Nothing was changed."}
	}
	return nil
}

var wanted = map[int]string{1: "is a number", 2: "is a text"}

func check(name string, n int) error {
	if n == 0 {
		return Invalid("name", "%q is taken.", name)
	}
	return Invalid("name", "%s %s, not %d.", name, wanted[n], n)
}

func named(title string) string {
	if title == "" {
		return ""
	}
	return " “" + title + "”"
}

func add(x holder, noun, title, path string, n int) {
	label := fmt.Sprintf("Update %d readings of %s", n, title)
	if n == 1 {
		label = "Update a reading of " + title
	}
	x.app.write(label, func() {})
	x.app.write(fmt.Sprintf("Add %s%s", noun, named(title)), func() {})
	importing(x, "Import "+path)
	x.app.write(path, func() {}) // nobody could word a path
}

func importing(x holder, label string) { x.app.write(label, func() {}) }
