package workspace

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestAStoredLineIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfN(rapid.Float64Range(-1e12, 1e12), 0, 30)
		written := Summary{
			Name:         rapid.String().Draw(t, "name"),
			Todo:         rapid.OneOf(rapid.StringMatching(`[a-z0-9 ;-]*`), rapid.String()).Draw(t, "todo"),
			Spark:        numbers.Draw(t, "spark"),
			SparkClaimed: numbers.Draw(t, "claimed"),
			Benefits:     rapid.IntRange(0, 9).Draw(t, "benefits"),
			Tags:         rapid.SliceOf(rapid.String()).Draw(t, "tags"),
		}
		body, err := json.Marshal(written)
		if err != nil {
			t.Fatal(err)
		}
		var want Summary
		if err := json.Unmarshal(body, &want); err != nil {
			t.Fatal(err)
		}
		got, err := readSummary(body)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, *got, cmpopts.IgnoreUnexported(Summary{})); diff != "" {
			t.Fatalf("%s (-encoding/json +readSummary):\n%s", body, diff)
		}
	})
}

func TestALineThatIsNoneIsRefused(t *testing.T) {
	t.Parallel()
	for _, body := range []string{"", "[]", "null", `{"spark":["a"]}`, `{"spark":[1,]}`, `{"todo":7}`, `{"name":`} {
		if s, err := readSummary([]byte(body)); err == nil {
			t.Errorf("%q was read as %+v", body, s)
		}
	}
}
