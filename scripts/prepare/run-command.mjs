import { spawnSync } from 'node:child_process'

import { root } from './paths.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Runs a command quietly and returns its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, remedy: string }} options
 * @throws {SetupError} with the end of the output and the remedy when it fails.
 */
export function run(command, args, { cwd = root, env = {}, remedy }) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status === 0) return result.stdout
  const reason = result.error?.message ?? lastLines(`${result.stdout}\n${result.stderr}`, 25)
  throw new SetupError(`\`${[command, ...args].join(' ')}\` failed.\n${reason}\n\n${remedy}`)
}

/** Runs the npm that started us, or the one on PATH. @type {typeof run extends (command: string, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never} */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, options)
}

/**
 * Announces work that takes a while, does it, and says how long it took.
 * @template Result
 * @param {string} title
 * @param {() => Result} work
 */
export function step(title, work) {
  const startedAt = performance.now()
  process.stdout.write(`• ${title} …\n`)
  const result = work()
  process.stdout.write(`  done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  return result
}

/** @param {string} text @param {number} count */
function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n')
}
