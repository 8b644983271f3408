package exchange

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/tendril-app/tendril/internal/success"
)

// heading is a column's name made comparable.
type heading struct {
	phrase   string   // small letters, no punctuation, no accents
	words    []string // of phrase
	currency string   // named in it: "ARR (EUR)"
}

func headingOf(name string) heading {
	var h heading
	phrase := normalHeading(name)
	words := strings.Fields(phrase)
	if n := len(words); n > 1 {
		for _, word := range headingSigns(name) {
			if code, _, ok := currencySign(word); ok {
				h.currency = code
			}
		}
		if last := strings.ToUpper(words[n-1]); len(last) == 3 && knownCurrency(last) && h.currency == "" && last != "ALL" {
			h.currency = last
		}
		if strings.EqualFold(words[n-1], h.currency) {
			words = words[:n-1]
			if words[len(words)-1] == "in" && len(words) > 1 {
				words = words[:len(words)-1]
			}
		}
	}
	h.words, h.phrase = words, strings.Join(words, " ")
	return h
}

// headingSigns returns what stands in brackets, and signs that stand alone.
func headingSigns(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]_-/:", r) }) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) {
			out = append(out, w)
		}
	}
	return out
}

// normalHeading makes Renewal_Date__c, RenewalDate and "renewal date" alike.
func normalHeading(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "__c"), "__C")
	var b strings.Builder
	var before rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		before = r
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(foldRune(unicode.ToLower(r)))
		case r == '\'' || r == '’':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// vocabulary finds fields by heading.
type vocabulary struct {
	exact  map[string][]int // heading → indexes into fields
	likely map[string][]int
	order  map[string]int // place of a heading within its field's list
}

var vocabularies sync.Map // As → *vocabulary

func vocabularyOf(as As) *vocabulary {
	if v, ok := vocabularies.Load(as); ok {
		if known, ok := v.(*vocabulary); ok {
			return known
		}
	}
	v := &vocabulary{exact: map[string][]int{}, likely: map[string][]int{}, order: map[string]int{}}
	for i, f := range fieldsOf(as) {
		exact, likely, _ := strings.Cut(f.words, "~")
		for n, word := range strings.Split(exact, "|") {
			v.exact[word] = append(v.exact[word], i)
			v.order[f.name+"\x00"+word] = n
		}
		for n, word := range strings.Split(likely, "|") {
			v.likely[word] = append(v.likely[word], i)
			v.order[f.name+"\x00"+word] = n + 100
		}
	}
	delete(v.exact, "")
	delete(v.likely, "")
	vocabularies.Store(as, v)
	return v
}

// candidate is one way to match a column.
type candidate struct {
	column     int
	field      string
	confidence Confidence
	rank       int // smaller is better
}

// Match finds what a table is and where its columns go. It returns a
// *success.Error for a mapping that names no column or no field.
func Match(t *Table, o Options) (*Matching, error) {
	m := &Matching{As: o.As, AsConfidence: ConfidenceGiven}
	if o.As == "" {
		m.As, m.AsConfidence = guessAs(t)
	}
	if fieldsOf(m.As) == nil {
		return nil, success.Invalid("as", "Nothing can be imported as %q. Use accounts, terms, stakeholders, readings, benefits, touchpoints or values.", m.As)
	}
	for field := range o.Constants {
		if name, err := fieldNamed(m.As, field); err != nil || name == "" || name == "attributes" {
			return nil, success.Invalid("constants", "A row of %s has no field %q to set for the whole file.", m.As, field)
		}
	}
	given, err := givenFields(t, m.As, o.Map)
	if err != nil {
		return nil, err
	}
	m.Columns = matchColumns(t, m.As, given)
	m.Source, m.SourceEvidence = sourceOf(t, m, o.Source)
	m.ticketByID(t, given)
	for _, f := range fieldsOf(m.As) {
		if f.name != "created" && !slices.Contains(m.Fields, f.name) {
			m.Fields = append(m.Fields, f.name)
		}
	}
	for _, group := range requiredFields(m.As) {
		if !slices.ContainsFunc(group, func(f string) bool { return m.column(f) >= 0 || o.Constants[f] != "" }) {
			m.Missing = append(m.Missing, group[0])
		}
	}
	return m, nil
}

