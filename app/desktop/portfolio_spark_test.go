package desktop_test

import (
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestASmallChartHasWhatIsClaimedAboveWhatIsProved(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	page, err := desktop.NewPortfolio(app).Page(desktop.PortfolioQuery{Sort: "name", Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Rows {
		last := len(row.Spark) - 1
		switch {
		case len(row.SparkClaimed) == 0:
			if row.Name == "Nordhavn Freight" {
				t.Error("Nordhavn's claims are not drawn")
			}
		case len(row.SparkClaimed) != len(row.Spark) || row.SparkClaimed[last] < row.Spark[last]:
			t.Errorf("%s: proved %v, with claims %v", row.Name, row.Spark, row.SparkClaimed)
		case row.Name == "Nordhavn Freight" && row.SparkClaimed[last]-row.Spark[last] != 204000:
			t.Errorf("Nordhavn claims %.0f more than is proved, want 204000", row.SparkClaimed[last]-row.Spark[last])
		}
	}
}
