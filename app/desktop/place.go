package desktop

import (
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// PlaceView is where the window shows a record: an account's part, for a story
// which one, and the record with those it hangs on, nearest first, each as
// "kind.id".
type PlaceView struct {
	Account string   `json:"account"`
	Part    string   `json:"part"` // overview, plan, value, conversations, people, renewal, story, history
	Story   string   `json:"story"`
	Records []string `json:"records"`
}

// partOf says on which part of an account the records of a kind are shown. Those
// that have no screen of their own stand in the history, with every change.
var partOf = map[success.Kind]string{
	"account": "overview", "success_plan": "plan", "plan_signoff": "plan", "outcome": "plan", "measure": "plan",
	"reading": "plan", "behavior_change": "plan", "milestone": "plan", "benefit": "value", "benefit_step": "value",
	"story": "story", "claim": "story", "export_record": "story",
	"touchpoint": "conversations", "question": "conversations", "insight": "conversations", "stakeholder": "people", "term": "renewal", "renewal": "renewal",
}

// Place says where a record is shown. A record that hangs on another is looked
// for there, if it has no place of its own. It returns CodeNotFound for a record
// that is not in the workspace.
func (s *Search) Place(kind, id string) (_ PlaceView, err error) {
	defer s.app.catch("search.place", &err)
	ws, err := s.app.workspace()
	if err != nil {
		return PlaceView{}, err
	}
	trail, err := ws.Trail(s.app.ctx(), success.Kind(kind), success.ID(id))
	if err != nil {
		return PlaceView{}, err
	}
	place := placeOn(trail)
	for _, step := range trail {
		// What lies in the bin is on no other screen any more.
		if step.Deleted && step.Kind != "account" {
			place.Part, place.Story = "history", ""
		}
	}
	return place, nil
}

// placeOn finds where the first record of a trail is shown: on the part of the
// nearest record that has one.
func placeOn(trail []workspace.TrailStep) PlaceView {
	place := PlaceView{Records: []string{}}
	for _, step := range trail {
		if step.Kind == "account" {
			place.Account = string(step.ID)
			break
		}
		place.Records = append(place.Records, string(step.Kind)+"."+string(step.ID))
		if place.Part == "" {
			place.Part = partOf[step.Kind]
		}
		if step.Kind == "story" {
			place.Story = string(step.ID)
		}
	}
	if place.Part == "story" && place.Story == "" { // a document of the account, and of no story
		place.Part = "renewal"
	}
	if place.Part == "" {
		place.Part = "history"
		if len(place.Records) == 0 {
			place.Part = partOf["account"]
		}
	}
	return place
}
