import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problemsOf } from './ground/import-rules.ts'
import { DEBT, LAYERS, markdownTable } from './ground/import-table.ts'

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))

describe('the import table', () => {
  test('holds for every file', () => {
    expect(FILES.length).toBeGreaterThan(0)
    expect(FILES.flatMap((path) => problemsOf(path, readFileSync(path, 'utf8'), DEBT))).toEqual([])
  })

  test('names only layers that there are', () => {
    const names = LAYERS.map((layer) => layer.name)
    for (const layer of LAYERS)
      expect(names).toEqual(expect.arrayContaining([...layer.values, ...layer.types]))
  })

  test('is what docs/architecture.md shows', () => {
    expect(readFileSync('docs/architecture.md', 'utf8')).toContain(markdownTable(LAYERS))
  })

  test('has no debt, and none that is paid', () => {
    expect(DEBT).toEqual([])
    for (const { from } of DEBT) expect(existsSync(from)).toBe(true)
  })
})

const ALLOCATOR = 'src/engine/allocators/kr/kr.ts'
const STATE = 'src/state/store.ts'

/** A file, a text, and what the checker's only sentence must hold (null: it has nothing to say). */
const CASES: readonly [path: string, text: string, problem: string | null][] = [
  [ALLOCATOR, `import { PAGE_SIZE } from '../../units.ts'`, null],
  [ALLOCATOR, `import { Process } from '../../kernel/index.ts'`, null],
  [ALLOCATOR, `import { alignUp } from './layout.ts'`, null],
  [
    ALLOCATOR,
    `import { Session } from '../../session/index.ts'`,
    'session/index.ts (session): family may import',
  ],
  [ALLOCATOR, `import type { Session } from '../../session/index.ts'`, '(session)'],
  [ALLOCATOR, `import { split } from '../classroom/layout.ts'`, 'do not import each other'],
  [ALLOCATOR, `import type { Tag } from '../classroom/layout.ts'`, 'do not import each other'],
  [ALLOCATOR, `import { gunzipSync } from 'fflate'`, 'the package fflate: family may import no package'],
  [ALLOCATOR, `import { readFileSync } from 'node:fs'`, 'the package node:fs'],
  [ALLOCATOR, `export * from '../../../state/store.ts'`, '(state)'],
  [ALLOCATOR, `const later = () => import('../../../state/store.ts')`, '(state)'],
  [ALLOCATOR, `let s: import('../../../state/store.ts').Store`, '(state)'],
  [
    ALLOCATOR,
    `// import { a } from '../../../state/store.ts'\nconst b = "import '../../../state/store.ts'"`,
    null,
  ],
  [ALLOCATOR, `import '../../../../tests/support/rig.ts'`, 'belongs to no layer'],
  [ALLOCATOR, `const now = Date.now()`, 'uses Date'],
  [ALLOCATOR, `const x = Math.random()`, 'uses Math.random'],
  [ALLOCATOR, `const x = Math['random']()`, 'uses Math.random'],
  [ALLOCATOR, `class A { window = 1; get() { return this.window } }`, null],
  [ALLOCATOR, `const length = (window: Bytes) => window * 2`, null],
  [ALLOCATOR, `const performance = 1\nconst b = performance`, null],
  [STATE, `import type { Moment } from '../engine/session/index.ts'`, null],
  [STATE, `import { Session } from '../engine/session/index.ts'`, 'Is `import type` enough?'],
  [STATE, `import { type Moment } from '../engine/session/index.ts'`, 'Is `import type` enough?'],
  [STATE, `export type { Moment } from '../engine/session/index.ts'`, null],
  [STATE, `document.title = ''`, 'uses document'],
  [STATE, `const size = { window: 1 }.window`, null],
  ['src/ui/heap/View.tsx', `export const View = () => <div title={document.title} />`, null],
  ['src/ui/heap/View.tsx', `import { draw } from '../lists/draw.ts'`, 'do not import each other'],
  ['src/ui/heap/View.tsx', `import { Canvas } from '../canvas/Canvas.tsx'`, null],
  ['src/ui/heap/View.tsx', `import '../styles.css'`, null],
  [
    'src/ui/heap/model.ts',
    `import { Memory } from '../../engine/memory/index.ts'`,
    '(memory): ui may import',
  ],
  ['src/elsewhere/a.ts', ``, 'belongs to no layer'],
]

describe('the checker', () => {
  test.each(CASES)('%s: %s', (path, text, problem) => {
    const problems = problemsOf(path, text)
    expect(problems).toHaveLength(problem === null ? 0 : 1)
    if (problem !== null) expect(problems[0]).toContain(problem)
  })

  test('lets an owed import pass, and only that', () => {
    const debt = [{ from: STATE, to: 'src/ui/app.tsx', reason: 'an example' }]
    const text = `import '../ui/app.tsx'\nimport '../ui/keys.ts'`
    expect(problemsOf(STATE, text, debt)).toEqual([expect.stringContaining('src/ui/keys.ts')])
  })
})
