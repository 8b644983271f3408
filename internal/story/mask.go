package story

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/tendril-app/tendril/internal/story/model"
	"github.com/tendril-app/tendril/internal/success"
)

// mask hides in an anonymous story who the client is. It changes no text: one
// that names somebody or some place, has a sum in it, or has a name that nobody
// can tell from a place, is left out as a whole, and counted.
type mask struct {
	names  []string        // folded: looked for inside of words and across them
	parts  []string        // folded words of names: looked for inside of words, short ones at their beginning
	caps   map[string]bool // folded words of names that our own phrases have too: looked for where they begin with a capital letter
	common map[string]bool // words that are no names, as records or phrases write them small
	ours   map[string]bool // words of our own phrases
	left   map[string]bool // texts left out
}

// trades are words of company names that tell nobody apart.
var trades = set("freight logistics transport cargo shipping steel dairies dairy foods food parcel cold chain energy power water gas health medical bank insurance hotel hotels airlines motors systems " +
	"software services solutions group holding holdings partners industries international global company retail stores media print paper glass ceramics chemicals pharma plastics textiles timber wood " +
	"construction engineering technologies technology digital data networks telecom university hospital school city and und the der die das von of for quay port ports terminal terminals")

func set(list string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		out[word] = true
	}
	return out
}

func newMask(f *success.File, s *success.Settings, st *success.Story) *mask {
	m := &mask{caps: map[string]bool{}, common: map[string]bool{}, ours: ourWords(), left: map[string]bool{}}
	m.learn(f)
	for i := range s.CustomerTypes {
		for _, w := range wordsOf(s.CustomerTypes[i].Name) {
			m.common[w.fold] = true
		}
	}
	a := &f.Account
	m.company(a.Name)
	m.host(a.Website)
	for _, id := range a.ExternalIDs {
		m.name(id)
	}
	if _, place, ok := strings.Cut(a.Timezone, "/"); ok {
		m.name(place[strings.LastIndex(place, "/")+1:])
	}
	m.attributes(a.Attributes)
	for i := range f.Stakeholders {
		p := &f.Stakeholders[i]
		m.person(p.Name)
		m.host(p.Email[strings.LastIndex(p.Email, "@")+1:])
	}
	for _, who := range []string{a.CSM, a.AccountOwner, st.PermissionBy} {
		m.person(who)
	}
	for i := range f.Readings {
		m.person(f.Readings[i].ConfirmedBy)
	}
	for i := range f.Steps {
		m.person(f.Steps[i].ConfirmedBy)
	}
	for i := range f.Measures {
		m.person(f.Measures[i].UnitValueConfirmedBy)
	}
	for i := range f.Milestones {
		m.person(f.Milestones[i].Owner)
	}
	slices.Sort(m.names)
	slices.Sort(m.parts)
	m.names, m.parts = slices.Compact(m.names), slices.Compact(m.parts)
	return m
}

// ourWords are the words of all phrases.
var ourWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, p := range phrases {
		for _, w := range wordsOf(p.en + " " + p.de) {
			out[w.fold] = true
		}
	}
	return out
})

// ourTexts are the phrases, which name nobody.
var ourTexts = sync.OnceValue(func() []string {
	var out []string
	for _, p := range phrases {
		out = append(out, p.en, p.de)
	}
	return out
})

// learn takes the words that the account's records write small: they name
// nobody.
func (m *mask) learn(f *success.File) {
	raw, err := json.Marshal(f)
	if err != nil {
		return // a file always marshals
	}
	var tree any
	if json.Unmarshal(raw, &tree) != nil {
		return
	}
	var walk func(node any)
	walk = func(node any) {
		switch n := node.(type) {
		case string:
			if strings.Contains(n, "@") || strings.Contains(n, "://") {
				return
			}
			for _, w := range wordsOf(n) {
				switch {
				case !w.upper:
					m.common[w.fold] = true
				case len(w.fold) > 4 && (w.foreign || isPlace(w.fold)):
					m.part(w.fold) // a place written as one is looked for however it is written
				}
			}
		case []any:
			for _, sub := range n {
				walk(sub)
			}
		case map[string]any:
			for _, sub := range n {
				walk(sub)
			}
		}
	}
	walk(tree)
}

// placeKeys are what a column is called that says where a client is.
var placeKeys = regexp.MustCompile(`(?i)city|town|country|region|state|site|location|address|street|zip|ort|stadt|land|straße|strasse|standort|plz|name|domain|web|url`)

func (m *mask) attributes(list map[string]json.RawMessage) {
	for key, raw := range list {
		var text string
		if placeKeys.MatchString(key) && json.Unmarshal(raw, &text) == nil {
			m.name(text)
			for _, w := range wordsOf(text) {
				m.part(w.fold)
			}
		}
	}
}

