import tseslint from 'typescript-eslint'

// Who may import whom. Each room sees the rooms listed, and itself; docs/design.md draws the same map for people.
const BASE = ['kernel', 'standards']
const LOWER = [...BASE, 'archive', 'net', 'index', 'store', 'workers', 'target', 'requests']
const ROOMS = {
  kernel: [],
  standards: ['kernel'],
  solver: ['kernel'],
  archive: BASE,
  net: BASE,
  index: [...BASE, 'archive', 'net'],
  store: BASE,
  workers: [...BASE, 'archive'],
  target: BASE,
  requests: BASE,
  resolve: [...LOWER, 'solver'],
  fetch: LOWER,
  build: LOWER,
  install: LOWER,
  'actions-cache': LOWER,
  report: BASE,
  run: [...LOWER, 'resolve', 'fetch', 'build', 'install', 'actions-cache'],
  shell: [...LOWER, 'run', 'report', 'actions-cache'],
  github: [...LOWER, 'run', 'report', 'actions-cache', 'shell'],
}
// Packages that one room alone may see.
const OWNED = {
  undici: ['net'],
  '@actions/*': ['github'],
  yauzl: ['archive'],
  'node:worker_threads': ['workers'],
  'node:sqlite': ['store'],
}
const PURE = ['standards', 'solver', 'report']
const CORE_IO = ['node:fs', 'node:fs/promises', 'node:child_process', 'node:http', 'node:https', 'node:net']

function importRules(room, allowed) {
  const others = Object.keys(ROOMS).filter((other) => other !== room && !allowed.includes(other))
  const packages = Object.entries(OWNED).filter(([, owners]) => !owners.includes(room)).map(([name]) => name)
  const io = PURE.includes(room) || room === 'kernel' ? CORE_IO : []
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'own/lazy-imports': ['error', { room, others, packages: packages.concat(io) }],
      'no-restricted-imports': ['error', {
        patterns: [
          ...others.map((other) => ({ group: [`**/${other}/*`], message: `${room} may not import ${other} (docs/design.md, rooms)` })),
          ...packages.concat(io).map((name) => ({ group: [name, `${name}/*`], message: `${name} is not for ${room} (docs/design.md, rooms)` })),
        ],
      }],
    },
  }
}

// What other files may import says in a doc comment what it is (CONTRIBUTING.md); constants may speak by their names.
const documented = {
  create: (context) => ({
    'ExportNamedDeclaration[declaration.id]'(node) {
      const comment = context.sourceCode.getCommentsBefore(node).at(-1)
      if (comment?.type !== 'Block' || !comment.value.startsWith('*')) context.report({ node: node.declaration.id, message: `${node.declaration.id.name} is exported and has no doc comment.` })
    },
  }),
}

// The same for `import()`, which ESLint's rule passes over.
const lazyImports = {
  meta: { schema: false },
  create: (context) => ({
    ImportExpression({ source }) {
      const [{ room, others, packages }] = context.options
      const path = String(source.value)
      const isTheirs = others.some((other) => path.includes(`/${other}/`)) || packages.some((name) => `${path}/`.startsWith(name.replace('*', '')))
      if (isTheirs) context.report({ node: source, message: `${path} is not for ${room} (docs/design.md, rooms)` })
    },
  }),
}

const purity = [
  { selector: 'FunctionDeclaration[async=true],ArrowFunctionExpression[async=true],AwaitExpression', message: 'This room is pure: no async.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now'],NewExpression[callee.name='Date'][arguments.length=0]", message: 'This room is pure: no clock.' },
]
const jobsOnlyInLimits = { selector: "MemberExpression[property.name='jobs']", message: 'jobs becomes limits in run/limits.ts; nothing else branches on it.' }

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', '.venv/', 'report/dist/', 'bench/.data/'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 4],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], plugins: { own: { rules: { documented, 'lazy-imports': lazyImports } } }, rules: { 'own/documented': 'error', 'max-lines-per-function': ['error', { max: 60, skipComments: true }] } },
  ...Object.entries(ROOMS).map(([room, allowed]) => importRules(room, allowed)),
  { files: ['src/**/*.ts'], ignores: ['src/run/limits.ts', 'src/shell/**', 'src/github/**', 'src/requests/**'], rules: { 'no-restricted-syntax': ['error', jobsOnlyInLimits] } },
  { files: PURE.map((room) => `src/${room}/**/*.ts`), rules: { 'no-restricted-syntax': ['error', jobsOnlyInLimits, ...purity] } },
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|unstable_mockModule)$/]", message: 'Replace declared interfaces with small real fakes; do not mock our own rooms.' }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
)
