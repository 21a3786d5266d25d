/** A text field with a caret. */
export interface TextField {
  readonly value: string
  readonly caret: number
  /** Sets the text as if it had been typed, and the caret. */
  replace(value: string, caret: number): void
}

/**
 * Takes the last `count` keys out again: a scan's first ones arrived before it was known as one. A field may have refused
 * some, or they took the place of a selection, so what stood `before` them is put back where that is known.
 */
export const withoutLeak = (
  field: TextField,
  count: number,
  before: Pick<TextField, 'value' | 'caret'> | null = null,
): void => {
  const grown = before === null ? -1 : field.value.length - before.value.length
  if (before !== null && grown <= count) {
    field.replace(before.value, before.caret)
    return
  }
  const from = Math.max(0, field.caret - count)
  field.replace(field.value.slice(0, from) + field.value.slice(field.caret), from)
}

const typed = new Set(['text', 'search', 'tel', 'url', 'password'])

/** The field that takes typing now, or null. */
export const focusedTextField = (page: Document): TextField | null => {
  const element = page.activeElement
  const isInput = element instanceof HTMLInputElement && typed.has(element.type)
  if (!isInput && !(element instanceof HTMLTextAreaElement)) return null
  return {
    value: element.value,
    caret: element.selectionEnd ?? element.value.length,
    replace: (value, caret) => {
      // React watches the element's own `value`; only the prototype's setter makes it see the change.
      const prototype: unknown = Object.getPrototypeOf(element)
      if (!(prototype instanceof Object)) return
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value)
      element.setSelectionRange(caret, caret)
      element.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}
