import { mailboxOf } from './emails';
import { words } from './words';

/** What mailboxes of a function are called, without accents and separators. */
const roles = new Set(
  [
    'info information infos support sales admin administration administrator office contact contacts hello hi',
    'help helpdesk service services servicedesk customerservice customercare customersupport care clientservices',
    'billing account accounts accounting accountspayable accountsreceivable invoice invoices order orders',
    'purchasing procurement finance payroll payments legal hr humanresources job jobs career careers recruiting',
    'recruitment marketing press media news newsletter reception frontdesk noreply donotreply nonreply reply',
    'postmaster webmaster hostmaster mailerdaemon abuse root security privacy dispatch logistics shipping',
    'warehouse returns mail email mailbox team general enquiries enquiry inquiries inquiry feedback booking',
    'bookings reservation reservations shop store it itsupport management',
    // German
    'kontakt anfrage anfragen buro buero vertrieb verkauf einkauf hilfe kundenservice kundendienst kundenbetreuung',
    'rechnung rechnungen buchhaltung bestellung bestellungen auftrag auftraege auftrage bewerbung bewerbungen',
    'karriere personalabteilung presse empfang zentrale sekretariat verwaltung post versand hallo',
    'datenschutz nichtantworten keineantwort',
    // French
    'accueil bonjour aide assistance commercial ventes vente achats compta comptabilite factures facture',
    'facturation commande commandes rh recrutement emploi emplois secretariat bureau courrier serviceclient',
    'serviceclients nepasrepondre',
    // Spanish
    'contacto hola ayuda soporte ventas compras administracion oficina contabilidad factura facturas facturacion',
    'pedido pedidos atencion atencionalcliente empleo rrhh recursoshumanos prensa recepcion correo noresponder',
    // Italian
    'contatto contatti ciao aiuto assistenza supporto vendite acquisti amministrazione ufficio segreteria',
    'contabilita fatture fattura fatturazione ordine ordini lavoro risorseumane stampa ricezione posta nonrispondere',
    // Dutch
    'hallo hulp klantenservice klantendienst verkoop inkoop administratie kantoor boekhouding factuur facturen',
    'bestelling bestellingen vacature vacatures receptie secretariaat pers planning nietbeantwoorden',
    // Portuguese
    'contato contacte ajuda suporte apoio vendas administracao escritorio contabilidade fatura faturas',
    'faturamento faturacao financeiro encomendas vagas imprensa recepcao atendimento geral secretaria naoresponda',
    'naoresponder',
  ]
    .join(' ')
    .split(' '),
);

/** In parts, such as `atencion-al-cliente`. */
const longestRole = 4;

/**
 * Whether the address is that of a function, such as `info@`, and so of several people. Digits, a tag and what
 * follows a dot or hyphen make no difference: `info2@`, `support+eu@` and `sales.north@` are such mailboxes too.
 */
export function isRoleMailbox(email: string): boolean {
  if (!email.split('@')[1]) return false;
  let beginning = '';
  return words(mailboxOf(email))
    .slice(0, longestRole)
    .some((part) => {
      beginning += part;
      return roles.has(beginning.replace(/\d{1,9}$/, ''));
    });
}