// column returns the index of the column matched to a field, or -1.
func (m *Matching) column(field string) int {
	return slices.IndexFunc(m.Columns, func(c ColumnMatch) bool { return c.Field == field })
}

// givenFields checks a person's mapping and answers it by column index.
func givenFields(t *Table, as As, mapping map[string]string) (map[int]string, error) {
	given := map[int]string{}
	for column, field := range mapping {
		i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == column })
		if i < 0 {
			i = slices.IndexFunc(t.Columns, func(c Column) bool { return normalHeading(c.Name) == normalHeading(column) })
		}
		if i < 0 {
			return nil, success.Invalid("map", "The file has no column %q. Its columns are: %s.", column, columnNames(t))
		}
		name, err := fieldNamed(as, strings.TrimSpace(field))
		if err != nil {
			return nil, err
		}
		given[i] = name
	}
	return given, nil
}

func columnNames(t *Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, ", ")
}

func fieldNamed(as As, name string) (string, error) {
	if alias, ok := fieldAliases[as][name]; ok {
		name = alias
	}
	if name == "" || name == "attributes" && as == AsAccounts {
		return name, nil
	}
	if as == AsAccounts && (strings.HasPrefix(name, "attributes.") || strings.HasPrefix(name, "external_ids.")) {
		return name, nil
	}
	var names []string
	for _, f := range fieldsOf(as) {
		if f.name == name {
			return name, nil
		}
		if !slices.Contains(names, f.name) && f.name != "created" {
			names = append(names, f.name)
		}
	}
	return "", success.Invalid("map", "A row of %s has no field %q. It has: %s.", as, name, strings.Join(names, ", "))
}

