import { describe, expect, it } from 'vitest';
import { isRoleMailbox } from '../../../src/duplicates/role-mailboxes';

describe('isRoleMailbox', () => {
  it.each([
    ...['info', 'support', 'sales', 'admin', 'office', 'contact', 'hello', 'help', 'helpdesk', 'service'],
    ...['billing', 'accounts', 'accounting', 'invoices', 'orders', 'hr', 'jobs', 'marketing', 'press'],
    ...['reception', 'noreply', 'no-reply', 'donotreply', 'do-not-reply', 'postmaster', 'webmaster'],
    ...['dispatch', 'mail', 'team', 'customer.service'],
    ...['kontakt', 'büro', 'buero', 'vertrieb', 'rechnung', 'buchhaltung', 'bewerbung', 'empfang'],
    ...['accueil', 'comptabilité', 'facturation', 'ventes', 'recrutement'],
    ...['contacto', 'ventas', 'administración', 'facturación', 'atencion-al-cliente'],
    ...['assistenza', 'amministrazione', 'contabilità', 'vendite', 'ufficio'],
    ...['klantenservice', 'verkoop', 'administratie', 'boekhouding', 'facturen'],
    ...['contato', 'vendas', 'suporte', 'financeiro', 'recepção'],
  ])('knows %s@', (mailbox) => {
    expect(isRoleMailbox(`${mailbox}@acme.example`)).toBe(true);
  });

  it.each([
    ['digits', 'info2@acme.example'],
    ['a tag', 'support+eu@acme.example'],
    ['a dot', 'support.eu@acme.example'],
    ['a hyphen', 'sales-north@acme.example'],
    ['an underscore', 'orders_2024@acme.example'],
    ['a tag after a hyphen', 'no-reply+1234@acme.example'],
    ['capitals and blanks', ' INFO@Acme.Example '],
  ])('knows it with %s', (_, email) => {
    expect(isRoleMailbox(email)).toBe(true);
  });

  it.each([
    ['a person', 'jane.doe@acme.example'],
    ['a name that begins so', 'infante@acme.example'],
    ['a last name that is such a word', 'steve.jobs@acme.example'],
    ['such a word only in the tag', 'jane+info@acme.example'],
    ['such a word only in the domain', 'jane@info.example'],
    ['no mailbox', '@acme.example'],
    ['no domain', 'info@'],
    ['a bare word', 'info'],
    ['nothing', ''],
    ['a name of objects', 'constructor@acme.example'],
    ['very much', `${'a.'.repeat(20_000)}@acme.example`],
  ])('takes %s for a person', (_, email) => {
    expect(isRoleMailbox(email)).toBe(false);
  });
});
