package capture_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/tendril-app/tendril/internal/capture"
	"github.com/tendril-app/tendril/internal/success"
)

func day(text string) success.Date { return success.MustDate(text) }

// today is a Tuesday.
var today = day("2026-06-09")

func id(n int) success.ID { return success.ID(fmt.Sprintf("018cc253-0000-7000-8000-%012d", n)) }

func meta(n int) success.Meta { return success.Meta{ID: id(n)} }

// harbour is an account to take notes about.
func harbour() capture.Context {
	f := &success.File{
		Account: success.Account{Meta: meta(1), Name: "Harbour Lights", Currency: "EUR"},
		Stakeholders: []success.Stakeholder{
			{Meta: meta(11), AccountID: id(1), Name: "Anna Berg", Title: "CFO"},
			{Meta: meta(12), AccountID: id(1), Name: "Tom Ålund", Title: "Planner"},
			{Meta: meta(13), AccountID: id(1), Name: "Anna Krause"},
			{Meta: meta(14), AccountID: id(1), Name: "Sofie Krause", LeftOn: day("2026-01-01")},
		},
		Plans:    []success.SuccessPlan{{Meta: meta(21), AccountID: id(1), Title: "Berths on time", Status: "active"}},
		Outcomes: []success.Outcome{{Meta: meta(31), PlanID: id(21), Statement: "Ships leave on time"}, {Meta: meta(32), PlanID: id(21), Statement: "The invoices are right at once"}},
		Measures: []success.Measure{
			{Meta: meta(41), OutcomeID: id(31), Name: "Ticket time", Unit: "h"},
			{Meta: meta(42), OutcomeID: id(31), Name: "Late departures", Unit: "a month"},
			{Meta: meta(43), OutcomeID: id(32), Name: "Top 10 debts", Unit: "€"},
			{Meta: meta(44), OutcomeID: id(32), Name: "Late invoices", Unit: "%"},
		},
		Benefits:        []success.Benefit{{Meta: meta(51), AccountID: id(1), Title: "No more night shift", Dimension: "time"}},
		BehaviorChanges: []success.BehaviorChange{{Meta: meta(61), OutcomeID: id(31), Process: "Gate slots", From: "phone", To: "board", Stage: "trying"}},
	}
	return capture.Context{File: f, Settings: &success.Settings{Workspace: success.Workspace{Currency: "EUR"}}, On: today}
}

