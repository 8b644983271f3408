package desktop

import "github.com/tendril-app/tendril/internal/success"

// typeBook says of which customer type each account is, by what was set on it or by
// the rules.
type typeBook struct {
	of    map[success.ID]success.ID // account → type
	names map[success.ID]string
	views []TypeNameView
}

// types returns of which customer type each account is, worked out once a change.
func (a *App) types() (types *typeBook, err error) {
	err = a.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		types = made.typeBook(book, today)
		return nil
	})
	return types, err
}

func (m *reckoned) typeBook(book *success.Book, today success.Date) *typeBook {
	if m.kinds != nil {
		return m.kinds
	}
	m.kinds = &typeBook{of: map[success.ID]success.ID{}, names: map[success.ID]string{}, views: []TypeNameView{}}
	for _, t := range success.LiveTypes(&book.Settings) {
		m.kinds.names[t.ID] = t.Name
		m.kinds.views = append(m.kinds.views, TypeNameView{ID: string(t.ID), Name: t.Name, Color: t.Color})
	}
	for _, f := range book.Files {
		if id, ok := success.TypeOf(f, &book.Settings, today); ok {
			m.kinds.of[f.Account.ID] = id
		}
	}
	return m.kinds
}

// today is the open workspace's day, none where nothing is open.
func (a *App) today() success.Date {
	ws, err := a.workspace()
	if err != nil {
		return 0
	}
	return ws.Today()
}
