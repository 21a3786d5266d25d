/** Characters that can change the direction of the text around them. */
const directional =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Keeps a foreign text from turning the sentence around it: wrapped in first-strong isolation when it holds anything right-to-left. */
export const isolate = (text: string): string =>
  directional.test(text) ? `\u2068${text}\u2069` : text
