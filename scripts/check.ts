// `npm run check`: everything that judges the sources without running them. All steps run; one report at the end.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runChild } from './run-child.ts'

const steps = ['typecheck', 'lint', 'format:check', 'knip'] as const
const reportFolder = join(import.meta.dirname, '../out/test')

const results: { name: string; passed: boolean }[] = []
for (const name of steps) {
  console.log(`\n— ${name}`)
  results.push({ name, passed: (await runNpmScript(name)) === 0 })
}

mkdirSync(reportFolder, { recursive: true })
writeFileSync(join(reportFolder, 'check.json'), JSON.stringify(results, null, 2))
console.log(`\n${results.map(({ name, passed }) => `${passed ? '✓' : '✗'} ${name}`).join('   ')}`)
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1

function runNpmScript(name: string): Promise<number> {
  const npm = process.env['npm_execpath']
  const args = ['run', '--silent', name]
  return npm ? runChild(process.execPath, [npm, ...args]) : runChild('npm', args)
}
