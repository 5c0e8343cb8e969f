package kiro.action.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kiro.action.dependency.Impact.Comparison;

/// Says what other versions of dependencies mean, for people.
public final class ImpactReport {
    private static final int MOST_USES = 40;
    private static final int MOST_IMPORTS = 10;
    private static final int MOST_CHANGES = 5;

    private ImpactReport() {}

    public static String text(List<Impact> impacts) {
        var lines = new ArrayList<String>();
        for (Impact each : impacts) {
            if (isWorthALine(each)) {
                lines.add(title(each.change()));
                body(each).forEach(line -> lines.add("  " + line));
            }
        }
        List<String> others = others(impacts);
        if (!others.isEmpty()) {
            lines.add("nothing here imports " + String.join(", ", others));
        }
        return String.join("\n", lines);
    }

    public static String markdown(List<Impact> impacts) {
        var lines = new ArrayList<String>();
        lines.add("## Dependencies");
        for (Impact each : impacts) {
            if (isWorthALine(each)) {
                lines.add("");
                lines.add("### " + title(each.change()));
                lines.add("");
                lines.add(said(each) + ".");
                table(each, lines);
                if (!each.imports().isEmpty()) {
                    lines.add("");
                    lines.add(imported(each) + ".");
                }
            }
        }
        List<String> others = others(impacts);
        if (!others.isEmpty()) {
            lines.add("");
            lines.add("Nothing here imports " + String.join(", ", others) + ".");
        }
        return String.join("\n", lines);
    }

    /// What nothing imports and the project does not ask for itself is named in one line with others.
    private static boolean isWorthALine(Impact impact) {
        return impact.change().isDirect()
                || !impact.imports().isEmpty()
                || !impact.uses().isEmpty();
    }

    private static List<String> others(List<Impact> impacts) {
        return impacts.stream()
                .filter(each -> !isWorthALine(each))
                .map(each -> each.change().name() + versions(each.change()))
                .toList();
    }

    private static String versions(VersionChange change) {
        return change.from().isEmpty()
                ? " " + change.to()
                : change.to().isEmpty()
                        ? " " + change.from()
                        : " %s -> %s".formatted(change.from(), change.to());
    }

    private static String title(VersionChange change) {
        return "%s%s: %s, %s%s"
                .formatted(
                        change.name(),
                        versions(change),
                        change.step().words(),
                        change.isDirect() ? "direct" : "transitive",
                        change.file().isEmpty() ? "" : ", in " + change.file());
    }

    private static List<String> body(Impact impact) {
        var lines = new ArrayList<String>();
        lines.add(said(impact));
        List<Use> uses = impact.uses();
        for (Use use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
            lines.add(
                    "%s: %s%s"
                            .formatted(
                                    use.place(),
                                    use.isSure() ? "" : "perhaps ",
                                    use.change().shown()));
        }
        if (uses.size() > MOST_USES) {
            lines.add("and %d more uses".formatted(uses.size() - MOST_USES));
        }
        if (uses.isEmpty()) {
            impact.changes().stream()
                    .filter(each -> each.kind() != ApiChange.Kind.DEPRECATED)
                    .sorted(Comparator.comparing(ApiChange::kind))
                    .limit(MOST_CHANGES)
                    .forEach(each -> lines.add("not used here: " + each.shown()));
        }
        lines.add(imported(impact));
        return lines;
    }

    private static String said(Impact impact) {
        return switch (impact.comparison()) {
            case Comparison.Compared compared ->
                    counted(compared) + used(impact) + unread(compared);
            case Comparison.NotCompared(String reason, List<String> remedies) ->
                    "signatures not compared: "
                            + reason
                            + (remedies.isEmpty()
                                    ? ""
                                    : "; run '%s'".formatted(String.join("' and '", remedies)));
        };
    }

    private static String counted(Comparison.Compared compared) {
        long gone = compared.count(ApiChange.Kind.GONE);
        long changed = compared.count(ApiChange.Kind.CHANGED);
        long deprecated = compared.count(ApiChange.Kind.DEPRECATED);
        return gone + changed + deprecated == 0
                ? "nothing public is gone, different or deprecated"
                : "%s gone, %d different, %d newly deprecated".formatted(gone, changed, deprecated);
    }

    private static String used(Impact impact) {
        if (impact.changes().isEmpty()) {
            return "";
        }
        long sure = impact.uses().stream().filter(Use::isSure).count();
        long perhaps = impact.uses().size() - sure;
        return sure + perhaps == 0
                ? "; nothing of it is used here"
                : "; used here at %s%s"
                        .formatted(
                                count(sure, "place"),
                                perhaps == 0 ? "" : ", and perhaps at %d more".formatted(perhaps));
    }

    private static String unread(Comparison.Compared compared) {
        return compared.unread() == 0
                ? ""
                : "; %s could not be read".formatted(count(compared.unread(), "file"));
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String imported(Impact impact) {
        List<String> places = impact.imports();
        if (places.isEmpty()) {
            return "nothing here imports it";
        }
        String shown = String.join(", ", places.subList(0, Math.min(MOST_IMPORTS, places.size())));
        return "imported at %s: %s%s"
                .formatted(
                        count(places.size(), "place"),
                        shown,
                        places.size() > MOST_IMPORTS ? ", ..." : "");
    }

    private static void table(Impact impact, List<String> lines) {
        if (impact.uses().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("| place | what it uses |");
        lines.add("|---|---|");
        impact.uses().stream()
                .limit(MOST_USES)
                .forEach(use ->
                        lines.add(
                                "| `%s` | %s`%s` %s |"
                                        .formatted(
                                                use.place(),
                                                use.isSure() ? "" : "perhaps ",
                                                cell(use.change().declaration().shown()),
                                                cell(use.change().words()))));
        if (impact.uses().size() > MOST_USES) {
            lines.add("");
            lines.add("And %d more.".formatted(impact.uses().size() - MOST_USES));
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
