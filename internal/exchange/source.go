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
	return []string{"dynamics", "gainsight", "hubspot", "pipedrive", "salesforce", "zoho"}
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
	has := func(names ...string) bool {
		for _, name := range names {
			if !slices.ContainsFunc(t.Columns, func(c Column) bool { return strings.EqualFold(c.Name, name) }) {
				return false
			}
		}
		return true
	}
	starts := func(prefix string) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return strings.HasPrefix(c.Name, prefix) })
	}
	ends := func(suffix string) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return strings.HasSuffix(strings.ToLower(c.Name), suffix) })
	}
	switch {
	case starts("(Do Not Modify)"):
		return "dynamics", "(Do Not Modify) columns"
	case has("GSID"):
		return "gainsight", "GSID"
	case starts("Deal - "), starts("Organization - "), starts("Person - "), starts("Activity - "):
		return "pipedrive", "headings such as Deal - Title"
	case has("Record Id") && (ends(".id") || has("Created Time") || has("Modified Time")):
		return "zoho", "Record Id"
	case has("Record ID") && (has("Company name") || has("Lifecycle Stage") || has("Company owner") || has("First Name") || has("Deal Name")), starts("property_"), has("hs_object_id"):
		return "hubspot", "Record ID"
	case has("SystemModstamp"), has("IsDeleted", "OwnerId"), ends("__c"):
		return "salesforce", "API names"
	}
	return sourceByIDs(t, m)
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

// guessAs finds what the rows of a table are by the fields its columns match.
func guessAs(t *Table) (As, Confidence) {
	matched := func(as As) func(fields ...string) bool {
		columns := matchColumns(t, as, nil)
		return func(fields ...string) bool {
			for _, f := range fields {
				if !slices.ContainsFunc(columns, func(c ColumnMatch) bool { return c.Field == f && c.Confidence != ConfidenceGuess }) {
					return false
				}
			}
			return true
		}
	}
	account, term := matched(AsAccounts), matched(AsTerms)
	contract := account("renewal_date") || account("arr") || account("mrr")
	if reading := matched(AsReadings); !contract && reading("on", "value") && (reading("measure") || reading("measure_id")) {
		return AsReadings, ConfidenceExact
	}
	if person := matched(AsStakeholders); !contract && person("email") && (person("name") || person("last_name")) {
		return AsStakeholders, ConfidenceLikely
	}
	if benefit := matched(AsBenefits); !contract && benefit("title", "amount") && (benefit("dimension") || benefit("people")) {
		return AsBenefits, ConfidenceLikely
	}
	if touch := matched(AsTouchpoints); !contract && touch("on") && (touch("ticket") || touch("summary", "account") || touch("summary", "account_external_id") || touch("direction")) {
		return AsTouchpoints, ConfidenceLikely
	}
	if term("term_start", "renewal_date") && term("account_external_id") && !account("name") {
		return AsTerms, ConfidenceLikely
	}
	if term("account_external_id") && hasHeading(t, "stagename", "stage name", "dealname", "deal name", "opportunity name", "property dealname") {
		return AsTerms, ConfidenceLikely
	}
	switch {
	case account("name") && (contract || account("external_id") || account("website")):
		return AsAccounts, ConfidenceExact
	case account("name"):
		return AsAccounts, ConfidenceLikely
	}
	return AsAccounts, ConfidenceGuess
}

func hasHeading(t *Table, phrases ...string) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return slices.Contains(phrases, normalHeading(c.Name)) })
}
