package desktop

import (
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// MoveClaim moves a claim one place up (by below 0) or down, beyond the end of
// its section into the next one that is not taken out. At the story's end
// nothing is written, and the answer's action has no id.
func (x *Stories) MoveClaim(id, claim string, by int) (_ WrittenView, err error) {
	defer x.app.catch("stories.move_claim", &err)
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	i, err := d.at(claim)
	if err != nil {
		return WrittenView{}, err
	}
	moved := d.claims[i]
	row := d.section(moved.Section)
	to := slices.IndexFunc(row, func(c success.Claim) bool { return c.ID == moved.ID }) + by
	if to >= 0 && to < len(row) {
		return x.placeClaim(d, moved, moved.Section, to)
	}
	var shown []string
	for _, s := range story.SectionsOf(d.story) {
		if !s.Hidden || s.Key == moved.Section {
			shown = append(shown, s.Key)
		}
	}
	next := slices.Index(shown, moved.Section) + max(min(by, 1), -1)
	if next < 0 || next >= len(shown) {
		return WrittenView{ID: claim}, nil
	}
	to = 0
	if by < 0 {
		to = len(d.section(shown[next]))
	}
	return x.placeClaim(d, moved, shown[next], to)
}

// PlaceClaim moves a claim to a place in a section, its own or another, counted
// from 0 among the section's claims without it.
func (x *Stories) PlaceClaim(id, claim, section string, place int) (_ WrittenView, err error) {
	defer x.app.catch("stories.place_claim", &err)
	d, err := x.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	i, err := d.at(claim)
	if err != nil {
		return WrittenView{}, err
	}
	if !d.has(section) {
		return WrittenView{}, noSection(section)
	}
	return x.placeClaim(d, d.claims[i], section, place)
}

// placeClaim writes a claim's section and place.
func (x *Stories) placeClaim(d *onDesk, moved success.Claim, section string, at int) (WrittenView, error) {
	row := slices.DeleteFunc(d.section(section), func(c success.Claim) bool { return c.ID == moved.ID })
	to := min(max(at, 0), len(row))
	row = slices.Insert(row, to, moved)
	return x.app.write("Move a claim of "+d.file.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		pos, err := place(tx, row, to)
		if err != nil {
			return "", err
		}
		fields := success.Fields{"position": json.RawMessage(pos.String())}
		if section != moved.Section {
			fields["section"] = jsonText(section)
		}
		_, err = tx.Put("claim", moved.ID, fields)
		return moved.ID, err
	})
}

// place returns a position for the claim at a place of its section. Where its
// neighbours leave none between them, they are numbered anew first.
func place(tx *workspace.Tx, row []success.Claim, at int) (success.Position, error) {
	var low, high success.Position
	if at > 0 {
		low = row[at-1].Position
	}
	if at+1 < len(row) {
		high = row[at+1].Position
	}
	pos := success.Between(low, high)
	last := at+1 >= len(row)
	if pos.Cmp(low.Decimal) > 0 && (last || pos.Cmp(high.Decimal) < 0) {
		return pos, nil
	}
	for i := range row {
		if i == at {
			continue
		}
		number := success.Position{Decimal: decimal.NewFromInt(int64(i + 1))}
		if err := setPosition(tx, row[i].ID, number); err != nil {
			return pos, err
		}
	}
	return success.Position{Decimal: decimal.NewFromInt(int64(at + 1))}, nil
}

func setPosition(tx *workspace.Tx, id success.ID, pos success.Position) error {
	_, err := tx.Put("claim", id, success.Fields{"position": json.RawMessage(pos.String())})
	return err
}
