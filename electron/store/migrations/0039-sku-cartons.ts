import type { Migration } from './migration.ts'

/**
 * In which cartons a SKU of a seller was packed, to learn its weight from them. It holds no weight: contents, weight and
 * state are read of the cartons, so that one that was reopened or voided teaches nothing. A carton is put down when it is
 * verified, never by a scan of goods.
 */
export const skuCartons: Migration = {
  id: 39,
  slug: 'sku-cartons',
  up: `
    create table sku_cartons (
      seller text not null,
      sku text not null,
      nth integer not null check (nth > 0),
      code text not null references cartons,
      primary key (seller, sku, nth)
    ) strict, without rowid;

    insert into sku_cartons (seller, sku, nth, code)
      select orders.header ->> '$.seller.code', carton_contents.sku,
        row_number() over (
          partition by orders.header ->> '$.seller.code', carton_contents.sku
          order by cartons.sealed_at, cartons.code),
        cartons.code
      from cartons
        join orders on orders.order_no = cartons.order_no
        join carton_contents on carton_contents.code = cartons.code
      where cartons.state = 'verified' and orders.header ->> '$.seller.code' is not null;
  `,
}
