package kiro.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// A terminal of which the last rows are redrawn while keys are read. It is the monitor of all that its scene holds:
/// whoever changes that does it within `change`.
public final class LiveScreen implements AutoCloseable {
    private static final long TICK_MILLISECONDS = 100;
    private static final long FASTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long LONGEST_READ_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String PASTE_ON = "\u001b[?2004h";
    private static final String PASTE_OFF = "\u001b[?2004l";

    private final Consumer<String> out;
    private final Keyboard keyboard;
    private final Painter painter;
    private final Scene scene;
    private final Thread reader;
    private Size size;
    private long painted;
    private boolean isStale;
    private boolean isLent;
    private boolean isReading;
    private boolean isClosed;

    /// @param out writes to the terminal, at once
    public LiveScreen(Consumer<String> out, Keyboard keyboard, Painter painter, Scene scene) {
        this.out = out;
        this.keyboard = keyboard;
        this.painter = painter;
        this.scene = scene;
        this.size = keyboard.size();
        this.reader = Thread.ofPlatform().daemon().name("keys").unstarted(this::readKeys);
    }

    /// Draws the scene, and lets it have the keys from now on.
    public synchronized void open() {
        out.accept(PASTE_ON);
        paint(List.of());
        reader.start();
    }

    public synchronized Size size() {
        return size;
    }

    /// Changes something in the scene, and shows it soon.
    public synchronized void change(Runnable change) {
        change.run();
        refresh();
    }

    /// Prints lines that are final above the scene.
    ///
    /// @param lines made for the size that the terminal has
    public synchronized void print(Function<Size, List<StyledLine>> lines) {
        size = keyboard.size();
        paint(lines.apply(size));
    }

    /// Gives the terminal to somebody else while something is done: the screen, and all keys from now on.
    public void lendTo(InterruptibleTask task) throws InterruptedException {
        try {
            lend();
            task.run();
        } finally {
            takeBack();
        }
    }

    /// A key that is waited for at the moment would be taken from whoever has the terminal next.
    private synchronized void lend() throws InterruptedException {
        isLent = true;
        long end = System.nanoTime() + LONGEST_READ_NANOS;
        while (isReading && System.nanoTime() < end) {
            wait(TICK_MILLISECONDS);
        }
        out.accept(PASTE_OFF + painter.clear(size.columns()));
        keyboard.lend();
    }

    private synchronized void takeBack() {
        keyboard.takeBack();
        isLent = false;
        out.accept(PASTE_ON);
        paint(List.of());
        notifyAll();
    }

    /// Something that may be interrupted.
    public interface InterruptibleTask {
        void run() throws InterruptedException;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            out.accept(PASTE_OFF + painter.clear(size.columns()));
            notifyAll();
        }
        keyboard.close();
    }

    private void readKeys() {
        var keys = new KeyReader(keyboard);
        try {
            while (waitForTurn()) {
                KeyReader.Reading reading = keys.read(TICK_MILLISECONDS);
                haveRead();
                switch (reading) {
                    case KeyReader.Reading.Pressed pressed -> pressed(pressed.key());
                    case KeyReader.Reading.Nothing _ -> tick();
                    case KeyReader.Reading.Closed _ -> {
                        closed();
                        return;
                    }
                }
            }
        } catch (IOException | InterruptedException gone) {
            closed();
        }
    }

    /// Waits while the terminal is lent; answers whether keys are wanted at all.
    private synchronized boolean waitForTurn() throws InterruptedException {
        while (isLent && !isClosed) {
            wait();
        }
        isReading = !isClosed;
        return isReading;
    }

    private synchronized void haveRead() {
        isReading = false;
        notifyAll();
    }

    private synchronized void pressed(Key key) {
        if (!isClosed) {
            scene.pressed(key);
            refresh();
        }
    }

    private synchronized void closed() {
        isReading = false;
        if (!isClosed) {
            scene.closed();
        }
    }

    private synchronized void tick() {
        if (isClosed) {
            return;
        }
        boolean isDue = scene.isMoving() && System.nanoTime() - painted >= SECOND_NANOS;
        if (isStale || isDue || !keyboard.size().equals(size)) {
            paint(List.of());
        }
    }

    private void refresh() {
        if (System.nanoTime() - painted >= FASTEST_NANOS) {
            paint(List.of());
        } else {
            isStale = true;
        }
    }

    private void paint(List<StyledLine> above) {
        if (isClosed || isLent) {
            above.forEach(line -> out.accept(line.text() + "\r\n"));
            return;
        }
        size = keyboard.size();
        out.accept(painter.paint(above, scene.frame(size), size.columns()));
        painted = System.nanoTime();
        isStale = false;
    }
}
