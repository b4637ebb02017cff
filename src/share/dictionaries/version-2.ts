import { COMMON_LINES, LIBRARY_WORDS, LINKED_BLOCKS, LONGER_PROGRAMS } from './c-texts.ts'

/** Ids 0 to 63, each requested and freed once, as most small traces have them. */
const OPERATIONS = Array.from({ length: 64 }, (_, id) => `f ${id}\na ${id} `).join('')

const SIZES = [1, 4, 8, 10, 12, 20, 24, 30, 32, 40, 48, 50, 60, 64, 80, 96, 100, 112, 120, 128, 150, 200, 240]
  .concat([250, 256, 300, 400, 448, 500, 512, 600, 1000, 1024, 2000, 4000, 4072, 4096, 8192, 10000, 65536])
  .map((size) => `${size}\na `)
  .join('')

/** What stands around a text in the JSON of a link: kinds, options, settings. */
const SETTINGS = [
  '"minSize":16,"maxSize":512,"live":100,"realloc":10,"large":10,"operations":1000}',
  'uniform bimodal lifo fifo ramp sawtooth swiss-cheese',
  '{"k":"generator","h":"uniform","e":1,"q":{"operations":',
  '{"k":"ostep","g":"-n 10 -H 0 -S 100 -b 1000 -a 4 -p BEST -p WORST -p FIRST -l ADDRSORT -l SIZESORT+ -l SIZESORT- -l INSERT-FRONT -l INSERT-BACK -C -r 10 -P 50 -A +10,-0,+20,-1 -c -s 0"}',
  '"policy":"WORST","policy":"FIRST","order":"SIZESORT+","coalesce":true,"headerSize":4,"base":1000,"size":100,',
  '"classes":"power-of-two","header":"8","pool":"4096","nalloc":1024,"giveBack":false,"guard":true,"place":"end","place":"start",',
  '"mallocZero":"null","rover":"at","ends":"sentinels","realloc":"move","trimThreshold":4096,"mmapThreshold":131072,',
  '"initial":4096,"increment":4096,"growth":"need","split":32,"split":64,"alignment":"8","footers":"free","tag":"4",',
  '"coalescing":"deferred","coalescing":"never","list":"explicit","list":"lifo","list":"fifo","list":"address","list":"size",',
  '"placement":"next","placement":"best","placement":"worst"',
  'mallocng ptmalloc ostep buddy segregated linked bump csapp-best-fit csapp-next-fit csapp-first-fit explicit-size explicit-address explicit-fifo explicit-lifo worst-fit best-fit next-fit',
  '"model":"ilp32","output":"pipe","defines":["NDEBUG"],"inputEnds":true,"input":"',
].join('')

/** How a link ends: settings of the process and the run, position, view. */
const ENDS = [
  '"p":{"l":"oracle","e":1,"d":65536,"w":1048576,"z":401408},',
  '"r":{"u":"continue","u":"abort","f":-1,"f":0,"y":false,"instructions":1000000}',
  '"}],"input":""},"a":{"i":"pages"},"a":{"i":"kr"},"a":{"i":"classroom"},"r":{"y":false}},',
  '"}]},"a":{"i":"classroom","o":{"',
  '"}]},"a":{"i":"first-fit"}},"m":{"j":1,"T":2},"v":{"bytesPerRow":128,"bytesPerRow":256,"bytesPerRow":512,',
  '"breakpoints":"main.c:10","mapFrom":9382499223,"inspect":9382499223',
].join('')

/** How a link begins. */
const BEGINNINGS = [
  '{"c":{"t":"A heap in lines","s":{"k":"trace","n":"typed.rep","x":"20000\\n0\\n6\\n12\\n1\\na 0 ',
  '","text":"#include <stdio.h>\\n#include <stdlib.h>\\n\\nint main(void) {\\n  ',
  '"},{"name":"malloc.c","text":"',
  '{"c":{"t":"A program","s":{"k":"c","files":[{"name":"main.c","text":"#include <stdlib.h>\\n\\nint main(void) {\\n  char *',
].join('')

/** The words of links of version 2: C programs, traces and our JSON. Never to be changed. */
export const DICTIONARY_2 = [
  SETTINGS,
  asInJson('\nw 0 0 00\nx 0 0 8\nF 0\nb\nt 0\nu 0\nm 0 16 \nc 0 1 \nr 0 '),
  asInJson(SIZES),
  asInJson(OPERATIONS),
  asInJson('\nf 0\nf 1\nf 2\nf 3\nf 4\nf 5\nf 6\nf 7\n'),
  asInJson(LIBRARY_WORDS),
  asInJson(LONGER_PROGRAMS),
  asInJson(LINKED_BLOCKS),
  asInJson(COMMON_LINES),
  ENDS,
  BEGINNINGS,
].join('')

function asInJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
