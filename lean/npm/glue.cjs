'use strict';
// Rewrites the JavaScript half of the Lean build (lean.js), which starts the WebAssembly half.
//
// As published it is 89 MB, nearly all of it lists of 200,000 symbols of which the script itself uses fifty. Every patch
// below must match exactly once; a build that differs is refused.

/** The launcher leaves its settings in this global object; worker threads have none and take the defaults. */
const SETTINGS = 'var PARITAS=globalThis.PARITAS_LEAN||{};var console=PARITAS.console||globalThis.console;';

/** Symbols are found by bisection in the sorted list that wasm.cjs writes; data symbols stay exports. */
const FIND_SYMBOL = 'var paritasSymbols;var paritasFind=name=>{if(!paritasSymbols){let file=fs.readFileSync(__dirname+"/lean.sym"),'
  + 'count=file.readUInt32LE(0);paritasSymbols={file,count,first:file.readUInt32LE(4),'
  + 'starts:new Uint32Array(file.buffer.slice(file.byteOffset+8,file.byteOffset+12+4*count))}}'
  + 'let{file,count,first,starts}=paritasSymbols,wanted=Buffer.from(name,"latin1"),low=0,high=count-1;'
  + 'while(low<=high){let middle=(low+high)>>1,order=wanted.compare(file,starts[middle],starts[middle+1]);'
  + 'if(order===0)return first+middle;if(order<0)high=middle-1;else low=middle+1}return 0};';

/**
 * Standard input in raw blocks. The original goes through process.stdin, which makes a pipe non-blocking, splits
 * characters at block borders, and waits for a full buffer, so that a line protocol would hang.
 */
const READ_INPUT = 'var paritasIn=Buffer.alloc(65536),paritasNext=0,paritasEnd=0;var FS_stdin_getChar=()=>{'
  + 'if(paritasNext===paritasEnd){for(;;){try{paritasNext=0;paritasEnd=fs.readSync(0,paritasIn,0,65536);break}catch(e){'
  + 'if(e.code==="EAGAIN"){Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,5);continue}'
  + 'if(e.code==="EOF"){paritasEnd=0;break}throw e}}if(paritasEnd===0)return null}return paritasIn[paritasNext++]};';

const PATCHES = [
  // What the launcher decides: module object, number of threads and processors, stack of the threads, environment.
  ['var Module=typeof Module!="undefined"?Module:{};', 'var Module=PARITAS.module||{};'],
  ['var pthreadPoolSize=4;', 'var pthreadPoolSize=PARITAS.threads??1;'],
  ['ENVIRONMENT_IS_NODE?require("os").cpus().length:', 'PARITAS.processors||2||'],
  ['{workerData:"em-pthread",name:"em-pthread"}',
    '{workerData:"em-pthread",name:"em-pthread",resourceLimits:{stackSizeMb:PARITAS.stackMb??64}}'],
  ['var ENV={};', 'var ENV=PARITAS.environment||{};'],
  // The library is looked for beside the executable.
  ['if(isNode){path=__filename}else{path="/bin/lean.wasm"}', 'path="/bin/lean";'],
  // The build mounts all of /home and /tmp; the launcher mounts what it was asked for.
  ['FS.mount(NODEFS,{root:"/home"},"/home");FS.mount(NODEFS,{root:"/tmp"},"/tmp");var cwd=process.cwd();',
    'var cwd=PARITAS.mount(FS,NODEFS);'],
  // `--run` works on the main stack, which is far too small: give it one in the linear memory.
  ['function callMain(args=[]){',
    'function callMain(args=[]){let size_=(PARITAS.stackMb??64)<<20,base_=_malloc(size_);'
    + '_emscripten_stack_set_limits(base_+size_,base_);stackRestore(base_+size_);'],
  // A boxed exit status is unboxed as a small number, so half its address comes back: read it there.
  ['var ret=entryFunction(argc,argv);',
    'var ret=entryFunction(argc,argv);if(ret>>>0>65535)ret=(growMemViews(),HEAPU32)[((ret*2>>>0)+8)>>>2];'],
  // Library symbols are inherited instead of copied one by one, in every thread.
  ['mergeLibSymbols(wasmExports,"main");',
    'for(let name of Object.keys(wasmImports))if(!isSymbolDefined(name)&&wasmExports[name])wasmImports[name]=wasmExports[name];'
    + 'Object.setPrototypeOf(wasmImports,wasmExports);wasmImports.main=wasmExports.__main_argc_argv;'],
  ['updateGOT(origExports);',
    '{let wanted={};for(let name in GOT)if(name in origExports)wanted[name]=origExports[name];updateGOT(wanted)}'],
  ['var __dlsym_js=(handle,symbol,symbolIndex)=>{symbol=UTF8ToString(symbol);',
    FIND_SYMBOL + 'var __dlsym_js=(handle,symbol,symbolIndex)=>{symbol=UTF8ToString(symbol);'
    + 'if(LDSO.loadedLibsByHandle[handle].exports===wasmImports){let address=paritasFind(symbol);if(address)return address;'
    + 'let data=wasmExports[symbol];if(data&&typeof data!="function")return data.value}'],
  ['newSymIndex=Object.keys(lib.exports).indexOf(symbol)',
    'newSymIndex=Object.hasOwn(lib.exports,symbol)?Object.keys(lib.exports).indexOf(symbol):-1'],
  // A read ends when what there is has been read.
  ['try{result=stream.tty.ops.get_char(stream.tty)}',
    'if(i&&paritasNext===paritasEnd&&stream.tty.ops===TTY.default_tty_ops)break;try{result=stream.tty.ops.get_char(stream.tty)}'],
];

