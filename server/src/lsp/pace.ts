// Keeps long work from standing in the way of typing: after a short slice it lets all waiting messages come first.
// Only a macrotask lets them in (RELIABILITY P7), and only once they stop coming does the work go on.

const SLICE = 5;
// Under a flood of messages the work still goes on now and then.
const MOST_PAUSES = 40;

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
    // The first pause only lets the messages be read; they are handled behind it.
    await this.#pause();
    for (let pauses = 0; pauses < MOST_PAUSES; pauses++) {
      const before = this.#messages;
      await this.#pause();
      if (before === this.#messages) break;
    }
    this.#started = performance.now();
  }
}
