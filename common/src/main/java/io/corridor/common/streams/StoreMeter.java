package io.corridor.common.streams;

/** Rows and bytes that the fold reads and writes, counted (law L9). One thread writes it. */
public final class StoreMeter {

  private long rowsRead;
  private long bytesRead;
  private long rowsWritten;
  private long bytesWritten;

  void read(int keyLength, int valueLength) {
    rowsRead++;
    bytesRead += keyLength + valueLength;
  }

  void wrote(int keyLength, int valueLength) {
    rowsWritten++;
    bytesWritten += keyLength + valueLength;
  }

  /** Counts since the start. */
  public Counts counts() {
    return new Counts(rowsRead, bytesRead, rowsWritten, bytesWritten);
  }

  /** Rows and bytes. */
  public record Counts(long rowsRead, long bytesRead, long rowsWritten, long bytesWritten) {

    /** The difference to an earlier count. */
    public Counts since(Counts earlier) {
      return new Counts(
          rowsRead - earlier.rowsRead,
          bytesRead - earlier.bytesRead,
          rowsWritten - earlier.rowsWritten,
          bytesWritten - earlier.bytesWritten);
    }
  }
}
