package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kiro.model.Block;

/// Notices a model that goes round in circles: calls that come again in the same order with the same answers, and errors
/// that stay the same whatever is tried. A call whose answer changes is none.
final class CircleGuard {
    /// The longest circle that is looked for, in calls.
    private static final int LONGEST = 4;

    private static final int ROUNDS_TO_NUDGE = 2;
    private static final int ROUNDS_TO_ASK = 5;
    private static final int ERRORS_TO_NUDGE = 4;
    private static final int ERRORS_TO_ASK = 8;
    private static final int KEPT = LONGEST * (ROUNDS_TO_ASK + 2);

    private final List<Made> made = new ArrayList<>();
    private String error = "";
    private int errors;

    /// A call, and what came of it; empty where that is not known yet, and may be anything.
    private record Made(String call, Optional<String> answer) {
        private boolean isAs(Made other) {
            return call.equals(other.call)
                    && (answer.isEmpty() || other.answer.isEmpty() || answer.equals(other.answer));
        }
    }

    /// What is to be done about a call.
    sealed interface Advice {
        record GoOn() implements Advice {}

        /// It is not made; the model is told why.
        record Nudge(String text) implements Advice {}

        /// Somebody has to say whether this goes on.
        record Ask(String circle) implements Advice {}
    }

    /// What is to be done about a call before it is made.
    Advice before(Block.ToolCall call) {
        for (int length = 1; length <= LONGEST; length++) {
            int repeated = repeated(made, call, length);
            if (repeated >= ROUNDS_TO_ASK * length) {
                return new Advice.Ask(circle(call, length));
            }
            if (repeated >= ROUNDS_TO_NUDGE * length) {
                made.add(new Made(signature(call), made.get(made.size() - length).answer()));
                return new Advice.Nudge(nudge(length));
            }
        }
        return new Advice.GoOn();
    }

    /// Whether a call will go on, whatever comes of others that are made at the same time.
    ///
    /// @param beside those, in their order
    boolean goesOn(Block.ToolCall call, List<Block.ToolCall> beside) {
        var all = new ArrayList<>(made);
        beside.forEach(each -> all.add(new Made(signature(each), Optional.empty())));
        return IntStream.rangeClosed(1, LONGEST)
                .allMatch(length -> repeated(all, call, length) < ROUNDS_TO_NUDGE * length);
    }

    /// Takes in what came of a call that was made.
    Advice after(Block.ToolCall call, Block.ToolResult result) {
        made.add(new Made(signature(call), Optional.of(result.text())));
        if (made.size() > KEPT) {
            made.removeFirst();
        }
        String now = result.isError() ? result.text() : "";
        errors = now.isEmpty() ? 0 : now.equals(error) ? errors + 1 : 1;
        error = now;
        if (errors >= ERRORS_TO_ASK) {
            return new Advice.Ask(
                    "the model gets the same error again and again: " + firstLine(error));
        }
        return errors >= ERRORS_TO_NUDGE
                ? new Advice.Nudge(
                        "this same error came %d times in a row; do something else, or call report_problem"
                                .formatted(errors))
                : new Advice.GoOn();
    }

    /// Forgets what was, so that a person's hint can be tried.
    void forget() {
        made.clear();
        error = "";
        errors = 0;
    }

    /// How many of the last calls, this one included, are what stood the length of a circle before them.
    private static int repeated(List<Made> made, Block.ToolCall call, int length) {
        if (made.size() < length
                || !made.get(made.size() - length).call().equals(signature(call))) {
            return 0;
        }
        int repeated = 1;
        for (int i = made.size() - 1; i >= length && made.get(i).isAs(made.get(i - length)); i--) {
            repeated++;
        }
        return repeated;
    }

    private String circle(Block.ToolCall call, int length) {
        return length == 1
                ? "the model makes the same call to " + call.name() + " again and again"
                : "the model makes the same %d calls again and again, the last to %s"
                        .formatted(length, call.name());
    }

    private static String nudge(int length) {
        return length == 1
                ? "this same call was made before, and its answer stands above; do something else, or"
                        + " call report_problem"
                : "these same %d calls were made before, in this order, and their answers stand above; do"
                                .formatted(length)
                        + " something else, or call report_problem";
    }

    private static String signature(Block.ToolCall call) {
        return call.name() + '\n' + call.arguments();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
