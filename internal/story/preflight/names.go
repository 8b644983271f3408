package preflight

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// legalForms end a company's name and are left out in speech.
var legalForms = []string{"gmbh", "ag", "kg", "se", "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "corporation", "co", "company", "bv", "nv", "sa", "sas", "sarl",
	"srl", "spa", "oy", "oyj", "ab", "as", "aps", "kft", "zrt", "doo", "sro", "zoo", "sp", "ltda", "pty", "pte", "holding", "holdings", "group", "gruppe", "the"}

// otherName is a name of another account, in folded words.
type otherName struct {
	account Other
	words   []string
	whole   bool // the name, and not only its first word
	host    string
}

// learnNames gathers the names to look for. Accounts of the same group as this
// one are no secret to it.
func (c *check) learnNames() {
	own := c.in.File.Account
	c.own = append(c.own, coreName(own.Name), folds(own.Name))
	for _, o := range c.in.Others {
		if o.ID == own.ID {
			continue
		}
		words := coreName(o.Name)
		if len(words) == 0 || slices.Equal(words, c.own[0]) {
			continue
		}
		if sameGroup(&own, &o) {
			c.own = append(c.own, words)
			continue
		}
		c.names = append(c.names, otherName{account: o, words: words, whole: true, host: host(o.Website)})
		if isASCII(o.Name) {
			continue
		}
		if umlauts := folds(unfolded.Replace(strings.ToLower(o.Name))); !slices.Equal(umlauts, folds(o.Name)) {
			c.names = append(c.names, otherName{account: o, words: trimForms(umlauts), whole: true})
		}
	}
	c.learnFirstWords()
	c.indexNames()
}

// indexNames finds names by how they begin, as a portfolio may have ten
// thousand of them: endings change, beginnings do not.
func (c *check) indexNames() {
	c.byStart, c.byHost = map[string][]int{}, map[string]int{}
	for i := range c.names {
		n := &c.names[i]
		start, together := beginning(n.words[0]), beginning(strings.Join(n.words, ""))
		c.byStart[start] = append(c.byStart[start], i)
		if together != start {
			c.byStart[together] = append(c.byStart[together], i)
		}
		if n.host != "" {
			c.byHost[n.host] = i
		}
	}
}

// startLength is how many letters of a name no ending changes.
const startLength = 3

func beginning(word string) string {
	runes := []rune(word)
	return string(runes[:min(len(runes), startLength)])
}

// candidates are the names that may begin with a word.
func (c *check) candidates(w word) []int {
	start := []rune(beginning(w.fold))
	out := c.byStart[string(start)]
	for n := len(start) - 1; n > 0; n-- { // names shorter than that, in some case
		out = append(out[:len(out):len(out)], c.byStart[string(start[:n])]...)
	}
	return out
}

func sameGroup(own *success.Account, o *Other) bool {
	return o.ID == own.ParentAccountID || o.ParentID == own.ID || o.ParentID != "" && o.ParentID == own.ParentAccountID
}

// learnFirstWords adds the first word of a name, where only one account has it
// and it is no everyday word.
func (c *check) learnFirstWords() {
	firsts := map[string]int{}
	for _, n := range c.names {
		firsts[n.words[0]]++
	}
	for _, n := range slices.Clone(c.names) {
		first := n.words[0]
		if len(n.words) > 1 && len(first) >= 5 && firsts[first] == 1 && !c.common[first] && !everyday[first] {
			c.names = append(c.names, otherName{account: n.account, words: n.words[:1]})
		}
	}
}

// unfolded writes umlauts as they are written where there are none.
var unfolded = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// everyday words begin names and sentences alike.
var everyday = map[string]bool{"north": true, "south": true, "western": true, "eastern": true, "northern": true, "southern": true, "central": true, "global": true,
	"united": true, "national": true, "international": true, "general": true, "first": true, "european": true, "american": true, "german": true, "british": true,
	"digital": true, "smart": true, "green": true, "blue": true, "black": true, "white": true, "silver": true, "royal": true, "grand": true, "great": true,
	"health": true, "medical": true, "energy": true, "water": true, "power": true, "bank": true, "insurance": true, "city": true, "state": true, "public": true,
	"technical": true, "advanced": true, "applied": true, "modern": true, "future": true, "better": true, "simple": true, "direct": true, "total": true, "prime": true}

func coreName(name string) []string { return trimForms(folds(name)) }

func trimForms(words []string) []string {
	core := slices.Clone(words)
	for len(core) > 1 && slices.Contains(legalForms, core[len(core)-1]) {
		core = core[:len(core)-1]
	}
	if len(core) > 1 && core[0] == "the" {
		core = core[1:]
	}
	return core
}

func host(website string) string {
	if !strings.Contains(website, "//") {
		website = "//" + website
	}
	u, err := url.Parse(website)
	if err != nil {
		return ""
	}
	h := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if !strings.Contains(h, ".") {
		return ""
	}
	return h
}

