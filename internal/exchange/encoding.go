package exchange

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/tendril-app/tendril/internal/success"
)

// decoded is a file's text with what was found out about its bytes.
type decoded struct {
	text     string
	encoding string
	bom      bool
	guessed  bool // no mark and not UTF-8: another encoding is possible
	lost     int  // bytes that mean nothing in the encoding
}

var byteOrderMarks = []struct {
	mark []byte
	name string
	enc  encoding.Encoding // nil for UTF-8
}{
	{[]byte{0xEF, 0xBB, 0xBF}, "UTF-8", nil},
	{[]byte{0xFF, 0xFE, 0, 0}, "UTF-32LE", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{[]byte{0, 0, 0xFE, 0xFF}, "UTF-32BE", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{[]byte{0xFF, 0xFE}, "UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{[]byte{0xFE, 0xFF}, "UTF-16BE", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
}

// decode turns a file's bytes into text. A byte order mark decides; then the
// zero bytes of UTF-16; then whether the bytes are UTF-8; then the letters.
func decode(data []byte) decoded {
	for _, m := range byteOrderMarks {
		if rest, ok := bytes.CutPrefix(data, m.mark); ok {
			out := decodeWith(rest, m.name, m.enc)
			out.bom = true
			return out
		}
	}
	if name, enc := utf16WithoutMark(data); enc != nil {
		out := decodeWith(data, name, enc)
		out.guessed = true
		return out
	}
	if utf8.Valid(data) {
		return decoded{text: string(data), encoding: "UTF-8"}
	}
	if bad := invalidShare(data); bad < 0.05 {
		// Mostly UTF-8 with a broken spot, as files cut in the middle have.
		return decodeWith(data, "UTF-8", nil)
	}
	name, enc := legacyEncoding(data)
	out := decodeWith(data, name, enc)
	out.guessed = true
	return out
}

// Encodings lists what a person may say a text file is written in.
func Encodings() []string {
	return []string{"UTF-8", "Windows-1252", "Windows-1250", "macOS Roman", "CP850", "UTF-16LE", "UTF-16BE", "Windows-1251", "Windows-1253", "KOI8-R", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5"}
}

// decodeAs decodes in the encoding that a person named; "" finds it out.
func decodeAs(data []byte, name string) (decoded, error) {
	if name == "" {
		return decode(data), nil
	}
	for _, m := range byteOrderMarks {
		if m.name == name {
			rest, bom := bytes.CutPrefix(data, m.mark)
			out := decodeWith(rest, name, m.enc)
			out.bom = bom
			return out, nil
		}
	}
	for _, c := range singleByte {
		if c.name == name {
			return decodeWith(data, name, c.enc), nil
		}
	}
	for _, c := range multiByte {
		if c.name == name {
			return decodeWith(data, name, c.enc), nil
		}
	}
	return decoded{}, success.Invalid("encoding", "There is no encoding %q to read a file in.", name)
}

func decodeWith(data []byte, name string, enc encoding.Encoding) decoded {
	out := decoded{encoding: name}
	if enc == nil {
		out.text = strings.ToValidUTF8(string(data), "\uFFFD")
	} else {
		text, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			text = bytes.ToValidUTF8(data, []byte("\uFFFD"))
		}
		out.text = string(text)
	}
	out.lost = strings.Count(out.text, "\uFFFD")
	return out
}

// invalidShare returns the share of the bytes above 127 that are no part of a
// UTF-8 sequence.
func invalidShare(data []byte) float64 {
	high, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			bad++
			high++
		} else if size > 1 {
			high += size
		}
		data = data[size:]
	}
	if high == 0 {
		return 0
	}
	return float64(bad) / float64(high)
}

// utf16WithoutMark finds UTF-16 by the zero bytes that Latin letters, digits
// and delimiters have in it.
func utf16WithoutMark(data []byte) (string, encoding.Encoding) {
	sample := data[:min(len(data), 4096)]
	if len(sample) < 4 {
		return "", nil
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case zeros[1] > half*4/10 && zeros[0] < half/20+1:
		return "UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	case zeros[0] > half*4/10 && zeros[1] < half/20+1:
		return "UTF-16BE", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	}
	return "", nil
}

// Encodings of one byte a character that exports of western and central Europe
// are met in; earlier ones win ties.
var singleByte = []struct {
	name string
	enc  *charmap.Charmap
}{
	{"Windows-1252", charmap.Windows1252},
	{"Windows-1250", charmap.Windows1250},
	{"macOS Roman", charmap.Macintosh},
	{"CP850", charmap.CodePage850},
}

var multiByte = map[string]struct {
	name string
	enc  encoding.Encoding
}{
	"SHIFT_JIS":    {"Shift_JIS", japanese.ShiftJIS},
	"CP932":        {"Shift_JIS", japanese.ShiftJIS},
	"EUC-JP":       {"EUC-JP", japanese.EUCJP},
	"EUC-KR":       {"EUC-KR", korean.EUCKR},
	"CP949":        {"EUC-KR", korean.EUCKR},
	"GB2312":       {"GB18030", simplifiedchinese.GB18030},
	"GB18030":      {"GB18030", simplifiedchinese.GB18030},
	"BIG5":         {"Big5", traditionalchinese.Big5},
	"WINDOWS-1251": {"Windows-1251", charmap.Windows1251},
	"KOI8-R":       {"KOI8-R", charmap.KOI8R},
	"WINDOWS-1253": {"Windows-1253", charmap.Windows1253},
	"ISO-8859-7":   {"ISO-8859-7", charmap.ISO8859_7},
}

// legacyEncoding guesses the encoding of bytes that are not Unicode. The
// detector is believed only for scripts of which the file is full; accented
// Latin letters, of which a file may have five, are judged by where they stand.
func legacyEncoding(data []byte) (string, encoding.Encoding) {
	sample := highLines(data)
	if found := chardet.Detect(sample); found.Confidence >= 0.8 {
		if c, ok := multiByte[strings.ToUpper(found.Encoding)]; ok && fullOfScript(sample, c.enc) {
			return c.name, c.enc
		}
	}
	best, bestScore := 0, -1<<30
	for i, c := range singleByte {
		if score := letterScore(sample, c.enc); score > bestScore {
			best, bestScore = i, score
		}
	}
	return singleByte[best].name, singleByte[best].enc
}

// highLines returns the lines that hold bytes above 127, up to 256 KiB.
func highLines(data []byte) []byte {
	var out []byte
	for line := range bytes.Lines(data) {
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= 0x80 }) {
			out = append(out, line[:min(len(line), 16<<10)]...)
		}
		if len(out) > 256<<10 {
			break
		}
	}
	return out
}

