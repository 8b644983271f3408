package capture

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

var (
	sidePattern  = regexp.MustCompile(`(?i)^\x00*\s*(?:(us|we|ours?|wir|uns)|(them|they|theirs?|client|customer|kunde|sie))\s*:`)
	ownerPattern = regexp.MustCompile(`^\x00*\s*([^:\x00]{1,80}):`)
)

// milestone reads "> us: send report by 12 Mar".
func (l *line) milestone() string {
	plan, ok := success.PlanOn(l.file, l.On)
	if !ok {
		return "There is no plan that a milestone could stand in."
	}
	key := l.key("milestone")
	fields := success.Fields{"plan_id": jsonOf(plan.ID), "side": jsonOf("us")}
	if m := l.match(sidePattern); m != nil {
		if m[4] >= 0 {
			fields["side"] = jsonOf("client")
		}
		l.take(l.body-l.start, m[1], key, "side")
	} else if m := l.match(ownerPattern); m != nil {
		l.owner(key, fields, m)
	}
	m := l.match(duePattern)
	if m == nil {
		m = l.match(lastPattern)
	}
	if m != nil {
		if due, ok := l.day(m, true); ok {
			fields["due"] = jsonOf(due)
			l.take(m[2], m[3], key, "due")
		}
	}
	title := l.takeRest(key, "title")
	if title == "" {
		return "There is no word of what is to be done."
	}
	fields["title"] = jsonOf(title)
	l.propose(key, "milestone", fields)
	return ""
}

// owner reads who is to do it, where what stands before the colon is a person
// or the account itself.
func (l *line) owner(key string, fields success.Fields, m []int) {
	name := clean(l.group(m, 1))
	if fold(name) == fold(l.file.Account.Name) {
		fields["side"] = jsonOf("client")
		l.take(m[2], m[1], key, "side")
		return
	}
	id, known, why := l.person(name)
	if why != "" {
		return
	}
	for i := range l.file.Stakeholders {
		if l.file.Stakeholders[i].ID == id {
			name = l.file.Stakeholders[i].Name
		}
	}
	if rec := slices.IndexFunc(l.reader.people, func(r Record) bool { return r.Key == known }); known != "" && rec >= 0 {
		name = textOf(l.reader.people[rec].Fields["name"])
	}
	fields["side"], fields["owner"] = jsonOf("client"), jsonOf(name)
	l.take(m[2], m[1], key, "owner")
}

var (
	arrowPattern = regexp.MustCompile(`\s*(?:->|=>|→|⇒)\s*`)
	whyPattern   = regexp.MustCompile(`(?i)(?:^|[\s,(])((?:because|weil|as today)\s+(.+?))\s*\)?$`)
	stagePattern = regexp.MustCompile(`(?i)^(.*?)\s*(?:[:,]|->|=>|→|\bis\b|\bnow\b)\s*(?:now\s+)?(not started|aware|trying|habit|embedded)[\s.]*$`)
	colonPattern = regexp.MustCompile(`^\x00*\s*([^:\x00]+):`)
	whoPattern   = regexp.MustCompile(`\(\x00*([^()\x00]*)[\x00()]*\)?`)
)

// change reads "~ Gate slots: each yard by phone -> one board (planners, 12
// people)", or how far a change that is known has stuck: "~ Gate slots: habit".
func (l *line) change() string {
	if l.stage() {
		return l.leftovers()
	}
	outcome, guess, ok := l.outcome()
	if !ok {
		return "There is no outcome in the plan that a change could serve."
	}
	l.guess = guess
	key := l.key("change")
	fields := success.Fields{"outcome_id": jsonOf(outcome)}
	if people, ok := l.takePeople(key); ok {
		fields["people"] = people
	}
	if m := l.match(whyPattern); m != nil {
		l.set(key, fields, "why_today", Span{m[4], m[5]}, Span{m[2], m[3]})
	}
	if m := l.match(colonPattern); m != nil {
		l.set(key, fields, "process", Span{m[2], m[3]}, Span{m[2], m[1]})
	}
	if m := l.match(whoPattern); m != nil {
		l.set(key, fields, "who", Span{m[2], m[3]}, Span{m[0], m[1]})
	}
	rest := "to"
	if m := l.match(arrowPattern); m != nil {
		before := max(l.body-l.start, strings.LastIndexByte(l.free()[:m[0]], 0)+1)
		l.set(key, fields, "from", Span{before, m[0]}, Span{before, m[1]})
	} else if fields["process"] == nil {
		rest = "process"
	}
	if text := l.takeRest(key, rest); text != "" {
		fields[rest] = jsonOf(text)
	}
	for _, name := range []string{"to", "from"} {
		if fields["process"] == nil && fields[name] != nil { // it is known by its process
			fields["process"] = fields[name]
		}
	}
	if fields["process"] == nil {
		return "There is no word of what changes."
	}
	l.propose(key, "behavior_change", fields)
	return ""
}

// stage reads how far a change that is known has stuck.
func (l *line) stage() bool {
	body := l.body - l.start
	m := stagePattern.FindStringSubmatchIndex(l.text[body:])
	if m == nil {
		return false
	}
	process := fold(tidy(l.text[body+m[2] : body+m[3]]))
	for i := range l.file.BehaviorChanges {
		b := &l.file.BehaviorChanges[i]
		if fold(b.Process) != process {
			continue
		}
		key := l.key("change")
		l.take(body+m[2], body+m[3], key, "process")
		l.take(body+m[4], body+m[5], key, "stage")
		l.records = append(l.records, Record{Key: key, Kind: "behavior_change", ID: b.ID, Fields: success.Fields{
			"stage": jsonOf(strings.ToLower(l.text[body+m[4] : body+m[5]])), "stage_on": jsonOf(l.On),
		}})
		return true
	}
	return false
}

// leftovers keeps what no field took in the note.
func (l *line) leftovers() string {
	for _, s := range l.stretches() {
		l.keep(l.start+s.From, l.start+s.To)
	}
	return ""
}

// set gives a stretch to a field, if it holds a word; all is what goes with it.
func (l *line) set(key string, fields success.Fields, name string, words, all Span) {
	if text := clean(tidy(l.text[words.From:words.To])); strings.ContainsFunc(text, isWord) {
		fields[name] = jsonOf(text)
		l.take(all.From, all.To, key, name)
	}
}

// outcome is the one that a change serves: the plan's only one, or the one
// whose words the line shares; then, and where none does, it is a guess.
func (l *line) outcome() (id success.ID, guess string, ok bool) {
	plan, found := success.PlanOn(l.file, l.On)
	if !found {
		return "", "", false
	}
	line := map[string]bool{}
	for _, w := range longWords(l.text) {
		line[w] = true
	}
	best, count := -1, 0
	for i := range l.file.Outcomes {
		o := &l.file.Outcomes[i]
		if o.PlanID != plan.ID || o.Status == "dropped" {
			continue
		}
		count++
		shared := 0
		for _, w := range longWords(o.Statement + " " + o.Quote + " " + o.Job + " " + o.Link) {
			if line[w] {
				shared++
			}
		}
		if shared > best {
			best, id = shared, o.ID
		}
	}
	if count > 1 {
		guess = "outcome_id"
	}
	return id, guess, count > 0
}

func longWords(text string) []string {
	words := strings.FieldsFunc(fold(text), func(r rune) bool { return !isWord(r) })
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < 4 })
}
