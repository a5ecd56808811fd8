/**
 * The main job, end to end: read xMatters, map, plan, apply, verify, sync again, and sync once more after both sides changed.
 *
 * Without credentials in the environment it runs against a fake xMatters on loopback that this package brings for tests, and a SQLite
 * file. With `XMATTERS_BASE_URL` and credentials it reads a real instance, writes plan and report, and applies nothing.
 */
import { XMattersSyncError } from 'xmatters-sync'
import { runOnFake } from './support/demo-on-fake.ts'
import { clientFromEnvironment, runOnInstance } from './support/demo-on-instance.ts'
import { abortOnInterrupt, createTerminal } from './support/terminal.ts'

const terminal = createTerminal()
const signal = abortOnInterrupt()

try {
  const client = clientFromEnvironment(process.env)
  if (client) await runOnInstance(client, { terminal, signal, apply: process.argv.includes('--apply') })
  else await runOnFake({ terminal, signal })
} catch (error) {
  terminal.settle()
  if (signal.aborted)
    terminal.line('Interrupted. What was being written has been finished and journalled; run again to go on.')
  else if (error instanceof XMattersSyncError) console.error(error.message)
  else throw error
  process.exitCode ||= 1
}
