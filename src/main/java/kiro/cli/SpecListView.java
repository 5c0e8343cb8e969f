package kiro.cli;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// Shows the list of specs to people: as a table, with bars where there is a terminal, or as Markdown.
final class SpecListView {
    private static final List<String> HEADINGS =
            List.of("SPEC", "TITLE", "PROVEN", "TASKS", "STATE", "DRIFT", "AGE");

    private final Console console;
    private final SpecAges ages;

    SpecListView(Console console, SpecAges ages) {
        this.console = console;
        this.ages = ages;
    }

    /// Columns that would be empty all the way down are left out.
    void table(List<ListedSpec> specs) {
        List<List<String>> rows = specs.stream().map(this::cells).toList();
        List<Integer> shown =
                IntStream.range(0, HEADINGS.size())
                        .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                        .boxed()
                        .toList();
        var table = new TextTable(shown.stream().map(HEADINGS::get).toList());
        rows.forEach(row -> table.row(shown.stream().map(row::get).toArray(String[]::new)));
        console.print(table.lines(console.width()));
    }

    private List<String> cells(ListedSpec spec) {
        boolean isDrawn = console.isInteractive() || console.hasColours();
        String bar = isDrawn ? ProgressBar.of(spec.counts().proven(), spec.criteria()) + " " : "";
        return List.of(
                spec.stored().name(),
                spec.title(),
                bar.stripLeading() + spec.fraction(),
                spec.tasks().fraction(),
                spec.state().words(),
                spec.drift(),
                ages.age(spec.stored().changed()));
    }

    void markdown(List<ListedSpec> specs) {
        console.print("| Spec | Title | Proven | Tasks | State | Stale | Changed |");
        console.print("|---|---|---|---|---|---|---|");
        for (ListedSpec spec : specs) {
            console.print(
                    "| [%s](%s) | %s | %s | %s | %s | %d | %s |"
                            .formatted(
                                    spec.stored().name(),
                                    spec.stored().path().replace(" ", "%20"),
                                    spec.title().replace("|", "\\|"),
                                    spec.fraction(),
                                    spec.tasks().fraction(),
                                    spec.state().words(),
                                    spec.counts().stale(),
                                    spec.stored()
                                            .changed()
                                            .map(time ->
                                                    time.atZone(ZoneOffset.UTC)
                                                            .toLocalDate()
                                                            .toString())
                                            .orElse("")));
        }
    }
}