// shown writes a page's records in a form to compare: one a line, fields in
// order, without what they hang on.
func shown(p capture.Page) []string {
	var out []string
	for _, r := range p.Records {
		var names []string
		for name := range r.Fields {
			if name != "account_id" {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		line := string(r.Kind)
		if r.ID != "" {
			line += " " + string(r.ID[len(r.ID)-2:])
		}
		for _, name := range names {
			value := string(r.Fields[name])
			for n := range 70 {
				value = strings.ReplaceAll(value, fmt.Sprintf("%q", id(n)), fmt.Sprint(n))
			}
			line += fmt.Sprintf(" %s=%s", name, value)
		}
		for _, l := range r.Links {
			line += fmt.Sprintf(" %s->%s", l.Field, l.Key)
		}
		out = append(out, line)
	}
	return out
}

// TestEachSignBecomesItsRecord holds one line against the records it proposes
// beside the conversation, and against what stays in the note.
func TestEachSignBecomesItsRecord(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
		note string
	}{
		{"? Who rebuilds the plan at four?", []string{`question asked_on="2026-06-09" text="Who rebuilds the plan at four?"`}, ""},
		{"? Who?\n= Anna does.\n= And Tom.", []string{`question answer="Anna does.\nAnd Tom." answered_on="2026-06-09" asked_on="2026-06-09" text="Who?"`}, ""},
		{"! They fear the auditor", []string{`insight text="They fear the auditor"`}, ""},
		{"? Who?\n= Anna\n! She is alone", []string{`question answer="Anna" answered_on="2026-06-09" asked_on="2026-06-09" text="Who?"`, `insight text="She is alone" question_id->question 1`}, ""},
		{"$ 12k/yr cost, 40 people, billing team", []string{
			`benefit dimension="cost" group="billing team" title="Cost, billing team"`,
			`benefit_step amount={"amount":"12000.00","currency":"EUR"} confirmation="claimed" kind="yearly" on="2026-06-09" people=40 benefit_id->benefit 1`}, "x"},
		{"$ 1.200,50 € once, fewer reminders", []string{
			`benefit title="fewer reminders"`,
			`benefit_step amount={"amount":"1200.50","currency":"EUR"} confirmation="claimed" kind="once" on="2026-06-09" benefit_id->benefit 1`}, ""},
		{"$ $2k a month: no courier any more, cost", []string{
			`benefit dimension="cost" title="no courier any more"`,
			`benefit_step amount={"amount":"24000.00","currency":"USD"} confirmation="claimed" kind="yearly" on="2026-06-09" benefit_id->benefit 1`}, ""},
		{"$ 10-14k/yr time saved at month's end", []string{
			`benefit dimension="time" title="time saved at month's end"`,
			`benefit_step amount={"amount":"12000.00","currency":"EUR"} amount_high={"amount":"14000.00","currency":"EUR"} amount_low={"amount":"10000.00","currency":"EUR"} confirmation="claimed" kind="yearly" on="2026-06-09" benefit_id->benefit 1`}, ""},
		{"$ No more night shift, 30000/yr", []string{`benefit_step amount={"amount":"30000.00","currency":"EUR"} benefit_id=51 confirmation="claimed" kind="yearly" on="2026-06-09"`}, ""},
		{"$ 2 fewer mails a day", []string{`benefit title="2 fewer mails a day"`}, ""},
		{"> us: send report by 12 Mar", []string{`milestone due="2027-03-12" plan_id=21 side="us" title="send report"`}, ""},
		{"> client: sign off the yard list bis 1. Juli", []string{`milestone due="2026-07-01" plan_id=21 side="client" title="sign off the yard list"`}, ""},
		{"> Anna Berg: approve the budget by Friday", []string{`milestone due="2026-06-12" owner="Anna Berg" plan_id=21 side="client" title="approve the budget"`}, ""},
		{"> tell them: it works", []string{`milestone plan_id=21 side="us" title="tell them: it works"`}, ""},
		{"~ Gate slots: habit", []string{`behavior_change 61 stage="habit" stage_on="2026-06-09"`}, ""},
		{"~ Invoices: typed by hand -> read at once (billing, 12 people) because the scanner was broken", []string{
			`behavior_change from="typed by hand" outcome_id=32 people=12 process="Invoices" to="read at once" who="billing" why_today="the scanner was broken"`}, ""},
		{"# ticket time 4.2 h", []string{`reading measure_id=41 on="2026-06-09" value=4.2`}, ""},
		{"# ticket time is now 4,2 hours on 2 June (from the log)", []string{`reading measure_id=41 on="2026-06-02" source="from the log" value=4.2`}, ""},
		{"# Top 10 debts: 1,200 €", []string{`reading measure_id=43 on="2026-06-09" value=1200`}, ""},
		{"# departures 14", []string{`reading measure_id=42 on="2026-06-09" value=14`}, ""},
		{`"The evening came back" — Tom Ålund`, []string{`evidence body="The evening came back" kind="quote" on="2026-06-09" stakeholder_id=12 subject->touchpoint`}, ""},
		{"“If she is late, we pay” - Anna Berg, CFO", []string{`evidence body="If she is late, we pay" kind="quote" on="2026-06-09" stakeholder_id=11 title="Anna Berg, CFO" subject->touchpoint`}, ""},
		{`"Nobody asked us before`, []string{`evidence body="Nobody asked us before" kind="quote" on="2026-06-09" subject->touchpoint`}, ""},
		{"@ Tom Alund and Berg", nil, ""},
		{"@ Sofie, Ruth Penhale (Harbour master)", nil, ""},
		// What is not certain stays as it was written.
		{"= without a question", nil, "= without a question"},
		{"# ticket time 4.2 min", nil, "# ticket time 4.2 min"},
		{"# late 4", nil, "# late 4"},
		{"# ticket time good", nil, "# ticket time good"},
		{"# ticket time 4 h by 2 July, on 2026-07-02", nil, "# ticket time 4 h by 2 July, on 2026-07-02"},
		{"@ Anna", nil, "@ Anna"},
		{"@ ruth@harbour.example", nil, "@ ruth@harbour.example"},
		{"## Agenda\n=====\n?\n- one\n  two", nil, "## Agenda\n=====\n?\n- one\n  two"},
	} {
		p := capture.Parse(c.text, harbour())
		got := shown(p)
		at := slices.IndexFunc(got, func(s string) bool { return strings.HasPrefix(s, "touchpoint ") })
		if at < 0 {
			t.Errorf("%q: no conversation", c.text)
			continue
		}
		if rest := got[at+1:]; !slices.Equal(rest, c.want) {
			t.Errorf("%q:\n got %s\nwant %s", c.text, strings.Join(rest, "\n     "), strings.Join(c.want, "\n     "))
		}
		if c.note != "x" && p.Note != c.note {
			t.Errorf("%q: the note is %q", c.text, p.Note)
		}
		if strings.Contains("=#@", c.text[:1]) && c.text[1] == ' ' && c.note == c.text && len(p.Unread) == 0 {
			t.Errorf("%q: no reason is given", c.text)
		}
	}
}

func TestPeopleAreMetOrMade(t *testing.T) {
	t.Parallel()
	p := capture.Parse("@ tom alund, Ruth Penhale (Harbour master) & Anna, Berg (CFO)\n\"We pay\" - Ruth\n@Ruth Penhale\n> Ruth Penhale: call back\nA good hour.", harbour())
	want := []string{
		`stakeholder name="Ruth Penhale" title="Harbour master"`,
		`touchpoint kind="engage" on="2026-06-09" stakeholder_ids=[12,11] summary="& Anna, Berg (CFO)\nA good hour." stakeholder_ids->stakeholder 1`,
		`evidence body="We pay" kind="quote" on="2026-06-09" title="Ruth" subject->touchpoint`,
		`milestone owner="Ruth Penhale" plan_id=21 side="client" title="call back"`,
	}
	got := shown(p)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(p.Unread) != 1 || p.Unread[0].Text != "Anna" || !strings.Contains(p.Unread[0].Reason, "2 people") {
		t.Errorf("unread: %+v", p.Unread)
	}
}

func TestABlankPageIsNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ", "\n\r\n\t\n"} {
		if p := capture.Parse(text, harbour()); len(p.Records)+len(p.Items)+len(p.Unread) > 0 || p.Note != "" {
			t.Errorf("%q: %+v", text, p)
		}
	}
}

