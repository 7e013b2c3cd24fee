import type { SameAsEnglish } from './check-texts';

const abbreviation = 'an abbreviation or a brand';
const sameWord = 'the same word in these languages';

/** The texts that a language may have as English has them. Whoever adds one says why. */
export const sameAsEnglish: readonly SameAsEnglish[] = [
  { texts: ['flag_crm', 'label_facebook', 'label_twitter', 'summary_id'], in: 'all', why: abbreviation },
  {
    texts: ['flag_spam', 'label_isSpam'],
    in: ['es', 'de', 'fr', 'tr', 'pt', 'it', 'nl', 'da', 'pl', 'id', 'ro'],
    why: sameWord,
  },
  { texts: ['contactOfId', 'contactsWithValue'], in: ['fr', 'ro'], why: sameWord },
  { texts: ['changedValue'], in: ['fr'], why: sameWord },
  { texts: ['diagnostics_dataCenter'], in: ['it', 'pt'], why: sameWord },
  { texts: ['tabValue_email', 'value_email', 'label_email', 'field_email'], in: ['id'], why: sameWord },
  { texts: ['label_accountName'], in: ['it', 'nl'], why: sameWord },
  { texts: ['label_type'], in: ['fr', 'nl', 'da'], why: sameWord },
  { texts: ['label_description', 'label_mobile', 'mobile', 'note'], in: ['fr'], why: sameWord },
  { texts: ['no', 'diagnostics_no'], in: ['es', 'it'], why: sameWord },
  { texts: ['parameters'], in: ['nl'], why: sameWord },
  { texts: ['stop'], in: ['nl', 'da'], why: sameWord },
  { texts: ['order_name'], in: ['de'], why: sameWord },
];
