package desktop

import (
	"strings"
)

// Search finds records by their words.
type Search struct{ app *App }

// NewSearch returns the bound search.
func NewSearch(app *App) *Search { return &Search{app: app} }

// HitView is one record found.
type HitView struct {
	Kind        string `json:"kind"`
	ID          string `json:"id"`
	Account     string `json:"account"`
	AccountName string `json:"account_name"`
	Title       string `json:"title"`
	Snippet     string `json:"snippet"`
}

// searchLimit is how many records a search shows.
const searchLimit = 20

// Find returns the records that have all the words, best first; no words find
// nothing.
func (s *Search) Find(words string) (_ []HitView, err error) {
	defer s.app.catch("search.find", &err)
	views := []HitView{}
	if strings.TrimSpace(words) == "" {
		return views, nil
	}
	ws, err := s.app.workspace()
	if err != nil {
		return nil, err
	}
	hits, err := ws.Search(s.app.ctx(), words, searchLimit)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		views = append(views, HitView{
			Kind: string(h.Kind), ID: string(h.ID), Account: string(h.Account),
			AccountName: h.AccountName, Title: h.Title, Snippet: h.Snippet,
		})
	}
	return views, nil
}
