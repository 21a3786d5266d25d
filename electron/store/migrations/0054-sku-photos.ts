import type { Migration } from './migration.ts'

/** Pictures of goods that were fetched, by the hash of their address; a row without a file says why there is none. */
export const skuPhotos: Migration = {
  id: 54,
  slug: 'sku-photos',
  up: `
    create table sku_photos (
      id integer primary key autoincrement,
      url_hash text not null unique,
      sha256 text,
      type text check (type in ('png', 'jpeg', 'webp')),
      problem text,
      tried_at text not null,
      check ((sha256 is null) = (type is null)),
      check ((sha256 is null) = (problem is not null))
    ) strict;
  `,
}
