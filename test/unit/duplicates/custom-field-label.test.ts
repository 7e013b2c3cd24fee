import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customFieldLabel } from '../../../src/duplicates/custom-field-label';

describe('customFieldLabel', () => {
  it.each([
    ['cf_favorite_color', 'Favorite color'],
    ['preferredPlan', 'Preferred plan'],
    ['CF_PREFERRED_PLAN', 'Preferred plan'],
    ['cf_customerVIPLevel', 'Customer VIP level'],
    ['cf_vat_ID', 'Vat ID'],
    ['cf_address2Line', 'Address2 line'],
    ['cf_plan-2026', 'Plan 2026'],
    ['Favorite Color', 'Favorite Color'],
    ['  Shoe size ', 'Shoe size'],
    ['cf_любимый_цвет', 'Любимый цвет'],
    ['cf_好きな色', '好きな色'],
    ['élan', 'Élan'],
    ['cf_', 'cf_'],
    ['___', '___'],
    ['', '?'],
    [' ', '?'],
  ])('"%s" is "%s"', (apiName, label) => {
    expect(customFieldLabel(apiName)).toBe(label);
  });

  it('can always be seen', () => {
    const anyText = fc
      .array(fc.nat(0x10ffff).filter((code) => code < 0xd800 || code > 0xdfff))
      .map((codes) => String.fromCodePoint(...codes));
    const anyName = fc.oneof(anyText, fc.constant('\u200b'), fc.constant('cf_\u00ad'));
    fc.assert(
      fc.property(anyName, (name) => {
        expect(customFieldLabel(name)).toMatch(/[^\s\p{Cf}]/u);
      }),
    );
  });
});
