/** A text field with a caret. */
export interface TextField {
  readonly value: string
  readonly caret: number
  /** Sets the text as if it had been typed, and the caret. */
  replace(value: string, caret: number): void
}

/** Takes the last `count` characters before the caret out again: a scan's first keys arrived before it was known as one. */
export const withoutLeak = (field: TextField, count: number): void => {
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
