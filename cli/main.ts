#!/usr/bin/env node
import { commands, usage } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { printable } from './output.ts'

const controller = new AbortController()
process.once('SIGINT', () => controller.abort(new Error('interrupted')))
process.once('SIGTERM', () => controller.abort(new Error('interrupted')))

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands.get(name)
if (command === undefined) {
  const asked = name === 'help' || name === '--help' || name === '-h'
  process[asked ? 'stdout' : 'stderr'].write(`${asked ? '' : `Unknown command: ${printable(name)}\n\n`}${usage}\n`)
  process.exitCode = asked ? exitCodes.inSync : exitCodes.error
} else {
  try {
    process.exitCode = await command(args, controller.signal)
  } catch (error) {
    process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`)
    process.exitCode = exitCodes.error
  }
}
