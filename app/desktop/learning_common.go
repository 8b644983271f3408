package desktop

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tendril-app/tendril/internal/success"
)

// CommonView is what the accounts of one customer type have in common: values of
// indicators that most of them show, and words that several of them used in their
// answers and quotes. Type is empty for the accounts of none.
type CommonView struct {
	Type     string            `json:"type"`
	Name     string            `json:"name"`
	Color    string            `json:"color"`
	Accounts int               `json:"accounts"` // not cancelled
	Spoke    int               `json:"spoke"`    // of these, with an answer or a quote
	Shared   []SharedValueView `json:"shared"`
	Words    []SharedWordView  `json:"words"`
}

// SharedValueView is a value that at least two of three accounts show, of those of
// which the indicator is known, and at least two.
type SharedValueView struct {
	Indicator string `json:"indicator"`
	Kind      string `json:"kind"`
	Value     string `json:"value"`
	N         int    `json:"n"`
	Of        int    `json:"of"`
}

// SharedWordView is a word that N accounts used, with the sentences it stands in.
type SharedWordView struct {
	Word    string       `json:"word"`
	N       int          `json:"n"`
	Sayings []SayingView `json:"sayings"`
}

// SayingView is what somebody at a client said.
type SayingView struct {
	Account     string `json:"account"`
	AccountName string `json:"account_name"`
	Who         string `json:"who"`
	Text        string `json:"text"`
	On          string `json:"on"`
}

// Bounds of what is shown for a type.
const (
	mostSharedWords = 6
	mostSayings     = 4
	shortestWord    = 4
)

// saying is a text of a client, with its words, each once.
type saying struct {
	account *learningAccount
	who     string
	text    string
	on      success.Date
	words   map[string]string // folded → as it was written
}

// Common says what customers of each type have in common, in the order of the types.
func (l *Learning) Common() (_ []CommonView, err error) {
	defer l.app.catch("learning.common", &err)
	types, err := l.app.types()
	if err != nil {
		return nil, err
	}
	sayings, err := l.sayings()
	if err != nil {
		return nil, err
	}
	byType := map[success.ID][]saying{}
	for _, s := range sayings {
		of := types.of[s.account.id]
		byType[of] = append(byType[of], s)
	}
	views := []CommonView{}
	err = l.app.align.use(func(book *success.Book, today success.Date, made *reckoned) error {
		members := map[success.ID][]*success.File{}
		for _, row := range made.names(book) {
			a := &row.file.Account
			if a.CancelledOn == 0 || a.CancelledOn > today {
				members[types.of[a.ID]] = append(members[types.of[a.ID]], row.file)
			}
		}
		for _, t := range append(slices.Clone(types.views), TypeNameView{}) {
			id := success.ID(t.ID)
			if len(members[id]) == 0 {
				continue
			}
			view := CommonView{Type: t.ID, Name: t.Name, Color: t.Color, Accounts: len(members[id])}
			view.Shared = sharedValues(&book.Settings, members[id])
			view.Words, view.Spoke = sharedWords(byType[id])
			views = append(views, view)
		}
		return nil
	})
	return views, err
}

// sayings gathers what clients said: the answers to questions, and the quotes of
// outcomes.
func (l *Learning) sayings() ([]saying, error) {
	ws, err := l.app.workspace()
	if err != nil {
		return nil, err
	}
	quotes, err := ws.Book(l.app.ctx(), "success_plan", "outcome", "stakeholder")
	if err != nil {
		return nil, fmt.Errorf("read the quotes: %w", err)
	}
	var out []saying
	err = l.app.learn.use(func(threads []*thread, accounts map[success.ID]*learningAccount) error {
		for _, t := range threads {
			if q := t.question; q != nil && q.Answer != "" {
				out = append(out, saying{account: t.account, who: q.AskedOf, text: q.Answer, on: q.AnsweredOn, words: wordsOf(q.Answer)})
			}
		}
		for _, f := range quotes.Files {
			account := accounts[f.Account.ID]
			for i := range f.Outcomes {
				o := &f.Outcomes[i]
				if account == nil || o.Quote == "" {
					continue
				}
				who := titleIn(f.Stakeholders, o.QuotedStakeholderID, func(s *success.Stakeholder) string { return s.Name })
				out = append(out, saying{account: account, who: who, text: o.Quote, on: o.SaidOn, words: wordsOf(o.Quote)})
			}
		}
		return nil
	})
	return out, err
}

