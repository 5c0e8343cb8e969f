package kiro.cli.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.cli.Style;
import kiro.cli.run.Prompt;
import kiro.cli.terminal.Columns;
import kiro.cli.terminal.Frame;
import kiro.cli.terminal.InputLine;
import kiro.cli.terminal.Key;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;

/// The line in which a person types, below what goes on: with history, completion, several lines, and what waits for
/// the model to come to an end.
public final class ChatPrompt implements Prompt {
    private static final StyledLine SIGN = StyledLine.of(Style.CYAN, "> ");
    private static final int MENU_ROWS = 6;
    private static final int QUEUE_ROWS = 3;

    private final TypedInbox inbox;
    private final ChatHistory history;
    private final Completion completion;
    private InputLine input = InputLine.EMPTY;
    private Optional<Menu> menu = Optional.empty();
    private Optional<Recall> recall = Optional.empty();
    private boolean isLeaving;

    public ChatPrompt(TypedInbox inbox, ChatHistory history, Completion completion) {
        this.inbox = inbox;
        this.history = history;
        this.completion = completion;
    }

    /// Candidates for a word, one of which stands in the text.
    ///
    /// @param typed the text as it was typed
    private record Menu(InputLine typed, Completion.Candidates candidates, int chosen) {
        private InputLine text() {
            return typed.replacing(candidates.from(), candidates.words().get(chosen));
        }

        private Menu moved(int by) {
            int size = candidates.words().size();
            return new Menu(typed, candidates, Math.floorMod(chosen + by, size));
        }
    }

    /// An earlier text in place of the one that was being typed.
    private record Recall(InputLine typed, int at) {}

    @Override
    public Frame frame(Size size) {
        int columns = size.columns() - 1;
        var rows = new ArrayList<StyledLine>();
        List<String> waiting = inbox.waiting();
        waiting.stream()
                .limit(QUEUE_ROWS)
                .forEach(text ->
                        rows.add(StyledLine.of(Style.DIM, "  waits: " + text).cut(columns)));
        if (waiting.size() > QUEUE_ROWS) {
            rows.add(
                    StyledLine.of(
                            Style.DIM, "  and %d more".formatted(waiting.size() - QUEUE_ROWS)));
        }
        if (isLeaving) {
            rows.add(StyledLine.of(Style.YELLOW, "  Ctrl-C once more ends the conversation"));
        }
        Frame typed = input.rows(SIGN, size.columns(), Math.max(size.rows() / 3, 2));
        int above = rows.size();
        rows.addAll(typed.rows());
        menu.ifPresent(known -> rows.addAll(rows(known, columns)));
        return new Frame(
                rows,
                typed.cursor().map(place -> new Frame.Place(place.row() + above, place.column())));
    }

    private static List<StyledLine> rows(Menu menu, int columns) {
        List<String> words = menu.candidates().words();
        int first = Math.clamp(menu.chosen() - MENU_ROWS + 1L, 0, words.size());
        var rows = new ArrayList<StyledLine>();
        for (int i = first; i < Math.min(first + MENU_ROWS, words.size()); i++) {
            String word = Columns.cut(words.get(i).strip(), columns - 4);
            rows.add(
                    i == menu.chosen()
                            ? StyledLine.of(Style.BOLD, "  ▸ " + word)
                            : StyledLine.of(Style.DIM, "    " + word));
        }
        return rows;
    }

    @Override
    public boolean pressed(Key key) {
        boolean isInterrupt = key instanceof Key.Control(char letter) && letter == 'c';
        if ((isInterrupt || key == Key.Named.ESCAPE) && inbox.isWorking()) {
            return false;
        }
        if (isInterrupt) {
            interrupt();
            return true;
        }
        isLeaving = false;
        if (key == Key.Named.TAB || key == Key.Named.BACK_TAB) {
            complete(key == Key.Named.TAB ? 1 : -1);
            return true;
        }
        menu = Optional.empty();
        return edit(key);
    }

    /// Clears what is typed; where nothing is, a second time ends the conversation.
    private void interrupt() {
        menu = Optional.empty();
        recall = Optional.empty();
        if (!input.text().isEmpty()) {
            input = InputLine.EMPTY;
        } else if (isLeaving) {
            inbox.end();
        } else {
            isLeaving = true;
        }
    }

    private void complete(int by) {
        menu =
                menu.map(known -> known.moved(by))
                        .or(() ->
                                Optional.of(completion.of(input.text(), input.cursor()))
                                        .filter(found -> !found.words().isEmpty())
                                        .map(found -> new Menu(input, found, 0)));
        menu.ifPresent(known -> input = known.text());
        menu = menu.filter(known -> known.candidates().words().size() > 1);
    }

    private boolean edit(Key key) {
        if (input.text().isEmpty()) {
            if (key instanceof Key.Typed(String text) && text.equals("?")) {
                return false;
            }
            if (key instanceof Key.Control(char letter) && letter == 'd') {
                inbox.end();
                return true;
            }
        }
        if (key == Key.Named.ENTER) {
            enter();
            return true;
        }
        Optional<InputLine> edited = input.after(key);
        if (edited.isPresent()) {
            input = edited.get();
            return true;
        }
        if (key == Key.Named.UP || key == Key.Named.DOWN) {
            recall(key == Key.Named.UP ? -1 : 1);
            return true;
        }
        return key == Key.Named.ESCAPE;
    }

    private void enter() {
        String text = input.text();
        if (text.endsWith("\\")) {
            input = InputLine.of(text.substring(0, text.length() - 1) + "\n");
            return;
        }
        recall = Optional.empty();
        input = InputLine.EMPTY;
        if (!text.isBlank()) {
            history.add(text);
            inbox.put(text.strip());
        }
    }

    /// What waits is changed first, as it was typed last; then what was said before.
    private void recall(int by) {
        if (by < 0 && input.text().isEmpty() && recall.isEmpty()) {
            Optional<String> taken = inbox.takeBack();
            if (taken.isPresent()) {
                input = InputLine.of(taken.get());
                return;
            }
        }
        List<String> entries = history.entries();
        int at = recall.map(Recall::at).orElse(entries.size()) + by;
        if (at < 0 || at > entries.size() || entries.isEmpty()) {
            return;
        }
        InputLine typed = recall.map(Recall::typed).orElse(input);
        recall = at == entries.size() ? Optional.empty() : Optional.of(new Recall(typed, at));
        input = at == entries.size() ? typed : InputLine.of(entries.get(at));
    }

    @Override
    public List<String> help() {
        return List.of(
                "Enter  says it, while the model works too: it is told with its next request",
                "Alt-Enter, Ctrl-J, or \\ at the end of a line  begins another line",
                "Up, Down  what was typed before",
                "Tab  completes /commands, @files and #specs",
                "Ctrl-D  ends the conversation; /help  shows the commands");
    }

    @Override
    public void closed() {
        inbox.end();
    }
}
