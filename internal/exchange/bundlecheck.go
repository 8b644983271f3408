package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/tendril-app/tendril/internal/success"
)

// check reads the whole bundle once and gathers what is wrong with it.
func (b *Bundle) check() error {
	var p problems
	if err := b.readManifest(&p); err != nil {
		return err
	}
	counts := map[success.Kind]int{}
	c := &lineChecker{bundle: b, problems: &p, ids: map[success.Kind]map[success.ID]bool{}}
	known := map[string]bool{"manifest.json": true}
	for _, spec := range success.Specs() {
		name := string(spec.Kind) + ".jsonl"
		known[name] = true
		file, ok := b.files[name]
		if !ok {
			continue
		}
		c.spec, c.file, c.ids[spec.Kind] = spec, name, map[success.ID]bool{}
		err := eachLine(file, func(line int, text []byte) error {
			counts[spec.Kind]++
			b.lines++
			c.line(line, text)
			return nil
		})
		var damaged *BundleError
		if errors.As(err, &damaged) {
			p.Problems = append(p.Problems, damaged.Problems...)
		} else if err != nil {
			return err
		}
	}
	if err := b.checkBlobs(&p); err != nil {
		return err
	}
	b.compareCounts(counts, &p)
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		if !known[name] && !blobName.MatchString(name) {
			b.Notes = append(b.Notes, RowResult{File: name, Reason: "The file is not known here and was left out."})
		}
	}
	return p.err()
}

func (b *Bundle) readManifest(p *problems) error {
	file, ok := b.files["manifest.json"]
	if !ok {
		p.add("manifest.json", 0, "The file is missing, so this is no bundle.")
		return p.err()
	}
	if file.size > maxManifest {
		p.add(file.name, 0, "The file is too large to be a manifest.")
		return p.err()
	}
	var text bytes.Buffer
	if err := file.copyTo(&text); err != nil {
		return err
	}
	if err := json.Unmarshal(bytes.TrimPrefix(text.Bytes(), []byte("\xEF\xBB\xBF")), &b.Manifest); err != nil {
		p.add(file.name, 1, "The manifest cannot be read: %s.", plainReason(err))
		return p.err()
	}
	m := b.Manifest
	switch {
	case m.Format != bundleFormat:
		p.add(file.name, 1, "The format is %q and not %q.", m.Format, bundleFormat)
	case m.Version != bundleVersion:
		p.add(file.name, 1, "The bundle is of version %d and this program reads version %d. Get a newer one.", m.Version, bundleVersion)
	case m.Workspace.Currency != "" && !knownCurrency(m.Workspace.Currency):
		p.add(file.name, 1, "%q is not a currency.", m.Workspace.Currency)
	case m.Workspace.HalfLifeDays < 0:
		p.add(file.name, 1, "half_life_days is below 1.")
	}
	return p.err()
}

// compareCounts finds files that were cut or left behind on the way.
func (b *Bundle) compareCounts(counts map[success.Kind]int, p *problems) {
	for _, kind := range slices.Sorted(maps.Keys(b.Manifest.Counts)) {
		said, have := b.Manifest.Counts[kind], counts[kind]
		if _, err := success.SpecOf(kind); err != nil || said == have {
			continue
		}
		p.add("manifest.json", 1, "The manifest counts %d records of %s and the bundle holds %d; it is not whole.", said, kind, have)
	}
}

// lineChecker checks lines as far as that goes without a workspace.
type lineChecker struct {
	bundle   *Bundle
	problems *problems
	spec     *success.Spec
	file     string
	ids      map[success.Kind]map[success.ID]bool
}

func (c *lineChecker) line(line int, text []byte) {
	refuse := func(format string, args ...any) { c.problems.add(c.file, line, format, args...) }
	if !utf8.Valid(text) {
		refuse("The line is not UTF-8.")
		return
	}
	if !saneNumbers(text) {
		refuse("A number is too large or too small.")
		return
	}
	var fields success.Fields
	if err := json.Unmarshal(text, &fields); err != nil || fields == nil {
		refuse("The line is not a JSON object.")
		return
	}
	rec := c.spec.New()
	if err := json.Unmarshal(text, rec); err != nil {
		refuse("%s.", plainReason(err))
		return
	}
	id := rec.Base().ID
	if !isUUID(id) {
		refuse("The id %q is not a UUID in small letters.", shorten(string(id), 60))
		return
	}
	if c.spec.Kind == "fx_rate" {
		id = rateID(fields)
	} else if c.ids[c.spec.Kind][id] {
		refuse("The id %s is in the file twice.", id)
		return
	}
	c.ids[c.spec.Kind][id] = true
	if err := checkFields(c.spec, fields); err != nil {
		refuse("%s", err)
		return
	}
	c.owners(line, fields, refuse)
}

