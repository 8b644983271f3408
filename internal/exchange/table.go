package exchange

// Table is a file read into rows and looked over: how it is written, what its
// columns hold, and what it seems to be.
type Table struct {
	Name      string   `json:"name"`
	Format    string   `json:"format"`              // "csv" or "xlsx"
	Sheet     string   `json:"sheet,omitempty"`     // of an XLSX file
	Sheets    []string `json:"sheets,omitempty"`    // all of an XLSX file
	Encoding  string   `json:"encoding,omitempty"`  // "UTF-8", "UTF-16LE", "Windows-1252", …
	BOM       bool     `json:"bom,omitempty"`       // the file begins with a byte order mark
	Delimiter string   `json:"delimiter,omitempty"` // ",", ";", "\t" or "|"
	Columns   []Column `json:"columns"`
	Rows      []Row    `json:"-"`
	HasHeader bool     `json:"has_header"` // else columns are named "Column 1" and so on
	Truncated bool     `json:"truncated,omitempty"`
	Notes     []string `json:"notes,omitempty"` // what a person should know about the reading
}

// Row is one row of a table, padded to the number of columns.
type Row struct {
	Number int // as a spreadsheet counts: the file's first row is 1
	Cells  []string
	Fault  string // why the row could not be read; "" when it could
}

// Column is one column with the habits found in its values.
type Column struct {
	Name      string     `json:"name"`
	Type      ColumnType `json:"type"`
	Filled    int        `json:"filled"`               // cells that are not empty
	DateOrder DateOrder  `json:"date_order,omitempty"` // of a column of dates
	Decimal   string     `json:"decimal,omitempty"`    // "." or ",", of a column of numbers
	Thousands string     `json:"thousands,omitempty"`
	Ambiguous bool       `json:"ambiguous,omitempty"` // the values allow another reading
	Samples   []string   `json:"samples,omitempty"`

	heading                         string // as the file has it
	dates, serials, months, numbers int    // how many of the filled cells are such
}

// ColumnType says what most values of a column are.
type ColumnType string

// The types of columns.
const (
	ColumnEmpty  ColumnType = "empty"
	ColumnText   ColumnType = "text"
	ColumnDate   ColumnType = "date"
	ColumnNumber ColumnType = "number"
)

// DateOrder says in which order day, month and year are written.
type DateOrder string

// The orders of dates. A value that begins with a year of four digits is always
// read as year, month, day.
const (
	OrderYMD DateOrder = "ymd"
	OrderDMY DateOrder = "dmy"
	OrderMDY DateOrder = "mdy"
)