func TestAnAccountWithoutAPlanKeepsWhatNeedsOne(t *testing.T) {
	t.Parallel()
	c := harbour()
	c.File.Plans = nil
	p := capture.Parse("> us: call\n~ a -> b\n# ticket time 4 h\nplain", c)
	if p.Note != "> us: call\n~ a -> b\n# ticket time 4 h\nplain" || len(p.Unread) != 3 {
		t.Errorf("note %q, unread %+v", p.Note, p.Unread)
	}
}

// words are the runs of letters and digits of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// checkNothingLost holds that each byte of a page is in a record or in the note.
func checkNothingLost(t *testing.T, p capture.Page) {
	t.Helper()
	where := make([]int, len(p.Text)) // how often a byte was placed
	kept := strings.Builder{}
	for _, s := range p.Kept {
		for i := s.From; i < s.To; i++ {
			where[i]++
		}
		kept.WriteString(p.Text[s.From:s.To])
		kept.WriteString("\n")
	}
	if got, want := strings.Fields(p.Note), strings.Fields(kept.String()); !slices.Equal(got, want) {
		t.Fatalf("the note is %q, and %q was kept", p.Note, kept.String())
	}
	records := map[string]capture.Record{}
	for _, r := range p.Records {
		records[r.Key] = r
	}
	for _, item := range p.Items {
		if p.Text[item.Span.From:item.Span.To] != item.Text {
			t.Fatalf("the span of %q is that of %q", item.Text, p.Text[item.Span.From:item.Span.To])
		}
		for _, part := range item.Parts {
			for i := part.From; i < part.To; i++ {
				where[i]++
			}
			checkPart(t, p.Text[part.From:part.To], part, records)
		}
	}
	for i, r := range p.Text {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && where[i] != 1 {
			t.Fatalf("%q at %d is in %d places\nof %q\nnote %q", r, i, where[i], p.Text, p.Note)
		}
	}
	if (p.Note != "" || len(p.Items) > 0) != (len(p.Records) > 0) {
		t.Fatalf("%d records for %q", len(p.Records), p.Text)
	}
}