// company adds a company's name: as a whole, and each word of it that tells it
// apart, its first always.
func (m *mask) company(name string) {
	words := wordsOf(name)
	var core []string
	for _, w := range words {
		if !legal[w.fold] {
			core = append(core, w.fold)
		}
	}
	m.name(strings.Join(core, ""))
	for i, w := range core {
		if i == 0 && len(w) > 1 || !trades[w] && !m.common[w] {
			m.part(w)
			m.name(w)
		}
	}
}

var legal = set("gmbh ag kg se ltd limited inc llc llp plc corp corporation co company bv nv sa sas sarl srl spa oy oyj ab as aps kft zrt doo sro sp ltda pty pte the")

// person adds a name as it stands before a comma or bracket, and its parts.
func (m *mask) person(name string) {
	if at := strings.IndexAny(name, ",;("); at >= 0 {
		name = name[:at]
	}
	words := wordsOf(name)
	if len(words) == 0 || len(words) > 4 || !words[0].upper {
		return
	}
	whole := ""
	for _, w := range words {
		whole += w.fold
		switch {
		case !w.upper:
		case m.ours[w.fold]:
			m.caps[w.fold] = true
		default:
			m.part(w.fold)
		}
	}
	if len(words) > 1 {
		m.name(whole)
	}
}

