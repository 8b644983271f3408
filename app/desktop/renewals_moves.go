package desktop

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RenewalMoveView is a term that moved in the forecast. FromKind is empty where it
// was not there, ToKind where it has gone: put into the bin where Binned says so.
type RenewalMoveView struct {
	Account  string  `json:"account"`
	Name     string  `json:"name"`
	Term     string  `json:"term"`
	FromKind string  `json:"from_kind"`
	ToKind   string  `json:"to_kind"`
	FromCall string  `json:"from_call"`
	ToCall   string  `json:"to_call"`
	From     float64 `json:"from"`
	To       float64 `json:"to"`
	FromEnd  string  `json:"from_end"`
	ToEnd    string  `json:"to_end"`
	Result   string  `json:"result"`
	Binned   bool    `json:"binned"`
}

// addMoves names the moves between two books.
func (v *RenewalForecastView) addMoves(before, now *success.Book, moves []success.ForecastMove) {
	names, live := accountNames(now), termsIn(now)
	maps.Copy(names, goneNames(before, names))
	v.Moved = len(moves)
	for i := range moves {
		m := &moves[i]
		v.MovedBy += m.Change()
		if i >= mostMoves {
			continue
		}
		var view RenewalMoveView
		if b := m.Before; b != nil {
			view.Account, view.Term, view.FromKind, view.FromCall = string(b.Account), string(b.Term), string(b.Kind), b.Call
			view.From, view.FromEnd = b.Expected, b.End.String()
		}
		if n := m.Now; n != nil {
			view.Account, view.Term, view.ToKind, view.ToCall = string(n.Account), string(n.Term), string(n.Kind), n.Call
			view.To, view.ToEnd, view.Result = n.Expected, n.End.String(), n.Result
		}
		view.Name, view.Binned = names[success.ID(view.Account)], !live[success.ID(view.Term)]
		v.Moves = append(v.Moves, view)
	}
}

// goneNames returns the names of accounts in a book that are not among those known.
func goneNames(book *success.Book, known map[success.ID]string) map[success.ID]string {
	gone := map[success.ID]string{}
	for _, f := range book.Files {
		if _, ok := known[f.Account.ID]; !ok {
			gone[f.Account.ID] = f.Account.Name
		}
	}
	return gone
}

func termsIn(book *success.Book) map[success.ID]bool {
	terms := map[success.ID]bool{}
	for _, f := range book.Files {
		for i := range f.Terms {
			terms[f.Terms[i].ID] = true
		}
	}
	return terms
}

const (
	// mostMoves is how many moves are named.
	mostMoves = 12
	// mostRewound is how many records are looked up in the history; more than that is
	// an import, of which no list says anything.
	mostRewound = 600
)

// errTooMuch says that more was written than is looked up.
var errTooMuch = errors.New("too much was written to say what moved")

// rewinder makes a book as it was before a moment.
type rewinder struct {
	app    *App
	ws     *workspace.Workspace
	moment time.Time
	looked int // records looked up so far
}

// book returns the book as it was before the moment, or errTooMuch. What was put into
// the bin since is in it again; of gone accounts only those of the chosen CSMs.
func (r *rewinder) book(now *success.Book, chosen []string) (*success.Book, error) {
	out := &success.Book{Settings: now.Settings, Files: slices.Clone(now.Files)}
	binned, err := r.ws.BinnedSince(r.app.ctx(), r.moment, "account", "term", "renewal")
	if err != nil {
		return nil, fmt.Errorf("read what was deleted: %w", err)
	}
	of := map[success.ID][]workspace.Binned{}
	for _, b := range binned {
		of[b.Account] = append(of[b.Account], b)
	}
	for i, f := range out.Files {
		gone := of[f.Account.ID]
		delete(of, f.Account.ID)
		if !isWritten(f.Terms, r.moment) && !isWritten(f.Renewals, r.moment) && len(gone) == 0 {
			continue
		}
		if r.looked += len(f.Terms) + len(f.Renewals) + len(gone); r.looked > mostRewound {
			return nil, errTooMuch
		}
		if out.Files[i], err = r.file(f, gone); err != nil {
			return nil, err
		}
	}
	for account, gone := range of {
		if !slices.ContainsFunc(gone, func(b workspace.Binned) bool { return b.ID == account }) {
			continue // of an account that was gone before
		}
		file, err := r.goneAccount(account)
		if err != nil {
			return nil, err
		}
		if file != nil && (len(chosen) == 0 || slices.Contains(chosen, file.Account.CSM)) {
			out.Files = append(out.Files, file)
		}
	}
	return out, nil
}

