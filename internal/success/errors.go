package success

import "fmt"

// Code says what kind of failure a person met.
type Code string

// The codes of Error; the server maps them to HTTP statuses.
const (
	CodeInvalid     Code = "invalid"
	CodeNotFound    Code = "not_found"
	CodeConflict    Code = "conflict"
	CodeForbidden   Code = "forbidden"
	CodeUnavailable Code = "unavailable"
	CodeCancelled   Code = "cancelled" // the person stopped it and nothing of it was kept
	CodeInternal    Code = "internal"
)

// Error is a failure that a person can read and mend. Message is one plain
// sentence: what happened, what was kept, what to do.
type Error struct {
	Code    Code
	Field   string
	Message string
	Err     error
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause, which is for the log and not for the person.
func (e *Error) Unwrap() error { return e.Err }

// Invalid returns an error of CodeInvalid about a field.
func Invalid(field, format string, args ...any) *Error {
	return &Error{Code: CodeInvalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

// NotFound returns an error of CodeNotFound.
func NotFound(format string, args ...any) *Error {
	return &Error{Code: CodeNotFound, Message: fmt.Sprintf(format, args...)}
}
