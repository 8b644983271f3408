package workspace

import (
	"strings"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/success"
)

func parseID(id success.ID) (journal.UUID, error) {
	uid, err := journal.ParseUUID(string(id))
	if err != nil {
		return uid, success.Invalid("id", "%q is not the id of a record (a lower-case UUID).", id)
	}
	return uid, nil
}

func notFound(kind success.Kind, id success.ID) error {
	return success.NotFound("There is no %s with the id %s.", spoken(kind), id)
}

// spoken is a kind's name in a sentence.
func spoken(kind success.Kind) string { return strings.ReplaceAll(string(kind), "_", " ") }
