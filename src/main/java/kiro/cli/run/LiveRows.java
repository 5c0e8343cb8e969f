package kiro.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.cli.Style;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;

/// The rows of a run that change while it goes on: the words that arrive, the plan with its states, what goes on and for
/// how long, and what it took so far.
final class LiveRows {
    private static final int OPEN_WORDS = 4;
    private static final int FEWEST_STEPS = 3;
    private static final String SEPARATOR = " · ";

    private final Function<RunPicture.Spent, Optional<String>> price;

    /// @param price what the tokens cost, where prices are known
    LiveRows(Function<RunPicture.Spent, Optional<String>> price) {
        this.price = price;
    }

    List<StyledLine> of(RunPicture picture, Instant now, Size size) {
        int columns = size.columns() - 1;
        var rows = new ArrayList<StyledLine>();
        rows.addAll(words(picture.talk(), columns));
        picture.plan()
                .filter(plan -> plan.steps().size() > 1)
                .ifPresent(plan -> rows.addAll(steps(plan, size, columns)));
        activity(picture, now, columns).ifPresent(rows::add);
        picture.activity()
                .map(RunPicture.Activity::printed)
                .filter(printed -> !printed.isEmpty())
                .ifPresent(printed ->
                        rows.add(StyledLine.of(Style.DIM, "    " + printed).cut(columns)));
        rows.add(status(picture, now).cut(columns));
        return rows;
    }

    /// The end of the line that has no end yet.
    private static List<StyledLine> words(Talk talk, int columns) {
        if (talk.open().isBlank()) {
            return List.of();
        }
        List<StyledLine> wrapped =
                MarkdownLine.of(talk.open(), talk.isCode())
                        .wrapped(Math.max(columns - RunWords.INDENT, 1), 2);
        StyledLine margin = StyledLine.of(" ".repeat(RunWords.INDENT));
        return wrapped.stream()
                .skip(Math.max(wrapped.size() - OPEN_WORDS, 0))
                .map(line -> margin.with(line).cut(columns))
                .toList();
    }

    private static List<StyledLine> steps(Plan plan, Size size, int columns) {
        List<Step> steps = plan.steps();
        int room = Math.clamp(size.rows() / 3, FEWEST_STEPS, steps.size() + FEWEST_STEPS);
        int first = first(steps, room);
        int last = Math.min(first + room, steps.size());
        var rows = new ArrayList<StyledLine>();
        if (first > 0) {
            rows.add(StyledLine.of(Style.DIM, "    … %d above".formatted(first)));
        }
        steps.subList(first, last).forEach(step -> rows.add(row(step).cut(columns)));
        if (last < steps.size()) {
            rows.add(StyledLine.of(Style.DIM, "    … %d more".formatted(steps.size() - last)));
        }
        return rows;
    }

    /// The first step that is shown, so that the one in hand, or the next, is in view.
    private static int first(List<Step> steps, int room) {
        if (steps.size() <= room) {
            return 0;
        }
        int current = 0;
        while (current < steps.size() - 1 && isOver(steps.get(current).status())) {
            current++;
        }
        return Math.clamp(current - 1L, 0, steps.size() - room);
    }

    private static boolean isOver(StepStatus status) {
        return switch (status) {
            case DONE, SKIPPED, FAILED -> true;
            case PENDING, RUNNING -> false;
        };
    }

    private static StyledLine row(Step step) {
        String words = " " + step.number() + ". " + step.action();
        return switch (step.status()) {
            case DONE -> StyledLine.of(Style.GREEN, "  ✓").with(Style.DIM, words);
            case RUNNING -> StyledLine.of(Style.CYAN, "  ▸").with(Style.BOLD, words);
            case PENDING -> StyledLine.of(Style.DIM, "  ·" + words);
            case FAILED -> StyledLine.of(Style.RED, "  ✗" + words).with(Style.RED, " (failed)");
            case SKIPPED ->
                    StyledLine.of(Style.YELLOW, "  –").with(Style.DIM, words + " (skipped)");
        };
    }

    /// What goes on, cut so that its time is always in view.
    private static Optional<StyledLine> activity(RunPicture picture, Instant now, int columns) {
        return picture.activity()
                .map(activity -> {
                    String time = " " + Elapsed.of(Duration.between(activity.since(), now));
                    return StyledLine.of(Style.CYAN, "  " + activity.words())
                            .cut(Math.max(columns - time.length(), 1))
                            .with(Style.DIM, time);
                });
    }

    private StyledLine status(RunPicture picture, Instant now) {
        var parts = new ArrayList<String>();
        if (picture.step() > 0) {
            parts.add("step %d/%d".formatted(picture.step(), picture.steps()));
        }
        picture.begun().ifPresent(begun -> parts.add(Elapsed.of(Duration.between(begun, now))));
        if (picture.spent().all().total() > 0) {
            parts.add(tokens(picture.spent().all()));
        }
        price.apply(picture.spent()).ifPresent(parts::add);
        parts.add("? for help");
        return StyledLine.of(Style.DIM, "  " + String.join(SEPARATOR, parts));
    }

    static String tokens(Usage usage) {
        return "%s in, %s out"
                .formatted(
                        rounded(usage.input() + usage.cacheRead() + usage.cacheWrite()),
                        rounded(usage.output()));
    }

    /// Thousands and millions, such as `1.2k`.
    private static String rounded(long tokens) {
        if (tokens < 1000) {
            return String.valueOf(tokens);
        }
        return tokens < 1_000_000
                ? String.format(java.util.Locale.ROOT, "%.1fk", tokens / 1000.0)
                : String.format(java.util.Locale.ROOT, "%.1fM", tokens / 1_000_000.0);
    }
}
