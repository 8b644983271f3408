package success_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/tendril-app/tendril/internal/success"
)

func TestAnExplanationAddsUpToItsFigure(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/vectors/*/expected.json")
	must(t, err)
	checked := 0
	for _, path := range paths {
		book := loadBundle(t, filepath.Join(filepath.Dir(path), "bundle"))
		for _, a := range velocityArgs(t, path) {
			for _, f := range book.Files {
				if f.Account.ID != a.Account {
					continue
				}
				v := success.Velocity(f, &book.Settings, a.On)
				for name, figure := range figuresOf(v) {
					e, err := success.Explain(name, f, &book.Settings, a.On)
					must(t, err)
					var sum float64
					if e.Total != nil {
						sum = *e.Total
					}
					if math.Abs(sum-figure) > 1e-6 {
						t.Errorf("%s %s: %s explains %v, the figure is %v", path, a.On, name, sum, figure)
					}
					checked++
				}
				e, err := success.Explain("verdict", f, &book.Settings, a.On)
				must(t, err)
				if e.Result != string(v.Verdict) || e.Rule == "" {
					t.Errorf("the verdict %s is explained as %q", v.Verdict, e.Result)
				}
			}
		}
	}
	if checked < 1000 {
		t.Errorf("only %d figures were explained", checked)
	}
}

func figuresOf(v success.VelocityFigure) map[string]float64 {
	out := map[string]float64{}
	for prefix, side := range map[string]success.Side{"proved.": v.Proved, "claimed.": v.Claimed} {
		out[prefix+"level"] = side.Level
		out[prefix+"velocity"] = side.Velocity
		out[prefix+"perceived"] = side.Perceived
		out[prefix+"benefits"] = float64(side.Benefits)
		out[prefix+"people"] = float64(side.People)
		out[prefix+"dimensions"] = float64(side.Dimensions)
	}
	if v.SilenceDays != nil {
		out["silence_days"] = float64(*v.SilenceDays)
	}
	return out
}

func velocityArgs(t *testing.T, path string) []vectorArgs {
	t.Helper()
	body, err := os.ReadFile(path)
	must(t, err)
	var expected struct {
		Cases []struct {
			Command string     `json:"command"`
			Args    vectorArgs `json:"args"`
		} `json:"cases"`
	}
	must(t, json.Unmarshal(body, &expected))
	var out []vectorArgs
	for _, c := range expected.Cases {
		if c.Command == "velocity" {
			out = append(out, c.Args)
		}
	}
	return out
}

func TestEveryFigureOfTheListIsExplained(t *testing.T) {
	t.Parallel()
	f, s := nordhavn()
	for _, name := range success.Figures() {
		e, err := success.Explain(name, f, s, ninthOfJune)
		must(t, err)
		if e.Rule == "" || e.Title == "" || len(e.Rows) == 0 {
			t.Errorf("%s: %+v", name, e)
		}
	}
	e, err := success.Explain("level", f, s, ninthOfJune)
	must(t, err)
	if e.Figure != "proved.level" || *e.Total != 909000 || len(e.Rows) != 7 {
		t.Errorf("level: %+v", e)
	}
	for _, row := range e.Rows {
		if row.Record.Kind != "benefit_step" || row.Record.ID == "" {
			t.Errorf("%s stands on no step", row.Label)
		}
	}
	var notFound *success.Error
	if _, err := success.Explain("happiness", f, s, ninthOfJune); !errors.As(err, &notFound) || notFound.Code != success.CodeNotFound {
		t.Errorf("an unknown figure: %v", err)
	}
}
