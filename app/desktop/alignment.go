package desktop

import (
	"strings"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Alignment is the table of motivations and indicators by stage, and what each
// indicator really indicates.
type Alignment struct{ app *App }

// NewAlignment returns the bound alignment.
func NewAlignment(app *App) *Alignment { return &Alignment{app: app} }

// AlignmentInput is a motivation or an indicator as it is typed. Without an ID it
// is made, at the end of its list; else the fields given are changed. Fields are
// texts by name; an empty text clears a field.
type AlignmentInput struct {
	Kind   string            `json:"kind"` // motivation, indicator
	ID     string            `json:"id"`
	Fields map[string]string `json:"fields"`
}

// Page returns the whole table against an outcome, "retention" (also where it is
// empty) or "action".
func (a *Alignment) Page(outcome string) (_ AlignmentView, err error) {
	defer a.app.catch("alignment.page", &err)
	var view AlignmentView
	err = a.app.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		figure, err := made.figure(book, today, outcome)
		if err != nil {
			return err
		}
		view = alignmentView(book, figure)
		return nil
	})
	if err != nil {
		return AlignmentView{}, err
	}
	view.ReadOnly, err = a.app.readOnly()
	return view, err
}

// readOnly reports whether nothing can be written to the open workspace.
func (a *App) readOnly() (bool, error) {
	ws, err := a.workspace()
	if err != nil {
		return false, err
	}
	return ws.ReadOnly() != "", nil
}

// isOfTable reports whether records of a kind stand in the table.
func isOfTable(kind success.Kind) bool { return kind == "motivation" || kind == "indicator" }

// Write makes or changes a motivation or an indicator. It returns CodeInvalid with
// the field that is wrong.
func (a *Alignment) Write(in AlignmentInput) (_ WrittenView, err error) {
	defer a.app.catch("alignment.write", &err)
	kind := success.Kind(in.Kind)
	if !isOfTable(kind) {
		return WrittenView{}, success.Invalid("kind", "The alignment table has no %s.", in.Kind)
	}
	fields, err := typedFields(kind, in.Fields, "")
	if err != nil {
		return WrittenView{}, err
	}
	if name, given := in.Fields["name"]; given && strings.TrimSpace(name) == "" {
		return WrittenView{}, success.Invalid("name", "Give it a name.")
	}
	settings, err := a.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	if in.ID == "" {
		if at := endOfPlaces(alignmentPlaces(settings, kind, in.Fields["stage"], in.Fields["motivation_id"])); !at.IsZero() {
			fields["position"] = []byte(at.String())
		}
		return a.app.write(addLabel(kind)+named(strings.TrimSpace(in.Fields["name"])), func(tx *workspace.Tx) (success.ID, error) {
			written, err := tx.Put(kind, "", fields)
			return written.ID, err
		})
	}
	if err := a.keepsKind(settings, in); err != nil {
		return WrittenView{}, err
	}
	return a.app.write(changeLabel(kind)+named(alignmentName(settings, kind, success.ID(in.ID))), func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put(kind, success.ID(in.ID), fields)
		return written.ID, err
	})
}

// keepsKind refuses another kind for an indicator that has values: a yes is no
// number.
func (a *Alignment) keepsKind(settings *success.Settings, in AlignmentInput) error {
	kind, given := in.Fields["kind"]
	if !given || in.Kind != "indicator" {
		return nil
	}
	was := titleIn(settings.Indicators, success.ID(in.ID), func(i *success.Indicator) string { return i.IndicatorKind })
	if was == "" || was == strings.TrimSpace(kind) {
		return nil
	}
	return a.app.align.use(func(book *success.Book, _ success.Date, _ *reckoned) error {
		if n := valuesKnown(book)[success.ID(in.ID)]; n > 0 {
			return success.Invalid("kind", "%d accounts have a value of this kind. Make a new indicator, and leave this one as it is.", n)
		}
		return nil
	})
}

// sharedSettings are the records of the workspace that belong to no account.
func (a *App) sharedSettings() (*success.Settings, error) {
	ws, err := a.workspace()
	if err != nil {
		return nil, err
	}
	return ws.Settings(a.ctx())
}

func alignmentName(s *success.Settings, kind success.Kind, id success.ID) string {
	switch kind {
	case "motivation":
		return titleIn(s.Motivations, id, func(m *success.Motivation) string { return m.Name })
	case "indicator":
		return titleIn(s.Indicators, id, func(i *success.Indicator) string { return i.Name })
	case "customer_type":
		return titleIn(s.CustomerTypes, id, func(t *success.CustomerType) string { return t.Name })
	}
	return ""
}

