import Database from 'better-sqlite3'

/** Says when the last transaction of this process was on the disk, in milliseconds of `performance.now()`. */
export const watchCommits = (): (() => number) => {
  const sample = new Database(':memory:')
  // All statements share it: better-sqlite3 commits by one like any other.
  const statements = Object.getPrototypeOf(sample.prepare('commit')) as Database.Statement
  sample.close()
  const { run } = statements
  let committed = Number.NaN
  statements.run = function (this: Database.Statement, ...values: unknown[]) {
    const result = run.apply(this, values)
    if (this.source === 'COMMIT') committed = performance.now()
    return result
  }
  return () => committed
}
