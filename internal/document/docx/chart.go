package docx

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/tendril-app/tendril/internal/document/chart"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/story/model"
)

const textSize = 9.0 // of the words in a chart, in points

// chart writes a native chart with its figures inside, and the small type
// under it.
func (d *writer) chart(c *model.Chart) error {
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		d.empty(c.Alt)
		return nil
	}
	if c.Title != "" {
		d.line("Caption", c.Title)
	}
	if err := d.picture(c, cmp.Or(c.Title, d.doc.Words.Chart, "Chart")); err != nil {
		return err
	}
	d.small(c.Source, c.Method)
	return nil
}

func (d *writer) small(source, method string) {
	if source != "" {
		d.line("Small", cmp.Or(d.doc.Words.Source, "Source")+": "+source)
	}
	if method != "" {
		d.line("Small", cmp.Or(d.doc.Words.Method, "Method")+": "+method)
	}
}

// height of a chart in points: bars that lie need room for each.
func height(c *model.Chart) float64 {
	if c.Kind == model.ChartBar || c.Kind == model.ChartStackedBar {
		return min(max(float64(len(c.Categories))*24+60, 150), 520)
	}
	return 210
}

// height of a chart in this document: small in one that is to fit a page.
func (d *writer) height(c *model.Chart) float64 {
	if d.doc.Close() {
		return min(height(c), 138) * d.scale
	}
	return height(c)
}

// emu is a length as drawings count it.
func emu(points float64) string { return strconv.Itoa(int(points*12700 + 0.5)) }

func (d *writer) picture(c *model.Chart, name string) error {
	d.charts++
	part, err := chart.Add(d.pkg, c, d.charts, chart.Style{
		Sans: "+mn-lt", Language: d.lang, TextSize: textSize, Date: d.date, Width: d.width, Folder: "word", Legend: d.doc.Close()})
	if err != nil {
		return err
	}
	d.shapes++
	d.open("Picture", false)
	d.Start("w:r").Start("w:drawing").Start("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	d.Empty("wp:extent", "cx", emu(d.width), "cy", emu(d.height(c)))
	d.Empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	d.Empty("wp:docPr", "id", strconv.Itoa(d.shapes), "name", oneLine(name)+" "+strconv.Itoa(d.shapes), "descr", oneLine(cmp.Or(c.Alt, name)))
	d.Empty("wp:cNvGraphicFramePr")
	d.Start("a:graphic").Start("a:graphicData", "uri", ooxml.NSChart)
	d.Empty("c:chart", "r:id", d.main.Relate(ooxml.RelChart, part))
	d.End().End().End().End().End().End()
	return nil
}

// value writes how value has grown: a chart of the levels that can be edited,
// what stands at its end, and its news with their days.
func (d *writer) value(v *model.ValuePicture) error {
	c := levels(v)
	if c == nil {
		d.empty(v.Empty)
		return nil
	}
	if err := d.picture(c, cmp.Or(d.doc.Words.Chart, "Chart")); err != nil {
		return err
	}
	d.ends(v)
	if d.doc.Close() {
		return nil // its news stand in the text
	}
	for _, n := range news(v) {
		d.open("Dated", rtl(n.title, d.lang))
		d.run(n.day, manner{tone: model.ToneQuiet})
		d.tab()
		d.run(n.title, manner{bold: true})
		if n.detail != "" {
			d.run(", "+n.detail, manner{})
		}
		d.End()
	}
	d.small(v.Source, v.Method)
	return nil
}

// ends are the words at the end of the two lines.
func (d *writer) ends(v *model.ValuePicture) {
	var said []model.EndLabel
	for _, e := range []model.EndLabel{v.ProvedEnd, v.ClaimedEnd} {
		if e.Title != "" {
			said = append(said, e)
		}
	}
	if len(said) == 0 {
		return
	}
	d.open("BodyText", rtl(said[0].Title, d.lang))
	for i, e := range said {
		if i > 0 {
			d.run("; ", manner{})
		}
		d.run(e.Title, manner{bold: true})
		if e.Detail != "" {
			d.run(" "+e.Detail, manner{})
		}
	}
	d.End()
}

// dated is one line of what happened when.
type dated struct{ on, day, title, detail string }

// news are what the picture names, in order of time: what came, and when
// nothing did.
func news(v *model.ValuePicture) []dated {
	days := map[string]string{}
	for _, p := range v.Points {
		days[p.On] = p.DateText
	}
	var out []dated
	for _, c := range v.Callouts {
		out = append(out, dated{c.On, days[c.On], c.Title, c.Detail})
	}
	for _, s := range v.Silences {
		out = append(out, dated{s.From, days[s.From], s.Title, s.Detail})
	}
	for _, u := range v.Verticals {
		if u.Kind != model.VerticalToday {
			out = append(out, dated{u.On, days[u.On], u.Text, ""})
		}
	}
	slices.SortStableFunc(out, func(a, b dated) int { return cmp.Compare(a.on, b.on) })
	return out
}

// levels is the staircase as a chart; nil where the picture has no value.
func levels(v *model.ValuePicture) *model.Chart {
	if len(v.Points) == 0 || v.From >= v.To {
		return nil
	}
	proved := model.Series{Name: v.ProvedName, Role: model.RoleProved}
	claims := model.Series{Name: v.ClaimedName, Role: model.RoleClaimed}
	c := &model.Chart{Kind: model.ChartStep, NumberFormat: v.NumberFormat, Alt: v.Alt}
	differ := false
	add := func(on, text string, p, w float64) {
		c.Days, c.Categories = append(c.Days, on), append(c.Categories, text)
		proved.Values, claims.Values = append(proved.Values, &p), append(claims.Values, &w)
		differ = differ || w > p
	}
	var before model.LevelPoint
	for _, p := range v.Points {
		if p.On <= v.From {
			before = p
		}
	}
	add(v.From, before.DateText, before.Proved, before.WithClaims)
	last := before
	for _, p := range v.Points {
		if p.On > v.From && p.On <= v.To {
			add(p.On, p.DateText, p.Proved, p.WithClaims)
			last = p
		}
	}
	if last.On < v.To {
		add(v.To, "", last.Proved, last.WithClaims)
	}
	c.Series = []model.Series{proved}
	if differ {
		c.Series = append(c.Series, claims)
	}
	return c
}
