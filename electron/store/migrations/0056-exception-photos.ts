import type { Migration } from './migration.ts'

/** Photos of exceptions by the hash of their bytes, which lie in a file; each goes up once, or is refused for good. */
export const exceptionPhotos: Migration = {
  id: 56,
  slug: 'exception-photos',
  up: `
    create table exception_photos (
      id integer primary key autoincrement,
      exception_id integer not null references goods_exceptions,
      sha256 text not null check (length(sha256) = 64),
      bytes integer not null check (bytes > 0),
      operator text,
      taken_at text not null,
      uploaded_at text,
      refusal text check (json_valid(refusal)),
      unique (exception_id, sha256),
      check (uploaded_at is null or refusal is null)
    ) strict;
    create index exception_photos_waiting on exception_photos (id)
      where uploaded_at is null and refusal is null;
    create index exception_photos_sha256 on exception_photos (sha256);
  `,
}
