-- The first shape of a workspace file: records to look at, the journal they are
-- made from, and what makes both quick to find.
-- +goose NO TRANSACTION
-- +goose Up

-- What there is one of: the workspace's id, this installation's replica, the clock.
CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who wrote entries: no is local to this file, id is the same everywhere, last
-- is the number of the newest entry that is in this file.
CREATE TABLE replica (
    no   INTEGER PRIMARY KEY,
    id   BLOB NOT NULL UNIQUE,
    last INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a person did: one click, one command, one import. undoes names the action
-- that this one takes back, depth says how often it was taken back and done again.
CREATE TABLE action (
    no        INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    label     TEXT NOT NULL,
    at        INTEGER NOT NULL, -- milliseconds since 1970
    actor     TEXT NOT NULL,
    undoes    BLOB,
    depth     INTEGER NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0,
    replica   INTEGER NOT NULL,
    first     INTEGER NOT NULL, -- its entries in change, first to last
    last      INTEGER NOT NULL,
    records   INTEGER NOT NULL
) STRICT;

-- The journal. id is replica.no * 2^40 + the entry's number; rank is the
-- effective time that orders it; rec is empty for the entry that made its record
-- (record.made points at that one).
CREATE TABLE change (
    id     INTEGER PRIMARY KEY,
    rec    BLOB,
    rank   INTEGER NOT NULL,
    seq    INTEGER, -- the server's order, once it is known
    action INTEGER NOT NULL,
    body   BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX change_rec ON change (rec) WHERE rec IS NOT NULL;

-- Entries that wait for one they name and that has not come yet.
CREATE TABLE held (
    replica BLOB NOT NULL,
    n       INTEGER NOT NULL,
    seq     INTEGER,
    eff     INTEGER,
    body    BLOB NOT NULL,
    PRIMARY KEY (replica, n)
) STRICT, WITHOUT ROWID;

-- The records, an account's together. body is the record as in a bundle.
CREATE TABLE record (
    space   BLOB NOT NULL, -- the account, or the workspace
    kind    TEXT NOT NULL,
    id      BLOB NOT NULL,
    made    INTEGER NOT NULL,
    newest  INTEGER NOT NULL, -- clock of the newest entry
    deleted INTEGER NOT NULL DEFAULT 0,
    doc     INTEGER, -- its row in search
    body    TEXT NOT NULL,
    PRIMARY KEY (space, kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX record_id ON record (id);
CREATE INDEX record_bin ON record (kind) WHERE deleted;

-- The current entries of cells that were changed after their record was made.
CREATE TABLE cell (
    rec    BLOB NOT NULL,
    name   TEXT NOT NULL,
    change INTEGER NOT NULL,
    PRIMARY KEY (rec, name, change)
) STRICT, WITHOUT ROWID;

-- A row for each account: the portfolio's line, the day it is of, and the
-- version of the account that it was made from.
CREATE TABLE summary (
    space   BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 0,
    made_of INTEGER NOT NULL DEFAULT -1,
    day     INTEGER NOT NULL DEFAULT 0,
    body    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Attachments, in pieces of 1 MiB, found by the SHA-256 of the whole.
CREATE TABLE blob (
    hash TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_piece (
    hash TEXT NOT NULL,
    no   INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (hash, no)
) STRICT;

-- Search: which record a document is, and its words.
CREATE TABLE doc (
    no    INTEGER PRIMARY KEY,
    space BLOB NOT NULL,
    kind  TEXT NOT NULL,
    id    BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    name, title, text,
    content = '', contentless_delete = 1, detail = column,
    tokenize = "unicode61 remove_diacritics 0"
);

-- +goose Down
SELECT 1;
