package desktop_test

import (
	"testing"

	"github.com/tendril-app/tendril/app/desktop"
)

func TestTheWindowComesBackWhereItStood(t *testing.T) {
	t.Parallel()
	app, _ := newApp(t)
	if s := app.LastWindow(); s.Width != 1440 || s.Height != 900 || s.Placed || s.Maximised {
		t.Errorf("the first window is %+v", s)
	}
	was := desktop.WindowState{Width: 1200, Height: 800, X: 40, Y: 30, Placed: true, Maximised: true}
	app.KeepWindow(was)
	if s := app.LastWindow(); s != was {
		t.Errorf("it came back as %+v", s)
	}
	app.KeepWindow(desktop.WindowState{Width: 3, Height: 4})
	if s := app.LastWindow(); s.Width != 1440 {
		t.Errorf("a window too small to use came back as %+v", s)
	}
}

func TestAWindowOfAScreenThatIsGoneStandsInSightOnTheOneThatIsThere(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ was, want desktop.WindowState }{
		"it fits": {
			desktop.WindowState{Width: 1200, Height: 700, X: 60, Y: 20}, desktop.WindowState{Width: 1200, Height: 700, X: 60, Y: 20},
		},
		"partly beside the screen, as somebody put it": {
			desktop.WindowState{Width: 1200, Height: 700, X: -900, Y: 20}, desktop.WindowState{Width: 1200, Height: 700, X: -900, Y: 20},
		},
		"on a second screen to the right": {
			desktop.WindowState{Width: 1200, Height: 700, X: 2100, Y: 20}, desktop.WindowState{Width: 1200, Height: 700, X: 83, Y: 34},
		},
		"on a second screen to the left": {
			desktop.WindowState{Width: 1200, Height: 700, X: -1500, Y: 20}, desktop.WindowState{Width: 1200, Height: 700, X: 83, Y: 34},
		},
		"with its title above the screen": {
			desktop.WindowState{Width: 1200, Height: 700, X: 60, Y: -40}, desktop.WindowState{Width: 1200, Height: 700, X: 83, Y: 34},
		},
		"larger than the screen": {
			desktop.WindowState{Width: 2560, Height: 1400, X: 0, Y: 0}, desktop.WindowState{Width: 1366, Height: 768, X: 0, Y: 0},
		},
	} {
		if got := c.was.Fit(1366, 768); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	if s := (desktop.WindowState{Width: 1200, Height: 700, X: 5000}); s.Fit(0, 0) != s {
		t.Error("a screen of no size moved the window")
	}
}

func TestTheLastScreenIsThatOfTheWorkspaceThatIsOpen(t *testing.T) {
	t.Parallel()
	app := newSample(t)
	frame := desktop.NewFrame(app)
	expect := func(want string) {
		t.Helper()
		route, err := frame.LastRoute()
		if err != nil || route != want {
			t.Errorf("the last screen is %q, want %q (%v)", route, want, err)
		}
	}
	expect("")
	for _, route := range []string{"/accounts/a/plan", "javascript:alert(1)"} {
		if err := frame.KeepRoute(route); err != nil {
			t.Fatal(err)
		}
		expect("/accounts/a/plan")
	}
	if _, err := desktop.NewWorkspace(app).CreateEmpty("Another", "EUR"); err != nil {
		t.Fatal(err)
	}
	expect("")
}
