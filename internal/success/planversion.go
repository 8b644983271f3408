package success

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"unicode/utf8"
)

// PlanVersion names the content of a plan that a client signs: the lower-case
// hex SHA-256 of its RFC 8785 JSON (names in order, numbers in their shortest
// form). A plan that changes has another version. It is empty for a plan that
// is not in the file.
func PlanVersion(f *File, plan ID) string {
	f = f.settled()
	p := find(f.Plans, plan)
	if p == nil {
		return ""
	}
	sum := sha256.Sum256(planContent(f, p))
	return hex.EncodeToString(sum[:])
}

// canon writes canonical JSON. Names must be written in order of code unit.
type canon struct {
	bytes.Buffer
	inside bool // a value stands before the next
	of     *Meta
}

func (c *canon) open(bracket byte) { c.comma(); c.WriteByte(bracket); c.inside = false }

// begin opens the object of a record.
func (c *canon) begin(of *Meta) { c.open('{'); c.of = of }

func (c *canon) close(bracket byte) { c.WriteByte(bracket); c.inside = true }

func (c *canon) comma() {
	if c.inside {
		c.WriteByte(',')
	}
	c.inside = true
}

func (c *canon) name(name string) {
	c.comma()
	c.quote(name)
	c.WriteByte(':')
	c.inside = false
}

// text writes a text of the record in hand, or null where it is missing. A text
// that is there but empty is written as such.
func (c *canon) text(name, value string) {
	c.name(name)
	c.inside = true
	if value == "" && !c.of.isBlank(name) {
		c.WriteString("null")
		return
	}
	c.quote(value)
}

func (c *canon) date(name string, d Date) {
	if d != 0 {
		c.text(name, d.String())
		return
	}
	c.name(name)
	c.inside = true
	c.WriteString("null")
}

func (c *canon) number(name string, value *float64) {
	c.name(name)
	c.inside = true
	if value == nil {
		c.WriteString("null")
		return
	}
	c.WriteString(shortest(*value))
}

func (c *canon) whole(name string, value *Count) {
	if value == nil {
		c.number(name, nil)
		return
	}
	v := float64(*value)
	c.number(name, &v)
}

// quote escapes only what JSON cannot hold, as RFC 8785 asks.
func (c *canon) quote(text string) {
	const digits = "0123456789abcdef"
	c.WriteByte('"')
	for _, r := range text {
		switch r {
		case '"', '\\':
			c.WriteByte('\\')
			c.WriteByte(byte(r))
		case '\b':
			c.WriteString(`\b`)
		case '\t':
			c.WriteString(`\t`)
		case '\n':
			c.WriteString(`\n`)
		case '\f':
			c.WriteString(`\f`)
		case '\r':
			c.WriteString(`\r`)
		default:
			if r < ' ' {
				c.WriteString(`\u00`)
				c.WriteByte(digits[r>>4])
				c.WriteByte(digits[r&15])
				continue
			}
			c.Write(utf8.AppendRune(nil, r))
		}
	}
	c.WriteByte('"')
}

// shortest writes a number as ECMAScript does: the fewest digits that read back
// the same, with an exponent below 1e-6 and from 1e21 on.
func shortest(v float64) string {
	if v == 0 {
		return "0" // also for -0
	}
	size := v
	if v < 0 {
		size = -v
	}
	if size >= 1e-6 && size < 1e21 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	text := []byte(strconv.FormatFloat(v, 'e', -1, 64))
	if n := len(text); text[n-2] == '0' && (text[n-3] == '-' || text[n-3] == '+') { // 1e-07 is written 1e-7
		text = append(text[:n-2], text[n-1])
	}
	return string(text)
}

// planContent is what a signature stands for. All lists are in order of id.
func planContent(f *File, p *SuccessPlan) []byte {
	var c canon
	c.open('{')
	c.name("milestones")
	c.open('[')
	for _, m := range byID(f.Milestones, func(m *Milestone) bool { return m.PlanID == p.ID }) {
		c.begin(&m.Meta)
		c.date("due", m.Due)
		c.text("id", string(m.ID))
		c.text("owner", m.Owner)
		c.text("side", m.Side)
		c.text("title", m.Title)
		c.close('}')
	}
	c.close(']')
	c.name("outcomes")
	c.open('[')
	for _, o := range byID(f.Outcomes, func(o *Outcome) bool { return o.PlanID == p.ID }) {
		c.outcome(f, o)
	}
	c.close(']')
	c.of = &p.Meta
	c.text("summary", p.Summary)
	c.text("title", p.Title)
	c.close('}')
	return c.Bytes()
}

func (c *canon) outcome(f *File, o *Outcome) {
	c.open('{')
	c.name("behavior_changes")
	c.open('[')
	for _, b := range byID(f.BehaviorChanges, func(b *BehaviorChange) bool { return b.OutcomeID == o.ID }) {
		c.begin(&b.Meta)
		c.text("from", b.From)
		c.text("id", string(b.ID))
		c.whole("people", b.People)
		c.text("process", b.Process)
		c.text("to", b.To)
		c.text("who", b.Who)
		c.close('}')
	}
	c.close(']')
	c.of = &o.Meta
	c.text("id", string(o.ID))
	c.text("job", o.Job)
	c.text("link", o.Link)
	c.name("measures")
	c.open('[')
	for _, m := range byID(f.Measures, func(m *Measure) bool { return m.OutcomeID == o.ID }) {
		c.begin(&m.Meta)
		c.number("baseline", m.Baseline)
		c.text("direction", m.Direction)
		c.text("id", string(m.ID))
		c.text("name", m.Name)
		c.number("target", m.Target)
		c.date("target_on", m.TargetOn)
		c.text("unit", m.Unit)
		c.close('}')
	}
	c.close(']')
	c.of = &o.Meta
	c.text("quote", o.Quote)
	c.text("statement", o.Statement)
	c.date("target_date", o.TargetDate)
	c.text("why_it_matters", o.WhyItMatters)
	c.close('}')
}

// byID returns the records that pass, in order of id.
func byID[T any, P interface {
	*T
	Record
}](list []T, pass func(*T) bool) []*T {
	var out []*T
	for i := range list {
		if pass(&list[i]) {
			out = append(out, &list[i])
		}
	}
	slices.SortFunc(out, func(a, b *T) int { return cmp.Compare(P(a).Base().ID, P(b).Base().ID) })
	return out
}