// checkPart holds that the words of a part stand in the field they became;
// fields that are understood and not copied are left to the table above.
func checkPart(t *testing.T, text string, part capture.Part, records map[string]capture.Record) {
	t.Helper()
	rec, ok := records[part.Record]
	if !ok {
		t.Fatalf("%q went to %s, which is no record", text, part.Record)
	}
	if rec.ID != "" && part.Field == "process" {
		return // what it is known by
	}
	switch part.Field {
	case "text", "answer", "title", "body", "source", "process", "from", "to", "who", "why_today", "group", "name":
	default:
		if rec.Fields[part.Field] == nil && !slices.ContainsFunc(rec.Links, func(l capture.Link) bool { return l.Field == part.Field }) && part.Field != "kind" {
			t.Fatalf("%q went to %s of %s, which is not set", text, part.Field, part.Record)
		}
		return
	}
	var all []string
	for _, raw := range rec.Fields {
		var field string
		if json.Unmarshal(raw, &field) == nil {
			all = append(all, words(field)...)
		}
	}
	for _, w := range words(text) {
		if !slices.Contains(all, w) && !slices.Contains([]string{"because", "weil", "as", "today"}, strings.ToLower(w)) {
			t.Fatalf("%q of %q is not in %s: %v", w, text, part.Record, rec.Fields)
		}
	}
}

