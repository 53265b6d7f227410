'use strict';
// The bundles of the built Lean runners against the published ones; skipped until `just lean-build` has run.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { describe, test } = require('node:test');

const lean = path.join(__dirname, '..', '..');
const repository = path.join(lean, '..');
const reference = path.join(path.resolve(repository, process.env.PARITAS_REFERENCE || 'reference'), 'search-parity');

const read = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));

function run(executable, words, input) {
  const { status, stdout, stderr } = spawnSync(executable, words, { encoding: 'utf8', input, timeout: 300_000 });
  return { status, stdout, stderr };
}

const RUNNERS = [
  { name: 'semantic_effect_parity_runner', version: 'semantic_effect_parity_v1', published: 'semantic-effects.json', operations: ['bundle'] },
  { name: 'search_parity_runner', version: 'search_parity_v13', published: 'search-parity.json', operations: ['bundle', 'search'] },
];

for (const { name, version, published, operations } of RUNNERS) {
  const executable = path.join(lean, '.build', 'bin', name);
  describe(name, { skip: fs.existsSync(executable) ? false : 'not built; run just lean-build' }, () => {
    test('prints the published bundle as one line with sorted members, whatever its arguments', () => {
      const { status, stdout, stderr } = run(executable, ['no', '--serve'], 'not read');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.match(stdout, /^\{[^\n]*\}\n$/);
      const bundle = JSON.parse(stdout);
      assert.deepEqual(bundle, read(repository, 'corpus', published));
      assert.deepEqual(Object.keys(bundle), Object.keys(bundle).toSorted());
    });

    test('serves the same bundle', () => {
      const { status, stdout } = run(executable, ['--serve'], '{"id":1,"operation":"bundle","payload":7}\n{"id":2,"operation":"fly"}\n');
      assert.equal(status, 0);
      const [handshake, answer, refusal] = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
      assert.deepEqual(handshake, { implementation: { kind: 'lean-model' }, name, operations, schema_versions: [version], version: '0.1.0' });
      assert.deepEqual(answer, { id: 1, result: read(repository, 'corpus', published) });
      assert.equal(refusal.error.code, 'UNKNOWN_OPERATION');
    });
  });
}

/** The fixture graphs of spec 52 §8.7 and §8.11. */
const GRAPHS = {
  parity: { edges: [[0, 1, 1], [0, 2, 1], [1, 4, 1], [2, 5, 1]], accepted: [5] },
  tie_and_re_parent: { edges: [[0, 1, 4], [0, 2, 1], [2, 1, 1], [1, 3, 1]], accepted: [3] },
  vectors: { edges: [[0, 1, 1], [0, 2, 1], [1, 3, 1], [2, 3, 2]], accepted: [3] },
};

const search = path.join(lean, '.build', 'bin', 'search_parity_runner');
const absent = fs.existsSync(search) ? !fs.existsSync(reference) && 'no published vectors; run just reference CHECKOUT or set PARITAS_REFERENCE' : 'not built; run just lean-build';
test('the inventory is that of the published vectors, as maps', { skip: absent }, () => {
  const bundle = JSON.parse(run(search, []).stdout);
  const files = fs.readdirSync(reference).filter((file) => file.endsWith('.json'));
  assert.ok(files.length > 0);
  const snake = (word) => word.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const map = (list, member) => Object.fromEntries(list.map((entry) => [entry.name, typeof entry[member] === 'string' ? snake(entry[member]) : entry[member]]));
  for (const file of files) {
    const pack = read(reference, file).theorem_pack;
    assert.deepEqual(map(bundle.theorem_pack_inventory, 'present'), map(pack.inventory, 'present'));
    assert.deepEqual(map(bundle.fairness_inventory, 'present'), map(pack.inventory, 'present'));
    assert.deepEqual(map(bundle.theorem_pack_inventory_classes, 'support_class'), map(pack.inventory_support_classes, 'support_class'));
    assert.deepEqual(map(bundle.theorem_pack_inventory_problem_classes, 'problem_class'), map(pack.inventory_problem_classes, 'problem_class'));
    assert.equal(bundle.theorem_pack_gate, pack.gate);
    assert.equal(bundle.theorem_pack_service_bound_steps, pack.canonical_service_bound_steps);
    assert.equal(bundle.theorem_pack_goal_window_discovery_suffix_bound_steps, pack.canonical_goal_window_discovery_suffix_bound_steps);
  }
});

test('published searches are what the model makes of their graphs, round by round', { skip: fs.existsSync(search) ? false : 'not built; run just lean-build' }, () => {
  const lines = fs.readFileSync(path.join(repository, 'corpus', 'search-vectors.jsonl'), 'utf8').trimEnd().split('\n');
  const published = lines.map((line) => JSON.parse(line)).map(({ id, value }) => ({ graph: id.split('/')[0], value }));
  assert.ok(published.length > 0);
  if (fs.existsSync(reference)) {
    fs.readdirSync(reference).filter((file) => file.endsWith('.json'))
      .forEach((file) => published.push({ graph: 'vectors', value: read(reference, file) }));
  }
  const requests = published.map(({ graph }, id) => ({ id, operation: 'search',
    payload: { ...GRAPHS[graph], expected: [], start: 0, epsilon_milli: 1000, epoch: 1, commands: [{ steps: 64 }] } }));
  const { stdout } = run(search, ['--serve'], requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const answers = stdout.trimEnd().split('\n').slice(1).map((line) => JSON.parse(line));
  assert.equal(answers.length, published.length);
  published.forEach(({ value }, index) => {
    const { states, error } = answers[index].result;
    assert.equal(error, null);
    let committed = 0;
    const rounds = states.map((state) => {
      const commits = state.normalized_commit_trace.slice(committed);
      committed += commits.length;
      return { batch_nodes: state.last_batch_nodes, commits, epoch: state.epoch, phase: state.phase, snapshot_id: state.snapshot_id, state };
    });
    const shown = (member, state) => Object.fromEntries(Object.keys(member).map((key) => [key, state[key]]));
    assert.deepEqual(
      rounds.map(({ state, ...round }, i) => ({ ...round, state_after_round: shown(value.replay_rounds[i].state_after_round, state) })),
      value.replay_rounds.map(({ fairness_certificate: _, ...round }) => round));
    const last = states.at(-1);
    const { observation } = value;
    for (const key of ['normalized_commit_trace', 'selected_result_publication_trace', 'selected_result_cost', 'selected_result_witness',
      'graph_epoch_trace', 'productive_steps', 'total_scheduler_steps']) {
      assert.deepEqual(last[key], observation[key], key);
    }
    assert.deepEqual(last.parent_map, observation.canonical_parent_map);
  });
});
