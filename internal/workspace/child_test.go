package workspace_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Some tests need another process: one that is killed, one that holds a file, one
// without the superuser's powers. It is this program again, told by the
// environment what to do.
const (
	childTask = "TENDRIL_TEST_CHILD"
	childFile = "TENDRIL_TEST_FILE"
)

// childTasks are what another process can be told to do; each writes lines that
// begin with "> " for the test to read.
var childTasks = map[string]func(path string) error{
	"edit": editUntilKilled,
	"hold": holdUntilTold,
	"try":  tryToWrite,
	"fill": editUntilFull,
}

// TestChild is the other process; on its own it has nothing to do.
func TestChild(t *testing.T) {
	task, ok := childTasks[os.Getenv(childTask)]
	if !ok {
		t.Skip("runs as the child of other tests")
	}
	if err := task(os.Getenv(childFile)); err != nil {
		t.Fatal(err)
	}
}

// child is a running other process.
type child struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines *bufio.Scanner
	other strings.Builder // what it wrote besides
}

func startChild(tb testing.TB, task, path string, change func(cmd *exec.Cmd)) *child {
	tb.Helper()
	c := &child{cmd: exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.timeout=120s")}
	c.cmd.Env = append(os.Environ(), childTask+"="+task, childFile+"="+path)
	if change != nil {
		change(c.cmd)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	c.cmd.Stderr = c.cmd.Stdout
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		tb.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = c.cmd.Process.Kill(); _ = c.cmd.Wait() })
	c.lines = bufio.NewScanner(out)
	return c
}

// next returns the next line that is meant for the test; ok is false at the end.
func (c *child) next() (line string, ok bool) {
	for c.lines.Scan() {
		if text, ours := strings.CutPrefix(c.lines.Text(), "> "); ours {
			return text, true
		}
		c.other.WriteString(c.lines.Text() + "\n")
	}
	return "", false
}

// say writes a line for the test that started this process.
func say(format string, args ...any) {
	// One write for each line: what was written before a kill arrives whole.
	_, _ = os.Stdout.WriteString("> " + fmt.Sprintf(format, args...) + "\n")
}

func ticking(start time.Time) func() time.Time {
	return func() time.Time { start = start.Add(time.Second); return start }
}

func childOptions() workspace.Options {
	return workspace.Options{Now: ticking(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)), Actor: "Ada"}
}

// holdUntilTold opens the file for writing and keeps it until a line comes.
func holdUntilTold(path string) error {
	w, err := workspace.Open(context.Background(), path, childOptions())
	if err != nil {
		return err
	}
	say("open")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	return w.Close()
}

// editUntilKilled changes accounts' notes to the numbers that follow the largest
// one, and says after each that it is saved: "acked NUMBER ACCOUNT".
func editUntilKilled(path string) error {
	ctx := context.Background()
	w, err := workspace.Open(ctx, path, childOptions())
	if err != nil {
		return err
	}
	accounts, newest, err := notes(ctx, w)
	if err != nil {
		return err
	}
	for n := newest + 1; ; n++ {
		id := accounts[n%len(accounts)]
		_, err := w.Do(ctx, "Edit "+strconv.Itoa(n), func(tx *workspace.Tx) error {
			_, err := tx.Put("account", id, success.Fields{"notes": jsonText(strconv.Itoa(n))})
			if err == nil && n%5 == 0 {
				// A group of several entries: it is there whole or not at all.
				for _, other := range accounts {
					if _, err = tx.Put("account", other, success.Fields{"csm": jsonText("group " + strconv.Itoa(n))}); err != nil {
						return err
					}
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		say("acked %d %s", n, id)
	}
}

// notes returns the accounts in order of id and the largest number noted.
func notes(ctx context.Context, w *workspace.Workspace) (accounts []success.ID, newest int, err error) {
	book, err := w.Book(ctx, "account")
	if err != nil {
		return nil, 0, err
	}
	for i := range book.Files {
		a := &book.Files[i].Account
		accounts = append(accounts, a.ID)
		if n, err := strconv.Atoi(a.Notes); err == nil {
			newest = max(newest, n)
		}
	}
	if len(accounts) == 0 {
		return nil, 0, errors.New("the workspace has no accounts")
	}
	return accounts, newest, nil
}

// attempt is what another process met at a file.
type attempt struct {
	Error    string `json:"error"`     // of opening for writing
	Code     string `json:"code"`      // of that, where it is for a person
	ReadOnly string `json:"read_only"` // why the opened file is only for reading
	Write    string `json:"write"`     // error of an edit
	Accounts int    `json:"accounts"`  // read when opened for reading
	Read     string `json:"read"`      // error of opening for reading
	User     int    `json:"user"`
}

// tryToWrite opens the file as the window does, edits it, then opens it for
// reading, and says what each gave.
func tryToWrite(path string) error {
	ctx := context.Background()
	a := attempt{User: os.Getuid()}
	w, err := workspace.Open(ctx, path, childOptions())
	if err != nil {
		var known *success.Error
		a.Error = err.Error()
		if errors.As(err, &known) {
			a.Code = string(known.Code)
		}
	} else {
		a.tryEdit(ctx, w)
		if err := w.Close(); err != nil {
			return err
		}
	}
	o := childOptions()
	o.ReadOnly = true
	if r, err := workspace.Open(ctx, path, o); err != nil {
		a.Read = err.Error()
	} else {
		ids, _, err := notes(ctx, r)
		a.Accounts = len(ids)
		if err = errors.Join(err, r.Close()); err != nil {
			a.Read = err.Error()
		}
	}
	line, err := json.Marshal(a)
	say("%s", line)
	return err
}

func (a *attempt) tryEdit(ctx context.Context, w *workspace.Workspace) {
	info, err := w.Info(ctx)
	if err != nil {
		a.Error = err.Error()
		return
	}
	a.ReadOnly = info.ReadOnly
	_, err = w.Do(ctx, "Try", func(tx *workspace.Tx) error {
		_, err := tx.Put("account", "", success.Fields{"name": jsonText("Written")})
		return err
	})
	if err != nil {
		a.Write = err.Error()
	}
}

// editUntilFull edits until an edit is refused and says what was saved and why
// not more, then does it again whenever a line comes.
func editUntilFull(path string) error {
	ctx := context.Background()
	w, err := workspace.Open(ctx, path, childOptions())
	if err != nil {
		return err
	}
	accounts, newest, err := notes(ctx, w)
	if err != nil {
		return err
	}
	more := bufio.NewScanner(os.Stdin)
	for {
		saved, err := fill(ctx, w, accounts[0], newest)
		say("saved %d", saved)
		say("refused %s", strings.ReplaceAll(err.Error(), "\n", " "))
		newest = saved
		if !more.Scan() {
			return w.Close()
		}
	}
}

// fill notes growing numbers, each with enough text to fill a small disk soon,
// until an edit is refused; at most 2,000.
func fill(ctx context.Context, w *workspace.Workspace, id success.ID, newest int) (saved int, err error) {
	for n := newest + 1; n < newest+2000; n++ {
		_, err := w.Do(ctx, "Fill", func(tx *workspace.Tx) error {
			// The text differs each time, so that nothing can be stored short.
			_, err := tx.Put("account", id, success.Fields{
				"notes": jsonText(strconv.Itoa(n)), "cancel_reason": jsonText(strings.Repeat(strconv.Itoa(n)+" ", 2000)),
			})
			return err
		})
		if err != nil {
			return n - 1, err
		}
	}
	return newest + 1999, errors.New("the disk never got full")
}

func jsonText(s string) json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return b
}

func number(tb testing.TB, text string) int {
	tb.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}
