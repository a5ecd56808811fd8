import { defineConfig } from 'tsup'

/** A file for each room, of which the package exports some: a bundler drops the rooms that an application does not enter. */
const rooms = ['time', 'schedule', 'xmatters', 'mapping', 'sync', 'verify', 'pipeline', 'report', 'harness', 'testing']

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      ...Object.fromEntries(rooms.map((room) => [`${room}/index`, `src/${room}/index.ts`])),
    },
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    splitting: true,
    // Built in, a twentieth of it: loading the whole of it takes longer than all else together.
    noExternal: ['zod'],
    sourcemap: true,
    // Declarations are one file a module, written by the compiler itself.
    dts: false,
  },
  {
    // Apart from the library, which it imports by name like anybody else, so that it weighs on nobody.
    entry: { 'cli/main': 'cli/main.ts' },
    format: 'esm',
    target: 'node22',
    platform: 'node',
    external: [/^xmatters-sync/],
    removeNodeProtocol: false,
    dts: false,
  },
])
