package kiro.cli;

import java.util.List;
import kiro.session.LogReading;
import kiro.session.SessionView;
import kiro.session.Transcript;

/// The record of a run as a Markdown document.
final class SessionMarkdown {
    private final ShownText shown;

    SessionMarkdown(ShownText shown) {
        this.shown = shown;
    }

    String of(SessionView view, LogReading log) {
        var text = new StringBuilder();
        text.append("# Session ").append(view.id()).append("\n\n");
        head(text, view);
        Transcript.of(log).forEach(entry -> entry(text, entry));
        return text.toString().stripTrailing();
    }

    private void head(StringBuilder text, SessionView view) {
        view.begun()
                .ifPresent(begun -> {
                    item(text, "Task", begun.task());
                    begun.spec().ifPresent(spec -> item(text, "Spec", spec.value()));
                    item(text, "Model", begun.model());
                    item(text, "Mode", begun.mode());
                });
        item(text, "Started", view.id().start().toString());
        item(text, "Last event", view.last().toString());
        item(
                text,
                "State",
                view.state()
                        + view.end()
                                .filter(end -> !end.reason().isEmpty())
                                .map(end -> ": " + end.reason())
                                .orElse(""));
        item(text, "Steps done", of(view.work().steps()));
        item(text, "Criteria proven", of(view.work().criteria()));
        item(
                text,
                "Files",
                view.work().files().isEmpty()
                        ? "none"
                        : String.join(
                                ", ", view.work().files().stream().map(Object::toString).toList()));
        item(text, "Tokens", "%,d".formatted(view.usage().total()));
        view.damage().forEach(place -> item(text, "Damage of the log", place));
        text.append('\n');
    }

    private void item(StringBuilder text, String name, String value) {
        text.append("- ")
                .append(name)
                .append(": ")
                .append(shown.of(value).strip().replaceAll("\\s*\n\\s*", " "))
                .append('\n');
    }

    private static String of(SessionView.Count count) {
        return count.done() + " of " + count.all();
    }

    private void entry(StringBuilder text, Transcript.Entry entry) {
        boolean isHeading = entry.kind().equals("step") && entry.body().isEmpty();
        text.append(isHeading ? "## " : "**")
                .append(isHeading ? "Step " : entry.kind())
                .append(isHeading ? "" : "** ")
                .append(shown.of(entry.title()).replace('\n', ' '))
                .append("\n\n");
        if (!entry.body().isBlank()) {
            String body = shown.of(entry.body()).stripTrailing();
            String fence = fence(body.lines().toList());
            text.append(fence).append("text\n").append(body).append('\n').append(fence);
            text.append("\n\n");
        }
    }

    /// Longer than every run of backticks that a line begins with, so that nothing ends the block early.
    private static String fence(List<String> lines) {
        int longest =
                lines.stream()
                        .map(String::stripLeading)
                        .mapToInt(line -> line.length() - line.replaceFirst("^`+", "").length())
                        .max()
                        .orElse(0);
        return "`".repeat(Math.max(3, longest + 1));
    }
}
