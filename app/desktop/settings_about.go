package desktop

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/tendril-app/tendril/internal/success"
)

// licencesFile is written by build/licences.mjs.
//
//go:embed licences.json
var licencesFile []byte

// LicenceView is a part that is inside the program and the licence it is under.
type LicenceView struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Licence string `json:"licence"`
}

// licences are the parts and the texts they share.
type licences struct {
	Parts []struct {
		LicenceView
		Text int `json:"text"`
	} `json:"parts"`
	Texts []string `json:"texts"`
}

// readLicences reads the list when somebody first asks for it.
var readLicences = sync.OnceValues(func() (licences, error) {
	var l licences
	err := json.Unmarshal(licencesFile, &l)
	return l, err
})

// Licences lists what is inside the program, in order of name.
func (s *Settings) Licences() (_ []LicenceView, err error) {
	defer s.app.catch("settings.licences", &err)
	all, err := readLicences()
	if err != nil {
		return nil, fmt.Errorf("read the licences: %w", err)
	}
	views := make([]LicenceView, 0, len(all.Parts))
	for _, part := range all.Parts {
		views = append(views, part.LicenceView)
	}
	return views, nil
}

// LicenceText returns the words of a part's licence.
func (s *Settings) LicenceText(name, version string) (_ string, err error) {
	defer s.app.catch("settings.licence_text", &err)
	all, err := readLicences()
	if err != nil {
		return "", fmt.Errorf("read the licences: %w", err)
	}
	for _, part := range all.Parts {
		if part.Name == name && part.Version == version && part.Text < len(all.Texts) {
			return all.Texts[part.Text], nil
		}
	}
	return "", success.NotFound("There is no such part.")
}
