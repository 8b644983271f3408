package letter

import (
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// body gathers the words of a mail's parts: the first of each sort.
type body struct {
	plain, html string
	calendar    []byte
}

// deepest is how deep parts may lie in parts.
const deepest = 12

func (b *body) empty() bool { return b.plain == "" && b.html == "" && len(b.calendar) == 0 }

// words is the plain text, or the HTML made plain.
func (b *body) words() string {
	if strings.TrimSpace(b.plain) != "" || b.html == "" {
		return b.plain
	}
	return plainOf(b.html)
}

// read takes what it can of a part; an attachment is left alone.
func (b *body) read(contentType, encoding string, r io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(contentType)), ";")
		params = map[string]string{}
	}
	r = transferred(encoding, r)
	if strings.HasPrefix(kind, "multipart/") {
		return b.parts(params["boundary"], r, depth)
	}
	switch kind {
	case "", "text/plain":
		return b.take(&b.plain, params["charset"], r)
	case "text/html":
		return b.take(&b.html, params["charset"], r)
	case "text/calendar":
		if len(b.calendar) == 0 {
			var text string
			err = b.take(&text, params["charset"], r)
			b.calendar = []byte(text)
		}
		return err
	}
	return nil
}

func (b *body) parts(boundary string, r io.Reader, depth int) error {
	if boundary == "" || depth >= deepest {
		return fmt.Errorf("parts without an end")
	}
	reader := multipart.NewReader(r, boundary)
	for {
		part, err := reader.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a part: %w", err)
		}
		attached, _, _ := strings.Cut(strings.ToLower(part.Header.Get("Content-Disposition")), ";")
		kind := strings.ToLower(part.Header.Get("Content-Type"))
		if strings.TrimSpace(attached) == "attachment" && !strings.HasPrefix(kind, "text/calendar") {
			continue
		}
		if err := b.read(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1); err != nil {
			return err
		}
	}
}

// take reads a text in its charset, unless one was taken already.
func (b *body) take(into *string, charset string, r io.Reader) error {
	if *into != "" {
		return nil
	}
	raw, err := io.ReadAll(io.LimitReader(r, MaxSize))
	if len(raw) == 0 && err != nil {
		return fmt.Errorf("read a text: %w", err)
	}
	if charset != "" && !strings.EqualFold(charset, "utf-8") {
		if decoder, err := charsetReader(charset, strings.NewReader(string(raw))); err == nil {
			if text, err := io.ReadAll(decoder); err == nil {
				raw = text
			}
		}
	}
	*into = valid(raw)
	return nil
}

// transferred takes the encoding off that a text was carried in.
func transferred(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}

// blocks are the elements after which a line ends.
var blocks = map[string]bool{"p": true, "div": true, "br": true, "li": true, "tr": true, "h1": true, "h2": true, "h3": true, "blockquote": true, "table": true}

// plainOf makes HTML plain text; what no reader sees is left out.
func plainOf(source string) string {
	var out strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	hidden := 0
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			if hidden == 0 {
				out.WriteString(strings.Join(strings.FieldsFunc(string(tokens.Text()), func(r rune) bool { return r == '\n' || r == '\r' }), " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			switch tag := string(name); {
			case tag == "style" || tag == "script" || tag == "head" || tag == "title":
				hidden++
			case blocks[tag]:
				out.WriteByte('\n')
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			switch string(name) {
			case "style", "script", "head", "title":
				hidden = max(0, hidden-1)
			case "p", "div", "tr", "table":
				out.WriteByte('\n')
			}
		}
	}
}

// before is the line that stands before what a mail answers.
var before = regexp.MustCompile(`(?i)^\s*(?:(?:-{2,}\s*)?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht)(?:\s*-{2,})?|_{20,}|(?:on|am)\s.{6,200}\b(?:wrote|schrieb).{0,120}:?)\s*$`)

// unquoted leaves out what a mail quotes and its signature, and makes runs of empty
// lines one. A mail that only quotes stays whole.
func unquoted(text string) string {
	text = strings.ReplaceAll(text, "\r", "")
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(strings.ReplaceAll(line, "\u00a0", " "), " \t")
		if before.MatchString(line) || line == "--" {
			break
		}
		if strings.HasPrefix(strings.TrimSpace(line), ">") || line == "" && (len(kept) == 0 || kept[len(kept)-1] == "") {
			continue
		}
		kept = append(kept, line)
	}
	out := strings.TrimSpace(strings.Join(kept, "\n"))
	if out == "" {
		return strings.TrimSpace(text)
	}
	return out
}
