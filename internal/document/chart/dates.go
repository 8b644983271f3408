package chart

import "strings"

// dateFormat is how the days along an axis are written.
func (w *writer) dateFormat() string {
	if w.c.DateFormat != "" {
		return w.c.DateFormat
	}
	// Without its language a month is named in that of the reader's machine.
	tag, day := "", "d mmm"
	base, _, _ := strings.Cut(w.style.Language, "-")
	if code := languages[base]; code != "" {
		tag = "[$-" + code + "]"
	}
	switch base {
	case "de":
		day = "d. mmm"
	case "ja":
		return tag + pickFormat(w.d.days, `m"月"d"日"`, `yyyy"年"m"月"`)
	}
	return tag + pickFormat(w.d.days, day, "mmm yyyy")
}

// pickFormat is day for days that lie close together, as timeUnit has them, else month.
func pickFormat(days []float64, day, month string) string {
	if n := len(days); n > 0 && days[n-1]-days[0] <= 60 {
		return day
	}
	return month
}

// languages are the codes by which number formats know the languages of documents.
var languages = map[string]string{
	"en": "809", "de": "407", "fr": "40C", "es": "C0A", "nl": "413", "pl": "415", "ja": "411", "pt": "416",
}
