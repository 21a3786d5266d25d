import type { Migration } from './migration.ts'

/**
 * What goods did otherwise than their order expects, and how many units of a line nobody finds here: rights to those are
 * not asked for. What was scanned before a unit went back to the shelf is not undone, so that is found by its carton.
 */
export const goodsExceptions: Migration = {
  id: 51,
  slug: 'goods-exceptions',
  up: `
    create table goods_exceptions (
      id integer primary key autoincrement,
      order_no text not null references orders,
      kind text not null check (kind in ('short', 'damaged', 'put-back', 'extra', 'wrong-item')),
      sku text,
      text text not null,
      units integer not null check (units > 0),
      operator text,
      at text not null
    ) strict;
    create index goods_exceptions_order on goods_exceptions (order_no, id);
    alter table order_lines add column short integer not null default 0 check (short >= 0);
  `,
}
