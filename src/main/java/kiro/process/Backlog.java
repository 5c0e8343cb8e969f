package kiro.process;

/// Bytes that wait to be read, of which no more are kept than the end of a text can need: of more, the oldest are let go, up to
/// the end of a line.
///
/// A stretch without the end of a line is never let go, since nothing says in what state the text is after it.
final class Backlog {
    /// Bytes of each of the two blocks: the last of them that is full is whole at any time.
    private static final int BLOCK = 64 * 1024;

    private final Reader reader;
    private byte[] older = new byte[0];
    private byte[] newer = new byte[0];
    private int olderSize;
    private int newerSize;
    private long gone;

    /// Reads what has waited long enough.
    interface Reader {
        void read(byte[] bytes, int from, int count);

        /// Hears of bytes that are not read; those that are read next begin a line.
        void skip(long bytes);
    }

    Backlog(Reader reader) {
        this.reader = reader;
    }

    void add(byte[] bytes, int count) {
        if (newer.length == 0) {
            older = new byte[BLOCK];
            newer = new byte[BLOCK];
        }
        for (int done = 0; done < count; ) {
            if (newerSize == BLOCK) {
                moveOn();
            }
            int part = Math.min(BLOCK - newerSize, count - done);
            System.arraycopy(bytes, done, newer, newerSize, part);
            newerSize += part;
            done += part;
        }
    }

    /// Has all that waits read.
    void settle() {
        readOlder();
        if (newerSize > 0) {
            read(newer, newerSize);
        }
        newerSize = 0;
    }

    private void moveOn() {
        if (endOfLine(newer, newerSize) > 0) {
            gone += olderSize;
        } else {
            readOlder();
        }
        byte[] free = older;
        older = newer;
        newer = free;
        olderSize = newerSize;
        newerSize = 0;
    }

    private void readOlder() {
        if (olderSize > 0) {
            read(older, olderSize);
        }
        olderSize = 0;
    }

    /// What follows on bytes that are gone is read from its first whole line on.
    private void read(byte[] block, int size) {
        int from = gone > 0 ? endOfLine(block, size) : 0;
        if (gone > 0) {
            reader.skip(gone + from);
            gone = 0;
        }
        reader.read(block, from, size - from);
    }

    /// After the first end of a line; 0 where there is none.
    private static int endOfLine(byte[] block, int size) {
        for (int at = 0; at < size; at++) {
            if (block[at] == '\n') {
                return at + 1;
            }
        }
        return 0;
    }
}
