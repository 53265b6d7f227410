'use strict';
// The verdicts of the built conformance runner about logs that can be judged by hand; skipped until `just lean-build` has run.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { describe, test } = require('node:test');

const runner = path.join(__dirname, '..', '..', '.build', 'bin', 'conformance_runner');

/** {@return the handshake and the answers of one serving process} */
function serve(requests) {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { status, stdout, stderr } = spawnSync(runner, ['--serve'], { encoding: 'utf8', input, timeout: 300_000 });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

const END = { kind: 'end' };
const comm = (sender, receiver, branches) => ({ kind: 'comm', sender, receiver,
  branches: Object.entries(branches).map(([name, continuation]) => ({ label: { name, sort: 'unit' }, continuation })) });
const rec = (name, body) => ({ kind: 'rec', var: name, body });
const again = (name) => ({ kind: 'var', name });

/** `A!B.x` sends, `B?A.x` receives, `A+B.x` chooses, `A.` ends. */
function event(word) {
  const [, role, sign, peer, label] = /^(\w+)([!?+.])(?:(\w+)\.(\w+))?$/.exec(word);
  const action = { '!': 'send', '?': 'receive', '+': 'choose', '.': 'end' }[sign];
  return action === 'end' ? { role, action } : { role, action, peer, label };
}
const events = (text) => text.split(' ').filter((word) => word !== '').map(event);

const COMPLETE = { verdict: 'complete' };
const SO_FAR = { verdict: 'so_far' };
const violates = (index) => ({ verdict: 'violates', event: index });

const ASK = comm('A', 'B', { ask: comm('B', 'A', { answer: END }) });
const TWO = comm('A', 'B', { x: comm('A', 'C', { y: END }) });
const STREAM = rec('X', comm('A', 'B', { more: again('X'), done: END }));
const PIPE = comm('A', 'B', { x: comm('A', 'B', { y: END }) });
// C learns of the choice between left and right from B.
const TOLD = comm('A', 'B', { left: comm('B', 'C', { go: END }), right: comm('B', 'C', { stay: END }) });
const UNGUARDED = rec('X', rec('Y', again('X')));
const THEN_UNGUARDED = comm('A', 'B', { x: UNGUARDED });

const LOGS = [
  ['nothing has happened yet', ASK, '', SO_FAR],
  ['a protocol without messages is through before it begins', END, '', COMPLETE],
  ['both messages have arrived', ASK, 'A!B.ask B?A.ask B!A.answer A?B.answer', COMPLETE],
  ['both roles may end then, in any order', ASK, 'A!B.ask B?A.ask B!A.answer A?B.answer B. A.', COMPLETE],
  ['B may end before A has received, but A has not', ASK, 'A!B.ask B?A.ask B!A.answer B.', SO_FAR],
  ['A still has to receive when it ends', ASK, 'A!B.ask B?A.ask B!A.answer A.', violates(3)],
  ['A ends twice', ASK, 'A!B.ask B?A.ask B!A.answer A?B.answer A. A.', violates(5)],
  ['the answer is still on its way', ASK, 'A!B.ask B?A.ask B!A.answer', SO_FAR],
  ['B answers before it has received', ASK, 'A!B.ask B!A.answer', violates(1)],
  ['B receives what nobody has sent', ASK, 'B?A.ask', violates(0)],
  ['A sends what the protocol does not name', ASK, 'A!B.answer', violates(0)],
  ['the first of two violations counts', ASK, 'A!B.ask A!B.ask A!B.ask', violates(1)],
  ['Z is no role', ASK, 'A!B.ask Z!A.ask', violates(1)],
  ['Z is no role, so it cannot end', END, 'Z.', violates(0)],
  ['A sends to C what is for B', TWO, 'A!C.y', violates(0)],
  ['C may receive before B: their queues are apart', TWO, 'A!B.x A!C.y C?A.y B?A.x', COMPLETE],
  ['B receives x before y: one queue keeps its order', PIPE, 'A!B.x A!B.y B?A.y', violates(2)],
  ['A may send both before B receives', PIPE, 'A!B.x A!B.y B?A.x B?A.y', COMPLETE],
  ['a choice is a send', STREAM, 'A+B.more B?A.more A+B.done B?A.done', COMPLETE],
  ['a loop may begin again', STREAM, 'A!B.more A!B.more B?A.more', SO_FAR],
  ['after done the loop is left', STREAM, 'A!B.more A!B.done A!B.more', violates(2)],
  ['C follows what B has told', TOLD, 'A!B.right B?A.right B!C.stay C?B.stay', COMPLETE],
  ['B tells C of the other choice', TOLD, 'A!B.right B?A.right B!C.go', violates(2)],
  ['a loop that does nothing has no role', UNGUARDED, 'A!B.x', violates(0)],
  ['a loop that does nothing is the end', THEN_UNGUARDED, 'A!B.x A. B?A.x B.', COMPLETE],
];

describe('conformance_runner', { skip: fs.existsSync(runner) ? false : 'not built; run just lean-build' }, () => {
  test('names its operations', () => {
    const [handshake] = serve([]);
    assert.deepEqual(handshake, { implementation: { kind: 'lean-model' }, name: 'conformance_runner',
      operations: ['conform', 'role_equivalent'], schema_versions: ['lean_bridge.v1'], version: '0.1.0' });
  });

  test('logs have the verdicts that a reader gives them', () => {
    const [, ...answers] = serve(LOGS.map(([, type, log]) =>
      ({ operation: 'conform', payload: { global_type: type, events: events(log) } })));
    LOGS.forEach(([why, , log, verdict], id) => assert.deepEqual(answers[id], { id, result: verdict }, `${why}: ${log}`));
    assert.equal(answers.length, LOGS.length);
  });

  test('what cannot be asked is refused, with the place', () => {
    const refused = [
      // C would have to receive from A or from B, without knowing which.
      [{ global_type: comm('A', 'B', { x: comm('A', 'C', { m: END }), y: comm('B', 'C', { m: END }) }), events: [] },
        'global_type: role C has no projection'],
      [{ global_type: { kind: 'x' }, events: [] }, 'global_type: invalid GlobalType kind: x'],
      [{ global_type: END, events: [{ role: 'A', action: 'end' }, { role: 'A', action: 'fly' }] }, 'events[1]: unknown action: fly'],
    ];
    const [, ...answers] = serve(refused.map(([payload]) => ({ operation: 'conform', payload })));
    refused.forEach(([, message], id) => assert.deepEqual(answers[id], { id, error: { code: 'REFUSED', message } }));
    const [, missing, choice] = serve([
      { operation: 'conform', payload: { global_type: END, events: [{ role: 'A', action: 'send', peer: 'B' }] } },
      { operation: 'role_equivalent', payload: { left: [], right: events('A+B.x') } },
    ]);
    assert.equal(missing.error.code, 'REFUSED');
    assert.match(missing.error.message, /^events\[0\]: /);
    assert.equal(choice.error.message, 'right[0]: a trace has the actions send and receive only');
  });

  test('traces are the same for the roles, or not', () => {
    const pairs = [
      ['nobody sees which of two senders was first', 'A!B.x C!D.y', 'C!D.y A!B.x', true, true],
      ['A sees what it sends first', 'A!B.x A!C.y', 'A!C.y A!B.x', false, true],
      ['B sees what it receives first', 'A!B.x C!B.y B?A.x B?C.y', 'A!B.x C!B.y B?C.y B?A.x', false, true],
      ['a receive may wait for a later send', 'A!B.x B?A.x A!B.x B?A.x', 'A!B.x A!B.x B?A.x B?A.x', true, true],
      ['what comes before its send is in the same order for each role, and cannot happen', 'A!B.x B?A.x', 'B?A.x A!B.x', true, false],
      ['one event more', 'A!B.x', 'A!B.x B?A.x', false, true],
      ['y is not the oldest message', 'A!B.x A!B.y B?A.y', 'A!B.x A!B.y B?A.y', true, false],
    ];
    const [, ...answers] = serve(pairs.map(([, left, right]) =>
      ({ operation: 'role_equivalent', payload: { left: events(left), right: events(right) } })));
    pairs.forEach(([why, , , equivalent, wellFormed], id) =>
      assert.deepEqual(answers[id], { id, result: { equivalent, well_formed: wellFormed } }, why));
  });

  test('one process answers one document', () => {
    const ask = (input) => {
      const { status, stdout, stderr } = spawnSync(runner, [], { encoding: 'utf8', input, timeout: 300_000 });
      return { status, stdout, stderr };
    };
    const payload = { global_type: ASK, events: events('A!B.ask B!A.answer') };
    assert.deepEqual(ask(JSON.stringify({ operation: 'conform', payload })),
      { status: 0, stdout: '{"event":1,"verdict":"violates"}\n', stderr: '' });
    assert.deepEqual(ask('{"operation":"fly"}'),
      { status: 1, stdout: '', stderr: 'uncaught exception: unsupported operation: fly\n' });
  });
});
