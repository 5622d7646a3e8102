// Runs the library: Python in WebAssembly, with wheels that lie beside this file.

import { loadPyodide } from "./pyodide.mjs";

const HERE = new URL(".", import.meta.url).href;
const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "BroadcastChannel", "indexedDB", "caches"];

async function load(path) {
  const answer = await fetch(new URL(path, HERE), { credentials: "omit" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

async function loaded() {
  const paths = await (await load("loads.json")).json();
  return Promise.all(paths.map(async (path) => [path.split("?")[0], await (await load(path)).arrayBuffer()]));
}

function place(python, files) {
  python.FS.mkdirTree("/page/bridge");
  for (const [path, content] of files) {
    if (path.endsWith(".whl")) python.unpackArchive(content, "wheel");
    else python.FS.writeFile(`/page/${path}`, new Uint8Array(content));
  }
  python.runPython("import sys; sys.path.append('/page')");
}

async function boot() {
  const [python, files] = await Promise.all([loadPyodide({ indexURL: HERE }), loaded()]);
  postMessage({ stage: "unpacking" });
  place(python, files);
  const { call } = python.pyimport("bridge");
  // What is typed after this stays here: nothing is left that could send or keep it.
  for (const name of NETWORK) Object.defineProperty(self, name, { value: undefined });
  return call;
}

const booted = boot();
booted.then(
  () => postMessage({ stage: "ready" }),
  (error) => postMessage({ stage: "failed", message: String(error) }),
);

self.onmessage = async ({ data: { id, name, request } }) => {
  try {
    const call = await booted;
    postMessage({ id, result: JSON.parse(call(name, JSON.stringify(request))) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
};
