import { defineConfig } from 'oxlint'

import { importOverrides } from './scripts/lint/import-overrides.ts'

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out/**', 'dist/**'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-console': 'error',
    'no-eval': 'error',
    'no-param-reassign': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-readonly': 'error',
    'typescript/return-await': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/prefer-node-protocol': 'error',
    // Off, each for a reason. The JSX transform imports React by itself.
    'react/react-in-jsx-scope': 'off',
    // Branded types are made by assertion, in one place each.
    'typescript/no-unsafe-type-assertion': 'off',
    // Order is what packing and printing are about: awaiting one by one is the intent.
    'no-await-in-loop': 'off',
    // Scanners and printers speak in control characters.
    'no-control-regex': 'off',
    // Meant for windows; worker threads have no target origin.
    'unicorn/require-post-message-target-origin': 'off',
    // The station's objects are closures without `this`.
    'typescript/unbound-method': 'off',
    // The packer opens a dialog to type into its one field.
    'jsx-a11y/no-autofocus': 'off',
    // The compiler knows which paths return; these two rules only guess.
    'typescript/consistent-return': 'off',
    'import/no-named-as-default-member': 'off',
    // Only floating promises matter, and a rule with types finds those.
    'promise/always-return': 'off',
    // A helper may stand beside its only use.
    'unicorn/consistent-function-scoping': 'off',
    'oxc/no-map-spread': 'off',
  },
  overrides: [
    ...importOverrides,
    {
      // Printing is what these programs are for.
      files: ['scripts/**', 'tests/**', '*.config.ts', '**/*.test.{ts,tsx}'],
      rules: { 'no-console': 'off' },
    },
    {
      files: ['*.config.ts', 'tests/**/*.config.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['**/*.test.{ts,tsx}', 'tests/**'],
      rules: {
        'no-restricted-imports': 'off',
        'typescript/no-misused-spread': 'off',
        'typescript/no-non-null-assertion': 'off',
      },
    },
    {
      // Plain JavaScript, which can give what it reads from a file a type only in a comment.
      files: ['scripts/prepare/**'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
})
