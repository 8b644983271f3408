package template

import "strings"

// spread is how much more room a typeface takes than Arial, by its width or
// the height of its line, whichever is more. What takes less is set as if it
// were Arial. The figures are rough and on the safe side.
var spread = map[string]float64{
	"arial": 1, "helvetica": 1, "helvetica neue": 1.02, "liberation sans": 1, "arimo": 1, "arial narrow": 1, "arial nova": 1.05,
	"calibri": 1.05, "calibri light": 1.05, "carlito": 1.05, "aptos": 1.08, "aptos display": 1.06, "aptos narrow": 1.06,
	"cambria": 1.02, "caladea": 1.02, "times new roman": 1, "liberation serif": 1, "garamond": 1, "georgia": 1.06, "gelasio": 1.06,
	"palatino linotype": 1.16, "book antiqua": 1.08, "constantia": 1.06, "corbel": 1.05, "candara": 1.05,
	"tahoma": 1.04, "verdana": 1.19, "trebuchet ms": 1.02, "century gothic": 1.1, "franklin gothic book": 1.02, "gill sans mt": 1.02,
	"segoe ui": 1.14, "segoe ui light": 1.14, "segoe ui semibold": 1.14, "open sans": 1.17, "noto sans": 1.17, "roboto": 1.02, "inter": 1.08,
	"lato": 1.04, "source sans pro": 1.08, "source sans 3": 1.08, "ibm plex sans": 1.12, "dejavu sans": 1.19, "montserrat": 1.22, "poppins": 1.3,
	"tw cen mt": 1, "rockwell": 1.05, "consolas": 1.1, "courier new": 1.2,
}

// unmeasured is the room to spare for a typeface that is not in the list.
const unmeasured = 1.15

// TitleSpread is how much more room the theme's typeface for titles takes than
// Arial, at least 1; TextSpread likewise that for text.
func (t *Template) TitleSpread() float64 { return spreadOf(t.font("majorFont")) }

// TextSpread is described at TitleSpread.
func (t *Template) TextSpread() float64 { return spreadOf(t.font("minorFont")) }

func spreadOf(name string) float64 {
	if by, known := spread[strings.ToLower(name)]; known {
		return by
	}
	return unmeasured
}

// unknownFonts are the theme's typefaces that are not in the list.
func (t *Template) unknownFonts() []string {
	out := []string{}
	for _, name := range t.fonts() {
		if _, known := spread[strings.ToLower(name)]; !known {
			out = append(out, name)
		}
	}
	return out
}

// fonts are the typefaces of the first master's theme, for titles and for text.
func (t *Template) fonts() []string {
	var out []string
	for _, kind := range []string{"majorFont", "minorFont"} {
		if name := t.font(kind); name != "" && (len(out) == 0 || out[0] != name) {
			out = append(out, name)
		}
	}
	return out
}

func (t *Template) font(kind string) string {
	return strings.TrimSpace(t.masters[0].theme.root.child("themeElements", "fontScheme", kind, "latin").attr("typeface"))
}
