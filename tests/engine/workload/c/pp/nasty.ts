/** Inputs on which preprocessors differ, each compared with gcc's output. The first ones follow C99 6.10.3. */
export const NASTY: Readonly<Record<string, string>> = {
  'C99 example 3: redefinition and reexamination': `
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define h g(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(x) # x
f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);
g(x+(3,4)-w) | h 5) & m
    (f)^m(m);
p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };
char c[2][6] = { str(hello), str() };
`,
  'C99 example 4: # and ##': `
#define str(s) # s
#define xstr(s) str(s)
#define debug(s, t) printf("x" # s "= %d, x" # t "= %s", \\
            x ## s, x ## t)
#define INCFILE(n) vers ## n
#define glue(a, b) a ## b
#define xglue(a, b) glue(a, b)
#define HIGHLOW "hello"
#define LOW LOW ", world"
debug(1, 2);
fputs(str(strncmp("abc\\0d", "abc", '\\4')
  == 0) str(: @\\n), s);
xstr(INCFILE(2).h)
glue(HIGH, LOW);
xglue(HIGH, LOW)
`,
  'C99 example 2: hash_hash': `
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
char p[] = join(x, y);
`,
  'C99 example 5: placemarkers': `
#define t(x,y,z) x ## y ## z
int j[] = { t(1,2,3), t(,4,5), t(6,,7), t(8,9,), t(10,,), t(,11,), t(,,12), t(,,) };
`,
  'C99 example 7: variable arguments': `
#define debug(...) fprintf(stderr, __VA_ARGS__)
#define showlist(...) puts(#__VA_ARGS__)
#define report(test, ...) ((test)?puts(#test): printf(__VA_ARGS__))
debug("Flag"); debug("X = %d\\n", x); showlist(The first, second, and third items.);
report(x>y, "x is %d but y is %d", x, y);
`,
  'GNU commas': `
#define e(fmt, ...) printf(fmt, ## __VA_ARGS__)
#define n(args...) h(0, ##args)
#define only(...) (0, ## __VA_ARGS__)
#define X 1
e("x") e("x",) e("x", X, e(2)) n() n(,) n(X) only() only(X) only(,)
#define two(a, b, rest...) a b rest
two(1, 2) two(1, 2,) two(1, 2, 3, 4)
`,
  __VA_OPT__: `
#define F(a, ...) f(a __VA_OPT__(,) __VA_ARGS__)
#define EMPTY
#define G(X, ...) f(0, X __VA_OPT__(,) __VA_ARGS__)
#define SDEF(sname, ...) S sname __VA_OPT__(= { __VA_ARGS__ })
#define H2(X, Y, ...) __VA_OPT__(X ## Y,) __VA_ARGS__
#define H4(X, ...) __VA_OPT__(a X ## X) ## b
F(1) F(1,2) F(1,) F(1,EMPTY) G(a, b, c) G(a,) G(a) SDEF(foo); SDEF(bar, 1, 2); H2(a, b, c, d) H2(a,b) H4(, 1)
`,
  'a call that goes on behind a replacement': `
#define f(a) a*g
#define g(a) f(a)
f(2)(9)
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
#define obj fn
#define fn(x) <x obj>
obj (1) (2) obj
(3) fn
`,
  'mutual recursion': `
#define a b
#define b a
#define c c c
a b c a
#define AA BB
#define BB CC AA
#define CC AA BB
AA BB CC
#define foo() bar
#define bar() foo()()()
foo()()()() bar()()
`,
  'painted names in arguments': `
#define f(x) x f
f(f)(1) f(f(1)) (f)(2)
#define g(x) f(x) g(x)
g(g(1)) g(f)(1)
#define id(x) x
id(id)(1) id(id(id)(1)) id(f)(g)(1)
`,
  'deferred expansion': `
#define EMPTY()
#define DEFER(id) id EMPTY()
#define OBSTRUCT(...) __VA_ARGS__ DEFER(EMPTY)()
#define EXPAND(...) __VA_ARGS__
#define A() 123
DEFER(A)() EXPAND(DEFER(A)())
#define REPEAT(n) n DEFER(REPEAT_I)()(n)
#define REPEAT_I() REPEAT
EXPAND(EXPAND(REPEAT(1)))
#define CAT(a, ...) PCAT(a, __VA_ARGS__)
#define PCAT(a, ...) a ## __VA_ARGS__
#define IIF(c) PCAT(IIF_, c)
#define IIF_0(t, ...) __VA_ARGS__
#define IIF_1(t, ...) t
IIF(1)(a, b, c) IIF(0)(a, b, c) CAT(IIF, _1)(x, y)
`,
  'directives among arguments': `
#define f(x, y) [x|y]
f(1
#ifdef NO
  wrong
#else
  right
#endif
  , 2)
f(
#define LATE 7
LATE, LATE
#undef LATE
LATE)
#define g() called
g
#define after 1
() g
()
`,
  'whitespace in strings': `
#define s(x) #x
#define x(y) s(y)
#define e
#define pair(a,b) a b
s(  a   b	c  ) s(a/* c */b) s("a\\n" 'b' '"' "\\"") s(\\) s() s( ) s(L"x" u8"y")
x(pair(1,2)) x(pair( 1 , 2 )) x(a e-b) x(e e) x(f( e 1 )) x(- e- +e+) s(a
b)
`,
  pasting: `
#define cat(a,b) a##b
#define xcat(a,b) cat(a,b)
cat(+,+) cat(<,<=) cat(1,e) cat(1.,5e3) cat(.,1) cat(L,'x') cat(u8,"s") cat(a,1) cat(-,>) cat(x,) cat(,y) [cat(,)]
xcat(cat(a,b),c) cat(cat(1,2),3) xcat(xcat(1,2),3) cat(a b,c d) cat(__LI,NE__) cat(%:,%:)
#define cat3(a,b,c) a##b##c
cat3(a,,b) cat3(,,) cat3(,a,) cat3(1,.,2)
`,
  'digraphs and odd tokens': `
<: :> <% %> %: %:%: <<= >>= ... .. . -> ->* ++ +++ -- ## # $x x$ 0x1p-3 1.e+5 0b11 1..2 1e+ a.b 'ab' L'\\x1' "a" "b"
%: define X digraph
X
`,
  'continued lines': `
#def\\
ine X\\
Y 1 \\
  + 2
XY "a\\
b" 'c\\
' /\\
/ comment \\
goes on
/\\
* this, too *\\
/ 3 +\\
+ 4
`,
  comments: `
a/**/b /* " */ c // ' "
"/* no */" '//' /***/ d /* // */ e
#define X /* in
 a directive */ 1
X
#/**/define/**/Y/**/2
Y
`,
  conditionals: `
#define A 1
#if A
one
# if B
two
# elif A == 1 && !defined(B) && defined A
three
# else
four
# endif
#elif 1/0
five
#else
six
#endif
#if 0
don't "care
#if 1
#else
#elif
#endif nonsense
#elif defined(A) == 1
seven
#endif
#ifndef B
eight
#endif
#ifdef A
nine
#else
#error not reached
#endif
#if 0
#elif 0
#else
ten
#endif
`,
  'values of conditions': `
#if -1 > 0u
a
#endif
#if (2 || 1/0) && !(0 && 1/0) && (1 ? 2 : 1/0)
b
#endif
#if 0x7fffffffffffffff + 1 < 0
c
#endif
#if 18446744073709551615 == -1 && ~0u == 0xffffffffffffffff
d
#endif
#if 'a' == 97 && '\\377' < 0 && 'ab' == 24930 && L'\\xffff' > 0
e
#endif
#if -8 >> 1 == -4 && 1 << 3 == 8 && -7 / 2 == -3 && -7 % 2 == -1 && 1u << 63 > 0
f
#endif
#if (1, 2) == 2 || 1
g
#endif
#if unknown || true || (unknown) + 1 - 1
h
#else
i
#endif
#if 5 - 2 - 1 == 2 && 2 + 3 * 4 == 14 && (1 | 2 ^ 3 & 4) == 3 && 1 < 2 == 1 && (0 ? 1 : 0 ? 2 : 3) == 3
j
#endif
#if (1 ? -1 : 0u) > 0
k
#endif
#if 0b101 == 5 && 010 == 8 && 0xAUL == 10 && 3lu == 3 && 3LLU == 3
l
#endif
#define EMPTY
#define one() 1
#if EMPTY one() EMPTY
m
#endif
#if __has_include(<stdio.h>) && !__has_include("nowhere.h")
n
#endif
#if defined EMPTY && defined(one) && !defined two
o
#endif
`,
  builtins: `
__LINE__ __COUNTER__ __COUNTER__ __INCLUDE_LEVEL__
#define L __LINE__
#define S(x) S2(x)
#define S2(x) #x
L S(__LINE__) S(L) S(
L
) __LINE__
#define ID(x) x __LINE__
ID(
 __LINE__
) ID(ID(
__LINE__))
#line 100
__LINE__
#line 200 "other.c"
__LINE__ __FILE__
# 300 "third.c"
__LINE__ __FILE__
#define N 400
#line N
__LINE__
__STDC__ __STDC_VERSION__ __GNUC__ __CHAR_BIT__ __x86_64__ linux __SIZE_TYPE__ __INT64_C(1)
`,
  'names that look special': `
#define if while
#define int long
#define EMPTY
if (int) EMPTY else
#undef if
if
#define __VA_ARGS 1
__VA_ARGS
#define f(__x, _y) __x _y
f(_y, __x)
#define assert(x) ((void)0)
assert (
 1 , ) assert
`,
  'macros that swallow parentheses': `
#define LP (
#define RP )
#define f(x) [x]
f LP 1 RP f(LP) f((1,2)) f((,))
`,
  'push and pop': `
#define X 1
#pragma push_macro("X")
#undef X
#define X 2
X
#pragma pop_macro("X")
X
`,
  'malloc lab idioms': `
#define WSIZE 4
#define DSIZE 8
#define PACK(size, alloc) ((size) | (alloc))
#define GET(p) (*(unsigned int *)(p))
#define PUT(p, val) (*(unsigned int *)(p) = (val))
#define GET_SIZE(p) (GET(p) & ~0x7)
#define HDRP(bp) ((char *)(bp) - WSIZE)
#define FTRP(bp) ((char *)(bp) + GET_SIZE(HDRP(bp)) - DSIZE)
#define NEXT_BLKP(bp) ((char *)(bp) + GET_SIZE(((char *)(bp) - WSIZE)))
#define PREV_BLKP(bp) ((char *)(bp) - GET_SIZE(((char *)(bp) - DSIZE)))
#define dbg_printf(...) printf(__VA_ARGS__)
#define CHECKHEAP(verbose) printf("%s\\n", __func__); mm_checkheap(verbose)
PUT(HDRP(NEXT_BLKP(bp)), PACK(GET_SIZE(FTRP(PREV_BLKP(bp))), 0)); CHECKHEAP(1); dbg_printf("%d %s", 1, #x);
#ifdef DRIVER
#define malloc mm_malloc
#else
#define malloc(n) my_malloc(n, __FILE__)
#endif
malloc(malloc(1)); int (*f)(int) = malloc;
`,
}
