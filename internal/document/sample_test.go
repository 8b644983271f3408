package document_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/tendril-app/tendril/internal/story/model"
)

// nordhavn is the deck of the mocks: two years of a freight forwarder.
func nordhavn() *model.Document {
	return &model.Document{
		Title: "From the docks\nto the customs desk", Subtitle: "Year two, and what comes next",
		Client: "Nordhavn Freight", Provider: "Quayside", Parties: "Nordhavn Freight and Quayside",
		Teams: "Mette Lindqvist, Henrik Dahl, Ines Moreau", Author: "Ines Moreau",
		Language: "en", Locale: "en-GB", Audience: model.AudienceClient,
		Date: "2026-06-18", DateText: "18 June 2026, Aarhus",
		Version: "a41c09fe", VersionText: "Version a41c 09fe",
		Confidentiality: "For Nordhavn Freight and Quayside only",
		Footer:          "Figures supplied by Nordhavn Freight and reckoned by Quayside from dated readings and documents; a level is a yearly rate as of its date. Claimed sums are claims until confirmed. Nothing here promises a future result.",
		Words:           model.Words{Continued: "continued", Date: "Date", Source: "Source", Method: "Method", Page: "Page"},
		Pages: []model.Page{
			{Key: model.KeyTitle, Title: "From the docks\nto the customs desk", Subtitle: "Year two, and what comes next",
				Blocks: []model.Block{{Value: nordhavnValue()}}},
			answerPage(), aimsPage(), scorecardPage(), headlinePage(), growthPage(), investmentPage(), workPage(), decisionsPage(),
		},
	}
}

func answerPage() model.Page {
	return model.Page{Key: model.KeyAnswer,
		Title: "Year two is worth seven times its cost and reaches 107 more people. We ask you to take it to Aarhus.",
		Foot:  "Proof: 7 benefits, 5 confirmed by you, 2 by document",
		Notes: []string{"€909,000: the sum of the benefits in force on 9 June 2026.", "266 people: the largest group each."},
		Blocks: []model.Block{
			{Figures: &model.Figures{Items: []model.Figure{
				{Value: "€909k", Label: "proved value, a year, as of 9 June", Tone: model.ToneGrowth,
					Detail: "7.2 times the subscription; €140k came once. A further €204k is claimed and awaits your confirmation."},
				{Value: "266", Label: "people reached", Detail: "159 at the last renewal, now with the Gdańsk yard and the customs desk."},
				{Value: "7", Label: "kinds of benefit", Detail: "Compliance and risk are new since September."},
			}}},
			{Quotes: &model.Quotes{Items: []model.Quote{
				{Text: "“An auditor asks, and we answer before the coffee is cold.”", By: "Jens Okkels, Compliance Lead"}}}},
		}}
}

func aimsPage() model.Page {
	return model.Page{Key: model.KeyAims, Title: "What you set out to achieve", Subtitle: "In your words, agreed by Mette Lindqvist on 12 September 2024",
		Foot: "Plan version 3, agreed by Mette Lindqvist, recorded by Ines Moreau",
		Blocks: []model.Block{{Quotes: &model.Quotes{Items: []model.Quote{
			{Text: "“If my planners are still rebuilding the dock plan at seven, we bought the wrong thing.”",
				By: "Mette Lindqvist, Operations, 12 September 2024", Label: "Building the daily dock plan", Detail: "6.5 h to 2.1 h each day, 46 planners, confirmed 5 June"},
			{Text: "“Every month I sign a cheque for trucks that stood still.”", By: "Henrik Dahl, CFO, 3 October 2024",
				Label: "Detention charges", Detail: "€46.0k to €19.5k a month, May ledger"},
			{Text: "“An auditor asks, and we answer before the coffee is cold.”", By: "Jens Okkels, Compliance, 22 January 2026",
				Label: "Customs right first time", Detail: "88.1% to 96.4% of filings, confirmed 29 May"},
		}}}}}
}

