package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"

	"github.com/tendril-app/tendril/internal/success"
)

//go:embed migrations/*.sql
var migrations embed.FS

// SchemaVersion returns the newest schema that this version knows.
func SchemaVersion() int {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(files) == 0 {
		panic("the migrations are not embedded")
	}
	name := strings.TrimPrefix(files[len(files)-1], "migrations/")
	number, _, _ := strings.Cut(name, "_")
	version, err := strconv.Atoi(number)
	if err != nil {
		panic("a migration's name has no number: " + name)
	}
	return version
}

// schemaOf returns the schema version that the file has.
func schemaOf(ctx context.Context, db *sql.DB) (int, error) {
	var version int
	err := db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	if err != nil {
		return 0, fmt.Errorf("reading the schema version: %w", err)
	}
	return version, nil
}

// migrate brings the file to this version's schema, all in one transaction: a
// file is of one version or of the next, never between. db has one connection,
// so goose's statements run inside the transaction begun here.
func (f *File) migrate(ctx context.Context, db *sql.DB, o Options) error {
	if f.schema == SchemaVersion() {
		return refreshViews(ctx, db)
	}
	if f.schema > 0 && o.Backup != nil {
		if err := o.Backup(ctx); err != nil {
			return fmt.Errorf("backing up before the migration: %w", err)
		}
	}
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, sub, goose.WithIsolateDDL(true),
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	if _, err := db.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("beginning the migration: %w", err)
	}
	err = func() error {
		if _, err := provider.Up(ctx); err != nil {
			return fmt.Errorf("migrating from schema %d: %w", f.schema, err)
		}
		if _, err := db.ExecContext(ctx, "PRAGMA application_id = "+strconv.Itoa(applicationID)); err != nil {
			return fmt.Errorf("marking the file: %w", err)
		}
		return writeViews(ctx, db)
	}()
	if err == nil {
		_, err = db.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		_, _ = db.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return fullDisk(err)
	}
	f.schema = SchemaVersion()
	return nil
}

// refreshViews writes the views anew when a record got a field since.
func refreshViews(ctx context.Context, db *sql.DB) error {
	var have string
	err := db.QueryRowContext(ctx, "SELECT coalesce(max(value), '') FROM meta WHERE key = 'views'").Scan(&have)
	if err != nil {
		return fmt.Errorf("reading the views' version: %w", err)
	}
	if have == viewsVersion() {
		return nil
	}
	if _, err := db.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("beginning to write the views: %w", err)
	}
	err = writeViews(ctx, db)
	if err == nil {
		_, err = db.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		_, _ = db.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return fullDisk(err)
	}
	return nil
}

func viewsVersion() string {
	h := sha256.New()
	for _, spec := range success.Specs() {
		_, _ = h.Write([]byte(viewOf(spec)))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// writeViews makes a view for each kind of record, so that any SQLite tool
// shows the records as tables.
func writeViews(ctx context.Context, db *sql.DB) error {
	for _, spec := range success.Specs() {
		for _, text := range []string{"DROP VIEW IF EXISTS " + quote(viewName(spec.Kind)), viewOf(spec)} {
			if _, err := db.ExecContext(ctx, text); err != nil {
				return fmt.Errorf("writing the view of %s: %w", spec.Kind, err)
			}
		}
	}
	_, err := db.ExecContext(ctx, "INSERT OR REPLACE INTO meta (key, value) VALUES ('views', ?)", viewsVersion())
	if err != nil {
		return fmt.Errorf("writing the views' version: %w", err)
	}
	return nil
}

// viewName is the plural of a kind, as for any table.
func viewName(kind success.Kind) string {
	name := string(kind)
	switch {
	case strings.HasSuffix(name, "y"):
		return strings.TrimSuffix(name, "y") + "ies"
	case name == "evidence":
		return name
	}
	return name + "s"
}

func viewOf(spec *success.Spec) string {
	columns := []string{"id", "created_at", "updated_at", "deleted_at"}
	selected := make([]string, 0, len(spec.Fields)+len(columns))
	for _, name := range columns {
		selected = append(selected, column(name, name))
	}
	for i := range spec.Fields {
		f := &spec.Fields[i]
		switch f.Type {
		case success.TypeMoney, success.TypeAmount:
			selected = append(selected, column(f.Name+".amount", f.Name), column(f.Name+".currency", f.Name+"_currency"))
		case success.TypeLink:
			selected = append(selected, column(f.Name+".type", f.Name+"_type"), column(f.Name+".id", f.Name+"_id"))
		default:
			selected = append(selected, column(f.Name, f.Name))
		}
	}
	// By account, as the table is clustered by account and has no index by kind.
	from := "(SELECT space FROM summary UNION ALL SELECT unhex(value) FROM meta WHERE key = 'workspace') AS s CROSS JOIN record AS r ON r.space = s.space"
	return "CREATE VIEW " + quote(viewName(spec.Kind)) + " AS SELECT\n  " + strings.Join(selected, ",\n  ") +
		"\nFROM " + from + " AND r.kind = '" + string(spec.Kind) + "'"
}

func column(path, name string) string {
	return "r.body ->> '$." + path + "' AS " + quote(name)
}
