package kiro.process;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Gathers what a command prints, in bounded memory, and passes it on line by line.
final class OutputCollector implements AutoCloseable {
    private static final int KEPT_CHARACTERS = 30_000;
    private static final int BUFFER = 8_192;

    private final Optional<Consumer<String>> onLine;
    private final Spill spill;
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

    /// @param onLine who hears of each line, where somebody does
    OutputCollector(Spill spill, Optional<Consumer<String>> onLine) {
        this.spill = spill;
        this.onLine = onLine;
    }

    void accept(byte[] bytes, int count) {
        spill.write(bytes, count);
        for (int done = 0; done < count; ) {
            int part = Math.min(undecoded.remaining(), count - done);
            undecoded.put(bytes, done, part);
            done += part;
            decode(false);
        }
    }

    /// Everything gathered; called once, at the end.
    Output finish() {
        decode(true);
        decoder.flush(characters);
        passOn();
        terminal.finish();
        if (!line.isEmpty() || isLongLine) {
            tell(line.toString());
        }
        Optional<Output.Kept> file = kept.isCut() ? spill.keep() : Optional.empty();
        return new Output(kept.text(), kept.length(), file);
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
            if (onLine.isPresent() || isLongLine || !line.isEmpty()) {
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

    private void tell(String whole) {
        last = whole;
        onLine.ifPresent(listener -> listener.accept(whole));
    }

    /// What was printed last, of a line that has no end yet as well.
    String newest() {
        String open = terminal.open();
        return open.isBlank() ? last : open;
    }
}
