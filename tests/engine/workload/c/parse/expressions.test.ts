import { describe, expect, test } from 'vitest'
import type { Expression } from '../../../../../src/engine/workload/c/ast.ts'
import { body, read } from './reading.ts'

const EXPRESSIONS: readonly [source: string, tree: string][] = [
  ['a + b * c - d', '(- (+ a (* b c)) d)'],
  ['a - b - c', '(- (- a b) c)'],
  ['a << 1 + 2 & 3 == 4 | b ^ c', '(| (& (<< a (+ 1 2)) (== 3 4)) (^ b c))'],
  ['a || b && c || d', '(|| (|| a (&& b c)) d)'],
  ['a = b += c', '(= a (+= b c))'],
  ['a ? b, c : d ? e : f', '(? a (, b c) (? d e f))'],
  ['a ?: b', '(? a _ b)'],
  ['a = b ? c : d, e', '(, (= a (? b c d)) e)'],
  ['-a * !b', '(* (- a) (! b))'],
  ['*p++', '(* (post++ p))'],
  ['++*p', '(++ (* p))'],
  ['- -x - --y', '(- (- (- x)) (-- y))'],
  ['&a[1].b->c', '(& (-> (. ([] a 1) b) c))'],
  ['f()(1, (2, 3))[4]', '([] ((f) 1 (, 2 3)) 4)'],
  ['sizeof x + 1', '(+ (sizeof x) 1)'],
  ['sizeof(int) * 2', '(* (sizeof <int>) 2)'],
  ['sizeof (x)[1]', '(sizeof ([] x 1))'],
  ['sizeof(int){1}', '(sizeof (literal int {1}))'],
  ['_Alignof(char *) + __alignof__ x', '(+ (alignof <*char>) (alignof x))'],
  ['(char)x + 1', '(+ (cast char x) 1)'],
  ['(int (*)(void))-p', '(cast *(void)int (- p))'],
  ['(struct s){.a = 1}.a', '(. (literal struct s {.a=1}) a)'],
  ['(int[]){1, 2}[i]', '([] (literal []int {1 2}) i)'],
  ['({ int x = 1; x; }) + 1', '(+ ({(x: int = 1) x;}) 1)'],
  ['__extension__ (int)x', '(cast int x)'],
  ['__builtin_va_arg(ap, int *)', '(va-arg ap *int)'],
  ['__builtin_offsetof(struct s, a[2].b)', '(offsetof struct s .a[2].b)'],
  ['__builtin_types_compatible_p(int, long)', '(types-compatible int long)'],
  ['_Generic(x, int: 1, char *: 2, default: 3)', '(generic x int: 1 *char: 2 default: 3)'],
  ['"a" "b"', '"ab"'],
  ['"a" L"b"', 'L"ab"'],
]

describe('an expression', () => {
  test.each(EXPRESSIONS)('%s', (source, tree) => {
    expect(body(`${source};`)).toBe(`${tree};`)
  })
})

/** `typedef int T;` stands before each. */
const AMBIGUITIES: readonly [source: string, tree: string][] = [
  ['T * x;', '(x: *T)'],
  ['T (x);', '(x: T)'],
  ['T (*x)(T);', '(x: *(T)T)'],
  ['(T)(x);', '(cast T x);'],
  ['(T)-1;', '(cast T (- 1));'],
  ['sizeof(T);', '(sizeof <T>);'],
  ['int T; T * x; (T)-1;', '(T: int) (* T x); (- T 1);'],
  ['{ int T; T++; } T x;', '{(T: int) (post++ T);} (x: T)'],
  ['for (int T = 0; T < 1; T++) (T)-1; T x;', '(for (T: int = 0) (< T 1) (post++ T) (- T 1);) (x: T)'],
  ['T T = 1; T++;', '(T: T = 1) (post++ T);'],
  ['enum { T }; T * 2;', '(enum{T}) (* T 2);'],
  ['typedef char *T; T x;', '(T: *typedef char) (x: T)'],
  ['unsigned T; T = 1;', '(T: unsigned int) (= T 1);'],
  ['const T x;', '(x: const T)'],
  ['T: x.T = p->T; goto T;', '(T: (= (. x T) (-> p T));) (goto T)'],
  ['struct T { T T; } x = {.T = 1};', '(x: struct T{T: T} = {.T=1})'],
  ['int g(T), h(int (T)), k(int T); T x;', '(g: (T)int) (h: ((T)int)int) (k: (T: int)int) (x: T)'],
  ['void g(T T) { T++; } T x;', '(define g: (T: T)void {(post++ T);}) (x: T)'],
  ['int a = sizeof(T), T = a; T++;', '(a: int = (sizeof <T>)) (T: int = a) (post++ T);'],
]

describe('a name that may be a type', () => {
  test.each(AMBIGUITIES)('%s', (source, tree) => {
    expect(body(source, 'typedef int T;')).toBe(tree)
  })
})

const STATEMENTS: readonly [source: string, tree: string][] = [
  ['if (a) if (b) c; else d; else if (e) f; else g;', '(if a (if b c; d;) (if e f; g;))'],
  ['while (x) ; do x--; while (x);', '(while x ;) (do x (post-- x);)'],
  [
    'for (;;) break; for (i = 0, j = 1; i; i--) continue;',
    '(for _ _ _ (break)) (for (, (= i 0) (= j 1)) i (post-- i) (continue))',
  ],
  ['switch (x) { case 1: case 2 ... 4: y; default: ; }', '(switch x {(case 1 (case 2..4 y;)) (default ;)})'],
  ['a: b: int x; c: ', '(a: (b: ;)) (x: int) (c: ;)'],
  ['x: __attribute__((unused)) y; __attribute__((fallthrough));', '(x: y;) ;'],
  ['__label__ a, b; a: ;', '(a: ;)'],
  ['return; return 1, 2;', '(return) (return (, 1 2))'],
]

describe('a statement', () => {
  test.each(STATEMENTS)('%s', (source, tree) => {
    expect(body(source)).toBe(tree)
  })
})

/** The expression in `int x = …;`, on line 1 from column 9 on. */
function initial(source: string): Expression {
  const declaration = read(`int x = ${source};`).unit?.declarations[0]
  if (declaration?.kind !== 'declaration') throw new Error('no declaration')
  const initialiser = declaration.declarators[0]?.initialiser
  if (initialiser?.kind !== 'expression') throw new Error('no initialiser')
  return initialiser.value
}

describe('places', () => {
  test('of an expression: from its first token to behind its last', () => {
    const sum = initial('(a + b) * cc')
    expect(sum).toMatchObject({ place: { line: 1, column: 9 }, endLine: 1, endColumn: 21 })
    if (sum.kind !== 'binary') throw new Error('no binary')
    expect(sum.operatorPlace.column).toBe(17)
    expect(sum.left).toMatchObject({ place: { column: 10 }, endColumn: 15 })
  })

  test('of a member: its name has one of its own', () => {
    expect(initial('a\n .b')).toMatchObject({
      place: { line: 1 },
      endLine: 2,
      endColumn: 4,
      namePlace: { line: 2, column: 3 },
    })
  })

  test('of a function: to behind its brace', () => {
    const [main] = read('int x;\nint main(void) {\n  return 0;\n}\n').unit!.declarations.slice(1)
    expect(main).toMatchObject({ place: { line: 2, column: 1 }, endLine: 4, endColumn: 2 })
  })
})
