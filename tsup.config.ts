import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      'report/index': 'src/report/index.ts',
      'harness/index': 'src/harness/index.ts',
      'testing/index': 'src/testing/index.ts',
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