// host adds a web address, and what comes before its ending.
func (m *mask) host(site string) {
	if site == "" {
		return
	}
	if !strings.Contains(site, "//") {
		site = "//" + site
	}
	u, err := url.Parse(site)
	if err != nil {
		return
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if name, _, ok := strings.Cut(host, "."); ok && len(name) > 3 {
		m.name(name)
	}
}

// across is how many letters a name has that is looked for across words: a
// shorter one may be made of the ends of two.
const across = 6

// name adds what is looked for inside of words and across them.
func (m *mask) name(text string) {
	if folded := squeezed(text); len(folded) >= across {
		m.names = append(m.names, folded)
	} else if len(folded) > 1 {
		m.parts = append(m.parts, folded)
	}
}

// part adds one word of a name. Of a longer one its last vowel, which a case may
// change, is not looked at.
func (m *mask) part(w string) {
	if len(w) > 5 && strings.ContainsAny(w[len(w)-1:], "aeiouy") {
		w = w[:len(w)-1]
	}
	if len(w) > 1 {
		m.parts = append(m.parts, w)
	}
}

// named finds a name in a text, in any case and inflection, and inside of words.
func (m *mask) named(text string) bool {
	together := squeezed(text)
	if slices.ContainsFunc(m.names, func(n string) bool { return strings.Contains(together, n) }) {
		return true
	}
	return slices.ContainsFunc(wordsOf(text), func(w maskWord) bool {
		return w.upper && m.caps[w.fold] || slices.ContainsFunc(m.parts, func(part string) bool { return inWord(w.fold, part) })
	})
}

// inWord finds a word of a name in a word: anywhere, one of at most four letters
// only where an ending follows.
func inWord(w, part string) bool {
	if len(part) > 4 {
		return strings.Contains(w, part)
	}
	rest, ok := strings.CutPrefix(w, part)
	return ok && len(rest) <= 2 && (rest == "" || len(part) > 2 || rest == "s")
}

var (
	addressed = regexp.MustCompile(`@|://|www\.|\+\d{2}|\b00\d{2}`)
	summed    = regexp.MustCompile(`[€$£¥]|(?i)\b(?:EUR|USD|GBP|CHF|PLN|DKK|SEK|NOK|JPY|BRL|kr|zł|euros?|dollars?|pounds?)\b|\d{1,3}(?:[.,'’ \x{00a0}\x{202f}]\d{3})+|\d{5,}|\d\s?(?:k|K|m|M|Mio|Tsd|million|tausend|thousand)\b`)
	german    = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:der|die|das|den|dem|des|und|ist|sind|nicht|mit|für|wird|werden|von|vom|zum|zur|im|ein|eine|einen|auf|noch|vor|nach|wenn)(?:$|[^\pL])|[äöüß]`)
)

// safe reports whether a text of the records can stand in an anonymous story.
func (m *mask) safe(text string) bool {
	return !m.named(text) && !addressed.MatchString(text) && !summed.MatchString(text) && !m.placed(text)
}

// placed reports whether a text has a word that may be a name or a place.
func (m *mask) placed(text string) bool {
	words := wordsOf(text)
	isGerman := german.MatchString(text)
	for i, w := range words {
		if !w.upper {
			continue
		}
		if isPlace(w.fold) || w.foreign {
			return true
		}
		switch {
		case m.known(w.fold):
		case w.allUpper:
			return true // somebody's own abbreviation
		case !isGerman:
			return true
		case i > 0 && (before[words[i-1].fold] || words[i-1].upper && w.apart == " "):
			return true // in German every noun is written like a name
		}
	}
	return false
}

// known reports whether a word that is written like a name is none.
func (m *mask) known(w string) bool {
	return len(w) == 1 || m.common[w] || m.ours[w] || harmless[w] || m.common[strings.TrimSuffix(w, "s")] || m.common[w+"s"] || madeOf(w)
}

// before are the German words after which a bare name of a place stands.
var before = set("in aus nach bei von ab über um bis standort werk lager hafen niederlassung filiale raum region stadt")

// harmless are words that are written like names and are none.
var harmless = set("i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
	"montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz marz mai juni juli oktober dezember ceo cfo coo cio cto it hr erp crm kpi sla api pdf iso gdpr dsgvo vat q1 q2 q3 q4 csv " +
	"a an the two three four five six seven eight nine ten first every each all no new more less fewer faster one nobody everybody somebody we they our your their it this that what when where who why how from to by in on at " +
	"are be can do does get give has have if is its keep let make means not of off only or out over own than then there up was will with without bring take tell show ask answer begin build call change check close cut decide " +
	"minute minutes hour hours day days week weeks month months year years number numbers share rate time times cost costs people user users order orders error errors case cases call calls request requests report reports invoice invoices ticket tickets " +
	"draft end file find first fix help hold late left load move open paid pay plan print put read renew run save sell send set sign sort start stop store test time train try use wait walk win work write write yearly monthly weekly daily before after every once twice still yet " +
	"head lead manager director operations finance planning compliance customer service procurement logistics site plant chief officer team owner board quality")

// madeOf reports whether a word has an ending that names of places do not have.
func madeOf(w string) bool {
	return len(w) > 6 && slices.ContainsFunc([]string{"tion", "tions", "ment", "ments", "ness", "ance", "ence", "ities", "ity", "ings", "ized", "ised", "able", "ing", "ly", "keit", "heit", "schaft", "ierung", "ungen"},
		func(end string) bool { return strings.HasSuffix(w, end) })
}

// maskWord is a word of a text, folded, with how it stands there.
type maskWord struct {
	fold, apart string // apart is what stands before it
	upper       bool   // begins with a capital letter
	allUpper    bool   // has several letters, all capital
	foreign     bool   // has letters that neither English nor German has
}

func wordsOf(text string) []maskWord {
	var out []maskWord
	var letters, gap strings.Builder
	flush := func() {
		if letters.Len() == 0 {
			return
		}
		word := letters.String()
		runes := []rune(word)
		w := maskWord{fold: squeezed(word), apart: gap.String(), upper: unicode.IsUpper(runes[0])}
		w.allUpper = len(runes) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word
		w.foreign = strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII && !strings.ContainsRune("äöüßÄÖÜéÉ’", r) })
		if w.fold != "" {
			out = append(out, w)
		}
		letters.Reset()
		gap.Reset()
	}
	for _, r := range norm.NFC.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Cf, r) {
			letters.WriteRune(r)
			continue
		}
		flush()
		gap.WriteRune(r)
	}
	flush()
	return out
}

var unaccented = strings.NewReplacer("ß", "ss", "ł", "l", "ø", "o", "đ", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i", "ð", "d")

// squeezed are the letters and digits of a text alone, small and without accents.
func squeezed(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return unaccented.Replace(b.String())
}

// gives returns a text of a document that gives the client away, or "": the
// last look before an anonymous story leaves. A name that is in our own phrases
// too ("Value AG") is looked for in the records' texts alone, by safe.
func (m *mask) gives(doc *model.Document) string {
	last := *m
	last.caps = nil
	last.names, last.parts = slices.Clone(m.names), slices.Clone(m.parts)
	for _, text := range ourTexts() {
		together, words := squeezed(text), wordsOf(text)
		last.names = slices.DeleteFunc(last.names, func(n string) bool { return strings.Contains(together, n) })
		last.parts = slices.DeleteFunc(last.parts, func(part string) bool {
			return slices.ContainsFunc(words, func(w maskWord) bool { return inWord(w.fold, part) })
		})
	}
	raw, err := json.Marshal(doc)
	if err != nil {
		return "?"
	}
	var tree any
	if json.Unmarshal(raw, &tree) != nil {
		return "?"
	}
	var found string
	var walk func(node any)
	walk = func(node any) {
		switch n := node.(type) {
		case string:
			if found == "" && last.named(n) {
				found = n
			}
		case []any:
			for _, sub := range n {
				walk(sub)
			}
		case map[string]any:
			for _, sub := range n {
				walk(sub)
			}
		}
	}
	walk(tree)
	return found
}
