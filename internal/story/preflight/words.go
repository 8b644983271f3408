package preflight

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// plain is a pattern on words, without case, that begins and ends with one.
func plain(alternatives string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\pL\d])(` + alternatives + `)(?:$|[^\pL\d])`)
}

var (
	internalMark = regexp.MustCompile(`(?i)[\[(<{*]\s*(?:internal|intern|confidential|vertraulich|private|do not (?:share|send)|not for (?:the )?client|nicht (?:für den kunden|weitergeben)|nur intern)\b[^\])>}*]*[\])>}*]` +
		`|\b(?:internal (?:only|note|use)|for internal use|internal:|not for (?:the )?client|do not share|don't share|nur intern|nur für uns|interne notiz|intern:)`)

	leftWords = plain(`left|leaves|leaving|has left|former|formerly|retired|until|ausgeschieden|verlässt|ehemalige?r?n?|früher\w*|bis|damals|then`)

	// harsh words have no business before a client; softer ones may be theirs.
	harshRisk = plain(`churn(?:ed|ing|s)?[ -](?:risk|score|rate|probability|prediction)|risk of (?:churn|cancellation|losing)|churn|at[ -]risk (?:account|client|customer)s?|(?:account|client|customer) (?:is )?at[ -]risk|` +
		`health[ -]?scores?|risk[ -]?scores?|walk[ -]?away[ -](?:price|value)s?|off[ -]ramp|for sale at|is for sale|win[ -]?back|save[ -](?:play|plan|the account)|red account|` +
		`expected value of (?:the|this) account|bonded share|perceived value|up[ -]?sell(?:ing|s)?|cross[ -]?sell(?:ing|s)?|wallet share|share of wallet|land and expand|` +
		`abwanderungs\pL*|kündigungs(?:risiko|gefahr|wahrscheinlichkeit)|abwanderung|risikokund\pL*|verlustrisiko|` +
		`nps[ -](?:score|detractor)s?|detractors?|lifetime value|clv|ltv|cac payback|gross retention|net retention|grr|nrr|competitor threat`)
	softRisk = plain(`at[ -]risk|critical|off[ -]track|red flag|flagged|escalat(?:ed|ion)|verdict|shrinking|stagnant|unhappy|dissatisfied|threat(?:en\pL*)?|renewal forecast|commit(?:ted)? forecast|` +
		`monitor call|gefährdet|kritisch|unzufrieden|stagnier\pL*|eskal\pL*|silence of|nothing new for`)

	probability = regexp.MustCompile(`(?i)(?:\d{1,3}(?:[.,]\d+)?\s?(?:%|percent|prozent|pct)|\b0[.,]\d+)[^.!?\n]{0,40}?\b(?:probab|likel|chance|odds|confiden|wahrscheinlich|aussicht|zuversicht)\pL*` +
		`|\b(?:probab|likel|chance|odds|confiden|wahrscheinlich|aussicht|zuversicht)\pL*[^.!?\n]{0,40}?(?:\d{1,3}(?:[.,]\d+)?\s?(?:%|percent|prozent|pct)|\b0[.,]\d+)`)

	// filledIn and fillingWords are what was to be filled in, in the ways of templates and of
	// people in a hurry.
	filledIn = regexp.MustCompile(`\{\{[^{}]*\}\}|\$\{[^{}]*\}|<<[^<>]*>>|«[^«»]{0,30}(?i:name|client|kunde|datum|date|zahl|number)[^«»]{0,30}»|%[sdv]\b|\{[A-Za-z_.]{2,40}\}` +
		`|\[(?i:[^\]\d]{0,40}\b(?:name|client|customer|account|company|date|number|figure|amount|title|quote|insert|todo|tbd|tbc|xx+|kunde|kundenname|datum|zahl|betrag|firma|einfügen)\b[^\]]{0,40})\]` +
		`|<(?i:name|client|customer|account|company|date|number|figure|amount|title|kunde|datum|zahl|betrag|firma)>` +
		`|_{3,}|\?{3,}|#{3,}|\b[xX]{2,}\s?[%€]|[€$£]\s?[xX]{2,}\b|#(?:REF|N/A|VALUE|NAME|DIV/0)[!?]?`)
	fillingWords = regexp.MustCompile(`\b(?:TODO|TBD|TBC|FIXME|XXX+|NaN|undefined|N\.N\.)(?:[^\pL]|$)|\[object Object\]|(?i:\blorem ipsum\b|\bdolor sit amet\b|\bplaceholder\b|\bplatzhalter\b|\binsert (?:\pL+ ){0,3}here\b` +
		`|\bhier (?:\pL+ ){0,3}einfügen\b|\bclick to (?:add|edit)\b|\b(?:add|your) text here\b|\bxx+[.,]xx+\b|\bxx+\s?k\b)`)

	mail  = regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`)
	phone = regexp.MustCompile(`(?:\+|\b00)\d{1,3}[ /.-]?\(?\d{1,5}\)?(?:[ /.-]?\d{2,5}){2,4}\b`)
)

// risks finds words of our own judgment, and how likely we think a renewal. A
// softer word that the client's own records use is theirs.
func (c *check) risks(t Text) {
	for _, m := range harshRisk.FindAllStringSubmatch(t.Text, -1) {
		c.add(Finding{Code: CodeRisk, Level: Error, Place: t.Place, Found: m[1],
			Message: fmt.Sprintf("%q is our own judgment, and not for the client.", m[1])})
	}
	for _, m := range softRisk.FindAllStringSubmatch(t.Text, -1) {
		if t.generated {
			break
		}
		if theirs := folds(m[1]); !slices.ContainsFunc(theirs, func(w string) bool { return !c.common[w] }) {
			continue
		}
		c.add(Finding{Code: CodeRisk, Level: Warning, Place: t.Place, Found: m[1],
			Message: fmt.Sprintf("%q may be our own judgment. Is it meant for the client?", m[1])})
	}
	if m := probability.FindString(t.Text); m != "" && !c.isCommercial(t.Place) {
		level := Error
		if !about.MatchString(t.Text) && c.in.Options.Commercial {
			level = Warning
		}
		c.add(Finding{Code: CodeProbability, Level: level, Place: t.Place, Found: m,
			Message: fmt.Sprintf("%q says how likely we think something.", m)})
	}
}

// about is what a probability of ours is about.
var about = plain(`renew\pL*|sign\pL*|stay\pL*|verläng\pL*|bleib\pL*|cancel\pL*|kündig\pL*`)

// placeholders finds what was to be filled in.
func (c *check) placeholders(t Text) {
	found := fillingWords.FindAllString(t.Text, -1)
	if strings.ContainsAny(t.Text, "{[<«%_?#€$£") {
		found = append(found, filledIn.FindAllString(t.Text, -1)...)
	}
	for _, m := range found {
		c.add(Finding{Code: CodePlaceholder, Level: Error, Place: t.Place, Found: m, Message: fmt.Sprintf("%q was to be filled in.", m)})
	}
}

// empty finds a title or claim of the story without words.
func (c *check) empty(t Text) {
	switch {
	case t.Place.Kind == PlaceTitle:
		c.add(Finding{Code: CodeEmpty, Level: Error, Place: t.Place, Message: "The story has no title."})
	case t.Place.Kind == PlaceClaim, t.Place.Kind == PlaceSection && t.Place.Part == "title":
		c.add(Finding{Code: CodeEmpty, Level: Warning, Place: t.Place, Message: "There are no words here."})
	}
}

// private finds addresses of people; what the document may show of its own
// makers is not written as one.
func (c *check) private(t Text) {
	for pattern, sign := range map[*regexp.Regexp]string{mail: "@", phone: "+0"} {
		if !strings.ContainsAny(t.Text, sign) {
			continue
		}
		for _, m := range pattern.FindAllString(t.Text, -1) {
			c.add(Finding{Code: CodePrivate, Level: Warning, Place: t.Place, Found: m, Message: fmt.Sprintf("%q is a person's address. Is it meant to be passed on?", m)})
		}
	}
}
