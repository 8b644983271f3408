package workspace

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// Person returns the member that the person who writes is; one without an id where
// the workspace has no such member.
func (w *Workspace) Person(ctx context.Context) (success.Member, error) {
	w.mu.Lock()
	actor, name := w.actor, w.actorName
	w.mu.Unlock()
	m := success.Member{Name: name}
	if !success.IsID(actor) {
		return m, nil
	}
	body, err := w.Get(ctx, "member", success.ID(actor))
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(body, &m)
}

// SetPerson changes the name and the address of the person who writes, and makes
// them a member where they are none yet. A name that another member has means that
// the person is that one. What they wrote before stays theirs.
func (w *Workspace) SetPerson(ctx context.Context, name, email string) (Action, error) {
	name, email = strings.TrimSpace(name), strings.TrimSpace(email)
	if name == "" {
		return Action{}, success.Invalid("name", "Without a name nobody knows who changed what.")
	}
	if email != "" && !strings.Contains(strings.Trim(email, "@"), "@") {
		return Action{}, success.Invalid("email", "“%.60s” is no address.", email)
	}
	person, err := w.Person(ctx)
	if err != nil {
		return Action{}, err
	}
	id := person.ID
	action, err := w.Do(ctx, "Change who you are", func(tx *Tx) error {
		if id == "" {
			if err := tx.memberNamed(name, &id); err != nil {
				return err
			}
		}
		if id == "" {
			made, err := tx.Create(&success.Member{Name: name, Email: email})
			id = made
			return err
		}
		_, err := tx.Put("member", id, success.Fields{"name": quoted(name), "email": quoted(email)})
		return err
	})
	if err != nil {
		return Action{}, err
	}
	w.mu.Lock()
	w.actor, w.actorName = string(id), name
	w.mu.Unlock()
	if action.Actor == person.Name {
		action.Actor = name
	}
	return action, nil
}

// writer is whom the journal names: a member's id, or the plain name.
func (w *Workspace) writer() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.actor
}

// rememberName takes over the person's name from their record, also where an undo
// gave it back.
func (w *Workspace) rememberName() {
	m, err := w.Person(context.Background())
	if err != nil || m.ID == "" || m.DeletedAt != 0 {
		return
	}
	w.mu.Lock()
	w.actorName = m.Name
	w.mu.Unlock()
}

// memberNamed finds the member of a name; it leaves id alone where there is none.
func (tx *Tx) memberNamed(name string, id *success.ID) error {
	return tx.List("member", func(member success.ID, body json.RawMessage) error {
		if textOf(memberName(body)) == name {
			*id = member
		}
		return nil
	})
}

func memberName(body []byte) []byte { return member(body, "name") }

// quoted is a text as JSON; an empty one clears the field.
func quoted(text string) json.RawMessage {
	if text == "" {
		return json.RawMessage("null")
	}
	return appendString(nil, text)
}
