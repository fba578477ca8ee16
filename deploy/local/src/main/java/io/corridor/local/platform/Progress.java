package io.corridor.local.platform;

/** Told what is happening, for the person at the terminal. */
public interface Progress {

  /** A step begins; the one before has ended. */
  void step(String what);

  /**
   * How far the current step is.
   *
   * @param done units done
   * @param of units in all; negative when unknown
   */
  void at(long done, long of);

  /** The last step has ended. */
  void done();

  /** Says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void step(String what) {
        // Nobody listens.
      }

      @Override
      public void at(long done, long of) {
        // Nobody listens.
      }

      @Override
      public void done() {
        // Nobody listens.
      }
    };
  }
}
