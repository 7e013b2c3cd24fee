/* What in-page.js, sdk.js and hand-written.html put into the pages of the bench. */
declare const measure: {
  readonly firstAnswer: Promise<number>;
  readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[];
  painted(): Promise<number>;
  whenPainted(isThere: () => boolean): Promise<number>;
  said(pattern: RegExp): () => boolean;
  timerCount(): number;
};
declare const benchDesk: {
  callCount(): number;
  openNext(): void;
  openAgain(number: number): void;
};
declare function readGroup(): Promise<void>;
