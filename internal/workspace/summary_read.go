package workspace

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// readSummary reads a stored line. Its small charts and what is to be done are most
// of it and plain: they are read here, and the rest by encoding/json. When a file of
// ten thousand accounts is opened, that is most of what one waits for.
func readSummary(body []byte) (*Summary, error) {
	s := &Summary{}
	rest := make([]byte, 1, len(body)+1)
	rest[0] = '{'
	err := eachMember(body, func(name, value []byte) error {
		ok := false
		switch string(name) {
		case "spark":
			s.Spark, ok = plainNumbers(value)
		case "spark_claimed":
			s.SparkClaimed, ok = plainNumbers(value)
		case "todo":
			if ok = len(value) > 1 && value[0] == '"' && bytes.IndexByte(value, '\\') < 0; ok {
				s.Todo = string(value[1 : len(value)-1])
			}
		}
		if ok {
			return nil
		}
		if len(rest) > 1 {
			rest = append(rest, ',')
		}
		rest = append(append(append(append(rest, '"'), name...), '"', ':'), value...)
		return nil
	})
	if err == nil {
		err = json.Unmarshal(append(rest, '}'), s)
	}
	if err != nil {
		return nil, fmt.Errorf("reading a summary: %w", err)
	}
	return s, nil
}

// plainNumbers reads a list of numbers; false where it is something else.
func plainNumbers(value []byte) ([]float64, bool) {
	if len(value) < 3 || value[0] != '[' {
		return nil, false
	}
	inner := value[1 : len(value)-1]
	list := make([]float64, 0, bytes.Count(inner, []byte{','})+1)
	for more := true; more; {
		var one, after []byte
		one, after, more = bytes.Cut(inner, []byte{','})
		n, err := strconv.ParseFloat(string(bytes.TrimSpace(one)), 64)
		if err != nil {
			return nil, false
		}
		list, inner = append(list, n), after
	}
	return list, true
}
