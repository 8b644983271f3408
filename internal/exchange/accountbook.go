package exchange

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// accountEntry is an account as it will be after the rows planned so far.
type accountEntry struct {
	id     success.ID
	made   *write // the write that creates it, nil for one that exists
	row    int    // of the file that spoke of it first, 0 for none
	fields success.Fields
	ids    map[string]string
	name   string
	site   string
	terms  []*termEntry
	set    map[string]bool // fields that a row of this file has set
}

// accountBook finds accounts the way a person would: by the id another program
// gave them, then by name and website.
type accountBook struct {
	byID    map[success.ID]*accountEntry
	byOther map[string]map[string]*accountEntry // source → id
	byName  map[string][]*accountEntry
	bySite  map[string][]*accountEntry
}

func loadAccounts(target Target) (*accountBook, error) {
	b := &accountBook{byID: map[success.ID]*accountEntry{}, byOther: map[string]map[string]*accountEntry{},
		byName: map[string][]*accountEntry{}, bySite: map[string][]*accountEntry{}}
	err := target.List("account", func(id success.ID, body json.RawMessage) error {
		e := &accountEntry{id: id}
		var err error
		if e.fields, err = success.ReadFields(body); err != nil {
			return fmt.Errorf("reading account %s: %w", id, err)
		}
		e.ids = textMap(e.fields["external_ids"])
		e.name, e.site = textOf(e.fields["name"]), siteOf(textOf(e.fields["website"]))
		b.add(e)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the accounts there are: %w", err)
	}
	return b, nil
}

func (b *accountBook) add(e *accountEntry) {
	if e.id != "" {
		b.byID[e.id] = e
	}
	for source, id := range e.ids {
		b.addOther(source, id, e)
	}
	if key := nameKey(e.name); key != "" {
		b.byName[key] = append(b.byName[key], e)
	}
	if e.site != "" {
		b.bySite[e.site] = append(b.bySite[e.site], e)
	}
}

func (b *accountBook) addOther(source, id string, e *accountEntry) {
	ids := b.byOther[source]
	if ids == nil {
		ids = map[string]*accountEntry{}
		b.byOther[source] = ids
	}
	ids[idKey(id)] = e
}

// idKey makes the two forms of one Salesforce id alike: the last three of its
// eighteen characters only repeat the case of the first fifteen.
func idKey(id string) string {
	id = strings.TrimSpace(id)
	if len(id) == 18 && salesforceID.MatchString(id) {
		return id[:15]
	}
	return id
}

// other finds an account by another program's id; without a source in any.
func (b *accountBook) other(source, id string) *accountEntry {
	if id == "" {
		return nil
	}
	if e := b.byOther[source][idKey(id)]; e != nil || source != defaultSource {
		return e
	}
	var found *accountEntry
	for _, name := range slices.Sorted(maps.Keys(b.byOther)) {
		if e := b.byOther[name][idKey(id)]; e != nil {
			if found != nil && found != e {
				return nil
			}
			found = e
		}
	}
	return found
}

// match finds the account a row speaks of, or nil for a new one. An id decides.
// A name matches when it is the only one like it and neither the ids nor the
// websites speak against it; a website does when the names are alike but for
// legal forms. Two accounts may share a name: ids then keep them apart.
func (b *accountBook) match(source, id, name, website string) (*accountEntry, error) {
	if e := b.byID[success.ID(id)]; e != nil {
		return e, nil // an id of ours, from an export of ours
	}
	if e := b.other(source, id); e != nil {
		return e, nil
	}
	site := siteOf(website)
	fit := b.fitting(source, id, name, site)
	switch {
	case len(fit) > 1 && id == "":
		return nil, success.Invalid("name", "There are %d accounts named %q. Add a column with their ids, so that the right one is found.", len(fit), name)
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) == 0 && site != "" && name != "":
		for _, e := range b.bySite[site] {
			if coreName(e.name) == coreName(name) && (id == "" || e.ids[source] == "") {
				return e, nil
			}
		}
	}
	return nil, nil //nolint:nilnil // a row whose account is not there yet makes it
}

// fitting lists the accounts of a name that neither an id of the same program
// nor another website speaks against; of several, the one with the website.
func (b *accountBook) fitting(source, id, name, site string) []*accountEntry {
	var fit, same []*accountEntry
	for _, e := range b.byName[nameKey(name)] {
		if id != "" && e.ids[source] != "" || site != "" && e.site != "" && e.site != site {
			continue
		}
		fit = append(fit, e)
		if site != "" && e.site == site {
			same = append(same, e)
		}
	}
	if len(fit) > 1 && len(same) == 1 {
		return same
	}
	return fit
}

// find resolves what a row names as its account: an id of ours, another
// program's id, or a name that only one account has.
func (b *accountBook) find(source, id, name string) (*accountEntry, error) {
	if e := b.byID[success.ID(strings.ToLower(id))]; e != nil {
		return e, nil
	}
	if e := b.other(source, id); e != nil {
		return e, nil
	}
	if e := b.other(defaultSource, id); e != nil {
		return e, nil
	}
	if name == "" {
		if id == "" {
			return nil, success.Invalid("account", "The row names no account.")
		}
		name = id
	}
	if e := b.byID[success.ID(strings.ToLower(name))]; e != nil {
		return e, nil
	}
	switch found := b.byName[nameKey(name)]; len(found) {
	case 0:
		if e := b.other(defaultSource, name); e != nil {
			return e, nil
		}
		return nil, success.Invalid("account", "There is no account %q. Import the accounts first, or correct the name.", name)
	case 1:
		return found[0], nil
	default:
		return nil, success.Invalid("account", "There are %d accounts named %q. Name the account by its id.", len(found), name)
	}
}

// nameKey makes names comparable: case, accents and blanks do not count.
func nameKey(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.Join(strings.Fields(name), " ")) {
		b.WriteString(foldRune(r))
	}
	return b.String()
}

var legalForms = map[string]bool{"inc": true, "incorporated": true, "ltd": true, "limited": true, "llc": true, "llp": true, "plc": true, "gmbh": true, "ag": true, "kg": true, "se": true, "sa": true, "sas": true, "sarl": true, "srl": true, "spa": true, "bv": true, "nv": true, "ab": true, "as": true, "asa": true, "oy": true, "oyj": true, "aps": true, "corp": true, "corporation": true, "co": true, "company": true, "kgaa": true, "mbh": true, "ohg": true, "ug": true, "eg": true, "ev": true, "the": true, "pty": true}

// coreName is a name without legal forms and punctuation.
func coreName(name string) string {
	words := strings.Fields(normalHeading(strings.NewReplacer(".", "", ",", " ").Replace(name)))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return legalForms[w] })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

// siteOf reduces a website to its host: "https://www.Example.com/x" and
// "example.com" are one.
func siteOf(website string) string {
	website = strings.ToLower(strings.TrimSpace(website))
	if website == "" {
		return ""
	}
	if !strings.Contains(website, "://") {
		website = "https://" + website
	}
	u, err := url.Parse(website)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func textOf(raw json.RawMessage) string {
	var s string
	if len(raw) == 0 || json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

func textMap(raw json.RawMessage) map[string]string {
	out := map[string]string{}
	if len(raw) == 0 || json.Unmarshal(raw, &out) != nil {
		return map[string]string{}
	}
	return out
}
