/** Goes on in another task, so that the browser can paint and listen in between. */
export const anotherTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
