package desktop

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Bin is what was deleted, of the whole workspace.
type Bin struct{ app *App }

// NewBin returns the bound bin.
func NewBin(app *App) *Bin { return &Bin{app: app} }

// BinItemView is one deleted record. Under names what it hangs on and what was
// deleted too; restoring it brings that back as well.
type BinItemView struct {
	Kind        string `json:"kind"`
	ID          string `json:"id"`
	Account     string `json:"account"`
	AccountName string `json:"account_name"`
	Title       string `json:"title"`
	At          string `json:"at"`
	By          string `json:"by"`
	Under       string `json:"under"`
}

// BinView is a part of the bin, what was deleted last first.
type BinView struct {
	Items []BinItemView `json:"items"`
	Found int           `json:"found"`
	Total int           `json:"total"`
}

// BinRef names a record in the bin.
type BinRef struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

// EmptiedView tells what emptying the bin took out, and where the copy from before
// lies.
type EmptiedView struct {
	Records int    `json:"records"`
	Backup  string `json:"backup"`
}

// binPage is how many items Page returns at most.
const binPage = 200

// jobEmptyBin is the kind of job that emptying the bin is.
const jobEmptyBin = "empty_bin"

// Page returns what has the words in its title, its kind or its account's name,
// from an offset on.
func (b *Bin) Page(words string, offset int) (_ BinView, err error) {
	defer b.app.catch("bin.page", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return BinView{}, err
	}
	page, err := ws.Bin(b.app.ctx(), workspace.BinQuery{Words: words, Offset: offset, Limit: binPage})
	if err != nil {
		return BinView{}, err
	}
	view := BinView{Items: []BinItemView{}, Found: page.Found, Total: page.Total}
	for _, item := range page.Items {
		view.Items = append(view.Items, BinItemView{
			Kind: string(item.Kind), ID: string(item.ID), Account: string(item.Account), AccountName: item.AccountName,
			Title: item.Title, At: item.DeletedAt, By: item.By, Under: item.Under,
		})
	}
	return view, nil
}

// Restore takes records out of the bin, and with each what it hangs on.
func (b *Bin) Restore(items []BinRef) (_ WrittenView, err error) {
	defer b.app.catch("bin.restore", &err)
	label := "Restore from the bin"
	if len(items) > 1 {
		label = fmt.Sprintf("Restore %d records from the bin", len(items))
	}
	return b.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		for _, item := range items {
			if err := tx.RestoreWithOwners(success.Kind(item.Kind), success.ID(item.ID)); err != nil {
				return "", err
			}
		}
		return "", nil
	})
}

// Size returns how many records emptying the bin takes out, with what hangs on
// those in it.
func (b *Bin) Size() (_ int, err error) {
	defer b.app.catch("bin.size", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return 0, err
	}
	return ws.BinSize(b.app.ctx())
}

// Empty takes everything in the bin out of the file for good. It cannot be undone;
// a copy of the file is made before. It is a job, and a stopped one leaves in the
// bin what it has not come to.
func (b *Bin) Empty() (_ EmptiedView, err error) {
	defer b.app.catch("bin.empty", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return EmptiedView{}, err
	}
	info, err := ws.Describe(b.app.ctx())
	if err != nil {
		return EmptiedView{}, fmt.Errorf("describe workspace: %w", err)
	}
	var done workspace.Emptied
	err = b.app.run(jobEmptyBin, info.Name, func(ctx context.Context, progress progressFunc) (err error) {
		done, err = ws.EmptyBin(ctx, progress)
		return err
	})
	if err != nil {
		return EmptiedView{}, err
	}
	view := EmptiedView{Records: done.Records}
	if done.Before.Path != "" {
		view.Backup = filepath.Base(done.Before.Path)
	}
	return view, nil
}
