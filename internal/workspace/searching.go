package workspace

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tendril-app/tendril/internal/journal"
	"github.com/tendril-app/tendril/internal/sqlite"
	"github.com/tendril-app/tendril/internal/success"
)

// snippetLength is how many letters of a text a hit shows, about.
const snippetLength = 120

// Search finds live records whose text has all the words, those named so first;
// the last word may be the beginning of one. Case and accents do not matter.
func (w *Workspace) Search(ctx context.Context, words string, limit int) (hits []Hit, err error) {
	folded := sqlite.FoldWords(words)
	if len(folded) == 0 || limit <= 0 {
		return nil, nil
	}
	err = w.read(ctx, func(v view) error {
		names := map[journal.UUID]string{}
		// Twice as many are looked up, as some may hang on what is in the bin.
		var found []sqlite.Found
		skip := 0
		for len(hits) < limit {
			found = found[:0]
			seen := 0
			err := v.r.Search(folded, func(f sqlite.Found) bool {
				if seen++; seen > skip {
					found = append(found, f)
				}
				return len(found) < limit
			})
			if err != nil {
				return err
			}
			for _, f := range found {
				if hits, err = v.addHit(hits, f, folded, names, limit); err != nil {
					return err
				}
			}
			if skip += len(found); len(found) < limit {
				return nil
			}
		}
		return nil
	})
	return hits, err
}

func (v view) addHit(hits []Hit, f sqlite.Found, words []string, names map[journal.UUID]string, limit int) ([]Hit, error) {
	if len(hits) >= limit {
		return hits, nil
	}
	rec, found, err := v.r.Record(f.ID)
	if err != nil || !found {
		return hits, err
	}
	live, err := v.live(rec)
	if err != nil || !live {
		return hits, err
	}
	info := infoOrUnknown(rec.Kind)
	hit := Hit{Kind: success.Kind(rec.Kind), ID: success.ID(rec.ID.String()), Title: title(info, rec.Body), Snippet: snippet(info, rec.Body, words)}
	if rec.Space != v.space {
		name, known := names[rec.Space]
		if !known {
			account, found, err := v.r.Record(rec.Space)
			if err != nil {
				return hits, err
			}
			if found {
				name = textOf(member(account.Body, "name"))
			}
			names[rec.Space] = name
		}
		hit.Account, hit.AccountName = success.ID(rec.Space.String()), name
	}
	return append(hits, hit), nil
}

// snippet returns the part of a record's text where the first word stands.
func snippet(info *kindInfo, raw []byte, words []string) string {
	for _, name := range info.search {
		text := strings.Join(strings.Fields(searchText(member(raw, name))), " ")
		if text == "" || !hasAny(sqlite.Fold(text), words) {
			continue
		}
		return around(text, words)
	}
	return ""
}

func hasAny(folded string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(folded, w) })
}

// around cuts text to where the first of the words stands.
func around(text string, words []string) string {
	if utf8.RuneCountInString(text) <= snippetLength {
		return text
	}
	runes := []rune(text)
	start := 0
	for at := 0; at < len(runes); at += snippetLength / 2 {
		if hasAny(sqlite.Fold(string(runes[at:min(at+snippetLength, len(runes))])), words) {
			start = max(0, at)
			break
		}
	}
	end := min(start+snippetLength, len(runes))
	cut := string(runes[start:end])
	if start > 0 {
		cut = "…" + cut
	}
	if end < len(runes) {
		cut += "…"
	}
	return cut
}