func scorecardPage() model.Page {
	row := func(name, base, now, target, state string, m model.Mark, tone model.Tone, conf, src string) model.Row {
		return model.Row{Cells: []model.Cell{{Text: name}, {Text: base, Tone: model.ToneQuiet}, {Text: now, Bold: true}, {Text: target},
			{Text: state, Mark: m, Tone: tone}, {Text: conf}, {Text: src, Tone: model.ToneQuiet}}}
	}
	return model.Page{Key: model.KeyScorecard, Title: "Three of five outcomes are met; planner overtime is not", Foot: "Proof: 41 readings, last taken 5 June 2026",
		Blocks: []model.Block{{Table: &model.Table{Caption: "Outcomes: baseline, now, target, state, confidence and source", RowHeads: true,
			Columns: []model.Column{{Title: "Outcome", Width: 2.6}, {Title: "Baseline", Align: model.AlignEnd}, {Title: "Now", Align: model.AlignEnd},
				{Title: "Target", Align: model.AlignEnd}, {Title: "State", Width: 1.35}, {Title: "Confidence", Width: 1.1}, {Title: "Source", Width: 1.6}},
			Rows: []model.Row{
				row("Building the daily dock plan", "6.5 h", "2.1 h", "2.5 h", "met", model.MarkMet, model.ToneGrowth, "high", "shift log"),
				row("Detention charges a month", "€46.0k", "€19.5k", "€15.0k", "on track", model.MarkOnTrack, "", "high", "May ledger"),
				row("Customs filings right first time", "88.1%", "96.4%", "96.0%", "met", model.MarkMet, model.ToneGrowth, "medium", "customs portal"),
				row("Re-handled pallets a week", "310", "164", "180", "met", model.MarkMet, model.ToneGrowth, "medium", "floor count"),
				row("Planner overtime a month", "154 h", "214 h", "120 h", "off track", model.MarkOffTrack, model.ToneTrouble, "high", "payroll"),
			}}}}}
}

func series(vs ...float64) []*float64 {
	out := make([]*float64, len(vs))
	for i := range vs {
		out[i] = &vs[i]
	}
	return out
}

func headlinePage() model.Page {
	return model.Page{Key: model.KeyHeadline, Title: "The dock plan takes two hours where it took six and a half", Foot: "Proof: shift log, 12 readings",
		Blocks: []model.Block{{Chart: &model.Chart{Kind: model.ChartLine, Categories: []string{"Sep 2024", "Nov", "Jan 2025", "Mar", "May", "Jul", "Sep", "Nov", "Jan 2026", "Mar", "May"},
			Days:         []string{"2024-09-01", "2024-11-01", "2025-01-01", "2025-03-01", "2025-05-01", "2025-07-01", "2025-09-01", "2025-11-01", "2026-01-01", "2026-03-01", "2026-05-01"},
			CategoryHead: "Month", NumberFormat: "0.0", DateFormat: "mmm yyyy", Unit: "hours a day",
			Series: []model.Series{{Name: "Hours", Role: model.RoleProved, Values: series(6.5, 5.9, 4.8, 4.1, 3.6, 3.3, 3.2, 3.1, 2.9, 2.4, 2.1)},
				{Name: "Target 2.5", Role: model.RoleTarget, Values: series(2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5)}},
			Alt: "Hours to build the daily dock plan fall from 6.5 in September 2024 to 2.1 in May 2026, under the target of 2.5.", Source: "shift log, read monthly by the planners", Method: "mean of the month's working days"}}}}
}

func growthPage() model.Page {
	return model.Page{Key: model.KeyGrowth, Title: "Nothing new came for 210 days.\nTwo questions in January changed that.",
		Subtitle: "Proved value, a year, as of each date", Foot: "Proof: 7 benefits, 12 dated steps, 14 pieces of evidence",
		Blocks: []model.Block{{Value: nordhavnValue()}}}
}

