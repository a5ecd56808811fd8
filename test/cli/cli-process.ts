import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
  /** Called as soon as the process runs. */
  readonly onStart?: (interrupt: () => void) => void
}

const rootPath = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Bundles the command line from its source, so that its many processes start fast. */
export async function buildCli(outfile: string): Promise<void> {
  await build({
    entryPoints: [rootPath('cli/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: {
      'xmatters-sync': rootPath('src/index.ts'),
      'xmatters-sync/package.json': rootPath('package.json'),
      'xmatters-sync/report': rootPath('src/report/index.ts'),
    },
  })
}

/** Runs the command line in a process of its own, with nothing in its environment but what is given. */
export async function startCli(file: string, args: readonly string[], options: CliOptions): Promise<CliResult> {
  const { cwd, env = {}, input, onStart } = options
  const child = spawn(process.execPath, [file, ...args], { cwd, env: { ...env, TZ: process.env['TZ'] ?? 'UTC' } })
  child.stdin.end(input ?? '')
  onStart?.(() => child.kill('SIGINT'))
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: code as number | null, out, err }
}
