package document

import (
	"strconv"

	"github.com/tendril-app/tendril/internal/story/model"
)

func itoa(n int) string { return strconv.Itoa(n) }

// newDecisions sets what is asked, by whom and by when, as a table: the
// decision itself larger, the steps after it.
func newDecisions(d *deck, m *model.Decisions) *tableBox {
	b := &tableBox{name: "Decisions", widths: []float64{0.6, 0.24, 0.16}, emptyText: m.Empty, padY: cellPadY, most: 1.15}
	if m.AskHead != "" || m.OwnerHead != "" || m.ByHead != "" {
		for _, h := range []string{m.AskHead, m.OwnerHead, m.ByHead} {
			b.head = append(b.head, para{spans: []span{{text: h, size: headSize, ink: inkFaint}}})
		}
	}
	for _, it := range m.Items {
		size, ink := 14.0, inkQuiet
		if it.Main {
			size, ink = 20, inkText
		}
		ask := []para{one(span{text: it.Ask, size: size, bold: true, ink: inkText})}
		if it.Detail != "" {
			ask = append(ask, para{spans: []span{{text: it.Detail, size: 12, ink: inkQuiet}}, before: 2.5, line: 1.08})
		}
		side := func(text string) []para {
			return []para{one(span{text: text, size: 12, ink: ink})}
		}
		row := tableRow{cells: [][]para{ask, side(it.Owner), side(it.By)}, lead: (size - 12) * 0.9}
		b.rows = append(b.rows, row)
	}
	return b
}
