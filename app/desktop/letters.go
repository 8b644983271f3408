package desktop

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/exchange/letter"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Letters take in mails and meetings that are dropped on an account.
type Letters struct{ app *App }

// NewLetters returns the bound mails and meetings.
func NewLetters(app *App) *Letters { return &Letters{app: app} }

// mostLetters is how many files are read at once.
const mostLetters = 100

// Read says what the files at these paths hold. Nothing is saved; a file that
// cannot be read has a problem and the others stand.
func (l *Letters) Read(account string, paths []string) (_ LettersView, err error) {
	defer l.app.catch("letters.read", &err)
	file, _, today, err := l.app.account(account)
	if err != nil {
		return LettersView{}, err
	}
	if len(paths) > mostLetters {
		return LettersView{}, success.Invalid("path", "These are %d files; drop at most %d at once.", len(paths), mostLetters)
	}
	ours, err := l.ours()
	if err != nil {
		return LettersView{}, err
	}
	view := LettersView{Today: today.String(), People: talkPeople(file, today), Letters: []LetterView{}}
	for _, path := range paths {
		raw, messages, err := readLetters(path)
		if err != nil {
			problem := ProblemOf(err)
			view.Letters = append(view.Letters, LetterView{Path: path, File: filepath.Base(path), Problem: problem.Message, People: []LetterPersonView{}})
			continue
		}
		known := knownBy(file, hashOf(raw))
		for part := range messages {
			one := letterView(file, &messages[part], ours, today)
			one.Path, one.Part, one.File, one.Known = path, part, filepath.Base(path), known
			view.Letters = append(view.Letters, one)
		}
	}
	return view, nil
}

func hashOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

func readLetters(path string) ([]byte, []letter.Message, error) {
	f, err := openAttachment(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	raw, err := io.ReadAll(io.LimitReader(f, letter.MaxSize+1))
	if err != nil {
		return nil, nil, &success.Error{Code: success.CodeInvalid, Field: "path", Message: "This file cannot be read.", Err: err}
	}
	messages, err := letter.Read(filepath.Base(path), raw)
	return raw, messages, err
}

// ours returns the mail addresses of the members, and the domains of those that
// are not everybody's.
func (l *Letters) ours() (map[string]bool, error) {
	ws, err := l.app.workspace()
	if err != nil {
		return nil, err
	}
	ours := map[string]bool{}
	err = ws.Records(l.app.ctx(), "member", func(body json.RawMessage) error {
		var m success.Member
		if err := json.Unmarshal(body, &m); err != nil {
			return fmt.Errorf("read member: %w", err)
		}
		email := strings.ToLower(strings.TrimSpace(m.Email))
		if user, host, found := strings.Cut(email, "@"); found && user != "" {
			ours[email] = true
			if !everybodys[host] {
				ours["@"+host] = true
			}
		}
		return nil
	})
	return ours, err
}

// everybodys are domains under which clients write as we do.
var everybodys = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "outlook.com": true, "hotmail.com": true, "live.com": true, "yahoo.com": true, "icloud.com": true,
	"me.com": true, "gmx.de": true, "gmx.net": true, "web.de": true, "t-online.de": true, "proton.me": true, "protonmail.com": true, "aol.com": true,
}

// letterView is a message as the touchpoint it would become. It came from them if
// who wrote it is of the account; else, if anybody of ours did, it went out.
func letterView(f *success.File, m *letter.Message, ours map[string]bool, today success.Date) LetterView {
	view := LetterView{
		Meeting: m.Meeting, On: cmp.Or(m.On, today).String(), Subject: m.Subject, Text: m.Text, Kind: "engage", People: []LetterPersonView{},
	}
	for i, a := range append([]letter.Address{m.From}, m.To...) {
		if a.Email == "" {
			continue
		}
		one := LetterPersonView{Name: cmp.Or(a.Name, nameOfEmail(a.Email)), Email: a.Email, From: i == 0}
		if at := stakeholderBy(f, a.Email); at >= 0 {
			one.ID, one.Name = string(f.Stakeholders[at].ID), f.Stakeholders[at].Name
		} else {
			_, host, _ := strings.Cut(a.Email, "@")
			one.Ours = ours[a.Email] || ours["@"+host]
		}
		view.People = append(view.People, one)
	}
	if !m.Meeting && len(view.People) > 0 && view.People[0].From {
		view.Direction = map[bool]string{true: "out", false: "in"}[view.People[0].Ours]
	}
	return view
}

func stakeholderBy(f *success.File, email string) int {
	return slices.IndexFunc(f.Stakeholders, func(s success.Stakeholder) bool { return strings.EqualFold(strings.TrimSpace(s.Email), email) })
}

