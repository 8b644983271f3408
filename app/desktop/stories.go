package desktop

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/tendril-app/tendril/internal/document/formats"
	"github.com/tendril-app/tendril/internal/document/pdf"
	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Stories composes renewal stories and writes them as documents.
type Stories struct{ app *App }

// NewStories returns the bound stories.
func NewStories(app *App) *Stories { return &Stories{app: app} }

// ComposedView is a composed story. FileName is what its deck may be called.
type ComposedView struct {
	Action   ActionView `json:"action"`
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Claims   int        `json:"claims"`
	FileName string     `json:"file_name"`
}

// ExportedView is a written document.
type ExportedView struct {
	Path     string `json:"path"`
	FileName string `json:"file_name"`
	Pages    int    `json:"pages"`
}

// Compose writes the draft of an account's renewal story from its records, in
// the language of locale. A draft that is there is composed anew: what its author
// wrote stays. It returns CodeNotFound where the account has no term.
func (x *Stories) Compose(account, locale string) (_ ComposedView, err error) {
	defer x.app.catch("stories.compose", &err)
	file, settings, today, err := x.app.account(account)
	if err != nil {
		return ComposedView{}, err
	}
	term, err := storyTerm(file, today)
	if err != nil {
		return ComposedView{}, err
	}
	view := ComposedView{FileName: deckName(file.Account.Name, today)}
	o := story.Options{Locale: locale}
	var written WrittenView
	if draft := draftOf(file, term); draft != nil {
		o.Audience, o.Locale = audienceOf(draft), cmp.Or(draft.Locale, locale)
		written, err = x.recompose(file, settings, draft, today, o, &view, func(o story.Offer) bool { return !o.Own })
	} else {
		written, err = x.compose(file, settings, term, today, o, &view)
	}
	if err != nil {
		return ComposedView{}, err
	}
	view.Action, view.ID = written.Action, written.ID
	return view, nil
}

func (x *Stories) compose(f *success.File, s *success.Settings, term success.ID, today success.Date, o story.Options, view *ComposedView) (WrittenView, error) {
	draft, err := story.Compose(f, s, term, today, o)
	if err != nil {
		return WrittenView{}, err
	}
	view.Title, view.Claims = draft.Story.Title, len(draft.Claims)
	return x.app.write("Compose the story of "+f.Account.Name, func(tx *workspace.Tx) (success.ID, error) {
		id, err := tx.Create(&draft.Story)
		if err != nil {
			return "", err
		}
		for i := range draft.Claims {
			draft.Claims[i].StoryID = id
			if _, err := tx.Create(&draft.Claims[i]); err != nil {
				return "", err
			}
		}
		return id, nil
	})
}

func (x *Stories) recompose(f *success.File, s *success.Settings, st *success.Story, today success.Date, o story.Options, view *ComposedView, take func(story.Offer) bool) (WrittenView, error) {
	old := claimsOf(f, st.ID)
	changes, err := story.RecomposeOnly(f, s, st, old, today, o, take)
	if err != nil {
		return WrittenView{}, err
	}
	view.Title, view.Claims = changes.Story.Title, len(old)+len(changes.Add)-len(changes.Remove)
	return x.app.write("Compose the story of "+f.Account.Name+" again", func(tx *workspace.Tx) (success.ID, error) {
		if err := put(tx, &changes.Story); err != nil {
			return "", err
		}
		for i := range changes.Change {
			if err := put(tx, &changes.Change[i]); err != nil {
				return "", err
			}
		}
		for i := range changes.Add {
			changes.Add[i].StoryID = st.ID
			if _, err := tx.Create(&changes.Add[i]); err != nil {
				return "", err
			}
		}
		for _, id := range changes.Remove {
			if err := tx.Delete("claim", id); err != nil {
				return "", err
			}
		}
		return st.ID, nil
	})
}

// put writes a record that is there already; what did not change is not journaled.
func put(tx *workspace.Tx, rec success.Record) error {
	fields, err := success.FieldsOf(rec)
	if err != nil {
		return err
	}
	for _, own := range []string{"id", "created_at", "updated_at", "deleted_at"} {
		delete(fields, own)
	}
	_, err = tx.Put(rec.Kind(), rec.Base().ID, fields)
	return err
}

// storyTerm is the term whose end a story is told at: the next renewal's, else
// the current one.
func storyTerm(f *success.File, today success.Date) (success.ID, error) {
	if t, ok := success.RenewalTerm(f, today); ok {
		return t.ID, nil
	}
	if current := success.CurrentTerms(f, today); len(current) > 0 {
		return current[0].ID, nil
	}
	return "", success.NotFound("%s has no term yet, and a story is told at a term's end. Add its contract first.", f.Account.Name)
}

