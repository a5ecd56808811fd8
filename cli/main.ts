#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts'
import { writeError } from './output.ts'
import { runCli } from './run-cli.ts'

const controller = new AbortController()
// The first interruption lets writes in flight end and be journalled; the second one ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => controller.abort(new Error('interrupted')))
// Whoever reads the output may have seen enough; what else goes wrong with it must not end what is being written to the host's store.
process.stderr.on('error', () => {})
let isOutputLost = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  if (!isOutputLost) writeError(`Standard output cannot be written: ${error.message}`)
  isOutputLost = true
  process.exitCode = exitCodes.error
})

const code = await runCli(process.argv.slice(2), controller.signal)
process.exitCode ||= code
