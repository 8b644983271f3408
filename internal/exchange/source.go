package exchange

import (
	"regexp"
	"slices"
	"strings"
)

// defaultSource is the name under which ids are kept whose program is unknown.
const defaultSource = "import"

// Sources lists the programs whose exports are recognised; any other name may
// be given.
func Sources() []string {
	return []string{"dynamics", "gainsight", "hubspot", "pipedrive", "salesforce", "zendesk", "zoho"}
}

var (
	salesforceID = regexp.MustCompile(`^[a-zA-Z0-9]{3}[a-zA-Z0-9]{12}(?:[A-Z0-5]{3})?$`)
	zohoID       = regexp.MustCompile(`^zcrm_\d{6,}$`)
)

// sourceOf says which program wrote a table, by headings and forms of ids that
// only it has, and what gave it away.
func sourceOf(t *Table, m *Matching, given string) (source, evidence string) {
	if given != "" {
		return strings.ToLower(strings.TrimSpace(given)), "given"
	}
	for _, sign := range vendorSigns {
		if sign.shownBy(t) {
			return sign.source, sign.words
		}
	}
	return sourceByIDs(t, m)
}

// vendorSign is what gives a program away: all of some headings, and one that
// begins or ends in a certain way.
type vendorSign struct {
	source, words  string
	all            []string
	prefix, suffix string
}

var vendorSigns = []vendorSign{
	{source: "dynamics", words: "(Do Not Modify) columns", prefix: "(Do Not Modify)"},
	{source: "gainsight", words: "GSID", all: []string{"GSID"}},
	{source: "pipedrive", words: "headings such as Deal - Title", prefix: "Deal - "},
	{source: "pipedrive", words: "headings such as Organization - Name", prefix: "Organization - "},
	{source: "pipedrive", words: "headings such as Person - Name", prefix: "Person - "},
	{source: "pipedrive", words: "headings such as Activity - Subject", prefix: "Activity - "},
	{source: "zoho", words: "Record Id beside .id columns", all: []string{"Record Id"}, suffix: ".id"},
	{source: "zoho", words: "Record Id and Modified Time", all: []string{"Record Id", "Modified Time"}},
	{source: "zoho", words: "Record Id and Created Time", all: []string{"Record Id", "Created Time"}},
	{source: "hubspot", words: "Record ID and Company name", all: []string{"Record ID", "Company name"}},
	{source: "hubspot", words: "Record ID and Lifecycle Stage", all: []string{"Record ID", "Lifecycle Stage"}},
	{source: "hubspot", words: "Record ID and Company owner", all: []string{"Record ID", "Company owner"}},
	{source: "hubspot", words: "Record ID and First Name", all: []string{"Record ID", "First Name"}},
	{source: "hubspot", words: "Record ID and Deal Name", all: []string{"Record ID", "Deal Name"}},
	{source: "hubspot", words: "property_ columns", prefix: "property_"},
	{source: "hubspot", words: "hs_object_id", all: []string{"hs_object_id"}},
	{source: "zendesk", words: "requester_id and organization_id", all: []string{"requester_id", "organization_id"}},
	{source: "zendesk", words: "shared_tickets and shared_comments", all: []string{"shared_tickets", "shared_comments"}},
	{source: "zendesk", words: "Requester and Group stations", all: []string{"Requester", "Group stations"}},
	{source: "zendesk", words: "Requester email and First reply time in minutes", all: []string{"Requester email", "First reply time in minutes"}},
	{source: "salesforce", words: "SystemModstamp", all: []string{"SystemModstamp"}},
	{source: "salesforce", words: "IsDeleted and OwnerId", all: []string{"IsDeleted", "OwnerId"}},
	{source: "salesforce", words: "columns that end in __c", suffix: "__c"},
}

func (v *vendorSign) shownBy(t *Table) bool {
	some := func(fits func(name string) bool) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return fits(c.Name) })
	}
	for _, name := range v.all {
		if !some(func(have string) bool { return strings.EqualFold(have, name) }) {
			return false
		}
	}
	if v.suffix != "" && !some(func(have string) bool { return strings.HasSuffix(strings.ToLower(have), v.suffix) }) {
		return false
	}
	return v.prefix == "" || some(func(have string) bool { return strings.HasPrefix(have, v.prefix) })
}

func sourceByIDs(t *Table, m *Matching) (source, evidence string) {
	column := m.column("external_id")
	if column < 0 {
		column = m.column("account_external_id")
	}
	if column < 0 {
		return defaultSource, ""
	}
	for _, s := range t.Columns[column].Samples {
		switch {
		case zohoID.MatchString(s):
			return "zoho", "ids that begin with zcrm_"
		case salesforceID.MatchString(s) && strings.HasPrefix(s, "001"):
			return "salesforce", "ids that begin with 001"
		}
	}
	return defaultSource, ""
}

// kindSign is what a table of one kind has: all of some fields and, where they
// are named, one of the others.
type kindSign struct {
	as         As
	all, any   []string
	confidence Confidence
}

// kindSigns is tried in order for tables without contract columns, which only
// accounts and terms have.
var kindSigns = []kindSign{
	{AsValues, []string{"indicator", "value"}, []string{"account", "account_external_id"}, ConfidenceExact},
	{AsReadings, []string{"on", "value"}, []string{"measure", "measure_id"}, ConfidenceExact},
	{AsStakeholders, []string{"email"}, []string{"name", "last_name"}, ConfidenceLikely},
	{AsBenefits, []string{"title", "amount"}, []string{"dimension", "people"}, ConfidenceLikely},
	{AsTouchpoints, []string{"on"}, []string{"ticket", "direction"}, ConfidenceLikely},
	{AsTouchpoints, []string{"on", "summary"}, []string{"account", "account_external_id"}, ConfidenceLikely},
}

// guessAs finds what the rows of a table are by the fields its columns match.
func guessAs(t *Table) (As, Confidence) {
	account, term := matchedFields(t, AsAccounts), matchedFields(t, AsTerms)
	contract := account["renewal_date"] || account["arr"] || account["mrr"]
	if !contract {
		for _, sign := range kindSigns {
			if sign.shownBy(matchedFields(t, sign.as)) {
				return sign.as, sign.confidence
			}
		}
	}
	periods := term["term_start"] && term["renewal_date"] && !account["name"]
	deals := hasHeading(t, "stagename", "stage name", "dealname", "deal name", "opportunity name", "property dealname")
	switch {
	case term["account_external_id"] && (periods || deals):
		return AsTerms, ConfidenceLikely
	case !account["name"]:
		return AsAccounts, ConfidenceGuess
	case contract || account["external_id"] || account["website"]:
		return AsAccounts, ConfidenceExact
	}
	return AsAccounts, ConfidenceLikely
}

// matchedFields names the fields that a table's headings match as one kind.
func matchedFields(t *Table, as As) map[string]bool {
	out := map[string]bool{}
	for _, c := range matchColumns(t, as, nil) {
		if c.Confidence != ConfidenceGuess && c.Confidence != ConfidenceNone {
			out[c.Field] = true
		}
	}
	return out
}

func (k *kindSign) shownBy(fields map[string]bool) bool {
	for _, f := range k.all {
		if !fields[f] {
			return false
		}
	}
	return slices.ContainsFunc(k.any, func(f string) bool { return fields[f] })
}

func hasHeading(t *Table, phrases ...string) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return slices.Contains(phrases, normalHeading(c.Name)) })
}