func investmentPage() model.Page {
	return model.Page{Key: model.KeyInvestment, Title: "The term so far returned between four and six times what it cost", Foot: "Proof: ledger and time sheets, 1 September 2025 to 9 June 2026",
		Columns: true, Blocks: []model.Block{
			{Chart: &model.Chart{Kind: model.ChartStackedColumn, Title: "1 September 2025 to 9 June 2026, €", Categories: []string{"Value", "Price and own cost"}, NumberFormat: `"€"#,##0,"k"`, Labels: true,
				Series: []model.Series{{Name: "Proved", Role: model.RoleProved, Values: []*float64{series(604000)[0], nil}}, {Name: "Claimed", Role: model.RoleClaimed, Values: []*float64{series(98000)[0], nil}}, {Name: "Cost", Role: model.RoleCost, Values: []*float64{nil, series(131000)[0]}}},
				Alt:    "Proved value 604 thousand euro and claimed 98 thousand against a cost of 131 thousand."}},
			{Text: &model.Text{Heading: "Assumptions", Paragraphs: []model.Paragraph{model.Bullet("A planner's hour costs €41, from payroll of March 2026."), model.Bullet("Detention avoided is the ledger's fall against the twelve months before."),
				{Bullet: true, Runs: []model.Run{{Text: "The one-time "}, {Text: "€140,000", Bold: true}, {Text: " is counted in the term it fell in."}}}}}},
		}}
}

func workPage() model.Page {
	return model.Page{Key: model.KeyWork, Title: "How work has changed, and what did not work", Columns: true, Foot: "Proof: 4 observations, 2 interviews",
		Blocks: []model.Block{
			{Text: &model.Text{Heading: "What stuck", Paragraphs: []model.Paragraph{model.Plain("Planners build one plan the evening before; nobody rebuilds at seven."), model.Plain("The yard calls a truck in when the dock is free.")}}},
			{Text: &model.Text{Heading: "What did not work", Paragraphs: []model.Paragraph{model.Plain("From July to February we brought nothing new. Your head of planning had left and we did not ask who came next."), model.Plain("Planner overtime stands at 214 hours against a target of 120: Gdańsk added 60.")}}},
			{Quotes: &model.Quotes{Items: []model.Quote{{Text: "“The screen tells me before the driver does.”", By: "Sofie Brandt, Shift Lead, 4 May 2026", Label: "What we learned", Detail: "Late papers, not late trucks, held one shipment in eight."}}}},
		}}
}

func decisionsPage() model.Page {
	return model.Page{Key: model.KeyDecisions, Title: "Decisions and next steps", Foot: "Recorded 9 June 2026",
		Blocks: []model.Block{{Decisions: &model.Decisions{AskHead: "What we ask", OwnerHead: "Who", ByHead: "By", Items: []model.Decision{
			{Ask: "Renew for year three", Detail: "with Gdańsk and Aarhus in the scope", Owner: "Henrik Dahl", By: "31 August 2026", Main: true},
			{Ask: "Confirm three claims", Detail: "worth €84,000 a year and €120,000 once, not yet proved", Owner: "Mette Lindqvist", By: "30 June 2026", Main: true},
			{Ask: "Take docks 5 to 9 at Aarhus live", Detail: "38 people", Owner: "Ines Moreau", By: "1 September 2026"},
			{Ask: "One mock audit answered within a day", Owner: "Jens Okkels", By: "14 August 2026"},
			{Ask: "Overtime back to 120 hours", Owner: "Sofie Brandt", By: "31 October 2026"},
		}}}}}
}

