package bridge_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/sirupsen/logrus/hooks/test"

	"github.com/tendril-app/tendril/internal/bridge"
)

// Greeter stands for a bound struct.
type Greeter struct{}

func (*Greeter) Greet(name string, times int) (map[string]any, error) {
	if times < 1 {
		return nil, errors.New("too few")
	}
	return map[string]any{"text": strings.Repeat("Hello "+name, times)}, nil
}

func (*Greeter) Nothing() {}

// Wrong has results that the window cannot take.
type Wrong struct{}

func (*Wrong) Three() (int, int, error) { return 0, 0, nil }

type page struct {
	*bridge.Server
	address []string
	mu      sync.Mutex
	base    string
}

func serve(t *testing.T) *page {
	t.Helper()
	log, _ := test.NewNullLogger()
	p := &page{}
	s, err := bridge.Listen(context.Background(), 0, bridge.Options{
		Assets:  fstest.MapFS{"index.html": {Data: []byte("<title>Tendril</title>")}, "assets/app.js": {Data: []byte("1")}},
		Bound:   []any{&Greeter{}},
		Problem: func(err error) any { return map[string]string{"code": "internal", "message": err.Error()} },
		Log:     log,
		Announce: func(address string) {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.address = append(p.address, address)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	p.Server = s
	u, err := url.Parse(p.address[0])
	if err != nil {
		t.Fatal(err)
	}
	p.base = "http://" + u.Host
	return p
}

// open trades a printed address for the session's key, as the browser does.
func (p *page) open(t *testing.T, address string) string {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	u, err := url.Parse(r.Header.Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	return u.Query().Get("token")
}

func (p *page) call(t *testing.T, key, body string, header ...string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, p.base+"/call", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Tendril-Token", key)
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		} else {
			r.Header.Set(header[i], header[i+1])
		}
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, strings.TrimSpace(string(text))
}

const greet = `{"name":"bridge_test.Greeter.Greet","args":["Ines",2]}`

func TestAPrintedAddressWorksOnceAndAFreshOneIsPrinted(t *testing.T) {
	t.Parallel()
	p := serve(t)
	key := p.open(t, p.address[0])
	if key == "" || strings.Contains(p.address[0], key) {
		t.Fatalf("the key must be given and must not be the printed one: %q", key)
	}
	if again := p.open(t, p.address[0]); again != "" {
		t.Error("a spent address gave a key")
	}
	if len(p.address) != 2 || p.address[0] == p.address[1] {
		t.Fatalf("no fresh address was printed: %v", p.address)
	}
	if second := p.open(t, p.address[1]); second != key {
		t.Error("the second tab did not join the session")
	}
}

func TestCallsReachTheBoundStructsAndErrorsComeAsProblems(t *testing.T) {
	t.Parallel()
	p := serve(t)
	key := p.open(t, p.address[0])
	tests := map[string]struct {
		body   string
		status int
		answer string
	}{
		"a result":           {greet, 200, `{"text":"Hello InesHello Ines"}`},
		"nothing":            {`{"name":"bridge_test.Greeter.Nothing","args":[]}`, 200, `null`},
		"a problem":          {`{"name":"bridge_test.Greeter.Greet","args":["x",0]}`, 422, `{"code":"internal","message":"too few"}`},
		"an unknown name":    {`{"name":"os.Exit","args":[1]}`, 404, "There is no such call."},
		"too few arguments":  {`{"name":"bridge_test.Greeter.Greet","args":["x"]}`, 404, "There is no such call."},
		"wrong arguments":    {`{"name":"bridge_test.Greeter.Greet","args":[1,"x"]}`, 400, "This call's arguments cannot be read."},
		"something not JSON": {`{`, 400, "This call cannot be read."},
	}
	for name, tt := range tests {
		status, answer := p.call(t, key, tt.body)
		if status != tt.status || answer != tt.answer {
			t.Errorf("%s: got %d %s, want %d %s", name, status, answer, tt.status, tt.answer)
		}
	}
}

func TestOnlyTheOwnPageWithTheKeyMayCall(t *testing.T) {
	t.Parallel()
	p := serve(t)
	key := p.open(t, p.address[0])
	tests := map[string]struct {
		key    string
		header []string
		status int
	}{
		"no key":                  {"", nil, 401},
		"a guessed key":           {strings.Repeat("x", len(key)), nil, 401},
		"a foreign page":          {key, []string{"Origin", "https://evil.example"}, 403},
		"another loopback port":   {key, []string{"Origin", "http://127.0.0.1:1"}, 403},
		"a rebound name":          {key, []string{"Host", "evil.example"}, 403},
		"the page itself":         {key, []string{"Origin", p.base}, 200},
		"the page on a null page": {key, []string{"Origin", "null"}, 403},
	}
	for name, tt := range tests {
		if status, _ := p.call(t, tt.key, greet, tt.header...); status != tt.status {
			t.Errorf("%s: got %d, want %d", name, status, tt.status)
		}
	}
}

func TestThePageMayLoadNothingFromElsewhere(t *testing.T) {
	t.Parallel()
	p := serve(t)
	r, err := http.Get(p.base + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	policy := r.Header.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'self';", "connect-src 'self'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy lacks %q: %s", want, policy)
		}
	}
}

func TestEventsReachThePage(t *testing.T) {
	t.Parallel()
	p := serve(t)
	key := p.open(t, p.address[0])
	r, err := http.Get(p.base + "/events?token=" + key)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	lines := bufio.NewScanner(r.Body)
	lines.Scan() // the welcome: the page has joined
	p.Emit("changed", map[string]string{"action": "a1"})
	var got []string
	for lines.Scan() && len(got) < 2 {
		if lines.Text() != "" {
			got = append(got, lines.Text())
		}
	}
	if len(got) != 2 || got[0] != "event: changed" || got[1] != `data: {"action":"a1"}` {
		t.Errorf("got %q", got)
	}
}

func TestUploadsAreKeptUnderAPlainNameAndDownloadsAreOnlyOurs(t *testing.T) {
	t.Parallel()
	p := serve(t)
	key := p.open(t, p.address[0])
	r, err := http.NewRequest(http.MethodPost, p.base+"/upload?name="+url.QueryEscape("../../etc/acc:ounts.csv"), bytes.NewReader([]byte("a,b\n")))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Tendril-Token", key)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var kept struct {
		Path string `json:"path"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&kept); err != nil {
		t.Fatal(err)
	}
	if filepath.Base(kept.Path) != "acc-ounts.csv" {
		t.Errorf("kept as %s", kept.Path)
	}
	if text, err := os.ReadFile(kept.Path); err != nil || string(text) != "a,b\n" {
		t.Errorf("kept %q, %v", text, err)
	}
	if err := p.Reveal("/etc/passwd"); err == nil {
		t.Error("a foreign file was offered for download")
	}
	path, err := p.SaveFile("", "Deck: year two.pptx")
	if err != nil || filepath.Base(path) != "Deck- year two.pptx" {
		t.Errorf("save to %s, %v", path, err)
	}
}

func TestResultsThatCannotCrossAreFoundAtTheStart(t *testing.T) {
	t.Parallel()
	_, err := bridge.Listen(context.Background(), 0, bridge.Options{Bound: []any{&Wrong{}}})
	if err == nil || !strings.Contains(err.Error(), "Wrong.Three") {
		t.Errorf("got %v", err)
	}
}
