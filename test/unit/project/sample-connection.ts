/** A connection as its JSON tab in Zoho's developer console shows it. */
export const connection = {
  type: 'connectors',
  connectionLinkName: 'my_desk',
  connectionName: 'My Desk',
  serviceName: 'zlabs_integration',
  userAccess: true,
  isUserDefinedService: false,
  sharedBy: '1000987654',
  scope: ['Desk.contacts.READ'],
};
