/** What the page knows of the portal: nothing that signs in. */
export interface PortalFacts {
  readonly orgId: string;
  /** As Desk's `dcType` names it, such as `EU`. */
  readonly dataCenter: string;
}
