// Who may import whom, as one table: the arrows of the house run one way. `target` is a path from the root, or `package:<name>`.
// (oxlint's no-restricted-imports says the commonest of these in the editor already; circles are oxlint's import/no-cycle.)

/** @typedef {{ from: string, target: string, typeOnly: boolean }} Arrow */
/** @typedef {{ from: RegExp, forbids: (arrow: Arrow) => boolean, say: string }} Rule */

const featureOf = (/** @type {string} */ path) => /^renderer\/features\/([^/]+)/.exec(path)?.[1]
const isPackage = (/** @type {Arrow} */ { target }, /** @type {RegExp} */ name) =>
  target.startsWith('package:') && name.test(target.slice('package:'.length))

/** @type {Rule[]} */
export const rules = [
  {
    from: /^db\/model\//,
    forbids: (arrow) => !arrow.target.startsWith('db/model/') && !isPackage(arrow, /^zod($|\/)/),
    say: 'db/model is pure and runs in the window too: it imports zod and its own files only. Take what you need as an argument.',
  },
  {
    from: /^db\//,
    forbids: ({ target }) => /^(electron|renderer)\//.test(target),
    say: 'the register runs without a shell and without a window: move what is shared into db/model or db/contract.',
  },
  {
    from: /^renderer\//,
    forbids: ({ target }) => target.startsWith('db/') && !/^db\/(model\/|contract(\.ts|\/))/.test(target),
    say: 'the window knows db/model and db/contract only: ask the register through a call (api.ts).',
  },
  {
    from: /^renderer\//,
    forbids: (arrow) =>
      arrow.target.startsWith('electron/') || isPackage(arrow, /^(node:|electron($|\/)|better-sqlite3$)/),
    say: 'the window is sandboxed: it reaches the shell through window.shell and the register through window.registry.',
  },
  {
    from: /^electron\//,
    forbids: ({ target, typeOnly }) =>
      target.startsWith('db/') &&
      !/^db\/model\/texts(\.ts|\/)/.test(target) &&
      !(typeOnly && /^db\/(contract(\.ts|\/)|model\/)/.test(target)),
    say: 'the shell knows the types of db/contract and db/model and the words of db/model/texts: everything else is a call to the registry process.',
  },
  {
    from: /^electron\//,
    forbids: (arrow) =>
      arrow.target.startsWith('renderer/') || isPackage(arrow, /^(better-sqlite3|react|react-dom)($|\/)/),
    say: 'the shell draws nothing and knows no SQL.',
  },
  {
    from: /^(db|renderer|build)\//,
    forbids: (arrow) => isPackage(arrow, /^electron($|\/)/) && arrow.from !== 'build/runtime/default-app/main.js',
    say: 'only files in electron/ import electron.',
  },
  {
    from: /^renderer\/components\//,
    forbids: ({ target }) => /^renderer\/(features|stores)\//.test(target) || /^renderer\/api[./]/.test(target),
    say: 'a shared component knows no calls and no feature: give it what it shows as props.',
  },
  {
    from: /^renderer\/features\//,
    forbids: ({ from, target }) => featureOf(target) !== undefined && featureOf(target) !== featureOf(from),
    say: 'a feature never imports another feature: move what both need to renderer/components or renderer/stores.',
  },
  {
    from: /^(electron|db|renderer)\//,
    forbids: ({ target }) => /^(tests|build)\//.test(target),
    say: 'the product imports nothing from tests/ or build/.',
  },
  {
    from: /^build\//,
    // of the contract the bundler writes the rules alone into the window
    forbids: ({ target }) => /^(electron|db|renderer|tests)\//.test(target) && target !== 'db/contract.ts',
    say: 'build/ only names the product’s files, it does not run them.',
  },
]

/**
 * @param {Arrow} arrow
 * @returns {string[]} what the broken rules say, empty when the arrow is allowed
 */
export function complaints(arrow) {
  return rules.filter((rule) => rule.from.test(arrow.from) && rule.forbids(arrow)).map((rule) => rule.say)
}
