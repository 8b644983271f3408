package desktop

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// remember notes the path for the next start. Failing to note it loses no work,
// so it is only logged.
func (a *App) remember(path string) {
	if a.o.State == "" {
		return
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		absolute = path
	}
	text, err := json.Marshal(map[string]string{"path": absolute})
	if err == nil {
		err = os.MkdirAll(a.o.State, 0o700)
	}
	if err == nil {
		err = os.WriteFile(a.remembered(), text, 0o600)
	}
	if err != nil {
		a.o.Log.WithError(err).Warn("last workspace not remembered")
	}
}

// LastPath returns the workspace that was open when the program last ran, or ""
// where there was none. Its file may be gone.
func (a *App) LastPath() string {
	if a.o.State == "" {
		return ""
	}
	text, err := os.ReadFile(a.remembered())
	if err != nil {
		return ""
	}
	var last struct {
		Path string `json:"path"`
	}
	if json.Unmarshal(text, &last) != nil {
		return ""
	}
	return last.Path
}
