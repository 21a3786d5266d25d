import type { BoxType } from '#shared/domain/carton.ts'
import type { ExceptionKind } from '#shared/domain/goods-exception.ts'
import type { PackMode } from '#shared/domain/pack-session.ts'
import type { SheetCommand, SheetGroupName } from '#shared/domain/command-sheet.ts'

export type SheetLanguage = 'zh-CN' | 'en'

interface SheetWords {
  readonly title: string
  readonly hint: string
  readonly cut: string
  readonly groups: Readonly<Record<SheetGroupName, string>>
  readonly commands: Readonly<
    Record<Exclude<SheetCommand['name'], 'times' | 'box' | 'mode' | 'exception'>, string>
  >
  readonly modes: Readonly<Record<PackMode, string>>
  readonly exceptions: Readonly<Record<ExceptionKind, string>>
  readonly page: (page: number, pages: number) => string
}

export const sheetWords: Readonly<Record<SheetLanguage, SheetWords>> = {
  'zh-CN': {
    title: '口令表',
    hint: '扫条码等于按键。贴在打包台上，扫码枪够得着的地方。',
    cut: '沿虚线可剪开',
    groups: {
      packing: '装箱',
      exceptions: '商品异常：扫了再扫商品，可再拍照',
      numbers: '数量：扫了再扫商品',
      checks: '箱唛、复核、交班、查找和换人',
      supervisor: '要组长：扫了再扫组长工牌',
      boxes: '箱型',
    },
    commands: {
      done: '装完',
      undo: '撤销',
      acknowledge: '确认',
      'same-again': '同上一箱',
      agree: '按实装',
      park: '挂箱',
      queue: '待称重',
      pallet: '换托盘',
      photo: '拍照',
      reprint: '补打',
      'unit-label': '打商品标',
      recount: '复核',
      shift: '交班',
      find: '查找',
      back: '返回装箱',
      'sign-out': '换人',
      'accept-weight': '重量没错',
      void: '作废本箱',
    },
    exceptions: {
      short: '缺货',
      damaged: '破损',
      'put-back': '退架',
      extra: '多货',
      'wrong-item': '错货',
    },
    modes: { scan: '散件', planned: '按箱单装', 'whole-case': '整箱' },
    page: (page, pages) => `第 ${page} / ${pages} 页`,
  },
  en: {
    title: 'Command sheet',
    hint: 'Scanning a code does what the key does. Hang it where the scanner reaches.',
    cut: 'Cut along the dashes',
    groups: {
      packing: 'Packing',
      exceptions: 'Goods not as ordered: scan one, the goods, then a photo',
      numbers: 'Numbers: scan one, then the goods',
      checks: 'Box marks, recount, find, next packer',
      supervisor: 'Supervisor: scan one, then the badge',
      boxes: 'Box types',
    },
    commands: {
      done: 'Done',
      undo: 'Undo',
      acknowledge: 'OK',
      'same-again': 'Same again',
      agree: 'Pack as it is',
      park: 'Park',
      queue: 'To the scale queue',
      pallet: 'Next pallet',
      photo: 'Photo',
      reprint: 'Reprint',
      'unit-label': 'Unit label',
      recount: 'Recount',
      shift: 'Hand over',
      find: 'Find',
      back: 'Back to packing',
      'sign-out': 'Sign out',
      'accept-weight': 'Weight is right',
      void: 'Void carton',
    },
    exceptions: {
      short: 'Not found',
      damaged: 'Damaged',
      'put-back': 'Put back',
      extra: 'Extra',
      'wrong-item': 'Wrong item',
    },
    modes: { scan: 'Single units', planned: 'By packing list', 'whole-case': 'Whole cases' },
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
}

/** What a command is called. A box type goes by the name in its own file. */
export const commandWord = (
  command: SheetCommand,
  language: SheetLanguage,
  boxTypes: readonly BoxType[],
): string => {
  if (command.name === 'times') return `×${command.factor}`
  if (command.name === 'mode') return sheetWords[language].modes[command.mode]
  if (command.name === 'exception') return sheetWords[language].exceptions[command.kind]
  if (command.name !== 'box') return sheetWords[language].commands[command.name]
  const boxType = boxTypes.find(({ id }) => id === command.boxType)
  if (boxType === undefined) return command.boxType
  return language === 'en' ? boxType.nameEn : boxType.nameZh
}

/** The function key that does the same on the Pack screen; some have none. */
export const commandKeys: Readonly<Record<SheetCommand['name'], string | null>> = {
  done: 'F8',
  undo: 'F4',
  times: 'F3',
  box: 'F2',
  reprint: 'F6',
  'unit-label': 'F6',
  acknowledge: 'F9',
  'same-again': 'F5',
  agree: 'F6',
  mode: 'F4',
  exception: 'F10',
  photo: 'F6',
  park: 'F7',
  queue: null,
  pallet: null,
  recount: null,
  shift: null,
  find: 'F1',
  back: 'F4',
  'sign-out': null,
  'accept-weight': 'F8',
  void: null,
}
