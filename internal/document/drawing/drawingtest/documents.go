// Package drawingtest has documents for the tests of the paper formats: the
// sample portfolio's stories as they were composed, and one that has
// everything long, odd and many.
package drawingtest

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tendril-app/tendril/internal/story/model"
)

//go:embed testdata/*.json
var stories embed.FS

// Names are the documents in order.
func Names() []string {
	entries, err := stories.ReadDir("testdata")
	if err != nil {
		panic(err) // the files are embedded
	}
	names := []string{"bare", "extreme"}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

// Document is the document of a name; it is the caller's own copy.
func Document(name string) *model.Document {
	switch name {
	case "bare":
		return &model.Document{Title: "Vega Cold Chain", Client: "Vega Cold Chain", Language: "en", Date: "2026-06-09"}
	case "extreme":
		return extreme()
	}
	body, err := stories.ReadFile("testdata/" + name + ".json")
	if err != nil {
		panic(err) // a test asks for what is not there
	}
	var doc model.Document
	if err := json.Unmarshal(body, &doc); err != nil {
		panic(err)
	}
	return &doc
}

// Nasty has every sign that means something to some format, an emoji, two
// languages and characters that no file may hold.
const Nasty = `& < > " ' </p><script>alert(1)</script> (\) ` + "\x00\x07\x1b tab\there 🚚👩‍👩‍👧🇩🇪 日本語テキスト Zażółć ﬁn \ufffe"

// Long is a text of two hundred characters.
var Long = strings.TrimSpace(strings.Repeat("Every dock in every yard is planned in one pass, ", 5))[:200]

func extreme() *model.Document {
	d := Document("nordhavn.en")
	d.Title, d.Parties, d.Teams = Long, strings.Repeat("Nordhavn & Söhne ", 6), strings.Repeat("Mette Lindqvist, ", 12)
	d.Confidentiality, d.Footer, d.VersionText = strings.Repeat("Confidential ", 12), Nasty+Long, "Version a41c 09fe"
	d.Pages = []model.Page{
		{Key: model.KeyTitle, Title: Long, Subtitle: Long},
		{Key: model.KeyAnswer, Title: Long + " " + Long, Subtitle: Long, Foot: Long + Long, Blocks: []model.Block{
			{Figures: &model.Figures{Items: []model.Figure{{Value: "€1,234,567,890.12", Label: Long, Detail: Long, Tone: model.ToneDanger}, {Value: Nasty, Label: Nasty}, {Value: "0"}, {Value: "—", Label: "nothing"}}}}}},
		{Key: model.KeyAims, Title: "Aims & <aims>", Subtitle: Nasty, Blocks: []model.Block{{Quotes: manyQuotes()}}},
		{Key: model.KeyScorecard, Title: "Sixty outcomes", Foot: Nasty, Blocks: []model.Block{{Table: sixty()}}},
		{Key: model.KeyGrowth, Title: "Level all along, with the future", Blocks: []model.Block{{Value: level()}}},
		{Key: model.KeyWork, Title: "A long text", Blocks: []model.Block{{Text: longText()}}},
		{Key: model.KeyAppendix, Title: "Every kind of chart", Blocks: []model.Block{{Chart: chart(model.ChartBar)}, {Chart: chart(model.ChartColumn)}}},
		{Key: model.KeyAppendix, Title: "Doughnut and step", Columns: true, Blocks: []model.Block{{Chart: chart(model.ChartDoughnut)}, {Chart: step()}}},
		{Key: model.KeyAppendix, Title: "Combination and stacked", Columns: true, Blocks: []model.Block{{Chart: chart(model.ChartCombination)}, {Chart: chart(model.ChartStackedBar)}, {Chart: chart(model.ChartLine)}}},
		{Key: model.KeyDecisions, Title: Nasty, Blocks: []model.Block{{Decisions: &model.Decisions{Items: []model.Decision{{Ask: Long, Detail: Long, Owner: Nasty, By: "31 August 2026", Main: true}, {Ask: Nasty}}}}}},
		{Key: model.KeyAppendix, Title: "Nothing", Blocks: []model.Block{{Quotes: &model.Quotes{}}, {Text: &model.Text{}}, {Figures: &model.Figures{}}, {Value: &model.ValuePicture{}}, {}, {Chart: &model.Chart{Kind: model.ChartDoughnut}},
			{Table: &model.Table{Columns: []model.Column{{Title: "Outcome"}}, Empty: "No outcome is agreed yet."}}, {Decisions: &model.Decisions{Empty: "Nothing is asked."}}}},
	}
	return d
}

func manyQuotes() *model.Quotes {
	q := &model.Quotes{}
	for i := range 7 {
		q.Items = append(q.Items, model.Quote{Text: "“" + Long[:40+i*20] + "”", By: fmt.Sprintf("Person %d, a rather long role title in the yard, 3 October 2024", i), Detail: Nasty})
	}
	return q
}

func sixty() *model.Table {
	t := &model.Table{Caption: "Sixty outcomes", RowHeads: true, Columns: []model.Column{{Title: "Outcome", Width: 3}, {Title: "Now", Align: model.AlignEnd}, {Title: "State & mark"}}}
	for i := range 60 {
		if i%20 == 0 {
			t.Rows = append(t.Rows, model.Row{Group: true, Cells: []model.Cell{{Text: fmt.Sprintf("Group %d", i/20+1)}}})
		}
		t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{{Text: fmt.Sprintf("Outcome %d %s", i+1, Long[:i*3]), Detail: "“in their words”"}, {Text: fmt.Sprintf("%d%%", i)}, {Text: "on track", Mark: model.MarkOnTrack}}})
	}
	t.Rows = append(t.Rows, model.Row{Cells: []model.Cell{{Text: strings.Repeat(Long+" ", 30)}, {Text: strings.Repeat("9", 80)}, {Text: "claimed", Mark: model.MarkClaimed}}})
	return t
}

