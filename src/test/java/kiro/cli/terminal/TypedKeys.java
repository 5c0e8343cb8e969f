package kiro.cli.terminal;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A keyboard whose keys a test presses.
public final class TypedKeys implements Keyboard {
    private static final int END = -9;

    private final LinkedBlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
    private volatile Size size;
    private volatile boolean isLent;
    private volatile boolean isRead;
    private volatile boolean isClosed;
    private volatile String failure = "";

    public TypedKeys(int columns, int rows) {
        this.size = new Size(columns, rows);
    }

    public TypedKeys type(String text) {
        text.chars().forEach(typed::add);
        return this;
    }

    /// Nothing is typed any more.
    public void hangUp() {
        typed.add(END);
    }

    public void resize(int columns, int rows) {
        size = new Size(columns, rows);
    }

    public boolean isLent() {
        return isLent;
    }

    public boolean isClosed() {
        return isClosed;
    }

    /// What was done to it that must not be; empty where nothing was.
    public String failure() {
        return failure;
    }

    /// Whether somebody waits for a key.
    public boolean isRead() {
        return isRead;
    }

    /// What was typed and not read was for somebody else.
    public void clear() {
        typed.clear();
    }

    /// Whether all that was typed has been read.
    public boolean isIdle() {
        return typed.isEmpty();
    }

    @Override
    public int read(long milliseconds) {
        isRead = true;
        try {
            Integer unit = typed.poll(milliseconds, TimeUnit.MILLISECONDS);
            return unit == null ? NOTHING : unit == END ? CLOSED : unit;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CLOSED;
        } finally {
            isRead = false;
        }
    }

    /// A terminal that is closed has no size to ask for, as a real one has not.
    @Override
    public Size size() {
        if (isClosed) {
            failure = "asked for its size when it was closed";
            throw new IllegalStateException(failure);
        }
        return size;
    }

    /// Whoever reads while it is lent takes keys that are typed for somebody else.
    @Override
    public void lend() {
        if (isRead) {
            failure = "lent while it was read";
        }
        isLent = true;
    }

    @Override
    public void takeBack() {
        isLent = false;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
