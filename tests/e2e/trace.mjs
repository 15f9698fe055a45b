// How long the page's main thread is kept, by Chromium's own trace.

/** Does something, and returns the milliseconds that each task of the main thread took meanwhile. */
export async function traced(client, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  client.on("Tracing.dataCollected", collect);
  await client.send("Tracing.start", { transferMode: "ReportEvents", categories: "devtools.timeline,disabled-by-default-devtools.timeline" });
  await act();
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await complete;
  client.off("Tracing.dataCollected", collect);
  const thread = (event) => `${event.pid}:${event.tid}`;
  const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread));
  const tasks = events.filter((event) => event.name === "RunTask" && event.dur !== undefined && main.has(thread(event)));
  const scripts = events.filter(({ name }) => name === "EvaluateScript" || name === "V8.Snapshot");
  // What drives the browser runs its scripts there too; they are not the page's.
  const foreign = (task) => scripts.some((script) => thread(script) === thread(task) && script.ts >= task.ts && script.ts < task.ts + task.dur);
  const inside = (task) =>
    events
      .filter((event) => event !== task && event.dur > 2_000 && thread(event) === thread(task) && event.ts >= task.ts && event.ts < task.ts + task.dur)
      .map(({ name, dur, args }) => `${name} ${(dur / 1000).toFixed(1)} ms ${args?.data?.functionName ?? args?.data?.type ?? ""}`.trim());
  return tasks
    .filter((task) => !foreign(task))
    .map((task) => ({ ms: (task.tdur ?? task.dur) / 1000, inside: () => inside(task) }));
}
