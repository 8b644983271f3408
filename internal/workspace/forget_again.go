package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// A backup from before a person was forgotten still names them. So that they do not
// come back with it, a list beside the backups says whom to forget again: by id,
// never by name.

// forgottenFile is the list's name in the folder of backups.
const forgottenFile = "forgotten.json"

type forgottenList struct {
	Version int               `json:"version"`
	People  []forgottenPerson `json:"people"`
}

// forgottenPerson is one line: who, since when, what stands in their place, and the
// parts of their name that were to stay, as the beginnings of their hashes.
type forgottenPerson struct {
	ID   success.ID   `json:"id"`
	On   success.Date `json:"on"`
	As   string       `json:"as"`
	Keep []string     `json:"keep"`
}

func (w *Workspace) forgottenPath() string { return filepath.Join(w.backupFolder(), forgottenFile) }

func readForgotten(path string) (forgottenList, error) {
	list := forgottenList{Version: 1}
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return list, nil
	}
	if err != nil {
		return list, fmt.Errorf("reading who was forgotten: %w", err)
	}
	if err := json.Unmarshal(body, &list); err != nil {
		return list, fmt.Errorf("reading who was forgotten: %w", err)
	}
	return list, nil
}

// noteForgotten adds a person to the list.
func (w *Workspace) noteForgotten(person success.ID, how ForgetHow, on success.Date) error {
	path := w.forgottenPath()
	list, err := readForgotten(path)
	if err != nil {
		return err
	}
	one := forgottenPerson{ID: person, On: on, As: how.As, Keep: []string{}}
	for _, part := range how.Keep {
		one.Keep = append(one.Keep, partHash(part))
	}
	list.People = append(slices.DeleteFunc(list.People, func(p forgottenPerson) bool { return p.ID == person }), one)
	body, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return fmt.Errorf("noting who was forgotten: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("noting who was forgotten: %w", err)
	}
	part := path + ".part"
	if err := os.WriteFile(part, append(body, '\n'), 0o600); err != nil {
		return fmt.Errorf("noting who was forgotten: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("noting who was forgotten: %w", err)
	}
	return nil
}

func partHash(part string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(part)))
	return hex.EncodeToString(sum[:4])
}

// forgetAgain forgets those who came back with an older file. What fails is in the
// log: not to open the file would help nobody.
func (w *Workspace) forgetAgain(ctx context.Context) {
	if w.why() != "" {
		return
	}
	list, err := readForgotten(w.forgottenPath())
	if err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("who was forgotten is not known")
		return
	}
	again := 0
	for _, p := range list.People {
		log := w.o.Log.WithField("stakeholder", p.ID)
		how, back, err := w.cameBack(ctx, p)
		if err == nil && back {
			again++
			_, err = w.forget(ctx, p.ID, how)
		}
		if err != nil {
			log.WithField("err", err.Error()).Warn("a person who was forgotten came back")
		}
	}
	if again == 0 {
		return
	}
	if err := w.file.Scrub(ctx); err != nil {
		w.o.Log.WithField("err", err.Error()).Warn("the file was not written anew after people were forgotten")
	}
}

// cameBack reports whether a person who was forgotten is named in this file, and how
// they are to be forgotten.
func (w *Workspace) cameBack(ctx context.Context, p forgottenPerson) (how ForgetHow, back bool, err error) {
	how.As = p.As
	err = w.read(ctx, func(v view) error {
		id, err := parseID(p.ID)
		if err != nil {
			return err
		}
		rec, found, err := v.r.Record(id)
		if err != nil || !found || rec.Kind != "stakeholder" || isPurged(rec.Body) || textOf(member(rec.Body, "forgotten_on")) != "" {
			return err
		}
		back = true
		names, _, err := everNamed(v.r, rec)
		for _, name := range names {
			for _, part := range partsOf(name) {
				if slices.Contains(p.Keep, partHash(part)) {
					how.Keep = append(how.Keep, part)
				}
			}
		}
		return err
	})
	return how, back, err
}