// draftOf is the newest story of a term that was not told yet, or nil.
func draftOf(f *success.File, term success.ID) *success.Story {
	var newest *success.Story
	for i := range f.Stories {
		s := &f.Stories[i]
		if s.TermID == term && s.Status != "told" && (newest == nil || s.CreatedAt > newest.CreatedAt) {
			newest = s
		}
	}
	return newest
}

func claimsOf(f *success.File, id success.ID) []success.Claim {
	var out []success.Claim
	for i := range f.Claims {
		if f.Claims[i].StoryID == id {
			out = append(out, f.Claims[i])
		}
	}
	return out
}

// deckName is what a story's file is called: the account and the day.
func deckName(account string, on success.Date) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(account))
	if name == "" {
		name = "Story"
	}
	return fmt.Sprintf("%s %s.pptx", name, on)
}

// Export writes a story to path as a document for its own audience, as a job that
// can be cancelled, and notes who wrote it. The formats are those of formats.Names. A cancelled
// export answers with CodeCancelled and leaves what was at path as it was; so does one
// that the pre-flight stops, and one with warnings whose keys are not in agreed.
func (x *Stories) Export(id, format, path, locale string, agreed []string) (_ ExportedView, err error) {
	defer x.app.catch("stories.export", &err)
	if !formats.Known(format) {
		return ExportedView{}, success.Invalid("format", "A story can be written as PowerPoint, PDF, Word, a web page or Markdown, not as %q.", format)
	}
	d, err := x.desk(id)
	if err != nil {
		return ExportedView{}, err
	}
	return x.export(d, format, path, locale, agreed)
}

// export writes a story as what it is told as, into its design where it has one,
// once it may leave.
func (x *Stories) export(d *onDesk, format, path, locale string, agreed []string) (_ ExportedView, err error) {
	if err := x.mayLeave(d, locale, agreed); err != nil {
		return ExportedView{}, err
	}
	note := success.ExportRecord{StoryID: d.story.ID, Template: d.design.fileName()}
	return x.app.exportDocument(format, path, d.design.options(), note, func() (*model.Document, error) {
		return d.document(d.claims, locale)
	})
}

// exportDocument writes a document and notes that it was: note says what it is of, and
// gets the rest here.
func (a *App) exportDocument(format, path string, o formats.Options, note success.ExportRecord, make func() (*model.Document, error)) (ExportedView, error) {
	doc, err := a.writeDocument(format, path, o, make)
	if err != nil {
		return ExportedView{}, err
	}
	if note.ContentHash, err = doc.ContentHash(); err != nil {
		return ExportedView{}, fmt.Errorf("hash the document: %w", err)
	}
	note.Format, note.Audience, note.FileName = format, string(doc.Audience), filepath.Base(path)
	note.ExportedAt, note.ExportedBy = success.InstantOf(a.o.Now()), a.o.Actor
	_, err = a.write("Export "+note.FileName, func(tx *workspace.Tx) (success.ID, error) { return tx.Create(&note) })
	return ExportedView{Path: path, FileName: note.FileName, Pages: formats.Pages(doc)}, err
}

// writeDocument makes a document and writes it to path, as a job that can be
// cancelled; what was at path stays until the new file is whole.
func (a *App) writeDocument(format, path string, o formats.Options, make func() (*model.Document, error)) (doc *model.Document, err error) {
	err = a.run(jobExportDocument, filepath.Base(path), func(ctx context.Context, progress progressFunc) error {
		progress(0, 3)
		if doc, err = make(); err != nil {
			return err
		}
		progress(1, 3)
		return putFile(path, func(w io.Writer) error {
			err := formats.Write(stopping{ctx, w}, format, doc, o)
			progress(2, 3)
			var script *pdf.ScriptError
			if errors.As(err, &script) {
				return &success.Error{Code: success.CodeUnavailable, Err: err, Message: script.Error()}
			}
			return cmp.Or(err, ctx.Err()) // who stops the last step wants no file either
		})
	})
	return doc, err
}

// stopping is a writer that stops once its work is cancelled.
type stopping struct {
	ctx context.Context //nolint:containedctx // the writer lives as long as the call it is made for
	w   io.Writer
}

func (s stopping) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}

func readStory(a *App, ws *workspace.Workspace, id success.ID) (*success.Story, error) {
	body, err := ws.Get(a.ctx(), "story", id)
	if err != nil {
		return nil, err
	}
	var st success.Story
	if err := json.Unmarshal(body, &st); err != nil {
		return nil, fmt.Errorf("read story: %w", err)
	}
	return &st, nil
}

func accountOfTerm(a *App, ws *workspace.Workspace, id success.ID) (success.ID, error) {
	body, err := ws.Get(a.ctx(), "term", id)
	if err != nil {
		return "", err
	}
	var term success.Term
	if err := json.Unmarshal(body, &term); err != nil {
		return "", fmt.Errorf("read term: %w", err)
	}
	return term.AccountID, nil
}
