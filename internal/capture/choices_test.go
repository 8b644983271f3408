package capture_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tendril-app/tendril/internal/capture"
	"github.com/tendril-app/tendril/internal/success"
)

func TestALineThatIsLeftOutStaysInTheNote(t *testing.T) {
	t.Parallel()
	c := harbour()
	c.Plain = map[int]bool{2: true}
	p := capture.Parse("? Who?\n! They fear the auditor\nplain", c)
	if p.Note != "! They fear the auditor\nplain" || len(p.Unread) != 1 || p.Unread[0].Reason != "" {
		t.Errorf("note %q, unread %+v", p.Note, p.Unread)
	}
	if slices.ContainsFunc(p.Records, func(r capture.Record) bool { return r.Kind == "insight" }) {
		t.Error("the insight is still proposed")
	}
	checkNothingLost(t, p)
}

func TestAChoiceSettlesAMeasureAndAName(t *testing.T) {
	t.Parallel()
	c := harbour()
	c.Measures = map[int]success.ID{1: id(42)}
	c.Names = map[string]success.ID{capture.Name("ANNA "): id(13), "zoë": ""}
	p := capture.Parse("# late 4\n@ Anna, Zoë\n\"We pay\" - Anna", c)
	want := []string{
		`stakeholder name="Zoë"`,
		`touchpoint kind="engage" on="2026-06-09" stakeholder_ids=[13] summary="# late 4" stakeholder_ids->stakeholder 1`,
		`reading measure_id=42 on="2026-06-09" value=4`,
		`evidence body="We pay" kind="quote" on="2026-06-09" stakeholder_id=13 subject->touchpoint`,
	}
	if got := shown(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(p.Unread) != 0 {
		t.Errorf("unread: %+v", p.Unread)
	}
}

func TestACorrectionGoesIntoTheRecordOfItsLine(t *testing.T) {
	t.Parallel()
	c := harbour()
	c.Corrections = []capture.Correction{
		{Line: 1, Kind: "evidence", Field: "subject", Value: []byte(`{"type":"benefit","id":"` + string(id(51)) + `"}`)},
		{Line: 2, Kind: "milestone", Field: "due", Value: []byte("null")},
		{Line: 2, Kind: "milestone", Field: "title", Value: []byte(`"send the report"`)},
		{Line: 0, Kind: "touchpoint", Field: "internal", Value: []byte("true")},
		{Line: 9, Kind: "milestone", Field: "title", Value: []byte(`"nothing"`)},
		{Line: 2, Kind: "reading", Field: "value", Value: []byte("1")},
	}
	p := capture.Parse("\"We pay\" - Tom\n> us: send report by 12 Mar", c)
	want := []string{
		`touchpoint internal=true kind="engage" on="2026-06-09" summary="\"We pay\" - Tom"`,
		`evidence body="We pay" kind="quote" on="2026-06-09" stakeholder_id=12 subject={"type":"benefit","id":51}`,
		`milestone plan_id=21 side="us" title="send the report"`,
	}
	if got := shown(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
