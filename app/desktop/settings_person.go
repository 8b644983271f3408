package desktop

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// SetPerson changes who is named in the history. What the person wrote before
// stays theirs, under the new name.
func (s *Settings) SetPerson(name, email string) (_ WrittenView, err error) {
	defer s.app.catch("settings.set_person", &err)
	ws, err := s.app.workspace()
	if err != nil {
		return WrittenView{}, err
	}
	action, err := ws.SetPerson(s.app.ctx(), name, email)
	if err != nil {
		return WrittenView{}, err
	}
	s.app.rememberPerson(ws)
	return WrittenView{Action: actionView(action)}, nil
}

func (a *App) personFile() string { return filepath.Join(a.o.State, "person.json") }

// person is who writes: as said in the settings, else the machine's user.
func (a *App) person() string {
	if a.o.State == "" {
		return a.o.Actor
	}
	var p MemberView
	text, err := os.ReadFile(a.personFile())
	if err != nil || json.Unmarshal(text, &p) != nil || p.Name == "" {
		return a.o.Actor
	}
	return p.Name
}

// rememberPerson notes the person's name for the next start, in whatever workspace.
// Failing to loses no work, so it is only logged.
func (a *App) rememberPerson(ws *workspace.Workspace) string {
	p, err := ws.Person(a.ctx())
	if err != nil {
		a.o.Log.WithError(err).Warn("the person is not known")
		return a.person()
	}
	if a.o.State == "" || p.Name == a.person() {
		return p.Name
	}
	text, err := json.Marshal(MemberView{Name: p.Name, Email: p.Email})
	if err == nil {
		err = os.MkdirAll(a.o.State, 0o700)
	}
	if err == nil {
		err = os.WriteFile(a.personFile(), text, 0o600)
	}
	if err != nil {
		a.o.Log.WithError(err).Warn("the person is not remembered")
	}
	return p.Name
}

// SetCSMFigures allows, or forbids again, figures about the people who look after
// accounts: questions asked, calls held against results. They are off at first.
func (s *Settings) SetCSMFigures(on bool) (_ WrittenView, err error) {
	defer s.app.catch("settings.set_csm_figures", &err)
	label, value := "Turn figures about CSMs on", json.RawMessage("true")
	if !on {
		label, value = "Turn figures about CSMs off", json.RawMessage("false")
	}
	return s.put(label, success.Fields{"csm_figures": value})
}