// file is an account's terms and renewals as they were, with those now in the bin.
func (r *rewinder) file(f *success.File, gone []workspace.Binned) (*success.File, error) {
	old := *f
	var err error
	if old.Terms, err = rewind(r, "term", f.Terms); err != nil {
		return nil, err
	}
	if old.Renewals, err = rewind(r, "renewal", f.Renewals); err != nil {
		return nil, err
	}
	for _, b := range gone {
		switch b.Kind {
		case "term":
			err = bringBack(r, b.Kind, b.ID, &old.Terms)
		case "renewal":
			err = bringBack(r, b.Kind, b.ID, &old.Renewals)
		}
		if err != nil {
			return nil, err
		}
	}
	return &old, nil
}

// goneAccount is an account that was put into the bin since, as it was; nil where it
// was not there yet.
func (r *rewinder) goneAccount(id success.ID) (*success.File, error) {
	var accounts []success.Account
	if err := bringBack(r, "account", id, &accounts); err != nil || len(accounts) == 0 {
		return nil, err
	}
	file := &success.File{Account: accounts[0]}
	for _, kind := range []success.Kind{"term", "renewal"} {
		var ids []success.ID
		err := r.ws.List(r.app.ctx(), kind, workspace.Query{Account: id, All: true}, func(body json.RawMessage) error {
			var meta success.Meta
			if err := json.Unmarshal(body, &meta); err != nil {
				return fmt.Errorf("read a %s: %w", kind, err)
			}
			ids = append(ids, meta.ID)
			return nil
		})
		if err != nil {
			return nil, err
		}
		if r.looked += len(ids); r.looked > mostRewound {
			return nil, errTooMuch
		}
		for _, one := range ids {
			if kind == "term" {
				err = bringBack(r, kind, one, &file.Terms)
			} else {
				err = bringBack(r, kind, one, &file.Renewals)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return file.Live(), nil
}

// isWritten reports whether one of some records was written at a moment or after it.
func isWritten[T any, P interface {
	*T
	success.Record
}](list []T, moment time.Time) bool {
	since := success.InstantOf(moment)
	for i := range list {
		if P(&list[i]).Base().UpdatedAt >= since {
			return true
		}
	}
	return false
}

// rewind returns records as they were, those that came later left out.
func rewind[T any, P interface {
	*T
	success.Record
}](r *rewinder, kind success.Kind, list []T) ([]T, error) {
	since := success.InstantOf(r.moment)
	out := make([]T, 0, len(list))
	for i := range list {
		meta := P(&list[i]).Base()
		if meta.UpdatedAt < since {
			out = append(out, list[i])
			continue
		}
		if err := bringBack[T, P](r, kind, meta.ID, &out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// bringBack adds a record as it was, where it was there and not in the bin.
func bringBack[T any, P interface {
	*T
	success.Record
}](r *rewinder, kind success.Kind, id success.ID, list *[]T) error {
	body, found, err := r.ws.Before(r.app.ctx(), kind, id, r.moment)
	if err != nil {
		return fmt.Errorf("read what was before: %w", err)
	}
	if !found {
		return nil
	}
	var rec T
	if err := json.Unmarshal(body, &rec); err != nil {
		return fmt.Errorf("read %s %s as it was: %w", kind, id, err)
	}
	if P(&rec).Base().DeletedAt == 0 {
		*list = append(*list, rec)
	}
	return nil
}
