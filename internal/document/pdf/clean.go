package pdf

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"

	"github.com/tendril-app/tendril/internal/document/pdf/fonts"
	"github.com/tendril-app/tendril/internal/story/model"
)

// ErrScript is what every *ScriptError is.
var ErrScript = errors.New("a script that the PDF cannot set")

// ScriptError says that a document has words in a script that the PDF cannot
// set; its message is a sentence for the person who asked.
type ScriptError struct {
	// Script is the script's name ("Arabic"); Text the words that have it.
	Script, Text string
	// RightToLeft says that it runs from right to left.
	RightToLeft bool
}

// Error says what cannot be set and what can be done.
func (e *ScriptError) Error() string {
	what := e.Script + " text"
	if e.RightToLeft {
		what = "right-to-left text (" + e.Script + ")"
	}
	return "The PDF cannot set " + what + " yet, as in “" + e.Text + "”. Take the web page or PowerPoint instead: both set it."
}

// Is makes errors.Is(err, ErrScript) hold.
func (e *ScriptError) Is(target error) bool { return target == ErrScript }

// settable returns the document with every text as the fonts can set it: an
// emoji becomes its name in brackets. The document itself is not changed.
func settable(doc *model.Document) (*model.Document, error) {
	same := true
	see := func(s string) (string, error) {
		t, err := clean(s)
		same = same && t == s
		return s, err
	}
	if err := eachText(reflect.ValueOf(doc), see); err != nil {
		return nil, err
	}
	if same {
		return doc, nil
	}
	body, err := json.Marshal(doc)
	if err != nil {
		return nil, fmt.Errorf("copying the document: %w", err)
	}
	var out model.Document
	if err := json.Unmarshal(body, &out); err != nil {
		return nil, fmt.Errorf("copying the document: %w", err)
	}
	return &out, eachText(reflect.ValueOf(&out), clean)
}

// eachText puts every text of a value through a change.
func eachText(v reflect.Value, change func(string) (string, error)) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return eachText(v.Elem(), change)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := eachText(v.Field(i), change); err != nil {
				return err
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return nil // the bytes of a picture
		}
		for i := range v.Len() {
			if err := eachText(v.Index(i), change); err != nil {
				return err
			}
		}
	case reflect.String:
		s, err := change(v.String())
		if err != nil {
			return err
		}
		if s != v.String() {
			v.SetString(s)
		}
	}
	return nil
}

// clean is a text as the fonts can set it.
func clean(s string) (string, error) {
	if plain(s) {
		return s, nil
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\ufffd"))
	var b strings.Builder
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if err := cluster(&b, g.Runes(), s); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// plain says whether a text is of letters that need no look.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// cluster writes one sign, as a person counts them.
func cluster(b *strings.Builder, runes []rune, whole string) error {
	var names []string
	for _, r := range runes {
		if script, rtl := rightToLeft(r); rtl {
			return &ScriptError{Script: script, Text: shortened(whole), RightToLeft: true}
		}
		switch {
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case invisible(r):
		case drawable(r):
			b.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if t := norm.NFKC.String(string(r)); t != string(r) && drawableAll(t) {
				b.WriteString(t)
				continue
			}
			return &ScriptError{Script: scriptOf(r), Text: shortened(whole)}
		default:
			names = append(names, name(r))
		}
	}
	if len(names) > 0 {
		sep := ", "
		if flag(runes[0]) {
			names[0], sep = "flag "+names[0], ""
		}
		b.WriteString("[" + strings.Join(names, sep) + "]")
	}
	return nil
}

func drawable(r rune) bool {
	_, ok := fonts.Sans.For(r)
	return ok && r < 0x10000
}

func drawableAll(s string) bool {
	for _, r := range s {
		if !drawable(r) {
			return false
		}
	}
	return true
}

// invisible says whether a character has no sign of its own: joiners, variants,
// skin tones, directions, controls, and what is no character at all.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Variation_Selector) ||
		r >= 0x1f3fb && r <= 0x1f3ff || r == 0x20e3 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

// flag says whether a character is one of the two that spell a flag.
func flag(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

func name(r rune) string {
	if flag(r) {
		return string('A' + r - 0x1f1e6)
	}
	if n := runenames.Name(r); n != "" && !strings.HasPrefix(n, "<") {
		return strings.ToLower(n)
	}
	return fmt.Sprintf("U+%04X", r)
}

var rightToLeftScripts = []string{"Hebrew", "Arabic", "Syriac", "Thaana", "Nko", "Samaritan", "Mandaic", "Adlam", "Hanifi_Rohingya"}

func rightToLeft(r rune) (script string, ok bool) {
	if r < 0x590 {
		return "", false
	}
	for _, s := range rightToLeftScripts {
		if unicode.Is(unicode.Scripts[s], r) {
			return strings.ReplaceAll(s, "_", " "), true
		}
	}
	return "", false
}

func scriptOf(r rune) string {
	for s, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return strings.ReplaceAll(s, "_", " ")
		}
	}
	return "this"
}

// shortened is the beginning of a text, to show where it is.
func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
