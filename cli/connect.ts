import {
  type SyncStateStore,
  type TargetAdapter,
  XMattersClient,
  type XMattersClientOptions,
  type XMattersTenant,
} from 'xmatters-sync'
import type { CommandContext } from './command.ts'
import { type CliConfig, defaultConfigFile } from './config.ts'
import { writeError } from './output.ts'

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

export async function openTarget(config: CliConfig): Promise<{ target: TargetAdapter; state: SyncStateStore }> {
  const { target, state } = config
  if (!target || !state) {
    throw new Error(
      `No host adapter: export { target, state } as default from ${defaultConfigFile}, or name another file with --config.`,
    )
  }
  return {
    target: withMethods('target', typeof target === 'function' ? await target() : target, [
      'read',
      'create',
      'update',
      'remove',
    ]),
    state: withMethods('state', typeof state === 'function' ? await state() : state, [
      'readBaseline',
      'writeBaseline',
      'readJournal',
      'appendJournal',
    ]),
  }
}

function withMethods<T>(setting: string, adapter: T, names: readonly (keyof T & string)[]): T {
  const missing = names.find((name) => typeof adapter?.[name] !== 'function')
  if (missing !== undefined) throw new Error(`The config's ${setting} has no method ${missing}().`)
  return adapter
}

/** The tenant as the config selects it. What is missing is named on standard error, as no command's answer is whole without it. */
export async function exportTenant(
  client: XMattersClient,
  { select }: CliConfig,
  { signal, onProgress }: Pick<CommandContext, 'signal' | 'onProgress'>,
): Promise<XMattersTenant> {
  const tenant = await client.exportTenant({
    signal,
    ...(select ? { select } : {}),
    onProgress: ({ resource, done, total }) => onProgress(resource, done, total),
  })
  for (const { message } of tenant.completeness.gaps) writeError(`Not complete: ${message}`)
  return tenant
}
