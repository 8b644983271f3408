package drawing

import (
	"math"
	"strconv"
	"strings"
)

// separators are the marks of thousands and decimals of a locale.
func separators(locale string) (thousands, decimal string) {
	lang, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	switch {
	case strings.HasSuffix(strings.ToLower(locale), "-ch"):
		return "’", "."
	case lang == "de", lang == "es", lang == "nl", lang == "pt", lang == "it", lang == "da", lang == "id", lang == "tr", lang == "el", lang == "ro":
		return ".", ","
	case lang == "fr", lang == "pl", lang == "cs", lang == "sk", lang == "sv", lang == "nb", lang == "no", lang == "fi", lang == "uk", lang == "ru", lang == "bg", lang == "hu":
		return "\u00a0", ","
	default:
		return ",", "."
	}
}

// pattern is the part of a spreadsheet's number format that charts need.
type pattern struct {
	before, after string
	decimals      int
	grouped       bool
	scale         float64
}

// readPattern reads formats such as `#,##0`, `"€"#,##0,"k"`, `0.0%`.
func readPattern(format string) (p pattern, ok bool) {
	p.scale = 1
	format, _, _ = strings.Cut(format, ";")
	var digits strings.Builder
	text := &p.before
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '"':
			end := strings.IndexByte(format[i+1:], '"')
			if end < 0 {
				return p, false
			}
			*text += format[i+1 : i+1+end]
			i += end + 1
		case '\\':
			if i++; i < len(format) {
				*text += format[i : i+1]
			}
		case '#', '0', ',', '.':
			digits.WriteByte(c)
			text = &p.after
		case '%':
			p.scale *= 100
			*text += "%"
		default:
			*text += format[i : i+1]
		}
	}
	d := digits.String()
	trimmed := strings.TrimRight(d, ",")
	p.scale /= math.Pow(1000, float64(len(d)-len(trimmed)))
	whole, fraction, _ := strings.Cut(trimmed, ".")
	p.grouped, p.decimals = strings.Contains(whole, ","), len(fraction)
	return p, d != ""
}

// Number writes a number in a spreadsheet's format with the locale's marks; a
// format it cannot read gives the plain number.
func Number(v float64, format, locale string) string {
	p, ok := readPattern(format)
	if !ok {
		p = pattern{scale: 1, decimals: -1, grouped: math.Abs(v) >= 10000}
	}
	thousands, decimal := separators(locale)
	digits := strconv.FormatFloat(math.Abs(v)*p.scale, 'f', p.decimals, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	if p.grouped {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + thousands + whole[i:]
		}
	}
	if fraction != "" {
		whole += decimal + fraction
	}
	if v == 0 && p.decimals <= 0 && !strings.Contains(p.after, "%") {
		return "0" // nothing is nothing in every unit
	}
	sign := ""
	if v < 0 && strings.ContainsAny(whole, "123456789") {
		sign = "−"
	}
	return sign + p.before + whole + p.after
}

// ticks are at most five round values from lo to hi.
func ticks(lo, hi float64) []float64 {
	span := hi - lo
	if !(span > 0) || math.IsInf(span, 0) {
		return []float64{lo}
	}
	step := math.Pow(10, math.Floor(math.Log10(span/4)))
	for _, f := range []float64{1, 2, 2.5, 5, 10} {
		if span/(step*f) <= 4.001 {
			step *= f
			break
		}
	}
	var out []float64
	for v := math.Ceil(lo/step-1e-9) * step; v <= hi+step*1e-9 && len(out) < 8; v += step {
		out = append(out, math.Round(v/step)*step)
	}
	return out
}
