import type { SheetChoice, SheetColumn } from './sheet-column.ts'

const choice = (value: string, zh: string, en: string): SheetChoice => ({ value, zh, en })

export const yesNo = [choice('yes', '是', 'Yes'), choice('no', '否', 'No')] as const

const modes = [
  choice('air', '空运', 'Air'),
  choice('sea-lcl', '海运拼箱', 'Sea LCL'),
  choice('sea-fcl', '海运整柜', 'Sea FCL'),
  choice('express', '快递专线', 'Express'),
  choice('rail', '铁路', 'Rail'),
]
const terms = [choice('DDP', '包税', 'DDP'), choice('DDU', '不包税', 'DDU')]
const packing = [
  choice('scan', '边扫边装', 'Scan'),
  choice('planned', '按箱单装', 'Planned'),
  choice('whole-case', '整箱', 'Whole case'),
]
const classes = [
  choice('general', '普货', 'General'),
  choice('battery', '带电', 'Battery'),
  choice('powder', '粉末', 'Powder'),
  choice('liquid', '液体', 'Liquid'),
  choice('paste', '膏体', 'Paste'),
  choice('magnetic', '带磁', 'Magnetic'),
]

type Hint = readonly [zh: string, en: string, example: string]

const columnOf =
  (of: SheetColumn['of'], isRequired: boolean) =>
  <Id extends string>(
    id: Id,
    zh: string,
    en: string,
    [hintZh, hintEn, example]: Hint,
    choices?: readonly SheetChoice[],
  ): SheetColumn<Id> => ({
    id,
    zh,
    en,
    of,
    isRequired,
    hintZh,
    hintEn,
    example,
    ...(choices === undefined ? {} : { choices }),
  })

const orderMust = columnOf('order', true)
const orderMay = columnOf('order', false)
const rowMust = columnOf('row', true)
const rowMay = columnOf('row', false)
const skuMust = columnOf('sku', true)
const skuMay = columnOf('sku', false)

const newWarehouse = '这里没见过的目的仓才要填'
const newWarehouseEn = 'only for a warehouse this station has not seen yet'
const batteryOnly = '带电才填'
const batteryOnlyEn = 'batteries only'

