package desktop

import (
	"encoding/json"
	"fmt"

	"github.com/tendril-app/tendril/internal/success"
)

// PlaceView is where the window shows a record: an account's part, for a story
// which one, and the record with those it hangs on, nearest first, each as
// "kind.id".
type PlaceView struct {
	Account string   `json:"account"`
	Part    string   `json:"part"` // overview, plan, value, story, history
	Story   string   `json:"story"`
	Records []string `json:"records"`
}

// partOf says on which part of an account the records of a kind are shown. Those
// that have no screen of their own yet stand in the history, with every change.
var partOf = map[success.Kind]string{
	"account": "overview", "success_plan": "plan", "plan_signoff": "plan", "outcome": "plan", "measure": "plan",
	"reading": "plan", "behavior_change": "plan", "milestone": "plan", "benefit": "value", "benefit_step": "value",
	"story": "story", "claim": "story", "export_record": "story",
}

// deepestPlace is how far records hang on each other: evidence on a step of a
// benefit of an account, and some to spare.
const deepestPlace = 8

// Place says where a record is shown. A record that hangs on another is looked
// for there, if it has no place of its own. It returns CodeNotFound for a record
// that is not in the workspace.
func (s *Search) Place(kind, id string) (_ PlaceView, err error) {
	defer s.app.catch("search.place", &err)
	ws, err := s.app.workspace()
	if err != nil {
		return PlaceView{}, err
	}
	place := PlaceView{Records: []string{}}
	at, record := success.Kind(kind), success.ID(id)
	for range deepestPlace {
		if at == "account" {
			place.Account = string(record)
			break
		}
		place.Records = append(place.Records, string(at)+"."+string(record))
		if part := partOf[at]; place.Part == "" && part != "" {
			place.Part = part
		}
		if at == "story" {
			place.Story = string(record)
		}
		body, err := ws.Get(s.app.ctx(), at, record)
		if err != nil {
			return PlaceView{}, err
		}
		if at, record, err = hangsOn(at, body); err != nil {
			return PlaceView{}, err
		}
		if record == "" {
			break
		}
	}
	if place.Part == "" {
		place.Part = "history"
		if kind == "account" {
			place.Part = partOf["account"]
		}
	}
	return place, nil
}

// hangsOn returns the record that a record hangs on, or none.
func hangsOn(kind success.Kind, body json.RawMessage) (success.Kind, success.ID, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "", "", fmt.Errorf("read a %s: %w", kind, err)
	}
	if kind == "evidence" {
		var subject success.Link
		if raw := fields["subject"]; raw != nil {
			if err := json.Unmarshal(raw, &subject); err != nil {
				return "", "", fmt.Errorf("read what evidence is for: %w", err)
			}
		}
		return subject.Kind, subject.ID, nil
	}
	spec, err := success.SpecOf(kind)
	if err != nil {
		return "", "", err
	}
	owner := spec.Owner()
	if owner == nil || fields[owner.Name] == nil {
		return "", "", nil
	}
	var id success.ID
	if err := json.Unmarshal(fields[owner.Name], &id); err != nil {
		return "", "", fmt.Errorf("read the owner of a %s: %w", kind, err)
	}
	return owner.Owner, id, nil
}
