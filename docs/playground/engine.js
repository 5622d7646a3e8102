// The library in its worker, seen from the page.

export class Engine {
  #worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  #waiting = new Map();
  #last = 0;

  /** `watch` hears of each stage: unpacking, ready, failed. */
  constructor(watch) {
    this.#worker.onerror = (event) => watch("failed", event.message ?? "");
    this.#worker.onmessage = ({ data }) => {
      if (data.stage) watch(data.stage, data.message ?? "");
      else this.#settle(data);
    };
  }

  /** Return what the library answers to a request. */
  call(name, request) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, request });
    });
  }

  #settle({ id, result, error }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  }
}