// wordsOf are the words of a text that say something, each once: at least four
// letters, none of those that every sentence has, plurals in -s beside their word.
func wordsOf(text string) map[string]string {
	words := map[string]string{}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		key := folded(word)
		if len([]rune(key)) < shortestWord || emptyWords[key] {
			continue
		}
		if short := strings.TrimSuffix(key, "s"); len([]rune(short)) >= shortestWord && !strings.HasSuffix(short, "s") {
			key = short
		}
		if _, known := words[key]; !known && !emptyWords[key] {
			words[key] = word
		}
	}
	return words
}

// emptyWords stand in every sentence, in English and in German.
var emptyWords = func() map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(`
about above after again against also always another anyone anything because been before being below between both
cannot come could does doing done down during each else even ever every everyone everything first from gets give goes
going have having here hers himself into itself just know known last less like made make makes many more most much must
myself need never next nobody none nothing often once only other others ours over same says should since some somebody
someone something still such sure take than that their theirs them themselves then there these they thing things think
this those through time today together told under until upon very want wants well were what when where which while whom
whose will with within without would year years your yours
aber alle allem allen aller alles also andere anderen anderer auch bald beim bereits bin bisher damit dann daran darauf
daraus dass davon dazu dein deine dem den denn deren derer dessen diese diesem diesen dieser dieses doch dort durch eben
eigentlich eine einem einen einer eines einmal etwa etwas euch euer fast fuer gegen geht gern ganz habe haben hatte
hatten heute hier hinter ihnen ihr ihre ihrem ihren ihrer immer jede jedem jeden jeder jedes jemand jetzt kann keine
keinem keinen keiner koennen konnte lassen macht machen mehr mein meine meinem meinen meiner mich mir muss muessen nach
nicht nichts noch oder ohne schon sehr seid sein seine seinem seinen seiner seit sich sind soll sollen sollte sonst ueber
uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor wann warum wegen weil welche welchem welchen
welcher welches wenn werden weshalb wieder will wir wird wissen wohl wollen wurde wurden zwar zwischen zum zur`) {
		words[folded(word)] = true
	}
	return words
}()

// sharedWords are the words that most accounts of a type used, and at least two,
// those that the most accounts used first; spoke counts the accounts that said
// anything.
func sharedWords(sayings []saying) (views []SharedWordView, spoke int) {
	views = []SharedWordView{}
	speakers := map[success.ID]bool{}
	used := map[string]map[success.ID]bool{}
	in := map[string][]*saying{}
	for i := range sayings {
		s := &sayings[i]
		speakers[s.account.id] = true
		for key := range s.words {
			if used[key] == nil {
				used[key] = map[success.ID]bool{}
			}
			used[key][s.account.id] = true
			in[key] = append(in[key], s)
		}
	}
	var keys []string
	for key, accounts := range used {
		if len(accounts) >= 2 {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(used[b]), len(used[a])), cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	for _, key := range keys[:min(len(keys), mostSharedWords)] {
		views = append(views, SharedWordView{Word: in[key][0].words[key], N: len(used[key]), Sayings: sayingViews(in[key])})
	}
	return views, len(speakers)
}

// sayingViews shows one saying an account, the newest first.
func sayingViews(list []*saying) []SayingView {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *saying) int { return cmp.Compare(b.on, a.on) })
	views := []SayingView{}
	seen := map[success.ID]bool{}
	for _, s := range list {
		if seen[s.account.id] || len(views) == mostSayings {
			continue
		}
		seen[s.account.id] = true
		views = append(views, SayingView{Account: string(s.account.id), AccountName: s.account.name, Who: s.who, Text: s.text, On: s.on.String()})
	}
	return views
}

// sharedValues are the yes, the no and the categories that most of some accounts show.
func sharedValues(s *success.Settings, files []*success.File) []SharedValueView {
	views := []SharedValueView{}
	for _, i := range orderedIndicators(s) {
		if i.IndicatorKind == "number" {
			continue
		}
		counts, of := map[string]int{}, 0
		for _, f := range files {
			for v := range f.IndicatorValues {
				if word := plainValue(f.IndicatorValues[v].Value); f.IndicatorValues[v].IndicatorID == i.ID && word != "" {
					counts[word]++
					of++
				}
			}
		}
		for word, n := range counts {
			if n >= 2 && 3*n >= 2*of {
				views = append(views, SharedValueView{Indicator: i.Name, Kind: i.IndicatorKind, Value: word, N: n, Of: of})
			}
		}
	}
	slices.SortStableFunc(views, func(a, b SharedValueView) int { return cmp.Compare(b.N, a.N) })
	return views
}