func level() *model.ValuePicture {
	return &model.ValuePicture{From: "2025-01-01", To: "2026-12-31", Today: "2026-06-09",
		ValueTicks: []model.ValueTick{{At: 0, Text: "0"}, {At: 100e3, Text: "€100k"}, {At: 200e3, Text: "€200k"}},
		DateTicks:  []model.DateTick{{On: "2025-01-01", Text: "Jan 2025"}, {On: "2025-07-01", Text: "Jul"}, {On: "2026-01-01", Text: "Jan 2026"}, {On: "2026-07-01", Text: "Jul"}},
		Points:     []model.LevelPoint{{On: "2024-05-01", Proved: 250e3, WithClaims: 250e3}, {On: "2026-09-01", Proved: 110e3, WithClaims: 110e3}},
		Silences:   []model.Silence{{From: "2025-01-01", To: "2026-06-09", Title: "Nothing new for 524 days", Detail: "value stayed level at €250k"}},
		Verticals:  []model.Vertical{{On: "2026-06-09", Kind: model.VerticalToday, Text: "Today"}, {On: "2026-09-01", Kind: model.VerticalLeaves, Text: "One-time €140k leaves the year on 1 Sep"}},
		ProvedEnd:  model.EndLabel{Title: "€250k proved", Detail: "a year, as of 9 Jun"}, Alt: Nasty}
}

func longText() *model.Text {
	t := &model.Text{Heading: "Heading"}
	for i := range 24 {
		t.Paragraphs = append(t.Paragraphs, model.Paragraph{Bullet: i%3 > 0, Level: i % 3, Runs: []model.Run{{Text: Long[:120]}, {Text: " bold", Bold: true}, {Text: " “theirs”", Client: true}, {Text: Nasty, Italic: i%2 == 0}}})
	}
	t.Paragraphs = append(t.Paragraphs, model.Plain(strings.Repeat(Long+" ", 30)))
	return t
}

func values(vs ...float64) []*float64 {
	var out []*float64
	for _, v := range vs {
		out = append(out, &v)
	}
	return out
}

func chart(k model.ChartKind) *model.Chart {
	return &model.Chart{Kind: k, Title: "A " + string(k), Categories: []string{"Docks & yard", "Customs <desk>", "Sales"}, CategoryHead: "Team", Labels: true, NumberFormat: "#,##0",
		Series: []model.Series{{Name: "Before", Role: model.RoleCost, Values: values(1200, 800, 440)}, {Name: "Now", Role: model.RoleProved, Values: values(600, 330, 210)}, {Name: "Target", Line: true, Role: model.RoleTarget, Values: values(500, 300, 200)}},
		Alt:    "A chart of " + string(k), Source: "made up"}
}

func step() *model.Chart {
	return &model.Chart{Kind: model.ChartStep, Categories: []string{"Jan", "Mar", "Jun"}, Days: []string{"2026-01-01", "2026-03-01", "2026-06-01"}, DateFormat: "mmm",
		Series: []model.Series{{Name: "Level", Role: model.RoleProved, Values: values(10, 30, 45)}}, Alt: "Steps"}
}
