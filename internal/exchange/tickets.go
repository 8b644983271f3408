package exchange

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// doneStatus are the words of help desks for a ticket that was answered for good.
var doneStatus = []string{"solved", "closed", "resolved", "done", "gelöst", "geschlossen", "erledigt"}

// ticketByID takes the column that a help desk calls only "id" for the ticket's: in
// any other table it may be anything.
func (m *Matching) ticketByID(t *Table, given map[int]string) {
	if m.Source != "zendesk" || m.As != AsTouchpoints || m.column("ticket") >= 0 {
		return
	}
	for i := range t.Columns {
		if _, said := given[i]; !said && m.Columns[i].Field == "" && normalHeading(t.Columns[i].Name) == "id" {
			m.Columns[i].Field, m.Columns[i].Confidence = "ticket", ConfidenceLikely
			return
		}
	}
}

// planTicket makes a touchpoint of what a help desk exports: it came in, is of kind
// support, and was answered on the first of these that the row says: the day of the
// first reply, the minutes to it, the day on which it was solved, and, of a ticket
// that is solved, the day of its last change. Its requester was there; somebody new
// becomes a stakeholder, which is returned where this row makes one.
func (p *planner) planTicket(rp *rowPlan, c cells, own owner, fields success.Fields) (*write, error) {
	if fields["kind"] == nil {
		fields["kind"], fields["direction"] = json.RawMessage(`"support"`), json.RawMessage(`"in"`)
	}
	status := strings.ToLower(c.text("ticket_status"))
	if status == "deleted" || status == "spam" {
		return nil, success.Invalid("ticket_status", "The ticket is %s at the help desk; it is left out.", status)
	}
	if textOf(fields["summary"]) == "" {
		fields["summary"] = jsonText("Ticket " + textOf(fields["ticket"]))
	}
	if fields["replied_on"] == nil {
		on, err := answeredOn(c, status)
		if err != nil {
			return nil, err
		}
		if on != 0 && on <= p.o.Today {
			fields["replied_on"] = jsonText(on.String())
		}
	}
	return p.requester(rp, c, own, fields)
}

// answeredOn is the day on which a ticket was answered; none where it was not.
func answeredOn(c cells, status string) (success.Date, error) {
	minutes, ok, err := c.number("first_reply_minutes")
	if err != nil {
		return 0, err
	}
	if ok && !minutes.IsNegative() {
		asked, err := c.moment("on")
		if err != nil || asked.date == 0 {
			return asked.date, err
		}
		at := asked.date.Time().Add(time.Duration(max(asked.second, 0)) * time.Second)
		return success.DateOf(at.Add(time.Duration(minutes.IntPart()) * time.Minute)), nil
	}
	solved, err := c.date("solved_on")
	if err != nil || solved != 0 || !slices.Contains(doneStatus, status) {
		return solved, err
	}
	return c.date("updated")
}

// requesterOf is the name and the mail address of who asked; either may be "".
func requesterOf(c cells) (name, email string) {
	name, email = c.text("requester"), strings.ToLower(c.text("requester_email"))
	if strings.Contains(name, "@") && email == "" {
		name, email = "", strings.ToLower(name)
	}
	if isNone(name) || allDigits(name) {
		name = ""
	}
	if isNone(email) {
		email = ""
	}
	return name, email
}

// requester names who asked among those who were there. A row that says only a
// number at the help desk names nobody.
func (p *planner) requester(rp *rowPlan, c cells, own owner, fields success.Fields) (*write, error) {
	name, email := requesterOf(c)
	if name == "" && email == "" {
		return nil, nil //nolint:nilnil // nobody new and no fault: the ticket names nobody
	}
	person := success.Fields{"name": jsonText(firstOf(name, email))}
	if email != "" {
		person["email"] = jsonText(email)
	}
	for _, key := range recordKeys("stakeholder", own.ref, person) {
		if e := p.other.records[key]; e != nil && sameMail(e.fields, person) {
			if e.id == "" {
				return e.made, nil
			}
			var there []string
			if json.Unmarshal(fields["stakeholder_ids"], &there) != nil || !slices.Contains(there, string(e.id)) {
				fields["stakeholder_ids"] = jsonValue(append(there, string(e.id)))
			}
			return nil, nil //nolint:nilnil // somebody known was added
		}
	}
	made, err := p.newRecord(rp, c.row.Number, "stakeholder", own, person, recordKeys("stakeholder", own.ref, person))
	if err != nil {
		return nil, err
	}
	return made.made, nil
}
