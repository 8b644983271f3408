package desktop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// SavedViews are the workspace's own named ways to look at the portfolio.
type SavedViews struct{ app *App }

// NewSavedViews returns the bound views.
func NewSavedViews(app *App) *SavedViews { return &SavedViews{app: app} }

// savedViewKind is the kind of view that the portfolio's table is.
const savedViewKind = "portfolio"

// SavedViewView is one of them. Shows is what it filters, sorts, groups and
// draws, as JSON in the words of the window's address.
type SavedViewView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Shows string `json:"shows"`
}

// SavedViewInput names a way to look: ID is empty for a new one.
type SavedViewInput struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Shows string `json:"shows"`
}

// longestViewName is how many letters a view's name has at most.
const longestViewName = 80

// List returns the views by name.
func (s *SavedViews) List() (_ []SavedViewView, err error) {
	defer s.app.catch("saved_views.list", &err)
	ws, err := s.app.workspace()
	if err != nil {
		return nil, err
	}
	views := []SavedViewView{}
	err = ws.List(s.app.ctx(), "saved_view", workspace.Query{}, func(body json.RawMessage) error {
		var v success.SavedView
		if err := json.Unmarshal(body, &v); err != nil {
			return fmt.Errorf("read a saved view: %w", err)
		}
		if v.ViewKind == savedViewKind {
			views = append(views, SavedViewView{ID: string(v.ID), Name: v.Name, Shows: string(v.Body)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(views, func(a, b SavedViewView) int {
		return cmp.Or(strings.Compare(folded(a.Name), folded(b.Name)), strings.Compare(a.ID, b.ID))
	})
	return views, nil
}

// Save makes a view, or changes the name and what is shown of one that is there.
// Two views of one name are an error of CodeConflict.
func (s *SavedViews) Save(in SavedViewInput) (_ WrittenView, err error) {
	defer s.app.catch("saved_views.save", &err)
	name := strings.Join(strings.Fields(in.Name), " ")
	if name == "" {
		return WrittenView{}, success.Invalid("name", "A view needs a name.")
	}
	if len([]rune(name)) > longestViewName {
		return WrittenView{}, success.Invalid("name", "A name of a view has %d letters at most.", longestViewName)
	}
	if !json.Valid([]byte(in.Shows)) {
		return WrittenView{}, success.Invalid("shows", "A view shows something.")
	}
	views, err := s.List()
	if err != nil {
		return WrittenView{}, err
	}
	label := "Save the view: " + name
	for i := range views {
		if views[i].ID == in.ID {
			label = "Change the view: " + name
		} else if folded(views[i].Name) == folded(name) {
			return WrittenView{}, &success.Error{Code: success.CodeConflict, Field: "name", Message: fmt.Sprintf("There is a view %q already.", name)}
		}
	}
	return s.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("saved_view", success.ID(in.ID), success.Fields{
			"name": jsonText(name), "kind": jsonText(savedViewKind), "body": json.RawMessage(in.Shows),
		})
		return written.ID, err
	})
}

// Delete puts a view into the bin.
func (s *SavedViews) Delete(id string) (_ WrittenView, err error) {
	defer s.app.catch("saved_views.delete", &err)
	views, err := s.List()
	if err != nil {
		return WrittenView{}, err
	}
	at := slices.IndexFunc(views, func(v SavedViewView) bool { return v.ID == id })
	if at < 0 {
		return WrittenView{}, success.NotFound("This view is not there any more.")
	}
	return s.app.write("Delete the view: "+views[at].Name, func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("saved_view", success.ID(id))
	})
}
