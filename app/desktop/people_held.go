package desktop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// HeldView tells what was written: how many records hold something about a person.
type HeldView struct {
	Path    string `json:"path"`
	Records int    `json:"records"`
	Changes int    `json:"changes"`
}

// heldRecord is a record that holds something about a person, and what its fields
// were before.
type heldRecord struct {
	Kind    success.Kind    `json:"kind"`
	Record  json.RawMessage `json:"record"`
	History []heldChange    `json:"history"`
}

type heldChange struct {
	At    string `json:"at"`
	Actor string `json:"by"`
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// Held writes down everything that is held on a person as JSON, our own judgment
// (stance, influence) and the history included: each record of the account that
// names them by id, name, mail address or telephone.
func (p *People) Held(account, id, path string) (_ HeldView, err error) {
	defer p.app.catch("people.held", &err)
	ws, err := p.app.workspace()
	if err != nil {
		return HeldView{}, err
	}
	file, _, today, err := p.app.account(account)
	if err != nil {
		return HeldView{}, err
	}
	var who *success.Stakeholder
	for i := range file.Stakeholders {
		if file.Stakeholders[i].ID == success.ID(id) {
			who = &file.Stakeholders[i]
		}
	}
	if who == nil {
		return HeldView{}, success.NotFound("This person is not there any more.")
	}
	view := HeldView{Path: path}
	records := []heldRecord{}
	err = ws.AccountRecords(p.app.ctx(), file.Account.ID, func(kind success.Kind, body json.RawMessage) error {
		if speaksOf(body, who) {
			records = append(records, heldRecord{Kind: kind, Record: bytes.Clone(body), History: []heldChange{}})
		}
		return nil
	})
	if err != nil {
		return HeldView{}, err
	}
	for i := range records {
		rec := &records[i]
		changes, err := ws.History(p.app.ctx(), rec.Kind, recordID(rec.Record))
		if err != nil {
			return HeldView{}, err
		}
		for _, c := range changes {
			rec.History = append(rec.History, heldChange{At: c.At.String(), Actor: c.Actor, Field: c.Field, From: c.From, To: c.To})
		}
		view.Changes += len(rec.History)
	}
	view.Records = len(records)
	text, err := json.MarshalIndent(map[string]any{
		"about": who.Name, "account": file.Account.Name, "written_on": today.String(), "records": records,
	}, "", "  ")
	if err != nil {
		return HeldView{}, fmt.Errorf("write what is held: %w", err)
	}
	if err := writeBeside(path, bytes.NewReader(append(text, '\n'))); err != nil {
		return HeldView{}, &success.Error{Code: success.CodeUnavailable, Err: err,
			Message: fmt.Sprintf("The file could not be written to %s; nothing was left there.", path)}
	}
	return view, nil
}

func recordID(body json.RawMessage) success.ID {
	var rec struct {
		ID success.ID `json:"id"`
	}
	if json.Unmarshal(body, &rec) != nil {
		return ""
	}
	return rec.ID
}

// speaksOf reports whether a record names a person.
func speaksOf(body json.RawMessage, who *success.Stakeholder) bool {
	text := strings.ToLower(string(body))
	for _, sign := range []string{string(who.ID), who.Name, who.Email, who.Phone} {
		if sign = strings.ToLower(strings.TrimSpace(sign)); sign != "" && strings.Contains(text, sign) {
			return true
		}
	}
	return false
}
