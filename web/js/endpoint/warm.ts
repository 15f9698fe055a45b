let link: HTMLLinkElement | undefined;

/** Has the browser connect to a server ahead of need. */
export function warm(origin: string): void {
  // Only an element that is new connects anew.
  link?.remove();
  link = document.createElement("link");
  link.rel = "preconnect";
  link.href = origin;
  // Models are asked without cookies, which is a connection of its own.
  link.crossOrigin = "anonymous";
  document.head.append(link);
}
