package desktop

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/tendril-app/tendril/internal/document/logos"
	"github.com/tendril-app/tendril/internal/document/ooxml"
	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/telling"
	"github.com/tendril-app/tendril/internal/workspace"
)

// Brand is what documents take of the provider's looks as files: the logo and the
// template of presentations. Its name, colour and fonts are settings.
type Brand struct{ app *App }

// NewBrand returns the bound brand.
func NewBrand(app *App) *Brand { return &Brand{app: app} }

// BrandView are the files of a brand. Logo is a data: address, empty where there is
// no logo; Waiting says that there is one which is not on this machine yet. Width
// and Height are its pixels. Template is the file's name, empty where none is kept.
type BrandView struct {
	Logo     string `json:"logo"`
	Waiting  bool   `json:"waiting"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Template string `json:"template"`
}

// Files returns the files of the workspace's brand.
func (b *Brand) Files() (_ BrandView, err error) {
	defer b.app.catch("brand.files", &err)
	ws, err := b.app.workspace()
	if err != nil {
		return BrandView{}, err
	}
	settings, err := ws.Settings(b.app.ctx())
	if err != nil {
		return BrandView{}, fmt.Errorf("read settings: %w", err)
	}
	view := BrandView{Template: settings.Workspace.Brand.TemplateName}
	logo, err := telling.ReadLogo(b.app.ctx(), ws, settings)
	if err != nil {
		return BrandView{}, err
	}
	if logo == nil {
		view.Waiting = settings.Workspace.Brand.Logo != ""
		return view, nil
	}
	view.Logo = "data:image/png;base64," + base64.StdEncoding.EncodeToString(logo.PNG)
	view.Width, view.Height = logo.W, logo.H
	return view, nil
}

// SetLogo takes the PNG or JPEG file at path as the logo of documents, made small
// enough for them. What cannot be one is refused, and the one before stays.
func (b *Brand) SetLogo(path string) (_ WrittenView, err error) {
	defer b.app.catch("brand.set_logo", &err)
	file, err := pictureAt(path)
	if err != nil {
		return WrittenView{}, err
	}
	logo, err := logos.Read(file)
	var refused *logos.Error
	if errors.As(err, &refused) {
		return WrittenView{}, &success.Error{Code: success.CodeInvalid, Field: "logo", Message: refused.Message, Err: err}
	}
	if err != nil {
		return WrittenView{}, err
	}
	return b.change("Change the logo of documents", func(tx *workspace.Tx, kit *success.BrandKit) (err error) {
		kit.Logo, err = tx.AddBlob(bytes.NewReader(logo.PNG))
		return err
	})
}

// pictureAt reads the file at path, and no more of it than a logo may have.
func pictureAt(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "logo", Message: "This file cannot be read. Choose it again, or another one.", Err: err}
	}
	defer func() { _ = f.Close() }() // only read
	file, err := io.ReadAll(io.LimitReader(f, logos.Most+1))
	if err != nil {
		return nil, &success.Error{Code: success.CodeInvalid, Field: "logo", Message: "This file cannot be read. Choose it again, or another one.", Err: err}
	}
	return file, nil
}

// RemoveLogo makes documents without a logo.
func (b *Brand) RemoveLogo() (_ WrittenView, err error) {
	defer b.app.catch("brand.remove_logo", &err)
	return b.change("Remove the logo of documents", func(_ *workspace.Tx, kit *success.BrandKit) error {
		kit.Logo = ""
		return nil
	})
}

// ForgetTemplate makes presentations in our own design again.
func (b *Brand) ForgetTemplate() (_ WrittenView, err error) {
	defer b.app.catch("brand.forget_template", &err)
	return b.change("Forget the template for presentations", func(_ *workspace.Tx, kit *success.BrandKit) error {
		kit.Template, kit.TemplateName = "", ""
		return nil
	})
}

func (b *Brand) change(label string, to func(tx *workspace.Tx, kit *success.BrandKit) error) (WrittenView, error) {
	settings, err := NewSettings(b.app).settings()
	if err != nil {
		return WrittenView{}, err
	}
	kit := settings.Workspace.Brand
	return b.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		if err := to(tx, &kit); err != nil {
			return "", err
		}
		return putBrand(tx, &kit)
	})
}

func putBrand(tx *workspace.Tx, kit *success.BrandKit) (success.ID, error) {
	raw, err := json.Marshal(kit)
	if err != nil {
		return "", fmt.Errorf("write the brand: %w", err)
	}
	written, err := tx.Put("workspace", "", success.Fields{"brand": raw})
	return written.ID, err
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// brandField is the brand with one value of it changed.
func brandField(kit success.BrandKit, field, text string) (success.Fields, error) {
	switch field {
	case "company":
		kit.Company = text
	case "font":
		kit.Font = text
	case "serif":
		kit.Serif = text
	case "accent":
		text = strings.ToLower(text)
		if text != "" && !hexColour.MatchString(text) {
			return nil, success.Invalid(field, "A colour is written like #1b7446.")
		}
		if readable := ooxml.Readable(strings.TrimPrefix(text, "#"), "ffffff"); text != "" && "#"+readable != text {
			return nil, success.Invalid(field, "%s is too light to be read on white paper. A shade of it that can be read is #%s.", text, readable)
		}
		kit.Accent = text
	}
	raw, err := json.Marshal(kit)
	return success.Fields{"brand": raw}, err
}
