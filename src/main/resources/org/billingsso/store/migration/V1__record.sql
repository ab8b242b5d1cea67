-- One row per record. Ids compare byte by byte. Pages keep room so that a replacement that keeps its
-- time finds place on its own page and touches no index.
CREATE TABLE record (
  seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text COLLATE "C" NOT NULL,
  id         text COLLATE "C" NOT NULL,
  version    bigint           NOT NULL,
  keep_until bigint           NOT NULL, -- milliseconds since 1970
  body       bytea            NOT NULL,
  UNIQUE (kind, id)
) WITH (fillfactor = 80);

CREATE INDEX record_keep_until ON record (keep_until);
