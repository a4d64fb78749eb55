/** The bundler (ncc, which is webpack with settings for Node): one entry in, files out. Does not know what is bundled. */

import { createRequire } from 'node:module';

interface Module {
  /** Absolute, of what was a file. */
  nameForCondition?: string;
  modules?: Module[];
}

interface Built {
  code: string;
  assets: Record<string, { source: string | Uint8Array }>;
  stats: { toJson(options: object): { modules: Module[]; warnings: { message: string }[] } };
}

type Ncc = (input: string, options: object) => Promise<Built>;

/**
 * Modules that are loaded and never used, by what is loaded instead. @actions/artifact takes unzip-stream for downloads, which
 * are not ours; below it is a package that came without a licence.
 */
const UNUSED = { 'unzip-stream': 'node:stream' };

export interface Bundle {
  /** Content by name; `index.js` is the entry. */
  files: Map<string, string>;
  /** The absolute path of every file that went in. */
  modules: Set<string>;
}

/** What packages take for granted that are no ES modules; the code of tfjs' WASM backend starts with it. */
function withDirname(source: string | Uint8Array): string {
  const code = source.toString();
  return /[^\w.]__dirname\b/.test(code) ? `const __dirname = import.meta.dirname;\n${code}` : code;
}

export async function bundle(entry: string): Promise<Bundle> {
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;
  // Readable: minified it is a fifth smaller, takes twice as long to build, and no stack trace can be read.
  const { code, assets, stats } = await ncc(entry, {
    cache: false,
    minify: false,
    sourceMap: false,
    quiet: true,
    esm: true,
    externals: UNUSED,
    target: 'es2022',
  });
  const files = new Map<string, string>([['index.js', code]]);
  for (const [name, { source }] of Object.entries(assets)) {
    // The one of `dist/` holds for all.
    if (name !== 'package.json') files.set(name, withDirname(source));
  }
  const { modules, warnings } = stats.toJson({
    all: false,
    modules: true,
    nestedModules: true,
    modulesSpace: Number.POSITIVE_INFINITY,
    nestedModulesSpace: Number.POSITIVE_INFINITY,
    warnings: true,
  });
  for (const { message } of warnings) console.warn(message);
  const paths = new Set<string>();
  const collect = (list: Module[]) => {
    for (const { nameForCondition, modules: inner } of list) {
      if (nameForCondition) paths.add(nameForCondition);
      if (inner) collect(inner);
    }
  };
  collect(modules);
  return { files, modules: paths };
}
