package sqlite

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
)

// row is the present row of a query. The driver makes its texts and bytes anew
// for each row, so that they may be kept.
type row struct{ values []driver.Value }

func eachRow(rows driver.Rows, text string, fn func(r *row) error) error {
	r := row{values: make([]driver.Value, len(rows.Columns()))}
	for {
		err := rows.Next(r.values)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %.60q: %w", text, err)
		}
		if err := fn(&r); err != nil {
			return err
		}
	}
}

// scan copies the columns into variables; of a NULL only bytes become nil.
func (r *row) scan(into ...any) error {
	if len(into) != len(r.values) {
		return fmt.Errorf("%d variables for %d columns", len(into), len(r.values))
	}
	for i, v := range r.values {
		if err := scanInto(into[i], v); err != nil {
			return fmt.Errorf("column %d: %w", i+1, err)
		}
	}
	return nil
}

func scanInto(into any, v driver.Value) error {
	ok := false
	switch d := into.(type) {
	case *[]byte:
		*d, ok = bytesOf(v)
	case *string:
		*d, ok = textOf(v)
	default:
		var n int64
		if n, ok = v.(int64); ok {
			ok = scanNumber(into, n)
		}
	}
	if !ok {
		return fmt.Errorf("a %T is no %T", v, into)
	}
	return nil
}

func scanNumber(into any, n int64) bool {
	switch d := into.(type) {
	case *int64:
		*d = n
	case *int:
		*d = int(n)
	case *int32:
		*d = int32(n)
		return int64(*d) == n
	case *uint64:
		*d = uint64(n)
		return n >= 0
	case *bool:
		*d = n != 0
	default:
		return false
	}
	return true
}

func bytesOf(v driver.Value) ([]byte, bool) {
	switch x := v.(type) {
	case nil:
		return nil, true
	case []byte:
		return x, true
	case string:
		return []byte(x), true
	}
	return nil, false
}

func textOf(v driver.Value) (string, bool) {
	switch x := v.(type) {
	case string:
		return x, true
	case []byte:
		return string(x), true
	}
	return "", false
}