// fullOfScript reports whether the bytes decode without loss into letters of
// another script that stand beside each other, as words do.
func fullOfScript(sample []byte, enc encoding.Encoding) bool {
	text, err := enc.NewDecoder().Bytes(sample)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return false
	}
	foreign, pairs, before := 0, 0, false
	for _, r := range string(text) {
		is := unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
		if is {
			foreign++
			if before {
				pairs++
			}
		}
		before = is
	}
	return foreign >= 4 && pairs*2 >= foreign
}

// commonLetters are the accented letters that names in western and central
// Europe are full of; others are rarer than a wrong reading.
const commonLetters = "äöüÄÖÜßéèêëàâáãåçíìîïñóòôõøúùûæœÉÅØÆÇÑÓÁ"

const centralLetters = "łŁąęśżźćńŚŻčřšžýěůďťňőűțșăŠŽČŘ"

// letterScore rewards characters that stand where letters and typography
// stand, and punishes those that never occur inside words.
func letterScore(sample []byte, enc *charmap.Charmap) int {
	score := 0
	var before rune
	for i, b := range sample {
		r := enc.DecodeByte(b)
		if b >= 0x80 {
			inWord := unicode.IsLetter(before) || i+1 < len(sample) && isASCIILetter(sample[i+1])
			score += runeScore(r, before, inWord)
		}
		before = r
	}
	return score
}

func runeScore(r, before rune, inWord bool) int {
	switch {
	case r == utf8.RuneError || r < 0xA0 && r >= 0x80:
		return -10
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -4 // an accented capital inside a word in small letters
	case strings.ContainsRune(commonLetters, r):
		return 3
	case strings.ContainsRune(centralLetters, r):
		return 2
	case unicode.IsLetter(r):
		return 0
	case strings.ContainsRune("\u00A0€£’‘“”–—…", r):
		return 2
	case inWord:
		return -3
	}
	return 0
}

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
