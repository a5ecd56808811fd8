import { parseArgs } from 'node:util'
import manifest from 'xmatters-sync/package.json' with { type: 'json' }
import { type Command, options } from './command.ts'
import { commands } from './commands/index.ts'
import { type CliConfig, loadConfig } from './config.ts'
import { exitCodes } from './exit-codes.ts'
import { checkOut, showProgress, writeError, writeOut } from './output.ts'
import { usage } from './usage.ts'

/** Runs one command; resolves to the exit code and never rejects. */
export async function runCli([name, ...args]: readonly string[], signal: AbortSignal): Promise<number> {
  // A script whose variable is empty must not read "in sync".
  if (name === undefined) {
    writeError(usage)
    return exitCodes.error
  }
  if (name === 'help' || [name, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    writeOut(undefined, usage)
    return exitCodes.inSync
  }
  if (name === '--version') {
    writeOut(undefined, manifest.version)
    return exitCodes.inSync
  }
  const command = commands.get(name)
  if (command === undefined) {
    writeError(`Unknown command: ${name}\n\n${usage}`)
    return exitCodes.error
  }
  let config: Promise<CliConfig> | null = null
  try {
    const { values, positionals } = parseFor(name, command, args)
    if (values.out !== undefined) checkOut(values.out)
    const code = await command.run({
      positionals,
      json: values.json ?? false,
      out: values.out,
      days: values.days ?? '',
      allowIncomplete: values['allow-incomplete'] ?? false,
      allowUnsafe: values['allow-unsafe'] ?? [],
      signal,
      onProgress: values.quiet === true ? () => {} : showProgress,
      config: () => (config ??= loadConfig(values.config)),
    })
    await closeConfig(config)
    return code
  } catch (error) {
    writeError(signal.aborted ? 'Interrupted.' : error instanceof Error ? error.message : String(error))
    await closeConfig(config).catch(() => null)
    return exitCodes.error
  }
}

function parseFor(name: string, command: Command, args: readonly string[]) {
  const { config, quiet } = options
  const known: Partial<typeof options> = {
    config,
    quiet,
    ...Object.fromEntries(command.options.map((option) => [option, options[option]])),
  }
  const usageOfCommand = `Usage: xmatters-sync ${[name, ...command.positionals].join(' ')}${command.variadic === true ? '...' : ''}`
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: known as typeof options,
      allowPositionals: true,
    })
    const wanted = command.positionals.length
    const fits = positionals.length === wanted || (command.variadic === true && positionals.length > wanted)
    if (!fits) throw new Error(usageOfCommand)
    return { values: values as Partial<typeof values>, positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const names = Object.keys(known).map((option) => `--${option}`)
    throw new Error(`${error.message.split('. ')[0]}.\n${usageOfCommand} [${names.join('|')}]`, { cause: error })
  }
}

async function closeConfig(config: Promise<CliConfig> | null): Promise<void> {
  await (await config)?.close?.()
}
