import type { CliConfig } from './config.ts'
import type { Progress } from './output.ts'

/** Options of all commands, as `parseArgs` takes them; each command names those that it knows beside `config` and `quiet`. */
export const options = {
  config: { type: 'string' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  out: { type: 'string' },
  days: { type: 'string', default: '28' },
  'allow-incomplete': { type: 'boolean', default: false },
  'allow-unsafe': { type: 'string', multiple: true },
} as const

export interface CommandContext {
  readonly positionals: readonly string[]
  readonly json: boolean
  readonly out: string | undefined
  readonly days: string
  readonly allowIncomplete: boolean
  readonly allowUnsafe: readonly string[]
  readonly signal: AbortSignal
  readonly onProgress: Progress
  /** Loaded when it is first asked for: a report needs no host. */
  readonly config: () => Promise<CliConfig>
}

export interface Command {
  /** What follows the command's name, for the message about what is missing. */
  readonly positionals: readonly string[]
  /** The last positional may be given several times. */
  readonly variadic?: boolean
  readonly options: readonly ('json' | 'out' | 'days' | 'allow-incomplete' | 'allow-unsafe')[]
  /** Resolves to the exit code. */
  readonly run: (context: CommandContext) => Promise<number>
}
