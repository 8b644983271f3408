package desktop

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/capture"
	"github.com/tendril-app/tendril/internal/success"
)

// captureView is what a page was read as, line by line.
func captureView(p *capture.Page, f *success.File) CaptureView {
	view := CaptureView{
		On: p.On.String(), Note: p.Note, Records: len(p.Records),
		Talk: []CaptureFieldView{}, People: []CapturePersonView{}, Lines: []CaptureLineView{},
	}
	for i := range p.Records {
		if rec := &p.Records[i]; rec.Kind == "touchpoint" {
			view.Talk = fieldViews(rec, p, f)
			view.People = metOf(rec, p, f)
		}
	}
	for _, item := range p.Items {
		line := CaptureLineView{Line: item.Line, Sign: item.Sign, Text: item.Text, Guess: item.Guess, Records: []CaptureRecordView{}}
		for i := range p.Records {
			if rec := &p.Records[i]; rec.Line == item.Line {
				line.Records = append(line.Records, CaptureRecordView{Kind: string(rec.Kind), ID: string(rec.ID), Fields: fieldViews(rec, p, f)})
			}
		}
		view.Lines = append(view.Lines, line)
	}
	for _, u := range p.Unread {
		text := strings.TrimSpace(u.Text)
		line := CaptureLineView{Line: u.Line, Text: u.Text, Plain: u.Reason == "", Reason: u.Reason, Records: []CaptureRecordView{}}
		if sign := strings.IndexAny(text, `?=!$>~#"@“”„‟«»`); sign == 0 {
			line.Sign = text[:1]
		} else { // a name on a line of several
			line.Sign, line.Name = "@", text
		}
		if line.Sign == "@" && line.Name == "" {
			line.Name = strings.TrimSpace(strings.TrimPrefix(text, "@"))
		}
		view.Lines = append(view.Lines, line)
	}
	slices.SortStableFunc(view.Lines, func(a, b CaptureLineView) int { return cmp.Compare(a.Line, b.Line) })
	return view
}

// metOf lists who was met, those known first.
func metOf(rec *capture.Record, p *capture.Page, f *success.File) []CapturePersonView {
	views := []CapturePersonView{}
	var ids []success.ID
	if json.Unmarshal(rec.Fields["stakeholder_ids"], &ids) == nil {
		for _, id := range ids {
			at := slices.IndexFunc(f.Stakeholders, func(s success.Stakeholder) bool { return s.ID == id })
			if at >= 0 {
				views = append(views, CapturePersonView{ID: string(id), Name: f.Stakeholders[at].Name, Title: f.Stakeholders[at].Title})
			}
		}
	}
	for _, link := range rec.Links {
		for i := range p.Records {
			if who := &p.Records[i]; who.Key == link.Key && who.Kind == "stakeholder" {
				views = append(views, CapturePersonView{Name: unquoted(who.Fields["name"]), Title: unquoted(who.Fields["title"])})
			}
		}
	}
	return views
}

// fieldViews are a record's fields as they can be typed, in the order of its
// description; without the account, which is that of the page. A link to a new
// person shows the name.
func fieldViews(rec *capture.Record, p *capture.Page, f *success.File) []CaptureFieldView {
	views := []CaptureFieldView{}
	spec, err := success.SpecOf(rec.Kind)
	if err != nil {
		return views
	}
	for i := range spec.Fields {
		field := &spec.Fields[i]
		if raw, ok := rec.Fields[field.Name]; ok && field.Name != "account_id" {
			views = append(views, CaptureFieldView{Name: field.Name, Value: typedText(field, raw)})
		}
	}
	for _, link := range rec.Links {
		for i := range p.Records {
			if who := &p.Records[i]; who.Key == link.Key && link.Field == "stakeholder_id" {
				views = append(views, CaptureFieldView{Name: link.Field, Value: unquoted(who.Fields["name"])})
			}
		}
	}
	if rec.Kind == "behavior_change" && rec.ID != "" && rec.Fields["process"] == nil {
		process := titleIn(f.BehaviorChanges, rec.ID, func(c *success.BehaviorChange) string { return cmp.Or(c.Process, c.To) })
		views = slices.Insert(views, 0, CaptureFieldView{Name: "process", Value: process})
	}
	return views
}

// typedText writes a value as typedValue reads it.
func typedText(field *success.FieldSpec, raw json.RawMessage) string {
	switch field.Type {
	case success.TypeMoney, success.TypeAmount:
		var money struct {
			Amount   string `json:"amount"`
			Currency string `json:"currency"`
		}
		if json.Unmarshal(raw, &money) == nil {
			return strings.TrimSuffix(money.Amount, ".00") + " " + money.Currency
		}
	case success.TypeLink:
		var link success.Link
		if json.Unmarshal(raw, &link) == nil {
			return string(link.Kind) + " " + string(link.ID)
		}
	case success.TypeJSON, success.TypeSet:
		var list []string
		if json.Unmarshal(raw, &list) == nil {
			return strings.Join(list, " ")
		}
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return string(raw)
}
