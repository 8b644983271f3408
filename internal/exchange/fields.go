package exchange

// valueType says how a cell of a field is read.
type valueType int

const (
	valueText valueType = iota
	valueDate
	valuePeriod // a day, or a month that stands for its last day
	valueMoney
	valueNumber
	valueWhole
	valueShare // 0..1, or a percentage
	valueBool
	valueCurrency
	valueList
	valueEnum
)

// fieldKind is a field a column may be mapped to: of the record itself or of
// one that comes in the same row.
type fieldKind struct {
	name  string
	kind  string // record it belongs to
	field string // the record's field
	value valueType
	words string // headings, separated by "|": exact ones; after "~": likely ones
}

// The vocabularies below are headings in small letters without punctuation.
// English, German and the names that HubSpot, Salesforce, Pipedrive, Zoho,
// Dynamics and Gainsight give. "annual revenue" is what the client earns, never
// what it pays: it stands nowhere here and so goes to attributes.
var (
	accountRefFields = []fieldKind{
		{"account", "", "", valueText, "account|account name|company|company name|organization|organisation|organization name|organisation name|client|client name|customer|customer name|kunde|kundenname|firma|firmenname|unternehmen|associated company|associated company name|company associated|deal organization|organization organization|person organization|activity organization|konto|mandant~name of account|property company|unternehmensname"},
		{"account_external_id", "", "", valueText, "account id|accountid|company id|customer id|client id|organization id|organisation id|associated company id|associated company ids|kundennummer|kunden nr|kundennr|kunden id|account name id|company record id|deal organization id|gsid|account external id|external account id|do not modify account~crm id"},
	}

	termFields = []fieldKind{
		{"term_start", "term", "start", valueDate, "term start|term start date|contract start|contract start date|subscription start|subscription start date|current term start|current contract start|start of term|vertragsbeginn|vertragsstart|laufzeitbeginn|laufzeit von|beginn laufzeit|contractstartdate|current term start date|service start date~contract begin|contract from|effective date|deal contract start"},
		{"renewal_date", "term", "end", valueDate, "renewal date|next renewal date|next renewal|renewal|renewal on|contract end|contract end date|term end|term end date|subscription end|subscription end date|contract renewal date|subscription renewal date|current term end|end of term|expiration date|expiry date|contract expiry|vertragsende|laufzeitende|laufzeit bis|verlangerung|verlangerungsdatum|verlangerung am|nachste verlangerung|contractenddate|renewaldate|renews on|up for renewal~deal expected close date|expiration|expires|expires on|valid until|gultig bis|contract until|kundigungstermin"},
		{"arr", "term", "arr", valueMoney, "arr|annual recurring revenue|current arr|total arr|contract arr|arr amount|arr value|annualized recurring revenue|annual contract value|acv|jahrlich wiederkehrender umsatz|wiederkehrender jahresumsatz|annual recurring revenue base|annual subscription value|subscription arr|arr eur|arr usd|arr gbp|arr chf|jahresvertragswert|hs arr~deal value|deal amount|contract value|annual value|annual fee|jahrespreis|jahresgebuhr|recurring revenue|subscription value|vertragswert|yearly value"},
		{"mrr", "term", "arr", valueMoney, "mrr|monthly recurring revenue|current mrr|total mrr|mrr amount|hs mrr|monatlich wiederkehrender umsatz~monthly fee|monthly value|monatspreis|monatsgebuhr|monthly subscription"},
		{"currency", "term", "", valueCurrency, "currency|currency code|currency iso code|currencyisocode|deal currency of value|deal currency|iso currency|wahrung|wahrungscode|transaction currency|transactioncurrencyid|arr currency|contract currency|deal currency code"},
		{"contract", "term", "contract", valueText, "contract|contract name|contract id|contract number|subscription|subscription id|subscription name|vertrag|vertragsnummer|vertragsname~agreement"},
		{"client_cost", "term", "client_cost", valueMoney, "client cost|internal cost|clients own cost"},
		{"notice_days", "term", "notice_days", valueWhole, "notice days|notice period days|notice period|notice|kundigungsfrist|kundigungsfrist tage|cancellation notice days"},
		{"auto_renew", "term", "auto_renew", valueBool, "auto renew|auto renewal|autorenew|automatic renewal|auto renew flag|automatische verlangerung"},
		{"deal_status", "", "", valueText, "deal status|opportunity status"},
	}

	accountFields = append([]fieldKind{
		{"name", "account", "name", valueText, "account name|company name|company|name|account|organization|organisation|organization name|organisation name|client|client name|customer|customer name|property name|kunde|kundenname|firma|firmenname|unternehmen|unternehmensname|firmierung|business name|legal name~deal organization|account title"},
		{"external_id", "account", "external_ids", valueText, "external id|externalid|id|record id|account id|accountid|company id|companyid|customer id|client id|organization id|organisation id|do not modify account|gsid|kundennummer|kunden nr|kundennr|kunden id|crm id|hs object id|accountnumber id|account guid|uuid~account number|accountnumber|customer number|debitor|debitorennummer"},
		{"website", "account", "website", valueText, "website|website url|web site|domain|company domain name|domain name|company domain|homepage|url|web|webseite|internetseite|property domain|property website"},
		{"parent", "account", "parent_account_id", valueText, "parent account|parent|parent company|parentid|parent id|parent account id|parent record id|muttergesellschaft|ubergeordneter account|konzern"},
		{"segment", "account", "segment", valueText, "segment|customer segment|account segment|tier|account tier|market segment|kundensegment"},
		{"tags", "account", "tags", valueList, "tag|tags|labels|schlagworte|organization label|company label"},
		{"csm", "account", "csm", valueText, "csm|customer success manager|csm name|success manager|csm owner|kundenbetreuer|cs manager|cs owner|customer success owner~betreuer"},
		{"account_owner", "account", "account_owner", valueText, "account owner|company owner|owner|account manager|owner name|deal owner|organization owner|record owner|besitzer|kontoinhaber|zustandig|inhaber|account executive|property hubspot owner"},
		{"timezone", "account", "timezone", valueText, "timezone|time zone|zeitzone"},
		{"start_date", "account", "start_date", valueDate, "start date|customer since|client since|original contract date|customer start date|customer start|go live|kunde seit|startdatum|became a customer date|original contract start date|relationship start|onboarded on|signup date|sign up date|first contract date~deal won time|won time|became customer|won date"},
		{"created", "account", "start_date", valueDate, "~create date|created date|createddate|created time|created on|createdon|created at|created|property createdate|erstellt am|erstelldatum|organization organization created|add time"},
		{"first_value_on", "account", "first_value_on", valueDate, "first value on|first value|first value date|date of first value"},
		{"cancelled_on", "account", "cancelled_on", valueDate, "cancelled on|canceled on|churn date|churned on|cancellation date|churned at|gekundigt am|kundigungsdatum|canceled date|cancelled date"},
		{"cancel_reason", "account", "cancel_reason", valueText, "cancel reason|churn reason|cancellation reason|kundigungsgrund|reason for churn"},
		{"acquisition_cost", "account", "acquisition_cost", valueMoney, "acquisition cost|cac|customer acquisition cost|akquisitionskosten"},
		{"gross_margin", "account", "gross_margin", valueShare, "gross margin|margin|bruttomarge|deckungsbeitrag prozent"},
		{"switching_cost", "account", "switching_cost", valueMoney, "switching cost|switching costs|wechselkosten"},
		{"first_value_target_days", "account", "first_value_target_days", valueWhole, "first value target days"},
		{"notes", "account", "notes", valueText, "notes|note|notizen|comments|bemerkung|bemerkungen|kommentar"},
	}, termFields...)

	termsFields = append(append([]fieldKind{}, accountRefFields...), append([]fieldKind{
		{"result", "term", "result", valueEnum, "result|renewal result|outcome|ergebnis"},
		{"result_on", "term", "result_on", valueDate, "result on|result date|renewed on"},
		{"result_arr", "term", "result_arr", valueMoney, "result arr|renewed arr|new arr"},
		{"result_reason", "term", "result_reason", valueText, "result reason|reason"},
		{"term_start", "term", "start", valueDate, "start|start date|from|von|beginn|begin date"},
		{"renewal_date", "term", "end", valueDate, "end|end date|to|until|bis|ende"},
	}, termFields...)...)

	stakeholderFields = append(append([]fieldKind{}, accountRefFields...), []fieldKind{
		{"name", "stakeholder", "name", valueText, "name|full name|contact|contact name|contact person|person|person name|stakeholder|ansprechpartner|kontakt|property name|vollstandiger name"},
		{"first_name", "", "", valueText, "first name|firstname|given name|vorname|property firstname|person first name"},
		{"last_name", "", "", valueText, "last name|lastname|surname|family name|nachname|property lastname|person last name"},
		{"title", "stakeholder", "title", valueText, "title|job title|jobtitle|position|funktion|property jobtitle|person job title|berufsbezeichnung|job"},
		{"team", "stakeholder", "team", valueText, "team|department|abteilung|bereich"},
		{"email", "stakeholder", "email", valueText, "email|e mail|email address|mail|property email|person email|person email work|e mail adresse|primary email"},
		{"phone", "stakeholder", "phone", valueText, "phone|phone number|mobile|mobile phone|telephone|telefon|handy|person phone|business phone|property phone"},
		{"role", "stakeholder", "role", valueEnum, "role|buying role|stakeholder role|rolle|contact role"},
		{"stance", "stakeholder", "stance", valueWhole, "stance|haltung"},
		{"influence", "stakeholder", "influence", valueWhole, "influence|einfluss"},
		{"cares_about", "stakeholder", "cares_about", valueText, "cares about|interests|interessen"},
		{"left_on", "stakeholder", "left_on", valueDate, "left on|left|ausgeschieden am"},
		{"reports_to", "stakeholder", "reports_to_id", valueText, "reports to|manager|vorgesetzter"},
		{"quote_permission", "stakeholder", "quote_permission", valueEnum, "quote permission"},
	}...)

	readingFields = append(append([]fieldKind{}, accountRefFields...), []fieldKind{
		{"measure", "reading", "measure_id", valueText, "measure|measure name|metric|kpi|metric name|messgrosse|kennzahl|indicator|property|series"},
		{"measure_id", "reading", "measure_id", valueText, "measure id|metric id"},
		{"on", "reading", "on", valuePeriod, "on|date|day|month|period|datum|tag|monat|reading date|measured on|timestamp|time|zeitpunkt|as of|stichtag"},
		{"value", "reading", "value", valueNumber, "value|reading|wert|messwert|amount|result|actual|ist"},
		{"source", "reading", "source", valueText, "source|quelle|system"},
		{"confidence", "reading", "confidence", valueEnum, "confidence|vertrauen"},
		{"confirmed_by", "reading", "confirmed_by", valueText, "confirmed by|bestatigt von"},
	}...)

	benefitFields = append(append([]fieldKind{}, accountRefFields...), []fieldKind{
		{"title", "benefit", "title", valueText, "title|benefit|benefit title|benefit name|name|nutzen|titel|vorteil"},
		{"dimension", "benefit", "dimension", valueText, "dimension|benefit type|category|art|kategorie|value driver"},
		{"group", "benefit", "group", valueText, "group|people group|which people|who|gruppe|audience|users"},
		{"internal", "benefit", "internal", valueBool, "internal|intern"},
		{"on", "benefit_step", "on", valueDate, "on|date|from|since|realised on|realized on|datum|seit|ab"},
		{"kind", "benefit_step", "kind", valueEnum, "kind|step kind|frequency|once or yearly|recurrence|haufigkeit"},
		{"amount", "benefit_step", "amount", valueMoney, "amount|value|money|betrag|wert|annual value|savings|einsparung"},
		{"amount_low", "benefit_step", "amount_low", valueMoney, "amount low|low"},
		{"amount_high", "benefit_step", "amount_high", valueMoney, "amount high|high"},
		{"currency", "benefit_step", "", valueCurrency, "currency|currency code|wahrung"},
		{"people", "benefit_step", "people", valueWhole, "people|reach|headcount|personen|number of people|anzahl personen"},
		{"confirmation", "benefit_step", "confirmation", valueEnum, "confirmation|proof|status|bestatigung"},
		{"confirmed_by", "benefit_step", "confirmed_by", valueText, "confirmed by|bestatigt von"},
		{"confirmed_on", "benefit_step", "confirmed_on", valueDate, "confirmed on|bestatigt am"},
	}...)

	touchpointFields = append(append([]fieldKind{}, accountRefFields...), []fieldKind{
		{"on", "touchpoint", "on", valueDate, "on|date|day|activity date|meeting date|datum|created|created at|create date|submitted at|opened at|due date|start time|property createdate|activity due date|opened|created time|ticket created|requested|requested at"},
		{"kind", "touchpoint", "kind", valueEnum, "kind|touchpoint kind|purpose|art"},
		{"direction", "touchpoint", "direction", valueEnum, "direction|richtung"},
		{"summary", "touchpoint", "summary", valueText, "summary|subject|title|activity subject|property subject|betreff|zusammenfassung|meeting name|ticket subject|topic|thema|activity~notes|body|description|note|comment"},
		{"ticket", "touchpoint", "ticket", valueText, "ticket|ticket id|ticket number|case number|case id|ticketnummer|vorgangsnummer"},
		{"needs_reply_by", "touchpoint", "needs_reply_by", valueDate, "needs reply by|reply by|answer by|antwort bis"},
		{"replied_on", "touchpoint", "replied_on", valueDate, "replied on|first reply|first response|first agent reply date|property first agent reply date|answered on|beantwortet am|first reply at|first replied at|first public reply at"},
		{"first_reply_minutes", "", "", valueWhole, "first reply time in minutes|first reply time minutes|first reply time min|first response time in minutes"},
		{"solved_on", "", "", valueDate, "solved at|solved|solved on|closed at|closed on|resolved at|resolved on|gelost am|geschlossen am"},
		{"ticket_status", "", "", valueText, "status|ticket status|state"},
		{"updated", "", "", valueDate, "updated at|last updated|updated|latest update|aktualisiert am"},
		{"requester", "", "", valueText, "requester|requester name|reporter|requested by|anfragender"},
		{"requester_email", "", "", valueText, "requester email|requester e mail|reporter email"},
		{"leaving", "touchpoint", "leaving", valueBool, "leaving"},
		{"internal", "touchpoint", "internal", valueBool, "internal|intern"},
		{"stakeholders", "touchpoint", "stakeholder_ids", valueList, "stakeholders|attendees|contacts|people|participants|teilnehmer|contact|contact person|activity contact person|contact name"},
	}...)
)

