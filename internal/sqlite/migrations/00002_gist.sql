-- What an account's summary is made of, packed: a new day makes every summary
-- anew, and reads this instead of the account's records. It goes with any change
-- of the account; format tells what packed it, day the day it was packed for.
-- +goose NO TRANSACTION
-- +goose Up
CREATE TABLE gist (
    space  BLOB NOT NULL PRIMARY KEY,
    day    INTEGER NOT NULL,
    format INTEGER NOT NULL,
    body   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE gist;