func FuzzNothingIsLost(f *testing.F) {
	for _, seed := range []string{
		"? a\n= b\n! c\n$ 12k/yr cost, 40 people, billing team\n> us: send report by 12 Mar\n~ x: a -> b (c, 3 people)\n# ticket time 4.2 h\n\"q\" - Anna Berg\n@ Tom, New One (CTO)\nrest",
		"$ € , 40 people 12k", "$ 9999999999999999999999k/yr x", "# ticket time -4.2%", "~ -> \n~ a ->", "> : x\n> by 31 Feb", "@,,()", "\"\"\n“ — Tom",
		"\xff? a\x00b", "$ 1-2-3k / yr per a month", "# Top 10 debts 10 10", "~ Gate slots: now embedded, they say", "> 2026-02-30 x by 29 Feb", "?\t\r\n=\u2028x",
		"$ 12 k EUR/yr USD 5 people 6 people", "@ Anna (x, y; z) und Tom + Ruth", "~ a (b) (c) -> d (5 people, e) because (f)", "\" a \" b \" — Ruth, x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkPage(t, text) })
}

// checkPage holds that nothing of a text is lost, and that what it proposes can
// be saved.
func checkPage(t *testing.T, text string) {
	t.Helper()
	for _, comma := range []bool{false, true} {
		c := harbour()
		c.Comma = comma
		p := capture.Parse(text, c)
		checkNothingLost(t, p)
		for _, r := range p.Records {
			fields := success.Fields{}
			for name, value := range r.Fields {
				fields[name] = value
			}
			for _, l := range r.Links {
				switch l.Field {
				case "stakeholder_ids":
				case "subject":
					fields[l.Field] = json.RawMessage(`{"type":"touchpoint","id":"` + string(id(9)) + `"}`)
				default:
					fields[l.Field] = json.RawMessage(`"` + string(id(9)) + `"`)
				}
			}
			if r.ID != "" {
				continue
			}
			if err := success.Validate(r.Kind, fields, today); err != nil {
				t.Fatalf("%q proposes a %s that cannot be saved: %v", text, r.Kind, err)
			}
		}
	}
}

// Random lines of what notes are made of try what random bytes never meet.
func TestNothingIsLostOfOddLines(t *testing.T) {
	t.Parallel()
	fragments := []string{
		"12k", "/yr", "a month", "€", "$", "EUR", "40 people", "3 users", "1,200", "4.2", "4,2 h", "min", "%", "10-14k", "once", "cost", "time",
		"billing team", "Anna Berg", "Anna", "Tom Ålund", "Ruth Penhale", "(CFO)", "(planners, 12 people)", "us:", "client:", "Anna Berg:", "by 12 Mar",
		"by Friday", "2026-06-01", "on 3 June", "31 Feb", "tomorrow", "Gate slots", ": habit", "->", "→", "because", "ticket time", "Top 10 debts", "Late",
		"departures", "No more night shift", ",", ";", ":", "-", " — ", "“", "\"", "and", "und", "&", "@", "?", "=", "#", "Ünïcode ß", "日本", "\t", "\x00", "(", ")", ".",
	}
	r := rand.New(rand.NewPCG(11, 12))
	for range 4000 {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString([]string{"? ", "= ", "! ", "$ ", "> ", "~ ", "# ", "\"", "@ ", "", " "}[r.IntN(11)])
			for range 1 + r.IntN(8) {
				b.WriteString(fragments[r.IntN(len(fragments))])
				b.WriteString([]string{" ", " ", "", ", "}[r.IntN(4)])
			}
			b.WriteString([]string{"\n", "\r\n", "\n\n"}[r.IntN(3)])
		}
		checkPage(t, b.String())
	}
}

func TestSavingResolvesLinks(t *testing.T) {
	t.Parallel()
	p := capture.Parse("@ Ruth Penhale, Tom\n? Who?\n! Nobody\n$ 12k/yr calm", harbour())
	ids := map[success.Kind]success.ID{}
	saved := map[success.Kind]success.Fields{}
	err := p.Save(func(kind success.Kind, _ success.ID, fields success.Fields) (success.ID, error) {
		ids[kind] = id(100 + len(ids))
		saved[kind] = fields
		return ids[kind], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind  success.Kind
		field string
		want  string
	}{
		{"touchpoint", "stakeholder_ids", fmt.Sprintf(`[%q,%q]`, id(12), ids["stakeholder"])},
		{"insight", "question_id", fmt.Sprintf("%q", ids["question"])},
		{"benefit_step", "benefit_id", fmt.Sprintf("%q", ids["benefit"])},
	} {
		if got := string(saved[c.kind][c.field]); got != c.want {
			t.Errorf("%s of %s is %s, want %s", c.field, c.kind, got, c.want)
		}
	}
	if p.Records[1].Fields["stakeholder_ids"] == nil || strings.Contains(string(p.Records[1].Fields["stakeholder_ids"]), string(ids["stakeholder"])) {
		t.Error("saving changed the page itself")
	}
	failing := fmt.Errorf("refused")
	if err := p.Save(func(success.Kind, success.ID, success.Fields) (success.ID, error) { return "", failing }); err == nil {
		t.Error("a refusal was not told")
	}
}
