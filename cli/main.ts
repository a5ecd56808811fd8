#!/usr/bin/env node
import { runCli } from './run-cli.ts'

const controller = new AbortController()
// The first interruption lets writes in flight end and be journalled; the second one ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => controller.abort(new Error('interrupted')))
// Whoever reads the output may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCli(process.argv.slice(2), controller.signal)
