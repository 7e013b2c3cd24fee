import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutants } from '../../faults/mutants';

it.each(Object.entries(mutants))('the mistake can still be put into the sources: %s', (_, { file, from }) => {
  expect(readFileSync(`src/${file}`, 'utf8').split(from)).toHaveLength(2);
});