func nordhavnValue() *model.ValuePicture {
	v := &model.ValuePicture{From: "2024-09-01", To: "2026-06-09", Today: "2026-06-09",
		ValueTicks: []model.ValueTick{{At: 0, Text: "0"}, {At: 250e3, Text: "€250k"}, {At: 500e3, Text: "€500k"}, {At: 750e3, Text: "€750k"}, {At: 1000e3, Text: "€1,000k"}},
		DateTicks:  []model.DateTick{{On: "2024-09-01", Text: "Sep 2024"}, {On: "2025-01-01", Text: "Jan 2025"}, {On: "2025-07-01", Text: "Jul"}, {On: "2026-01-01", Text: "Jan 2026"}, {On: "2026-06-09", Text: "9 Jun"}},
		Verticals:  []model.Vertical{{On: "2025-09-01", Kind: model.VerticalRenewal, Text: "Renewed, 1 Sep 2025"}},
		Silences:   []model.Silence{{From: "2025-07-08", To: "2026-02-03", Title: "Nothing new for 210 days", Detail: "value stayed level at €595k"}},
		ProvedEnd:  model.EndLabel{Title: "€909k proved", Detail: "a year, as of 9 Jun"},
		ClaimedEnd: model.EndLabel{Title: "+€204k awaits", Detail: "confirmation"},
		ProvedName: "Proved value, a year", ClaimedName: "With claims",
		NumberFormat: `"€"#,##0`,
		Alt:          "Proved value grew in twelve steps from nothing in September 2024 to €909,000 a year on 9 June 2026; between July 2025 and February 2026 nothing new came.",
		Callouts: []model.Callout{{On: "2024-11-18", Title: "Dock plan", Detail: "14 people"}, {On: "2025-01-20", Title: "Detention", Detail: "22 people"},
			{On: "2025-05-06", Title: "Late notices", Detail: "26 people"}, {On: "2025-06-17", Title: "Pallets", Detail: "58 people"}, {On: "2025-07-08", Title: "Slot contracts", Detail: "€140k once"},
			{On: "2026-02-03", Title: "Customs", Detail: "18 people"}, {On: "2026-05-11", Title: "Damage disputes", Detail: "33 people"}},
	}
	for _, p := range []struct {
		on             string
		proved, claims float64
	}{
		{"2024-11-18", 62, 62}, {"2025-01-20", 158, 158}, {"2025-02-10", 214, 214}, {"2025-03-24", 214, 272}, {"2025-04-14", 330, 388},
		{"2025-05-06", 384, 442}, {"2025-06-17", 455, 513}, {"2025-07-08", 595, 653}, {"2026-02-03", 682, 740}, {"2026-02-24", 682, 860},
		{"2026-03-16", 728, 906}, {"2026-03-23", 728, 932}, {"2026-04-01", 834, 1038}, {"2026-04-27", 868, 1072}, {"2026-05-11", 909, 1113},
	} {
		day, _ := time.Parse(time.DateOnly, p.on)
		v.Points = append(v.Points, model.LevelPoint{On: p.on, Proved: p.proved * 1000, WithClaims: p.claims * 1000,
			DateText: day.Format("2 Jan 2006"), ProvedText: fmt.Sprintf("€%.0fk", p.proved), ClaimsText: fmt.Sprintf("€%.0fk", p.claims)})
	}
	return v
}

// bare is a deck of an account about which nothing is known.
func bare() *model.Document {
	return &model.Document{Title: "Vega Cold Chain", Client: "Vega Cold Chain", Language: "en", Audience: model.AudienceClient, Date: "2026-06-09",
		Pages: []model.Page{
			{Key: model.KeyTitle, Title: "Vega Cold Chain", Blocks: []model.Block{{Value: &model.ValuePicture{}}}},
			{Key: model.KeyAnswer, Title: "No value is recorded yet"},
			{Key: model.KeyAims, Title: "What you set out to achieve", Blocks: []model.Block{{Quotes: &model.Quotes{}}}},
			{Key: model.KeyScorecard, Title: "Outcomes", Blocks: []model.Block{{Table: &model.Table{Columns: []model.Column{{Title: "Outcome"}}, Empty: "No outcome is agreed yet."}}}},
			{Key: model.KeyHeadline, Title: "Chart without points", Blocks: []model.Block{{Chart: &model.Chart{Kind: model.ChartColumn, Series: []model.Series{{Name: "Nothing"}}}}}},
			{Key: model.KeyGrowth, Title: "How value has grown", Blocks: []model.Block{{Value: &model.ValuePicture{From: "2026-01-01", To: "2026-06-09", Empty: "No benefit is recorded yet."}}}},
			{Key: model.KeyDecisions, Title: "Decisions", Blocks: []model.Block{{Decisions: &model.Decisions{Empty: "Nothing is asked."}}, {Text: &model.Text{}}, {Figures: &model.Figures{}}, {}}},
		}}
}