function between(text, start, end, what) {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`lean.js: ${what} not found`);
  return { from, to };
}

/** The assignment `name=Module["..."]=...;` of one symbol in the body of the big function. */
function assignmentOf(name, body) {
  let at = body.indexOf(`;${name}=Module["`);
  if (at < 0) at = body.indexOf(`{${name}=Module["`);
  if (at < 0) throw new Error(`lean.js: ${name} is never assigned`);
  const end = body.indexOf(';', at + 1);
  return `${body.slice(at + 1, end < 0 ? body.length : end)};`;
}

/**
 * @param {string} source lean.js
 * @returns {{text: string, words: Set<string>}} the rewritten script, and every identifier it mentions
 */
function rewriteGlue(source) {
  const list = between(source, 'var _main,_lean_main,', 'function assignWasmExports(wasmExports){', 'list of symbols');
  const assign = between(source, 'function assignWasmExports(wasmExports){', '}var wasmImports;function assignWasmImports(){',
    'assignment of symbols');
  const head = source.slice(0, list.from);
  const tail = source.slice(assign.to + 1);
  const declared = new Set(source.slice(list.from + 'var '.length, list.to).replace(/;\s*$/, '').split(','));
  const words = new Set();
  for (const [word] of (head + tail).matchAll(/[A-Za-z_$][A-Za-z0-9_$]*/g)) words.add(word);
  const used = [...words].filter((word) => declared.has(word));
  const body = source.slice(assign.from, assign.to);
  const assignments = used.filter((name) => name !== 'wasmTable').map((name) => assignmentOf(name, body));

  let text = `${SETTINGS}${head}var ${used.join(',')};function assignWasmExports(wasmExports){${assignments.join('')}}${tail}`;
  for (const [original, replacement] of PATCHES) {
    const found = text.split(original).length - 1;
    if (found !== 1) throw new Error(`lean.js: found ${found} times instead of once: ${original.slice(0, 70)}`);
    text = text.replace(original, () => replacement);
  }
  const reader = between(text, 'var FS_stdin_getChar=()=>{', 'FS_stdin_getChar_buffer.shift()};', 'reader of standard input');
  text = text.slice(0, reader.from) + READ_INPUT + text.slice(reader.to + 'FS_stdin_getChar_buffer.shift()};'.length);
  return { text, words };
}

module.exports = { rewriteGlue };
