package sample

import (
	"crypto/sha1" //nolint:gosec // UUIDv5 is defined over SHA-1; nothing here is a secret
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// book collects the records of the sample. The days handed to it are those of
// the written story; at moves them.
type book struct {
	end     success.Date
	shift   int
	rng     *rand.Rand
	records []success.Record
	made    map[success.Date]int // records made on a day, so that their order is kept
	signs   []signature
}

// signature is a sign-off whose version is known once the plan is complete.
// Without leaves one record out of the signed version: it came later.
type signature struct {
	rec     *success.PlanSignoff
	without success.ID
}

func newBook(end success.Date, seed uint64) *book {
	return &book{
		end:   end,
		shift: end.Sub(success.MustDate(WrittenFor)),
		rng:   rand.New(rand.NewPCG(seed, 0x51a7)), //nolint:gosec // the sample must be the same every time
		made:  map[success.Date]int{},
	}
}

// at returns the day of the written story as moved; "" is no day.
func (b *book) at(day string) success.Date {
	if day == "" {
		return 0
	}
	return success.MustDate(day).AddDays(b.shift)
}

// add gives the record its id and its time, on the written day, and keeps it.
// A day after the end is cut to the end: nothing is written in the future.
func (b *book) add(day string, rec success.Record) success.ID {
	on := min(b.at(day), b.end)
	b.made[on]++
	ms := on.Time().UnixMilli() + 7*3600_000 + int64(b.made[on])*97_000 + int64(b.rng.IntN(60_000))
	base := rec.Base()
	base.CreatedAt = success.Instant(ms)
	base.UpdatedAt = base.CreatedAt
	if base.ID == "" {
		base.ID = b.newID(ms)
	}
	b.records = append(b.records, rec)
	return base.ID
}

// newID returns a UUID of version 7 for the moment, its random bits from the seed.
func (b *book) newID(ms int64) success.ID {
	var raw [16]byte
	binary.BigEndian.PutUint64(raw[:8], uint64(ms)<<16|uint64(b.rng.Uint32()&0xffff))
	binary.BigEndian.PutUint64(raw[8:], b.rng.Uint64())
	raw[6] = raw[6]&0x0f | 0x70
	raw[8] = raw[8]&0x3f | 0x80
	return uuidText(raw)
}

func uuidText(raw [16]byte) success.ID {
	return success.ID(fmt.Sprintf("%x-%x-%x-%x-%x", raw[:4], raw[4:6], raw[6:8], raw[8:10], raw[10:]))
}

// rateID returns the id of a rate: the UUIDv5 in the namespace of URLs of its
// name, so that one day's rate is one record wherever it is typed.
func rateID(on success.Date, from, to string) success.ID {
	space := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	name := fmt.Sprintf("tendril:fx_rate/%s/%s/%s", on, from, to)
	sum := sha1.Sum(append(space[:], name...)) //nolint:gosec // see the import
	var raw [16]byte
	copy(raw[:], sum[:16])
	raw[6] = raw[6]&0x0f | 0x50
	raw[8] = raw[8]&0x3f | 0x80
	return uuidText(raw)
}

// sign fills in the versions of the plans that were signed.
func (b *book) sign() {
	if len(b.signs) == 0 {
		return
	}
	for _, s := range b.signs {
		file := b.planFile(s.rec.PlanID, s.without)
		s.rec.Version = success.PlanVersion(file, s.rec.PlanID)
	}
}

// planFile returns what a plan's version is made of, less one record.
func (b *book) planFile(plan, without success.ID) *success.File {
	f := &success.File{}
	outcomes := map[success.ID]bool{}
	for _, rec := range b.records {
		if rec.Base().ID == without {
			continue
		}
		switch r := rec.(type) {
		case *success.SuccessPlan:
			if r.ID == plan {
				f.Plans = append(f.Plans, *r)
			}
		case *success.Outcome:
			if r.PlanID == plan {
				outcomes[r.ID] = true
				f.Outcomes = append(f.Outcomes, *r)
			}
		case *success.Milestone:
			if r.PlanID == plan {
				f.Milestones = append(f.Milestones, *r)
			}
		case *success.Measure:
			if outcomes[r.OutcomeID] {
				f.Measures = append(f.Measures, *r)
			}
		case *success.BehaviorChange:
			if outcomes[r.OutcomeID] {
				f.BehaviorChanges = append(f.BehaviorChanges, *r)
			}
		}
	}
	return f
}

// dayInText is a day written inside a text: {2026-05-29} becomes "29 May",
// {2026-05-29 month} becomes "May", {2026-05-29 year} "29 May 2026".
var dayInText = regexp.MustCompile(`\{(\d{4}-\d{2}-\d{2})( month| year)?\}`)

// fillDays moves the days that stand inside texts.
func (b *book) fillDays() {
	for _, rec := range b.records {
		b.fillValue(reflect.ValueOf(rec).Elem())
	}
}

func (b *book) fillValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(v.String(), "{") {
			v.SetString(dayInText.ReplaceAllStringFunc(v.String(), b.dayText))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				b.fillValue(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			b.fillValue(v.Index(i))
		}
	default: // numbers, maps and pointers hold no running text
	}
}

func (b *book) dayText(match string) string {
	parts := dayInText.FindStringSubmatch(match)
	t := b.at(parts[1]).Time()
	switch parts[2] {
	case " month":
		return t.Format("January")
	case " year":
		return t.Format("2 January 2006")
	}
	return t.Format("2 January")
}

// bookOf groups records into files and settings.
func bookOf(records []success.Record) (*success.Book, error) {
	out := &success.Book{}
	files := map[success.ID]*success.File{}
	owner := map[success.ID]success.ID{} // record to account
	for _, rec := range records {
		body, err := json.Marshal(rec)
		if err != nil {
			return nil, fmt.Errorf("writing a sample %s: %w", rec.Kind(), err)
		}
		account := accountOf(rec, owner)
		if account == "" {
			if err := out.Settings.Add(rec.Kind(), body); err != nil {
				return nil, fmt.Errorf("reading a sample setting: %w", err)
			}
			continue
		}
		owner[rec.Base().ID] = account
		if files[account] == nil {
			files[account] = &success.File{}
			out.Files = append(out.Files, files[account])
		}
		if err := files[account].Add(rec.Kind(), body); err != nil {
			return nil, fmt.Errorf("reading a sample record: %w", err)
		}
	}
	slices.SortFunc(out.Files, func(x, y *success.File) int {
		return strings.Compare(string(x.Account.ID), string(y.Account.ID))
	})
	return out, nil
}

// accountOf returns the account a record hangs on, or "" where it hangs on the
// workspace.
func accountOf(rec success.Record, owner map[success.ID]success.ID) success.ID {
	if rec.Kind() == "account" {
		return rec.Base().ID
	}
	spec, err := success.SpecOf(rec.Kind())
	if err != nil || spec.Owner() == nil {
		return ""
	}
	field := reflect.ValueOf(rec).Elem().FieldByName(spec.Owner().Go)
	switch on := field.Interface().(type) {
	case success.ID:
		if spec.Owner().Owner == "account" {
			return on
		}
		return owner[on]
	case success.Link:
		return owner[on.ID]
	}
	return ""
}