const nasty = `& < > " ' ` + "\x00\x07\x1b tab\there 🚚👩‍👩‍👧 שלום العربية 日本語テキスト Zażółć ﷽ \ufffe"

// extreme is a deck of long, odd and many things.
func extreme() *model.Document {
	d := nordhavn()
	long := strings.TrimSpace(strings.Repeat("Every dock in every yard is planned in one pass, ", 5))[:200]
	d.Title, d.Parties, d.Teams = nasty, strings.Repeat("Nordhavn & Söhne ", 6), strings.Repeat("Mette Lindqvist, ", 12)
	d.Confidentiality = strings.Repeat("Confidential ", 12)
	d.Pages = []model.Page{
		{Key: model.KeyTitle, Title: long, Subtitle: long, Blocks: []model.Block{{Value: &model.ValuePicture{From: "2024-01-01", To: "2026-01-01", Alt: nasty,
			Points: []model.LevelPoint{{On: "2024-01-02", Proved: 1e6, WithClaims: 1e6}}}}}},
		{Key: model.KeyAnswer, Title: long + " " + long, Subtitle: long, Foot: long + long, Blocks: []model.Block{
			{Figures: &model.Figures{Items: []model.Figure{{Value: "€1,234,567,890.12", Label: long, Detail: long, Tone: model.ToneDanger}, {Value: nasty, Label: nasty}, {Value: "0"}, {Value: "—", Label: "nothing"}}}}}},
		{Key: model.KeyAims, Title: "שלום & <תודה>", Subtitle: "العربية", Blocks: []model.Block{{Quotes: manyQuotes(long)}}},
		{Key: model.KeyScorecard, Title: "Sixty outcomes", Foot: nasty, Blocks: []model.Block{{Table: sixty(long)}}},
		{Key: model.KeyGrowth, Title: "Crowded", Blocks: []model.Block{{Value: crowded()}}},
		{Key: model.KeyGrowth, Title: "Level all along, with the future", Blocks: []model.Block{{Value: level()}}},
		{Key: model.KeyWork, Title: "A long text", Blocks: []model.Block{{Text: longText(long)}}},
		{Key: model.KeyAppendix, Title: "Every kind of chart", Blocks: []model.Block{{Chart: kind(model.ChartBar)}}},
		{Key: model.KeyAppendix, Title: "Doughnut and step", Columns: true, Blocks: []model.Block{{Chart: kind(model.ChartDoughnut)}, {Chart: stepChart()}}},
		{Key: model.KeyAppendix, Title: "Combination and stacked bar", Columns: true, Blocks: []model.Block{{Chart: kind(model.ChartCombination)}, {Chart: kind(model.ChartStackedBar)}}},
		{Key: model.KeyDecisions, Title: nasty, Blocks: []model.Block{{Decisions: &model.Decisions{Items: []model.Decision{{Ask: long, Detail: long, Owner: nasty, By: "31 August 2026", Main: true}, {Ask: nasty}}}}}},
	}
	return d
}

func manyQuotes(long string) *model.Quotes {
	q := &model.Quotes{}
	for i := range 7 {
		q.Items = append(q.Items, model.Quote{Text: "“" + long[:40+i*20] + "”", By: fmt.Sprintf("Person %d, a rather long role title in the yard, 3 October 2024", i), Detail: nasty})
	}
	return q
}

