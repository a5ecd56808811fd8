import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface FleetOptions {
  readonly connectionString: string
  readonly workers: number
  readonly latencyMs: number
  /** For Node, before the worker's file. */
  readonly nodeArguments?: readonly string[]
}

export interface Fleet {
  /** Kills the nth worker without warning, and starts another in its place. */
  kill(nth: number): void
  /** Stops the nth worker in the middle of whatever it does, and lets it go on later. */
  freeze(nth: number, milliseconds: number): void
  stop(): Promise<void>
}

/** Worker processes of this machine. Elsewhere this is what a container platform does. */
export function startFleet({ connectionString, workers, latencyMs, nodeArguments = [] }: FleetOptions): Fleet {
  const script = fileURLToPath(new URL('./workers-process.ts', import.meta.url))
  const start = (): ChildProcess =>
    spawn(process.execPath, [...nodeArguments, script], {
      env: { ...process.env, DATABASE_URL: connectionString, SOURCE_LATENCY_MS: String(latencyMs) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const running = Array.from({ length: workers }, start)

  return {
    kill(nth) {
      running[nth]?.kill('SIGKILL')
      running[nth] = start()
    },
    freeze(nth, milliseconds) {
      const worker = running[nth]
      worker?.kill('SIGSTOP')
      setTimeout(() => worker?.kill('SIGCONT'), milliseconds).unref()
    },
    async stop() {
      await Promise.all(
        running.map(async (worker) => {
          if (worker.exitCode !== null || worker.signalCode !== null) return
          const exit = once(worker, 'exit')
          worker.kill('SIGCONT')
          worker.kill('SIGTERM')
          const patience = setTimeout(() => worker.kill('SIGKILL'), 5000)
          await exit
          clearTimeout(patience)
        }),
      )
    },
  }
}
