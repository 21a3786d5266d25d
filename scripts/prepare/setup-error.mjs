/** A failed step. Its message tells the reader what to do next; it is printed without a stack. */
export class SetupError extends Error {}
