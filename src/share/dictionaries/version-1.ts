/** The numbers 0 to 63 each named once in requests and frees, as most small traces have them. */
const OPERATIONS = Array.from({ length: 64 }, (_, id) => `f ${id}\\na ${id} `).join('')

const SIZES = [
  1, 4, 8, 10, 12, 20, 24, 30, 32, 40, 48, 50, 60, 64, 80, 96, 100, 112, 120, 128, 150, 200, 240, 250,
]
  .concat([256, 300, 400, 448, 500, 512, 600, 1000, 1024, 2000, 2040, 4000, 4072, 4096, 8192, 10000, 65536])
  .map((size) => `${size}\\na `)
  .join('')

/** The words of links of version 1, made when scenarios were traces. Never to be changed. */
export const DICTIONARY_1 = [
  '"minSize":16,"maxSize":512,"live":100,"realloc":10,"large":10,"operations":1000}',
  'uniform bimodal lifo fifo ramp sawtooth swiss-cheese',
  '{"k":"generator","h":"uniform","e":1,"q":{"operations":',
  '{"k":"ostep","g":"-n 10 -H 0 -S 100 -b 1000 -a 4 -p BEST -p WORST -p FIRST -l ADDRSORT -l SIZESORT+ -l SIZESORT- -l INSERT-FRONT -l INSERT-BACK -C -r 10 -P 50 -A +10,-0,+20,-1 -c -s 0"}',
  '{"k":"file","n":"","b":',
  '"p":{"l":"oracle","e":1,"d":65536,"w":1048576,"z":401408}',
  '"r":{"u":"continue","u":"abort","f":-1,"y":false}',
  '"policy":"WORST","policy":"FIRST","order":"SIZESORT+","coalesce":true,"headerSize":4,"base":1000,"size":100,',
  '"nalloc":1024,"giveBack":false,"guard":false,"place":"end","classes":"power-of-two","header":"8","growth":"none","pool":"4096",',
  '"mallocZero":"null","rover":"at","ends":"sentinels","realloc":"move","trimThreshold":4096,"mmapThreshold":131072,',
  '"initial":4096,"increment":4096,"growth":"need","split":64,"alignment":"8","footers":"free","tag":"4",',
  '"coalescing":"deferred","coalescing":"never","list":"explicit","list":"lifo","list":"fifo","list":"address","list":"size",',
  '"placement":"first","placement":"next","placement":"best","placement":"worst"',
  'mallocng ptmalloc pages ostep buddy segregated linked bump kr classroom deferred never explicit-size explicit-address explicit-fifo explicit-lifo csapp-best-fit csapp-next-fit csapp-first-fit worst-fit best-fit next-fit',
  '\\nw 0 0 00\\nx 0 0 8\\nF 0\\nb\\nt 0\\nu 0\\nm 0 16 \\nc 0 1 \\nr 0 ',
  SIZES,
  OPERATIONS,
  '\\nf 0\\nf 1\\nf 2\\nf 3\\nf 4\\nf 5\\nf 6\\nf 7\\n"},"a":{"i":"first-fit","o":{"',
  '}},"m":{"j":10,"T":1},"v":{"inspect":true,"false","follow":"',
  '{"c":{"t":"A heap in lines","s":{"k":"trace","n":".rep","x":"20000\\n0\\n6\\n12\\n1\\na 0 ',
].join('')