// endings are what a single name takes on in the cases of a dozen languages.
var endings = map[string]bool{"": true, "s": true, "es": true, "e": true, "en": true, "n": true, "er": true, "ers": true, "ern": true, "ens": true, "ns": true,
	"a": true, "u": true, "i": true, "y": true, "o": true, "em": true, "om": true, "ie": true, "ia": true, "iu": true, "ow": true, "owi": true, "owie": true, "ami": true,
	"ach": true, "ego": true, "emu": true, "ej": true, "in": true, "on": true, "an": true, "ssa": true, "sta": true, "lla": true, "lle": true, "lta": true, "t": true,
	"ia's": true, "ian": true, "ians": true, "ish": true, "isch": true, "ische": true, "ischen": true, "ka": true, "ki": true, "ko": true, "ban": true, "nak": true, "nek": true}

// longestEnding is the longest ending of a word in a name of several words.
const longestEnding = 4

// inflects reports whether a text's word is a name's word in some case. Of a
// name of one word only known endings are, as it may be the beginning of
// another word.
func inflects(text, name string, single bool) bool {
	stem := name
	rest, ok := strings.CutPrefix(text, stem)
	if !ok {
		if len(stem) < 4 || !strings.ContainsAny(stem[len(stem)-1:], "aeiouy") {
			return false
		}
		if rest, ok = strings.CutPrefix(text, stem[:len(stem)-1]); !ok || rest == "" {
			return false // Polish and Latin names change their last vowel
		}
	}
	if rest == "" {
		return true
	}
	if len(name) < 4 {
		return rest == "s"
	}
	if single {
		return endings[rest]
	}
	return len(rest) <= longestEnding
}

// at reports whether a name begins at a word of a text, and how many words of
// the text it takes: as many as it has, or one where it is written together.
func (n *otherName) at(words []word) int {
	if together := strings.Join(n.words, ""); len(n.words) > 1 && len(together) >= 6 && strings.HasPrefix(words[0].fold, together) {
		return 1
	}
	if len(words) < len(n.words) {
		return 0
	}
	for i, w := range n.words {
		if !inflects(words[i].fold, w, len(n.words) == 1) {
			return 0
		}
	}
	return len(n.words)
}

// otherAccounts finds the names of other accounts.
func (c *check) otherAccounts(t Text, words []word) {
	mine := c.ownWords(words)
	for i := range words {
		for _, j := range c.candidates(words[i]) {
			n := &c.names[j]
			size := n.at(words[i:])
			if size == 0 || slices.Contains(mine[i:i+size], true) {
				continue
			}
			level, ok := c.sure(n, words[i], size)
			if !ok {
				continue
			}
			found := t.Text[words[i].from:words[i+size-1].to]
			c.add(Finding{Code: CodeOtherAccount, Level: level, Place: t.Place, Found: found, Name: n.account.Name,
				Record:  success.Link{Kind: "account", ID: n.account.ID},
				Message: fmt.Sprintf("%q names another account, %s.", found, n.account.Name)})
			for k := range size { // the first word of the same name is not found again
				mine[i+k] = true
			}
			break
		}
	}
	c.addresses(t)
}

// domain is what an address ends in.
var domain = regexp.MustCompile(`[\pL\d-]+(?:\.[\pL\d-]+)+`)

// addresses finds the web and mail addresses of other accounts.
func (c *check) addresses(t Text) {
	if len(c.byHost) == 0 || !strings.Contains(t.Text, ".") {
		return
	}
	for _, found := range domain.FindAllString(strings.ToLower(t.Text), -1) {
		for name := found; strings.Contains(name, "."); _, name, _ = strings.Cut(name, ".") {
			at, ok := c.byHost[name]
			if !ok {
				continue
			}
			other := c.names[at].account
			c.add(Finding{Code: CodeOtherAccount, Level: Error, Place: t.Place, Found: name, Name: other.Name,
				Record:  success.Link{Kind: "account", ID: other.ID},
				Message: fmt.Sprintf("%q is the address of another account, %s.", name, other.Name)})
		}
	}
}

// sure says how certain it is that words mean an account. A name of one word
// may be an everyday word: in small letters, or at the start of a sentence, it
// is asked about, and not at all where this client's own records use it.
func (c *check) sure(n *otherName, w word, size int) (Level, bool) {
	switch {
	case !n.whole:
		return Warning, w.upper
	case size > 1 || len(n.words) > 1:
		return Error, true
	case w.upper && (!w.first || w.allUpper && len(w.fold) > 1):
		return Error, true
	case c.common[w.fold]:
		return "", false
	case len(w.fold) <= 3 && !w.upper:
		return "", false
	}
	return Warning, true
}

// ownWords marks the words that are this client's own name.
func (c *check) ownWords(words []word) []bool {
	mine := make([]bool, len(words))
	for i := range words {
		for _, own := range c.own {
			n := otherName{words: own, whole: true}
			if len(own) == 0 {
				continue
			}
			for k := range n.at(words[i:]) {
				mine[i+k] = true
			}
		}
	}
	return mine
}