// nameOfEmail makes a name of an address that has none beside it.
func nameOfEmail(email string) string {
	user, _, _ := strings.Cut(email, "@")
	parts := strings.FieldsFunc(user, func(r rune) bool { return r == '.' || r == '_' || r == '-' })
	for i := range parts {
		parts[i] = capitalised(parts[i])
	}
	return strings.Join(parts, " ")
}

func capitalised(word string) string {
	runes := []rune(word)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// knownBy finds the touchpoint that a file hangs on already; "" for none.
func knownBy(f *success.File, hash string) string {
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Blob == hash && e.Subject.Kind == "touchpoint" {
			return string(e.Subject.ID)
		}
	}
	return ""
}

// Save takes mails and meetings in: a touchpoint each, with its people and its file,
// all as one action. It answers with the id of the first touchpoint.
func (l *Letters) Save(in LettersInput) (_ WrittenView, err error) {
	defer l.app.catch("letters.save", &err)
	file, settings, _, err := l.app.account(in.Account)
	if err != nil {
		return WrittenView{}, err
	}
	if len(in.Letters) == 0 || len(in.Letters) > mostLetters {
		return WrittenView{}, success.Invalid("path", "There is nothing to take in.")
	}
	label := fmt.Sprintf("Take in %d mails and meetings of “%s”", len(in.Letters), file.Account.Name)
	if len(in.Letters) == 1 {
		label = "Take in" + named(firstWords(in.Letters[0].Fields))
	}
	s := letterSaver{account: file.Account.ID, currency: success.CurrencyOf(&file.Account, settings), file: file, made: map[string]success.ID{}}
	return l.app.write(label, func(tx *workspace.Tx) (first success.ID, err error) {
		for i := range in.Letters {
			id, err := s.save(tx, &in.Letters[i])
			if err != nil {
				return "", err
			}
			first = cmp.Or(first, id)
		}
		return first, nil
	})
}

// letterSaver saves letters; somebody new is made once, whatever letters name them.
type letterSaver struct {
	account  success.ID
	currency string
	file     *success.File
	made     map[string]success.ID
}

func (s *letterSaver) save(tx *workspace.Tx, in *LetterInput) (success.ID, error) {
	people := slices.Clone(in.People)
	for _, p := range in.New {
		id, err := s.person(tx, p)
		if err != nil {
			return "", err
		}
		if !slices.Contains(people, string(id)) {
			people = append(people, string(id))
		}
	}
	fields, err := typedFields("touchpoint", in.Fields, s.currency)
	if err != nil {
		return "", err
	}
	if unquoted(fields["summary"]) == "" {
		return "", success.Invalid("summary", "Say in a few words what it was about.")
	}
	fields["account_id"] = jsonText(string(s.account))
	if fields["stakeholder_ids"], err = json.Marshal(people); err != nil {
		return "", fmt.Errorf("write people: %w", err)
	}
	written, err := tx.Put("touchpoint", "", fields)
	if err != nil {
		return "", err
	}
	return written.ID, s.keepFile(tx, in, fields, written.ID)
}

// person finds or makes somebody new.
func (s *letterSaver) person(tx *workspace.Tx, p LetterPersonView) (success.ID, error) {
	email := strings.ToLower(strings.TrimSpace(p.Email))
	if id, ok := s.made[email]; ok {
		return id, nil
	}
	if at := stakeholderBy(s.file, email); at >= 0 && email != "" {
		return s.file.Stakeholders[at].ID, nil
	}
	id, err := tx.Create(&success.Stakeholder{AccountID: s.account, Name: strings.TrimSpace(p.Name), Email: email})
	s.made[email] = id
	return id, err
}

// keepFile hangs the file itself on its touchpoint.
func (s *letterSaver) keepFile(tx *workspace.Tx, in *LetterInput, fields success.Fields, talk success.ID) error {
	f, err := os.Open(in.Path)
	if err != nil {
		return &success.Error{Code: success.CodeInvalid, Field: "path", Err: err,
			Message: fmt.Sprintf("%s is not there any more. Nothing was saved.", filepath.Base(in.Path))}
	}
	defer func() { _ = f.Close() }() // it was only read
	hash, err := tx.AddBlob(f)
	if err != nil {
		return err
	}
	rec := &success.Evidence{
		Subject: success.Link{Kind: "touchpoint", ID: talk}, EvidenceKind: "file", Title: filepath.Base(in.Path), Blob: hash, Internal: in.Fields["internal"] == "true",
	}
	if on, err := success.ParseDate(unquoted(fields["on"])); err == nil {
		rec.On = on
	}
	_, err = tx.Create(rec)
	return err
}
