package exchange

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/tendril-app/tendril/internal/success"
)

// readingEntry is a reading as it will be after the rows planned so far.
type readingEntry struct {
	id       success.ID
	value    float64
	recorded success.Instant
	row      int32 // of the file that spoke of it, 0 for none
}

// readingWrite holds the fields of a reading to write. A file may bring a
// hundred thousand, so the fields are made into JSON only when they are written.
type readingWrite struct {
	measure     *measureEntry
	on          success.Date
	recorded    success.Instant
	value       float64
	source      string
	confidence  string
	confirmedBy string
	err         error // why the row is no reading
}

// fill puts the fields of the reading into an empty map; a new one has more.
func (r *readingWrite) fill(fields success.Fields, isNew bool) {
	fields["value"] = json.RawMessage(strconv.FormatFloat(r.value, 'f', -1, 64))
	if isNew {
		fields["measure_id"] = r.measure.quoted
		fields["on"] = jsonDate(r.on)
		if r.recorded != 0 {
			fields["recorded_at"] = jsonText(r.recorded.String())
		}
	}
	for _, f := range [...]struct{ name, text string }{{"source", r.source}, {"confidence", r.confidence}, {"confirmed_by", r.confirmedBy}} {
		if f.text != "" {
			fields[f.name] = jsonText(f.text)
		}
	}
}

// planReading plans one row of readings. A row with a time of day is a reading
// of its own; one without corrects the reading of its day.
func (p *planner) planReading(rp *rowPlan, c cells) error {
	m, err := p.measure(c)
	if err != nil {
		return err
	}
	rp.name = m.name
	r := &p.readings[rp.index]
	if r.err != nil {
		return r.err
	}
	r.measure = m
	have := p.other.byDay[dayKey{m, r.on}]
	if r.recorded != 0 {
		have = p.other.byTime[timeKey{m, r.recorded}]
	} else if have != nil && have.recorded != 0 && have.row != 0 {
		have = nil // another row of this file is about a time of that day
	}
	row := int32(min(c.row.Number, math.MaxInt32))
	switch {
	case have == nil:
		p.other.addReading(m, r.on, p.spare.entry(readingEntry{value: r.value, recorded: r.recorded, row: row}))
		rp.writes, rp.status = p.spare.write("", r), StatusNew
	case have.value == r.value:
		if have.row == 0 {
			have.row = row
		}
	case have.row != 0:
		return success.Invalid("on", "Row %d already gives %s on %s, with another value. Leave one of the two out, or add the time of day.", have.row, m.name, r.on)
	default:
		rp.changes = []CellChange{{Kind: "reading", Field: "value", From: strconv.FormatFloat(have.value, 'f', -1, 64), To: strconv.FormatFloat(r.value, 'f', -1, 64)}}
		rp.writes, rp.status = p.spare.write(have.id, r), StatusChanged
		have.value, have.row = r.value, row
	}
	return nil
}

// readReading reads what a row says of a reading, its measure aside.
func (p *planner) readReading(c cells) (r readingWrite, err error) {
	at, err := c.readingDay()
	if err != nil {
		return r, err
	}
	if at.date == 0 {
		return r, success.Invalid("on", "The row has no date.")
	}
	if p.o.Today != 0 && at.date > p.o.Today {
		if _, month := lastOfMonth(c.text("on")); month {
			return r, c.fail("on", errors.New("is not over yet; a part of a month would read as a fall, so bring it in when the month is over"))
		}
		return r, c.fail("on", errors.New("has not come yet; a reading cannot be of the future"))
	}
	value, ok, err := c.number("value")
	if err != nil {
		return r, err
	}
	if !ok {
		return r, success.Invalid("value", "The row has no value. Leave the row out if nothing was measured.")
	}
	r.on, r.value = at.date, value.InexactFloat64()
	if math.IsInf(r.value, 0) {
		return r, c.fail("value", errors.New("is too large"))
	}
	if at.second >= 0 {
		r.recorded = success.InstantOf(at.date.Time().Add(time.Duration(at.second) * time.Second))
	}
	r.source, r.confirmedBy = c.text("source"), c.text("confirmed_by")
	if c.fields["confidence"] != nil {
		if r.confidence, err = c.enum("confidence", "reading", "confidence"); err != nil {
			return r, err
		}
	}
	return r, nil
}

// readingDay reads a day, or a month as its last day: what a month brought is
// known when it is over.
func (c cells) readingDay() (moment, error) {
	if day, ok := lastOfMonth(c.text("on")); ok {
		return moment{day, -1}, nil
	}
	return c.moment("on")
}

// lastOfMonth reads a month such as 2021-09 as its last day.
func lastOfMonth(text string) (success.Date, bool) {
	if len(text) != 7 || text[4] != '-' || !allDigits(text[:4]) || !allDigits(text[5:]) {
		return 0, false
	}
	year, err := strconv.Atoi(text[:4])
	month, err2 := strconv.Atoi(text[5:])
	if err != nil || err2 != nil || month < 1 || month > 12 || year < earliestYear || year > latestYear {
		return 0, false
	}
	return success.NewDate(year, time.Month(month)+1, 1).AddDays(-1), true
}