// valueFields are those of an indicator's values. Which indicator is named by the
// row, or for the whole file: any column of any table can be one's values.
var valueFields = append(append([]fieldKind{}, accountRefFields...), []fieldKind{
	{"indicator", "indicator_value", "indicator_id", valueText, "indicator|indicator name|indikator|indikatorname"},
	{"value", "indicator_value", "value", valueText, "value|wert|indicator value|shows|ausprägung|auspragung"},
	{"on", "indicator_value", "on", valueDate, "on|date|as of|known on|datum|stand|stichtag|seit|since"},
}...)

// fieldsOf returns what columns may be mapped to.
func fieldsOf(as As) []fieldKind {
	switch as {
	case AsAccounts:
		return accountFields
	case AsTerms:
		return termsFields
	case AsStakeholders:
		return stakeholderFields
	case AsReadings:
		return readingFields
	case AsBenefits:
		return benefitFields
	case AsTouchpoints:
		return touchpointFields
	case AsValues:
		return valueFields
	}
	return nil
}

// requiredFields lists, for each kind, groups of fields of which one is needed.
func requiredFields(as As) [][]string {
	ref := []string{"account", "account_external_id"}
	switch as {
	case AsAccounts:
		return [][]string{{"name"}}
	case AsTerms:
		return [][]string{ref, {"renewal_date"}}
	case AsStakeholders:
		return [][]string{ref, {"name", "last_name", "first_name", "email"}}
	case AsReadings:
		return [][]string{{"measure", "measure_id"}, {"on"}, {"value"}}
	case AsBenefits:
		return [][]string{ref, {"title"}}
	case AsTouchpoints:
		return [][]string{ref, {"on"}}
	case AsValues:
		return [][]string{ref, {"indicator"}, {"value"}}
	}
	return nil
}

// fieldAliases are other names a person may give a field on the command line:
// those of the records.
var fieldAliases = map[As]map[string]string{
	AsAccounts:     {"term.start": "term_start", "start": "term_start", "end": "renewal_date", "term.end": "renewal_date", "term_end": "renewal_date", "renewal": "renewal_date", "term.arr": "arr", "external_ids": "external_id", "id": "external_id", "parent_account_id": "parent", "account": "name", "domain": "website", "owner": "account_owner"},
	AsTerms:        {"start": "term_start", "end": "renewal_date", "term_end": "renewal_date", "account_id": "account_external_id", "external_id": "account_external_id"},
	AsStakeholders: {"account_id": "account_external_id", "external_id": "account_external_id", "reports_to_id": "reports_to"},
	AsReadings:     {"date": "on", "account_id": "account_external_id", "external_id": "account_external_id"},
	AsBenefits:     {"date": "on", "account_id": "account_external_id", "external_id": "account_external_id", "benefit": "title"},
	AsTouchpoints:  {"date": "on", "account_id": "account_external_id", "external_id": "account_external_id", "stakeholder_ids": "stakeholders"},
	AsValues:       {"date": "on", "account_id": "account_external_id", "external_id": "account_external_id", "indicator_id": "indicator"},
}
