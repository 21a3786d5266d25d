import Database from 'better-sqlite3'

let committed = Number.NaN
let isWatched = false

const watch = (): void => {
  const sample = new Database(':memory:')
  // All statements share it: better-sqlite3 commits by one like any other.
  const statements = Object.getPrototypeOf(sample.prepare('commit')) as Database.Statement
  sample.close()
  const { run } = statements
  statements.run = function (this: Database.Statement, ...values: unknown[]) {
    const result = run.apply(this, values)
    if (this.source === 'COMMIT') committed = performance.now()
    return result
  }
}

/**
 * Says when the last transaction of this process was on the disk, in milliseconds of `performance.now()`. However many
 * stations ask for it, each commit is looked at once.
 */
export const watchCommits = (): (() => number) => {
  if (!isWatched) watch()
  isWatched = true
  return () => committed
}
