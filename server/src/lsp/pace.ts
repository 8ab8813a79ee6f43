// Keeps long work from standing in the way of typing: after a short slice it lets all waiting messages come first.
// Only a macrotask lets them in (RELIABILITY P7), and only once they stop coming does the work go on.

const SLICE = 3;
// Under a flood of messages the work still goes on now and then.
const MOST_PAUSES = 20;
// A message brings work with it (diagnostics to publish, the client's next request); it goes first too.
const FOLLOW_UP = 2;

/** The rhythm of work in the background. */
export class Pace {
  readonly #pause: () => Promise<void>;
  #messages = 0;
  #started: number = performance.now();

  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  /** Notes that a message was handled. */
  messageHandled(): void {
    this.#messages++;
  }

  /** Whether the slice is used up. */
  get due(): boolean {
    return performance.now() - this.#started >= SLICE;
  }

  /** Waits until no more messages come in, and begins a new slice. */
  async rest(): Promise<void> {
    let seen = this.#messages;
    // The first pause only lets the messages be read; they are handled behind it.
    await this.#pause();
    for (let pauses = 0; pauses < MOST_PAUSES; pauses++) {
      await this.#pause();
      if (seen === this.#messages) break;
      seen = this.#messages;
      await new Promise((resolve) => setTimeout(resolve, FOLLOW_UP));
    }
    this.#started = performance.now();
  }
}
