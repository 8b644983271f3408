package desktop

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/tendril-app/tendril/internal/story"
	"github.com/tendril-app/tendril/internal/success"
)

// StorySections are the sections of a story, as their author orders them.
type StorySections struct{ app *App }

// NewStorySections returns the bound sections.
func NewStorySections(app *App) *StorySections { return &StorySections{app: app} }

// Add adds a section with a heading of its own under another one, or at
// the end where after is empty. The answer's id is the section's key.
func (x *StorySections) Add(id, title, after string) (_ WrittenView, err error) {
	defer x.app.catch("story_sections.add", &err)
	title = strings.TrimSpace(title)
	if title == "" {
		return WrittenView{}, success.Invalid("title", "A section needs a heading.")
	}
	key := story.OwnSection(success.ID(uuid.NewString()))
	written, err := x.setSections(id, "Add a section to ", func(list []success.StorySection) ([]success.StorySection, error) {
		at := slices.IndexFunc(list, func(s success.StorySection) bool { return s.Key == after }) + 1
		if at == 0 {
			at = len(list)
		}
		return slices.Insert(list, at, success.StorySection{Key: key, Title: title}), nil
	})
	written.ID = key
	return written, err
}

// Rename gives a section a heading. An empty one of a section that every
// story has is the composed one again.
func (x *StorySections) Rename(id, key, title string) (_ WrittenView, err error) {
	defer x.app.catch("story_sections.rename", &err)
	title = strings.TrimSpace(title)
	if title == "" && story.IsOwnSection(key) {
		return WrittenView{}, success.Invalid("title", "A section needs a heading.")
	}
	return x.setSection(id, "Name a section of ", key, func(s *success.StorySection) { s.Title = title })
}

// Hide takes a section out of the story, with all its claims, or brings
// it back. The claims are kept.
func (x *StorySections) Hide(id, key string, hidden bool) (_ WrittenView, err error) {
	defer x.app.catch("story_sections.hide", &err)
	label := "Take out a section of "
	if !hidden {
		label = "Bring back a section of "
	}
	return x.setSection(id, label, key, func(s *success.StorySection) { s.Hidden = hidden })
}

// Place moves a section to a place in the story, counted from 0 among all
// sections.
func (x *StorySections) Place(id, key string, place int) (_ WrittenView, err error) {
	defer x.app.catch("story_sections.place", &err)
	return x.setSections(id, "Move a section of ", func(list []success.StorySection) ([]success.StorySection, error) {
		from := slices.IndexFunc(list, func(s success.StorySection) bool { return s.Key == key })
		if from < 0 {
			return nil, noSection(key)
		}
		moved := list[from]
		list = slices.Delete(list, from, from+1)
		return slices.Insert(list, min(max(place, 0), len(list)), moved), nil
	})
}

func noSection(key string) error {
	return success.Invalid("section", "A story has no section %q.", key)
}

func (x *StorySections) setSection(id, label, key string, change func(*success.StorySection)) (WrittenView, error) {
	return x.setSections(id, label, func(list []success.StorySection) ([]success.StorySection, error) {
		at := slices.IndexFunc(list, func(s success.StorySection) bool { return s.Key == key })
		if at < 0 {
			return nil, noSection(key)
		}
		change(&list[at])
		return list, nil
	})
}

// setSections writes a story's sections as change makes them; what Compose
// remembers goes with them as it is.
func (x *StorySections) setSections(id, label string, change func([]success.StorySection) ([]success.StorySection, error)) (WrittenView, error) {
	stories := NewStories(x.app)
	d, err := stories.open(id)
	if err != nil {
		return WrittenView{}, err
	}
	list, err := change(story.SectionsOf(d.story))
	if err != nil {
		return WrittenView{}, err
	}
	for _, s := range d.story.Sections {
		if s.Key == story.SectionComposed {
			list = append(list, s)
		}
	}
	body, err := json.Marshal(list)
	if err != nil {
		return WrittenView{}, fmt.Errorf("write sections: %w", err)
	}
	return stories.setStory(id, label, success.Fields{"sections": body})
}

// has reports whether a story has a section.
func (d *onDesk) has(section string) bool {
	return slices.ContainsFunc(story.SectionsOf(d.story), func(s success.StorySection) bool { return s.Key == section })
}