/** One row a line of a stocking order: a file may hold several orders. */
export const orderColumns = [
  rowMust('orderNo', '备货单号', 'Order no.', [
    '1–32 位大写字母、数字和 -',
    '1–32 of A–Z, 0–9 and -',
    'BH20261128-0001',
  ]),
  rowMust('sku', 'SKU', 'Item SKU', [
    '每单里每个 SKU 只写一行',
    'one row per SKU of an order',
    'MUG-BK',
  ]),
  rowMust('quantity', '数量', 'Quantity', ['件数，整数', 'units, a whole number', '120']),
  orderMust('sellerCode', '卖家代码', 'Seller code', [
    '同一单写一次就行',
    'once per order is enough',
    'SZ-01',
  ]),
  orderMust('sellerZh', '卖家名称', 'Seller (Chinese)', ['中文', 'in Chinese', '深圳某某家居']),
  orderMust('sellerEn', '卖家英文名', 'Seller (English)', [
    '英文',
    'in English',
    'Example Home Ltd.',
  ]),
  orderMust('warehouse', '目的仓', 'Warehouse', [
    '目的仓代码',
    'code of the warehouse',
    'US-LAX-02',
  ]),
  orderMust(
    'mode',
    '运输方式',
    'Transport mode',
    ['从中选一个', 'one of these', '海运拼箱'],
    modes,
  ),
  orderMust('service', '服务', 'Service', ['服务代码', 'service code', 'SEA-US-STD']),
  orderMust('dutyTerms', '税费', 'Duty terms', ['从中选一个', 'one of these', '包税'], terms),
  orderMay(
    'packingMode',
    '装箱方式',
    'Packing',
    ['不填就是边扫边装', 'scan if empty', '边扫边装'],
    packing,
  ),
  orderMay('isPickup', '上门提货', 'Pickup', ['不填就是否', 'no if empty', '是'], yesNo),
  orderMay('site', '集货仓', 'Consolidation site', ['可以不填', 'optional', '深圳平湖集货仓']),
  orderMay('pickupAt', '提货时间', 'Pickup time', [
    '年-月-日 时:分，按这台电脑的时区',
    'YYYY-MM-DD HH:MM, in the time zone of this computer',
    '2026-11-30 14:00',
  ]),
  orderMay('fba', 'FBA货件号', 'FBA shipment', ['可以不填', 'optional', 'FBA17QK4M2ZT']),
  orderMay('instructions', '操作说明', 'Instructions', ['可以不填', 'optional', '杯口朝上']),
  orderMay('maxSkus', '每箱最多SKU数', 'SKUs per carton', [
    '不能混装就写 1',
    '1 if SKUs must not be mixed',
    '1',
  ]),
  orderMay('maxUnits', '每箱最多件数', 'Units per carton', ['可以不填', 'optional', '150']),
  orderMay('maxGross', '每箱限重（公斤）', 'Carton limit (kg)', [
    '比目的仓的限重还严才填',
    'only if stricter than the destination’s',
    '15',
  ]),
  rowMay('apart', '不同箱组', 'Not together', [
    '写同样组名的 SKU 不能装进同一箱',
    'SKUs with the same word here never share a carton',
    'A',
  ]),
  orderMay('warehouseZh', '目的仓名称', 'Warehouse (Chinese)', [
    newWarehouse,
    newWarehouseEn,
    '洛杉矶二号仓',
  ]),
  orderMay('warehouseEn', '目的仓英文名', 'Warehouse (English)', [
    newWarehouse,
    newWarehouseEn,
    'Los Angeles 2',
  ]),
  orderMay('country', '目的国', 'Country', ['两个字母', 'two letters', 'US']),
  orderMay('address', '地址', 'Address', [
    '几行地址用 ; 隔开',
    'lines separated by ;',
    '2180 Harbor Way; Carson, CA',
  ]),
  orderMay('postcode', '邮编', 'Postcode', [newWarehouse, newWarehouseEn, '90745']),
  orderMay('contact', '收件人', 'Contact', ['可以不填', 'optional', 'Inbound Desk']),
  orderMay('phone', '电话', 'Phone', ['可以不填', 'optional', '+1 310 555 0142']),
  skuMust('nameZh', '中文品名', 'Name (Chinese)', [
    '同一 SKU 写一次就行',
    'once per SKU is enough',
    '陶瓷马克杯 黑',
  ]),
  skuMust('nameEn', '英文品名', 'Name (English)', ['报关用', 'for customs', 'Ceramic mug, black']),
  skuMay('barcode', '商品条码', 'EAN/UPC', [
    '8、12、13 或 14 位',
    '8, 12, 13 or 14 digits',
    '6971342788649',
  ]),
  skuMay('sellerBarcode', '自编条码', 'Own barcode', [
    '卖家自己编的条码',
    'made up by the seller',
    'MUG-BK-1',
  ]),
  skuMay('fnsku', 'FNSKU', 'Amazon FNSKU', ['可以不填', 'optional', 'X00Z72UJT7']),
  skuMay(
    'mustBearFnsku',
    '必须贴FNSKU',
    'FNSKU required',
    ['每件都要贴就写是', 'yes if on every unit', '是'],
    yesNo,
  ),
  skuMay('caseBarcode', '外箱条码', 'Case barcode', [
    '整箱才填',
    'factory cases only',
    '16971342788646',
  ]),
  skuMay('caseUnits', '外箱件数', 'Units per case', ['一外箱几件', 'units in one case', '12']),
  skuMust('weight', '单件重量（克）', 'Unit weight (g)', [
    '克，整数',
    'grams, a whole number',
    '420',
  ]),
  skuMust('length', '长（毫米）', 'Length (mm)', [
    '毫米，整数',
    'millimetres, a whole number',
    '120',
  ]),
  skuMust('width', '宽（毫米）', 'Width (mm)', ['毫米，整数', 'millimetres, a whole number', '90']),
  skuMust('height', '高（毫米）', 'Height (mm)', [
    '毫米，整数',
    'millimetres, a whole number',
    '100',
  ]),
  skuMust('value', '申报单价', 'Declared value', [
    '一件的申报价',
    'customs value of one unit',
    '4.50',
  ]),
  skuMust('currency', '币种', 'Currency', ['三个字母', 'three letters', 'USD']),
  skuMust('origin', '原产国', 'Origin', ['两个字母', 'two letters', 'CN']),
  skuMust('cargoClass', '货物属性', 'Cargo class', ['从中选一个', 'one of these', '普货'], classes),
  skuMay('hsCode', 'HS编码', 'HS code', ['4–16 位数字和点', '4–16 digits and dots', '6912.00']),
  skuMay('unCode', 'UN编号', 'UN number', [batteryOnly, batteryOnlyEn, 'UN3481']),
  skuMay('packingInstruction', '包装说明', 'Packing instruction', [
    batteryOnly,
    batteryOnlyEn,
    'PI967',
  ]),
  skuMay('wattHours', '瓦时', 'Watt-hours', [batteryOnly, batteryOnlyEn, '7.4']),
  skuMay('batteryConfig', '电池形式', 'Battery configuration', [
    batteryOnly,
    batteryOnlyEn,
    'built-in',
  ]),
  skuMay('materialZh', '中文材质', 'Material (Chinese)', ['可以不填', 'optional', '陶瓷']),
  skuMay('materialEn', '英文材质', 'Material (English)', ['可以不填', 'optional', 'Ceramic']),
  skuMay('purposeZh', '中文用途', 'Use (Chinese)', ['可以不填', 'optional', '喝水']),
  skuMay('purposeEn', '英文用途', 'Use (English)', ['可以不填', 'optional', 'Drinking']),
  skuMay('brand', '品牌', 'Brand', ['可以不填', 'optional', 'NoName']),
  skuMay('image', '图片网址', 'Picture', [
    'http 或 https',
    'http or https',
    'https://example.com/mug.jpg',
  ]),
] as const
export type OrderColumnId = (typeof orderColumns)[number]['id']

/** One row a SKU of a planned carton. */
export const packingColumns = [
  rowMust('orderNo', '备货单号', 'Order no.', [
    '已经在列表里的单',
    'an order that is in the list',
    'BH20261128-0001',
  ]),
  rowMust('cartonNo', '箱号', 'Carton no.', ['1 到 10000', '1 to 10,000', '1']),
  rowMust('sku', 'SKU', 'Item SKU', ['单里有的 SKU', 'a SKU of the order', 'MUG-BK']),
  rowMust('quantity', '数量', 'Quantity', ['这一箱装几件', 'units in this carton', '24']),
] as const
export type PackingColumnId = (typeof packingColumns)[number]['id']