// owners checks that what a record hangs on is in the bundle, or notes that it
// must be in the workspace.
func (c *lineChecker) owners(line int, fields success.Fields, refuse func(string, ...any)) {
	on, hangsOn := c.spec.OwnerOf(func(field string) bool { return len(fields[field]) > 0 })
	for i := range c.spec.Fields {
		f := &c.spec.Fields[i]
		first := success.Kind("")
		if f == on {
			first = hangsOn
		}
		for _, kind := range []success.Kind{first, f.Owner2} {
			if kind == "" {
				continue
			}
			id := success.ID(textOf(fields[f.Name]))
			if kind == "*" {
				var link success.Link
				if err := json.Unmarshal(fields[f.Name], &link); err != nil {
					refuse("%s is not a link.", f.Name)
					return
				}
				kind, id = link.Kind, link.ID
				if _, err := success.SpecOf(kind); err != nil {
					refuse("%s: there is no kind of record called %q.", f.Name, shorten(string(kind), 40))
					return
				}
			}
			if !isUUID(id) {
				refuse("%s is not the id of a %s.", f.Name, kind)
				return
			}
			if !c.ids[kind][id] {
				c.bundle.orphans = append(c.bundle.orphans, orphan{c.file, line, f.Name, kind, id})
			}
		}
	}
}

// checkFields applies what the record's description says of single fields.
func checkFields(spec *success.Spec, fields success.Fields) error {
	for _, f := range spec.Fields {
		raw := fields[f.Name]
		if isEmptyJSON(raw) {
			if f.Required {
				return fmt.Errorf("The field %s is missing.", f.Name) //nolint:staticcheck // a sentence for a person
			}
			continue
		}
		if err := checkField(&f, raw); err != nil {
			return fmt.Errorf("%s %w.", f.Name, err) //nolint:staticcheck // a sentence for a person
		}
	}
	if spec.Kind == "term" && dateOf(fields["end"]) <= dateOf(fields["start"]) {
		return errors.New("The term does not end after it starts.") //nolint:staticcheck // a sentence for a person
	}
	return nil
}

func isEmptyJSON(raw json.RawMessage) bool {
	return len(raw) == 0 || string(raw) == "null" || string(raw) == `""`
}

func checkField(f *success.FieldSpec, raw json.RawMessage) error {
	switch f.Type {
	case success.TypeMoney, success.TypeAmount:
		var m struct {
			Currency string `json:"currency"`
		}
		if err := json.Unmarshal(raw, &m); err != nil || !knownCurrency(m.Currency) {
			return fmt.Errorf("is in %q, which is no currency", m.Currency)
		}
	case success.TypeID:
		if !isUUID(success.ID(textOf(raw))) {
			return errors.New("is not a UUID in small letters")
		}
	case success.TypeNumber, success.TypeWhole:
		return checkRange(f, raw)
	}
	text := textOf(raw)
	if f.Currency && !knownCurrency(text) {
		return fmt.Errorf("is %q, which is no currency", text)
	}
	if f.Type == success.TypeText && len(f.Enum) > 0 && !slices.Contains(f.Enum, text) {
		return fmt.Errorf("is %q and none of: %s", shorten(text, 40), strings.Join(f.Enum, ", "))
	}
	return nil
}

func checkRange(f *success.FieldSpec, raw json.RawMessage) error {
	var v float64
	if err := json.Unmarshal(raw, &v); err != nil {
		return errors.New("is not a number")
	}
	switch {
	case f.Min != nil && v < *f.Min:
		return fmt.Errorf("is below %g", *f.Min)
	case f.Max != nil && v > *f.Max:
		return fmt.Errorf("is above %g", *f.Max)
	case f.Above != nil && v <= *f.Above:
		return fmt.Errorf("is not above %g", *f.Above)
	}
	return nil
}

// plainReason makes the words of a JSON error ones for a person.
func plainReason(err error) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Sprintf("%s cannot be a %s", firstOf(wrong.Field, "The line"), wrong.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return "the text ends too early"
	}
	return shorten(err.Error(), 200)
}

// saneNumbers refuses exponents that no record needs and that would take for
// ever to reckon with.
func saneNumbers(text []byte) bool {
	inString := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case !inString && c|0x20 == 'e' && i > 0 && isDigit(text[i-1]) && exponentDigits(text[i+1:]) > 2:
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// exponentDigits counts the digits of an exponent, zeros in front aside.
func exponentDigits(text []byte) int {
	n := 0
	for _, c := range bytes.TrimLeft(text, "+-0") {
		if !isDigit(c) {
			break
		}
		n++
	}
	return n
}

func isUUID(id success.ID) bool {
	if len(id) != 36 || strings.ToLower(string(id)) != string(id) {
		return false
	}
	_, err := uuid.Parse(string(id))
	return err == nil
}

// RateID returns the id of the rate of one unit of from in to on a day: rates
// of the same day and pair are the same record, whoever writes them.
func RateID(on success.Date, from, to string) success.ID {
	name := "tendril:fx_rate/" + on.String() + "/" + from + "/" + to
	return success.ID(uuid.NewSHA1(uuid.NameSpaceURL, []byte(name)).String())
}

func rateID(fields success.Fields) success.ID {
	return RateID(dateOf(fields["on"]), textOf(fields["from"]), textOf(fields["to"]))
}
