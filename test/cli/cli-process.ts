import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export interface CliResult {
  /** Exit code; `null` when a signal ended the process. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CliOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** Called with what standard error says so far, and a way to interrupt. */
  readonly onProgress?: (interrupt: () => void) => void
}

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
const resolveSource = new URL('../examples/resolve-source.ts', import.meta.url).href

/** Runs the command line in a process of its own, from its source, with nothing in its environment but what is given. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const { cwd, env = {}, input, onProgress } = options
  const child = spawn(process.execPath, ['--import', resolveSource, main, ...args], {
    cwd,
    env: { ...env, TZ: process.env['TZ'] ?? 'UTC' },
  })
  child.stdin.end(input ?? '')
  onProgress?.(() => child.kill('SIGINT'))
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: code as number | null, out, err }
}
