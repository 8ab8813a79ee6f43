// The pace of one request: long work rests as all background work does, and goes no further once nobody wants its answer.
// So a handler that rests now and then can be cancelled, and has nothing to do for it.
import { Pace } from "./pace.ts";

/** Thrown out of work whose answer is not wanted any more; the dispatcher says why. */
export class Abandoned extends Error {}

/** The pace of one request. */
export class RequestPace extends Pace {
  readonly #shared: Pace;
  readonly #isAbandoned: () => boolean;

  constructor(shared: Pace, isAbandoned: () => boolean) {
    super(() => Promise.resolve());
    this.#shared = shared;
    this.#isAbandoned = isAbandoned;
  }

  override get due(): boolean {
    return this.#shared.due;
  }

  /** Rests as all work does; throws {@link Abandoned} where the request was cancelled or outdated meanwhile. */
  override async rest(): Promise<void> {
    await this.#shared.rest();
    if (this.#isAbandoned()) throw new Abandoned();
  }
}
