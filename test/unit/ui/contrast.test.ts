import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A rule of the files that hold the colors: what it takes of the page's attributes, and what it sets. */
interface Rule {
  readonly conditions: readonly {
    readonly name: string;
    readonly operator: string;
    readonly value: string;
  }[];
  readonly tokens: ReadonlyMap<string, string>;
}

type Tokens = ReadonlyMap<string, string>;

const rules = ['tokens.css', 'themes.css'].flatMap((file) =>
  readRules(readFileSync(`src/ui/shell/${file}`, 'utf8')),
);
const appearances = ['light', 'dark', 'pureDark'];
const themes = ['', 'blue', 'red', 'green', 'orange', 'yellow'];
const looks = appearances.flatMap((appearance) => themes.map((theme) => [appearance, theme] as const));

const surfaces = ['bg', 'sunk', 'selected'];
const washes = ['bad-wash', 'warn-wash', 'info-wash'];
const letters = ['letter', 'letter-a', 'letter-b', 'letter-c', 'letter-d', 'letter-e'];

/** The least contrast that WCAG 2.2 AA asks of text (1.4.3), and of what tells a control or its state (1.4.11). */
const least = { text: 4.5, shape: 3 };

/** Which colors stand on which, wherever the panel shows them. */
const pairs: readonly (readonly [kind: keyof typeof least, ink: string, on: readonly string[]])[] = [
  ['text', 'text', [...surfaces, ...washes, 'chip', 'line']],
  ['text', 'soft', [...surfaces, ...washes, 'chip']],
  ['text', 'accent', surfaces],
  ['text', 'accent-hover', surfaces],
  ['text', 'good', surfaces],
  ['text', 'bad', [...surfaces, 'bad-wash']],
  ['text', 'warn', [...surfaces, 'warn-wash']],
  ['text', 'fill-ink', ['fill', 'fill-hover']],
  ['text', 'letter-ink', letters],
  ['shape', 'edge', [...surfaces, ...washes]],
  ['shape', 'accent', [...surfaces, ...washes]],
  ...letters.map((letter) => ['shape', letter, surfaces] as const),
];

describe("the panel's colors", () => {
  it.each(looks)('have enough contrast in %s with the theme %j', (appearance, theme) => {
    const tokens = tokensOf(appearance, theme);
    const tooFaint = pairs.flatMap(([kind, ink, on]) =>
      on
        .map((surface) => ({ surface, ratio: contrast(colorOf(tokens, ink), colorOf(tokens, surface)) }))
        .filter(({ ratio }) => ratio < least[kind])
        .map(({ surface, ratio }) => `${ink} on ${surface}: ${ratio.toFixed(2)}`),
    );
    expect(tooFaint).toEqual([]);
  });

  it('are those of the blue theme where Desk names none', () => {
    for (const appearance of appearances)
      expect(tokensOf(appearance, '')).toEqual(tokensOf(appearance, 'blue'));
  });

  it('are others in every theme', () => {
    for (const appearance of appearances) {
      const accents = themes.slice(1).map((theme) => colorOf(tokensOf(appearance, theme), 'accent'));
      expect(new Set(accents).size).toBe(5);
    }
  });

  it.each([
    ['light', 'blue', 'bg', '#ffffff'],
    ['dark', 'blue', 'bg', '#232b38'],
    ['pureDark', 'blue', 'bg', '#212121'],
    ['light', 'red', 'sunk', '#f9f6f7'],
    ['dark', 'red', 'sunk', '#262f3d'],
    ['light', 'yellow', 'fill-ink', '#000000'],
    ['dark', 'yellow', 'fill-ink', '#ffffff'],
    ['dark', 'green', 'selected', '#26373b'],
    ['pureDark', 'green', 'selected', '#252e27'],
    ['pureDark', 'green', 'accent', '#53af66'],
  ])('are what Desk has: in %s with %s, %s is %s', (appearance, theme, token, color) => {
    expect(colorOf(tokensOf(appearance, theme), token)).toBe(color);
  });
});

describe('the contrast of two colors', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#c8cbdc', '#ffffff', 1.61],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

/** Reads flat CSS whose selectors are `:root` and attributes of the page. */
function readRules(css: string): Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => {
    const attributes = [...selector.matchAll(/\[data-(\w+)(\$?=)"(\w+)"\]/g)];
    const rest = attributes.reduce((text, [attribute]) => text.replace(attribute, ''), selector).trim();
    if (rest !== '' && rest !== ':root') throw new Error(`not understood: ${selector}`);
    return {
      conditions: attributes.map(([, name = '', operator = '', value = '']) => ({ name, operator, value })),
      tokens: new Map(
        [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    };
  });
}

/** The tokens as the browser has them: the more a rule takes the stronger it is, and among equals the later. */
function tokensOf(appearance: string, theme: string): Tokens {
  const page: Readonly<Record<string, string>> = { appearance, theme };
  const holding = rules.filter(({ conditions }) =>
    conditions.every(({ name, operator, value }) =>
      operator === '=' ? page[name] === value : page[name]?.endsWith(value),
    ),
  );
  // `:root` weighs as much as one attribute.
  const weight = ({ conditions }: Rule) => Math.max(1, conditions.length);
  return new Map(
    holding.toSorted((one, other) => weight(one) - weight(other)).flatMap(({ tokens }) => [...tokens]),
  );
}

/** A token's color in six digits, wherever it takes it from. */
function colorOf(tokens: Tokens, name: string): string {
  const value = tokens.get(name) ?? '';
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (other) return colorOf(tokens, other);
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/.exec(value) ?? [];
  if (!digits) throw new Error(`no color: --${name}: ${value}`);
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
