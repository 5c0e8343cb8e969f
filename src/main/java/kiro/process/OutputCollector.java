package kiro.process;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Gathers what a command prints, in bounded memory, and passes it on line by line.
///
/// Nearly nothing of a flood is ever seen: once its middle is left out anyway, and nobody hears of each line, no more of it is
/// read than its end, and that only now and then.
final class OutputCollector implements AutoCloseable {
    private static final int KEPT_CHARACTERS = 30_000;
    private static final int BUFFER = 8_192;

    /// How many bytes of a flood come before its newest ones are read.
    private static final int UNREAD = 2 << 20;

    private final Hearing hearing;
    private final Spill spill;
    private final Backlog backlog = new Backlog(new Reading());
    private long length;
    private int unread;
    private final HeadAndTail kept = new HeadAndTail(KEPT_CHARACTERS);
    private final TerminalText terminal = new TerminalText(new Lines());
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER);
    private final StringBuilder line = new StringBuilder();
    private String last = "";
    private boolean isLongLine;

    /// Who hears of lines.
    ///
    /// @param onLine called with each line, where somebody wants it
    /// @param onGap called with the bytes of a flood that are left out, where not every line is wanted
    record Hearing(Optional<Consumer<String>> onLine, Optional<LongConsumer> onGap) {
        static final Hearing NOBODY = new Hearing(Optional.empty(), Optional.empty());

        /// Somebody wants each line.
        static Hearing each(Consumer<String> onLine) {
            return new Hearing(Optional.of(onLine), Optional.empty());
        }

        private boolean isOfEach() {
            return onLine.isPresent() && onGap.isEmpty();
        }
    }

    OutputCollector(Spill spill, Hearing hearing) {
        this.spill = spill;
        this.hearing = hearing;
    }

    /// Answers whether the newest of it was read, so that there may be news.
    boolean accept(byte[] bytes, int count) {
        spill.write(bytes, count);
        length += count;
        if (hearing.isOfEach() || !kept.isCut()) {
            read(bytes, 0, count);
            return true;
        }
        backlog.add(bytes, count);
        unread += count;
        return unread >= UNREAD && settle();
    }

    /// Reads what has come of a flood; answers whether there was something.
    boolean settle() {
        boolean isAny = unread > 0;
        unread = 0;
        backlog.settle();
        return isAny;
    }

    private void read(byte[] bytes, int from, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(undecoded.remaining(), count - done);
            undecoded.put(bytes, from + done, part);
            done += part;
            decode(false);
        }
    }

    /// Everything gathered; called once, at the end.
    Output finish() {
        settle();
        decode(true);
        decoder.flush(characters);
        passOn();
        terminal.finish();
        if (!line.isEmpty() || isLongLine) {
            tell(line.toString());
        }
        Optional<Output.Kept> file = kept.isCut() ? spill.keep() : Optional.empty();
        return new Output(kept.text(), length, file);
    }

    /// Leaves no file behind, unless it was asked for in the end.
    @Override
    public void close() {
        spill.close();
    }

    private void decode(boolean isEnd) {
        undecoded.flip();
        while (decoder.decode(undecoded, characters, isEnd).isOverflow()) {
            passOn();
        }
        passOn();
        undecoded.compact();
    }

    private void passOn() {
        terminal.accept(characters.array(), characters.position());
        characters.clear();
    }

    private final class Lines implements TerminalText.Sink {
        @Override
        public void text(String part, boolean endsLine) {
            kept.append(part);
            if (!isLongLine) {
                line.append(part);
                isLongLine = !endsLine && line.length() >= TerminalText.LONGEST_PART;
            }
            if (endsLine) {
                kept.append("\n");
                tell(line.toString());
                line.setLength(0);
                isLongLine = false;
            }
        }

        @Override
        public void lines(char[] text, int from, int count) {
            if (hearing.onLine().isPresent() || isLongLine || !line.isEmpty()) {
                TerminalText.Sink.super.lines(text, from, count);
                return;
            }
            kept.append(text, from, count);
            int begin = from + count - 1;
            while (begin > from && text[begin - 1] != '\n') {
                begin--;
            }
            last = new String(text, begin, from + count - 1 - begin);
        }
    }

    private final class Reading implements Backlog.Reader {
        @Override
        public void read(byte[] bytes, int from, int count) {
            OutputCollector.this.read(bytes, from, count);
        }

        @Override
        public void skip(long bytes) {
            long left = bytes + terminal.open().length();
            decoder.reset();
            undecoded.clear();
            terminal.startLine();
            line.setLength(0);
            isLongLine = false;
            kept.skip(left);
            hearing.onGap().ifPresent(listener -> listener.accept(left));
        }
    }

    private void tell(String whole) {
        last = whole;
        hearing.onLine().ifPresent(listener -> listener.accept(whole));
    }

    /// What was printed last, of a line that has no end yet as well.
    String newest() {
        String open = terminal.open();
        return open.isBlank() ? last : open;
    }
}
