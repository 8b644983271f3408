package desktop

import (
	"os"
	"sync"
	"time"

	"github.com/sirupsen/logrus"
)

// Frame is what the window tells about itself.
type Frame struct {
	app   *App
	began time.Time
	once  sync.Once
}

// NewFrame returns the bound frame; the time to the first screen counts from here.
func NewFrame(app *App) *Frame { return &Frame{app: app, began: app.o.Now()} }

// Shown says that the first screen is drawn, with its heading. It is noted once
// in the log with the time it took and, where a test asks by TENDRIL_READY_FILE,
// in a file.
func (f *Frame) Shown(heading string) (err error) {
	defer f.app.catch("frame.shown", &err)
	f.once.Do(func() {
		f.app.o.Log.WithFields(logrus.Fields{"op": "start", "duration_ms": f.app.o.Now().Sub(f.began).Milliseconds()}).Info("window shown")
		if path := os.Getenv("TENDRIL_READY_FILE"); path != "" {
			err = os.WriteFile(path, []byte(heading+"\n"), 0o600)
		}
	})
	return err
}
