import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type MapTenantOptions,
  type Selection,
  type SyncPlannerOptions,
  type SyncStateStore,
  type TargetAdapter,
  XMattersClient,
  type XMattersClientOptions,
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
}

export const defaultConfigFile = 'xmatters-sync.config.mjs'

/** Loads the config file; without `file` and without a default one, an empty config. */
export async function loadConfig(file: string | undefined): Promise<CliConfig> {
  const url = pathToFileURL(resolve(file ?? defaultConfigFile)).href
  try {
    const loaded: { default?: CliConfig } = await import(url)
    return loaded.default ?? {}
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (missing && file === undefined) return {}
    throw error
  }
}

export async function openTarget(config: CliConfig): Promise<{ target: TargetAdapter; state: SyncStateStore }> {
  const { target, state } = config
  if (!target || !state) {
    throw new Error(
      `No host adapter: export { target, state } as default from ${defaultConfigFile}, or name another file with --config.`,
    )
  }
  return {
    target: typeof target === 'function' ? await target() : target,
    state: typeof state === 'function' ? await state() : state,
  }
}

/** A client for the instance that the environment names. Credentials are never taken from the command line, where others can read them. */
export function openClient(config: CliConfig, env: NodeJS.ProcessEnv = process.env): XMattersClient {
  const { XMATTERS_BASE_URL: baseUrl } = env
  if (!baseUrl)
    throw new Error('Set XMATTERS_BASE_URL to the address of the instance, such as https://acme.xmatters.com.')
  return new XMattersClient({ ...config.client, baseUrl, auth: authFrom(env) })
}

function authFrom(env: NodeJS.ProcessEnv): XMattersClientOptions['auth'] {
  const {
    XMATTERS_API_KEY: key,
    XMATTERS_API_SECRET: secret,
    XMATTERS_USERNAME: username,
    XMATTERS_PASSWORD: password,
  } = env
  if (key && secret) return { kind: 'apiKey', key, secret }
  if (username && password) return { kind: 'basic', username, password }
  throw new Error('Set XMATTERS_API_KEY and XMATTERS_API_SECRET, or XMATTERS_USERNAME and XMATTERS_PASSWORD.')
}