// matchColumns gives each field its best column; the rest goes to attributes
// where there are any, and is left out otherwise.
func matchColumns(t *Table, as As, given map[int]string) []ColumnMatch {
	out := make([]ColumnMatch, len(t.Columns))
	taken := map[string]bool{}
	for i, c := range t.Columns {
		out[i].Column = c.Name
		if c.Name == refusedColumn {
			out[i].Confidence = ConfidenceExact // reasons of an earlier import, mended now
		}
		if field, ok := given[i]; ok {
			out[i].Field, out[i].Confidence = field, ConfidenceGiven
			taken[field] = true
		}
	}
	var candidates []candidate
	for i := range t.Columns {
		if _, ok := given[i]; !ok {
			candidates = append(candidates, candidatesFor(t, as, i)...)
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	done := map[int]bool{}
	for _, c := range candidates {
		if !done[c.column] && !taken[c.field] && out[c.column].Confidence == ConfidenceNone {
			out[c.column].Field, out[c.column].Confidence = c.field, c.confidence
			done[c.column], taken[c.field] = true, true
		}
	}
	settleCreated(out, taken)
	for i := range out {
		if out[i].Confidence == ConfidenceNone && as == AsAccounts {
			out[i].Field = "attributes"
		}
	}
	return out
}

// settleCreated decides what the day a record was made in the other program
// says. In a file with contracts it is the best there is for the start of an
// account that has no other; else it says nothing about the client.
func settleCreated(out []ColumnMatch, taken map[string]bool) {
	contracts := taken["renewal_date"] || taken["arr"] || taken["mrr"]
	for i := range out {
		if out[i].Field != "created" {
			continue
		}
		if contracts && !taken["start_date"] {
			out[i].Field, out[i].Confidence = "start_date", ConfidenceGuess
			taken["start_date"] = true
		} else {
			out[i].Field, out[i].Confidence = "", ConfidenceNone
		}
	}
}

func candidatesFor(t *Table, as As, column int) []candidate {
	if source, ok := strings.CutPrefix(t.Columns[column].Name, "external_ids."); ok && as == AsAccounts && source != "" {
		return []candidate{{column, t.Columns[column].Name, ConfidenceExact, 0}} // of an export of ours
	}
	h := headingOf(t.Columns[column].Name)
	v, fields := vocabularyOf(as), fieldsOf(as)
	var out []candidate
	add := func(indexes []int, phrase string, confidence Confidence, base int) {
		for _, i := range indexes {
			f := fields[i]
			if !fits(&t.Columns[column], f.value, confidence) {
				continue
			}
			out = append(out, candidate{column, f.name, confidence, base + v.order[f.name+"\x00"+phrase]*2 + b2i(t.Columns[column].Filled == 0)*500})
		}
	}
	add(v.exact[h.phrase], h.phrase, ConfidenceExact, 0)
	add(v.likely[h.phrase], h.phrase, ConfidenceLikely, 1000)
	if field := containedField(as, h); len(out) == 0 && field != "" {
		i := slices.IndexFunc(fields, func(f fieldKind) bool { return f.name == field })
		add([]int{i}, "", ConfidenceGuess, 2000)
	}
	if len(out) == 0 && len(h.phrase) >= 8 && !strings.HasSuffix(h.phrase, " id") {
		for _, phrase := range v.near(h.phrase) {
			add(v.exact[phrase], phrase, ConfidenceGuess, 3000)
		}
	}
	return out
}

// near lists the headings that are one typing error away, in order.
func (v *vocabulary) near(phrase string) []string {
	var out []string
	for known := range v.exact {
		if len(known) >= 8 && levenshtein.ComputeDistance(known, phrase) == 1 {
			out = append(out, known)
		}
	}
	slices.Sort(out)
	return out
}

// notCurrent are words that make another figure of a heading: "previous ARR".
var notCurrent = []string{"previous", "prior", "last", "past", "old", "lost", "churned", "new", "expansion", "target", "forecast", "potential", "expected", "change", "delta", "growth", "vorjahr", "letzte", "letzter", "count", "number", "status", "owner", "stage", "reason", "type", "likelihood", "probability", "id"}

// containedField reads headings that hold the words of a field among others.
func containedField(as As, h heading) string {
	if as != AsAccounts && as != AsTerms {
		return ""
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(h.words, w) })
	}
	if has(notCurrent...) {
		return ""
	}
	switch {
	case has("arr") || strings.Contains(h.phrase, "annual recurring") || strings.Contains(h.phrase, "annually recurring"):
		return "arr"
	case has("mrr") || strings.Contains(h.phrase, "monthly recurring"):
		return "mrr"
	case has("contract", "subscription", "vertrag", "vertrags", "term", "licence", "license") && has("start", "begin", "begins", "beginn", "started"):
		return "term_start"
	case has("contract", "subscription", "vertrag", "vertrags", "term", "licence", "license") && has("end", "ends", "ende", "expires", "expiration", "expiry", "until"):
		return "renewal_date"
	case has("renewal", "renew", "renews"):
		return "renewal_date"
	}
	return ""
}

// fits reports whether a column's values can be what a field holds. One match
// by name with a few bad values stays: its bad rows are refused one by one.
func fits(c *Column, value valueType, confidence Confidence) bool {
	if c.Filled == 0 {
		return true
	}
	good := c.Filled
	switch value {
	case valueDate:
		good = c.dates + c.serials
	case valuePeriod:
		good = c.dates + c.serials + c.months
	case valueMoney, valueNumber, valueWhole, valueShare:
		good = c.numbers
	}
	if confidence == ConfidenceExact {
		return good > 0
	}
	return good*2 > c.Filled
}

// foldRune writes a letter without its accents.
func foldRune(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	if s, ok := foldings[r]; ok {
		return s
	}
	return string(r)
}

var foldings = func() map[rune]string {
	out := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}
	for plain, accented := range map[string]string{
		"a": "äàáâãåāăą", "c": "çćčĉċ", "d": "ď", "e": "éèêëēėęě", "g": "ğĝġģ", "i": "íìîïīįĩ", "l": "ľĺļ", "n": "ñńňņ",
		"o": "öóòôõōő", "r": "řŕ", "s": "śšşș", "t": "ťțţ", "u": "üúùûūůűų", "y": "ýÿ", "z": "źžż",
	} {
		for _, r := range accented {
			out[r] = plain
		}
	}
	return out
}()
