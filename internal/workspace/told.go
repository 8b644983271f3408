package workspace

import (
	"bytes"
	"slices"

	"github.com/tendril-app/tendril/internal/success"
)

// ofTold are the fields of a told story that still may change: who gave leave
// to show it, and until when.
var ofTold = []string{"permission", "permission_by", "permission_until"}

// checkTold refuses a change of what was told. A told story keeps its words;
// undoing takes the telling back, and another draft goes on from it.
func (tx *Tx) checkTold(d *draft) error {
	switch {
	case tx.trust:
		return nil
	case d.info.kind == "claim":
		return tx.checkClaimOf(textOf(d.now.get("story_id")))
	case d.info.kind == "story" && wasTold(d) && !sameBut(d, ofTold):
		return toldError(d)
	}
	return nil
}

// checkClaimOf refuses a change of a claim of a told story.
func (tx *Tx) checkClaimOf(story string) error {
	id, err := parseID(success.ID(story))
	if err != nil || tx.trust {
		return nil //nolint:nilerr // that the story is missing is said by its own rule
	}
	d, err := tx.find(id)
	if err != nil || d == nil || !wasTold(d) {
		return err
	}
	return toldError(d)
}

func toldError(d *draft) error {
	return success.Invalid("status", "“%s” was told on %s and is kept as it was. Begin a new draft.",
		textOf(d.before.get("title")), textOf(d.before.get("told_on")))
}

// wasTold reports whether a story had been told and kept before this action.
func wasTold(d *draft) bool {
	return !d.isNew() && textOf(d.before.get("status")) == "told" && textOf(d.before.get("frozen")) != ""
}

// sameBut reports whether a draft changes no field but those named.
func sameBut(d *draft, names []string) bool {
	return !slices.ContainsFunc(d.info.spec.Fields, func(f success.FieldSpec) bool {
		return !slices.Contains(names, f.Name) && !bytes.Equal(d.before.get(f.Name), d.now.get(f.Name))
	})
}
