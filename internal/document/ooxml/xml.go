// Package ooxml writes Office Open XML packages: parts, their relationships
// and content types, in a zip whose bytes depend on nothing but what was put
// in. It knows the container, not what a slide or a sheet is.
package ooxml

import (
	"strings"
	"unicode/utf8"
)

// XML builds one part. Names carry their prefix as they are to be written;
// attributes come as name, value, name, value.
type XML struct {
	b    []byte
	open []string
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// NewXML returns a builder that starts with the XML declaration.
func NewXML() *XML { return &XML{b: append(make([]byte, 0, 8192), header...)} }

// Start opens an element.
func (x *XML) Start(name string, attrs ...string) *XML {
	x.tag(name, attrs)
	x.b = append(x.b, '>')
	x.open = append(x.open, name)
	return x
}

// Empty writes an element without content.
func (x *XML) Empty(name string, attrs ...string) *XML {
	x.tag(name, attrs)
	x.b = append(x.b, '/', '>')
	return x
}

// Element writes an element that holds only text.
func (x *XML) Element(name, text string, attrs ...string) *XML {
	return x.Start(name, attrs...).Text(text).End()
}

func (x *XML) tag(name string, attrs []string) {
	x.b = append(append(x.b, '<'), name...)
	for i := 0; i+1 < len(attrs); i += 2 {
		x.b = append(append(append(x.b, ' '), attrs[i]...), '=', '"')
		x.b = escape(x.b, attrs[i+1], true)
		x.b = append(x.b, '"')
	}
}

// End closes the element opened last.
func (x *XML) End() *XML {
	last := len(x.open) - 1
	x.b = append(append(append(x.b, '<', '/'), x.open[last]...), '>')
	x.open = x.open[:last]
	return x
}

// Text writes text, escaped; what XML cannot hold is left out.
func (x *XML) Text(s string) *XML {
	x.b = escape(x.b, s, false)
	return x
}

// Raw writes markup as it stands.
func (x *XML) Raw(markup string) *XML {
	x.b = append(x.b, markup...)
	return x
}

// Bytes closes what is still open and returns the part.
func (x *XML) Bytes() []byte {
	for len(x.open) > 0 {
		x.End()
	}
	return x.b
}

func escape(b []byte, s string, attr bool) []byte {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case !valid(r) || r == utf8.RuneError && size == 1:
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case attr && r == '"':
			b = append(b, "&quot;"...)
		case attr && (r == '\n' || r == '\t' || r == '\r'):
			b = append(b, ' ')
		default:
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return b
}

// valid says whether XML 1.0 can hold a character.
func valid(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff ||
		r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}

// Clean returns s without the characters that XML cannot hold, with every
// kind of line break as one "\n" and tabs as spaces.
func Clean(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x80 {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\t", " ").
		Replace(strings.ToValidUTF8(s, ""))
	return strings.Map(func(r rune) rune {
		if !valid(r) || r >= 0x7f && r <= 0x9f {
			return -1
		}
		return r
	}, s)
}
