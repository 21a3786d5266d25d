import type { SheetFaultCode } from '#shared/domain/sheet-fault.ts'

export const sheetFaults = {
  'sheetFault.missing': 'This has to be filled in',
  'sheetFault.heading-missing': 'This column is not there. Keep the headings of the template',
  'sheetFault.heading-unknown':
    '“{{heading}}” is no heading of the template. Change it, or delete the column',
  'sheetFault.heading-twice': 'Two columns have this heading. Delete one',
  'sheetFault.formula': 'This is a formula. Copy it and paste it as a value',
  'sheetFault.cell-error': 'This is an error of Excel. Write what should stand here',
  'sheetFault.merged': 'This cell is merged. Unmerge it and fill in each cell',
  'sheetFault.changed-by-excel':
    'Excel made a number or a date of it. Format the column as text and type it again',
  'sheetFault.scientific':
    'Excel shortened it (scientific), digits are lost. Format the column as text and type it again',
  'sheetFault.control-characters': 'It holds a line break or invisible characters. Delete them',
  'sheetFault.too-long': 'Too long: at most {{max}} characters',
  'sheetFault.not-whole': 'Must be a whole number from {{min}} to {{max}}',
  'sheetFault.not-a-number': 'Must be a number above 0, without a unit, at most {{max}}',
  'sheetFault.not-a-price': 'Must be a number without a sign, such as 4.50',
  'sheetFault.too-many-decimals': '{{currency}} has at most {{decimals}} decimals',
  'sheetFault.not-a-choice': 'Must be one of: {{choices}}',
  'sheetFault.order-no': 'Must be 1 to 32 of A–Z, 0–9 and -',
  'sheetFault.check-digit':
    'The check digit is wrong. Check the code; one of the seller’s own belongs into “Own barcode”',
  'sheetFault.date': 'Must look like 2026-11-30 14:00',
  'sheetFault.currency': 'Must be a currency of three capitals, such as USD',
  'sheetFault.country': 'Must be a country code of two capitals, such as US',
  'sheetFault.hs-code': 'Must be 4 to 16 digits and dots',
  'sheetFault.un-code': 'Must be UN and four digits, such as UN3481',
  'sheetFault.web-address': 'Must be an address that begins with http or https',
  'sheetFault.differs-above': 'It is not what row {{row}} says',
  'sheetFault.repeated': 'The same as in row {{row}}',
  'sheetFault.barcode-shared': 'This code is already one of {{sku}}',
  'sheetFault.needs-column': '“{{column}}” is filled in, so this has to be too',
  'sheetFault.warehouse-unknown':
    'This warehouse was never seen here (seen: {{known}}). Check the code; for a new one fill in names, country, address and postcode',
  'sheetFault.warehouse-differs': 'It is not what is known here: {{known}}',
  'sheetFault.order-exists':
    'There is an order with this number. To change it, the seller changes it at Linkstar',
  'sheetFault.order-under-way': 'It was imported and waits for the server',
  'sheetFault.order-too-large': 'This order is too large ({{lines}} lines): split it',
  'sheetFault.order-unknown': 'No such order is in the list',
  'sheetFault.order-not-open':
    'This order cannot be planned now (closed, cancelled, or a change waits for a decision)',
  'sheetFault.not-in-order': 'This SKU is not in the order',
  'sheetFault.over-planned': '{{ordered}} were ordered, {{planned}} are planned',
  'sheetFault.mark-printed':
    'The mark of carton {{cartonNo}} was printed ahead: its contents must stay as they are',
  'sheetFault.apart-alone':
    'No other row says “{{group}}”: write it at the SKU it must not go with',
  'sheetFault.box-skus': 'A carton of this order holds at most {{max}} SKUs',
  'sheetFault.box-units':
    'A carton of this order holds at most {{max}} units, this one has {{units}}',
  'sheetFault.box-apart': 'In this order it must not share a carton with {{other}}',
  'sheetFault.contract': 'The server would not take this order: {{reason}}',
} as const satisfies Record<`sheetFault.${SheetFaultCode}`, string>