// alignmentPlaces are the records that stand in one list with another: the
// motivations of a stage, the indicators of a motivation.
func alignmentPlaces(s *success.Settings, kind success.Kind, stage, motivation string) []placed {
	var list []placed
	if kind == "motivation" {
		for _, m := range orderedMotivations(s) {
			if stageOr(m.Stage) == stageOr(stage) {
				list = append(list, placed{m.ID, m.Position})
			}
		}
		return list
	}
	for _, i := range orderedIndicators(s) {
		if i.MotivationID == success.ID(motivation) && (motivation != "" || stageOr(i.Stage) == stageOr(stage)) {
			list = append(list, placed{i.ID, i.Position})
		}
	}
	return list
}

// Move puts a motivation, or an indicator, before another one of its list; before
// "" means at the end. To is the stage, or the motivation's id, of the list that
// it is to stand in; "" keeps it where it is.
func (a *Alignment) Move(kind, id, before, to string) (_ WrittenView, err error) {
	defer a.app.catch("alignment.move", &err)
	settings, err := a.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	k := success.Kind(kind)
	name := alignmentName(settings, k, success.ID(id))
	if !isOfTable(k) || name == "" {
		return WrittenView{}, success.NotFound("This is not in the table any more.")
	}
	fields := success.Fields{}
	stage, motivation := listOf(settings, k, success.ID(id))
	if k == "motivation" && to != "" && to != stage {
		stage = to
		fields["stage"] = jsonText(to)
	}
	if k == "indicator" && to != "" && to != motivation {
		motivation = to
		fields["motivation_id"] = jsonText(to)
	}
	places := moveTo(alignmentPlaces(settings, k, stage, motivation), success.ID(id), success.ID(before))
	return a.app.write(moveLabel(k)+named(name), func(tx *workspace.Tx) (success.ID, error) {
		if len(fields) > 0 {
			if _, err := tx.Put(k, success.ID(id), fields); err != nil {
				return "", err
			}
		}
		return success.ID(id), putPlaces(tx, k, places)
	})
}

// listOf says in which list a record stands: its stage, and an indicator's
// motivation.
func listOf(s *success.Settings, kind success.Kind, id success.ID) (stage, motivation string) {
	if kind == "motivation" {
		return stageOr(titleIn(s.Motivations, id, func(m *success.Motivation) string { return m.Stage })), ""
	}
	stage = stageOr(titleIn(s.Indicators, id, func(i *success.Indicator) string { return i.Stage }))
	return stage, titleIn(s.Indicators, id, func(i *success.Indicator) string { return string(i.MotivationID) })
}

// Delete puts a motivation, with its indicators, or an indicator, with its values,
// in the bin.
func (a *Alignment) Delete(kind, id string) (_ WrittenView, err error) {
	defer a.app.catch("alignment.delete", &err)
	settings, err := a.app.sharedSettings()
	if err != nil {
		return WrittenView{}, err
	}
	k := success.Kind(kind)
	name := alignmentName(settings, k, success.ID(id))
	if !isOfTable(k) || name == "" {
		return WrittenView{}, success.NotFound("This is not in the table any more.")
	}
	return a.app.write(deleteLabel(k)+named(name), func(tx *workspace.Tx) (success.ID, error) {
		if k == "motivation" {
			// An indicator only points at its motivation, so it goes along by hand.
			for i := range settings.Indicators {
				if settings.Indicators[i].MotivationID == success.ID(id) {
					if err := tx.Delete("indicator", settings.Indicators[i].ID); err != nil {
						return "", err
					}
				}
			}
		}
		return success.ID(id), tx.Delete(k, success.ID(id))
	})
}

func addLabel(kind success.Kind) string {
	if kind == "motivation" {
		return "Add motivation"
	}
	return "Add indicator"
}

func changeLabel(kind success.Kind) string {
	if kind == "motivation" {
		return "Change motivation"
	}
	return "Change indicator"
}

func moveLabel(kind success.Kind) string {
	if kind == "motivation" {
		return "Move motivation"
	}
	return "Move indicator"
}

func deleteLabel(kind success.Kind) string {
	switch kind {
	case "motivation":
		return "Delete motivation"
	case "question":
		return "Delete question"
	case "insight":
		return "Delete insight"
	}
	return "Delete indicator"
}
