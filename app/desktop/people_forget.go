package desktop

import (
	"context"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// ForgetInput names a person of an account, what is to stand in their place, and the
// parts of their name that stay where they stand alone.
type ForgetInput struct {
	Account string   `json:"account"`
	ID      string   `json:"id"`
	As      string   `json:"as"`
	Keep    []string `json:"keep"`
}

// ForgetView tells what forgetting takes, or took, out: of how many records, of how
// many entries of the history, of which told stories, and how many attached files.
// Unread, Exported and Backups count what is out of reach: attachments that cannot be
// searched, documents that have left the house, and copies of the file.
type ForgetView struct {
	Name     string           `json:"name"`
	Records  int              `json:"records"`
	Changes  int              `json:"changes"`
	Stories  []string         `json:"stories"`
	Files    int              `json:"files"`
	Unread   int              `json:"unread"`
	Exported int              `json:"exported"`
	Backups  int              `json:"backups"`
	Parts    []ForgetPartView `json:"parts"`
}

// ForgetPartView is a part of the name that is looked for on its own, and how often
// it stands.
type ForgetPartView struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// jobForget is the kind of job that forgetting a person is.
const jobForget = "forget"

// LookForget tells what Forget would do; nothing is changed.
func (p *People) LookForget(in ForgetInput) (_ ForgetView, err error) {
	defer p.app.catch("people.look_forget", &err)
	ws, how, err := p.forgetting(in)
	if err != nil {
		return ForgetView{}, err
	}
	look, err := ws.LookForget(p.app.ctx(), success.ID(in.ID), how)
	if err != nil {
		return ForgetView{}, err
	}
	return forgetView(look), nil
}

// Forget takes a person out of the file for good.
func (p *People) Forget(in ForgetInput) (_ ForgetView, err error) {
	defer p.app.catch("people.forget", &err)
	ws, how, err := p.forgetting(in)
	if err != nil {
		return ForgetView{}, err
	}
	var done workspace.Forgotten
	err = p.app.run(jobForget, "", func(ctx context.Context, _ progressFunc) (err error) {
		done, err = ws.Forget(ctx, success.ID(in.ID), how)
		return err
	})
	if err != nil {
		return ForgetView{}, err
	}
	return forgetView(done), nil
}

// forgetting checks that the person is one of the account.
func (p *People) forgetting(in ForgetInput) (*workspace.Workspace, workspace.ForgetHow, error) {
	how := workspace.ForgetHow{As: strings.TrimSpace(in.As), Keep: in.Keep}
	ws, err := p.app.workspace()
	if err != nil {
		return nil, how, err
	}
	file, _, _, err := p.app.account(in.Account)
	if err != nil {
		return nil, how, err
	}
	for i := range file.Stakeholders {
		if file.Stakeholders[i].ID == success.ID(in.ID) {
			return ws, how, nil
		}
	}
	return nil, how, success.NotFound("This person is not there any more.")
}

func forgetView(f workspace.Forgotten) ForgetView {
	view := ForgetView{
		Name: f.Name, Records: f.Records, Changes: f.Changes, Stories: append([]string{}, f.Stories...), Files: f.Files,
		Unread: f.Unread, Exported: f.Exported, Backups: f.Backups, Parts: []ForgetPartView{},
	}
	for _, part := range f.Parts {
		view.Parts = append(view.Parts, ForgetPartView(part))
	}
	return view
}
