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

// DimensionUseView counts the benefits of a dimension.
type DimensionUseView struct {
	Dimension string `json:"dimension"`
	Benefits  int    `json:"benefits"`
}

// mostDimensions and mostGates are what a person can still tell apart.
const (
	mostDimensions = 24
	mostGates      = 12
)

// Uses counts the live benefits of each dimension, those that are not in the
// workspace's list too.
func (s *Settings) Uses() (_ []DimensionUseView, err error) {
	defer s.app.catch("settings.uses", &err)
	settings, err := s.settings()
	if err != nil {
		return nil, err
	}
	ws, err := s.app.workspace()
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	err = ws.List(s.app.ctx(), "benefit", workspace.Query{}, func(body json.RawMessage) error {
		key, err := dimensionIn(body)
		if key != "" {
			counts[key]++
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count the benefits: %w", err)
	}
	views := []DimensionUseView{}
	for _, d := range dimensionsOf(&settings.Workspace) {
		views = append(views, DimensionUseView{Dimension: d, Benefits: counts[d]})
		delete(counts, d)
	}
	listed := len(views)
	for d, n := range counts {
		views = append(views, DimensionUseView{Dimension: d, Benefits: n})
	}
	slices.SortFunc(views[listed:], func(a, b DimensionUseView) int { return cmp.Compare(a.Dimension, b.Dimension) })
	return views, nil
}

// dimensionIn reads the dimension of a benefit.
func dimensionIn(body []byte) (string, error) {
	var benefit struct {
		Dimension string `json:"dimension"`
	}
	if err := json.Unmarshal(body, &benefit); err != nil {
		return "", fmt.Errorf("read a benefit: %w", err)
	}
	return dimensionKey(benefit.Dimension), nil
}

// AddDimension puts a dimension at the end of the list.
func (s *Settings) AddDimension(name string) (_ WrittenView, err error) {
	defer s.app.catch("settings.add_dimension", &err)
	list, err := s.dimensions()
	if err != nil {
		return WrittenView{}, err
	}
	if name, err = freshDimension(list, name, ""); err != nil {
		return WrittenView{}, err
	}
	if len(list) >= mostDimensions {
		return WrittenView{}, success.Invalid("name", "%d dimensions are as many as a picture can tell apart.", mostDimensions)
	}
	return s.putDimensions("Add the dimension"+named(name), append(list, name))
}

// RenameDimension gives a dimension another name, in the list and in every benefit
// that is of it.
func (s *Settings) RenameDimension(from, to string) (_ WrittenView, err error) {
	defer s.app.catch("settings.rename_dimension", &err)
	list, err := s.dimensions()
	if err != nil {
		return WrittenView{}, err
	}
	from = dimensionKey(from)
	at := slices.Index(list, from)
	if at < 0 {
		return WrittenView{}, success.NotFound("This dimension is not in the list any more.")
	}
	if to, err = freshDimension(list, to, from); err != nil {
		return WrittenView{}, err
	}
	list[at] = to
	return s.app.write("Rename the dimension"+named(from)+" to"+named(to), func(tx *workspace.Tx) (success.ID, error) {
		if err := moveBenefits(tx, from, to); err != nil {
			return "", err
		}
		return writeDimensions(tx, list)
	})
}

// MoveDimension puts a dimension before another one, or at the end.
func (s *Settings) MoveDimension(name, before string) (_ WrittenView, err error) {
	defer s.app.catch("settings.move_dimension", &err)
	list, err := s.dimensions()
	if err != nil {
		return WrittenView{}, err
	}
	name = dimensionKey(name)
	if !slices.Contains(list, name) {
		return WrittenView{}, success.NotFound("This dimension is not in the list any more.")
	}
	list = slices.DeleteFunc(list, func(d string) bool { return d == name })
	at := slices.Index(list, dimensionKey(before))
	if at < 0 {
		at = len(list)
	}
	return s.putDimensions("Move the dimension"+named(name), slices.Insert(list, at, name))
}

// RemoveDimension takes a dimension out of the list. Benefits that are of it move
// to another one, to; without one the dimension of benefits is not removed.
func (s *Settings) RemoveDimension(name, to string) (_ WrittenView, err error) {
	defer s.app.catch("settings.remove_dimension", &err)
	list, err := s.dimensions()
	if err != nil {
		return WrittenView{}, err
	}
	name, to = dimensionKey(name), dimensionKey(to)
	rest := slices.DeleteFunc(list, func(d string) bool { return d == name })
	if len(rest) == 0 {
		return WrittenView{}, success.Invalid("name", "One dimension has to stay: a benefit has to be of some kind.")
	}
	if to != "" && !slices.Contains(rest, to) {
		return WrittenView{}, success.Invalid("to", "Choose a dimension that stays.")
	}
	return s.app.write("Remove the dimension"+named(name), func(tx *workspace.Tx) (success.ID, error) {
		if err := moveBenefits(tx, name, to); err != nil {
			return "", err
		}
		return writeDimensions(tx, rest)
	})
}

// moveBenefits gives the benefits of one dimension another; with none to give it
// refuses where there are any.
func moveBenefits(tx *workspace.Tx, from, to string) error {
	var ids []success.ID
	err := tx.List("benefit", func(id success.ID, body json.RawMessage) error {
		key, err := dimensionIn(body)
		if key == from {
			ids = append(ids, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	if to == "" && len(ids) > 0 {
		return success.Invalid("to", "%d benefits are of this dimension. Say which dimension they move to; nothing was changed.", len(ids))
	}
	for _, id := range ids {
		if _, err := tx.Put("benefit", id, success.Fields{"dimension": jsonText(to)}); err != nil {
			return err
		}
	}
	return nil
}

// freshDimension returns a name that can stand in the list; old is the one it
// takes the place of.
func freshDimension(list []string, name, old string) (string, error) {
	name = dimensionKey(name)
	if name == "" {
		return "", success.Invalid("name", "Give the dimension a name.")
	}
	if len([]rune(name)) > 40 {
		return "", success.Invalid("name", "Forty letters are enough for the name of a dimension.")
	}
	for _, d := range list {
		if d != old && strings.EqualFold(d, name) {
			return "", success.Invalid("name", "There is a dimension of this name already.")
		}
	}
	return name, nil
}

func (s *Settings) dimensions() ([]string, error) {
	settings, err := s.settings()
	if err != nil {
		return nil, err
	}
	return dimensionsOf(&settings.Workspace), nil
}

func (s *Settings) putDimensions(label string, list []string) (WrittenView, error) {
	return s.app.write(label, func(tx *workspace.Tx) (success.ID, error) { return writeDimensions(tx, list) })
}

func writeDimensions(tx *workspace.Tx, list []string) (success.ID, error) {
	raw, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("write the dimensions: %w", err)
	}
	written, err := tx.Put("workspace", "", success.Fields{"dimensions": raw})
	return written.ID, err
}

// SetGates writes the days before a decision date on which a call is due. Calls
// that were made at other gates stay where they are.
func (s *Settings) SetGates(days []int64) (_ WrittenView, err error) {
	defer s.app.catch("settings.set_gates", &err)
	days = slices.Clone(days)
	slices.SortFunc(days, func(a, b int64) int { return cmp.Compare(b, a) })
	if len(slices.Compact(slices.Clone(days))) != len(days) {
		return WrittenView{}, success.Invalid("gates", "There is a gate on this day already.")
	}
	switch {
	case len(days) == 0:
		return WrittenView{}, success.Invalid("gates", "One gate has to stay: without one nobody is asked before it is too late.")
	case len(days) > mostGates:
		return WrittenView{}, success.Invalid("gates", "%d gates are enough.", mostGates)
	case days[0] > 365 || days[len(days)-1] < 1:
		return WrittenView{}, success.Invalid("gates", "A gate lies between 1 and 365 days before the decision.")
	}
	raw, err := json.Marshal(days)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write the gates: %w", err)
	}
	return s.put("Change the renewal gates", success.Fields{"gates": raw})
}
