package desktop

// LettersView is what mails and meetings that were dropped on an account hold.
// Nothing of it is saved.
type LettersView struct {
	Today   string           `json:"today"`
	People  []TalkPersonView `json:"people"`
	Letters []LetterView     `json:"letters"`
}

// LetterView is one mail or meeting, as the touchpoint that it would become; with a
// Problem, a sentence, it is none. Known names the touchpoint that has this file
// already.
type LetterView struct {
	Path      string             `json:"path"`
	Part      int                `json:"part"`
	File      string             `json:"file"`
	Problem   string             `json:"problem"`
	Known     string             `json:"known"`
	Meeting   bool               `json:"meeting"`
	On        string             `json:"on"`
	Subject   string             `json:"subject"`
	Text      string             `json:"text"`
	Direction string             `json:"direction"`
	Kind      string             `json:"kind"`
	People    []LetterPersonView `json:"people"`
}

// LetterPersonView is somebody in a mail or meeting: known by ID, or offered as a
// new person. Ours says that the address is of our own side.
type LetterPersonView struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Ours  bool   `json:"ours"`
	From  bool   `json:"from"`
}

// LettersInput is what becomes of mails and meetings: one touchpoint each.
type LettersInput struct {
	Account string        `json:"account"`
	Letters []LetterInput `json:"letters"`
}

// LetterInput is one mail or meeting as it is taken in. People are those who were
// there, by id; New are those to be added, once for all letters. Fields are those of
// the touchpoint, as they are typed.
type LetterInput struct {
	Path   string             `json:"path"`
	Part   int                `json:"part"`
	People []string           `json:"people"`
	New    []LetterPersonView `json:"new"`
	Fields map[string]string  `json:"fields"`
}