func sixty(long string) *model.Table {
	t := &model.Table{Caption: "Sixty outcomes", RowHeads: true, Columns: []model.Column{{Title: "Outcome", Width: 3}, {Title: "Now", Align: model.AlignEnd}, {Title: "State & mark"}}}
	for i := range 60 {
		if i%20 == 0 {
			t.Rows = append(t.Rows, model.Row{Group: true, Cells: []model.Cell{{Text: fmt.Sprintf("Group %d", i/20+1)}}})
		}
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{{Text: fmt.Sprintf("Outcome %d %s", i+1, long[:i*3]), Detail: "“in their words”"}, {Text: fmt.Sprintf("%d%%", i)}, {Text: "on track", Mark: model.MarkOnTrack}}})
	}
	return t
}

func crowded() *model.ValuePicture {
	v := nordhavnValue()
	v.Callouts = nil
	for _, p := range v.Points {
		v.Callouts = append(v.Callouts, model.Callout{On: p.On, Title: "A rather long benefit name here", Detail: "many people in it"})
	}
	v.Verticals = append(v.Verticals, model.Vertical{On: "2024-09-01", Kind: model.VerticalStart, Text: "Start, 1 Sep 2024"}, model.Vertical{On: "2024-11-18", Kind: model.VerticalFirst, Text: "First value, day 78"},
		model.Vertical{On: "2025-03-11", Kind: model.VerticalTold, Text: "Told, 11 Mar 2025"}, model.Vertical{On: "2025-08-21", Kind: model.VerticalTold, Text: "Told, 21 Aug 2025"})
	return v
}

func level() *model.ValuePicture {
	return &model.ValuePicture{From: "2025-01-01", To: "2026-12-31", Today: "2026-06-09",
		ValueTicks: []model.ValueTick{{At: 0, Text: "0"}, {At: 100e3, Text: "€100k"}, {At: 200e3, Text: "€200k"}},
		DateTicks:  []model.DateTick{{On: "2025-01-01", Text: "Jan 2025"}, {On: "2025-07-01", Text: "Jul"}, {On: "2026-01-01", Text: "Jan 2026"}, {On: "2026-07-01", Text: "Jul"}},
		Points:     []model.LevelPoint{{On: "2024-05-01", Proved: 250e3, WithClaims: 250e3}, {On: "2026-09-01", Proved: 110e3, WithClaims: 110e3}},
		Silences:   []model.Silence{{From: "2025-01-01", To: "2026-06-09", Title: "Nothing new for 524 days", Detail: "value stayed level at €250k"}},
		Verticals:  []model.Vertical{{On: "2026-06-09", Kind: model.VerticalToday, Text: "Today"}, {On: "2026-09-01", Kind: model.VerticalLeaves, Text: "One-time €140k leaves the year on 1 Sep"}},
		ProvedEnd:  model.EndLabel{Title: "€250k proved", Detail: "a year, as of 9 Jun"}, Alt: "Level"}
}

func longText(long string) *model.Text {
	t := &model.Text{Heading: "Heading"}
	for i := range 24 {
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: i%3 > 0, Level: i % 3, Runs: []model.Run{{Text: long[:120]}, {Text: " bold", Bold: true}, {Text: " “theirs”", Client: true}, {Text: nasty}}})
	}
	return t
}

func kind(k model.ChartKind) *model.Chart {
	return &model.Chart{Kind: k, Categories: []string{"Docks & yard", "Customs <desk>", "Sales"}, CategoryHead: "Team", Labels: true, NumberFormat: "#,##0",
		Series: []model.Series{{Name: "Before", Role: model.RoleCost, Values: series(120, 80, 44)}, {Name: "Now", Role: model.RoleProved, Values: series(60, 33, 21)}, {Name: "Target", Line: true, Role: model.RoleTarget, Values: series(50, 30, 20)}},
		Alt:    "A chart of " + string(k), Source: "made up"}
}

func stepChart() *model.Chart {
	return &model.Chart{Kind: model.ChartStep, Categories: []string{"Jan", "Mar", "Jun"}, Days: []string{"2026-01-01", "2026-03-01", "2026-06-01"}, DateFormat: "mmm",
		Series: []model.Series{{Name: "Level", Role: model.RoleProved, Values: series(10, 30, 45)}}, Alt: "Steps"}
}
