package kiro.cli.chat;

import java.util.List;
import java.util.Optional;

/// An inbox that reads a line when one is wanted. A line that ends in a backslash goes on in the next.
public final class LineInbox implements Inbox {
    private static final String MORE = "\\";

    private final Lines lines;

    public LineInbox(Lines lines) {
        this.lines = lines;
    }

    /// Where lines come from.
    public interface Lines {
        /// @param prompt for a person, where there is one
        Optional<String> read(String prompt) throws InterruptedException;
    }

    @Override
    public Optional<String> next() throws InterruptedException {
        Optional<String> line = lines.read("> ");
        var text = new StringBuilder();
        while (line.filter(one -> one.endsWith(MORE)).isPresent()) {
            String one = line.get();
            text.append(one, 0, one.length() - MORE.length()).append('\n');
            line = lines.read(". ");
        }
        line.ifPresent(text::append);
        return line.isEmpty() && text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    @Override
    public List<String> meanwhile() {
        return List.of();
    }

    @Override
    public void working(boolean isWorking) {}
}
