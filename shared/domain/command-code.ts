import { type CartonCode, parseCartonCode } from './carton-code.ts'
import type { ExceptionKind } from './goods-exception.ts'
import type { PackMode } from './pack-session.ts'

export type Command =
  | { readonly name: 'done' }
  | { readonly name: 'undo' }
  | { readonly name: 'times'; readonly factor: number }
  | { readonly name: 'box'; readonly boxType: string }
  /** One label for the unit in the hand, which has none 打商品标. */
  | { readonly name: 'unit-label' }
  /** From now on each scan packs a whole factory carton 整箱, a unit 散件, or what a mark printed ahead wants 按箱单. */
  | { readonly name: 'mode'; readonly mode: PackMode }
  /** What is not as planned is right 按实装. */
  | { readonly name: 'agree' }
  /** Goods are not as the order expects: the next scan says which. */
  | { readonly name: 'exception'; readonly kind: ExceptionKind }
  /** A photo of the exception that was noted last 拍照; with the picture open it is taken. */
  | { readonly name: 'photo' }
  /** A carton like the last one 同上一箱. */
  | { readonly name: 'same-again' }
  /** The carton in hand is put aside 挂箱. */
  | { readonly name: 'park' }
  /** The carton in hand is packed and waits for the scale 待称重. */
  | { readonly name: 'queue' }
  /** What is verified from now on goes on the order's next pallet 换托盘. */
  | { readonly name: 'pallet' }
  | { readonly name: 'reprint' }
  | { readonly name: 'acknowledge' }
  | { readonly name: 'recount' }
  /** The shift is handed over to whoever comes next 交班. */
  | { readonly name: 'shift' }
  /** From now on scans only look things up 查找. */
  | { readonly name: 'find' }
  | { readonly name: 'back' }
  | { readonly name: 'sign-out' }
  /** The weight on the scale is right, though it is not the expected one. */
  | { readonly name: 'accept-weight' }
  /** The carton in hand is given up. */
  | { readonly name: 'void' }
  /** On the temporary label of a parked carton: it is taken up again. */
  | { readonly name: 'resume'; readonly carton: CartonCode }
  | { readonly name: 'unknown'; readonly text: string }

/** Begins every command code; no goods code or mark begins like this. */
export const commandPrefix = 'LS!'

const fixed = {
  'LS!DONE': { name: 'done' },
  'LS!UNDO': { name: 'undo' },
  'LS!LABEL': { name: 'unit-label' },
  'LS!PHOTO': { name: 'photo' },
  'LS!SAME': { name: 'same-again' },
  'LS!AGREE': { name: 'agree' },
  'LS!PARK': { name: 'park' },
  'LS!QUEUE': { name: 'queue' },
  'LS!PALLET': { name: 'pallet' },
  'LS!PRINT': { name: 'reprint' },
  'LS!ACK': { name: 'acknowledge' },
  'LS!RECOUNT': { name: 'recount' },
  'LS!SHIFT': { name: 'shift' },
  'LS!FIND': { name: 'find' },
  'LS!BACK': { name: 'back' },
  'LS!OUT': { name: 'sign-out' },
  'LS!WEIGHT': { name: 'accept-weight' },
  'LS!VOID': { name: 'void' },
} as const satisfies Record<string, Command>

const modes = {
  'LS!CASE': 'whole-case',
  'LS!UNIT': 'scan',
  'LS!PLAN': 'planned',
} as const satisfies Record<string, PackMode>

const exceptions = {
  'LS!SHORT': 'short',
  'LS!DAMAGED': 'damaged',
  'LS!RETURN': 'put-back',
  'LS!EXTRA': 'extra',
  'LS!WRONG': 'wrong-item',
} as const satisfies Record<string, ExceptionKind>

const texts: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...Object.entries(fixed),
  ...Object.entries(modes).map(([text, mode]) => [text, { name: 'mode', mode }] as const),
  ...Object.entries(exceptions).map(([text, kind]) => [text, { name: 'exception', kind }] as const),
])
/** 1 to 9,999 without leading zeros. */
const times = /^LS!X([1-9]\d{0,3})$/
const resume = /^LS!(LS[0-9A-Z]{11})$/
const box = /^LS!BOX:([0-9A-Za-z-]{1,64})$/

/** The command in the text of a scan; null when it is no command code. A command code nobody knows is `unknown`. */
export const parseCommand = (text: string): Command | null => {
  if (!text.startsWith(commandPrefix)) return null
  const known = texts.get(text)
  if (known !== undefined) return known
  const factor = times.exec(text)?.[1]
  if (factor !== undefined) return { name: 'times', factor: Number(factor) }
  const boxType = box.exec(text)?.[1]
  if (boxType !== undefined) return { name: 'box', boxType }
  const carton = parseCartonCode(resume.exec(text)?.[1] ?? '')
  if (carton !== null) return { name: 'resume', carton }
  return { name: 'unknown', text }
}

const modeText = new Map<PackMode, string>(
  Object.entries(modes).map(([text, mode]) => [mode, text]),
)
const exceptionText = new Map<ExceptionKind, string>(
  Object.entries(exceptions).map(([text, kind]) => [kind, text]),
)
const textOf = new Map(Object.entries(fixed).map(([text, { name }]) => [name, text]))

/** The text of the command code that gives this command. */
export const commandText = (command: Command): string => {
  switch (command.name) {
    case 'mode':
      return modeText.get(command.mode) ?? ''
    case 'exception':
      return exceptionText.get(command.kind) ?? ''
    case 'times':
      return `LS!X${command.factor}`
    case 'box':
      return `LS!BOX:${command.boxType}`
    case 'resume':
      return `LS!${command.carton}`
    case 'unknown':
      return command.text
    default:
      return textOf.get(command.name) ?? ''
  }
}
