import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {
  MapTenantOptions,
  Selection,
  SyncPlannerOptions,
  SyncStateStore,
  TargetAdapter,
  XMattersClientOptions,
} from 'xmatters-sync'

/** Default export of the config file: how to reach the host's store, and the rules of the sync. */
export interface CliConfig {
  readonly target?: TargetAdapter | (() => TargetAdapter | Promise<TargetAdapter>)
  readonly state?: SyncStateStore | (() => SyncStateStore | Promise<SyncStateStore>)
  readonly planner?: SyncPlannerOptions
  readonly select?: Selection
  readonly mapping?: MapTenantOptions
  /** Everything but the credentials, which come from the environment. */
  readonly client?: Omit<XMattersClientOptions, 'baseUrl' | 'auth'>
  /** Called at the end, such as to close connections. */
  readonly close?: () => void | Promise<void>
}

export const defaultConfigFile = 'xmatters-sync.config.mjs'

const parts = [
  'target',
  'state',
  'planner',
  'select',
  'mapping',
  'client',
  'close',
] as const satisfies readonly (keyof CliConfig)[]

/** Loads the config file; without `file` and without a default one, an empty config. */
export async function loadConfig(file: string | undefined): Promise<CliConfig> {
  const path = resolve(file ?? defaultConfigFile)
  if (!existsSync(path)) {
    if (file === undefined) return {}
    throw new Error(`There is no config file ${file}.`)
  }
  const name = file ?? defaultConfigFile
  let config: unknown
  try {
    ;({ default: config } = (await import(pathToFileURL(path).href)) as { default?: unknown })
  } catch (error) {
    throw new Error(`${name} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  if (typeof config !== 'object' || config === null) throw new Error(`${name} has no default export with the config.`)
  const stray = Object.keys(config).find((key) => !parts.some((part) => part === key))
  if (stray !== undefined) throw new Error(`${name}: there is no setting "${stray}"; there are ${parts.join(', ')}.`)
  return config
}
